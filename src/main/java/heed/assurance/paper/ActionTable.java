package heed.assurance.paper;

import heed.assurance.paper.Gathering.Draft;
import heed.assurance.paper.Grid.Row;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a table with an action a row, wherever it stands. */
final class ActionTable {
    /** Columns that a plan is read by when another row fills them. */
    private static final List<Field> EXPECTED = List.of(Field.ACTION, Field.LEAD, Field.TIMESCALE, Field.STATUS);
    private final Gathering gathering;
    private final Grid grid;

    ActionTable(Gathering gathering, Grid grid) {
        this.gathering = gathering;
        this.grid = grid;
    }

    /** Whether a table is one of actions, or of what actions answer. */
    static boolean is(Grid grid) {
        return (grid.has(Field.ACTION) || grid.has(Field.OBJECTIVE) || grid.has(Field.LEARNING_POINT)
                || grid.has(Field.RECOMMENDATION)) && grid.known() >= 2;
    }

    /** Reads the rows; a row that fills only its first cell names what the rows below it are about. */
    void read(@Nullable Draft under, PieceKind kind) {
        var section = under;
        boolean merged = filled(Field.STANDARD) < 0.7;
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
            flags(row, draft, rows);
        }
    }

    private void flags(Row row, Draft draft, HashMap<String, Draft> rows) {
        Ratings.rating(draft.field(Field.STATUS)).filter(r -> !r.letter().isEmpty() && !r.word().isEmpty())
                .ifPresent(r -> draft.with(Field.LETTER, r.letter()).with(Field.WORD, r.word()));
        if (row.moved())
            draft.flag(Flag.Kind.COLUMN_UNSURE);
        for (var cell : row.excess())
            draft.with(Field.UNMAPPED + "?", cell.text());
        for (var field : EXPECTED)
            if (grid.has(field) && grid.text(row, field).isEmpty() && filled(field) >= 0.6)
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

    private double filled(Field field) {
        int place = grid.place(field);
        if (place < 0)
            return 0;
        var rows = grid.rows().stream().filter(r -> grid.columns().size() < 3 || !onlyFirst(r)).toList();
        return (double) rows.stream().filter(r -> !r.cells().get(place).text().isEmpty()).count()
                / Math.max(1, rows.size());
    }
}
