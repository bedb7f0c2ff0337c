package heed.assurance.importing;

import heed.assurance.importing.Corrected.Part;
import heed.assurance.importing.Corrected.Unused;
import heed.assurance.importing.PaperLinesPage.Block;
import heed.assurance.importing.PaperLinesPage.Said;
import heed.assurance.importing.PaperLinesPage.Shown;
import heed.assurance.importing.PaperLinesPage.Source;
import heed.assurance.paper.Field;
import heed.assurance.paper.Line;
import heed.assurance.paper.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts what was read beside the lines it was read from: neighbours of which the same was made stand together. */
final class PaperBlocks {
    private final Corrected corrected;
    private final String self;
    private final boolean open;
    private final Map<Integer, List<Part>> byLine = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    private PaperBlocks(Corrected corrected, String self, boolean open) {
        this.corrected = corrected;
        this.self = self;
        this.open = open;
        for (var part : corrected.parts()) {
            part.piece().lines().forEach(n -> byLine.computeIfAbsent(n, k -> new ArrayList<>()).add(part));
            names.put(part.piece().id(), part.piece().code() == null
                    ? "“" + cut(PaperWords.shortly(part.piece())) + "”"
                    : part.piece().code());
        }
    }

    /** Which blocks are wanted. */
    enum Which {
        /** All of them. */
        ALL,
        /** Those of lines that a person should look at. */
        UNREAD,
        /** Those of pieces that a person should look at. */
        LOOK
    }

    /**
     * The blocks of a paper.
     *
     * @param self the paper's address
     * @param open whether it may still be changed
     */
    static List<Block> of(Corrected corrected, String self, boolean open, Which which) {
        return new PaperBlocks(corrected, self, open).all(which);
    }

    /** A line as a page shows it: its cells apart, an empty one kept as a dash. */
    static Source source(Line line) {
        return new Source(line.number(), line.text().contains("\t")
                ? Arrays.stream(line.text().split("\t", -1)).map(c -> c.isBlank() ? "–" : c.strip()).toList()
                : List.of(line.text().strip()));
    }

    private List<Block> all(Which which) {
        var blocks = new ArrayList<Block>();
        var run = new ArrayList<Line>();
        var begun = new HashSet<String>();
        for (var line : corrected.read().lines()) {
            if (line.blank())
                continue;
            if (!run.isEmpty() && !key(run.getFirst()).equals(key(line))) {
                add(blocks, run, which, begun);
                run.clear();
            }
            run.add(line);
        }
        if (!run.isEmpty())
            add(blocks, run, which, begun);
        return blocks;
    }

    private Object key(Line line) {
        var parts = byLine.getOrDefault(line.number(), List.of());
        return parts.isEmpty()
                ? List.of(corrected.unused(line), corrected.why(line.number()))
                : parts.stream().map(p -> p.piece().id()).toList();
    }

    private void add(List<Block> blocks, List<Line> run, Which which, Set<String> begun) {
        var parts = byLine.getOrDefault(run.getFirst().number(), List.of());
        var unused = corrected.unused(run.getFirst()).orElse(null);
        var shown = parts.stream().map(p -> shown(p, run, begun.add(p.piece().id()))).toList();
        var wanted = switch (which) {
            case ALL -> true;
            case UNREAD -> unused == Unused.NOT_READ;
            case LOOK -> shown.stream().anyMatch(s -> !s.flags().isEmpty());
        };
        if (!wanted)
            return;
        int first = run.getFirst().number();
        int last = run.getLast().number();
        var free = parts.isEmpty() ? unused : null;
        blocks.add(new Block(run.stream().map(PaperBlocks::source).toList(),
                first == last ? "Line " + first : "Lines " + first + " to " + last, shown,
                free == null ? null : words(free), free == null ? "" : why(free, first), free == Unused.NOT_READ,
                open && free != null ? self + "/additions?lines=" + first + "-" + last : null, first + "-" + last));
    }

    private static String words(Unused unused) {
        return switch (unused) {
            case NOT_READ -> "Not read";
            case LEFT_OUT -> "Left out";
            case NOT_NEEDED -> "";
        };
    }

    private String why(Unused unused, int line) {
        return unused == Unused.LEFT_OUT ? "" : corrected.why(line).words();
    }

    private Shown shown(Part part, List<Line> run, boolean first) {
        var piece = part.piece();
        var flags = new ArrayList<String>();
        var looked = new ArrayList<String>();
        if (first)
            piece.flags().forEach(f -> (corrected.open(part, f) ? flags : looked).add(f.kind().words()
                    + (f.lines().isEmpty() ? "" : ": line " + PaperWords.lines(f.lines()))));
        var source = run.stream().map(Line::text).collect(Collectors.joining(" "));
        var same = asPrinted(piece, source);
        var starts = piece.lines().isEmpty() ? 0 : piece.lines().getFirst();
        return new Shown(piece.kind().words() + (piece.code() == null ? "" : " " + piece.code()),
                first && piece.parent() != null ? names.getOrDefault(piece.parent(), "") : "",
                first && !same
                        ? piece.fields().entrySet().stream()
                                .map(e -> new Said(alone(piece, e.getKey()) ? "" : PaperWords.field(e.getKey()),
                                        e.getValue()))
                                .toList()
                        : List.of(),
                !first ? "Goes on from line " + starts : same ? "As printed" : "", tag(part), flags, looked,
                open ? self + "/pieces/" + piece.id() : null);
    }

    /** Whether its text is all that it says: that needs no name. */
    private static boolean alone(Piece piece, String key) {
        return piece.fields().size() == 1 && key.equals(Field.TEXT.key());
    }

    private static boolean asPrinted(Piece piece, String source) {
        if (piece.fields().size() != 1)
            return false;
        return PaperWords.repeats(piece.fields().values().iterator().next(), source);
    }

    static @Nullable String tag(Part part) {
        return part.out() ? "Left out" : part.added() ? "Added" : part.changed() ? "Changed" : null;
    }

    private static String cut(String words) {
        return words.length() <= 40 ? words : Objects.requireNonNull(words).substring(0, 39).strip() + "…";
    }
}
