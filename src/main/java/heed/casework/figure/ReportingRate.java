package heed.casework.figure;

import heed.access.staff.Headcounts;
import heed.access.staff.Headcounts.Headcount;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.measure.Answer;
import heed.platform.measure.Definition;
import heed.platform.measure.Figure;
import heed.platform.measure.Measure;
import heed.platform.measure.Question;
import heed.platform.measure.Split;
import heed.platform.measure.Unit;
import heed.platform.trail.Trail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Concerns for every hundred people who work there, with what chance alone would make of the organisation's rate. Low
 * reporting is itself a sign to look at (002 4.3.5).
 */
class ReportingRate implements Measure {
    /** Below so many staff a rate says nothing: one concern more or less would move it by five or more. */
    static final int FEW = 20;
    private static final Definition DEFINITION = new Definition("reporting-rate", "Concerns for every 100 staff",
            "Concerns",
            "Concerns raised, divided by the people who worked there in the middle of the period, times a hundred. The expected range is what chance alone would leave 19 times out of 20 if all staff raised concerns at the rate of the whole. A service below it may not be seeing what it should; a service above it may be seeing more, or meeting more.",
            "A service with fewer than %d staff has too few to say. Left out: what was recorded in error, and allegations about people who work here with the records kept because of them."
                    .formatted(FEW),
            Unit.PER_100_STAFF, "concerns");

    private final ConcernCounts counts;
    private final PartNames names;
    private final Headcounts staff;
    private final Transactions transactions;
    private final Trail trail;

    ReportingRate(ConcernCounts counts, PartNames names, Headcounts staff, Transactions transactions, Trail trail) {
        this.counts = counts;
        this.names = names;
        this.staff = staff;
        this.transactions = transactions;
        this.trail = trail;
    }

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public List<Split> splits() {
        return List.of(Splits.SERVICE.split(), Splits.COUNCIL.split());
    }

    @Override
    public Answer ask(Actor by, Question question) {
        ConcernMeasure.must(by, this, question);
        return transactions.inScope(by.scope(), () -> {
            ConcernMeasure.trace(trail, by, DEFINITION, question);
            var tallies = counts.count(by, ConcernMeasures.RAISED, question);
            var people = staff.at(by, middle(question)).stream().filter(h -> in(h, question.filters())).toList();
            long all = people.stream().mapToLong(Headcount::many).sum();
            long raised = tallies.getOrDefault("", ConcernCounts.Tally.NOTHING).counted();
            var parts = new ArrayList<Figure>();
            if (question.split() != null) {
                var split = Splits.of(question.split());
                var keys = tallies.keySet().stream().filter(k -> !k.isEmpty()).sorted().toList();
                names.parts(by, split, question, keys).forEach((key, words) -> {
                    long many = people.stream().filter(h -> in(h, Map.of(split.split().code(), key)))
                            .mapToLong(Headcount::many).sum();
                    parts.add(figure(by, question.only(split.split().code(), key), key, words,
                            tallies.getOrDefault(key, ConcernCounts.Tally.NOTHING).counted(), many,
                            all == 0 ? null : (double) raised / all));
                });
            }
            return new Answer(DEFINITION, question, figure(by, question, "", "", raised, all, null), parts,
                    Lists.open(by, question));
        });
    }

    /** The middle of the period, or of what of it has passed. */
    private static Instant middle(Question question) {
        var end = question.asAt().isBefore(question.period().end()) ? question.asAt() : question.period().end();
        var start = question.period().start();
        return end.isBefore(start) ? start : start.plusSeconds((end.getEpochSecond() - start.getEpochSecond()) / 2);
    }

    private static boolean in(Headcount headcount, Map<String, String> filters) {
        var service = headcount.service();
        return filters.getOrDefault(Splits.COUNCIL.split().code(), headcount.council().toString())
                .equals(headcount.council().toString())
                && (!filters.containsKey(Splits.SERVICE.split().code())
                        || filters.get(Splits.SERVICE.split().code())
                                .equals(service == null ? PartNames.NOT_KNOWN : service.toString()));
    }

    /** @param rate concerns for each of the staff of the whole; null for the whole itself */
    private Figure figure(Actor by, Question question, String key, String words, long counted, long many,
            @Nullable Double rate) {
        var range = rate == null || many < FEW ? null : Chance.of(rate * many);
        return new Figure(key, words, state(counted, many), many == 0 ? 0 : 100.0 * counted / many, counted, many,
                range == null ? null : new Figure.Expected(100.0 * range.low() / many, 100.0 * range.high() / many),
                Lists.href(by, DEFINITION, question));
    }

    private static Figure.State state(long counted, long many) {
        return counted == 0
                ? Figure.State.NONE
                : many == 0 ? Figure.State.NOT_KNOWN : many < FEW ? Figure.State.TOO_FEW : Figure.State.KNOWN;
    }
}
