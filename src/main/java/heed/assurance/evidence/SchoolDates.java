package heed.assurance.evidence;

import static heed.assurance.evidence.DateWords.TERM;
import static heed.assurance.evidence.DateWords.YEAR;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** School years and terms that a text names, as they are in England. */
final class SchoolDates {
    private static final String TO = "\\s?[-–—/]\\s?";
    private static final String YEARS = "(" + YEAR + ")" + TO + "(" + YEAR + "|\\d\\d)\\b(?![/.-]\\d)";
    private static final String NAME = "(?i:academic|school)\\s+(?i:year)";
    private static final Pattern YEAR_NAMED = Pattern.compile(
            NAME + "s?,?\\s+(?:of\\s+)?" + YEARS + "(?:\\s*(?:to|and|&)\\s+" + YEARS + ")?");
    private static final Pattern NAMED_LAST = Pattern
            .compile(YEARS + "(?:\\s*(?:to|and|&|,)\\s+" + YEARS + ")?\\s+" + NAME + "s?\\b");
    private static final String OF_YEAR = ",?\\s+\\(?(?:of\\s+|in\\s+)?(?:the\\s+)?(?:" + NAME + "\\s+)?(?:" + YEARS
            + "|("
            + YEAR + ")\\b)";
    private static final Pattern TERM_YEAR = Pattern.compile("(" + TERM + ")\\s+(?i:term)\\b" + OF_YEAR);
    private static final Pattern TERM_LAST = Pattern
            .compile("(?:" + YEARS + "|(" + YEAR + "))\\s+(" + TERM + ")\\s+(?i:term)\\b");
    private static final Pattern TERM_AROUND = Pattern
            .compile("(" + TERM + ")\\s+(?:" + YEARS + "|(" + YEAR + "))\\s+(?i:terms?)\\b");
    private static final Pattern TERMS_YEAR = Pattern.compile("(" + TERM + ")(?:,\\s+" + TERM
            + ")*,?\\s+(?:and|&|to)\\s+(" + TERM + ")\\s+(?i:terms)\\b" + OF_YEAR);

    private static final Pattern APART = Pattern.compile("(?i)\\band\\b|&");

    private SchoolDates() {
    }

    /** The school year or term that begins at this place of the text; null where none does. */
    static @Nullable DateAtom at(String text, int at) {
        MatchResult m;
        if ((m = DateReader.at(text, YEAR_NAMED, at)) != null)
            return years(m, m.group(3) == null ? 1 : 3);
        if ((m = DateReader.at(text, NAMED_LAST, at)) != null)
            return years(m, m.group(3) == null ? 1 : 3);
        if ((m = DateReader.at(text, TERM_YEAR, at)) != null)
            return term(m, m.group(1), m.group(2), m.group(3), m.group(4));
        if ((m = DateReader.at(text, TERM_AROUND, at)) != null)
            return term(m, m.group(1), m.group(2), m.group(3), m.group(4));
        if ((m = DateReader.at(text, TERM_LAST, at)) != null)
            return term(m, m.group(4), m.group(1), m.group(2), m.group(3));
        if ((m = DateReader.at(text, TERMS_YEAR, at)) != null)
            return terms(m);
        return null;
    }

    /** @param last the group that the last of the years begins with */
    private static @Nullable DateAtom years(MatchResult m, int last) {
        int first = DateWords.year(m.group(1));
        int ends = ends(m.group(last), m.group(last + 1));
        if (ends(m.group(1), m.group(2)) <= first || ends <= DateWords.year(m.group(last)) || ends <= first)
            return null;
        return DateAtom.of(m, new Span(DateWords.schoolYear(first).from(), DateWords.schoolYear(ends - 1).to()),
                Precision.YEAR);
    }

    private static @Nullable DateAtom term(MatchResult m, String name, @Nullable String first, @Nullable String second,
            @Nullable String alone) {
        if (first == null || second == null)
            return alone == null ? null : DateAtom.of(m, DateWords.term(name, DateWords.year(alone)), Precision.SEASON);
        return ends(first, second) == DateWords.year(first) + 1
                ? DateAtom.of(m, DateWords.termOf(name, DateWords.year(first)), Precision.SEASON)
                : null;
    }

    /** Two terms that follow each other; autumn and spring of one calendar year do not say which school year is meant. */
    private static @Nullable DateAtom terms(MatchResult m) {
        var first = term(m, m.group(1), m.group(3), m.group(4), m.group(5));
        var second = term(m, m.group(2), m.group(3), m.group(4), m.group(5));
        if (first == null || second == null)
            return null;
        var from = first.span().from();
        var to = second.span().to();
        var ends = first.span().to();
        var next = second.span().from();
        // "Autumn and summer" leaves out spring, "autumn, spring and summer" and "autumn to summer" do not.
        boolean apart = APART.matcher(m.group()).find() && !m.group().contains(",") && ends != null && next != null
                && ends.plusDays(1).isBefore(next);
        return from == null || to == null || to.isBefore(from) || apart
                ? null
                : DateAtom.of(m, new Span(from, to), Precision.SEASON);
    }

    /** The year that the second number of "2021/22" means. */
    private static int ends(String first, String digits) {
        int begins = DateWords.year(first);
        return digits.length() == 2 ? begins / 100 * 100 + Integer.parseInt(digits) : DateWords.year(digits);
    }
}
