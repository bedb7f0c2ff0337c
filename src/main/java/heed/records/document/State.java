package heed.records.document;

/** What is known of viruses in a file. */
public enum State {
    /** A virus check is set up and has not answered for this file yet: nobody opens it. */
    WAITING,
    /** Checked, and nothing was found. */
    CLEAN,
    /** No virus check is set up here. */
    NOT_CHECKED,
    /** The virus check cannot look into it, because it is too large for it or locked: nobody opens it. */
    HELD,
    /** A virus was found: nobody ever opens it. */
    INFECTED
}
