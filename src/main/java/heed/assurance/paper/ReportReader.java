package heed.assurance.paper;

import heed.assurance.paper.Gathering.Draft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a report to members: header table, numbered paragraphs under headings, results, achievements, what comes next. */
final class ReportReader {
    private static final Pattern LOOKS_AHEAD = Pattern.compile("(?i).*\\b(?:focus|priorit(?:y|ies))\\b.*:");
    private static final Pattern LABELLED = Pattern.compile("(?s)([A-Z][^:\\n]{1,50}?)\\s*:\\s*(\\S.*)?");
    private final Gathering gathering;
    private final Mapping mapping;
    private final List<Line> lines;
    private final List<Part> parts;
    private final Set<Integer> taken;
    private @Nullable Draft section;
    private @Nullable Draft last;
    private @Nullable Draft bulleted;
    private @Nullable PieceKind about;
    private @Nullable PieceKind listed;
    private String group = "";
    private boolean grouped;

    private ReportReader(List<Line> lines, Mapping mapping) {
        this.lines = lines;
        this.mapping = mapping;
        gathering = new Gathering(PaperKind.REPORT, lines);
        parts = Part.of(lines);
        taken = new HashSet<>(Furniture.in(parts, lines, false));
        gathering.gap(taken, Gap.Why.FURNITURE);
    }

    static Reading read(List<Line> lines, Mapping mapping) {
        return new ReportReader(lines, mapping).read();
    }

    private Reading read() {
        taken.addAll(Prose.scales(open(), gathering));
        var standards = new Standards(gathering, mapping);
        standards.read(open());
        taken.addAll(standards.taken());
        var open = open();
        for (int i = 0; i < open.size(); i++) {
            var part = open.get(i);
            if (part.tabFirst() && part.filled() <= 1 || part.tabFirst() && part.filled() == 2 && part.cells().size() == 3) {
                int end = i + 1;
                while (end < open.size() && open.get(end).tabFirst() && open.get(end).blanks() == 0
                        && !lines.get(open.get(end).number() - 1).text().startsWith(" "))
                    end++;
                header(open.subList(i, end));
                i = end - 1;
            } else if (!part.text().isEmpty())
                one(open, i);
        }
        return gathering.done();
    }

    private List<Part> open() {
        return Part.without(parts, taken);
    }

    /** Lines of a torn header table that stand together: a label and what it says, or a number and its text. */
    private void header(List<Part> block) {
        var filled = block.stream().filter(p -> !p.text().isEmpty()).toList();
        var numbers = block.stream().map(Part::number).toList();
        if (filled.isEmpty())
            return;
        var first = filled.getFirst();
        var value = String.join("\n", filled.stream().skip(1).map(Part::text).toList());
        var labelled = LABELLED.matcher(first.text());
        if (first.code() != null && first.rest().isEmpty() && !value.isEmpty())
            numbered(String.valueOf(first.code()), value, numbers);
        else if (labelled.matches() && labelled.group(1).length() <= 50)
            labelled(labelled.group(1), labelled.group(2) == null ? value : labelled.group(2), numbers);
        else if (block.size() >= 2 && first.text().length() <= 60)
            labelled(first.text(), value, numbers);
        else
            title(first);
    }

    private void labelled(String label, String value, List<Integer> numbers) {
        var is = Outline.about(label, mapping).orElse(null);
        if (is == PieceKind.RECOMMENDATION) {
            section = gathering.add(PieceKind.SECTION, null, null, numbers).with(Field.TITLE, label).with(Field.TEXT, value);
            about = is;
            return;
        }
        gathering.add(PieceKind.HEADER, null, null, numbers).with(Field.LABEL, label).with(Field.VALUE, value);
        last = null;
    }

    private void numbered(String code, String text, List<Integer> numbers) {
        last = gathering.add(about == PieceKind.RECOMMENDATION ? PieceKind.RECOMMENDATION : PieceKind.PARAGRAPH, code,
                section, numbers).with(Field.TEXT, text);
    }

    private void title(Part part) {
        var title = Outline.title(part);
        about = Outline.about(title, mapping).orElse(null);
        gathering.seen(false, part.text(), about == null ? null : about.name(), List.of(part.number()));
        section = gathering.add(PieceKind.SECTION, part.rest().equals(part.text()) ? null : part.code(), null, part.number())
                .with(Field.TITLE, title);
        last = null;
        listed = null;
        group = "";
        grouped = false;
    }

    private void one(List<Part> open, int at) {
        var part = open.get(at);
        var cells = part.cells().stream().filter(c -> !c.isEmpty()).toList();
        if (cells.size() == 2 && part.code() == null && !part.bullet() && cells.getFirst().length() <= 60)
            labelled(cells.getFirst().replaceAll("\\s*:$", ""), cells.get(1), List.of(part.number()));
        else if (cells.size() >= 3 && part.code() == null)
            gathering.gap(List.of(part.number()), Gap.Why.NOT_RECOGNISED);
        else if (groupHeading(open, at)) {
            group = part.text();
            grouped = true;
            gathering.add(PieceKind.SECTION, null, section, part.number()).with(Field.TITLE, group);
            last = null;
            listed = null;
        } else if (Outline.heading(open, at, mapping) && !(part.code() != null && part.depth() > 0 && inList()))
            title(part);
        else if (part.bullet())
            bullet(part);
        else
            paragraph(open, at);
    }

    private boolean inList() {
        return about == PieceKind.ACHIEVEMENT || about == PieceKind.RISK || about == PieceKind.FOCUS;
    }

    /** A short line of a list that stands apart and has a numbered paragraph below: a heading among achievements. */
    private boolean groupHeading(List<Part> open, int at) {
        var part = open.get(at);
        if (about != PieceKind.ACHIEVEMENT || !part.titleLike() || part.text().endsWith(":") || part.blanks() == 0 || at + 1 >= open.size()
                || part.text().length() > 90 || part.code() != null)
            return false;
        var next = open.get(at + 1);
        return part.bullet() && next.code() != null && next.depth() > 0
                || !part.bullet() && part.text().split("\\s+").length <= 9
                        && (next.bullet() || next.code() != null && next.depth() > 0);
    }

    private void bullet(Part part) {
        if (listed != null)
            last = bulleted = point(listed, null, part);
        else if (last != null && last.kind() == about && part.blanks() == 0 && last != bulleted)
            last.more(Field.TEXT, "- " + part.text()).reads(List.of(part.number()));
        else if (about != null && counts(about))
            last = bulleted = point(about, null, part);
        else
            last = gathering.add(PieceKind.PARAGRAPH, null, section, part.number()).with(Field.TEXT, part.text());
    }

    private static boolean counts(PieceKind kind) {
        return switch (kind) {
            case ACHIEVEMENT, RISK, FOCUS, RECOMMENDATION, LIMITATION, LEARNING_POINT -> true;
            default -> false;
        };
    }

    private Draft point(PieceKind kind, @Nullable String code, Part part) {
        return gathering.add(kind, code, section, part.number())
                .with(Field.TEXT, code == null ? part.text() : part.rest()).with(Field.GROUP, kind == about ? group : "");
    }

    private void paragraph(List<Part> open, int at) {
        var part = open.get(at);
        var code = part.code();
        var text = code == null ? part.text() : part.rest();
        if (last != null && code == null && Joins.goesOn(Joins.last(last.field(Field.TEXT)), text)) {
            last.with(Field.TEXT, last.field(Field.TEXT) + " " + text).reads(List.of(part.number())).flag(Flag.Kind.JOINED);
            return;
        }
        listed = LOOKS_AHEAD.matcher(text).matches() ? PieceKind.FOCUS : about != null && counts(about) && text.endsWith(":")
                ? about
                : null;
        var kind = about;
        // What announces a list is not one of its points; nor is what stands before the first group of them.
        boolean announces = text.endsWith(":") || kind == PieceKind.ACHIEVEMENT && !grouped && groupsFollow(open, at);
        if (kind != null && counts(kind) && !announces)
            last = point(kind, code, part);
        else
            last = gathering.add(PieceKind.PARAGRAPH, code, section, part.number()).with(Field.TEXT, text);
    }

    private boolean groupsFollow(List<Part> open, int at) {
        for (int i = at + 1; i < open.size() && !(Outline.heading(open, i, mapping) && !open.get(i).bullet()
                && open.get(i).code() != null && open.get(i).depth() == 0); i++)
            if (groupHeading(open, i))
                return true;
        return false;
    }
}
