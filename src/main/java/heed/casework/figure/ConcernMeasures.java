package heed.casework.figure;

import heed.access.staff.Headcounts;
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
    private static final String LEAVES = "Counted by when we received the concern. Left out: what was recorded in error, and allegations about people who work here with the records kept because of them.";
    private static final List<Split> ALL = Splits.all();
    /** The plainest: every concern. Rates are of these. */
    static final Spec RAISED = number(Counted.CONCERNS, "concerns-raised", "Concerns raised", "Concerns",
            "Every concern that somebody sent. A concern counts once, however many people or kinds of harm it is about.",
            "");
    /** Hours from receipt until an officer first took it up. */
    private static final String TO_LOOK = "extract(epoch from case when c.first_taken_at <= :as_at then c.first_taken_at - c.received_at end) / 3600";
    private static final String DECISIONS = """
            left join lateral (select min(d.decided_at) at from casework.decision d
                                where d.scope_id = c.scope_id and d.concern_id = c.id and d.decided_at <= :as_at) first_decision on true""";
    /**
     * Concerns that name a known person whom an earlier concern named. Who is one person is gathered once for the whole
     * statement, over links whose both ends may be counted: what may not be counted joins nobody.
     */
    private static final String KNOWN_AGAIN = """
            with recursive said as (
              select l.one_id, e.id one_concern, e.received_at one_at, l.other_id, o.id other_concern, o.received_at other_at
                from casework.known_link l
                join casework.concern_person p on p.scope_id = l.scope_id and p.id = l.one_id and p.withdrawn_at is null
                join casework.concern e on e.scope_id = p.scope_id and e.id = p.concern_id
                join casework.concern_person q on q.scope_id = l.scope_id and q.id = l.other_id and q.withdrawn_at is null
                join casework.concern o on o.scope_id = q.scope_id and o.id = q.concern_id
               where l.kind = 'SAME' and l.made_at <= :as_at and (l.ended_at is null or l.ended_at > :as_at)
                 and RULE(e) and RULE(o)),
            linked as (
              select one_id, one_concern, one_at, other_id, other_concern, other_at from said
              union all
              select other_id, other_concern, other_at, one_id, one_concern, one_at from said),
            person as (
              select * from linked
              union
              select k.one_id, k.one_concern, k.one_at, n.other_id, n.other_concern, n.other_at
                from person k join linked n on n.one_id = k.other_id)
            select k.one_concern from person k where (k.other_at, k.other_concern) < (k.one_at, k.one_concern)""";
    private static final String DUES = """
            join unnest(:days::text[]::date[], :same::text[]::timestamptz[], :later::text[]::timestamptz[]) due(day, same, later)
              on due.day = (c.received_at at time zone 'Europe/London')::date""";
    private static final String DUE = "case when (c.received_at at time zone 'Europe/London')::time <= '15:00' then due.same else due.later end";

    private final List<Measure> measures;

    ConcernMeasures(ConcernCounts counts, PartNames names, Headcounts staff, Transactions transactions,
            Trail trail) {
        var all = new ArrayList<Measure>();
        for (var spec : specs())
            all.add(new ConcernMeasure(spec, counts, names, transactions, trail));
        all.add(new ReportingRate(counts, names, staff, transactions, trail));
        this.measures = List.copyOf(all);
    }

    @Override
    public List<Measure> measures() {
        return measures;
    }

    private static List<Spec> specs() {
        var specs = new ArrayList<Spec>();
        specs.add(RAISED);
        specs.add(number(Counted.PEOPLE, "people-at-risk", "People at risk named", "Concerns",
                "Everybody whom a concern names or describes as at risk, once for each concern. Somebody in three concerns counts three times.",
                ""));
        specs.add(number(Counted.TYPES, "types-of-harm", "Kinds of harm recorded", "Concerns",
                "Every kind of harm that officers recorded, once for each concern. A concern with two kinds counts twice, and one with none does not count.",
                ""));
        specs.add(repeated());
        specs.addAll(named());
        specs.addAll(times());
        specs.addAll(support());
        return specs;
    }

    private static Spec repeated() {
        return number(Counted.CONCERNS, "repeat-concerns", "Repeat concerns", "Concerns",
                "Concerns in a case that held an earlier concern, and concerns that name the same person as an earlier one where an officer has said so, as far as the earlier one may be counted too. Each counts once.",
                """
                        (exists (select from casework.concern e where e.scope_id = c.scope_id and e.case_id = c.case_id
                                   and (e.received_at, e.id) < (c.received_at, c.id) and RULE(e))
                         or c.id in (""" + KNOWN_AGAIN + "))");
    }

    private static List<Spec> named() {
        return List.of(
                coded("young-carers", "Young carers", "that a young carer is in it", "'CONTEXT.YOUNG_CARER'"),
                coded("modern-slavery", "Modern slavery", "modern slavery or trafficking",
                        "'ADULT.MODERN_SLAVERY', 'CONTEXT.TRAFFICKING_SLAVERY'"),
                coded("exploitation", "Exploitation",
                        "exploitation of any kind, sexual exploitation of an adult, modern slavery and trafficking among them",
                        "'CONTEXT.EXPLOITATION', 'ADULT.SEXUAL_EXPLOITATION', 'ADULT.MODERN_SLAVERY'"),
                coded("domestic-abuse", "Domestic abuse", "domestic abuse, of an adult or in the home",
                        "'ADULT.DOMESTIC', 'CONTEXT.DOMESTIC_ABUSE'"),
                coded("self-neglect", "Self-neglect and hoarding", "self-neglect or hoarding",
                        "'ADULT.SELF_NEGLECT', 'CONTEXT.HOARDING'"));
    }

    private static Spec coded(String code, String title, String what, String kinds) {
        return number(Counted.CONCERNS, code, title, "Named kinds", "Concerns for which an officer recorded " + what
                + ", once each. What nobody recorded does not count.",
                Coded.has(Coded.HARM + ", " + Coded.CONTEXT,
                        "(" + Coded.KIND + " in (" + kinds + ") or ct.list || '.' || ct.code in (" + kinds + "))"));
    }

    private static List<Spec> times() {
        var looked = "(c.first_taken_at <= :as_at)";
        return List.of(
                new Spec(definition(Unit.PERCENT, "triaged", "Concerns triaged", "Time",
                        "Of the concerns raised, those that a designated safeguarding officer has taken up.",
                        "concerns"), Counted.CONCERNS, "", "", new Reckoning.Share(looked), ALL),
                new Spec(definition(Unit.HOURS, "time-to-first-look", "Time to first look", "Time",
                        "From receipt until a designated safeguarding officer took the concern up: half were quicker, half took longer. Nights and weekends count. Concerns that nobody has taken up yet do not count.",
                        "concerns"), Counted.CONCERNS, "", "", new Reckoning.Median(TO_LOOK), ALL),
                new Spec(definition(Unit.PERCENT, "looked-at-in-time", "First look in time", "Time",
                        "Of the concerns without danger whose first look was due, those taken up in time: by the end of the same working day, or by midday of the next working day where it came after three or on a day nobody works. Danger is due at once, so it is not in this figure.",
                        "concerns"), Counted.CONCERNS, DUES,
                        "not c.danger and (" + looked + " or " + DUE + " <= :as_at)",
                        new Reckoning.Share("(c.first_taken_at <= :as_at and c.first_taken_at <= " + DUE + ")"), ALL),
                new Spec(definition(Unit.HOURS, "time-to-decision", "Time to decision", "Time",
                        "From receipt until it was first decided what to do: half were quicker, half took longer. Nights and weekends count. Concerns that are not decided yet do not count.",
                        "concerns"), Counted.CONCERNS, DECISIONS, "",
                        new Reckoning.Median("extract(epoch from first_decision.at - c.received_at) / 3600"), ALL));
    }

    private static List<Spec> support() {
        return List.of(
                new Spec(definition(Unit.PERCENT, "support-offered", "Support offered to the person who told us",
                        "Support",
                        "Of the concerns raised by somebody who works here, those after which they were offered support.",
                        "concerns"), Counted.CONCERNS, "", "c.raised_by is not null", new Reckoning.Share("""
                                exists (select from casework.support s
                                         where s.scope_id = c.scope_id and s.concern_id = c.id and s.offered_at <= :as_at
                                           and s.code not in ('DECLINED', 'NOT_OFFERED'))"""), ALL),
                new Spec(definition(Unit.PERCENT, "support-taken", "Support taken", "Support",
                        "Of the offers of support made to people who told us, those that were taken.",
                        "offers"), Counted.OFFERS, "", "", new Reckoning.Share("n.taken = 'YES'"), ALL));
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
