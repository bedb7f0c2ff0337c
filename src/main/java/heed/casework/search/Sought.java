package heed.casework.search;

import heed.casework.concern.ConcernWords;
import heed.platform.seal.Stems;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for, read from what they typed: words, all of which have to be there, in any form and order; words
 * in quotes, which have to stand so; dates, which are taken as dates of birth.
 *
 * @param typed   as typed
 * @param parts   everything that has to be met
 * @param phrases what has to stand so, folded
 */
record Sought(String typed, List<Part> parts, List<List<String>> phrases) {
    /** How much can be typed. */
    static final int LONGEST = 200;
    /** How many words can be looked for at once. */
    static final int MOST = 12;

    /** Said before a name, and seldom written down with it. */
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mx", "dr");

    private static final Pattern QUOTED = Pattern.compile("[\"“”«»]([^\"“”«»]*)[\"“”«»]?");
    private static final String MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
    private static final Pattern NUMBERS = Pattern.compile("\\b(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})\\b");
    private static final Pattern SPACED = Pattern.compile("\\b(\\d{1,2}) (\\d{1,2}) (\\d{4})\\b");
    private static final Pattern YEAR_FIRST = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final Pattern WORDED = Pattern.compile(
            "\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(" + MONTHS + ")[a-z]*\\.?,?\\s+(\\d{4})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}'’.]+");

    Sought {
        parts = List.copyOf(parts);
        phrases = List.copyOf(phrases);
    }

    /**
     * One thing that has to be met.
     *
     * @param shown as typed
     * @param stem  what the forms of the word have in common; null for a date, and for a common word looked for as a name
     * @param names keys of the word as a name; empty where it can be none
     * @param born  the date; null for a word
     */
    record Part(String shown, @Nullable String stem, Set<String> names, @Nullable LocalDate born) {
        Part {
            names = Set.copyOf(names);
        }

        /** Those keys that are the name itself and no other form or sound of it. */
        Set<String> itself() {
            return names.stream().filter(key -> key.startsWith("name:")).collect(java.util.stream.Collectors.toSet());
        }
    }

    /** Reads what somebody typed. */
    static Sought of(String typed) {
        var rest = typed.strip();
        var parts = new ArrayList<Part>();
        var dates = new ArrayList<Part>();
        var phrases = new ArrayList<List<String>>();
        var quoted = QUOTED.matcher(rest);
        while (quoted.find()) {
            var phrase = folded(quoted.group(1));
            if (phrase.size() > 1)
                phrases.add(phrase);
            words(parts, quoted.group(1));
        }
        rest = QUOTED.matcher(rest).replaceAll(" ");
        for (var pattern : List.of(YEAR_FIRST, NUMBERS, WORDED, SPACED)) {
            var found = pattern.matcher(rest);
            var left = new StringBuilder();
            while (found.find()) {
                var born = born(pattern, found);
                if (born == null)
                    continue;
                dates.add(new Part(found.group(), null, Set.of(), born));
                found.appendReplacement(left, " ");
            }
            rest = found.appendTail(left).toString();
        }
        words(parts, rest);
        if (parts.stream().anyMatch(part -> !titles(part)))
            parts.removeIf(Sought::titles);
        parts.addAll(dates);
        // One of the commonest words, which no text is found by, may be somebody's name, such as Will.
        if (parts.isEmpty() && !ConcernWords.nameKeys(rest).isEmpty() && BETWEEN.split(rest.strip()).length == 1)
            parts.add(new Part(rest.strip(), null, ConcernWords.nameKeys(rest), null));
        return new Sought(typed.strip(), parts.stream().distinct().toList(), phrases);
    }

    private static boolean titles(Part part) {
        return part.stem() != null && TITLES.contains(part.stem());
    }

    private static void words(List<Part> parts, String text) {
        for (var word : BETWEEN.split(text)) {
            var stems = Stems.of(word);
            var names = stems.size() == 1 ? ConcernWords.nameKeys(word) : Set.<String>of();
            for (var stem : stems)
                parts.add(new Part(word, stem.stem(), names, null));
        }
    }

    private static @Nullable LocalDate born(Pattern pattern, Matcher found) {
        try {
            if (pattern == YEAR_FIRST)
                return LocalDate.parse(found.group());
            int month = pattern == WORDED
                    ? MONTHS.indexOf(found.group(2).toLowerCase(Locale.ROOT)) / 4 + 1
                    : Integer.parseInt(found.group(2));
            return LocalDate.of(Integer.parseInt(found.group(3)), month, Integer.parseInt(found.group(1)));
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    /** The words of a text without signs, capitals and accents, in order: what a phrase is checked by. */
    static List<String> folded(String text) {
        var bare = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKD).toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{M}'’]", "");
        var words = new ArrayList<String>();
        for (var word : bare.split("[^\\p{L}\\p{N}]+"))
            if (!word.isEmpty())
                words.add(word);
        return words;
    }

    /** Whether every phrase stands in one of these texts. */
    boolean phrasesIn(List<String> texts) {
        return phrases.isEmpty() || phrases.stream().allMatch(phrase -> texts.stream()
                .anyMatch(text -> java.util.Collections.indexOfSubList(folded(text), phrase) >= 0));
    }

    /** The stems that are looked for. */
    Set<String> stems() {
        var all = new LinkedHashSet<String>();
        parts.forEach(part -> {
            if (part.stem() != null)
                all.add(part.stem());
        });
        return all;
    }

    /** What has to be put right before anything can be looked for; null for nothing. */
    @Nullable
    String problem() {
        if (typed.isEmpty())
            return "Enter a reference, a name, a date of birth, a place or words";
        if (typed.length() > LONGEST)
            return "Enter 200 characters or fewer";
        if (parts.isEmpty())
            return "These words are too common to search for. Add another";
        return parts.size() > MOST ? "Search for 12 words or fewer" : null;
    }
}
