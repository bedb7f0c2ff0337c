package heed.insight.report;

import heed.insight.report.Sheet.Breakdown;
import heed.insight.report.Sheet.Line;
import heed.insight.report.Sheet.Meaning;
import heed.insight.report.Sheet.Row;
import heed.insight.report.Sheet.Value;
import heed.platform.Actor;
import heed.platform.measure.Answer;
import heed.platform.measure.Definition;
import heed.platform.measure.Figure;
import heed.platform.measure.Measure;
import heed.platform.measure.Measures;
import heed.platform.measure.Question;
import heed.platform.measure.Sight;
import heed.platform.measure.Split;
import heed.platform.measure.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks every measure for a quarter and puts the answers on a sheet, with last year beside. */
@Component
class Sheets {
    private static final String COUNCIL = "council";
    private static final String SERVICE = "service";
    /** How the whole is parted besides by service, each with its heading. */
    private static final Map<String, String> PARTED = Map.of(Split.MONTH.code(), "By month", "type", "By kind of harm",
            "danger", "By danger", "subject", "By who it is about");
    private static final List<String> ORDER = List.of(Split.MONTH.code(), "danger", "subject", "type");

    private final Measures measures;
    private final History history;

    Sheets(Measures measures, History history) {
        this.measures = measures;
        this.history = history;
    }

    /**
     * The sheet of a quarter as it is counted now, for those who publish figures.
     *
     * @param asAt      what happened later is left out
     * @param published what was published for the same quarter last year; null where nothing was
     * @param note      what changed, in the coordinator's words
     */
    Sheet of(Actor by, Quarter quarter, Instant asAt, @Nullable Sheet published, String note) {
        return new Composed(by, quarter, asAt, published).sheet(note);
    }

    /** One sheet in the making. */
    private final class Composed {
        private final Actor by;
        private final Quarter quarter;
        private final Question question;
        private final @Nullable Sheet published;
        private final List<Total> older;
        private final Map<String, Answer> before = new LinkedHashMap<>();
        private final Set<String> from = new LinkedHashSet<>();

        Composed(Actor by, Quarter quarter, Instant asAt, @Nullable Sheet published) {
            this.by = by;
            this.quarter = quarter;
            this.question = Question.of(quarter.period(), asAt).within(Sight.PUBLISHED);
            this.published = published;
            var then = quarter.lastYear().period();
            this.older = history.totals(by).stream()
                    .filter(t -> t.from().equals(then.from()) && t.to().equals(then.last())).toList();
        }

        Sheet sheet(String note) {
            var lines = new ArrayList<Line>();
            var meanings = new ArrayList<Meaning>();
            for (var measure : measures.all()) {
                var definition = measure.definition();
                var answer = measure.ask(by, question);
                var now = value(definition, answer.whole());
                lines.add(
                        new Line(definition.code(), definition.group(), definition.title(), definition.unit().counts(),
                                now, wholeBefore(measure, now)));
                meanings.add(new Meaning(definition.code(), definition.title(),
                        (definition.counts() + " " + definition.leaves()).strip()));
            }
            var raised = measures.get(Sheet.RAISED);
            var parts = new ArrayList<Breakdown>();
            parts.add(byService(raised));
            for (var code : ORDER)
                if (raised.splits().stream().anyMatch(s -> s.code().equals(code)))
                    parts.add(parted(raised, raised.split(code)));
            return new Sheet(quarter.code(), question.asAt().toString(), 0, lines, parts, meanings,
                    from.isEmpty() ? List.of("Nothing is known of last year.") : List.copyOf(from), note, List.of());
        }

        private Value wholeBefore(Measure measure, Value now) {
            var definition = measure.definition();
            return before(now, published == null ? null : published.line(definition.code()).map(Line::now).orElse(null),
                    definition, "", "", () -> asked("", measure, null).whole());
        }

        /** Published if it was, else the older tool's, else as Heed counts it now, where it kept anything then. */
        private Value before(Value now, @Nullable Value printed, Definition definition, String split, String part,
                Supplier<@Nullable Figure> counted) {
            if (published != null) {
                from.add("Last year: as published.");
                return printed == null ? Value.NONE : printed;
            }
            var total = older.stream().filter(t -> t.measure().equals(definition.code()) && t.split().equals(split)
                    && t.value().equalsIgnoreCase(part)).findFirst();
            if (total.isPresent()) {
                from.add(Sheet.OLDER + " Last year from " + total.get().source() + ".");
                long number = total.get().number();
                return new Value(String.format(Locale.UK, "%,d", number) + Sheet.OLDER, number, number, 0,
                        Value.State.SHOWN);
            }
            if (!older.isEmpty() || asked("", measures.get(Sheet.RAISED), null).whole().counted() == 0)
                return Value.NONE;
            var figure = counted.get();
            from.add("Last year: as counted now.");
            return figure == null ? Value.NONE : value(definition, figure);
        }

        private Answer asked(String key, Measure measure, @Nullable String split) {
            return before.computeIfAbsent(key + "/" + measure.definition().code() + "/" + split,
                    k -> measure.ask(by, question.lastYear().by(split)));
        }

        /** Each council or company, and under it its services; with how many concerns each hundred staff raised. */
        private Breakdown byService(Measure raised) {
            var rate = measures.all().stream().filter(m -> m.definition().unit() == Unit.PER_100_STAFF
                    && m.splits().stream().anyMatch(s -> s.code().equals(SERVICE))).findFirst();
            var rates = new LinkedHashMap<String, Value>();
            rate.ifPresent(r -> Stream.of(COUNCIL, SERVICE)
                    .filter(code -> r.splits().stream().anyMatch(s -> s.code().equals(code)))
                    .forEach(code -> {
                        var answer = r.ask(by, question.by(code));
                        answer.parts().forEach(p -> rates.put(p.key(), rated(r.definition(), p)));
                    }));
            var rows = new ArrayList<Row>();
            for (var council : raised.ask(by, question.by(COUNCIL)).parts()) {
                rows.add(row(raised, COUNCIL, "", council, rates));
                for (var service : raised.ask(by, question.only(COUNCIL, council.key()).by(SERVICE)).parts())
                    rows.add(row(raised, SERVICE, council.key(), service, rates));
            }
            return new Breakdown(SERVICE, "By service and company", false, rate.isPresent(), rows);
        }

        private static Value rated(Definition definition, Figure figure) {
            var value = value(definition, figure);
            var expected = figure.expected();
            return expected == null || !value.shown()
                    ? value
                    : new Value(value.says() + ", " + expected.where(figure.value()).replace(" the expected range", ""),
                            value.number(), value.counted(), value.outOf(), value.state());
        }

        private Breakdown parted(Measure raised, Split split) {
            return new Breakdown(split.code(), PARTED.getOrDefault(split.code(), "By " + split.words()),
                    split.overlaps(), false, raised.ask(by, question.by(split.code())).parts().stream()
                            .filter(p -> !split.overlaps() || p.counted() > 0)
                            .map(p -> row(raised, split.code(), "", p, Map.of())).toList());
        }

        private Row row(Measure raised, String split, String under, Figure part, Map<String, Value> rates) {
            // Months are found again by their place in the quarter, and all else by its key.
            var key = under.isEmpty() ? part.key() : under + " " + part.key();
            var then = split.equals(Split.MONTH.code())
                    ? java.time.YearMonth.parse(part.key()).minusYears(1).toString()
                    : key;
            var printed = published == null
                    ? null
                    : published.row(split.equals(COUNCIL) ? SERVICE : split, then).map(Row::now).orElse(null);
            return new Row(key, under, part.words(), value(raised.definition(), part),
                    before(Value.NONE, printed, raised.definition(), split,
                            split.equals(Split.MONTH.code()) ? older(then) : part.words(),
                            () -> lastYear(raised, split, under, then)),
                    rates.getOrDefault(part.key(), Value.NONE));
        }

        /** A file may say 2025-04 or April 2025; both are the same month. */
        private String older(String month) {
            var words = heed.platform.measure.Period.month(java.time.YearMonth.parse(month)).words();
            return older.stream().map(Total::value).filter(words::equalsIgnoreCase).findFirst().orElse(month);
        }

        private @Nullable Figure lastYear(Measure raised, String split, String under, String key) {
            var answer = under.isEmpty()
                    ? asked("", raised, split)
                    : before.computeIfAbsent("under " + under,
                            k -> raised.ask(by, question.lastYear().only(COUNCIL, under).by(split)));
            return answer.part(under.isEmpty() ? key : key.substring(under.length() + 1)).orElse(null);
        }
    }

    private static Value value(Definition definition, Figure figure) {
        var there = figure.state() == Figure.State.KNOWN
                || figure.state() == Figure.State.NONE && definition.unit().counts();
        return new Value(definition.unit().say(figure), there ? figure.value() : 0, figure.counted(), figure.outOf(),
                there ? Value.State.SHOWN : Value.State.NOTHING);
    }
}
