package heed.assurance.exercise;

import heed.assurance.evidence.About;
import heed.assurance.evidence.Span;
import heed.assurance.evidence.Window;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What pages and prints say of a return's parts, worded once. */
public final class ReturnWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    private ReturnWords() {
    }

    /** "1 May 2022". */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** "May 2022", "1 May 2022 to 3 June 2022", "from 1 May 2022", "until 3 June 2022". */
    static String span(Span span) {
        var from = span.from();
        var to = span.to();
        if (from == null)
            return to == null ? "no date" : "until " + day(to);
        if (to == null)
            return "from " + day(from);
        return between(from, to);
    }

    static String between(LocalDate from, LocalDate to) {
        if (from.equals(to))
            return day(from);
        boolean months = from.getDayOfMonth() == 1 && to.equals(to.withDayOfMonth(to.lengthOfMonth()));
        if (!months)
            return day(from) + " to " + day(to);
        return from.getYear() == to.getYear() && from.getMonth() == to.getMonth()
                ? MONTH.format(from)
                : MONTH.format(from) + " to " + MONTH.format(to);
    }

    static String window(Window window) {
        return between(window.from(), window.to());
    }

    static String about(List<Span> about) {
        return about.stream().map(ReturnWords::span).collect(Collectors.joining("; "));
    }

    /** Why the date of a statement is missing: it says none, or only words that count from a day nobody knows. */
    public static String undated(String words) {
        var counting = About.counting(words);
        return counting.isEmpty()
                ? "Nothing says when"
                : "“" + counting + "” counts from the day of writing, which nothing here says";
    }

    static String period(Fact fact) {
        var from = fact.from();
        var until = fact.until();
        return from == null || until == null ? "" : between(from, until);
    }

    /** Letter and word of a level, or why there is none. (Invariant 23) */
    public static String verdict(RatingScale scale, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Level level -> scale.level(level.code()).map(RatingScale.Step::shown).orElse(level.code());
            case Verdict.NotRated said -> "Not rated";
            case Verdict.NotApplicable said -> "Not applicable";
            case Verdict.NotRecoverable said -> "Rating not recoverable";
        };
    }

    /** The definition that stands beside it; empty where there is none. */
    public static String meaning(RatingScale scale, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Level level -> scale.level(level.code()).map(RatingScale.Step::meaning).orElse("");
            case Verdict.NotRated said -> "";
            case Verdict.NotApplicable said -> said.reason();
            case Verdict.NotRecoverable said -> "The paper does not say how it was rated";
        };
    }

    /** The colour of the tag beside the words; decoration only. */
    public static String colour(RatingScale scale, Verdict verdict) {
        if (!(verdict instanceof Verdict.Level level))
            return "grey";
        return switch (scale.level(level.code()).map(RatingScale.Step::colour).orElse("")) {
            case "blue" -> "blue";
            case "green" -> "green";
            case "amber" -> "orange";
            case "red" -> "red";
            default -> "grey";
        };
    }
}
