package heed.casework.clock;

/** Who can be told that a concern still waits. */
public enum Responder {
    /** Whoever is on duty. */
    ON_DUTY("Whoever is on duty"),
    /** Their cover; where there is none, another designated safeguarding officer. */
    SECOND("The second officer (the cover, or another designated safeguarding officer)"),
    /** Every designated safeguarding officer. */
    OFFICERS("All designated safeguarding officers"),
    /** Every designated safeguarding lead. */
    LEADS("All designated safeguarding leads"),
    /** The coordinator. */
    COORDINATOR("The coordinator");

    private final String words;

    Responder(String words) {
        this.words = words;
    }

    /** As shown on screen. */
    public String words() {
        return words;
    }
}
