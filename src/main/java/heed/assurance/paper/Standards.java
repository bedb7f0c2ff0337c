package heed.assurance.paper;

import heed.assurance.paper.Gathering.Draft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The standards that a paper lists, and the ratings that it gives them in a table. */
final class Standards {
    private static final Pattern NAMED = Pattern
            .compile("(?is)(?:standard|criterion)\\s+(\\d{1,2}[a-z]?|[a-z]\\d{0,2})\\s*[-–—:.]?\\s+(.{4,})");
    private static final Pattern CODE = Pattern.compile("\\d{1,2}[A-Za-z]|[A-Z]\\d{1,2}|\\d{1,2}(?:\\.\\d{1,2})+|\\d{1,2}");
    private final Gathering gathering;
    private final Mapping mapping;
    private final Map<String, Draft> standards = new LinkedHashMap<>();
    private final Set<Integer> taken = new HashSet<>();

    Standards(Gathering gathering, Mapping mapping) {
        this.gathering = gathering;
        this.mapping = mapping;
    }

    /** The lines that were read. */
    Set<Integer> taken() {
        return taken;
    }

    /** Reads what these parts list and rate. */
    void read(List<Part> parts) {
        named(parts);
        lettered(parts);
        int rated = matrix(parts) + rows(parts);
        if (rated > 0)
            standards.forEach((code, standard) -> {
                if (gathering.drafts().stream().noneMatch(d -> d.kind() == PieceKind.RATING && code.equals(d.code())))
                    standard.flag(Flag.Kind.NOT_RATED);
            });
    }

    private Draft standard(String code, String title, String group, int line) {
        taken.add(line);
        var before = standards.get(code);
        if (before != null) {
            before.reads(List.of(line)).flag(Mapping.fold(before.field(Field.TITLE)).equals(Mapping.fold(title))
                    ? Flag.Kind.PRINTED_AGAIN
                    : Flag.Kind.CODE_TWICE, List.of(line));
            return before;
        }
        var draft = gathering.add(PieceKind.STANDARD, code, null, line).with(Field.TITLE, title).with(Field.GROUP, group);
        standards.put(code, draft);
        return draft;
    }

    /** "Standard 4 - …", three or more. */
    private void named(List<Part> parts) {
        var found = parts.stream().filter(p -> NAMED.matcher(p.text()).matches()).toList();
        if (found.size() < 3)
            return;
        for (var part : found) {
            var named = NAMED.matcher(part.text());
            if (named.matches())
                standard(named.group(1).toUpperCase(Locale.UK), named.group(2), "", part.number());
        }
    }

    /** "(2) A group" with "a. …", "b. …" under it: standards 2A and 2B. */
    private void lettered(List<Part> parts) {
        record Group(Part head, List<Part> members) {
        }
        var groups = new ArrayList<Group>();
        for (int i = 0; i < parts.size(); i++) {
            var head = parts.get(i);
            if (head.code() == null || !head.code().matches("\\d{1,2}") || head.rest().isEmpty())
                continue;
            var members = new ArrayList<Part>();
            for (int k = i + 1; k < parts.size(); k++) {
                var code = parts.get(k).code();
                if (code == null || !code.equalsIgnoreCase(String.valueOf((char) ('a' + members.size()))))
                    break;
                members.add(parts.get(k));
            }
            if (!members.isEmpty())
                groups.add(new Group(head, members));
        }
        if (groups.size() < 2)
            return;
        for (var group : groups) {
            taken.add(group.head().number());
            for (var member : group.members())
                standard(group.head().code() + String.valueOf(member.code()).toUpperCase(Locale.UK), member.rest(),
                        group.head().rest(), member.number()).reads(List.of(group.head().number()));
        }
    }

    private record Spot(String text, int line) {
    }

    /** Codes across, one letter under each: on two lines, or torn into a line a cell. */
    private int matrix(List<Part> parts) {
        int rated = 0;
        var run = new ArrayList<Spot>();
        for (var part : parts) {
            boolean tabbed = part.tabFirst() || part.cells().size() > 2;
            if (tabbed && !taken.contains(part.number()))
                for (int c = part.tabFirst() ? 1 : 0; c < part.cells().size(); c++)
                    run.add(new Spot(part.cells().get(c), part.number()));
            else {
                rated += across(run);
                run.clear();
            }
        }
        return rated + across(run);
    }

    private int across(List<Spot> run) {
        int rated = 0;
        for (int i = 0; i < run.size(); i++) {
            int k = 0;
            while (i + k < run.size() && CODE.matcher(run.get(i + k).text()).matches())
                k++;
            if (k < 3)
                continue;
            var codes = run.subList(i, i + k);
            var used = new TreeSet<Integer>();
            int at = i + k;
            int rows = 0;
            while (at < run.size()) {
                // The row may begin with whose it is.
                int skip = 0;
                while (skip <= 1 && at + skip < run.size() && !rating(run.get(at + skip).text()))
                    skip++;
                if (skip > 1 || at + skip + k > run.size())
                    break;
                var row = run.subList(at + skip, at + skip + k);
                if (!row.stream().allMatch(s -> s.text().isEmpty() || rating(s.text())))
                    break;
                for (int c = 0; c < k; c++)
                    if (rated(codes.get(c), row.get(c), skip == 0 ? "" : run.get(at).text()))
                        rated++;
                run.subList(at, at + skip + k).forEach(s -> used.add(s.line()));
                at += skip + k;
                rows++;
            }
            if (rows == 0)
                continue;
            codes.forEach(s -> used.add(s.line()));
            if (i > 0 && run.get(i - 1).text().isEmpty())
                used.add(run.get(i - 1).line());
            taken.addAll(used);
            gathering.gap(used, Gap.Why.COLUMN_HEADINGS);
            i = at - 1;
        }
        return rated;
    }

    private static boolean rating(String text) {
        return Ratings.rating(text).isPresent();
    }

    private boolean rated(Spot code, Spot letter, String whose) {
        return rated(code.text(), letter.text(), whose, List.of(code.line(), letter.line()));
    }

    private boolean rated(String code, String printed, String whose, List<Integer> lines) {
        var rating = Ratings.rating(printed);
        if (rating.isEmpty())
            return false;
        var key = code.toUpperCase(Locale.UK);
        gathering.add(PieceKind.RATING, key, standards.get(key), lines).with(Field.LETTER, rating.get().letter())
                .with(Field.WORD, rating.get().word()).with(Field.AS_PRINTED, printed).with(Field.GROUP, whose);
        taken.addAll(lines);
        return true;
    }

    /** A standard a row: its number, what it is, how it was rated. */
    private int rows(List<Part> parts) {
        int rated = 0;
        for (var grid : Grids.in(parts.stream().filter(p -> !taken.contains(p.number())).toList(), mapping, Set.of())) {
            var by = grid.has(Field.RATING) ? Field.RATING : Field.STATUS;
            if (!grid.has(by) || !grid.has(Field.STANDARD) && !grid.has(Field.CODE) && !grid.has(Field.QUESTION)
                    || grid.has(Field.ACTION))
                continue;
            gathering.gap(grid.headingLines(), Gap.Why.COLUMN_HEADINGS);
            grid.columns().stream().filter(c -> !c.heading().isEmpty()).forEach(c -> gathering.seen(true, c.heading(),
                    c.is() == null ? null : c.is().key(), grid.headingLines()));
            taken.addAll(grid.lines());
            for (var row : grid.rows())
                rated += row(grid, row, by);
        }
        return rated;
    }

    private int row(Grid grid, Grid.Row row, Field by) {
        var title = grid.text(row, grid.has(Field.STANDARD) ? Field.STANDARD : Field.QUESTION);
        String code = grid.text(row, Field.CODE);
        var part = Part.of(List.of(new Line(1, 1, title))).stream().findFirst();
        if (code.isEmpty() && part.isPresent() && part.get().code() != null) {
            code = String.valueOf(part.get().code());
            title = part.get().rest();
        }
        if (code.isEmpty())
            code = title;
        @Nullable
        Draft standard = standards.get(code.toUpperCase(Locale.UK));
        if (standard == null)
            standard = standard(code.toUpperCase(Locale.UK), title.isEmpty() ? code : title, "", row.lines().first());
        else
            standard.reads(row.lines());
        return rated(code, grid.text(row, by), "", List.copyOf(row.lines())) ? 1 : 0;
    }
}
