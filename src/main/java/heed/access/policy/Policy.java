package heed.access.policy;

import static heed.access.Permission.RAISE;
import static heed.access.Permission.SEE_ALLEGATIONS;
import static heed.access.Permission.SEE_CONCERNS;
import static heed.access.Permission.WORK_CONCERNS;

import heed.platform.Actor;
import java.util.ArrayList;
import java.util.List;

/** Who may see a concern. Every get, list, count and mail asks one of these rules. */
public final class Policy {
    private Policy() {
    }

    /** Their own words, the state, and what an officer wrote back: whoever raised it, excluded or not. */
    public static Rule own(Actor by) {
        return by.may(RAISE) && !by.staff().equals(Actor.NOBODY)
                ? all(new Rule.InScope(by.scope()), new Rule.RaisedBy(by.staff()))
                : new Rule.Never();
    }

    /**
     * The officers' side of a concern: by role and marking, by name where it is restricted or an allegation, and never
     * for anyone excluded.
     */
    public static Rule office(Actor by) {
        var ways = new ArrayList<Rule>();
        if (by.may(SEE_CONCERNS))
            ways.add(new Rule.Marked(Marking.NORMAL));
        if (by.may(SEE_CONCERNS) || by.may(WORK_CONCERNS)) {
            ways.add(all(new Rule.Marked(Marking.RESTRICTED), new Rule.Named(by.staff())));
            ways.add(all(new Rule.Marked(Marking.ALLEGATION), new Rule.Named(by.staff())));
        }
        if (by.may(SEE_ALLEGATIONS))
            ways.add(new Rule.Marked(Marking.ALLEGATION));
        return ways.isEmpty()
                ? new Rule.Never()
                : all(new Rule.InScope(by.scope()), new Rule.NotExcluded(by.staff()), new Rule.Any(List.copyOf(ways)));
    }

    private static Rule all(Rule... rules) {
        return new Rule.All(List.of(rules));
    }
}
