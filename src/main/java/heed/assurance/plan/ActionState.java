package heed.assurance.plan;

/** Where an action stands. What it may do from there is in {@link ActionMove}. */
public enum ActionState {
    /** Somebody thinks it should be done. */
    PROPOSED("Proposed"),
    /** It is to be done, by these leads and then. */
    AGREED("Agreed"),
    /** Somebody began. */
    IN_PROGRESS("In progress"),
    /** It waits for something, with a day on which it is looked at again. */
    ON_HOLD("On hold"),
    /** Its lead says that it is done. */
    CLAIMED_COMPLETE("Complete, says the lead"),
    /** Somebody else has looked, and it is. */
    VERIFIED("Verified"),
    /** What came of it is recorded. */
    CLOSED("Closed"),
    /** It will not be done. */
    CANCELLED("Cancelled"),
    /** It goes on in a later plan. */
    CARRIED_FORWARD("Carried forward");

    private final String words;

    ActionState(String words) {
        this.words = words;
    }

    /** As shown on screen. */
    public String words() {
        return words;
    }

    /** Whether it was agreed to be done at some time that is still to come or is late. What its lead calls done needs none. */
    boolean timed() {
        return this == AGREED || this == IN_PROGRESS || this == ON_HOLD;
    }

    /** Whether somebody still has something to do. */
    public boolean open() {
        return this != CLOSED && this != CANCELLED && this != CARRIED_FORWARD;
    }
}
