package heed.assurance.paper;

import heed.assurance.paper.Gathering.Draft;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands around the tables and questions of a paper: headings, header lines, scales, document control, prose. */
final class Prose {
    static final Pattern LABELLED = Pattern.compile("(?s)([A-Z][^:\\n]{1,40}?)\\s*:\\s*(\\S.*)");
    private final Gathering gathering;
    private final Mapping mapping;
    private final Set<Integer> done = new HashSet<>();
    private @Nullable Draft section;
    private @Nullable Draft last;
    private boolean control;

    Prose(Gathering gathering, Mapping mapping) {
        this.gathering = gathering;
        this.mapping = mapping;
    }

    /** The heading that what comes now stands under, if any. */
    @Nullable
    Draft section() {
        return section;
    }

    /** Reads the levels of every scale among the parts, and says where they stand. */
    static Set<Integer> scales(List<Part> parts, Gathering gathering) {
        var lines = new HashSet<Integer>();
        for (var scale : Ratings.scales(parts))
            for (var part : scale) {
                var level = Ratings.level(part.text()).orElseThrow();
                gathering.add(PieceKind.SCALE_LEVEL, level.letter(), null, part.number())
                        .with(Field.LETTER, level.letter()).with(Field.WORD, level.word())
                        .with(Field.TEXT, level.means());
                lines.add(part.number());
            }
        return lines;
    }

    /** Reads parts that belong to nothing else, in their order. */
    void read(List<Part> parts, boolean atTop) {
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (part.text().isEmpty() || done.contains(part.number()))
                continue;
            var next = i + 1 < parts.size() ? parts.get(i + 1) : null;
            one(part, next, atTop);
        }
    }

    private void one(Part part, @Nullable Part next, boolean atTop) {
        var labelled = LABELLED.matcher(part.text());
        var cells = part.cells().stream().filter(c -> !c.isEmpty()).toList();
        if (!part.bullet() && cells.size() == 2 && cells.getFirst().length() <= 60 && (control || atTop || part.tabFirst()))
            pair(part, cells.getFirst(), cells.get(1));
        else if (!part.bullet() && (control || atTop) && labelled.matches()
                && labelled.group(1).split("\\s+").length <= 4)
            pair(part, labelled.group(1), labelled.group(2));
        else if (part.heading() || !part.bullet() && part.titleLike() && part.text().length() <= 90 && part.blanks() > 0
                && cells.size() == 1 && (next == null || next.blanks() > 0 || next.bullet() || next.tabFirst()
                        || next.titleLike() && next.text().length() <= 60)
                || !part.bullet() && cells.size() == 1 && part.titleLike()
                        && Synonyms.heading(part.text().replaceAll("\\s*:$", ""), mapping).isPresent())
            title(part);
        else if (last != null && !part.bullet() && Joins.goesOn(Joins.last(last.field(Field.TEXT)), part.text())) {
            last.with(Field.TEXT, last.field(Field.TEXT) + " " + part.text()).reads(List.of(part.number()))
                    .flag(Flag.Kind.JOINED);
        } else
            last = gathering.add(PieceKind.PARAGRAPH, null, section, part.number()).with(Field.TEXT, part.text());
    }

    private void pair(Part part, String label, String value) {
        gathering.add(control ? PieceKind.CONTROL : PieceKind.HEADER, null, section, part.number())
                .with(Field.LABEL, label.replaceAll("\\s*:$", "")).with(Field.VALUE, value);
        last = null;
    }

    private void title(Part part) {
        var is = Synonyms.heading(part.text().replaceAll("\\s*:$", ""), mapping);
        gathering.seen(false, part.text(), is.map(Enum::name).orElse(null), List.of(part.number()));
        section = gathering.add(PieceKind.SECTION, null, null, part.number()).with(Field.TITLE, part.text());
        control = is.orElse(null) == PieceKind.CONTROL;
        last = null;
    }
}
