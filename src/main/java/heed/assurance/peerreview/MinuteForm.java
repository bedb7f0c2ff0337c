package heed.assurance.peerreview;

import heed.assurance.exercise.ReturnForm;
import heed.platform.web.Question;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a minute is asked for. */
final class MinuteForm {
    private static final String GROUP = "group";
    private static final String NUMBER = "minute";
    private static final String DAY = "minute-day";

    private MinuteForm() {
    }

    static List<Question> questions(ReturnForm form) {
        return List.of(form.line(GROUP, "Which group met?", null),
                form.line(NUMBER, "Which minute?", "As people find it again, such as 12"),
                new Question.Day(form.date(DAY, "When was the meeting?", null)));
    }

    /** The field that says when it was. */
    static final String WHEN = DAY + "-day";

    static boolean typed(ReturnForm form) {
        return form.typed(DAY) || !form.get(GROUP).isEmpty() || !form.get(NUMBER).isEmpty();
    }

    /** The minute. @return null where something is wrong, which the form then says */
    static @Nullable Minute read(ReturnForm form, LocalDate today) {
        var group = form.words(GROUP, "Enter which group met", ReturnForm.SHORT);
        var number = form.words(NUMBER, "Enter which minute", ReturnForm.SHORT);
        var day = form.day(DAY);
        if (day != null && day.isAfter(today))
            form.wrong(WHEN, "The meeting cannot be after today");
        return day == null || !form.right() ? null : new Minute(group, number, day);
    }
}
