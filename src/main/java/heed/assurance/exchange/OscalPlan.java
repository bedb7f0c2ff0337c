package heed.assurance.exchange;

import static heed.assurance.exchange.Oscal.id;
import static heed.assurance.exchange.Oscal.line;
import static heed.assurance.exchange.Oscal.list;
import static heed.assurance.exchange.Oscal.ours;
import static heed.assurance.exchange.Oscal.part;
import static heed.assurance.exchange.Oscal.prose;

import heed.assurance.exchange.Oscal.Part;
import heed.assurance.plan.ActionState;
import heed.assurance.plan.ActionWords;
import heed.assurance.plan.Schedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Actions as an OSCAL plan of action and milestones. Each is an item, a risk that nothing is done, and the response to it: a
 * task with its timing, and a task for each milestone. The posts that lead are roles. The lead's colour and Heed's stand side
 * by side as two characterizations of the risk. (Invariant 14)
 */
public final class OscalPlan {
    private static final String COLOURS = Oscal.NAMES + ":action-brag-2016";
    private final String body;
    private final UUID of;
    private final List<String> posts;

    private OscalPlan(String body, UUID of, List<String> posts) {
        this.body = body;
        this.of = of;
        this.posts = posts;
    }

    /**
     * The document.
     *
     * @param body    whose plan it is
     * @param actions its actions, one at least
     * @param of      the plan's id, or the return's that they answer
     * @param at      when it is written
     * @throws IllegalArgumentException where there is no action, which OSCAL has no document for
     */
    public static String of(String body, List<WholeReturn.ActionLine> actions, UUID of, Instant at) {
        if (actions.isEmpty())
            throw new IllegalArgumentException("a plan of action has an item at least");
        var posts = List.copyOf(actions.stream().flatMap(a -> a.posts().stream()).map(Oscal::plain)
                .filter(p -> !p.isEmpty()).collect(Collectors.toCollection(LinkedHashSet::new)));
        var plan = new OscalPlan(body, of, posts);
        return Oscal.document("plan-of-action-and-milestones", part().put("uuid", id("plan", of))
                .put("metadata", Oscal.about("Action plan: " + body, at.toString(), at)
                        .put("roles", posts.stream().map(p -> part().put("id", plan.role(p)).put("title", line(p)))
                                .toList())
                        .put("parties", List.of(Oscal.party(body))))
                // OSCAL asks which system a plan is for: it is for an organisation.
                .put("system-id", part().put("identifier-type", "http://ietf.org/rfc/rfc4122")
                        .put("id", Oscal.partyId(body)))
                .put("risks", actions.stream().map(plan::risk).toList())
                .put("poam-items", actions.stream().map(plan::item).toList()));
    }

    private String role(String post) {
        return "post-" + (posts.indexOf(Oscal.plain(post)) + 1);
    }

    private static String title(ActionWords words) {
        return line(words.title());
    }

    /** What the plan says, a paragraph for each part that says anything. */
    private static String text(ActionWords words) {
        return Stream.of(named("Standard", words.standard()), named("Objective", words.objective()),
                named("Action", words.action()), named("Input", words.input()),
                named("Desired outcome", words.outcome()), named("Impact", words.impact()),
                named("Measure", words.measure()), named("Evidence", words.evidence()),
                named("Leads, as written", words.leads()), named("Timescale, as written", words.timescale()),
                named("Status, as printed", words.printed())).filter(t -> !t.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String named(String name, String words) {
        var text = prose(words);
        return text.isEmpty() ? "" : name + ":\n\n" + text;
    }

    private static String description(ActionWords words) {
        var text = text(words);
        return text.isEmpty() ? "No words." : text;
    }

    private Part item(WholeReturn.ActionLine action) {
        var result = action.result();
        return part().put("uuid", id("action", of, action.ref())).put("title", title(action.words()))
                .put("description", description(action.words()))
                .put("props", list(ours("reference", action.ref(), null), ours("question", action.item(), null),
                        ours("source", action.source().words(), null), ours("state", action.state().words(), null),
                        action.agreedOn() == null ? null : ours("agreed-on", action.agreedOn().toString(), null),
                        action.closedOn() == null ? null : ours("closed-on", action.closedOn().toString(), null),
                        result == null
                                ? null
                                : ours("impact-levels", result.levels().stream().map(l -> l.code())
                                        .collect(Collectors.joining(", ")), null)))
                .put("related-risks", List.of(part().put("risk-uuid", riskId(action))))
                .put("remarks", result == null
                        ? null
                        : named("Outcome", result.outcome()) + "\n\n" + named("Impact", result.impact()));
    }

    private String riskId(WholeReturn.ActionLine action) {
        return id("risk", of, action.ref());
    }

    private Part risk(WholeReturn.ActionLine action) {
        var due = action.timescale().schedule().due();
        return part().put("uuid", riskId(action)).put("title", title(action.words()))
                .put("description", description(action.words()))
                .put("statement", "That this is not done, or not in time.")
                .put("status", status(action.state()))
                .put("characterizations",
                        Stream.of(colour("lead", action.judgement().orElse(null)),
                                colour("computed", action.computed()))
                                .filter(java.util.Objects::nonNull).toList())
                .put("deadline", due == null ? null : Oscal.until(due))
                .put("remediations", List.of(part().put("uuid", id("response", of, action.ref()))
                        .put("lifecycle", lifecycle(action.state())).put("title", title(action.words()))
                        .put("description", description(action.words())).put("tasks", tasks(action))));
    }

    private @Nullable Part colour(String whose, WholeReturn.@Nullable ColourLine colour) {
        if (colour == null)
            return null;
        return part().put("origin", part().put("actors", List.of(part().put("type", "party")
                .put("actor-uuid", Oscal.partyId(body)))))
                .put("facets", List.of(part().put("name", whose).put("system", COLOURS)
                        .put("value", colour.letter().inFull())
                        .put("props", list(ours("on", colour.on().toString(), null)))
                        .put("remarks", prose(colour.why()))));
    }

    private List<Part> tasks(WholeReturn.ActionLine action) {
        var tasks = new ArrayList<Part>();
        tasks.add(part().put("uuid", id("task", of, action.ref())).put("type", "action")
                .put("title", title(action.words()))
                .put("props", list(ours("timescale", action.words().timescale(), null)))
                .put("timing", timing(action.timescale().schedule()))
                .put("responsible-roles", action.posts().stream().map(Oscal::plain).filter(p -> !p.isEmpty()).distinct()
                        .map(p -> part().put("role-id", role(p))).toList()));
        for (int n = 0; n < action.milestones().size(); n++) {
            var milestone = action.milestones().get(n);
            tasks.add(part().put("uuid", id("milestone", of, action.ref(), n)).put("type", "milestone")
                    .put("title", line(milestone.what()))
                    .put("props",
                            milestone.metOn() == null ? null : list(ours("met-on", milestone.metOn().toString(), null)))
                    .put("timing", part().put("on-date", part().put("date", Oscal.from(milestone.due())))));
        }
        return tasks;
    }

    /** When, as far as OSCAL can say it; the plan's own words stand beside it. */
    private static @Nullable Part timing(Schedule schedule) {
        return switch (schedule) {
            case Schedule.OnDate on -> part().put("on-date", part().put("date", Oscal.from(on.due())));
            case Schedule.Between range -> {
                var from = range.from();
                var to = range.to();
                yield from == null || to == null
                        ? null
                        : part().put("within-date-range",
                                part().put("start", Oscal.from(from)).put("end", Oscal.until(to)));
            }
            case Schedule.Every every -> frequency(every.interval());
            case Schedule.Ongoing ongoing -> {
                var review = ongoing.review();
                yield review == null ? null : frequency(review);
            }
            case Schedule.WhenNeeded needed -> null;
            case Schedule.Unread unread -> null;
        };
    }

    private static Part frequency(Schedule.Interval interval) {
        // OSCAL has no weeks.
        var unit = switch (interval.unit()) {
            case DAY, WEEK -> "days";
            case MONTH -> "months";
            case YEAR -> "years";
        };
        int many = interval.unit() == Schedule.Unit.WEEK ? interval.many() * 7 : interval.many();
        return part().put("at-frequency", part().put("period", many).put("unit", unit));
    }

    private static String status(ActionState state) {
        return switch (state) {
            case PROPOSED, AGREED, ON_HOLD -> "open";
            case IN_PROGRESS, CLAIMED_COMPLETE, VERIFIED -> "remediating";
            case CLOSED, CANCELLED, CARRIED_FORWARD -> "closed";
        };
    }

    private static String lifecycle(ActionState state) {
        return switch (state) {
            case PROPOSED -> "recommendation";
            case AGREED, IN_PROGRESS, ON_HOLD, CANCELLED, CARRIED_FORWARD -> "planned";
            case CLAIMED_COMPLETE, VERIFIED, CLOSED -> "completed";
        };
    }
}
