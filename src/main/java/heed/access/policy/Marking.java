package heed.access.policy;

/** How narrowly a record is held. */
public enum Marking {
    /** Every officer of the scope who is not excluded. */
    NORMAL,
    /** Only people named on it. */
    RESTRICTED,
    /** Only allegations recipients who are not excluded, and people named on it. */
    ALLEGATION
}
