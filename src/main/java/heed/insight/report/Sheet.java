package heed.insight.report;

import heed.platform.measure.Suppression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every figure of the quarterly page with the words of its definition: what is frozen when a quarter is published. It holds
 * no personal data, but the note is in somebody's own words.
 *
 * @param quarter    its code
 * @param asAt       the moment up to which was counted, ISO 8601
 * @param hideTo     the largest number hidden; 0 where none is
 * @param lines      one for each measure
 * @param breakdowns concerns raised, parted
 * @param meanings   how each measure is counted
 * @param lastYear   where the figures beside come from, a sentence each
 * @param note       what changed, in the coordinator's words
 * @param changes    what a revision says has changed since the first, a sentence each
 */
record Sheet(String quarter, String asAt, int hideTo, List<Line> lines, List<Breakdown> breakdowns,
        List<Meaning> meanings, List<String> lastYear, String note, List<String> changes) {
    /** The measure that everything is parted by. */
    static final String RAISED = "concerns-raised";
    /** Hidden, small or not: one mark, for two would tell. */
    static final String HIDDEN = "hidden";
    /** No number, and nothing to say why in so small a place. */
    static final String NOTHING = "–";
    /** Stands beside what an older tool counted. */
    static final String OLDER = "†";

    Sheet {
        lines = List.copyOf(lines);
        breakdowns = List.copyOf(breakdowns);
        meanings = List.copyOf(meanings);
        lastYear = List.copyOf(lastYear);
        changes = List.copyOf(changes);
    }

    /**
     * One measure, whole.
     *
     * @param code   its definition's
     * @param group  the heading it stands under
     * @param title  what it is called
     * @param counts whether it counts things, so that it may be small
     * @param now    this quarter
     * @param before the same quarter last year
     */
    record Line(String code, String group, String title, boolean counts, Value now, Value before) {
    }

    /**
     * Concerns raised, parted in one way.
     *
     * @param code     the way
     * @param title    in words
     * @param overlaps whether one concern may be in several parts
     * @param rated    whether there is a rate for each hundred staff
     * @param rows     the parts
     */
    record Breakdown(String code, String title, boolean overlaps, boolean rated, List<Row> rows) {
        Breakdown {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One part.
     *
     * @param key    its key within the breakdown
     * @param under  the key of the part that it is a part of; empty where it is of the whole
     * @param words  what it is called
     * @param now    this quarter
     * @param before the same quarter last year
     * @param rate   for each hundred staff
     */
    record Row(String key, String under, String words, Value now, Value before, Value rate) {
    }

    /**
     * One number, as it is printed.
     *
     * @param says    the words
     * @param number  the number; 0 where there is none
     * @param counted how many were counted
     * @param outOf   of how many; 0 for what is no share
     * @param state   whether there is a number to see
     */
    record Value(String says, double number, long counted, long outOf, State state) {
        /** Whether there is a number to see. */
        enum State {
            SHOWN, HIDDEN, NOTHING
        }

        static final Value NONE = new Value(NOTHING, 0, 0, 0, State.NOTHING);
        static final Value BEHIND = new Value(Sheet.HIDDEN, 0, 0, 0, State.HIDDEN);

        boolean shown() {
            return state == State.SHOWN;
        }

        boolean older() {
            return says.endsWith(OLDER);
        }

        /** Whether it is a number of things that is hidden for being small. */
        boolean small(int hideTo) {
            return shown() && counted > 0 && counted <= hideTo;
        }
    }

    /**
     * How a measure is counted.
     *
     * @param code  the measure
     * @param title what it is called
     * @param words how it is counted, in sentences
     */
    record Meaning(String code, String title, String words) {
    }

    Optional<Line> line(String code) {
        return lines.stream().filter(l -> l.code().equals(code)).findFirst();
    }

    Optional<Row> row(String breakdown, String key) {
        return breakdowns.stream().filter(b -> b.code().equals(breakdown)).flatMap(b -> b.rows().stream())
                .filter(r -> r.key().equals(key)).findFirst();
    }

    Sheet withChanges(List<String> changes) {
        return new Sheet(quarter, asAt, hideTo, lines, breakdowns, meanings, lastYear, note, changes);
    }

    Sheet withNote(String note) {
        return new Sheet(quarter, asAt, hideTo, lines, breakdowns, meanings, lastYear, note, changes);
    }

    /** What is otherwise now than it was in this one: "Concerns raised: 41 as published, 42 now". */
    List<String> changesTo(Sheet now) {
        var lines = now.lines().stream().flatMap(line -> line(line.code())
                .filter(was -> !was.now().says().equals(line.now().says())).stream()
                .map(was -> changed(line.title(), was.now(), line.now())));
        var rows = now.breakdowns().stream().flatMap(part -> part.rows().stream().flatMap(row -> {
            var was = row(part.code(), row.key()).map(Row::now)
                    .orElse(new Value("0", 0, 0, 0, Value.State.SHOWN));
            return was.says().equals(row.now().says())
                    ? Stream.<String>empty()
                    : Stream.of(changed(row.words(), was, row.now()));
        }));
        return Stream.concat(lines, rows).toList();
    }

    private static String changed(String what, Value was, Value now) {
        return what + ": " + was.says() + " as published, " + now.says() + " now";
    }

    /** How small numbers were treated, in a sentence. */
    String treated() {
        return hideTo == 0
                ? "No number is hidden on this copy: it is for those named to see full figures."
                : "Numbers from 1 to " + hideTo
                        + " are hidden, and others with them where a hidden one could be worked out "
                        + "from the rest. Zero is shown as 0. Kinds of harm overlap.";
    }

    /** What {@link Suppression} hides where nobody has set anything else. */
    static int usual() {
        return Suppression.USUAL;
    }

    /** Keeps the note out of logs. */
    @Override
    public String toString() {
        return "Sheet[" + quarter + "]";
    }
}
