package planted.modules.upper;

/** What other modules may use. */
public record Door(String value) {
}
