package heed.casework.figure;

import heed.platform.measure.Period;
import heed.platform.measure.Split;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** The ways to part figures of concerns. */
enum Splits {
    /** By month of receipt. */
    MONTH(Split.MONTH, "width_bucket(c.received_at, (select :month_starts::text[]::timestamptz[]))",
            "((select :months::text[]))[%s]"),
    /** By the service of whoever raised it. */
    SERVICE(new Split("service", "service", false), "c.service_id", "coalesce(%s::text, 'NOT_KNOWN')"),
    /** By council or company of whoever raised it. */
    COUNCIL(new Split("council", "council or company", false), "c.council_id", "%s::text"),
    /** By kind of harm. */
    TYPE(new Split("type", "kind of harm", true), "split_type.key", "coalesce(%s, 'NOT_CODED')"),
    /** By what else is going on. */
    CONTEXT(new Split("context", "what else is going on", true), "split_context.key", "coalesce(%s, 'NOT_CODED')"),
    /** By ward, as an officer said. */
    WARD(new Split("ward", "ward", false), """
            (select w.code from casework.concern_ward w where w.scope_id = c.scope_id and w.concern_id = c.id
              and w.set_at <= :as_at order by w.sort desc limit 1)""", "coalesce(%s, 'NOT_CODED')"),
    /** By who or what it is about. */
    SUBJECT(new Split("subject", "who it is about", false), "c.subject_kind", "%s"),
    /** By whether danger was reported. */
    DANGER(new Split("danger", "danger reported", false), "c.danger", "case when %s then 'YES' else 'NO' end"),
    /** By what was decided. */
    OUTCOME(new Split("outcome", "decision", false), "case when c.decided_at <= :as_at then c.outcome end",
            "coalesce(%s, 'NOT_DECIDED')");

    private final Split split;
    private final String value;
    private final String key;

    /**
     * @param value what lines are grouped by, as SQL: plain, for writing a key for each line takes longer than counting
     * @param key   the key of a part, as SQL of such a value
     */
    Splits(Split split, String value, String key) {
        this.split = split;
        this.value = value;
        this.key = key;
    }

    Split split() {
        return split;
    }

    /** The key of a part, as SQL of what {@link #join} calls {@code part.value}. */
    String key() {
        return key.formatted("part.value");
    }

    /** What has to be joined for {@code part.value}, by which lines are grouped. */
    String join() {
        var also = switch (this) {
            case TYPE -> "left join " + Coded.kinds(Coded.HARM) + " split_type on split_type.concern_id = c.id ";
            case CONTEXT -> "left join " + Coded.kinds(Coded.CONTEXT)
                    + " split_context on split_context.concern_id = c.id ";
            default -> "";
        };
        return also + "cross join lateral (select " + value + " as value) part";
    }

    /** What {@link #key} needs besides the question's own. */
    static Map<String, Object> parameters(Period period) {
        var months = period.months();
        return Map.of("months", months.stream().map(YearMonth::toString).toArray(String[]::new), "month_starts",
                months.stream().map(m -> Period.month(m).start().toString()).toArray(String[]::new));
    }

    /** The condition that a line is of the part whose key is the parameter. */
    String only(String parameter, String wanted) {
        return switch (this) {
            case TYPE -> has(Coded.HARM, parameter, wanted);
            case CONTEXT -> has(Coded.CONTEXT, parameter, wanted);
            case MONTH -> "to_char(c.received_at at time zone 'Europe/London', 'YYYY-MM') = :" + parameter;
            default -> key.formatted("(" + value + ")") + " = :" + parameter;
        };
    }

    private static String has(String lists, String parameter, String wanted) {
        return wanted.equals("NOT_CODED")
                ? "not " + Coded.has(lists, "true")
                : Coded.has(lists, Coded.KIND + " = :" + parameter);
    }

    static Splits of(String code) {
        for (var each : values())
            if (each.split.code().equals(code))
                return each;
        throw new IllegalArgumentException("no such split: " + code);
    }

    static List<Split> all() {
        return java.util.Arrays.stream(values()).map(Splits::split).toList();
    }
}
