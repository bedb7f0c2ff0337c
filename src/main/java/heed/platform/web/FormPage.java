package heed.platform.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page that asks something and does one thing with the answers; {@code layout/form.jte} draws it.
 *
 * @param intro     a sentence under the heading; null for none
 * @param warning   something that must not be missed; null for none
 * @param shown     what the answers are about, read back above them; empty for nothing
 * @param action    where it is sent
 * @param hidden    values sent along, such as the version that was read
 * @param questions what is asked
 * @param problems  what has to be put right
 * @param button    what the button says
 * @param cancel    where "Cancel" leads; null for no such link
 */
public record FormPage(Frame frame, String title, @Nullable String intro, @Nullable String warning,
        List<SummaryRow> shown,
        String action, Map<String, String> hidden, List<Question> questions, List<Problem> problems, String button,
        @Nullable String cancel) {
    /** Copies what it is given. */
    public FormPage {
        shown = List.copyOf(shown);
        hidden = Map.copyOf(hidden);
        questions = List.copyOf(questions);
        problems = List.copyOf(problems);
    }

    /** A page with a heading, questions and a button. */
    public static FormPage of(Frame frame, String action, List<Question> questions, List<Problem> problems,
            String button, String cancel) {
        return new FormPage(frame.withBack(cancel), frame.title(), null, null, List.of(), action, Map.of(), questions,
                problems, button,
                cancel);
    }

    /** The same with a sentence under the heading. */
    public FormPage withIntro(String words) {
        return new FormPage(frame, title, words, warning, shown, action, hidden, questions, problems, button, cancel);
    }

    /** The same with a warning. */
    public FormPage withWarning(@Nullable String words) {
        return new FormPage(frame, title, intro, words, shown, action, hidden, questions, problems, button, cancel);
    }

    /** The same, reading these back above the questions. */
    public FormPage withShown(List<SummaryRow> rows) {
        return new FormPage(frame, title, intro, warning, rows, action, hidden, questions, problems, button, cancel);
    }

    /** The same, sending these along. */
    public FormPage withHidden(Map<String, String> values) {
        return new FormPage(frame, title, intro, warning, shown, action, values, questions, problems, button, cancel);
    }

    /** What is wrong with a field, or null. */
    public static @Nullable String problem(List<Problem> problems, String field) {
        return problems.stream().filter(p -> p.field().equals(field)).map(Problem::text).findFirst().orElse(null);
    }
}
