package heed.casework.figure;

import heed.access.Permission;
import heed.access.policy.Policy;
import heed.casework.concern.Concern;
import heed.casework.concern.Concerns;
import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.measure.Measure;
import heed.platform.measure.Measures;
import heed.platform.measure.Question;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The list behind a figure: the very lines that were counted, for those who may see them. */
@Service
class FigureLists {
    static final int PAGE = 50;

    private final ConcernCounts counts;
    private final Concerns concerns;
    private final Measures measures;
    private final Transactions transactions;
    private final Trail trail;

    FigureLists(ConcernCounts counts, Concerns concerns, Measures measures, Transactions transactions, Trail trail) {
        this.counts = counts;
        this.concerns = concerns;
        this.measures = measures;
        this.transactions = transactions;
        this.trail = trail;
    }

    /** One line: the concern, whom to show for it, and what else tells the line apart; empty where nothing does. */
    record Line(Concern concern, List<Person> about, String part) {
    }

    /** One page of a list. */
    record Listed(Measure measure, Question question, long total, List<Line> lines) {
    }

    /** How many lines the list has. */
    long size(Actor by, String code, Question question) {
        by.must(Permission.SEE_CONCERNS);
        return transactions.inScope(by.scope(), () -> counts.size(by, spec(measures.get(code)), question));
    }

    /**
     * One page of the list.
     *
     * @param page from 0
     * @throws heed.platform.Refused    as not found for those who see no concerns, or where there is no such figure
     * @throws IllegalArgumentException for a split that the figure does not have
     */
    Listed list(Actor by, String code, Question question, int page) {
        by.must(Permission.SEE_CONCERNS);
        var measure = measures.get(code);
        question.filters().keySet().forEach(measure::split);
        return transactions.inScope(by.scope(), () -> {
            var spec = spec(measure);
            var lines = counts.lines(by, spec, question, (long) page * PAGE, PAGE);
            var ids = lines.stream().map(ConcernCounts.Line::concern).distinct().toList();
            var found = concerns.byIds(Policy.counted(by), ids);
            var people = concerns.people(by, found);
            trail.add(by, Trace.list("figure.list", ids).fields(code));
            return new Listed(measure, question, counts.size(by, spec, question),
                    shown(spec, lines, found.stream().collect(Collectors.toMap(Concern::id, c -> c)), people));
        });
    }

    private static List<Line> shown(Spec spec, List<ConcernCounts.Line> lines, Map<UUID, Concern> found,
            Map<UUID, List<Person>> people) {
        var nth = new HashMap<UUID, Integer>();
        var shown = new ArrayList<Line>();
        for (var line : lines) {
            var concern = found.get(line.concern());
            if (concern == null)
                throw new IllegalStateException("counted and not found");
            var atRisk = people.getOrDefault(line.concern(), List.of()).stream()
                    .filter(p -> p.inRole() == PersonRole.AT_RISK).toList();
            if (spec.counted() == Counted.PEOPLE) {
                // Both are in the order in which they were named.
                int n = nth.merge(line.concern(), 1, Integer::sum) - 1;
                shown.add(new Line(concern, n < atRisk.size() ? List.of(atRisk.get(n)) : List.of(), ""));
            } else
                shown.add(new Line(concern,
                        atRisk.isEmpty() ? people.getOrDefault(line.concern(), List.of()) : atRisk, line.part()));
        }
        return shown;
    }

    private static Spec spec(Measure measure) {
        if (measure instanceof ConcernMeasure counted)
            return counted.spec();
        if (measure instanceof ReportingRate)
            return ConcernMeasures.RAISED;
        throw Refusal.NOT_FOUND.because("not a figure of concerns");
    }
}
