package heed.casework.figure;

import heed.platform.measure.Unit;

/** What is counted: the lines of a list, each of one concern. SQL of our own, without values. */
enum Counted {
    /** Each concern is one line. */
    CONCERNS(Unit.CONCERNS, "concerns", "", "''"),
    /** Each naming of somebody at risk is one line. */
    PEOPLE(Unit.PEOPLE, "people", """
            join casework.concern_person n on n.scope_id = c.scope_id and n.concern_id = c.id and n.role = 'AT_RISK'
              and n.withdrawn_at is null""",
            "lpad(n.sort::text, 6, '0')"),
    /** Each kind of harm, once for each concern. */
    TYPES(Unit.TYPES, "types of harm", "join " + Coded.kinds(Coded.HARM) + " n on n.concern_id = c.id", "n.key"),
    /** Each kind of support offered to whoever raised a concern is one line. */
    OFFERS(Unit.OFFERS, "offers", """
            join casework.support n on n.scope_id = c.scope_id and n.concern_id = c.id and n.offered_at <= :as_at
              and n.code not in ('DECLINED', 'NOT_OFFERED')""",
            "n.code");

    private final Unit unit;
    private final String lines;
    private final String join;
    private final String part;

    Counted(Unit unit, String lines, String join, String part) {
        this.unit = unit;
        this.lines = lines;
        this.join = join;
        this.part = part;
    }

    Unit unit() {
        return unit;
    }

    /** What a list of them is of. */
    String lines() {
        return lines;
    }

    /** Joined to {@code casework.concern c}. */
    String join() {
        return join;
    }

    /** What tells the lines of one concern apart. */
    String part() {
        return part;
    }
}
