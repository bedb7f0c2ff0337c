package heed.assurance.evidence;

import static heed.assurance.evidence.DateWords.DAY;
import static heed.assurance.evidence.DateWords.MONTH;
import static heed.assurance.evidence.DateWords.NUMBER;
import static heed.assurance.evidence.DateWords.SEASON;
import static heed.assurance.evidence.DateWords.TERM;
import static heed.assurance.evidence.DateWords.TH;
import static heed.assurance.evidence.DateWords.YEAR;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates that are counted: back from when the text was written, to the end of a month, or from what it named before. */
final class CountedDates {
    private static final Pattern TO_MONTH = Pattern
            .compile("(?i)(?:the )?(?:(financial |calendar )?(year|quarter|half year)|("
                    + NUMBER + ") months) (?:to|ending|ended|up to) (?:the end of )?(?:(" + DAY + ")" + TH + " )?("
                    + MONTH + ")\\s+("
                    + YEAR + ")\\b");
    private static final Pattern BACK = Pattern.compile("(?i)(?:the )?(?:last|past|previous|preceding) (?:(" + NUMBER
            + ") )?(day|week|fortnight|month|quarter|financial year|(?:academic|school) year|year)s?\\b");
    private static final Pattern NOW = Pattern
            .compile("(?i)this (?:financial |calendar |academic |school )?(week|month|quarter|year)\\b");
    private static final Pattern NAMED_BACK = Pattern
            .compile("(?i:last|this|next)\\s+(" + SEASON + "(?:\\s+(?i:term)\\b)?|" + MONTH + ")(?!\\s+" + YEAR + ")");
    private static final Pattern SAME_TIME = Pattern
            .compile("(?i)(?:the )?same (?:period|time|weeks?|months?|quarter|dates?)"
                    + "(?: (?:in|of|the))* (?:last year|the year before|the previous year|previous year|a year (?:before|earlier)|year before)\\b");

    private static final Pattern AGO = Pattern
            .compile("(?i)(" + NUMBER + "|a|one) (day|week|fortnight|month|year)s? ago\\b");
    /** With these before it, "two years ago" says only where a time begins or ends. */
    private static final Pattern ONLY_BOUNDS = Pattern.compile(
            "(?i)\\b(?:over|under|within|more than|less than|at least|at most|up to|nearly|almost|since|from|until|till|before)\\s+$");

    private final LocalDate writtenOn;
    private final List<DateMention> found;

    /**
     * For one text.
     *
     * @param writtenOn the day on which it was written
     * @param found     what was read of it so far, in order; grows while it is read
     */
    CountedDates(LocalDate writtenOn, List<DateMention> found) {
        this.writtenOn = writtenOn;
        this.found = found;
    }

    /** What is counted from another date, or from when the text was written; null where nothing of the kind begins here. */
    @Nullable
    DateAtom at(String text, int at) {
        Matcher m;
        if ((m = DateReader.at(text, TO_MONTH, at)) != null) {
            var month = DateWords.month(DateWords.year(m.group(6)), DateWords.month(m.group(5)));
            var day = m.group(4) == null
                    ? month.to()
                    : DateWords.day(DateWords.year(m.group(6)), DateWords.month(m.group(5)),
                            Integer.parseInt(m.group(4)));
            if (day == null)
                return null;
            int months = m.group(3) != null
                    ? DateWords.number(m.group(3))
                    : switch (m.group(2).toLowerCase(Locale.UK)) {
                        case "quarter" -> 3;
                        case "half year" -> 6;
                        default -> 12;
                    };
            return DateAtom.of(m, new Span(day.plusDays(1).minusMonths(months), day),
                    m.group(4) == null ? Precision.MONTH : Precision.DAY);
        }
        if ((m = DateReader.at(text, SAME_TIME, at)) != null)
            return yearBefore(m);
        if ((m = DateReader.at(text, BACK, at)) != null)
            return DateAtom.of(m, back(m), Precision.COUNTED_BACK).fromWriting();
        if ((m = DateReader.at(text, NOW, at)) != null)
            return DateAtom.of(m, now(m.group().toLowerCase(Locale.UK)), Precision.COUNTED_BACK).fromWriting();
        if ((m = DateReader.at(text, NAMED_BACK, at)) != null)
            return named(m).fromWriting();
        if ((m = DateReader.at(text, AGO, at)) != null
                && !ONLY_BOUNDS.matcher(text.substring(Math.max(0, at - 20), at)).find())
            return DateAtom.of(m, ago(m), Precision.COUNTED_BACK).fromWriting();
        return null;
    }

    /** "Last month" is the calendar month before; "the last six months" end on the day of writing. */
    private Span back(MatchResult m) {
        var unit = m.group(2).toLowerCase(Locale.UK);
        long n = m.group(1) == null ? 1 : DateWords.number(m.group(1));
        boolean calendar = m.group(1) == null && !m.group().toLowerCase(Locale.UK).startsWith("the ");
        if (calendar && unit.equals("year"))
            return DateWords.year(writtenOn.getYear() - 1);
        if (calendar && unit.equals("month")) {
            var month = writtenOn.minusMonths(1);
            return DateWords.month(month.getYear(), month.getMonthValue());
        }
        if (unit.equals("financial year"))
            return DateWords.financialYear(writtenOn.getYear() - (writtenOn.getMonthValue() < 4 ? 2 : 1));
        if (unit.equals("academic year") || unit.equals("school year"))
            return DateWords.schoolYear(schoolYear() - 1);
        var from = switch (unit) {
            case "day" -> writtenOn.minusDays(n);
            case "week" -> writtenOn.minusWeeks(n);
            case "fortnight" -> writtenOn.minusWeeks(2 * n);
            case "month" -> writtenOn.minusMonths(n);
            case "quarter" -> writtenOn.minusMonths(3 * n);
            default -> writtenOn.minusYears(n);
        };
        return new Span(from, writtenOn);
    }

    /** The calendar day, week, month or year that lies so many back. */
    private Span ago(MatchResult m) {
        var number = m.group(1).toLowerCase(Locale.UK);
        long n = number.equals("a") || number.equals("one") ? 1 : DateWords.number(number);
        return switch (m.group(2).toLowerCase(Locale.UK)) {
            case "day" -> new Span(writtenOn.minusDays(n), writtenOn.minusDays(n));
            case "week" -> week(writtenOn.minusWeeks(n));
            case "fortnight" -> week(writtenOn.minusWeeks(2 * n));
            case "month" -> {
                var month = writtenOn.minusMonths(n);
                yield DateWords.month(month.getYear(), month.getMonthValue());
            }
            default -> DateWords.year((int) (writtenOn.getYear() - n));
        };
    }

    private static Span week(LocalDate day) {
        var monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
        return new Span(monday, monday.plusDays(6));
    }

    /** The year in which the school year began that the text was written in. */
    private int schoolYear() {
        return writtenOn.getYear() - (writtenOn.getMonthValue() < 9 ? 1 : 0);
    }

    private Span now(String said) {
        if (said.contains("academic") || said.contains("school"))
            return new Span(LocalDate.of(schoolYear(), 9, 1), writtenOn);
        if (said.contains("financial"))
            return new Span(LocalDate.of(writtenOn.getYear() - (writtenOn.getMonthValue() < 4 ? 1 : 0), 4, 1),
                    writtenOn);
        var from = switch (said.substring(said.lastIndexOf(' ') + 1)) {
            case "week" -> writtenOn.minusDays(writtenOn.getDayOfWeek().getValue() - 1L);
            case "month" -> writtenOn.withDayOfMonth(1);
            case "quarter" -> LocalDate.of(writtenOn.getYear(), (writtenOn.getMonthValue() - 1) / 3 * 3 + 1, 1);
            default -> LocalDate.of(writtenOn.getYear(), 1, 1);
        };
        return new Span(from, writtenOn);
    }

    private DateAtom named(MatchResult m) {
        boolean next = m.group().toLowerCase(Locale.UK).startsWith("next");
        var word = m.group(1);
        boolean term = word.toLowerCase(Locale.UK).endsWith("term");
        var name = term ? word.substring(0, word.length() - 4).strip() : word;
        boolean season = Pattern.matches(SEASON, name);
        int year = writtenOn.getYear() + 1;
        Span span;
        do {
            span = term && Pattern.matches(TERM, name)
                    ? DateWords.term(name, year)
                    : season ? DateWords.season(name, year) : DateWords.month(year, DateWords.month(name));
            year--;
        } while (!next && span.from() != null && span.from().isAfter(writtenOn));
        return DateAtom.of(m, span, season ? Precision.SEASON : Precision.MONTH);
    }

    /** The last period that the text named before, a year earlier; the year before last where it named none. */
    private DateAtom yearBefore(MatchResult m) {
        if (found.isEmpty())
            return DateAtom.of(m, new Span(writtenOn.minusYears(2).plusDays(1), writtenOn.minusYears(1)),
                    Precision.COUNTED_BACK).fromWriting();
        var last = found.getLast().span();
        var span = new Span(last.from() == null ? null : last.from().minusYears(1),
                last.to() == null ? null : last.to().minusYears(1));
        var atom = DateAtom.of(m, span, Precision.COUNTED_BACK);
        return found.getLast().counted() ? atom.fromWriting() : atom;
    }
}
