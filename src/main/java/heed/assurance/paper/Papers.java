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
        var rest = lines.stream().filter(l -> !l.blank()).map(Line::number).toList();
        return new Reading(kind, lines, List.of(),
                rest.isEmpty() ? List.of() : List.of(new Gap(rest, Gap.Why.NOT_RECOGNISED)), List.of());
    }
}
