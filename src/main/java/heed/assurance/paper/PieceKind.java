package heed.assurance.paper;

/** What a piece of a paper was read as. Fields in brackets are those of {@link Field} that it usually has. */
public enum PieceKind {
    /** One line of a header or title block: what it is called and what it says (LABEL, VALUE). */
    HEADER("Header"),
    /** One line of document control: owner, version, review date (LABEL, VALUE). */
    CONTROL("Document control"),
    /** A heading (TITLE); pieces under it name it as their parent where that says something. */
    SECTION("Heading"),
    /** Prose that belongs to no other kind (TEXT). */
    PARAGRAPH("Paragraph"),
    /** One question of a return (QUESTION, PROMPT where last year's evidence is asked for). */
    ITEM("Question"),
    /** Its answer (TEXT). */
    RESPONSE("Response"),
    /** One printed paragraph of evidence (TEXT). */
    STATEMENT("Evidence"),
    /** A rating (LETTER, WORD, AS_PRINTED); its parent is the item, standard or learning point. */
    RATING("Rating"),
    /** One thing to be done (ACTION, LEAD, TIMESCALE, STATUS and what else the table has). */
    ACTION("Action"),
    /** One that an earlier plan closed (ACTION, MEASURE, OUTCOME, IMPACT, LEAD, STATUS). */
    CLOSED_ACTION("Closed action"),
    /** Something learned that actions answer (TEXT and whatever its row says; ACTION pieces hang under it). */
    LEARNING_POINT("Learning point"),
    /** What a reviewer or report asks for (TEXT). */
    RECOMMENDATION("Recommendation"),
    /** One part of a recommendation (TEXT). */
    SUB_POINT("Part of a recommendation"),
    /** A group of standards that a review looks at together (TITLE). */
    AREA("Area"),
    /** What a review found strong (TEXT). */
    STRENGTH("Strength"),
    /** What a review found to be developed (TEXT). */
    DEVELOPMENT("Area for development"),
    /** A level that a review found (LEVEL, TEXT); its parent is the area, or none for the whole. */
    IMPACT("Level of impact"),
    /** One standard of the edition (TITLE). */
    STANDARD("Standard"),
    /** One level of a scale, as the paper defines it (LETTER, WORD, TEXT). */
    SCALE_LEVEL("Level of a scale"),
    /** A table of figures (TITLE); FIGURE pieces hang under it. */
    TABLE("Table"),
    /** One figure (OPTION, TOTAL, PERCENT). */
    FIGURE("Figure"),
    /** Something done in the year that a report tells (TEXT). */
    ACHIEVEMENT("Achievement"),
    /** What the next year is to be about (TEXT). */
    FOCUS("Focus of next year"),
    /** A risk or challenge that is named (TEXT). */
    RISK("Risk"),
    /** What a review did to find out: who was met, and how (WHO, HOW, GROUP). */
    FIELDWORK("Fieldwork"),
    /** What a review could not do (TEXT): printed beside every rating that it weakens. */
    LIMITATION("Limitation");

    private final String words;

    PieceKind(String words) {
        this.words = words;
    }

    /** How it is called on a page. */
    public String words() {
        return words;
    }
}
