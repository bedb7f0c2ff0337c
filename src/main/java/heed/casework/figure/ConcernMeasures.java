package heed.casework.figure;

import heed.platform.db.Transactions;
import heed.platform.measure.Definition;
import heed.platform.measure.Measure;
import heed.platform.measure.MeasureSet;
import heed.platform.measure.Split;
import heed.platform.measure.Unit;
import heed.platform.trail.Trail;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every figure of concerns, with the words that say how it is counted. */
@Component
@Order(10)
class ConcernMeasures implements MeasureSet {
    private static final String LEAVES = "Left out: what was recorded in error, and allegations about people who work here with the records kept because of them.";
    private static final String RAISED = "Counted by when we received it.";
    private static final List<Split> ALL = Splits.all();
    /** Hours from receipt until an officer first took it up. */
    private static final String TO_LOOK = "extract(epoch from case when c.first_taken_at <= :as_at then c.first_taken_at - c.received_at end) / 3600";
    private static final String DECIDED = "first_decision.at";
    private static final String DECISIONS = """
            left join lateral (select min(d.decided_at) at from casework.decision d
                                where d.scope_id = c.scope_id and d.concern_id = c.id and d.decided_at <= :as_at) first_decision on true""";
    private static final String DUES = """
            join unnest(:days::date[], :same::timestamptz[], :later::timestamptz[]) due(day, same, later)
              on due.day = (c.received_at at time zone 'Europe/London')::date""";
    private static final String DUE = "case when (c.received_at at time zone 'Europe/London')::time <= '15:00' then due.same else due.later end";

    private final List<Measure> measures;

    ConcernMeasures(ConcernCounts counts, PartNames names, Transactions transactions, Trail trail) {
        var all = new ArrayList<Measure>();
        for (var spec : specs())
            all.add(new ConcernMeasure(spec, counts, names, transactions, trail));
        this.measures = List.copyOf(all);
    }

    @Override
    public List<Measure> measures() {
        return measures;
    }

    private static List<Spec> specs() {
        var specs = new ArrayList<Spec>();
        specs.add(number(Counted.CONCERNS, "concerns-raised", "Concerns raised", "Concerns",
                "Every concern that somebody sent. A concern counts once, however many people or kinds of harm it is about. "
                        + RAISED,
                ""));
        specs.add(number(Counted.PEOPLE, "people-at-risk", "People at risk named", "Concerns",
                "Everybody whom a concern names or describes as at risk, once for each concern. Somebody in three concerns counts three times. "
                        + RAISED,
                ""));
        return specs;
    }

    private static Spec number(Counted counted, String code, String title, String group, String counts, String where) {
        return new Spec(definition(counted.unit(), code, title, group, counts, counted.lines()), counted, "", where,
                new Reckoning.Number(), ALL);
    }

    private static Definition definition(Unit unit, String code, String title, String group, String counts,
            String list) {
        return new Definition(code, title, group, counts, LEAVES, unit, list);
    }
}
