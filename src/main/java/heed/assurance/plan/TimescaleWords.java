package heed.assurance.plan;

import heed.assurance.plan.Schedule.Interval;
import heed.assurance.plan.Schedule.Precision;
import heed.assurance.plan.Schedule.Unit;
import heed.assurance.plan.Schedule.Why;
import heed.assurance.plan.Timescale.Doubt;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the words of a timescale say, one after the other; {@link Timescales} makes a schedule of them. */
final class TimescaleWords {
    private static final String MONTHS = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
    private static final String COUNTS = "(\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen)";
    private static final List<String> NUMBERS = List.of("nought", "one", "two", "three", "four", "five", "six", "seven",
            "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen");
    private static final String YEAR = "((?:19|20)\\d\\d)";

    /** What a run of words says. */
    sealed interface Word {
        /** A span of days that was named. */
        record Span(LocalDate first, LocalDate last, Precision precision, boolean planned) implements Word {
        }

        /** A span whose two ends were named: "October/November 2016". */
        record Range(LocalDate first, LocalDate last) implements Word {
        }

        /** A rhythm. */
        record Rhythm(Interval interval) implements Word {
        }

        /** No schedule can come of it. */
        record Stop(Why why) implements Word {
        }

        /** A sign without days of its own. */
        record Mark(Sign sign) implements Word {
        }
    }

    enum Sign {
        ONGOING, ALL_YEAR, WHEN_NEEDED, FROM, UNTIL, BY, THROUGHOUT, VAGUE, FILLER
    }

    private record Rule(Pattern pattern, Function<Matcher, Word> says) {
    }

    private final @Nullable PlanYear year;
    private final List<Rule> rules = new ArrayList<>();

    /** @param year the year of the plan; null where nobody knows it */
    TimescaleWords(@Nullable PlanYear year) {
        this.year = year;
        build();
    }

    /**
     * Everything that a text says, in its order.
     *
     * @param text   in small letters, with plain dashes and one space between words
     * @param doubts where words that mean nothing here are told
     */
    List<Word> read(String text, Set<Doubt> doubts) {
        var said = new ArrayList<Word>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || ",.;:()'".indexOf(c) >= 0) {
                at++;
                continue;
            }
            int began = at;
            for (var rule : rules) {
                var found = rule.pattern().matcher(text).region(at, text.length()).useTransparentBounds(true)
                        .useAnchoringBounds(false);
                if (found.lookingAt()) {
                    said.add(rule.says().apply(found));
                    at = found.end();
                    break;
                }
            }
            if (at == began) {
                doubts.add(Doubt.WORDS_LEFT_OVER);
                // To the end of this word, so that no part of a word is taken for one.
                do
                    at++;
                while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at))));
            }
        }
        return said;
    }

    private void rule(String pattern, Function<Matcher, Word> says) {
        rules.add(new Rule(Pattern.compile(pattern), says));
    }

    private void mark(String pattern, Sign sign) {
        rule("(?:" + pattern + ")(?![\\p{L}\\p{N}])", found -> new Word.Mark(sign));
    }

    /** Longer wordings come before the shorter ones that begin them. */
    private void build() {
        dates();
        rhythms();
        mark("as and when(?: (?:it is |they are )?(?:required|needed|necessary|it arises|they arise))?"
                + "|(?:as|when|whenever|if|where) (?:and when )?(?:required|needed|necessary|appropriate|requested"
                + "|it arises|they arise)|when there is need|ad[ -]?hoc|on (?:demand|request)", Sign.WHEN_NEEDED);
        mark("on ?-?going|continuous(?:ly)?|continual(?:ly)?|continuing|rolling(?: programme)?", Sign.ONGOING);
        mark("all (?:through )?(?:the )?year(?:[ -](?:round|long))?|(?:throughout|during|across) the (?:plan |financial )?year"
                + "|(?:the )?whole year|year[ -](?:round|long)", Sign.ALL_YEAR);
        rule("(?:by )?(?:the )?(?:end of (?:the )?(?:plan |financial )?year|(?:financial )?year[ -]end)\\b",
                found -> year == null
                        ? new Word.Stop(Why.NO_YEAR)
                        : new Word.Span(year.to(), year.to(), Precision.DAY, true));
        stop("t\\.?b\\.?[acd]\\.?|to be (?:confirmed|agreed|advised|decided|determined|set)|not (?:yet )?(?:set|agreed|known)"
                + "|n/a|not applicable|none|\\?+", Why.NOT_SET);
        rule("^-+$", found -> new Word.Stop(Why.NOT_SET));
        stop("(?:within|in the next|in)? ?" + COUNTS + "[ -](?:working |calendar )?(?:day|week|month|year)s?",
                Why.NO_START);
        stop("immediate(?:ly)?|asap|a\\.s\\.a\\.p\\.?|as soon as possible|urgent(?:ly)?|(?:short|medium|long)(?:er)?[ -]term"
                + "|when possible", Why.NO_DATE);
        rule("(?:to be )?complet(?:ed?|ion)(?: date)? (?=by |in |on |before |due)",
                found -> new Word.Mark(Sign.FILLER));
        stop("(?:now )?(?:complete|completed|done|finished|closed|achieved)", Why.SAYS_DONE);
        mark("between", Sign.FROM);
        mark("not? (?:before|earlier than|sooner than|until)|onwards?|and beyond", Sign.FROM);
        mark("not? later than", Sign.BY);
        // What is ruled out leaves open what is meant.
        stop("not|never|no longer|except", Why.UNKNOWN);
        mark("from|since|start(?:s|ed|ing)?(?: in| on| from)?|begin(?:s|ning)?(?: in| on)?|commenc(?:es|ing)(?: in| on)?"
                + "|after", Sign.FROM);
        mark("to|until|till|up to|through|ending(?: in| on)?", Sign.UNTIL);
        rule("-", found -> new Word.Mark(Sign.UNTIL));
        mark("throughout|during|across|over", Sign.THROUGHOUT);
        mark("(?:by )?(?:the )?end(?: of)?|by|before|due(?: by| in| on)?|deadline|target(?: date)?(?: of)?",
                Sign.BY);
        rule("(?:early|mid|middle of|late|beginning of|start of)[ -]", found -> new Word.Mark(Sign.VAGUE));
        mark("w/c|w/e|week (?:commencing|beginning|ending)|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
                + "|and|then|thereafter|after that|the|a|an|of|in|on|at|with|for|basis|meetings?|reviews?|reviewed|reviewing"
                + "|updates?|updated|report(?:s|ed|ing)?|date|monitored|monitoring|year", Sign.FILLER);
        rule("[&/]", found -> new Word.Mark(Sign.FILLER));
    }

    private void stop(String pattern, Why why) {
        rule("(?:" + pattern + ")(?![\\p{L}\\p{N}])", found -> new Word.Stop(why));
    }

    private void dates() {
        rule("(\\d{4})-(\\d{2})-(\\d{2})\\b", m -> day(number(m, 1), number(m, 2), number(m, 3)));
        rule("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4}|\\d{2})\\b",
                m -> day(fullYear(m.group(3)), number(m, 2), number(m, 1)));
        rule("(\\d{1,2}) ?(?:st|nd|rd|th)?(?: of)?[ -]" + MONTHS + ",?[ -]?'?" + YEAR + "\\b",
                m -> day(number(m, 3), month(m.group(2)), number(m, 1)));
        // A day and a month before it: what follows is the year.
        rule("(\\d{1,2}) ?(?:st|nd|rd|th)?(?: of)?[ -]" + MONTHS + ",?[ -]?'?(\\d{2})\\b(?!:|[.]\\d)",
                m -> day(fullYear(m.group(3)), month(m.group(2)), number(m, 1)));
        rule(MONTHS + " (\\d{1,2})(?:st|nd|rd|th)?,? " + YEAR + "\\b",
                m -> day(number(m, 3), month(m.group(1)), number(m, 2)));
        rule("(\\d{1,2}) ?(?:st|nd|rd|th)?(?: of)? " + MONTHS, m -> {
            if (year == null)
                return new Word.Stop(Why.NO_YEAR);
            var of = inPlan(month(m.group(2)));
            return of == null
                    ? new Word.Stop(Why.NO_YEAR)
                    : planned(day(of.getYear(), of.getMonthValue(), number(m, 1)));
        });
        // The year of the second month is the first's too, or the year before.
        rule("between (?:the )?" + MONTHS + " and " + MONTHS + "[ -]?'?" + YEAR + "\\b", TimescaleWords::months);
        rule(MONTHS + " ?(?:/|-|to|until) ?" + MONTHS + "[ -]?'?" + YEAR + "\\b", TimescaleWords::months);
        rule(MONTHS + ",?[ -]?'?" + YEAR + "\\b", m -> month(number(m, 2), month(m.group(1)), false));
        rule(MONTHS + "(?: ?'|-)(\\d{2})\\b", m -> month(fullYear(m.group(2)), month(m.group(1)), false));
        // A day, or a year.
        stop(MONTHS + " \\d{2}", Why.TWO_MEANINGS);
        rule(MONTHS, this::monthAlone);
        rule("(?:q([1-4])|(?:(first|second|third|fourth|1st|2nd|3rd|4th|last|final) quarter))(?: of)?,? (?:fy ?)?"
                + YEAR
                + " ?[/-] ?(\\d{4}|\\d{2})\\b", m -> {
                    var of = financial(m, 3);
                    if (of == null)
                        return new Word.Stop(Why.NO_SUCH_DAY);
                    var first = of.from().plusMonths(3L * (quarter(m) - 1));
                    return new Word.Span(first, first.plusMonths(3).minusDays(1), Precision.QUARTER, false);
                });
        // Of a calendar year or of a financial one: nobody can tell.
        stop("(?:q[1-4]|(?:first|second|third|fourth|1st|2nd|3rd|4th|last|final) quarter)(?: of)?(?:,? " + YEAR + ")?",
                Why.TWO_MEANINGS);
        rule("(?:financial year |fy ?)?" + YEAR + " ?[/-] ?(\\d{4}|\\d{2})\\b", m -> {
            var of = financial(m, 1);
            return of == null
                    ? new Word.Stop(Why.NO_SUCH_DAY)
                    : new Word.Span(of.from(), of.to(), Precision.YEAR, false);
        });
        rule("(spring|summer|autumn|winter),?(?: of)? " + YEAR + "(?: ?/ ?\\d{2,4})?\\b", m -> {
            int of = number(m, 2);
            var first = LocalDate.of(of, switch (m.group(1)) {
                case "spring" -> Month.MARCH;
                case "summer" -> Month.JUNE;
                case "autumn" -> Month.SEPTEMBER;
                default -> Month.DECEMBER;
            }, 1);
            return new Word.Span(first, first.plusMonths(3).minusDays(1), Precision.SEASON, false);
        });
        stop("spring|summer|autumn|winter", Why.NO_YEAR);
        rule(YEAR + "\\b", m -> new Word.Span(LocalDate.of(number(m, 1), 1, 1), LocalDate.of(number(m, 1), 12, 31),
                Precision.YEAR, false));
    }

    private void rhythms() {
        stop("bi[ -]?(?:annual(?:ly)?|monthly|weekly|yearly)", Why.TWO_MEANINGS);
        rhythm("biennial(?:ly)?", 2, Unit.YEAR);
        rule("(?:every|each)(?: (\\d{1,3}|other|second|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen))?"
                + "[ -](day|week|fortnight|month|quarter|half[ -]year|year)s?\\b",
                m -> rhythm(
                        m.group(1) == null ? 1 : "other second".contains(m.group(1)) ? 2 : count(m.group(1)),
                        m.group(2)));
        stop(COUNTS + " ?(?:-|to|or) ?" + COUNTS + "[ -]?(?:day|week|month|year)(?:s|ly)?", Why.SEVERAL);
        rule("(?:every|each) (?=" + MONTHS + ")", m -> new Word.Rhythm(new Interval(1, Unit.YEAR)));
        rule(COUNTS + "[ -]?(day|week|month|year)ly\\b", m -> rhythm(count(m.group(1)), m.group(2)));
        rule(COUNTS + "[ -](day|week|month|year)s?(?= reviews?\\b)", m -> rhythm(count(m.group(1)), m.group(2)));
        rule("(once|twice|(?:" + COUNTS + " times)|(?:" + COUNTS
                + ") ?x)[ ,-]*(?:(?:a|per|each|every)[ -](year|annum|quarter|month|week)|(year|annual|quarter|month|week)ly)\\b",
                TimescaleWords::times);
        rhythm("daily", 1, Unit.DAY);
        rhythm("weekly|per week", 1, Unit.WEEK);
        rhythm("fortnightly", 2, Unit.WEEK);
        rhythm("monthly|per month", 1, Unit.MONTH);
        rhythm("quarterly|per quarter", 3, Unit.MONTH);
        rhythm("half[ -]?yearly|semi[ -]?annual(?:ly)?", 6, Unit.MONTH);
        rhythm("annual(?:ly)?|yearly|per (?:year|annum)|p\\.?a\\.?", 1, Unit.YEAR);
    }

    /** "Twice a year", "four times yearly". */
    private static Word times(Matcher found) {
        int many = "once".equals(found.group(1))
                ? 1
                : "twice".equals(found.group(1)) ? 2 : count(found.group(2) != null ? found.group(2) : found.group(3));
        int months = switch (found.group(4) != null ? found.group(4) : found.group(5)) {
            case "quarter" -> 3;
            case "month" -> 1;
            case "week" -> 0;
            default -> 12;
        };
        if (many == 1 && months == 0)
            return new Word.Rhythm(new Interval(1, Unit.WEEK));
        if (many == 0 || months == 0 || months % many != 0)
            return new Word.Stop(Why.UNKNOWN);
        return months == 12 && many == 1
                ? new Word.Rhythm(new Interval(1, Unit.YEAR))
                : new Word.Rhythm(new Interval(months / many, Unit.MONTH));
    }

    private void rhythm(String pattern, int many, Unit unit) {
        rule("(?:" + pattern + ")(?![\\p{L}\\p{N}])", found -> new Word.Rhythm(new Interval(many, unit)));
    }

    private static Word rhythm(int many, String of) {
        if (many < 1)
            return new Word.Stop(Why.UNKNOWN);
        return new Word.Rhythm(switch (of.replaceAll("[ -]", "")) {
            case "day" -> new Interval(many, Unit.DAY);
            case "week" -> new Interval(many, Unit.WEEK);
            case "fortnight" -> new Interval(Math.min(999, many * 2), Unit.WEEK);
            case "quarter" -> new Interval(Math.min(999, many * 3), Unit.MONTH);
            case "halfyear" -> new Interval(Math.min(999, many * 6), Unit.MONTH);
            case "year" -> new Interval(many, Unit.YEAR);
            default -> new Interval(many, Unit.MONTH);
        });
    }

    private static Word months(Matcher found) {
        int last = number(found, 3);
        int first = month(found.group(1)) > month(found.group(2)) ? last - 1 : last;
        return new Word.Range(LocalDate.of(first, month(found.group(1)), 1),
                YearMonth.of(last, month(found.group(2))).atEndOfMonth());
    }

    private static int count(String words) {
        return Character.isDigit(words.charAt(0)) ? Integer.parseInt(words) : NUMBERS.indexOf(words);
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static int fullYear(String digits) {
        return digits.length() == 4 ? Integer.parseInt(digits) : 2000 + Integer.parseInt(digits);
    }

    private static int quarter(Matcher found) {
        if (found.group(1) != null)
            return number(found, 1);
        return switch (found.group(2)) {
            case "first", "1st" -> 1;
            case "second", "2nd" -> 2;
            case "third", "3rd" -> 3;
            default -> 4;
        };
    }

    /** The financial year of "2021/22"; null where the second is not the year after the first. */
    private static @Nullable PlanYear financial(Matcher found, int group) {
        int first = number(found, group);
        var second = found.group(group + 1);
        int last = second.length() == 4 ? Integer.parseInt(second) : first / 100 * 100 + Integer.parseInt(second);
        return last == first + 1 || second.length() == 2 && first % 100 == 99 && second.equals("00")
                ? PlanYear.financial(first)
                : null;
    }

    private static int month(String word) {
        var start = word.substring(0, 3);
        for (var month : Month.values())
            if (month.name().toLowerCase(Locale.ROOT).startsWith(start))
                return month.getValue();
        throw new IllegalArgumentException("no month begins so");
    }

    private static Word day(int year, int month, int day) {
        try {
            var date = LocalDate.of(year, month, day);
            return new Word.Span(date, date, Precision.DAY, false);
        } catch (DateTimeException e) {
            return new Word.Stop(Why.NO_SUCH_DAY);
        }
    }

    private static Word planned(Word word) {
        return word instanceof Word.Span span
                ? new Word.Span(span.first(), span.last(), span.precision(), true)
                : word;
    }

    private static Word month(int year, int month, boolean planned) {
        var of = YearMonth.of(year, month);
        return new Word.Span(of.atDay(1), of.atEndOfMonth(), Precision.MONTH, planned);
    }

    private Word monthAlone(Matcher found) {
        var of = inPlan(month(found.group(1)));
        return of == null ? new Word.Stop(Why.NO_YEAR) : month(of.getYear(), of.getMonthValue(), true);
    }

    /** That month in the plan's year; null where the year is not known or does not have it just once. */
    private @Nullable YearMonth inPlan(int month) {
        if (year == null)
            return null;
        YearMonth found = null;
        for (var at = YearMonth.from(year.from()); !at.isAfter(YearMonth.from(year.to())); at = at.plusMonths(1))
            if (at.getMonthValue() == month) {
                if (found != null)
                    return null;
                found = at;
            }
        return found;
    }
}
