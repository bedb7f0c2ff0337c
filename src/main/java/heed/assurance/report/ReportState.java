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
    WITHDRAWN("Withdrawn"),
    /** It never went out and is not worked on; it stays readable with the reason. */
    GIVEN_UP("Given up");

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

    /** Whether it ended without ever going out: what it was to correct can be corrected anew. */
    public boolean givenUp() {
        return this == GIVEN_UP;
    }

    /** Whether it went out: then it changes never again, and a correction is a new version. (Invariant 1) */
    public boolean fixed() {
        return this == PUBLISHED || this == WITHDRAWN;
    }
}
