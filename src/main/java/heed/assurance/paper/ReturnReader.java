package heed.assurance.paper;

import heed.assurance.paper.Gathering.Draft;
import heed.assurance.paper.ItemStarts.Start;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a return: questions, each with what stands under its labels; or a table with a question a row. */
final class ReturnReader {
    private static final Pattern LAST_YEAR = Pattern
            .compile("(?i)\\b(?:last|past|previous)\\s+(?:year|12\\s+months|twelve\\s+months)\\b");
    /** What is written where nothing is to be done. */
    static final Pattern NONE = Pattern.compile(
            "(?i)none|n/?a|not applicable|no (?:further )?actions?.*|-|nil|nothing(?: (?:further|more|at present))?\\.?");
    private static final Pattern SECTION = Pattern
            .compile("(?i)(?:section|part|theme|domain|chapter|standard)\\s+\\w{1,4}\\b.*");
    private static final Pattern AFTERWARDS = Pattern
            .compile(
                    "(?i)(?:declaration|sign[- ]?off|signed|signature|approval|approved by|appendix|appendices|annex)\\b.*");
    private static final Pattern LABEL_END = Pattern.compile("\\s*[:–-]$");
    private static final Pattern INLINE = Pattern.compile("(?s)([^:\\n]{2,40}?)\\s*:\\s*(.+)");
    private final Gathering gathering;
    private final Mapping mapping;
    private final List<Part> parts;
    private final Map<Integer, String> inline = new HashMap<>();
    private final Map<String, Integer> rounds = new HashMap<>();
    /** How often a label stands before something on its line, whatever that is. */
    private final Map<String, Integer> before = new HashMap<>();
    private final @Nullable PieceKind[] labels;
    private final Set<String> prompts = new HashSet<>();

    private ReturnReader(List<Line> lines, Mapping mapping) {
        this.mapping = mapping;
        gathering = new Gathering(PaperKind.RETURN, lines);
        var all = Part.of(lines);
        var furniture = Furniture.in(all, lines, true);
        gathering.gap(furniture, Gap.Why.FURNITURE);
        parts = unfolded(Part.without(all, furniture).stream().filter(p -> !p.text().isEmpty()).toList());
        for (var part : parts)
            if (part.titleLike() && part.text().length() <= 60 && part.code() == null && !part.bullet())
                rounds.merge(Mapping.fold(part.text()), 1, Integer::sum);
        for (var part : parts) {
            var line = INLINE.matcher(part.text());
            if (line.matches())
                before.merge(Mapping.fold(line.group(1)), 1, Integer::sum);
        }
        labels = new PieceKind[parts.size()];
        for (int i = 0; i < labels.length; i++)
            labels[i] = label(i);
    }

    static Reading read(List<Line> lines, Mapping mapping) {
        return new ReturnReader(lines, mapping).read();
    }

    private Reading read() {
        var starts = ItemStarts.in(parts, i -> labels[i]);
        var table = new ReturnTable(gathering, mapping, parts);
        if (starts.isEmpty() || table.items() > starts.size()) {
            if (!table.read())
                hints();
            return gathering.done();
        }
        findPrompts(starts);
        new Prose(gathering, mapping).read(parts.subList(0, opens(starts.getFirst(), 0)), true);
        heads(opens(starts.getFirst(), 0), starts.getFirst().place());
        for (int s = 0; s < starts.size(); s++) {
            var start = starts.get(s);
            int end = s + 1 < starts.size() ? opens(starts.get(s + 1), start.place() + 1) : afterwards(start);
            item(start, end);
            heads(end, s + 1 < starts.size() ? starts.get(s + 1).place() : end);
            if (s + 1 == starts.size())
                new Prose(gathering, mapping).read(parts.subList(end, parts.size()), true);
        }
        return gathering.done();
    }

    /**
     * The same with each table whose columns are the labels of one question, of which the answer is one, column after column:
     * a label, and under it what its column holds.
     */
    private List<Part> unfolded(List<Part> folded) {
        var all = new ArrayList<Part>();
        for (int i = 0; i < folded.size(); i++) {
            var head = folded.get(i);
            int rows = labelled(head) ? rows(folded, i) : 0;
            if (rows == 0) {
                all.add(head);
                continue;
            }
            for (int c = 0; c < head.cells().size(); c++) {
                int column = c;
                all.add(Part.ofCell(head.number(), head.cells().get(c)));
                for (var row : folded.subList(i + 1, i + 1 + rows))
                    row.cells().get(column).lines().filter(text -> !text.isBlank())
                            .forEach(text -> all.add(Part.ofCell(row.number(), text)));
            }
            i += rows;
        }
        return List.copyOf(all);
    }

    /** Whether every cell is a label, no two the same, and one of them the answer's. */
    private boolean labelled(Part head) {
        var kinds = head.cells().stream().map(cell -> Synonyms.heading(cell, mapping).orElse(PieceKind.PARAGRAPH))
                .toList();
        return head.cells().size() >= 2 && kinds.contains(PieceKind.RESPONSE)
                && kinds.stream().allMatch(ReturnReader::isLabel) && Set.copyOf(kinds).size() == kinds.size();
    }

    /** How many rows follow that have as many cells. */
    private static int rows(List<Part> parts, int head) {
        int at = head + 1;
        while (at < parts.size() && parts.get(at).cells().size() == parts.get(head).cells().size()
                && parts.get(at).blanks() == 0)
            at++;
        return at - head - 1;
    }

    private static boolean isLabel(PieceKind kind) {
        return kind == PieceKind.RESPONSE || kind == PieceKind.RATING || kind == PieceKind.STATEMENT
                || kind == PieceKind.ACTION;
    }

    /** What the line labels, and keeps what stands behind the label on the same line. */
    private @Nullable PieceKind label(int place) {
        var part = parts.get(place);
        var cells = part.cells().stream().filter(c -> !c.isEmpty()).toList();
        if (cells.size() >= 2) {
            var kind = labelled(cells.getFirst());
            if (kind == null || labelled(cells.get(1)) != null || Synonyms.column(cells.get(1), mapping).isPresent())
                return null;
            inline.put(place, String.join("\n", cells.subList(1, cells.size())));
            return kind;
        }
        var line = INLINE.matcher(part.text());
        boolean parted = line.matches();
        var whole = parted && answers(line.group(1), line.group(2), part) ? null : labelled(part.text());
        if (whole != null || !parted)
            return whole;
        var kind = labelled(line.group(1));
        if (kind != null)
            inline.put(place, line.group(2).strip());
        return kind;
    }

    /**
     * Whether what stands behind a known label is what somebody answered and not part of the label, though the line comes
     * round again: "Rating: Green" is, and so is whatever that label does not always have behind it.
     */
    private boolean answers(String label, String behind, Part whole) {
        var kind = Synonyms.heading(label, mapping).orElse(null);
        if (kind == null || !isLabel(kind) || Synonyms.heading(whole.text(), mapping).isPresent())
            return false;
        return kind == PieceKind.RATING && Ratings.rating(behind).isPresent()
                || before.getOrDefault(Mapping.fold(label), 0) > rounds.getOrDefault(Mapping.fold(whole.text()), 0);
    }

    private @Nullable PieceKind labelled(String text) {
        if (text.length() > 90)
            return null;
        var label = LABEL_END.matcher(text).replaceFirst("");
        var kind = Synonyms.heading(label, mapping)
                .or(() -> rounds.getOrDefault(Mapping.fold(label), 0) >= 2 && Ratings.rating(label).isEmpty()
                        ? Synonyms.likely(label)
                        : Optional.empty())
                .orElse(null);
        return kind != null && isLabel(kind) ? kind : null;
    }

    /** A heading of a section may stand before a question: it begins there and not where the code is. */
    private int opens(Start start, int notBefore) {
        int at = start.place();
        while (at - 1 >= notBefore && labels[at - 1] == null && (parts.get(at - 1).heading()
                || SECTION.matcher(parts.get(at - 1).text()).matches() && parts.get(at - 1).titleLike()))
            at--;
        return at;
    }

    private void heads(int from, int to) {
        for (int i = from; i < to; i++)
            gathering.add(PieceKind.SECTION, null, null, parts.get(i).number()).with(Field.TITLE, parts.get(i).text());
    }

    /** Where the last question ends: a heading that labels nothing, or what is signed. */
    private int afterwards(Start last) {
        boolean labelled = false;
        for (int i = last.place() + 1; i < parts.size(); i++) {
            labelled |= labels[i] != null;
            if (labelled && labels[i] == null
                    && (parts.get(i).heading() || AFTERWARDS.matcher(parts.get(i).text()).matches()))
                return i;
        }
        return parts.size();
    }

    /** A paragraph that stands under two questions or more is a prompt, whatever it says. */
    private void findPrompts(List<Start> starts) {
        var counts = new HashMap<String, Integer>();
        for (var start : starts)
            for (int i = start.place() + 1; i < parts.size() && labels[i] == null && i < start.place() + 30; i++)
                if (!parts.get(i).bullet())
                    counts.merge(Mapping.fold(parts.get(i).text()), 1, Integer::sum);
        counts.forEach((text, count) -> {
            if (count >= 2)
                prompts.add(text);
        });
    }

    private void item(Start start, int end) {
        int at = start.place() + 1;
        var item = gathering.add(PieceKind.ITEM, start.code(), null, parts.get(start.place()).number());
        var question = new StringBuilder(start.rest());
        for (; at < end && labels[at] == null; at++) {
            var part = parts.get(at);
            item.reads(List.of(part.number()));
            if (prompts.contains(Mapping.fold(part.text())))
                item.more(Field.PROMPT, part.text());
            else
                question.append(question.isEmpty()
                        ? ""
                        : Joins.goesOn(question.toString(), part.text()) && !part.bullet()
                                ? " "
                                : "\n")
                        .append(part.bullet() ? "- " : "").append(part.text());
        }
        item.with(Field.QUESTION, question.toString());
        if (asksLastYear(item.field(Field.PROMPT) + " " + question))
            item.with(Field.ASKS_LAST_YEAR, "yes");
        var met = new HashSet<PieceKind>();
        while (at < end) {
            int from = at++;
            while (at < end && labels[at] == null)
                at++;
            var kind = labels[from];
            if (kind != null) {
                met.add(kind);
                gathering.seen(false, heading(from), kind.name(), List.of(parts.get(from).number()));
                zone(kind, item, from, at);
            }
        }
        if (!met.contains(PieceKind.STATEMENT))
            item.flag(Flag.Kind.NO_EVIDENCE);
        if (!met.contains(PieceKind.RESPONSE))
            item.flag(Flag.Kind.NO_RESPONSE);
    }

    /** Whether a question or its prompt asks for evidence of the year that ended. */
    static boolean asksLastYear(String text) {
        return LAST_YEAR.matcher(text).find();
    }

    private String heading(int place) {
        var behind = inline.get(place);
        var text = parts.get(place).text();
        return behind == null ? text : text.substring(0, Math.max(1, Math.min(text.length(), 40))).split("[:\\n]")[0];
    }

    private void zone(PieceKind kind, Draft item, int from, int to) {
        var body = new ArrayList<>(parts.subList(from + 1, to));
        var label = parts.get(from);
        var behind = inline.get(from);
        if (behind != null)
            body.addAll(0, behind.lines().map(text -> Part.ofCell(label.number(), text)).toList());
        switch (kind) {
            case RATING -> rating(item, label, body);
            case ACTION -> actions(item, label, body);
            default -> {
                var taken = figures(item, body);
                if (kind == PieceKind.RESPONSE)
                    response(item, label, body);
                else
                    Statements.read(gathering, item, label,
                            body.stream().filter(p -> !taken.contains(p.number())).toList());
            }
        }
    }

    private void response(Draft item, Part label, List<Part> body) {
        var text = new StringBuilder();
        var lines = new ArrayList<>(List.of(label.number()));
        boolean joined = false;
        for (var part : body) {
            boolean goesOn = !part.bullet() && part.cells().size() == 1
                    && Joins.goesOn(Joins.last(text.toString()), part.text());
            joined |= goesOn;
            text.append(text.isEmpty() ? "" : goesOn ? " " : "\n").append(part.bullet() ? "- " : "")
                    .append(part.cells().size() == 1 ? part.text() : String.join(" | ", part.cells()));
            lines.add(part.number());
        }
        var draft = gathering.add(PieceKind.RESPONSE, null, item, lines).with(Field.TEXT, text.toString());
        if (joined)
            draft.flag(Flag.Kind.JOINED);
        if (text.isEmpty())
            item.flag(Flag.Kind.NO_RESPONSE);
    }

    /** Tables of a questionnaire; gives the lines that hold nothing but them. */
    private Set<Integer> figures(Draft item, List<Part> body) {
        var whole = new HashSet<Integer>();
        for (var table : FigureTables.in(body)) {
            table.into(gathering, item);
            whole.addAll(table.whole());
        }
        return whole;
    }

    /** Nothing under the heading, or a picture: the rating is lost, and is said to be. */
    private void rating(Draft item, Part label, List<Part> body) {
        var lines = new ArrayList<>(List.of(label.number()));
        body.forEach(p -> lines.add(p.number()));
        var printed = String.join("\n",
                body.stream().map(Part::text).filter(t -> !t.equals(WordLines.PICTURE)).toList());
        var draft = gathering.add(PieceKind.RATING, null, item, lines).with(Field.AS_PRINTED, printed);
        var rating = Ratings.rating(printed.lines().findFirst().orElse(""));
        if (rating.isPresent())
            draft.with(Field.LETTER, rating.get().letter()).with(Field.WORD, rating.get().word());
        else if (printed.isEmpty())
            draft.flag(Flag.Kind.RATING_NOT_RECOVERABLE);
    }

    private void actions(Draft item, Part label, List<Part> body) {
        var grids = Grids.in(body, mapping, Set.of());
        var open = new ArrayList<>(body);
        gathering.gap(List.of(label.number()), Gap.Why.COLUMN_HEADINGS);
        for (var grid : grids) {
            gathering.gap(grid.headingLines(), Gap.Why.COLUMN_HEADINGS);
            grid.seen(gathering);
            for (var row : grid.rows()) {
                var draft = gathering.add(PieceKind.ACTION, null, item, row.lines());
                for (int i = 0; i < row.cells().size(); i++)
                    draft.with(grid.columns().get(i).key(), row.cells().get(i).text());
                if (row.moved())
                    draft.flag(Flag.Kind.COLUMN_UNSURE);
            }
            open.removeIf(p -> grid.lines().contains(p.number()));
        }
        for (var part : open)
            gathering.add(NONE.matcher(part.text()).matches() ? PieceKind.PARAGRAPH : PieceKind.ACTION, null, item,
                    part.number()).with(NONE.matcher(part.text()).matches() ? Field.TEXT : Field.ACTION, part.text());
    }

    /** Nothing was found: what comes round again and again may be the headings that a person can map. */
    private void hints() {
        var rounds = new HashMap<String, List<Part>>();
        for (var part : parts)
            if (part.titleLike() && part.text().length() <= 60 && part.cells().size() == 1 && !part.bullet())
                rounds.computeIfAbsent(Mapping.fold(part.text()), k -> new ArrayList<>()).add(part);
        rounds.values().stream().filter(r -> r.size() >= 2 && !Mapping.fold(r.getFirst().text()).isEmpty())
                .sorted((a, b) -> Integer.compare(a.getFirst().number(), b.getFirst().number()))
                .forEach(r -> gathering.seen(false, r.getFirst().text(),
                        Synonyms.heading(r.getFirst().text(), mapping).map(Enum::name).orElse(null),
                        r.stream().map(Part::number).toList()));
        for (var block : Grids.unknown(parts, List.of()))
            Grids.unknown(block, gathering, mapping);
    }
}
