package heed.assurance.plan;

/**
 * A part of an action that was said otherwise.
 *
 * @param part   its name on screen
 * @param before what stood there; empty for nothing
 * @param after  what stands there now
 */
record Changed(String part, String before, String after) {
    /** For the history, such as "Timescale was: March 2027". */
    String was() {
        return before.isBlank() ? part + " was empty" : part + " was: " + before.strip();
    }

    /** Keeps the words out of logs. */
    @Override
    public String toString() {
        return "Changed[" + part + "]";
    }
}
