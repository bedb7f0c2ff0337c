package planted.modules.upper.inside;

/** Not for other modules. */
public record Hidden(String value) {
}
