package heed.assurance.paper;

import heed.assurance.paper.Gathering.Draft;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody from outside wrote: areas with strengths and areas for development, recommendations with their
 * parts (kept once, however often they are printed), levels found, standards, whom the reviewers met and what they could
 * not do.
 */
final class ReviewReader {
    private static final Pattern CONTACT = Pattern
            .compile("(?is)(telephone|tel|phone|mobile|e-?mail|post|address|website|web|fax)\\s*:\\s*(.+)");
    private static final Pattern UNABLE = Pattern.compile("(?i)(?:\\b(?:reviewers?|reviewing team|review team|inspectors?|"
            + "auditors?|assessors?|we|the team|the review)\\s+(?:(?:were|was|have been|has been)\\s+(?:unable|not able)"
            + "|could not|did not (?:examine|see|look at|have access|speak|review|visit|test)|cannot comment|can not comment)"
            + "|\\b(?:was|were) not possible\\b.*\\b(?:this|the|our) review\\b|\\b(?:outside|beyond) the scope of (?:this|the|our)\\b"
            + "|\\bnot (?:been )?(?:examined|seen|looked at|tested) (?:by|in|as part of) (?:the|this|our)\\s+review)");
    private static final Pattern RECOMMENDS = Pattern.compile("(?is).*\\brecommend(?:ations?|ed)\\b.*");
    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?])\\s+(?=[A-Z])");
    private static final Pattern FOUND = Pattern.compile("(?i)\\b(?:operating|working|performing|is|are|was|at|achiev\\w+|"
            + "reach\\w+|assessed|judged|implemented|rated|graded|meets?|placed)\\b[^.]{0,80}?\\b(?:level|grade|stage|band)s?\\s+\\d");
    private static final Pattern LEVELS = Pattern
            .compile("(?i)\\b(?:level|grade|stage|band)s?\\s+(\\d(?:\\s*(?:,|and|&|to|or)\\s*\\d)*)\\b");
    private final Gathering gathering;
    private final Mapping mapping;
    private final List<Part> parts;
    private final Set<Integer> taken;
    private final Set<String> contents = new HashSet<>();
    private final Set<String> levels = new HashSet<>();
    private final Recommendations recommendations;
    private @Nullable Draft section;
    private @Nullable Draft area;
    private @Nullable Draft last;
    private @Nullable PieceKind about;
    private String group = "";

    private ReviewReader(List<Line> lines, Mapping mapping) {
        this.mapping = mapping;
        gathering = new Gathering(PaperKind.REVIEW, lines);
        recommendations = new Recommendations(gathering);
        var all = Part.of(lines);
        taken = new HashSet<>(Furniture.in(all, lines, false));
        gathering.gap(taken, Gap.Why.FURNITURE);
        parts = Part.without(all, taken).stream().filter(p -> !p.text().isEmpty()).toList();
    }

    static Reading read(List<Line> lines, Mapping mapping) {
        return new ReviewReader(lines, mapping).read();
    }

    private Reading read() {
        contents();
        taken.addAll(Prose.scales(open(), gathering));
        gathering.drafts().forEach(d -> levels.add(String.valueOf(d.code())));
        var standards = new Standards(gathering, mapping);
        standards.read(open());
        taken.addAll(standards.taken());
        var open = open();
        int from = titlePage(open);
        for (int i = from; i < open.size(); i++)
            one(open, i);
        return gathering.done();
    }

    private List<Part> open() {
        return Part.without(parts, taken);
    }

    private static String entry(Part part) {
        return Mapping.fold((part.code() == null ? part.text() : part.rest()).replaceAll("[.…\\s]*(?:p\\.?\\s*)?\\d{1,3}$", ""));
    }

    /** The list of contents ends where one of its entries comes again, now as a heading. */
    private void contents() {
        for (int i = 0; i < parts.size(); i++) {
            var title = Mapping.fold(parts.get(i).text());
            if (!title.equals("contents") && !title.equals("table of contents"))
                continue;
            int end = i + 1;
            while (end < parts.size() && parts.get(end).text().length() <= 120 && contents.add(entry(parts.get(end))))
                end++;
            if (end >= parts.size()) {
                contents.clear();
                return;
            }
            var numbers = parts.subList(i, end).stream().map(Part::number).toList();
            gathering.gap(numbers, Gap.Why.CONTENTS);
            taken.addAll(numbers);
            return;
        }
    }

    /** Lines at the top that are no sentences; the last of them is the heading of what follows. */
    private int titlePage(List<Part> open) {
        int end = 0;
        while (end < open.size() && end < 12 && open.get(end).titleLike() && !open.get(end).bullet()
                && open.get(end).code() == null
                && Outline.about(open.get(end).text(), mapping).filter(k -> k != PieceKind.RECOMMENDATION).isEmpty())
            end++;
        end = Math.min(end, open.size());
        int titles = end < open.size() && end > 1 && open.get(end).code() == null ? end - 1 : end;
        for (var part : open.subList(0, titles))
            gathering.add(PieceKind.HEADER, null, null, part.number()).with(Field.LABEL, "Title page").with(Field.VALUE,
                    part.text());
        return titles;
    }

    private void one(List<Part> open, int at) {
        var part = open.get(at);
        var contact = CONTACT.matcher(part.text());
        boolean numberedPoint = part.code() != null && part.depth() > 0;
        if (contact.matches())
            gathering.add(PieceKind.HEADER, null, null, part.number()).with(Field.LABEL, contact.group(1))
                    .with(Field.VALUE, contact.group(2));
        else if (about == PieceKind.FIELDWORK && part.cells().size() >= 2 && !numberedPoint)
            fieldwork(part);
        else if (recommendations.takes(part, area == null ? "" : area.field(Field.TITLE),
                contents.contains(entry(part)) || part.heading()))
            last = null;
        else if (Outline.heading(open, at, mapping))
            title(open, at);
        else if (part.cells().size() >= 3 && !numberedPoint)
            gathering.gap(List.of(part.number()), Gap.Why.NOT_RECOGNISED);
        else
            text(part, part.bullet() && !numberedPoint);
    }

    private void fieldwork(Part part) {
        var cells = part.cells();
        if (part.filled() == 1) {
            group = part.text();
            gathering.add(PieceKind.SECTION, null, section, part.number()).with(Field.TITLE, group);
        } else if (Synonyms.column(cells.getFirst(), mapping).isPresent() && part.filled() == cells.size()
                && Synonyms.column(cells.get(1), mapping).isPresent())
            gathering.gap(List.of(part.number()), Gap.Why.COLUMN_HEADINGS);
        else
            gathering.add(PieceKind.FIELDWORK, null, section, part.number()).with(Field.WHO, cells.getFirst())
                    .with(Field.HOW, String.join(", ", cells.stream().skip(1).filter(c -> !c.isEmpty()).toList()))
                    .with(Field.GROUP, group);
    }

    private static boolean judges(@Nullable PieceKind kind) {
        return kind == PieceKind.STRENGTH || kind == PieceKind.DEVELOPMENT;
    }

    private void title(List<Part> open, int at) {
        var part = open.get(at);
        var title = Outline.title(part);
        about = Outline.about(title, mapping).orElse(null);
        gathering.seen(false, part.text(), about == null ? null : about.name(), List.of(part.number()));
        recommendations.heading(about == PieceKind.RECOMMENDATION);
        last = null;
        group = "";
        var code = part.rest().equals(part.text()) ? null : part.code();
        if (judges(about)) {
            gathering.add(PieceKind.SECTION, code, area, part.number()).with(Field.TITLE, title);
            return;
        }
        area = null;
        for (int i = at + 1; i < open.size(); i++)
            if (Outline.heading(open, i, mapping)) {
                if (judges(Outline.about(Outline.title(open.get(i)), mapping).orElse(null)))
                    area = gathering.add(PieceKind.AREA, code, null, part.number()).with(Field.TITLE, title);
                break;
            }
        section = area != null ? area : gathering.add(PieceKind.SECTION, code, null, part.number()).with(Field.TITLE, title);
    }

    private void text(Part part, boolean bullet) {
        var code = bullet && part.depth() <= 0 ? null : part.code();
        var text = code == null ? part.text() : part.rest();
        if (!bullet && code == null && last != null && Joins.goesOn(Joins.last(last.field(Field.TEXT)), text)) {
            last.with(Field.TEXT, last.field(Field.TEXT) + " " + text).reads(List.of(part.number())).flag(Flag.Kind.JOINED);
            return;
        }
        if (RECOMMENDS.matcher(text).matches() && (text.endsWith(":") || text.endsWith("follows")))
            recommendations.announced();
        // A list under a point that announces it belongs to the point.
        if (bullet && last != null && (judges(last.kind()) || last.kind() == PieceKind.LIMITATION)
                && (last.field(Field.TEXT).endsWith(":") || last.field(Field.TEXT).contains("\n- ")) && part.code() == null) {
            last.more(Field.TEXT, "- " + text).reads(List.of(part.number()));
            return;
        }
        var kind = kind(text);
        last = gathering.add(kind, code, area != null ? area : section, part.number()).with(Field.TEXT, text);
        if (kind == PieceKind.IMPACT)
            last.with(Field.LEVEL, levels(text));
        if (kind != PieceKind.LIMITATION)
            for (var sentence : SENTENCES.split(text))
                if (UNABLE.matcher(sentence).find())
                    gathering.add(PieceKind.LIMITATION, code, last, part.number()).with(Field.TEXT, sentence);
    }

    private PieceKind kind(String text) {
        if (levels.size() >= 3 && FOUND.matcher(text).find() && !levels(text).isEmpty())
            return PieceKind.IMPACT;
        if (about == PieceKind.LIMITATION || UNABLE.matcher(SENTENCES.split(text)[0]).find() && !judges(about))
            return PieceKind.LIMITATION;
        if (judges(about))
            return about == PieceKind.STRENGTH ? PieceKind.STRENGTH : PieceKind.DEVELOPMENT;
        return about == PieceKind.LEARNING_POINT || about == PieceKind.ACHIEVEMENT || about == PieceKind.RISK
                ? about
                : PieceKind.PARAGRAPH;
    }

    private String levels(String text) {
        var found = new TreeSet<String>();
        var all = LEVELS.matcher(text);
        while (all.find())
            for (var digit : all.group(1).split("\\D+"))
                if (levels.contains(digit))
                    found.add(digit);
        return String.join(", ", found);
    }
}
