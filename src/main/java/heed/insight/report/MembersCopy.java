package heed.insight.report;

import heed.insight.report.Sheet.Breakdown;
import heed.insight.report.Sheet.Line;
import heed.insight.report.Sheet.Row;
import heed.insight.report.Sheet.Value;
import heed.platform.measure.Suppression;
import heed.platform.measure.Suppression.Sum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The copy of a sheet for members and the public: small numbers are hidden, over all its tables at once, and what is hidden
 * is not in the copy at all.
 * <p>
 * Against subtracting one publication from another: a quarter's numbers are given to members once. A revision repeats the
 * first copy's numbers and says only by how much the whole changed, where that is itself not small
 * ({@link #revised}). Last year's column repeats what members were given a year ago, or an older tool's totals, which
 * appear nowhere else; what Heed would count for last year today is not given.
 */
final class MembersCopy {
    private static final String ALL = "line " + Sheet.RAISED;
    /** Breakdowns of which a part may be a line of its own under another name. */
    private static final Set<String> ALSO_LINES = Set.of("danger", "subject");

    private final Sheet full;
    private final int hideTo;
    private final @Nullable Sheet lastYear;
    private final Set<String> hidden;
    private final Set<String> hiddenBefore;

    private MembersCopy(Sheet full, int hideTo, @Nullable Sheet lastYear) {
        this.full = full;
        this.hideTo = hideTo;
        this.lastYear = lastYear;
        this.hidden = hidden(Row::now, Line::now, value -> true);
        this.hiddenBefore = hidden(Row::before, Line::before, Value::older);
    }

    /**
     * The copy.
     *
     * @param full     all figures
     * @param hideTo   the largest number to hide
     * @param lastYear what members were given for the same quarter last year; null where nothing was
     */
    static Sheet of(Sheet full, int hideTo, @Nullable Sheet lastYear) {
        return new MembersCopy(full, hideTo, lastYear).copy();
    }

    /**
     * The copy of a revision: the first copy's numbers, and the change of the whole where that is not small.
     *
     * @param first     what members were given first
     * @param firstFull all figures then
     * @param now       all figures now
     */
    static Sheet revised(Sheet first, Sheet firstFull, Sheet now) {
        var changes = new ArrayList<String>();
        var was = first.line(Sheet.RAISED);
        var is = now.line(Sheet.RAISED);
        var full = firstFull.line(Sheet.RAISED);
        long by = full.isEmpty() || is.isEmpty() ? 0 : is.get().now().counted() - full.get().now().counted();
        if (was.isPresent() && is.isPresent() && was.get().now().shown() && Math.abs(by) > first.hideTo()
                && is.get().now().counted() > first.hideTo())
            changes.add(was.get().title() + ": " + was.get().now().says() + " as first published, "
                    + is.get().now().says() + " in this revision");
        changes.add("All other numbers are as first published: what changed since is too small to show");
        return first.withNote(now.note()).withChanges(changes);
    }

    private Set<String> hidden(Function<Row, Value> ofRow, Function<Line, Value> ofLine,
            java.util.function.Predicate<Value> counts) {
        var numbers = new LinkedHashMap<String, Long>();
        var sums = new ArrayList<Sum>();
        for (var line : full.lines()) {
            var value = ofLine.apply(line);
            if (line.counts() && value.shown() && counts.test(value))
                numbers.put("line " + line.code(), value.counted());
        }
        for (var part : full.breakdowns()) {
            var rows = part.rows().stream().filter(r -> ofRow.apply(r).shown() && counts.test(ofRow.apply(r))).toList();
            rows.forEach(row -> numbers.put(name(part, row), ofRow.apply(row).counted()));
            var wholes = new LinkedHashMap<String, List<String>>();
            rows.forEach(row -> wholes.computeIfAbsent(row.under(), under -> new ArrayList<>()).add(name(part, row)));
            wholes.forEach((under, parts) -> {
                var whole = under.isEmpty() ? ALL : part.code() + " " + under;
                long sum = parts.stream().mapToLong(name -> numbers.getOrDefault(name, 0L)).sum();
                if (!part.overlaps() && numbers.getOrDefault(whole, -1L) == sum)
                    sums.add(new Sum(whole, parts));
                else {
                    // Parts that overlap, or are not all there, still tell of each other: take it that readers know by how
                    // much.
                    var known = "known " + part.code() + " " + under;
                    numbers.put(known, sum);
                    sums.add(new Sum(known, parts));
                }
            });
        }
        var hidden = new java.util.LinkedHashSet<>(Suppression.hidden(numbers, sums, hideTo));
        // The same number under another name would give it back.
        for (var part : full.breakdowns())
            if (ALSO_LINES.contains(part.code()))
                for (var row : part.rows())
                    if (hidden.contains(name(part, row)))
                        full.lines().stream().filter(line -> line.counts() && !line.code().equals(Sheet.RAISED)
                                && ofLine.apply(line).counted() == ofRow.apply(row).counted())
                                .forEach(line -> hidden.add("line " + line.code()));
        return Set.copyOf(hidden);
    }

    private static String name(Breakdown part, Row row) {
        return part.code() + " " + row.key();
    }

    private Sheet copy() {
        var lines = full.lines().stream().map(line -> new Line(line.code(), line.group(), line.title(), line.counts(),
                line(line, line.now(), hidden), lastYear == null
                        ? line.before().older() ? line(line, line.before(), hiddenBefore) : Value.NONE
                        : lastYear.line(line.code()).map(Line::now).orElse(Value.NONE)))
                .toList();
        var parts = full.breakdowns().stream().map(part -> new Breakdown(part.code(), part.title(), part.overlaps(),
                part.rated(), part.rows().stream().map(row -> row(part, row)).toList())).toList();
        return new Sheet(full.quarter(), full.asAt(), hideTo, lines, parts, full.meanings(),
                lastYear == null && full.lines().stream().noneMatch(l -> l.before().older())
                        ? List.of("Last year’s figures were not published.")
                        : full.lastYear(),
                full.note(), List.of());
    }

    private Row row(Breakdown part, Row row) {
        var behind = hidden.contains(name(part, row));
        Value before;
        if (lastYear != null)
            before = lastYear.row(part.code(), row.key()).map(Row::now).orElse(Value.NONE);
        else if (row.before().older())
            before = hiddenBefore.contains(name(part, row)) ? Value.BEHIND : row.before();
        else
            before = Value.NONE;
        return new Row(row.key(), row.under(), row.words(), behind ? Value.BEHIND : row.now(), before,
                behind && row.rate().state() != Value.State.NOTHING ? Value.BEHIND : row.rate());
    }

    /** A share, a median or a rate goes with the numbers it is made of. */
    private Value line(Line line, Value value, Set<String> behind) {
        if (!value.shown())
            return value;
        if (line.counts())
            return behind.contains("line " + line.code()) ? Value.BEHIND : value;
        long rest = value.outOf() - value.counted();
        if (behind.contains(ALL) || Stream.of(value.counted(), value.outOf(), rest).anyMatch(n -> n > 0 && n <= hideTo))
            return Value.BEHIND;
        // Without its two numbers: each may be hidden elsewhere.
        return new Value(value.says().replaceFirst(" \\([^)]*\\)", ""), value.number(), 0, 0, Value.State.SHOWN);
    }

    /** Every number that the copy shows, by name, for whoever tries to work out the others. */
    static Map<String, Long> shown(Sheet copy) {
        var shown = new LinkedHashMap<String, Long>();
        copy.lines().stream().filter(l -> l.counts() && l.now().shown())
                .forEach(l -> shown.put("line " + l.code(), l.now().counted()));
        copy.breakdowns().forEach(part -> part.rows().stream().filter(r -> r.now().shown())
                .forEach(r -> shown.put(name(part, r), r.now().counted())));
        return shown;
    }
}
