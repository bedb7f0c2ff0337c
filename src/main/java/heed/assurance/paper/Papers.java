package heed.assurance.paper;

import java.util.List;

/** From numbered lines to what a paper says. */
public final class Papers {
    private Papers() {
    }

    /**
     * Reads the lines as a paper of that kind.
     *
     * @param lines as {@link Sources} gave them, numbered from 1
     * @param mapping what a person said about the paper's own words, or {@link Mapping#NONE}
     */
    public static Reading read(PaperKind kind, List<Line> lines, Mapping mapping) {
        return switch (kind) {
            case RETURN -> ReturnReader.read(lines, mapping);
            case PLAN -> PlanReader.read(lines, mapping);
            case REPORT -> ReportReader.read(lines, mapping);
            case REVIEW -> ReviewReader.read(lines, mapping);
        };
    }
}
