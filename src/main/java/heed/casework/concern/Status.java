package heed.casework.concern;

/** Where a concern stands. */
public enum Status {
    /** Sent, and nobody has taken it up. */
    RECEIVED("Waiting"),
    /** An officer has taken it up. */
    IN_TRIAGE("Being looked at"),
    /** Decided, with reasons. */
    DECIDED("Decided"),
    /** A lead's protective record whose full concern can now be read by officers. */
    JOINED("Joined to another concern"),
    /** Recorded in error: out of use and search, its text kept encrypted until its retention date (domain 2.1). */
    IN_ERROR("Recorded in error");

    private final String words;

    Status(String words) {
        this.words = words;
    }

    /** As officers and the person who told us read it. */
    public String words() {
        return words;
    }
}
