package heed.platform.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A person's name brought to one form, so that spellings of the same name compare equal: no case, accents, apostrophes,
 * points or titles; Mac and Mc are one; O' and van are one word with what follows; hyphenated names are known whole and
 * by their parts.
 * <p>
 * "Surname, Given" is read the other way round. A name of one word is kept as a surname with no given name.
 *
 * @param given
 *            forms of the given name, likeliest first: {@code annemarie} and {@code anne} for Anne-Marie; empty when
 *            there is none
 * @param middle
 *            middle names
 * @param surname
 *            forms of the surname, whole first: {@code smithjones}, {@code smith}, {@code jones}; empty for no name
 * @param titled
 *            whether a title such as Mr or Cllr stood before it
 */
public record PersonName(List<String> given, List<String> middle, List<String> surname, boolean titled) {
    /** Copies what it is given. */
    public PersonName {
        given = List.copyOf(given);
        middle = List.copyOf(middle);
        surname = List.copyOf(surname);
    }

    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mx", "master", "dr", "doctor", "prof",
            "professor", "rev", "revd", "reverend", "sir", "dame", "lord", "lady", "cllr", "councillor", "pc", "pcso",
            "sgt", "dc", "ds", "insp", "capt", "captain", "major", "col", "colonel", "hon", "canon", "fr", "imam",
            "rabbi", "nurse");
    private static final Set<String> AFTER_NAMES = Set.of("jr", "jnr", "junior", "snr", "senior", "mbe", "obe", "cbe",
            "phd", "esq", "jp", "qc", "kc", "mp", "ba", "bsc", "rgn");
    private static final Set<String> JOINED = Set.of("van", "von", "der", "den", "de", "la", "le", "da", "dos", "di",
            "del", "della", "du", "bin", "ibn", "al", "el", "st", "saint", "ter", "ten", "ap", "ab", "mc", "mac", "o");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0/()\\[\\]\"“”;:]+");
    private static final Pattern HYPHENS = Pattern.compile("[-\\u2010-\\u2015]+");
    private static final Pattern POINTS = Pattern.compile("\\.(?=\\S)");
    private static final int SHORTEST_PART = 3;

    /** One typed word: as folded, and the parts a hyphen made. */
    private record Word(String folded, List<String> parts, boolean pointed) {
        static Word of(String typed) {
            List<String> parts = new ArrayList<>();
            for (String part : HYPHENS.split(typed)) {
                String folded = mc(Spelling.fold(part));
                if (!folded.isEmpty()) {
                    parts.add(folded);
                }
            }
            return new Word(String.join("", parts), parts, typed.endsWith("."));
        }

        Word joinedTo(Word next) {
            List<String> joined = new ArrayList<>(next.parts());
            joined.set(0, mc(folded + joined.getFirst()));
            return new Word(String.join("", joined), joined, false);
        }
    }

    /** Reads a name as typed. Anything goes in; a text without a letter gives a name with neither part. */
    public static PersonName of(String typed) {
        int comma = typed.indexOf(',');
        String ordered = typed;
        boolean surnameFirst = false;
        if (comma >= 0) {
            String before = typed.substring(0, comma);
            String after = typed.substring(comma + 1).replace(',', ' ');
            List<Word> tail = words(after);
            surnameFirst = !tail.isEmpty() && !AFTER_NAMES.contains(tail.getFirst().folded());
            ordered = surnameFirst ? after : before;
            if (surnameFirst) {
                return read(words(after), words(before));
            }
        }
        return read(words(ordered), List.of());
    }

    /** Whether nothing but one word, with or without a title, was there. */
    public boolean isSingleWord() {
        return given.isEmpty();
    }

    /** Folded words of the whole name, joined and parted forms included, each once. */
    Set<String> words() {
        Set<String> all = new LinkedHashSet<>(given);
        all.addAll(middle);
        all.addAll(surname);
        return all;
    }

    private static PersonName read(List<Word> first, List<Word> surnameWords) {
        List<Word> words = new ArrayList<>(first);
        boolean titled = dropTitles(words, surnameWords.isEmpty() ? 1 : 0);
        List<Word> last = new ArrayList<>(surnameWords);
        titled |= dropTitles(last, 1);
        dropLettersAfter(words, last.isEmpty() ? 1 : 0);
        if (last.isEmpty() && !words.isEmpty()) {
            int from = words.size() - 1;
            // Never the first word: Van, Al and Di are given names too.
            while (from > 1 && joins(words.get(from - 1))) {
                from--;
            }
            // O'Brien or van Dyk alone, or after a title.
            if (from == 1 && joins(words.get(0))
                    && (titled || words.get(0).folded().length() <= 2 && opensSurname(words.get(
                            0)))) {
                from = 0;
            }
            last = new ArrayList<>(words.subList(from, words.size()));
            words = new ArrayList<>(words.subList(0, from));
        }
        return new PersonName(givenForms(words), middleForms(words), surnameForms(last), titled);
    }

    private static boolean joins(Word word) {
        return JOINED.contains(word.folded()) && !(word.pointed() && word.folded().length() == 1);
    }

    private static boolean opensSurname(Word word) {
        return word.folded().equals("mc") || word.folded().equals("o") && !word.pointed();
    }

    private static List<String> givenForms(List<Word> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        Set<String> forms = new LinkedHashSet<>();
        Word first = words.getFirst();
        forms.add(first.folded());
        forms.add(first.parts().getFirst());
        if (words.size() > 1 && first.folded().length() > 1 && words.get(1).folded().length() > 1) {
            // Anne Marie is Annemarie to somebody.
            forms.add(first.folded() + words.get(1).folded());
        }
        return List.copyOf(forms);
    }

    private static List<String> middleForms(List<Word> words) {
        Set<String> forms = new LinkedHashSet<>();
        for (Word word : words.subList(Math.min(1, words.size()), words.size())) {
            forms.add(word.folded());
        }
        if (!words.isEmpty() && words.getFirst().parts().size() > 1) {
            forms.addAll(words.getFirst().parts().subList(1, words.getFirst().parts().size()));
        }
        return List.copyOf(forms);
    }

    private static List<String> surnameForms(List<Word> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        Set<String> forms = new LinkedHashSet<>();
        Word whole = words.getLast();
        for (int i = words.size() - 2; i >= 0; i--) {
            whole = words.get(i).joinedTo(whole);
        }
        forms.add(whole.folded());
        if (whole.parts().size() > 1) {
            whole.parts().stream().filter(part -> part.length() >= SHORTEST_PART).forEach(forms::add);
        }
        if (words.size() > 1 && words.getLast().folded().length() >= SHORTEST_PART) {
            // "Berg" for van der Berg.
            forms.add(words.getLast().folded());
        }
        return List.copyOf(forms);
    }

    private static List<Word> words(String typed) {
        List<Word> words = new ArrayList<>();
        for (String piece : SPACES.split(POINTS.matcher(typed.replace(',', ' ')).replaceAll(". "))) {
            Word word = Word.of(piece);
            if (!word.folded().isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static boolean dropTitles(List<Word> words, int keep) {
        boolean dropped = false;
        while (words.size() > keep && TITLES.contains(words.getFirst().folded())) {
            words.removeFirst();
            dropped = true;
        }
        return dropped;
    }

    private static void dropLettersAfter(List<Word> words, int keep) {
        while (words.size() > Math.max(keep, 1) && AFTER_NAMES.contains(words.getLast().folded())) {
            words.removeLast();
        }
    }

    static boolean isTitle(String folded) {
        return TITLES.contains(folded);
    }

    static boolean isJoined(String folded) {
        return JOINED.contains(folded);
    }

    /** Mac Donald, MacDonald and McDonald are one; Mack and Mace stay. */
    static String mc(String folded) {
        return folded.startsWith("mac") && folded.length() > 5 ? "mc" + folded.substring(3) : folded;
    }
}
