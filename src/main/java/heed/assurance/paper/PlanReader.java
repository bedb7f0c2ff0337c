package heed.assurance.paper;

import heed.assurance.paper.Gathering.Draft;
import heed.assurance.paper.Grid.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an action plan: tables of actions, of closed actions, of learning points; or actions told in labelled lines. */
final class PlanReader {
    private static final Pattern CLOSED = Pattern.compile("(?i)\\b(?:completed|closed|previous|achieved|finished)\\b");
    private static final Pattern COMPLETE = Pattern.compile("(?i)complet\\w*|closed|done|achieved|finished|blue|b-blue");
    /** Columns that a plan is read by when another row fills them. */
    private static final List<Field> EXPECTED = List.of(Field.ACTION, Field.LEAD, Field.TIMESCALE, Field.STATUS);
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
        unknown.forEach(this::unknown);
        var prose = new Prose(gathering, mapping);
        taken.addAll(Prose.scales(parts.stream().filter(p -> !taken.contains(p.number())).toList(), gathering));
        boolean any = grids.stream().anyMatch(PlanReader::ofActions);
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

    private void unknown(List<Part> block) {
        block.getFirst().cells().stream().filter(c -> !c.isEmpty() && c.length() <= 70).forEach(c -> gathering.seen(true,
                c.replace('\n', ' '), Synonyms.column(c.replace('\n', ' '), mapping).map(Field::key).orElse(null),
                List.of(block.getFirst().number())));
        gathering.gap(block.stream().map(Part::number).toList(), Gap.Why.NOT_RECOGNISED);
    }

    private static boolean ofActions(Grid grid) {
        return (grid.has(Field.ACTION) || grid.has(Field.OBJECTIVE) || grid.has(Field.LEARNING_POINT)
                || grid.has(Field.RECOMMENDATION)) && grid.known() >= 2;
    }

    private void table(Grid grid, @Nullable Draft section, List<Part> before) {
        for (var column : grid.columns())
            if (!column.heading().isEmpty())
                gathering.seen(true, column.heading().replace('\n', ' '), column.is() == null ? null : column.is().key(),
                        grid.headingLines());
        if (!ofActions(grid)) {
            gathering.gap(grid.lines(), Gap.Why.NOT_RECOGNISED);
            return;
        }
        gathering.gap(grid.headingLines(), Gap.Why.COLUMN_HEADINGS);
        if (grid.has(Field.LEARNING_POINT) || grid.has(Field.RECOMMENDATION))
            new LearningPoints(gathering, grid, section).read();
        else
            actions(grid, section, closed(grid, before) ? PieceKind.CLOSED_ACTION : PieceKind.ACTION);
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

    private void actions(Grid grid, @Nullable Draft section, PieceKind kind) {
        boolean merged = filled(grid, Field.STANDARD) < 0.7;
        var standard = "";
        var rows = new HashMap<String, Draft>();
        for (var row : grid.rows()) {
            if (row.lines().isEmpty())
                continue;
            if (grid.columns().size() >= 3 && grid.place(Field.STANDARD) != 0 && onlyFirst(row)) {
                standard = row.cells().getFirst().text();
                section = gathering.add(PieceKind.SECTION, null, null, row.lines()).with(Field.TITLE, standard);
                continue;
            }
            var own = grid.text(row, Field.STANDARD);
            if (!own.isEmpty())
                standard = own;
            var code = grid.text(row, Field.CODE);
            var draft = gathering.add(kind, code.isEmpty() ? null : code, section, row.lines());
            for (int i = 0; i < row.cells().size(); i++)
                if (grid.columns().get(i).is() != Field.CODE)
                    draft.with(grid.columns().get(i).heading().isEmpty()
                            ? Field.UNMAPPED + (i + 1)
                            : grid.columns().get(i).key(), row.cells().get(i).text());
            if (own.isEmpty() && !standard.isEmpty() && (merged || !grid.has(Field.STANDARD)))
                draft.with(Field.STANDARD, standard.replace('\n', ' '));
            else
                draft.with(Field.STANDARD, own.replace('\n', ' '));
            flags(grid, row, draft, rows);
        }
    }

    private void flags(Grid grid, Row row, Draft draft, HashMap<String, Draft> rows) {
        Ratings.rating(draft.field(Field.STATUS)).filter(r -> !r.letter().isEmpty() && !r.word().isEmpty())
                .ifPresent(r -> draft.with(Field.LETTER, r.letter()).with(Field.WORD, r.word()));
        if (row.moved())
            draft.flag(Flag.Kind.COLUMN_UNSURE);
        for (var cell : row.excess())
            draft.with(Field.UNMAPPED + "?", cell.text());
        for (var field : EXPECTED)
            if (grid.has(field) && grid.text(row, field).isEmpty() && filled(grid, field) >= 0.6)
                draft.flag(Flag.Kind.CELL_EMPTY, row.lines());
        var text = Mapping.fold(String.join("|", row.cells().stream().map(Grid.Cell::text).toList()));
        var before = rows.putIfAbsent(text, draft);
        if (before != null) {
            draft.flag(Flag.Kind.ROW_TWICE, before.lines());
            before.flag(Flag.Kind.ROW_TWICE, draft.lines());
        }
    }

    private static boolean onlyFirst(Row row) {
        return !row.cells().getFirst().text().isEmpty()
                && row.cells().stream().skip(1).allMatch(c -> c.text().isEmpty());
    }

    private static double filled(Grid grid, Field field) {
        int place = grid.place(field);
        if (place < 0)
            return 0;
        return (double) grid.rows().stream().filter(r -> !r.cells().get(place).text().isEmpty()).count()
                / grid.rows().size();
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
