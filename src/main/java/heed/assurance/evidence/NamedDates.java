package heed.assurance.evidence;

import static heed.assurance.evidence.DateWords.DAY;
import static heed.assurance.evidence.DateWords.MONTH;
import static heed.assurance.evidence.DateWords.SEASON;
import static heed.assurance.evidence.DateWords.TH;
import static heed.assurance.evidence.DateWords.YEAR;

import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates that a text names: days, months, quarters, seasons and years, in the forms in which people write them. */
final class NamedDates {
    private static final String DASH = "\\s?[-–—/]\\s?";
    private static final Pattern ISO = Pattern.compile("(" + YEAR + ")-(\\d\\d)-(\\d\\d)(?!\\d)");
    private static final Pattern NUMERIC = Pattern
            .compile("(\\d{1,2})([./-])(\\d{1,2})\\2(" + YEAR + "|\\d\\d)(?!\\d)");
    private static final Pattern DAY_TO_DAY = Pattern.compile("(" + DAY + ")" + TH + "\\s?(?:to|until|and|[-–—])\\s?("
            + DAY + ")" + TH + "\\s+(?:of\\s+)?((?i)" + MONTH + ")[,\\s]+(" + YEAR + ")\\b");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(" + DAY + ")" + TH + "\\s+(?:of\\s+)?(" + MONTH + ")(?:[,\\s]+(" + YEAR + ")\\b(?!\\s?[/–-]\\s?\\d))?");
    private static final Pattern MONTH_YEAR = Pattern
            .compile("((?i)" + MONTH + ")[,\\s]+(?:of\\s+)?(" + YEAR + "|'\\d\\d)\\b");
    private static final Pattern MONTH_DAY = Pattern
            .compile("(" + MONTH + ")\\s+(" + DAY + ")" + TH + ",?\\s+(" + YEAR + ")\\b");
    private static final Pattern MONTH_ALONE = Pattern.compile("(" + MONTH + ")(?![\\p{L}\\d])");
    private static final Pattern SEASON_YEAR = Pattern.compile(
            "(" + SEASON + ")(?: term)?,?\\s+(?:of\\s+)?(" + YEAR + ")(?:" + DASH + "\\d{2,4})?\\b");
    private static final Pattern TWO_YEARS = Pattern
            .compile("(" + YEAR + ")" + DASH + "(" + YEAR + "|\\d\\d)\\b(?![/.-]\\d)");
    private static final Pattern YEAR_ALONE = Pattern.compile("(" + YEAR + ")\\b(?![.,/-]?\\d)(?!%)");

    private NamedDates() {
    }

    /** The date that begins at this place of the text, the longest form first; null where none does. */
    static @Nullable DateAtom at(String text, int at) {
        Matcher m;
        if ((m = DateReader.at(text, ISO, at)) != null)
            return day(m, m.group(1), m.group(2), m.group(3));
        if ((m = DateReader.at(text, NUMERIC, at)) != null)
            return day(m, m.group(4), m.group(3), m.group(1));
        if ((m = DateReader.at(text, DAY_TO_DAY, at)) != null) {
            var from = DateWords.day(DateWords.year(m.group(4)), DateWords.month(m.group(3)),
                    Integer.parseInt(m.group(1)));
            var to = DateWords.day(DateWords.year(m.group(4)), DateWords.month(m.group(3)),
                    Integer.parseInt(m.group(2)));
            return from == null || to == null || to.isBefore(from)
                    ? null
                    : DateAtom.of(m, new Span(from, to), Precision.DAY);
        }
        if ((m = DateReader.at(text, DAY_MONTH, at)) != null)
            return m.group(3) != null
                    ? day(m, m.group(3), "" + DateWords.month(m.group(2)), m.group(1))
                    : DateAtom.yearless(m, DateWords.month(m.group(2)), Integer.parseInt(m.group(1)));
        if ((m = DateReader.at(text, MONTH_YEAR, at)) != null)
            return DateAtom.of(m,
                    DateWords.month(DateWords.year(m.group(2).replace("'", "")), DateWords.month(m.group(1))),
                    Precision.MONTH);
        if ((m = DateReader.at(text, MONTH_DAY, at)) != null)
            return day(m, m.group(3), "" + DateWords.month(m.group(1)), m.group(2));
        var school = SchoolDates.at(text, at);
        if (school != null)
            return school;
        if ((m = DateReader.at(text, SEASON_YEAR, at)) != null)
            return DateAtom.of(m, DateWords.season(m.group(1), DateWords.year(m.group(2))), Precision.SEASON);
        var quarter = Quarters.at(text, at);
        if (quarter != null)
            return quarter;
        if ((m = DateReader.at(text, TWO_YEARS, at)) != null)
            return years(m);
        if ((m = DateReader.at(text, YEAR_ALONE, at)) != null)
            return DateAtom.bareYear(m, DateWords.year(DateWords.year(m.group(1))));
        if ((m = DateReader.at(text, MONTH_ALONE, at)) != null)
            return DateAtom.yearless(m, DateWords.month(m.group(1)), 0);
        return null;
    }

    private static @Nullable DateAtom day(MatchResult m, String year, String month, String day) {
        var on = DateWords.day(DateWords.year(year), Integer.parseInt(month), Integer.parseInt(day));
        return on == null ? null : DateAtom.of(m, new Span(on, on), Precision.DAY);
    }

    /** Two years that follow each other are a financial year; else all from the one to the other. */
    private static @Nullable DateAtom years(MatchResult m) {
        int first = DateWords.year(m.group(1));
        var digits = m.group(2);
        int second = digits.length() == 2 ? first / 100 * 100 + Integer.parseInt(digits) : DateWords.year(digits);
        if (second <= first)
            return null;
        boolean next = second == first + 1;
        var span = next
                ? DateWords.financialYear(first)
                : new Span(LocalDate.of(first, 1, 1), LocalDate.of(second, 12, 31));
        return DateAtom.bareYear(m, span);
    }
}
