package heed.assurance.report;

import heed.assurance.exercise.Audience;
import heed.assurance.exercise.FrozenReturn;
import heed.assurance.exercise.RatingScale;
import heed.assurance.exercise.SignedCopies;
import heed.assurance.exercise.Tally;
import heed.assurance.exercise.Verdict;
import heed.assurance.exercise.Voice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The results of a return as members read them: a row for each question, a column for each voice that rated any, every
 * cell in letter and word, the definitions, and the counts on both bases. (Invariants 7 and 23)
 *
 * @param edition      the edition's title and year
 * @param scale        the scale's title
 * @param scaleVersion its version
 * @param levels       its levels: letter and word, and definition
 * @param columns      whose ratings there are, in words
 * @param rows         every question, also those nobody rated
 * @param counts       a sentence for each column: "Own rating: 8 Blue, 2 Green of 10 rated; 1 of 11 not rated (2E)."
 * @param notes        reasons for what does not apply or stands without evidence, and where a rating was typed from
 */
public record ReportResults(String edition, String scale, int scaleVersion, List<Level> levels, List<String> columns,
        List<Row> rows, List<String> counts, List<String> notes) {
    /** Copies the lists. */
    public ReportResults {
        levels = List.copyOf(levels);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        counts = List.copyOf(counts);
        notes = List.copyOf(notes);
    }

    /** A level: letter and word, and what it means. */
    public record Level(String shown, String meaning) {
    }

    /**
     * A question.
     *
     * @param section its section's title; empty where it stands under none
     * @param cells   what each column says, in letter and word
     */
    public record Row(String section, String code, String title, List<String> cells) {
        /** Copies the cells. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** A voice about somebody. @param nth from 0: peers and reviewers may be several, and none hides another (invariant 5) */
    private record Column(Voice voice, Audience audience, int nth) {
        String words() {
            return voice.words()
                    + (audience == Audience.ALL ? "" : ", " + audience.words().toLowerCase(Locale.UK))
                    + (nth == 0 ? "" : " (" + (nth + 1) + ")");
        }
    }

    /**
     * The results of a return.
     *
     * @param copy what the return says, with what each voice says now
     */
    public static ReportResults of(FrozenReturn copy) {
        return of(copy, List.of());
    }

    /**
     * The same with what ratings rest on.
     *
     * @param rests panels' decisions, the board's minutes and reviews that ratings rest on
     */
    public static ReportResults of(FrozenReturn copy, List<SignedCopies.Rests> rests) {
        var scale = new RatingScale(copy.scale(), copy.scaleVersion(), copy.scaleTitle(),
                copy.levels().stream().map(l -> new RatingScale.Step(l.code(), l.word(), "", l.meaning(), List.of()))
                        .toList(),
                Map.of(), List.of());
        var columns = Stream.concat(Stream.of(new Column(Voice.SELF, Audience.ALL, 0)),
                copy.items().stream().flatMap(i -> columns(i).keySet().stream())).distinct()
                .sorted(Comparator.comparing(Column::voice).thenComparing(Column::audience)
                        .thenComparing(Column::nth))
                .toList();
        // A column of "not rated" only says nothing where the same voice rates children and adults apart.
        var told = columns.stream()
                .filter(c -> columns.size() == 1 || copy.items().stream().anyMatch(i -> rating(i, c) != null))
                .toList();
        var rows = copy.items().stream().map(i -> new Row(i.section(), i.code(), i.title(), told.stream().map(c -> {
            var rating = rating(i, c);
            return rating == null ? "Not rated" : rating.word();
        }).toList())).toList();
        var counts = told.stream().map(c -> c.words() + ": " + tally(copy, scale, c).words() + ".").toList();
        return new ReportResults(copy.editionTitle() + " " + copy.year(), copy.scaleTitle(), copy.scaleVersion(),
                scale.levels().stream().map(l -> new Level(l.shown(), l.meaning())).toList(),
                told.stream().map(Column::words).toList(), rows, counts,
                Stream.concat(rests(copy, rests), notes(copy).stream()).toList());
    }

    /** What is said of a question, by column. */
    private static Map<Column, FrozenReturn.RatingLine> columns(FrozenReturn.ItemLine item) {
        var columns = new LinkedHashMap<Column, FrozenReturn.RatingLine>();
        for (var rating : item.ratings()) {
            var column = new Column(Voice.valueOf(rating.voice()), Audience.valueOf(rating.audience()), 0);
            while (columns.containsKey(column))
                column = new Column(column.voice(), column.audience(), column.nth() + 1);
            columns.put(column, rating);
        }
        return columns;
    }

    private static FrozenReturn.@Nullable RatingLine rating(FrozenReturn.ItemLine item, Column column) {
        return columns(item).get(column);
    }

    /** What ratings rest on, each once; with the questions, where it is not all that the voice rated. */
    private static Stream<String> rests(FrozenReturn copy, List<SignedCopies.Rests> rests) {
        var items = new LinkedHashMap<String, Map<Voice, List<String>>>();
        rests.forEach(r -> items.computeIfAbsent(r.words(), w -> new EnumMap<>(Voice.class))
                .computeIfAbsent(r.voice(), v -> new ArrayList<>()).add(r.item()));
        return items.entrySet().stream().flatMap(on -> on.getValue().entrySet().stream().map(by -> {
            var rated = copy.items().stream()
                    .filter(i -> i.ratings().stream().anyMatch(r -> r.voice().equals(by.getKey().name())))
                    .map(FrozenReturn.ItemLine::code).toList();
            var of = by.getValue().stream().distinct().toList();
            return by.getKey().words() + (of.containsAll(rated) ? "" : " of " + String.join(", ", of)) + ": "
                    + on.getKey();
        }));
    }

    private static Tally tally(FrozenReturn copy, RatingScale scale, Column column) {
        var verdicts = new LinkedHashMap<String, @Nullable Verdict>();
        copy.items().forEach(i -> verdicts.put(i.code(), verdict(rating(i, column))));
        return Tally.of(scale, verdicts);
    }

    private static @Nullable Verdict verdict(FrozenReturn.@Nullable RatingLine rating) {
        if (rating == null)
            return null;
        return switch (rating.verdict()) {
            case "not_rated" -> new Verdict.NotRated();
            case "not_applicable" -> new Verdict.NotApplicable(rating.reason() == null ? "" : rating.reason());
            case "not_recoverable" -> new Verdict.NotRecoverable();
            default -> new Verdict.Level(rating.verdict(), null);
        };
    }

    private static List<String> notes(FrozenReturn copy) {
        var notes = new ArrayList<String>();
        for (var item : copy.items())
            for (var rated : columns(item).entrySet()) {
                var rating = rated.getValue();
                var who = item.code() + ", " + rated.getKey().words() + ": ";
                if (rating.reason() != null && !rating.reason().isBlank())
                    notes.add(who + rating.word() + ". " + rating.reason());
                if (rating.override() != null)
                    notes.add(who + "stands without evidence from the window. " + rating.override());
                if (rating.transcribed() != null)
                    notes.add(who + "transcribed from " + rating.transcribed());
            }
        return notes;
    }

    /** The rows of each section, in order. */
    public Map<String, List<Row>> sections() {
        var sections = new LinkedHashMap<String, List<Row>>();
        rows.forEach(r -> sections.computeIfAbsent(r.section(), s -> new ArrayList<>()).add(r));
        return sections;
    }

    /** Keeps the words out of logs. */
    @Override
    public String toString() {
        return "ReportResults";
    }
}
