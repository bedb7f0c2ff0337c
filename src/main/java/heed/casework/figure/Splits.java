package heed.casework.figure;

import heed.platform.measure.Split;
import java.util.List;

/** The ways to part figures of concerns. */
enum Splits {
    /** By month of receipt. */
    MONTH(Split.MONTH, "to_char(c.received_at at time zone 'Europe/London', 'YYYY-MM')"),
    /** By the service of whoever raised it. */
    SERVICE(new Split("service", "service", false), "coalesce(c.service_id::text, 'NOT_KNOWN')"),
    /** By council or company of whoever raised it. */
    COUNCIL(new Split("council", "council or company", false), "c.council_id::text"),
    /** By kind of harm. */
    TYPE(new Split("type", "kind of harm", true), "coalesce(split_type.key, 'NOT_CODED')"),
    /** By what else is going on. */
    CONTEXT(new Split("context", "what else is going on", true), "coalesce(split_context.key, 'NOT_CODED')"),
    /** By ward, as an officer said. */
    WARD(new Split("ward", "ward", false), """
            coalesce((select w.code from casework.concern_ward w where w.scope_id = c.scope_id and w.concern_id = c.id
                       and w.set_at <= :as_at order by w.sort desc limit 1), 'NOT_CODED')"""),
    /** By who or what it is about. */
    SUBJECT(new Split("subject", "who it is about", false), "c.subject_kind"),
    /** By whether danger was reported. */
    DANGER(new Split("danger", "danger reported", false), "case when c.danger then 'YES' else 'NO' end"),
    /** By what was decided. */
    OUTCOME(new Split("outcome", "decision", false),
            "case when c.decided_at <= :as_at then coalesce(c.outcome, 'NOT_DECIDED') else 'NOT_DECIDED' end");

    private final Split split;
    private final String key;

    Splits(Split split, String key) {
        this.split = split;
        this.key = key;
    }

    Split split() {
        return split;
    }

    /** The key of a line's part, as SQL. */
    String key() {
        return key;
    }

    /** What has to be joined for the key. */
    String join() {
        return switch (this) {
            case TYPE -> "left join " + Coded.kinds(Coded.HARM) + " split_type on split_type.concern_id = c.id";
            case CONTEXT -> "left join " + Coded.kinds(Coded.CONTEXT)
                    + " split_context on split_context.concern_id = c.id";
            default -> "";
        };
    }

    /** The condition that a line is of the part whose key is the parameter. */
    String only(String parameter, String wanted) {
        return switch (this) {
            case TYPE -> has(Coded.HARM, parameter, wanted);
            case CONTEXT -> has(Coded.CONTEXT, parameter, wanted);
            default -> key + " = :" + parameter;
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
