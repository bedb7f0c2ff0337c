package heed.assurance.paper;

import heed.assurance.paper.Gathering.Draft;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A return that is a table: a question a row, with its answer, evidence, rating and action in columns. */
final class ReturnTable {
    private final Gathering gathering;
    private final Mapping mapping;
    private final List<Part> parts;
    private final List<Grid> grids;

    ReturnTable(Gathering gathering, Mapping mapping, List<Part> parts) {
        this.gathering = gathering;
        this.mapping = mapping;
        this.parts = parts;
        grids = Grids.in(parts, mapping, Set.of()).stream().filter(ReturnTable::ofItems).toList();
    }

    private static boolean ofItems(Grid grid) {
        boolean asks = grid.has(Field.QUESTION) || grid.has(Field.STANDARD) || grid.has(Field.CODE);
        return asks && (grid.has(Field.RESPONSE) || grid.has(Field.EVIDENCE)
                || grid.has(Field.RATING) || grid.has(Field.STATUS));
    }

    /** How many questions the tables have. */
    int items() {
        return grids.stream().mapToInt(g -> g.rows().size()).sum();
    }

    /** Reads the tables and what stands around them; false where there are none. */
    boolean read() {
        if (grids.isEmpty())
            return false;
        var taken = new HashSet<Integer>();
        grids.forEach(g -> taken.addAll(g.lines()));
        var prose = new Prose(gathering, mapping);
        int from = 0;
        for (var grid : grids) {
            int start = from;
            prose.read(parts.stream().filter(p -> p.number() >= start && p.number() < grid.first()).toList(),
                    from == 0);
            gathering.gap(grid.headingLines(), Gap.Why.COLUMN_HEADINGS);
            grid.seen(gathering);
            Draft item = null;
            for (var row : grid.rows())
                item = row(grid, row, item);
            from = grid.last() + 1;
        }
        int start = from;
        prose.read(parts.stream().filter(p -> p.number() >= start && !taken.contains(p.number())).toList(), true);
        return true;
    }

    private @Nullable Draft row(Grid grid, Grid.Row row, @Nullable Draft before) {
        if (row.lines().isEmpty())
            return before;
        var asked = grid.has(Field.QUESTION) ? Field.QUESTION : grid.has(Field.STANDARD) ? Field.STANDARD : Field.CODE;
        var question = grid.text(row, asked);
        var code = grid.text(row, Field.CODE);
        if (code.isEmpty()) {
            var part = Part.of(List.of(new Line(1, 1, question))).stream().findFirst();
            var found = part.map(Part::code).orElse(null);
            if (found != null && part.isPresent() && !part.get().rest().isEmpty()) {
                code = found;
                question = part.get().rest();
            }
        }
        // A row that asks nothing goes on with the question above it.
        if (question.isEmpty() && code.isEmpty() && before != null) {
            children(grid, row, before.reads(row.lines()));
            return before;
        }
        if (row.cells().stream().filter(c -> !c.text().isEmpty()).count() == 1 && grid.columns().size() > 2) {
            gathering.add(PieceKind.SECTION, null, null, row.lines()).with(Field.TITLE, question + code);
            return null;
        }
        var item = gathering.add(PieceKind.ITEM, code.isEmpty() ? null : code, null, row.lines())
                .with(Field.QUESTION, question);
        if (asked != Field.STANDARD)
            item.with(Field.STANDARD, grid.text(row, Field.STANDARD));
        for (int i = 0; i < grid.columns().size(); i++)
            if (grid.columns().get(i).is() == null)
                item.with(grid.columns().get(i).key(), row.cells().get(i).text());
        if (ReturnReader.asksLastYear(question))
            item.with(Field.ASKS_LAST_YEAR, "yes");
        if (row.moved())
            item.flag(Flag.Kind.COLUMN_UNSURE);
        children(grid, row, item);
        return item;
    }

    private void children(Grid grid, Grid.Row row, Draft item) {
        var response = grid.text(row, Field.RESPONSE);
        for (var cell : List.of(response, grid.text(row, Field.EVIDENCE)))
            for (var table : FigureTables.in(cell.lines().map(text -> Part.ofCell(row.lines().first(), text)).toList()))
                table.into(gathering, item);
        if (!response.isEmpty())
            gathering.add(PieceKind.RESPONSE, null, item, row.lines()).with(Field.TEXT, response);
        else if (grid.has(Field.RESPONSE))
            item.flag(Flag.Kind.NO_RESPONSE);
        if (!grid.text(row, Field.EVIDENCE).isEmpty())
            Statements.cell(gathering, item, row.cells().get(grid.place(Field.EVIDENCE)));
        else if (grid.has(Field.EVIDENCE))
            item.flag(Flag.Kind.NO_EVIDENCE);
        var rated = grid.has(Field.RATING) ? Field.RATING : Field.STATUS;
        if (grid.has(rated)) {
            var printed = grid.text(row, rated).replace(WordLines.PICTURE, "").strip();
            var draft = gathering.add(PieceKind.RATING, null, item, row.lines()).with(Field.AS_PRINTED, printed);
            var rating = Ratings.rating(printed);
            if (rating.isPresent())
                draft.with(Field.LETTER, rating.get().letter()).with(Field.WORD, rating.get().word());
            else if (printed.isEmpty())
                draft.flag(Flag.Kind.RATING_NOT_RECOVERABLE);
        }
        var actions = grid.text(row, Field.ACTION);
        if (actions.isEmpty() || ReturnReader.NONE.matcher(actions).matches())
            return;
        // Each paragraph is an action of its own, unless the row says who leads it or by when, which is of all of it.
        boolean one = grid.has(Field.LEAD) || grid.has(Field.TIMESCALE);
        for (var each : one ? List.of(actions) : actions.lines().filter(text -> !text.isBlank()).toList()) {
            var action = gathering.add(PieceKind.ACTION, null, item, row.lines()).with(Field.ACTION,
                    one ? each : Part.ofCell(row.lines().first(), each).text());
            for (var field : List.of(Field.LEAD, Field.TIMESCALE, Field.PROGRESS, Field.OUTCOME))
                action.with(field, grid.text(row, field));
        }
    }
}
