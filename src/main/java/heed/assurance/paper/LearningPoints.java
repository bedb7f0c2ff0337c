package heed.assurance.paper;

import heed.assurance.paper.Gathering.Draft;
import heed.assurance.paper.Grid.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table whose rows hang under learning points or recommendations. A point goes on in the rows below it that name
 * none, also over the end of a page. Dates and leads are put to an action only where the row has as many of them.
 */
final class LearningPoints {
    private static final Pattern NUMBERED = Pattern.compile("(?is)(?:\\d{1,3}\\s+)?(?:learning point|lesson|recommendation|"
            + "finding|point)\\s+(?:no\\.?\\s*)?(\\w{1,3}(?:\\.\\d{1,2})?)\\b\\s*[:.–—-]?\\s*(.*)");
    private static final Pattern CODED = Pattern.compile("(?s)(\\w?\\d{1,2}(?:\\.\\d{1,2})?)[.):]?\\s+(\\D.*)");
    private final Gathering gathering;
    private final Grid grid;
    private final @Nullable Draft section;
    private final PieceKind kind;
    private final Field head;
    private @Nullable Draft point;
    private final List<Draft> actions = new ArrayList<>();

    LearningPoints(Gathering gathering, Grid grid, @Nullable Draft section) {
        this.gathering = gathering;
        this.grid = grid;
        this.section = section;
        kind = grid.has(Field.LEARNING_POINT) ? PieceKind.LEARNING_POINT : PieceKind.RECOMMENDATION;
        head = grid.has(Field.LEARNING_POINT) ? Field.LEARNING_POINT : Field.RECOMMENDATION;
    }

    void read() {
        for (var row : grid.rows())
            if (!row.lines().isEmpty())
                row(row);
    }

    private void row(Row row) {
        var text = grid.text(row, head);
        if (!text.isEmpty() || point == null)
            begin(row, text);
        var to = point;
        if (to == null)
            return;
        to.reads(row.lines());
        if (row.moved())
            to.flag(Flag.Kind.COLUMN_UNSURE, row.lines());
        deliverables(row, to);
        for (int i = 0; i < grid.columns().size(); i++) {
            var column = grid.columns().get(i);
            var cell = row.cells().get(i).text();
            if (column.is() != head && column.is() != Field.STATUS && column.is() != Field.CODE && !cell.isEmpty())
                append(to, column.heading().isEmpty() ? Field.UNMAPPED + (i + 1) : column.key(), cell);
        }
        status(row, to);
    }

    private void begin(Row row, String text) {
        var code = grid.text(row, Field.CODE);
        var words = text;
        var numbered = NUMBERED.matcher(text);
        var coded = CODED.matcher(text);
        if (numbered.matches() && numbered.group(1).matches(".*\\d.*|[A-Z]")) {
            code = numbered.group(1);
            words = numbered.group(2);
        } else if (code.isEmpty() && coded.matches()) {
            code = coded.group(1);
            words = coded.group(2);
        }
        point = gathering.add(kind, code.isEmpty() ? null : code, section, row.lines()).with(Field.TEXT, words);
        actions.clear();
    }

    /** One action a paragraph of its cell; a first one that goes on from the row before belongs to that. */
    private void deliverables(Row row, Draft to) {
        var cell = grid.text(row, Field.ACTION);
        if (cell.isEmpty())
            return;
        var paragraphs = new ArrayList<>(cell.lines().toList());
        if (!actions.isEmpty() && Joins.goesOn(actions.getLast().field(Field.ACTION), paragraphs.getFirst())) {
            var before = actions.getLast();
            before.with(Field.ACTION, before.field(Field.ACTION) + " " + paragraphs.removeFirst()).reads(row.lines())
                    .flag(Flag.Kind.JOINED);
        }
        var fresh = new ArrayList<Draft>();
        for (var paragraph : paragraphs)
            fresh.add(gathering.add(PieceKind.ACTION, null, to, row.lines()).with(Field.ACTION, paragraph));
        for (var field : List.of(Field.TIMESCALE, Field.LEAD, Field.EVIDENCE)) {
            var values = grid.text(row, field).lines().toList();
            if (values.size() == fresh.size() && paragraphs.size() == cell.lines().count())
                for (int i = 0; i < fresh.size(); i++)
                    fresh.get(i).with(field, values.get(i));
            else if (!values.isEmpty())
                to.flag(Flag.Kind.NOT_PAIRED, row.lines());
        }
        if (fresh.size() > 1)
            fresh.stream().filter(d -> d.fields().size() > 1).forEach(d -> d.flag(Flag.Kind.PAIRED_BY_ORDER));
        actions.addAll(fresh);
    }

    private static void append(Draft to, String key, String cell) {
        var before = to.fields().getOrDefault(key, "");
        if (before.isEmpty())
            to.with(key, cell);
        else if (Joins.goesOn(Joins.last(before), cell)) {
            to.with(key, before + " " + cell);
            to.flag(Flag.Kind.JOINED);
        } else
            to.with(key, before + "\n" + cell);
    }

    private void status(Row row, Draft to) {
        var printed = grid.text(row, Field.STATUS);
        var again = grid.text(row, Field.PROGRESS);
        if (printed.isEmpty())
            return;
        append(to, Field.STATUS.key(), printed);
        var rating = Ratings.rating(printed);
        if (rating.isEmpty())
            return;
        var draft = gathering.add(PieceKind.RATING, null, to, new TreeSet<>(row.lines()))
                .with(Field.LETTER, rating.get().letter()).with(Field.WORD, rating.get().word())
                .with(Field.AS_PRINTED, printed);
        if (Ratings.rating(again).equals(rating))
            draft.flag(Flag.Kind.PRINTED_AGAIN, row.lines());
    }
}
