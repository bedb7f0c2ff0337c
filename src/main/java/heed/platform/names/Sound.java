package heed.platform.names;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.codec.language.MatchRatingApproachEncoder;

/**
 * How a folded name sounds.
 * <p>
 * Double Metaphone alone hears no vowels, so Hall, Hill and Hull are one to it. Two names sound alike here when their
 * consonants agree and so do the first vowel and an open last one (Reid and Reed do, Reid and Rudd do not), or when the
 * consonants are four or more and the spelling is close (Mohammed, Muhammad).
 */
final class Sound {
    private static final int LONG_ENOUGH = 12;
    private static final String VOWELS = "aeiouy";

    private Sound() {
    }

    /** The consonants as heard: one code, or two when a spelling is read in two ways. */
    static Set<String> consonants(String word) {
        var metaphone = new DoubleMetaphone();
        metaphone.setMaxCodeLen(LONG_ENOUGH);
        Set<String> codes = new LinkedHashSet<>();
        for (boolean other : new boolean[]{false, true}) {
            String code = metaphone.doubleMetaphone(word, other);
            if (code != null && !code.isBlank()) {
                codes.add(code);
            }
        }
        return codes;
    }

    /** The Match Rating code, made for British and Irish surnames; empty for other scripts. */
    static String rating(String word) {
        String code = new MatchRatingApproachEncoder().encode(word);
        return code == null ? "" : code;
    }

    static boolean alike(String a, String b) {
        if (a.length() < 2 || b.length() < 2) {
            return false;
        }
        // Spelling first: it is cheap and turns most pairs away before their sounds are worked out.
        int longer = Math.max(a.length(), b.length());
        if (Spelling.fewestEdits(a, b) * 5 > longer * 3) {
            return false;
        }
        int edits = Spelling.edits(a, b);
        if (edits * 5 > longer * 3) {
            return false;
        }
        Set<String> shared = consonants(a);
        shared.retainAll(consonants(b));
        if (shared.isEmpty()) {
            return false;
        }
        if (edits * 4 <= longer && shared.stream().anyMatch(code -> code.length() >= 4)) {
            return true;
        }
        return firstVowel(a) == firstVowel(b) && openEnd(a) == openEnd(b);
    }

    /** A letter for the first vowel as heard: capitals for long ones, {@code -} for none. */
    private static char firstVowel(String word) {
        int from = 0;
        while (from < word.length() && (!isVowel(word, from))) {
            from++;
        }
        int to = from;
        while (to < word.length() && isVowel(word, to)) {
            to++;
        }
        if (from == to) {
            return '-';
        }
        String vowels = word.substring(from, to);
        char next = to < word.length() ? word.charAt(to) : ' ';
        boolean lengthened = next == 'g' && word.startsWith("gh", to);
        boolean silentE = word.endsWith("e") && to == word.length() - 2;
        return switch (vowels) {
            case "ee", "ea", "ei", "ie", "eo" -> 'E';
            case "ai", "ay", "ae" -> 'A';
            case "ey" -> to == word.length() ? 'A' : 'E';
            case "oa", "oe" -> 'O';
            case "oo" -> next == 'r' ? 'O' : 'M';
            case "oi", "oy" -> 'Y';
            case "ou" -> 'W';
            case "au" -> 'C';
            case "eu", "ew" -> 'U';
            default -> {
                char first = vowels.charAt(0) == 'y' ? 'i' : vowels.charAt(0);
                if (next == 'w') {
                    yield switch (first) {
                        case 'a' -> 'C';
                        case 'o' -> 'W';
                        case 'e' -> 'U';
                        default -> first;
                    };
                }
                if (first == 'o' && next == 'r') {
                    yield 'O';
                }
                yield silentE || lengthened ? Character.toUpperCase(first) : first;
            }
        };
    }

    /** The vowel a name ends on as heard, {@code -} when it ends on a consonant or a silent e. */
    private static char openEnd(String word) {
        if (word.endsWith("ow") || word.endsWith("o") || word.endsWith("oe")) {
            return 'o';
        }
        if (word.endsWith("y") || word.endsWith("i") || word.endsWith("ie") || word.endsWith("ee")
                || word.endsWith("ea") || word.endsWith("eigh")) {
            return 'i';
        }
        if (word.endsWith("a") || word.endsWith("ah")) {
            return 'a';
        }
        return '-';
    }

    private static boolean isVowel(String word, int at) {
        char c = word.charAt(at);
        boolean opensAsConsonant = c == 'y' && at == 0 && word.length() > 1 && VOWELS.indexOf(word.charAt(1)) >= 0;
        return VOWELS.indexOf(c) >= 0 && !opensAsConsonant;
    }
}
