package heed.platform.names;

import java.text.Normalizer;
import java.util.Locale;

/** Folding of single words, and how far apart two are. */
final class Spelling {
    private static final int LETTERS = 26;

    private Spelling() {
    }

    /** Small letters a-z and digits only where the script is Latin: no accents, apostrophes, hyphens or points. */
    static String fold(String word) {
        if (isPlain(word)) {
            return word;
        }
        String bare = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(bare.length());
        bare.codePoints().forEach(c -> {
            switch (c) {
                case 'ø' -> folded.append('o');
                case 'æ' -> folded.append("ae");
                case 'œ' -> folded.append("oe");
                case 'ß' -> folded.append("ss");
                case 'ł' -> folded.append('l');
                case 'đ', 'ð' -> folded.append('d');
                case 'þ' -> folded.append("th");
                case 'ı' -> folded.append('i');
                default -> {
                    if (Character.isLetterOrDigit(c)) {
                        folded.appendCodePoint(c);
                    }
                }
            }
        });
        return folded.toString();
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c < 'a' || c > 'z') {
                return false;
            }
        }
        return true;
    }

    /** Whether one letter more, less, other, or two neighbours swapped turn one word into the other. */
    static boolean oneEditApart(String a, String b) {
        return Math.abs(a.length() - b.length()) <= 1 && edits(a, b) == 1;
    }

    /** No more than {@link #edits}, and quicker: the letters that one word has and the other lacks, in whatever order. */
    static int fewestEdits(String a, String b) {
        int[] more = new int[LETTERS + 1];
        for (int i = 0; i < a.length(); i++) {
            more[letter(a.charAt(i))]++;
        }
        for (int i = 0; i < b.length(); i++) {
            more[letter(b.charAt(i))]--;
        }
        int here = 0;
        int there = 0;
        for (int each : more) {
            here += Math.max(each, 0);
            there += Math.max(-each, 0);
        }
        return Math.max(here, there);
    }

    /** Other letters than a-z count as one, so that the bound stays a bound. */
    private static int letter(char c) {
        return c >= 'a' && c <= 'z' ? c - 'a' : LETTERS;
    }

    /** Letters to add, drop, change or swap with a neighbour (optimal string alignment). */
    static int edits(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] now = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = now;
            now = free;
        }
        return last[b.length()];
    }
}
