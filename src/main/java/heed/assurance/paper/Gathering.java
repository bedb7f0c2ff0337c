package heed.assurance.paper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a reader has so far. It keeps the promise that every line is in a piece or in a gap. */
final class Gathering {
    private final PaperKind kind;
    private final List<Line> lines;
    private final List<Draft> drafts = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<Integer, Gap.Why> gaps = new TreeMap<>();
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    Gathering(PaperKind kind, List<Line> lines) {
        this.kind = kind;
        this.lines = lines;
    }

    /** A piece in the making. */
    final class Draft {
        private final PieceKind kind;
        private final String id;
        private final @Nullable String code;
        private final @Nullable Draft parent;
        private final Map<String, String> fields = new LinkedHashMap<>();
        private final TreeSet<Integer> read;
        private final List<Flag> flags = new ArrayList<>();

        private Draft(PieceKind kind, @Nullable String code, @Nullable Draft parent, Collection<Integer> read) {
            this.kind = kind;
            this.code = code;
            this.parent = parent;
            this.read = new TreeSet<>(read);
            var stem = kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + this.read.first();
            var name = stem;
            for (int i = 2; !ids.add(name); i++)
                name = stem + "-" + i;
            id = name;
        }

        Draft with(Field field, String value) {
            return with(field.key(), value);
        }

        Draft with(String key, String value) {
            if (!value.isBlank())
                fields.put(key, value.strip());
            return this;
        }

        /** Adds a paragraph to what is there. */
        Draft more(Field field, String value) {
            if (!value.isBlank())
                fields.merge(field.key(), value.strip(), (a, b) -> a + "\n" + b);
            return this;
        }

        Draft reads(Collection<Integer> more) {
            read.addAll(more);
            return this;
        }

        Draft flag(Flag.Kind flag) {
            return flag(flag, List.of());
        }

        Draft flag(Flag.Kind flag, Collection<Integer> where) {
            var all = new TreeSet<>(where);
            for (int i = 0; i < flags.size(); i++)
                if (flags.get(i).kind() == flag) {
                    all.addAll(flags.get(i).lines());
                    flags.set(i, new Flag(flag, List.copyOf(all)));
                    return this;
                }
            flags.add(new Flag(flag, List.copyOf(all)));
            return this;
        }

        PieceKind kind() {
            return kind;
        }

        @Nullable
        String code() {
            return code;
        }

        String field(Field field) {
            return fields.getOrDefault(field.key(), "");
        }

        Map<String, String> fields() {
            return fields;
        }

        Set<Integer> lines() {
            return read;
        }
    }

    Draft add(PieceKind piece, @Nullable String code, @Nullable Draft parent, Collection<Integer> read) {
        var draft = new Draft(piece, code, parent, read);
        drafts.add(draft);
        return draft;
    }

    Draft add(PieceKind piece, @Nullable String code, @Nullable Draft parent, int line) {
        return add(piece, code, parent, List.of(line));
    }

    List<Draft> drafts() {
        return drafts;
    }

    /** That these lines became no piece. */
    void gap(Collection<Integer> numbers, Gap.Why why) {
        numbers.forEach(n -> gaps.put(n, why));
    }

    void seen(boolean column, String text, @Nullable String as, Collection<Integer> where) {
        var key = column + Mapping.fold(text);
        var before = seen.get(key);
        var all = new TreeSet<>(where);
        if (before != null)
            all.addAll(before.lines());
        seen.put(key, new Seen(column, before == null ? text : before.text(),
                as == null && before != null ? before.as() : as, List.copyOf(all)));
    }

    private static void inOrder(List<Draft> drafts, Map<Draft, List<Draft>> children, List<Piece> pieces) {
        drafts.sort(Comparator.comparing(d -> d.read.first()));
        for (var d : drafts) {
            pieces.add(new Piece(d.id, d.kind, d.code, d.parent == null ? null : d.parent.id, d.fields,
                    List.copyOf(d.read), d.flags));
            inOrder(children.getOrDefault(d, new ArrayList<>()), children, pieces);
        }
    }

    Reading done() {
        var used = new HashSet<Integer>();
        drafts.forEach(d -> used.addAll(d.read));
        var open = new ArrayList<Gap>();
        var run = new ArrayList<Integer>();
        Gap.Why why = null;
        for (var line : lines) {
            if (line.blank())
                continue;
            Gap.Why now = used.contains(line.number())
                    ? null
                    : gaps.getOrDefault(line.number(), Gap.Why.NOT_RECOGNISED);
            if (now != why && why != null) {
                open.add(new Gap(run, why));
                run.clear();
            }
            if (now != null)
                run.add(line.number());
            why = now;
        }
        if (why != null)
            open.add(new Gap(run, why));
        var pieces = new ArrayList<Piece>();
        var children = new HashMap<Draft, List<Draft>>();
        var roots = new ArrayList<Draft>();
        for (var draft : drafts) {
            if (draft.parent == null)
                roots.add(draft);
            else
                children.computeIfAbsent(draft.parent, k -> new ArrayList<>()).add(draft);
        }
        inOrder(roots, children, pieces);
        return new Reading(kind, lines, pieces, open, List.copyOf(seen.values()));
    }
}
