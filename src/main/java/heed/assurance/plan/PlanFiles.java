package heed.assurance.plan;

/** A plan as files that people work with: Word and Excel. */
final class PlanFiles {
    private PlanFiles() {
    }

    static byte[] word(Plans.Sheet sheet) {
        return new byte[0];
    }

    static byte[] excel(Plans.Sheet sheet) {
        return new byte[0];
    }
}
