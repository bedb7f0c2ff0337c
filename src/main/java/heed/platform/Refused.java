package heed.platform;

/** Thrown when a rule says no. Its message holds no personal data. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal kind;

    Refused(Refusal kind, String why) {
        super(why);
        this.kind = kind;
    }

    /** What kind of no. */
    public Refusal kind() {
        return kind;
    }
}
