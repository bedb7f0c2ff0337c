package heed.platform;

/** A "no" that a person can be told about. Anything else thrown is a defect. */
public enum Refusal {
    /** Not there, or not theirs to see: one answer for both. */
    NOT_FOUND(404),
    /** Someone else changed it first. */
    MOVED_ON(409),
    /** A rule forbids it in this state. */
    NOT_ALLOWED_NOW(422);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    /** The HTTP status a page answers with. */
    public int status() {
        return status;
    }

    /** The exception to throw; {@code why} goes to the audit log and never holds personal data. */
    public Refused because(String why) {
        return new Refused(this, why);
    }
}
