package heed.assurance.evidence;

import static heed.assurance.evidence.DateWords.PART;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places of a text that say when: days, months, quarters, seasons, calendar and financial years, parts of them,
 * from one to another, and what is counted back from when the text was written. A month without a year is the latest one
 * that had begun by then, or the next one after words such as "will". Numbers that only look like years are left alone.
 */
public final class DateReader {
    /** What a date can begin with: most words of a text are not tried any further. */
    private static final Pattern MAY_BEGIN = Pattern
            .compile("(?i)\\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn"
                    + "|winter|early|mid|late|the |last|past|previous|preceding|this|same|quarter|q[1-4]|first|second|third|fourth|beginning"
                    + "|start|end|middle|next|year|half|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty|financial|calendar"
                    + "|very|academic|school|one |a (?:day|week|fortnight|month|year) ");
    /** The first three letters of each of these words. */
    private static final Set<String> BEGINNINGS = Set.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
            "oct", "nov", "dec", "spr", "sum", "aut", "win", "ear", "mid", "lat", "las", "pas", "pre", "thi", "sam",
            "qua", "fir", "sec", "fou", "beg", "sta", "end", "nex", "yea", "hal", "two", "thr", "fiv", "six", "sev",
            "eig",
            "nin", "ten", "twe", "fin", "cal", "ver", "aca", "sch", "one", "a d", "a w", "a f", "a m", "a y");
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
    private final CountedDates counted;

    private DateReader(String text, LocalDate writtenOn) {
        this.text = text;
        this.writtenOn = writtenOn;
        counted = new CountedDates(writtenOn, found);
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
            if (at < done || !wordStart(at) || !mayBegin(at) || at(text, MAY_BEGIN, at) == null)
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
        var begins = text.substring(at, at + 3).toLowerCase(Locale.ROOT);
        // "The" stands before every second thing: what follows it has to be able to begin a date as well.
        return begins.equals("the")
                ? at + 4 < text.length() && text.charAt(at + 3) == ' ' && mayBegin(at + 4)
                : BEGINNINGS.contains(begins);
    }

    /** Takes what follows into it ("to May 2024") and keeps it; where it ends. */
    private int range(DateAtom first) {
        var before = before(first.start());
        var to = TO.matcher(text).region(first.end(), text.length());
        var and = AND.matcher(text).region(first.end(), text.length());
        boolean between = before.equals("between");
        DateAtom second = null;
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
                new Span(begins, ends), precision, Bearing.DURING, first.vague() || second.vague(),
                first.counted() || second.counted()));
        return second.end();
    }

    /** Whether it has its own end: "from 1 to 14 May", "from Q1 to Q3 2021/22". */
    private static boolean ended(DateAtom atom) {
        long days = atom.span().days();
        return switch (atom.precision()) {
            case DAY -> days > 1;
            case QUARTER -> days > 92;
            // The longest term has 122.
            case SEASON -> days > 122;
            case YEAR -> !atom.bareYear() && days > 366;
            case MONTH, PART_OF_YEAR, COUNTED_BACK -> false;
        };
    }

    private void keep(DateAtom atom, String before) {
        var span = atom.span();
        var bearing = ended(atom) ? Bearing.DURING : switch (before) {
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
                atom.precision(), bearing, atom.vague(), atom.counted()));
    }

    /** The preposition that stands before, in small letters; empty where none does. */
    private String before(int at) {
        var m = BEFORE.matcher(text.substring(Math.max(0, at - 30), at));
        return m.find() ? m.group(1).toLowerCase(Locale.UK) : "";
    }

    /** Whether a month or day without a year is a date at all: "may" and "march" mostly are not. */
    private boolean saysWhen(DateAtom atom) {
        if (atom.day() > 0)
            return true;
        var before = before(atom.start());
        return !before.isEmpty() && !before.equals("for") && !before.equals("about");
    }

    private boolean isTitle(DateAtom atom) {
        return TITLE.matcher(text.substring(Math.max(0, atom.start() - 20), atom.start())).find();
    }

    private DateAtom withYearOf(DateAtom first, @Nullable DateAtom second) {
        if (!first.yearless() || second == null || second.yearless())
            return first;
        var other = second.span().to();
        if (other == null)
            return first;
        int year = first.month() > other.getMonthValue() ? other.getYear() - 1 : other.getYear();
        return in(first, year);
    }

    private static DateAtom in(DateAtom atom, int year) {
        var day = atom.day() == 0 ? null : DateWords.day(year, atom.month(), atom.day());
        return atom.over(day == null ? DateWords.month(year, atom.month()) : new Span(day, day));
    }

    /** A month without a year, put into the year it most likely means. */
    private DateAtom placed(DateAtom atom) {
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

    /** The pattern's match that begins at this place; null where none does. */
    static @Nullable Matcher at(String text, Pattern pattern, int at) {
        var m = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
        return m.lookingAt() ? m : null;
    }

    /** The date that begins here, the longest form first. */
    private @Nullable DateAtom atom(int at) {
        var part = at(text, PART_OF, at);
        if (part != null) {
            var of = NamedDates.at(text, part.end());
            if (of != null && !of.yearless()) {
                if (of.precision() == Precision.MONTH || of.precision() == Precision.DAY)
                    return of.from(at);
                return of.from(at).vague(DateWords.part(part.group(1), of.span()), Precision.PART_OF_YEAR);
            }
            return of != null ? of.from(at) : counted.at(text, at);
        }
        var named = counted.at(text, at);
        return named != null ? named : NamedDates.at(text, at);
    }

}
