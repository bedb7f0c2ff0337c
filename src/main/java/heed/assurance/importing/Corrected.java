package heed.assurance.importing;

import heed.assurance.paper.Flag;
import heed.assurance.paper.Gap;
import heed.assurance.paper.Line;
import heed.assurance.paper.Piece;
import heed.assurance.paper.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was read, with what people said about it: made anew from both each time, and the same each time. A correction that
 * finds no piece of its own, because the paper was read again another way, changes nothing and is told of.
 */
final class Corrected {
    private final Reading read;
    private final List<Part> parts;
    private final Set<Integer> aside;
    private final Set<Flag.Kind> lookedAt;
    private final List<MadeCorrection> strays;
    private final int count;

    private Corrected(Reading read, List<Part> parts, Set<Integer> aside, Set<Flag.Kind> lookedAt,
            List<MadeCorrection> strays, int count) {
        this.read = read;
        this.parts = parts;
        this.aside = aside;
        this.lookedAt = lookedAt;
        this.strays = List.copyOf(strays);
        this.count = count;
    }

    /**
     * A piece as it stands now.
     *
     * @param piece  it
     * @param asRead as it was read; null where a person added it
     * @param out    whether it, or what it belongs to, was left out
     * @param last   what was last said about it; null where nothing was
     */
    record Part(Piece piece, @Nullable Piece asRead, boolean out, @Nullable MadeCorrection last) {
        boolean changed() {
            return asRead != null && !piece.equals(asRead);
        }

        boolean added() {
            return asRead == null;
        }

        /** Stands for all of it: another mark means that somebody changed it meanwhile. */
        String mark() {
            return Integer.toHexString(List.of(piece, out, last == null ? 0 : last.n()).hashCode());
        }
    }

    /** Puts the corrections on what was read, in their order. */
    static Corrected of(Reading read, List<MadeCorrection> corrections) {
        var parts = new LinkedHashMap<String, Part>();
        read.pieces().forEach(p -> parts.put(p.id(), new Part(p, p, false, null)));
        var added = new ArrayList<String>();
        var aside = new HashSet<Integer>();
        var lookedAt = new HashSet<Flag.Kind>();
        var strays = new ArrayList<MadeCorrection>();
        for (var made : corrections) {
            var said = made.correction();
            var was = parts.get(said.about());
            switch (said.act()) {
                case ADD -> {
                    // Read again another way, it may have been found after all, under the same lines.
                    if (fits(said.piece(), read)) {
                        parts.put(said.about(), new Part(said.piece(), null, false, made));
                        added.add(said.about());
                    } else
                        strays.add(made);
                }
                case SET_ASIDE -> said.lines().stream().filter(n -> n <= read.lines().size()).forEach(aside::add);
                case LOOKED_AT -> lookedAt.add(Flag.Kind.valueOf(said.about()));
                case CHANGE, LEAVE_OUT, PUT_BACK -> {
                    if (was == null || said.now() != null && !fits(said.piece(), read))
                        strays.add(made);
                    else
                        parts.put(said.about(), switch (said.act()) {
                            case CHANGE -> new Part(said.piece(), was.asRead(), was.out(), made);
                            case LEAVE_OUT -> new Part(was.piece(), was.asRead(), true, made);
                            default -> new Part(was.asRead() == null ? was.piece() : was.asRead(), was.asRead(), false,
                                    made);
                        });
                }
            }
        }
        return new Corrected(read, placed(parts, added), Set.copyOf(aside), lookedAt, strays, corrections.size());
    }

    private static boolean fits(Piece piece, Reading read) {
        return piece.lines().stream().allMatch(n -> n >= 1 && n <= read.lines().size());
    }

    /** In the paper's order: what was added stands after whatever begins before it, and everything after its parent. */
    private static List<Part> placed(Map<String, Part> parts, List<String> added) {
        var order = new ArrayList<Part>();
        parts.values().stream().filter(p -> !added.contains(p.piece().id())).forEach(order::add);
        for (var id : added) {
            var part = parts.get(id);
            if (part == null)
                continue;
            int at = 0;
            for (int i = 0; i < order.size(); i++)
                if (first(order.get(i).piece()) <= first(part.piece())
                        || order.get(i).piece().id().equals(part.piece().parent()))
                    at = i + 1;
            order.add(at, part);
        }
        var done = new LinkedHashMap<String, Part>();
        order.forEach(p -> place(p, parts, done, new HashSet<>()));
        return done.values().stream().map(p -> new Part(p.piece(), p.asRead(), out(p, parts), p.last())).toList();
    }

    private static void place(Part part, Map<String, Part> all, Map<String, Part> done, Set<String> above) {
        if (done.containsKey(part.piece().id()) || !above.add(part.piece().id()))
            return;
        var parent = part.piece().parent() == null ? null : all.get(part.piece().parent());
        if (parent != null)
            place(parent, all, done, above);
        done.put(part.piece().id(), part);
    }

    private static boolean out(Part part, Map<String, Part> all) {
        var seen = new HashSet<String>();
        for (var at = part; at != null && seen.add(at.piece().id()); at = at.piece().parent() == null
                ? null
                : all.get(at.piece().parent()))
            if (at.out())
                return true;
        return false;
    }

    private static int first(Piece piece) {
        return piece.lines().isEmpty() ? Integer.MAX_VALUE : piece.lines().getFirst();
    }

    /** The paper as it was read. */
    Reading read() {
        return read;
    }

    /** Every piece, those left out too. */
    List<Part> parts() {
        return parts;
    }

    /** Those that count. */
    List<Piece> pieces() {
        return parts.stream().filter(p -> !p.out()).map(Part::piece).toList();
    }

    Optional<Part> part(String id) {
        return parts.stream().filter(p -> p.piece().id().equals(id)).findFirst();
    }

    /** Those that belong to a piece, and those that belong to them. */
    List<Part> under(String id) {
        var of = new LinkedHashSet<String>(Set.of(id));
        var found = new ArrayList<Part>();
        for (var part : parts)
            if (part.piece().parent() != null && of.contains(part.piece().parent())) {
                of.add(part.piece().id());
                found.add(part);
            }
        return found;
    }

    /** What was said and found no place, because the paper was read again another way. */
    List<MadeCorrection> strays() {
        return strays;
    }

    /** How many corrections were made. */
    int count() {
        return count;
    }

    /** Whether a flag is for a person still to look at: its kind was not, and nobody changed its piece since. */
    boolean open(Part part, Flag flag) {
        return !part.out() && !part.changed() && !lookedAt.contains(flag.kind());
    }

    /** How many flags of each kind are still to be looked at, most first seen first. */
    Map<Flag.Kind, List<Part>> open() {
        var found = new LinkedHashMap<Flag.Kind, List<Part>>();
        for (var part : parts)
            for (var flag : part.piece().flags())
                if (open(part, flag))
                    found.computeIfAbsent(flag.kind(), k -> new ArrayList<>()).add(part);
        return found;
    }

    /** What became of lines that are in no piece that counts; nothing of blank lines. */
    enum Unused {
        /** For a person to look at. */
        NOT_READ,
        /** A person left it out. */
        LEFT_OUT,
        /** Nothing is lost with it, such as a page number. */
        NOT_NEEDED
    }

    /** Of a line that is in no piece that counts, what became of it; empty for one that is, and for a blank one. */
    Optional<Unused> unused(Line line) {
        return Optional.ofNullable(unused().get(line.number()));
    }

    private @Nullable Map<Integer, Unused> remembered;

    /** Every such line by its number. */
    Map<Integer, Unused> unused() {
        if (remembered != null)
            return remembered;
        var used = new HashSet<Integer>();
        var left = new HashSet<Integer>(aside);
        parts.forEach(p -> (p.out() ? left : used).addAll(p.piece().lines()));
        var why = why(read.gaps());
        var found = new LinkedHashMap<Integer, Unused>();
        for (var line : read.lines())
            if (!line.blank() && !used.contains(line.number()))
                found.put(line.number(), left.contains(line.number())
                        ? Unused.LEFT_OUT
                        : why.getOrDefault(line.number(), Gap.Why.NOT_RECOGNISED).toSettle()
                                ? Unused.NOT_READ
                                : Unused.NOT_NEEDED);
        remembered = found;
        return found;
    }

    private static Map<Integer, Gap.Why> why(Collection<Gap> gaps) {
        var why = new HashMap<Integer, Gap.Why>();
        gaps.forEach(g -> g.lines().forEach(n -> why.put(n, g.why())));
        return why;
    }

    /** Why the readers made nothing of a line. */
    Gap.Why why(int line) {
        return why(read.gaps()).getOrDefault(line, Gap.Why.NOT_RECOGNISED);
    }

    /** Lines for a person to look at, in their order. */
    Set<Integer> unread() {
        var found = new TreeSet<Integer>();
        unused().forEach((n, why) -> {
            if (why == Unused.NOT_READ)
                found.add(n);
        });
        return found;
    }

    /** The whole as a reading: pieces left out are not in it, and every line that is in no piece is in a gap. */
    Reading reading() {
        var gaps = new ArrayList<Gap>();
        var why = why(read.gaps());
        var run = new ArrayList<Integer>();
        Gap.Why of = null;
        for (var entry : unused().entrySet()) {
            var is = switch (entry.getValue()) {
                case NOT_READ -> why.getOrDefault(entry.getKey(), Gap.Why.NOT_RECOGNISED);
                case LEFT_OUT -> Gap.Why.LEFT_OUT;
                case NOT_NEEDED -> why.getOrDefault(entry.getKey(), Gap.Why.FURNITURE);
            };
            if (of != null && (of != is || !follows(run.getLast(), entry.getKey()))) {
                gaps.add(new Gap(run, of));
                run.clear();
            }
            of = is;
            run.add(entry.getKey());
        }
        if (of != null)
            gaps.add(new Gap(run, of));
        return new Reading(read.kind(), read.lines(), pieces(), gaps, read.seen());
    }

    private boolean follows(int one, int next) {
        for (int n = one + 1; n < next; n++)
            if (!read.lines().get(n - 1).blank())
                return false;
        return true;
    }
}
