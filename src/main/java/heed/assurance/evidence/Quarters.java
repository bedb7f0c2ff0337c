package heed.assurance.evidence;

import static heed.assurance.evidence.DateWords.YEAR;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Quarters of a year that a text names: of the financial year where two years are named, of the calendar year where one is.
 * One that stands without a year is of the one year that its sentence names, if that says which kind of year it is; else it
 * is none, for the two kinds are three months apart. "Q3" may also be the number of a question.
 */
final class Quarters {
    private static final String DASH = "\\s?[-–—/]\\s?";
    private static final String NUMBERED = "Q([1-4])|quarter ([1-4])|(?:the )?(first|second|third|fourth";
    private static final String OF = "(?: of)?(?:(?: the)?,? (financial|calendar) year)?,?\\s+";
    /** A school year has terms; and no year stops short of its second number. */
    private static final String NO_SCHOOL = "(?!" + DASH + "\\d\\d|\\s+(?:academic|school)\\b)";
    private static final Pattern QUARTER = Pattern.compile("(?i)(?:" + NUMBERED + "|last) quarter)" + OF + "(" + YEAR
            + ")(?:" + DASH + "(\\d{4}|\\d\\d))?\\b" + NO_SCHOOL);
    /** "Q1 and Q2 of 2021/22", "quarters 1 to 3 2021/22", "the third and fourth quarters of 2021/22". */
    private static final Pattern SEVERAL = Pattern.compile("(?i)(?:(?:Q|quarters? )([1-4])(?:, ?(?:Q|quarter )?[1-4])*"
            + "(?:,? ?(?:and|&|to) ?| ?[-–—] ?)(?:Q|quarter )?([1-4])|(?:the )?(first|second|third) (?:and|to) (?:the )?"
            + "(second|third|fourth) quarters?)" + OF + "(" + YEAR + ")(?:" + DASH + "(\\d{4}|\\d\\d))?\\b"
            + NO_SCHOOL);
    private static final Pattern APART = Pattern.compile("(?i)\\band\\b|&");
    private static final Pattern YEAR_FIRST = Pattern
            .compile("(" + YEAR + ")" + DASH + "(?:\\d{4}|\\d\\d),?\\s+(?i:Q|quarter )([1-4])\\b");
    /** Not "Q3.1", "Q3a", "Q3:" or "the first quarter of the crews". */
    private static final Pattern ALONE = Pattern.compile("(?i)(?:" + NUMBERED
            + ") quarter)(?![\\p{L}\\d:]|[.-]\\d|\\s+of\\b(?!\\s+(?:the |that |this )?(?:"
            + YEAR + DASH + "(?:\\d{4}|\\d\\d) )?(?:(?:financial|calendar) )?year\\b))");
    /** What stands before a time, and seldom before a question's number. */
    private static final Pattern WHEN = Pattern.compile(
            "(?i)(?:^|[^\\p{L}])(?:in|during|by|since|from|until|throughout|between|and in|(?:end|start|beginning|course) of)(?:\\s+the)?\\s+$");
    private static final Pattern NUMBER_OF = Pattern
            .compile(
                    "(?i)\\b(?:sections?|questions?|parts?|items?|standards?|paragraphs?|para|annex|appendix|tables?|see|answers?"
                            + "(?: to)?|answered|response to|responses? to)\\s+(?:the\\s+)?(?:Q\\d+(?:,| and| &| to|-) ?)*$");
    /** A sentence that speaks of questions may speak of one by its number. */
    private static final Pattern OF_QUESTIONS = Pattern
            .compile(
                    "(?i)\\b(?:questions?|questionnaires?|surveys?|forms?|returns?|answer(?:s|ed)?|respon(?:se|ses|ded)"
                            + "|sections?|templates?|assessments?)\\b|\\bQ(?:[05-9]|\\d\\d|[1-4][a-z.]\\w)");
    private static final Pattern YEARS = Pattern.compile("(?<![\\d/.-])(" + YEAR + ")(?:" + DASH + "(" + YEAR
            + "|\\d\\d)\\b(?![/.-]\\d))?(?![\\d%])");
    private static final Pattern SCHOOL = Pattern.compile("(?i)\\b(?:academic|school)\\s+years?\\b|\\bterms?\\b");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?;](?=\\s|$)|\\n");

    private Quarters() {
    }

    /** The quarter that begins at this place of the text; null where none does. */
    static @Nullable DateAtom at(String text, int at) {
        MatchResult m;
        if ((m = DateReader.at(text, QUARTER, at)) != null)
            return numbersSomethingElse(text, at) ? null : named(m);
        if ((m = DateReader.at(text, SEVERAL, at)) != null) {
            boolean other = numbersSomethingElse(text, at);
            var several = several(m);
            if (other || several != null)
                return other ? null : several;
        }
        if ((m = DateReader.at(text, YEAR_FIRST, at)) != null)
            return DateAtom.of(m, of(LocalDate.of(DateWords.year(m.group(1)), 4, 1), Integer.parseInt(m.group(2))),
                    Precision.QUARTER);
        if ((m = DateReader.at(text, ALONE, at)) != null && WHEN.matcher(before(text, at)).find()) {
            var year = yearOf(sentence(text, at));
            return year == null ? null : DateAtom.of(m, of(year, which(m)), Precision.QUARTER);
        }
        return null;
    }

    private static boolean numbersSomethingElse(String text, int at) {
        return NUMBER_OF.matcher(before(text, at)).find();
    }

    private static String before(String text, int at) {
        return text.substring(Math.max(0, at - 30), at);
    }

    private static @Nullable DateAtom named(MatchResult m) {
        var year = year(m, 4);
        return year == null ? null : DateAtom.of(m, of(year, which(m)), Precision.QUARTER);
    }

    private static @Nullable DateAtom several(MatchResult m) {
        var year = year(m, 5);
        boolean numbered = m.group(1) != null;
        int first = numbered ? Integer.parseInt(m.group(1)) : number(m.group(3));
        int last = numbered ? Integer.parseInt(m.group(2)) : number(m.group(4));
        // "Q1 and Q3" leaves out the second, "Q1, Q2 and Q3" and "Q1 to Q3" do not.
        boolean all = !APART.matcher(m.group()).find() || m.group().contains(",") || last == first + 1;
        return year == null || last <= first || !all
                ? null
                : DateAtom.of(m, new Span(of(year, first).from(), of(year, last).to()), Precision.QUARTER);
    }

    /**
     * The first day of the year that is named; null where its kind cannot be known.
     *
     * @param kind the group that says which kind of year; its numbers are the two after it
     */
    private static @Nullable LocalDate year(MatchResult m, int kind) {
        var said = m.group(kind) == null ? "" : m.group(kind).toLowerCase(Locale.UK);
        boolean two = m.group(kind + 2) != null;
        // "The financial year 2024" may begin or end in 2024, and no calendar year has two numbers.
        if (said.equals("financial") && !two || said.equals("calendar") && two)
            return null;
        int first = DateWords.year(m.group(kind + 1));
        // "Q3 2021 - 40 came" names no two years.
        return two && Integer.parseInt(m.group(kind + 2)) % 100 != (first + 1) % 100
                ? null
                : LocalDate.of(first, two ? 4 : 1, 1);
    }

    private static int which(MatchResult m) {
        if (m.group(1) != null)
            return Integer.parseInt(m.group(1));
        return m.group(2) != null ? Integer.parseInt(m.group(2)) : number(m.group(3));
    }

    private static int number(String word) {
        return switch (word.toLowerCase(Locale.UK)) {
            case "first" -> 1;
            case "second" -> 2;
            case "third" -> 3;
            default -> 4;
        };
    }

    private static Span of(LocalDate year, int which) {
        var from = year.plusMonths(3L * (which - 1));
        return new Span(from, from.plusMonths(3).minusDays(1));
    }

    private static String sentence(String text, int at) {
        int from = 0;
        int to = text.length();
        var ends = SENTENCE_END.matcher(text);
        while (ends.find()) {
            if (ends.start() >= at) {
                to = ends.start();
                break;
            }
            from = ends.end();
        }
        return text.substring(from, to);
    }

    /** The first day of the one financial year that a sentence names; null where it names none, or any other year as well. */
    private static @Nullable LocalDate yearOf(String sentence) {
        if (OF_QUESTIONS.matcher(sentence).find() || SCHOOL.matcher(sentence).find())
            return null;
        Set<List<Integer>> named = new HashSet<>();
        var m = YEARS.matcher(sentence);
        while (m.find()) {
            int first = DateWords.year(m.group(1));
            var digits = m.group(2);
            named.add(digits == null
                    ? List.of(first)
                    : List.of(first, digits.length() == 2
                            ? first / 100 * 100 + Integer.parseInt(digits)
                            : DateWords.year(digits)));
        }
        if (named.size() != 1)
            return null;
        var only = named.iterator().next();
        return only.size() == 2 && only.get(1) == only.get(0) + 1 ? LocalDate.of(only.get(0), 4, 1) : null;
    }
}
