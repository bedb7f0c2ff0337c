package heed.casework.concern;

import heed.platform.web.DateField;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A day and a time of day in London as somebody typed them, right or wrong. The form parameters are {@code name-day},
 * {@code name-month}, {@code name-year} and {@code name-time}.
 */
public record Moment(String name, String day, String month, String year, String time) {
    /** As typed on a form. */
    public static Moment of(String name, Map<String, String> sent) {
        return new Moment(name, sent.getOrDefault(name + "-day", ""), sent.getOrDefault(name + "-month", ""),
                sent.getOrDefault(name + "-year", ""), sent.getOrDefault(name + "-time", ""));
    }

    /** As a form begins with it. */
    public static Moment of(String name, Instant at) {
        var there = at.atZone(LondonTime.ZONE);
        return new Moment(name, String.valueOf(there.getDayOfMonth()), String.valueOf(there.getMonthValue()),
                String.valueOf(there.getYear()), "%d:%02d".formatted(there.getHour(), there.getMinute()));
    }

    /** When it is; null where it is no moment. Of an hour that the clocks go through twice, the first. */
    public @Nullable Instant at() {
        var date = Typed.date(day, month, year);
        var clock = TellingCheck.time(time);
        return date == null || clock == null ? null : date.atTime(clock).atZone(LondonTime.ZONE).toInstant();
    }

    /** What has to be put right; a missing one too. {@code what} begins the sentence, such as "The date of the call". */
    public void check(List<Problem> found, String what, @Nullable Instant notAfter) {
        var date = Typed.date(day, month, year);
        if (date == null)
            found.add(new Problem(name + "-day", what + " must be a real date, like 27 3 2026"));
        if (TellingCheck.time(time) == null)
            found.add(new Problem(name + "-time", "Enter a time like 14:30 or 2.30pm"));
        var at = at();
        if (at != null && notAfter != null && at.isAfter(notAfter))
            found.add(new Problem(name + "-day", what + " must be now or in the past"));
    }

    /** The two questions, with what was typed in them. */
    public List<Question> questions(String dayLabel, @Nullable String dayHint, String timeLabel,
            List<Problem> problems) {
        return List.of(
                new Question.Day(DateField.of(name, dayLabel).withHint(dayHint).withValue(day, month, year)
                        .withProblem(FormPage.problem(problems, name + "-day"))),
                new Question.Line(new Field(name + "-time", timeLabel, null, time,
                        FormPage.problem(problems, name + "-time")), "govuk-input--width-5", "", "off"));
    }
}
