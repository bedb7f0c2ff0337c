package planted.unmarked;

/** Breaks a rule on purpose: its package says nothing of nulls. */
public record Unmarked(String value) {
}
