package heed.assurance.evidence;

/** How a date bears on what is said. */
public enum Bearing {
    /** It happened then, or went on through it: "in May 2024", "throughout 2024", "between May and July 2024". */
    DURING,
    /** It began then and went on: "since May 2024". */
    SINCE,
    /** It went on, or goes on, to then: "until May 2024". */
    UNTIL,
    /** It is, or was, to be done by then. */
    BY,
    /** The date tells one thing from another rather than when something happened: "the 2024 survey". */
    ASIDE
}
