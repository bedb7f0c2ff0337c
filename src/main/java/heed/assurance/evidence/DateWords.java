package heed.assurance.evidence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Months, seasons, parts of years and numbers, as English has them. */
final class DateWords {
    static final String MONTH = "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
            + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?";
    static final String SEASON = "(?i:spring|summer|autumn|winter)\\b";
    static final String TERM = "(?i:spring|summer|autumn)\\b";
    static final String YEAR = "(?:19|20)\\d\\d";
    static final String DAY = "(?:3[01]|[12]\\d|0?[1-9])";
    static final String TH = "(?:\\s?(?:st|nd|rd|th))?";
    static final String PART = "(?i:early|mid(?:dle)?|late|(?:the )?(?:very )?(?:beginning|start|end|middle) of"
            + "|(?:the )?(?:first|second) half of)";
    static final String NUMBER = "(?i:\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty-four)";
    /** When a season begins, by its number of month: winter begins in the year before the one it is named by last. */
    private static final Map<String, Integer> SEASONS = Map.of("spring", 3, "summer", 6, "autumn", 9, "winter", 12);
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
            "oct", "nov", "dec");
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(Map.entry("two", 2), Map.entry("three", 3),
            Map.entry("four", 4), Map.entry("five", 5), Map.entry("six", 6), Map.entry("seven", 7),
            Map.entry("eight", 8), Map.entry("nine", 9), Map.entry("ten", 10), Map.entry("twelve", 12),
            Map.entry("eighteen", 18), Map.entry("twenty-four", 24));

    private DateWords() {
    }

    static int month(String word) {
        return MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.UK)) + 1;
    }

    static int number(String word) {
        var named = NUMBERS.get(word.toLowerCase(Locale.UK));
        return named == null ? Integer.parseInt(word) : named;
    }

    static Span month(int year, int month) {
        var of = YearMonth.of(year, month);
        return new Span(of.atDay(1), of.atEndOfMonth());
    }

    static Span year(int year) {
        return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** From 1 April to 31 March. */
    static Span financialYear(int begins) {
        return new Span(LocalDate.of(begins, 4, 1), LocalDate.of(begins + 1, 3, 31));
    }

    /** A season: spring is March to May, winter December to February and named by the year it begins in. */
    static Span season(String name, int year) {
        var from = LocalDate.of(year, SEASONS.getOrDefault(name.toLowerCase(Locale.UK), 3), 1);
        return new Span(from, from.plusMonths(3).minusDays(1));
    }

    /**
     * From 1 September to 31 August. A school year in England begins with the first term to begin after July (Education Act
     * 1996, section 579), which is in September.
     */
    static Span schoolYear(int begins) {
        return new Span(LocalDate.of(begins, 9, 1), LocalDate.of(begins + 1, 8, 31));
    }

    /**
     * A term of a school in England, by the year it is in: autumn is September to December, spring January to Easter, summer
     * from Easter to July, as in the lists of term dates that councils in England publish. Easter moves, and each council and
     * academy sets its own days: April is of both.
     *
     * @param name spring, summer or autumn
     */
    static Span term(String name, int year) {
        return switch (name.toLowerCase(Locale.UK)) {
            case "autumn" -> new Span(LocalDate.of(year, 9, 1), LocalDate.of(year, 12, 31));
            case "spring" -> new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 4, 30));
            default -> new Span(LocalDate.of(year, 4, 1), LocalDate.of(year, 7, 31));
        };
    }

    /** The same, of the school year that begins in that year. */
    static Span termOf(String name, int begins) {
        return term(name, name.equalsIgnoreCase("autumn") ? begins : begins + 1);
    }

    /** Early, middle or late of what is given: a third of it; a half where the words say so. */
    static Span part(String words, Span of) {
        var from = of.from();
        var to = of.to();
        if (from == null || to == null)
            return of;
        var said = words.toLowerCase(Locale.UK);
        long days = to.toEpochDay() - from.toEpochDay() + 1;
        if (said.contains("half"))
            return said.contains("first")
                    ? new Span(from, from.plusDays(days / 2))
                    : new Span(from.plusDays(days / 2), to);
        if (said.startsWith("early") || said.contains("beginning") || said.contains("start"))
            return new Span(from, from.plusDays(days / 3 - 1));
        if (said.startsWith("late") || said.contains("end of"))
            return new Span(to.minusDays(days / 3 - 1), to);
        return new Span(from.plusDays(days / 3), to.minusDays(days / 3));
    }

    /** A day, or nothing where the calendar has no such day. */
    static @Nullable LocalDate day(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > YearMonth.of(year, month).lengthOfMonth())
            return null;
        return LocalDate.of(year, month, day);
    }

    static int year(String digits) {
        int year = Integer.parseInt(digits);
        return year < 100 ? 2000 + year : year;
    }
}
