package heed.casework.figure;

import heed.access.policy.Policy;
import heed.access.policy.Rule;
import heed.casework.coding.CouncilLists;
import heed.casework.clock.Clocks;
import heed.casework.clock.ResponsePlans;
import heed.platform.Actor;
import heed.platform.measure.Question;
import heed.platform.measure.Sight;
import heed.platform.web.LondonTime;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts concerns and lists what was counted, from one and the same statement, so that a figure and its list cannot part.
 * Only plain columns are read. Joins the caller's transaction; the caller writes the audit log.
 */
@Repository
class ConcernCounts {
    /** What never counts: what was recorded in error or joined to another, and the record a lead holds for an allegation. */
    private static final String IN_USE = """
            e.status in ('RECEIVED', 'IN_TRIAGE', 'DECIDED')
              and e.id <> all(array(select a.protection_id from casework.allegation a
                                     where a.scope_id = %s and a.protection_id is not null))""".formatted(Rule.SCOPE);

    private final JdbcClient db;
    private final ResponsePlans plans;
    private final CouncilLists lists;

    ConcernCounts(JdbcClient db, ResponsePlans plans, CouncilLists lists) {
        this.db = db;
        this.plans = plans;
        this.lists = lists;
    }

    /**
     * One part's number.
     *
     * @param counted how many lines its list has
     * @param outOf   the lower number of a share; 0 for all others
     * @param value   a median in hours; 0 for all others
     */
    record Tally(long counted, long outOf, double value) {
        static final Tally NOTHING = new Tally(0, 0, 0);
    }

    /** One line of a list: a concern, and what tells it apart from other lines of the same concern. */
    record Line(UUID concern, String part) {
    }

    /** The whole, under an empty key, and each part that has lines. */
    Map<String, Tally> count(Actor by, Spec spec, Question question) {
        if (question.split() == null)
            return tallies(by, spec, question, null, "");
        var split = Splits.of(question.split());
        if (!split.split().overlaps())
            return tallies(by, spec, question, split, "group by grouping sets ((), (part.value))");
        var all = new HashMap<>(tallies(by, spec, question, null, ""));
        all.putAll(tallies(by, spec, question, split, "group by part.value"));
        return all;
    }

    private Map<String, Tally> tallies(Actor by, Spec spec, Question question, @Nullable Splits split,
            String grouping) {
        var numbers = switch (spec.reckoning()) {
            case Reckoning.Number() -> "count(*) counted, 0 out_of, 0.0 number";
            case Reckoning.Share(var so) -> "count(*) filter (where " + so + ") counted, count(*) out_of, 0.0 number";
            case Reckoning.Median(var hours) -> "count(" + hours
                    + ") counted, 0 out_of, coalesce(percentile_cont(0.5) within group (order by " + hours
                    + "), 0.0) number";
        };
        var found = new HashMap<String, Tally>();
        var counted = numbers + " " + from(by, spec, question, split) + " " + grouping;
        var sql = split == null
                ? "select '' key, " + counted
                : "select case part.whole when 1 then '' else " + split.key()
                        + " end key, counted, out_of, number from ("
                        + "select part.value, grouping(part.value) whole, " + counted + ") part";
        db.sql(sql).params(parameters(by, question, sql))
                .query(row -> {
                    found.put(row.getString("key"),
                            new Tally(row.getLong("counted"), row.getLong("out_of"), row.getDouble("number")));
                });
        return found;
    }

    /** How many lines the list has: what {@link #count} counts, counted apart. */
    long size(Actor by, Spec spec, Question question) {
        var sql = "select count(*) " + listed(by, spec, question);
        return db.sql(sql).params(parameters(by, question, sql)).query(Long.class).single();
    }

    /** Some lines of the list, latest concern first. */
    List<Line> lines(Actor by, Spec spec, Question question, long skip, int most) {
        var sql = "select c.id, " + spec.counted().part() + " part " + listed(by, spec, question)
                + " order by c.received_at desc, c.id desc, 2 limit " + most + " offset " + skip;
        return db.sql(sql).params(parameters(by, question, sql))
                .query((row, n) -> new Line(row.getObject("id", UUID.class), row.getString("part"))).list();
    }

    private String listed(Actor by, Spec spec, Question question) {
        var also = switch (spec.reckoning()) {
            case Reckoning.Number() -> "";
            case Reckoning.Share(var so) -> " and " + so;
            case Reckoning.Median(var hours) -> " and " + hours + " is not null";
        };
        return from(by, spec, question, null) + also;
    }

    private static String from(Actor by, Spec spec, Question question, @Nullable Splits split) {
        var rule = rule(by, question);
        var sql = new StringBuilder("from casework.concern c ").append(spec.counted().join()).append(' ')
                .append(may(spec.join(), rule)).append(' ').append(split == null ? "" : split.join())
                .append(" where c.received_at >= :from and c.received_at < :until and c.received_at <= :as_at and ")
                .append(may("RULE(c)", rule));
        if (!spec.where().isEmpty())
            sql.append(" and ").append(may(spec.where(), rule));
        new TreeMap<>(question.filters())
                .forEach((code, key) -> sql.append(" and ").append(Splits.of(code).only("only_" + code, key)));
        return sql.toString();
    }

    /** Replaces {@code RULE(e)} by what may be counted of the concern aliased {@code e}. */
    private static String may(String sql, Rule rule) {
        return Pattern.compile("RULE\\((\\w+)\\)").matcher(sql).replaceAll(m -> Matcher
                .quoteReplacement("(" + IN_USE.replace("e.", m.group(1) + ".") + " and " + rule.sql(m.group(1)) + ")"));
    }

    private static Rule rule(Actor by, Question question) {
        return question.sight() == Sight.PUBLISHED ? Policy.published(by) : Policy.counted(by);
    }

    private Map<String, Object> parameters(Actor by, Question question, String sql) {
        var all = new HashMap<String, Object>(Coded.parameters(lists.now(by)));
        all.putAll(Splits.parameters(question.period()));
        all.put("from", Timestamp.from(question.period().start()));
        all.put("until", Timestamp.from(question.period().end()));
        all.put("as_at", Timestamp.from(question.asAt()));
        question.filters().forEach((code, key) -> all.put("only_" + code, key));
        if (sql.contains(":days"))
            all.putAll(dues(by, question));
        return all;
    }

    /** For each day of the period, by when what came until three and what came later has to be looked at. */
    private Map<String, Object> dues(Actor by, Question question) {
        var clocks = plans.clocks(by);
        var days = new ArrayList<String>();
        var same = new ArrayList<String>();
        var later = new ArrayList<String>();
        for (var day = question.period().from(); day.isBefore(question.period().until()); day = day.plusDays(1)) {
            var three = day.atTime(Clocks.SAME_DAY_UNTIL).atZone(LondonTime.ZONE).toInstant();
            days.add(day.toString());
            same.add(clocks.firstLook(three, false).toString());
            later.add(clocks.firstLook(three.plusSeconds(1), false).toString());
        }
        return Map.of("days", days.toArray(String[]::new), "same", same.toArray(String[]::new), "later",
                later.toArray(String[]::new));
    }
}
