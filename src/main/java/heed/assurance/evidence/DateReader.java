package heed.assurance.evidence;

import static heed.assurance.evidence.DateWords.DAY;
import static heed.assurance.evidence.DateWords.MONTH;
import static heed.assurance.evidence.DateWords.NUMBER;
import static heed.assurance.evidence.DateWords.PART;
import static heed.assurance.evidence.DateWords.SEASON;
import static heed.assurance.evidence.DateWords.TH;
import static heed.assurance.evidence.DateWords.YEAR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places of a text that say when: days, months, quarters, seasons, calendar and financial years, parts of them,
 * from one to another, and what is counted back from when the text was written. A month without a year is the latest one
 * that had begun by then, or the next one after words such as "will". Numbers that only look like years are left alone.
 */
public final class DateReader {
    /** One date as found, before what stands around it is looked at. */
    private record Atom(int start, int end, Span span, Precision precision, boolean vague, boolean yearless,
            boolean bareYear, int month, int day) {
        static Atom of(MatchResult m, Span span, Precision precision) {
            return new Atom(m.start(), m.end(), span, precision, false, false, false, 0, 0);
        }

        Atom vague(Span narrowed, Precision as) {
            return new Atom(start, end, narrowed, as, true, false, false, 0, 0);
        }

        Atom from(int earlier) {
            return new Atom(earlier, end, span, precision, vague, yearless, bareYear, month, day);
        }

        Atom until(int later) {
            return new Atom(start, later, span, precision, vague, yearless, bareYear, month, day);
        }

        Atom over(Span other) {
            return new Atom(start, end, other, precision, vague, false, bareYear, month, day);
        }
    }

    private static final String DASH = "\\s?[-–—/]\\s?";
    /** What a date can begin with: most words of a text are not tried any further. */
    private static final Pattern MAY_BEGIN = Pattern
            .compile("(?i)\\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn"
                    + "|winter|early|mid|late|the |last|past|previous|preceding|this|same|quarter|q[1-4]|first|second|third|fourth|beginning"
                    + "|start|end|middle|next|year|half|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty|financial|calendar"
                    + "|very");
    /** The first three letters of each of these words. */
    private static final Set<String> BEGINNINGS = Set.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
            "oct", "nov", "dec", "spr", "sum", "aut", "win", "ear", "mid", "lat", "las", "pas", "pre", "thi", "sam",
            "qua", "fir", "sec", "fou", "beg", "sta", "end", "nex", "yea", "hal", "two", "thr", "fiv", "six", "sev",
            "eig",
            "nin", "ten", "twe", "fin", "cal", "ver");
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
    private static final Pattern QUARTER = Pattern
            .compile("(?i)(?:Q([1-4])|quarter ([1-4])|(?:the )?(first|second|third"
                    + "|fourth|last) quarter)(?: of)?,?\\s+(" + YEAR + ")(" + DASH + "(\\d{4}|\\d\\d))?\\b");
    private static final Pattern QUARTER_LAST = Pattern
            .compile("(" + YEAR + ")" + DASH + "(?:\\d{4}|\\d\\d),?\\s+(?i:Q|quarter )([1-4])\\b");
    private static final Pattern TWO_YEARS = Pattern
            .compile("(" + YEAR + ")" + DASH + "(" + YEAR + "|\\d\\d)\\b(?![/.-]\\d)");
    private static final Pattern YEAR_ALONE = Pattern.compile("(" + YEAR + ")\\b(?![.,/-]?\\d)(?!%)");
    private static final Pattern TO_MONTH = Pattern
            .compile("(?i)(?:the )?(?:(financial |calendar )?(year|quarter|half year)|("
                    + NUMBER + ") months) (?:to|ending|ended|up to) (?:the end of )?(?:(" + DAY + ")" + TH + " )?("
                    + MONTH + ")\\s+("
                    + YEAR + ")\\b");
    private static final Pattern BACK = Pattern.compile("(?i)(?:the )?(?:last|past|previous|preceding) (?:(" + NUMBER
            + ") )?(day|week|fortnight|month|quarter|financial year|year)s?\\b");
    private static final Pattern NOW = Pattern
            .compile("(?i)this (?:financial |calendar )?(week|month|quarter|year)\\b");
    private static final Pattern NAMED_BACK = Pattern
            .compile("(?i:last|this|next)\\s+(" + SEASON + "|" + MONTH + ")(?!\\s+" + YEAR + ")");
    private static final Pattern SAME_TIME = Pattern
            .compile("(?i)(?:the )?same (?:period|time|weeks?|months?|quarter|dates?)"
                    + "(?: (?:in|of|the))* (?:last year|the year before|the previous year|previous year|a year (?:before|earlier)|year before)\\b");
    private static final Pattern PART_OF = Pattern.compile("(" + PART + ")[\\s-]+(?:in\\s+|the\\s+)?");
    private static final Pattern TO = Pattern
            .compile("\\s*(?:to|until|till|up to|through to|[-–—])\\s*(?:the end of\\s+)?");
    /** What goes on to the day of writing: "April 2024 to date". */
    private static final Pattern ONWARDS = Pattern.compile(
            "(?i)(?:\\s*(?:to|until|till|up to|[-–—])\\s*(?:date|(?:the )?present(?: day)?|now|today|ongoing|current)|,?\\s+onwards?)\\b");
    private static final Pattern AND = Pattern.compile("\\s+and\\s+");
    private static final Pattern BEFORE = Pattern.compile(
            "(?i)(?:^|[^\\p{L}])(since|from|after|starting|until|till|up to|to|by|before|no later than|throughout|during|in|on"
                    + "|over|within|for|of|between|and|at|around|about|circa|approximately|dated|early|late|mid|through|each"
                    + "|every|or|until at least|as at|as of|ending|ended|began|launched)(?:\\s+the)?\\s+$");
    private static final Pattern TITLE = Pattern
            .compile("(?:Act|Regulations?|Order|Bill|Rules?|Code|Measure|Directive)\\s*\\(?$");
    private static final Pattern AHEAD = Pattern.compile(
            "(?i)\\b(?:will|shall|next|due(?! to (?!be\\b|begin|start|finish|end|open|close))|planned|plans? to|going to|to be|expected"
                    + "|scheduled|forthcoming)\\b(?![^.]*\\b(?:was|were|has|have|had|took|met)\\b)[^.]*$");

    private final String text;
    private final LocalDate writtenOn;
    private final List<DateMention> found = new ArrayList<>();

    private DateReader(String text, LocalDate writtenOn) {
        this.text = text;
        this.writtenOn = writtenOn;
    }

    /**
     * Every place of the text that says when, in order; none overlaps another.
     *
     * @param writtenOn the day from which "last month" is counted
     */
    public static List<DateMention> read(String text, LocalDate writtenOn) {
        var reader = new DateReader(text, writtenOn);
        reader.scan();
        return List.copyOf(reader.found);
    }

    private void scan() {
        int done = 0;
        for (int at = 0; at < text.length(); at++) {
            if (at < done || !wordStart(at) || !mayBegin(at) || at(MAY_BEGIN, at) == null)
                continue;
            var first = atom(at);
            if (first == null || first.yearless() && !saysWhen(first) || first.bareYear() && isTitle(first))
                continue;
            done = range(first);
        }
    }

    /** Whether a letter or digit stands here, and none before it. */
    private boolean wordStart(int at) {
        int here = text.codePointAt(at);
        if (!(Character.isLetter(here) || here >= '0' && here <= '9'))
            return false;
        if (at == 0)
            return true;
        int before = text.codePointBefore(at);
        return !Character.isLetter(before) && switch (Character.getType(before)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> false;
            default -> true;
        };
    }

    /** The same by the first letters alone, which is enough to leave most words out. */
    private boolean mayBegin(int at) {
        char first = text.charAt(at);
        if (first >= '0' && first <= '9' || first > 127)
            return true;
        if ((first | 32) == 'q')
            return true;
        if (at + 3 > text.length())
            return false;
        var begins = text.substring(at, at + 3).toLowerCase(java.util.Locale.ROOT);
        // "The" stands before every second thing: what follows it has to be able to begin a date as well.
        return begins.equals("the")
                ? at + 4 < text.length() && text.charAt(at + 3) == ' ' && mayBegin(at + 4)
                : BEGINNINGS.contains(begins);
    }

    /** Takes what follows into it ("to May 2024") and keeps it; where it ends. */
    private int range(Atom first) {
        var before = before(first.start());
        var to = TO.matcher(text).region(first.end(), text.length());
        var and = AND.matcher(text).region(first.end(), text.length());
        boolean between = before.equals("between");
        Atom second = null;
        if (to.lookingAt())
            second = atom(to.end());
        else if (between && and.lookingAt())
            second = atom(and.end());
        else if (first.yearless() && and.lookingAt())
            // "In August and October 2024": two months, and one year for both.
            first = withYearOf(first, atom(and.end()));
        var onwards = ONWARDS.matcher(text).region(first.end(), text.length());
        if (second == null && onwards.lookingAt()) {
            keep(placed(first).until(onwards.end()), "since");
            return onwards.end();
        }
        if (second == null) {
            keep(placed(first), before);
            return first.end();
        }
        var from = withYearOf(first, second);
        var until = placed(second);
        var begins = placed(from).span().from();
        var ends = until.span().to();
        if (begins == null || ends == null || ends.isBefore(begins)) {
            keep(placed(from), before);
            return first.end();
        }
        var precision = first.precision().compareTo(second.precision()) > 0 ? first.precision() : second.precision();
        found.add(new DateMention(first.start(), second.end(), text.substring(first.start(), second.end()),
                new Span(begins, ends), precision, Bearing.DURING, first.vague() || second.vague()));
        return second.end();
    }

    private void keep(Atom atom, String before) {
        var span = atom.span();
        // "From 1 to 14 May" has its own end.
        boolean ended = atom.precision() == Precision.DAY && span.days() > 1;
        var bearing = ended ? Bearing.DURING : switch (before) {
            case "since", "from", "after", "starting", "as of" -> Bearing.SINCE;
            case "until", "till", "up to", "to", "until at least" -> Bearing.UNTIL;
            case "by", "before", "no later than" -> Bearing.BY;
            default -> atom.bareYear() && before.isEmpty() ? Bearing.ASIDE : Bearing.DURING;
        };
        var from = span.from();
        var over = switch (bearing) {
            case SINCE -> new Span(from, from != null && from.isAfter(writtenOn) ? null : writtenOn);
            case UNTIL -> new Span(null, span.to());
            default -> span;
        };
        if (bearing == Bearing.SINCE && span.to() != null && over.to() != null && over.to().isBefore(span.to()))
            over = span;
        found.add(new DateMention(atom.start(), atom.end(), text.substring(atom.start(), atom.end()), over,
                atom.precision(), bearing, atom.vague()));
    }

    /** The preposition that stands before, in small letters; empty where none does. */
    private String before(int at) {
        var m = BEFORE.matcher(text.substring(Math.max(0, at - 30), at));
        return m.find() ? m.group(1).toLowerCase(java.util.Locale.UK) : "";
    }

    /** Whether a month or day without a year is a date at all: "may" and "march" mostly are not. */
    private boolean saysWhen(Atom atom) {
        if (atom.day() > 0)
            return true;
        var before = before(atom.start());
        return !before.isEmpty() && !before.equals("for") && !before.equals("about");
    }

    private boolean isTitle(Atom atom) {
        return TITLE.matcher(text.substring(Math.max(0, atom.start() - 20), atom.start())).find();
    }

    private Atom withYearOf(Atom first, @Nullable Atom second) {
        if (!first.yearless() || second == null || second.yearless())
            return first;
        var other = second.span().to();
        if (other == null)
            return first;
        int year = first.month() > other.getMonthValue() ? other.getYear() - 1 : other.getYear();
        return in(first, year);
    }

    private static Atom in(Atom atom, int year) {
        var day = atom.day() == 0 ? null : DateWords.day(year, atom.month(), atom.day());
        return atom.over(day == null ? DateWords.month(year, atom.month()) : new Span(day, day));
    }

    /** A month without a year, put into the year it most likely means. */
    private Atom placed(Atom atom) {
        if (!atom.yearless())
            return atom;
        int year = writtenOn.getYear();
        boolean ahead = AHEAD.matcher(text.substring(0, atom.start())).find();
        var this_ = in(atom, year);
        var from = this_.span().from();
        var to = this_.span().to();
        if (ahead && to != null && to.isBefore(writtenOn))
            return in(atom, year + 1);
        return !ahead && from != null && from.isAfter(writtenOn) ? in(atom, year - 1) : this_;
    }

    private @Nullable Matcher at(Pattern pattern, int at) {
        var m = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
        return m.lookingAt() ? m : null;
    }

    /** The date that begins here, the longest form first. */
    private @Nullable Atom atom(int at) {
        var part = at(PART_OF, at);
        if (part != null) {
            var of = plain(part.end());
            if (of != null && !of.yearless()) {
                if (of.precision() == Precision.MONTH || of.precision() == Precision.DAY)
                    return of.from(at);
                return of.from(at).vague(DateWords.part(part.group(1), of.span()), Precision.PART_OF_YEAR);
            }
            return of != null ? of.from(at) : counted(at);
        }
        var counted = counted(at);
        return counted != null ? counted : plain(at);
    }

    private @Nullable Atom plain(int at) {
        Matcher m;
        if ((m = at(ISO, at)) != null)
            return day(m, m.group(1), m.group(2), m.group(3));
        if ((m = at(NUMERIC, at)) != null)
            return day(m, m.group(4), m.group(3), m.group(1));
        if ((m = at(DAY_TO_DAY, at)) != null) {
            var from = DateWords.day(DateWords.year(m.group(4)), DateWords.month(m.group(3)),
                    Integer.parseInt(m.group(1)));
            var to = DateWords.day(DateWords.year(m.group(4)), DateWords.month(m.group(3)),
                    Integer.parseInt(m.group(2)));
            return from == null || to == null || to.isBefore(from)
                    ? null
                    : Atom.of(m, new Span(from, to), Precision.DAY);
        }
        if ((m = at(DAY_MONTH, at)) != null)
            return m.group(3) != null
                    ? day(m, m.group(3), "" + DateWords.month(m.group(2)), m.group(1))
                    : yearless(m, DateWords.month(m.group(2)), Integer.parseInt(m.group(1)));
        if ((m = at(MONTH_YEAR, at)) != null)
            return Atom.of(m, DateWords.month(DateWords.year(m.group(2).replace("'", "")), DateWords.month(m.group(1))),
                    Precision.MONTH);
        if ((m = at(MONTH_DAY, at)) != null)
            return day(m, m.group(3), "" + DateWords.month(m.group(1)), m.group(2));
        if ((m = at(SEASON_YEAR, at)) != null)
            return Atom.of(m, DateWords.season(m.group(1), DateWords.year(m.group(2))), Precision.SEASON);
        if ((m = at(QUARTER, at)) != null)
            return quarter(m);
        if ((m = at(QUARTER_LAST, at)) != null)
            return quarterLast(m);
        if ((m = at(TWO_YEARS, at)) != null)
            return years(m);
        if ((m = at(YEAR_ALONE, at)) != null)
            return new Atom(m.start(), m.end(), DateWords.year(DateWords.year(m.group(1))), Precision.YEAR, false,
                    false,
                    true, 0, 0);
        if ((m = at(MONTH_ALONE, at)) != null)
            return yearless(m, DateWords.month(m.group(1)), 0);
        return null;
    }

    private static Atom yearless(MatchResult m, int month, int day) {
        return new Atom(m.start(), m.end(), new Span(null, null), day > 0 ? Precision.DAY : Precision.MONTH, false,
                true,
                false, month, day);
    }

    private static @Nullable Atom day(MatchResult m, String year, String month, String day) {
        var on = DateWords.day(DateWords.year(year), Integer.parseInt(month), Integer.parseInt(day));
        return on == null ? null : Atom.of(m, new Span(on, on), Precision.DAY);
    }

    /** A quarter of the financial year where two years are named, and else of the calendar year. */
    private static Atom quarter(MatchResult m) {
        int which = m.group(1) != null
                ? Integer.parseInt(m.group(1))
                : m.group(2) != null
                        ? Integer.parseInt(m.group(2))
                        : switch (m.group(3).toLowerCase(java.util.Locale.UK)) {
                            case "first" -> 1;
                            case "second" -> 2;
                            case "third" -> 3;
                            default -> 4;
                        };
        int year = DateWords.year(m.group(4));
        var from = LocalDate.of(year, m.group(5) == null ? 1 : 4, 1).plusMonths(3L * (which - 1));
        return Atom.of(m, new Span(from, from.plusMonths(3).minusDays(1)), Precision.QUARTER);
    }

    /** The same with the financial year first: "2024/25 Q3". */
    private static Atom quarterLast(MatchResult m) {
        var from = LocalDate.of(DateWords.year(m.group(1)), 4, 1).plusMonths(3L * (Integer.parseInt(m.group(2)) - 1));
        return Atom.of(m, new Span(from, from.plusMonths(3).minusDays(1)), Precision.QUARTER);
    }

    /** Two years that follow each other are a financial year; else all from the one to the other. */
    private static @Nullable Atom years(MatchResult m) {
        int first = DateWords.year(m.group(1));
        var digits = m.group(2);
        int second = digits.length() == 2 ? first / 100 * 100 + Integer.parseInt(digits) : DateWords.year(digits);
        if (second <= first)
            return null;
        boolean next = second == first + 1;
        var span = next
                ? DateWords.financialYear(first)
                : new Span(LocalDate.of(first, 1, 1), LocalDate.of(second, 12, 31));
        return new Atom(m.start(), m.end(), span, Precision.YEAR, false, false, true, 0, 0);
    }

    /** What is counted from another date, or from when the text was written. */
    private @Nullable Atom counted(int at) {
        Matcher m;
        if ((m = at(TO_MONTH, at)) != null) {
            var month = DateWords.month(DateWords.year(m.group(6)), DateWords.month(m.group(5)));
            var day = m.group(4) == null
                    ? month.to()
                    : DateWords.day(DateWords.year(m.group(6)), DateWords.month(m.group(5)),
                            Integer.parseInt(m.group(4)));
            if (day == null)
                return null;
            int months = m.group(3) != null
                    ? DateWords.number(m.group(3))
                    : switch (m.group(2).toLowerCase(java.util.Locale.UK)) {
                        case "quarter" -> 3;
                        case "half year" -> 6;
                        default -> 12;
                    };
            return Atom.of(m, new Span(day.plusDays(1).minusMonths(months), day),
                    m.group(4) == null ? Precision.MONTH : Precision.DAY);
        }
        if ((m = at(SAME_TIME, at)) != null)
            return Atom.of(m, yearBefore(), Precision.COUNTED_BACK);
        if ((m = at(BACK, at)) != null)
            return Atom.of(m, back(m), Precision.COUNTED_BACK);
        if ((m = at(NOW, at)) != null)
            return Atom.of(m, now(m.group().toLowerCase(java.util.Locale.UK)), Precision.COUNTED_BACK);
        if ((m = at(NAMED_BACK, at)) != null)
            return named(m);
        return null;
    }

    /** "Last month" is the calendar month before; "the last six months" end on the day of writing. */
    private Span back(MatchResult m) {
        var unit = m.group(2).toLowerCase(java.util.Locale.UK);
        long n = m.group(1) == null ? 1 : DateWords.number(m.group(1));
        boolean calendar = m.group(1) == null && !m.group().toLowerCase(java.util.Locale.UK).startsWith("the ");
        if (calendar && unit.equals("year"))
            return DateWords.year(writtenOn.getYear() - 1);
        if (calendar && unit.equals("month")) {
            var month = writtenOn.minusMonths(1);
            return DateWords.month(month.getYear(), month.getMonthValue());
        }
        if (unit.equals("financial year"))
            return DateWords.financialYear(writtenOn.getYear() - (writtenOn.getMonthValue() < 4 ? 2 : 1));
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

    private Span now(String said) {
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

    private Atom named(MatchResult m) {
        boolean next = m.group().toLowerCase(java.util.Locale.UK).startsWith("next");
        var word = m.group(1);
        boolean season = Pattern.matches(SEASON, word);
        int year = writtenOn.getYear() + 1;
        Span span;
        do {
            span = season ? DateWords.season(word, year) : DateWords.month(year, DateWords.month(word));
            year--;
        } while (!next && span.from() != null && span.from().isAfter(writtenOn));
        return Atom.of(m, span, season ? Precision.SEASON : Precision.MONTH);
    }

    /** The last period that the text named before, a year earlier; the year before last where it named none. */
    private Span yearBefore() {
        if (!found.isEmpty()) {
            var last = found.getLast().span();
            return new Span(last.from() == null ? null : last.from().minusYears(1),
                    last.to() == null ? null : last.to().minusYears(1));
        }
        return new Span(writtenOn.minusYears(2).plusDays(1), writtenOn.minusYears(1));
    }
}
