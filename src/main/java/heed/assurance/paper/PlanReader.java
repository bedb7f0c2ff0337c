package heed.assurance.paper;

import heed.assurance.paper.Gathering.Draft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an action plan: tables of actions, of closed actions, of learning points; or actions told in labelled lines. */
final class PlanReader {
    private static final Pattern CLOSED = Pattern.compile("(?i)\\b(?:completed|closed|previous|achieved|finished)\\b");
    private static final Pattern COMPLETE = Pattern.compile("(?i)complet\\w*|closed|done|achieved|finished|blue|b-blue");
    private final List<Part> parts;
    private final Mapping mapping;
    private final Gathering gathering;
    private final Set<Integer> furniture;

    private PlanReader(List<Line> lines, Mapping mapping) {
        this.mapping = mapping;
        parts = Part.of(lines);
        gathering = new Gathering(PaperKind.PLAN, lines);
        furniture = Furniture.in(parts, lines, false);
    }

    static Reading read(List<Line> lines, Mapping mapping) {
        return new PlanReader(lines, mapping).read();
    }

    private Reading read() {
        gathering.gap(furniture, Gap.Why.FURNITURE);
        var grids = Grids.in(parts, mapping, furniture);
        var unknown = Grids.unknown(parts.stream().filter(p -> !furniture.contains(p.number())).toList(), grids);
        var taken = new HashSet<Integer>(furniture);
        grids.forEach(g -> taken.addAll(g.lines()));
        unknown.forEach(block -> block.forEach(p -> taken.add(p.number())));
        unknown.forEach(block -> Grids.unknown(block, gathering, mapping));
        var prose = new Prose(gathering, mapping);
        taken.addAll(Prose.scales(parts.stream().filter(p -> !taken.contains(p.number())).toList(), gathering));
        boolean any = grids.stream().anyMatch(ActionTable::is);
        var labelled = any ? List.<Labelled.Block>of() : Labelled.in(open(taken, 0, Integer.MAX_VALUE), mapping);
        labelled.forEach(block -> taken.addAll(block.lines()));
        int from = 0;
        for (var grid : grids) {
            var before = open(taken, from, grid.first());
            prose.read(before, from == 0);
            table(grid, prose.section(), before);
            from = grid.last() + 1;
        }
        if (labelled.isEmpty())
            prose.read(open(taken, from, Integer.MAX_VALUE), from == 0);
        else
            blocks(labelled, taken, prose);
        return gathering.done();
    }

    private List<Part> open(Set<Integer> taken, int from, int before) {
        return parts.stream().filter(p -> p.number() >= from && p.number() < before && !taken.contains(p.number()))
                .toList();
    }

    private void table(Grid grid, @Nullable Draft section, List<Part> before) {
        grid.seen(gathering);
        if (!ActionTable.is(grid)) {
            gathering.gap(grid.lines(), Gap.Why.NOT_RECOGNISED);
            return;
        }
        gathering.gap(grid.headingLines(), Gap.Why.COLUMN_HEADINGS);
        if (grid.has(Field.LEARNING_POINT) || grid.has(Field.RECOMMENDATION))
            new LearningPoints(gathering, grid, section).read();
        else
            new ActionTable(gathering, grid).read(section, closed(grid, before) ? PieceKind.CLOSED_ACTION : PieceKind.ACTION);
    }

    /** Whether the heading before the table says so, or, where none does, what stands in it. */
    private boolean closed(Grid grid, List<Part> before) {
        var near = before.stream().filter(p -> !p.text().isEmpty()).toList();
        for (int i = near.size() - 1; i >= Math.max(0, near.size() - 2); i--) {
            var said = Synonyms.heading(near.get(i).text().replaceAll("\\s*:$", ""), mapping).orElse(null);
            if (said == PieceKind.ACTION)
                return false;
            if (said == PieceKind.CLOSED_ACTION
                    || near.get(i).titleLike() && CLOSED.matcher(near.get(i).text()).find())
                return true;
        }
        long complete = grid.rows().stream().filter(r -> COMPLETE.matcher(grid.text(r, Field.STATUS)).matches()).count();
        return !grid.has(Field.TIMESCALE) && complete * 5 >= grid.rows().size() * 4;
    }

    private void blocks(List<Labelled.Block> blocks, Set<Integer> taken, Prose prose) {
        int from = 0;
        for (var block : blocks) {
            var before = open(taken, from, block.lines().first());
            prose.read(before, from == 0);
            var kind = before.stream().anyMatch(p -> p.titleLike() && CLOSED.matcher(p.text()).find())
                    ? PieceKind.CLOSED_ACTION
                    : PieceKind.ACTION;
            var draft = gathering.add(kind, block.code(), prose.section(), block.lines());
            block.fields().forEach(draft::with);
            Ratings.rating(draft.field(Field.STATUS)).filter(r -> !r.letter().isEmpty() && !r.word().isEmpty())
                    .ifPresent(r -> draft.with(Field.LETTER, r.letter()).with(Field.WORD, r.word()));
            from = block.lines().last() + 1;
        }
        prose.read(open(taken, from, Integer.MAX_VALUE), false);
        var fields = new ArrayList<Field>();
        blocks.forEach(b -> b.fields().keySet().stream().filter(f -> !fields.contains(f)).forEach(fields::add));
    }
}
