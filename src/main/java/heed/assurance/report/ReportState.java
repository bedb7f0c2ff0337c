package heed.assurance.report;

/** Where a report stands. */
public enum ReportState {
    /** Being written. */
    DRAFT("Draft"),
    /** Whole, cleared, and with nothing in it that tells of a person: its figures are fixed. */
    CHECKED("Checked"),
    /** Somebody else has said that it may go out. */
    APPROVED("Approved"),
    /** Members and the public have it. */
    PUBLISHED("Published"),
    /** It went out and counts no longer. */
    WITHDRAWN("Withdrawn");

    private final String words;

    ReportState(String words) {
        this.words = words;
    }

    /** As shown. */
    public String words() {
        return words;
    }

    /** Whether it can be written in. */
    public boolean open() {
        return this == DRAFT;
    }

    /** Whether it went out: then it changes never again, and a correction is a new version. (Invariant 1) */
    public boolean fixed() {
        return this == PUBLISHED || this == WITHDRAWN;
    }
}
