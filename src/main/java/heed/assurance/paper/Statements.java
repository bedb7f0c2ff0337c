package heed.assurance.paper;

import heed.assurance.paper.Gathering.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evidence: one statement a printed paragraph. A list belongs to the paragraph that announces it. */
final class Statements {
    private Statements() {
    }

    static void read(Gathering gathering, Draft item, Part label, List<Part> body) {
        Draft last = null;
        boolean listing = false;
        for (var part : body) {
            var text = part.cells().size() == 1 ? part.text() : String.join(" | ", part.cells()).strip();
            var before = last == null ? "" : last.field(Field.TEXT);
            boolean announced = part.bullet() && last != null && (listing || before.endsWith(":"));
            if (last != null && (announced || !part.bullet() && part.cells().size() == 1
                    && Joins.goesOn(Joins.last(before), text))) {
                last.with(Field.TEXT, before + (announced ? "\n- " : " ") + text).reads(List.of(part.number()));
                if (!announced)
                    last.flag(Flag.Kind.JOINED);
                listing = announced;
                continue;
            }
            listing = false;
            last = statement(gathering, item, part, text);
        }
        if (body.isEmpty())
            item.flag(Flag.Kind.NO_EVIDENCE);
        item.reads(List.of(label.number()));
    }

    /** The paragraphs of one cell of a table. */
    static void cell(Gathering gathering, Draft item, Grid.Cell cell) {
        Draft last = null;
        for (var text : cell.text().lines().toList()) {
            var before = last == null ? "" : last.field(Field.TEXT);
            if (last != null && (Joins.goesOn(before, text) || before.endsWith(":") && text.startsWith("- ")))
                last.with(Field.TEXT, before + (text.startsWith("- ") ? "\n" : " ") + text);
            else
                last = gathering.add(PieceKind.STATEMENT, null, item, cell.lines()).with(Field.TEXT,
                        text.replaceFirst("^[-•·]\\s+", ""));
        }
    }

    private static @Nullable Draft statement(Gathering gathering, Draft item, Part part, String text) {
        return gathering.add(PieceKind.STATEMENT, null, item, part.number()).with(Field.TEXT, text);
    }
}
