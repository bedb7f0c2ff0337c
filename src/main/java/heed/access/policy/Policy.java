package heed.access.policy;

import static heed.access.Permission.PUBLISH_FIGURES;
import static heed.access.Permission.RAISE;
import static heed.access.Permission.SEE_ALLEGATIONS;
import static heed.access.Permission.SEE_CONCERNS;
import static heed.access.Permission.SEE_FIGURES;
import static heed.access.Permission.WORK_CONCERNS;

import heed.platform.Actor;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
     * The officers' side of a concern, to read and to work on: by role and marking, by name where it is restricted or an
     * allegation, and never for anyone excluded.
     */
    public static Rule office(Actor by) {
        return within(by, working(by));
    }

    /**
     * The officers' side of a concern, to read only: who may work on it, and those it is open to at that moment. An
     * allegation is open to nobody for a time, and nothing is to anyone excluded.
     */
    public static Rule read(Actor by, Instant at) {
        return within(by, reading(by, at));
    }

    /** Records that are open to this person at that moment, whether or not they could see them anyway. */
    public static Rule opened(Actor by, Instant at) {
        var way = reading(by, at).get(Way.OPENED);
        return way == null ? new Rule.Never() : within(by, Map.of(Way.OPENED, way));
    }

    /**
     * What this person's figures count. Those who see concerns count what their lists of work hold, so that a figure and its
     * list are one; those who see figures and no concern count every concern that they are not excluded from. An allegation is
     * in no figure, whoever asks: it must not be inferred from one.
     */
    public static Rule counted(Actor by) {
        if (!by.may(SEE_FIGURES))
            return new Rule.Never();
        return opensFigures(by)
                ? all(office(by), notAllegations())
                : all(new Rule.InScope(by.scope()), new Rule.NotExcluded(by.staff()), notAllegations());
    }

    /** Whether this person's figures open the list of what they count; their definition where not. */
    public static boolean opensFigures(Actor by) {
        return by.may(SEE_FIGURES) && by.may(SEE_CONCERNS);
    }

    /**
     * What published figures count: the same whoever publishes and reads them, so restricted concerns too, and those from
     * which the publisher is excluded. No allegation.
     */
    public static Rule published(Actor by) {
        return by.may(PUBLISH_FIGURES) ? all(new Rule.InScope(by.scope()), notAllegations()) : new Rule.Never();
    }

    private static Rule notAllegations() {
        return new Rule.Any(List.of(new Rule.Marked(Marking.NORMAL), new Rule.Marked(Marking.RESTRICTED)));
    }

    /** Every way in which this person may read a record at that moment; none where they may not. */
    public static Set<Way> ways(Actor by, Instant at, Facts facts) {
        var ways = reading(by, at);
        ways.values().removeIf(rule -> !within(by, Map.of(Way.OFFICER, rule)).allows(facts));
        return ways.keySet();
    }

    private static Map<Way, Rule> working(Actor by) {
        var ways = new EnumMap<Way, Rule>(Way.class);
        if (by.may(SEE_CONCERNS))
            ways.put(Way.OFFICER, new Rule.Marked(Marking.NORMAL));
        if (by.may(SEE_CONCERNS) || by.may(WORK_CONCERNS)) {
            ways.put(Way.NAMED, all(new Rule.Marked(Marking.RESTRICTED), new Rule.Named(by.staff())));
            ways.put(Way.TOLD, all(new Rule.Marked(Marking.ALLEGATION), new Rule.Named(by.staff())));
        }
        if (by.may(SEE_ALLEGATIONS))
            ways.put(Way.RECIPIENT, new Rule.Marked(Marking.ALLEGATION));
        return ways;
    }

    private static Map<Way, Rule> reading(Actor by, Instant at) {
        var ways = working(by);
        if (by.may(RAISE) && !by.staff().equals(Actor.NOBODY))
            ways.put(Way.OPENED, all(new Rule.Opened(by.staff(), at), new Rule.Any(
                    List.of(new Rule.Marked(Marking.NORMAL), new Rule.Marked(Marking.RESTRICTED)))));
        return ways;
    }

    private static Rule within(Actor by, Map<Way, Rule> ways) {
        return ways.isEmpty()
                ? new Rule.Never()
                : all(new Rule.InScope(by.scope()), new Rule.NotExcluded(by.staff()),
                        new Rule.Any(List.copyOf(ways.values())));
    }

    private static Rule all(Rule... rules) {
        return new Rule.All(List.of(rules));
    }
}
