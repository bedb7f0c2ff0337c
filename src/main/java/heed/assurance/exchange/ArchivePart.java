package heed.assurance.exchange;

/** The files that a return's archive may hold, besides the manifest that lists them. */
enum ArchivePart {
    /** What was signed off, letter for letter. */
    FROZEN("return.json", false),
    /** How it was signed off. */
    SIGNING("sign-off.json", false),
    /** What it answers. */
    EDITION("edition.yaml", true),
    /** What it is rated on. */
    SCALE("scale.yaml", true),
    /** What was written to each question. */
    ANSWERS("answers.json", true),
    /** Every rating. */
    RATINGS("ratings.json", true),
    /** Every statement of evidence. */
    EVIDENCE("evidence.json", true),
    /** The figures. */
    FIGURES("figures.json", true),
    /** What is to be done. */
    ACTIONS("actions.json", true),
    /** What happened to it. */
    HISTORY("history.json", true),
    /** What all of this is, for somebody who has no Heed. */
    ABOUT("about.txt", true);

    /** The list of the others, with what each hashes to. */
    static final String MANIFEST = "manifest.json";

    private final String path;
    private final boolean always;

    ArchivePart(String path, boolean always) {
        this.path = path;
        this.always = always;
    }

    /** Its path in the archive. */
    String path() {
        return path;
    }

    /** Whether every archive has it; the others are there once the return is signed off. */
    boolean always() {
        return always;
    }
}
