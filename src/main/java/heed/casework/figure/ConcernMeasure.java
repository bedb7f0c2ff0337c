package heed.casework.figure;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.measure.Answer;
import heed.platform.measure.Definition;
import heed.platform.measure.Figure;
import heed.platform.measure.Measure;
import heed.platform.measure.Question;
import heed.platform.measure.Sight;
import heed.platform.measure.Split;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A figure that is counted as its {@link Spec} says. */
class ConcernMeasure implements Measure {
    private final Spec spec;
    private final ConcernCounts counts;
    private final PartNames names;
    private final Transactions transactions;
    private final Trail trail;

    ConcernMeasure(Spec spec, ConcernCounts counts, PartNames names, Transactions transactions, Trail trail) {
        this.spec = spec;
        this.counts = counts;
        this.names = names;
        this.transactions = transactions;
        this.trail = trail;
    }

    Spec spec() {
        return spec;
    }

    @Override
    public Definition definition() {
        return spec.definition();
    }

    @Override
    public List<Split> splits() {
        return spec.splits();
    }

    /** Requires what the question's sight needs, and splits that there are. */
    static void must(Actor by, Measure measure, Question question) {
        by.must(question.sight() == Sight.PUBLISHED ? Permission.PUBLISH_FIGURES : Permission.SEE_FIGURES);
        question.filters().keySet().forEach(measure::split);
        if (question.split() != null)
            measure.split(question.split());
    }

    /** Says in the audit log which figure was looked at and how it was split. */
    static void trace(Trail trail, Actor by, Definition definition, Question question) {
        var fields = new ArrayList<String>(List.of(definition.code()));
        if (question.split() != null)
            fields.add("by " + question.split());
        question.filters().keySet().stream().sorted().forEach(code -> fields.add("one " + code));
        trail.add(by, Trace.of("figure.view").fields(fields.toArray(String[]::new)));
    }

    @Override
    public Answer ask(Actor by, Question question) {
        must(by, this, question);
        return transactions.inScope(by.scope(), () -> {
            trace(trail, by, definition(), question);
            var tallies = counts.count(by, spec, question);
            var parts = new ArrayList<Figure>();
            if (question.split() != null) {
                var split = Splits.of(question.split());
                var found = tallies.entrySet().stream().filter(e -> !e.getKey().isEmpty())
                        .sorted(Comparator
                                .comparing((Map.Entry<String, ConcernCounts.Tally> e) -> -e.getValue().counted())
                                .thenComparing(Map.Entry::getKey))
                        .map(Map.Entry::getKey).toList();
                names.parts(by, split, question, found)
                        .forEach((key, words) -> parts.add(figure(by, question.only(split.split().code(), key), key,
                                words, tallies.getOrDefault(key, ConcernCounts.Tally.NOTHING))));
            }
            return new Answer(definition(), question,
                    figure(by, question, "", "", tallies.getOrDefault("", ConcernCounts.Tally.NOTHING)), parts,
                    Lists.open(by, question));
        });
    }

    private Figure figure(Actor by, Question question, String key, String words, ConcernCounts.Tally tally) {
        var href = Lists.href(by, definition(), question);
        if (spec.reckoning() instanceof Reckoning.Number)
            return Figure.count(key, words, tally.counted(), href);
        boolean share = spec.reckoning() instanceof Reckoning.Share;
        var none = share ? tally.outOf() == 0 : tally.counted() == 0;
        var value = share ? 100.0 * tally.counted() / Math.max(1, tally.outOf()) : tally.value();
        return new Figure(key, words, none ? Figure.State.NONE : Figure.State.KNOWN, none ? 0 : value, tally.counted(),
                tally.outOf(), null, href);
    }
}
