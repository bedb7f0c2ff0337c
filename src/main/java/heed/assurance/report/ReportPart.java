package heed.assurance.report;

/** The parts of a report that somebody writes, in the order of paper 001. Beside some of them stand computed ones. */
public enum ReportPart {
    /** Who asks for the work, and how the council takes part in it. */
    BACKGROUND("Background", true),
    /** What the report sets out to say. */
    INTRODUCTION("Introduction", false),
    /** How the self-assessment was made and challenged; the results are computed. */
    RESULTS("Results of the self-assessment", true),
    /** What all the achievements have in common; each section's own, and what was completed, stand under it. */
    ACHIEVEMENTS("Key achievements", false),
    /** What the next year is to be about. */
    PRIORITIES("Priorities for next year", true),
    /** What may go wrong. */
    RISKS("Risks and challenges", true),
    /** What it costs; cleared by the finance officer. */
    FINANCE("Financial implications", true),
    /** What the law asks; cleared by the legal officer. */
    LEGAL("Legal implications", true),
    /** What it means for people with protected characteristics. */
    EQUALITIES("Equalities impact", true);

    private final String heading;
    private final boolean needed;

    ReportPart(String heading, boolean needed) {
        this.heading = heading;
        this.needed = needed;
    }

    /** Its heading. */
    public String heading() {
        return heading;
    }

    /** Whether a report without it is not whole. */
    public boolean needed() {
        return needed;
    }
}
