package heed.records.document;

/** What a virus scanner said of a file. */
enum Verdict {
    /** Looked through; nothing found. */
    CLEAN(State.CLEAN),
    /** Something found. */
    INFECTED(State.INFECTED),
    /** Too large for it, or locked: it did not look through all of it, whatever it answers. */
    CANNOT_TELL(State.HELD),
    /** No answer, none in time, or none that can be understood. */
    AWAY(State.WAITING);

    private final State state;

    Verdict(State state) {
        this.state = state;
    }

    State state() {
        return state;
    }
}
