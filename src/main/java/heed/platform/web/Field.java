package heed.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * One question on a form, as it is shown: what is asked, what was typed, what is wrong with it.
 *
 * @param name    the form parameter, and the id that the error summary goes to
 * @param label   what is asked
 * @param hint    help with answering
 * @param value   what was typed or chosen, shown again as it was; empty when nothing was
 * @param problem what to put right
 */
public record Field(String name, String label, @Nullable String hint, String value, @Nullable String problem) {
    /** A question not answered yet. */
    public static Field of(String name, String label) {
        return new Field(name, label, null, "", null);
    }

    /** The same question with help under it. */
    public Field withHint(@Nullable String hint) {
        return new Field(name, label, hint, value, problem);
    }

    /** The same question with this answer in it; none counts as empty. */
    public Field withValue(@Nullable String value) {
        return new Field(name, label, hint, value == null ? "" : value, problem);
    }

    /** The same question with what to put right, or with nothing wrong. */
    public Field withProblem(@Nullable String problem) {
        return new Field(name, label, hint, value, problem);
    }

    /** The ids that describe the field to a screen reader, hint first; null when there are none. */
    public @Nullable String describedBy() {
        return Described.by(name, hint, problem);
    }
}
