package heed.assurance.plan;

/** Kinds of impact of the scale {@code impact-2013} (version 1). No ladder: several may hold, and none must come first. */
public enum ImpactLevel {
    /** Processes. */
    LEVEL_1("1", "Change in inputs, processes or structures"),
    /** Staff. */
    LEVEL_2("2", "Change in what staff and managers experience and think"),
    /** People. */
    LEVEL_3("3", "Change in outcomes for people"),
    /** Systems. */
    LEVEL_4("4", "Lasting change in systems, shared more widely");

    private final String code;
    private final String meaning;

    ImpactLevel(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** Its code on the scale. */
    public String code() {
        return code;
    }

    /** Such as "Level 3: Change in outcomes for people". */
    public String inFull() {
        return "Level " + code + ": " + meaning;
    }
}
