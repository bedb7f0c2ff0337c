package heed.assurance.plan;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Reference;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.LondonTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives the actions that answer a return, and keeps those that come whole from elsewhere. For who keeps plans. */
@Component
public class PlanKeeping {
    private final Plans plans;
    private final ActionRows rows;
    private final PostRows posts;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    PlanKeeping(Plans plans, ActionRows rows, PostRows posts, Transactions transactions, Trail trail, Clock clock) {
        this.plans = plans;
        this.rows = rows;
        this.posts = posts;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The actions that answer a return, of every plan.
     *
     * @param act what they are read for, as the audit log names it
     */
    public List<KeptAction> ofReturn(Actor by, UUID ret, String act) {
        by.must(Permission.KEEP_PLANS);
        return transactions.inScope(by.scope(), () -> {
            var today = LocalDate.ofInstant(clock.instant(), LondonTime.ZONE);
            var sheet = plans.sheet(by, null, rows.ofSources(by, PlanSight.of(by, today), List.of(ret)));
            trail.add(by, Trace.list(act, ret, sheet.actions().stream().map(a -> a.action().id()).toList())
                    .fields("words", "entries", "milestones"));
            return sheet.actions().stream().map(a -> kept(a, sheet)).toList();
        });
    }

    private static KeptAction kept(ShownAction shown, Plans.Sheet sheet) {
        var a = shown.action();
        var s = a.standing();
        var computed = shown.computed();
        return new KeptAction(a.ref(), a.origin().source(), a.origin().code(), a.words(), a.schedule(),
                a.leads().stream().flatMap(id -> sheet.posts().post(id).stream()).map(Post::title).toList(), a.state(),
                s.agreedOn(), s.closedOn(), s.result(),
                shown.milestones().stream().map(m -> new KeptAction.Way(m.what(), m.due(), m.metOn())).toList(),
                shown.judgement().map(PlanKeeping::judged).orElse(null),
                computed == null
                        ? null
                        : new KeptAction.Colour(computed.colour(), computed.why().words(), sheet.day()));
    }

    private static KeptAction.Colour judged(ActionEntry entry) {
        return new KeptAction.Colour(Objects.requireNonNull(entry.colour()),
                Objects.requireNonNullElse(entry.words(), ""), LocalDate.ofInstant(entry.at(), LondonTime.ZONE));
    }

    /**
     * Keeps the actions of a return that came whole, in a plan of their own. Posts that are not here are made, without a
     * holder: their actions are Red until somebody says who holds them. (Invariant 13) Who verified a closed action is nobody
     * here.
     *
     * @param title what that plan is called
     */
    public void keep(Actor by, UUID ret, String title, List<KeptAction> actions) {
        by.must(Permission.KEEP_PLANS);
        if (actions.isEmpty())
            return;
        transactions.inScope(by.scope(), () -> {
            var plan = plans.add(by, by.council(), null, title, null, null);
            var leads = leads(by, actions);
            var kept = new ArrayList<UUID>();
            for (int n = 0; n < actions.size(); n++)
                kept.add(keep(by, ret, plan, n + 1, actions.get(n), leads));
            trail.add(by, Trace.list("action.bring", ret, kept).fields("words", "leads", "timescale"));
        });
    }

    private Map<String, UUID> leads(Actor by, List<KeptAction> actions) {
        var book = posts.book(by).posts();
        var leads = new HashMap<String, UUID>();
        for (var action : actions)
            for (var title : action.posts())
                leads.computeIfAbsent(title,
                        t -> book.stream().filter(p -> p.title().equals(t)).map(Post::id).findFirst()
                                .orElseGet(() -> posts.add(by, t, clock.instant())));
        return leads;
    }

    private UUID keep(Actor by, UUID ret, UUID plan, int place, KeptAction kept, Map<String, UUID> leads) {
        var id = UUID.randomUUID();
        var now = clock.instant();
        rows.add(by, new PlanAction(id,
                rows.taken(kept.ref()) ? Reference.unused(() -> Reference.random('P'), rows::taken) : kept.ref(), plan,
                place, new PlanAction.Origin(kept.source(), ret, kept.item(), null), kept.words(), kept.schedule(),
                kept.posts().stream().map(t -> Objects.requireNonNull(leads.get(t))).distinct().toList(),
                standing(kept), 1), now);
        // In the order in which they happened: it was judged before it came here.
        var judged = kept.judged();
        if (judged != null)
            rows.enter(by, id, ActionEntry.Kind.JUDGEMENT, null, judged.letter(), judged.why(),
                    noon(judged.on()).isAfter(now) ? now : noon(judged.on()));
        rows.enter(by, id, ActionEntry.Kind.MOVE, ActionMove.PROPOSE, null, "", now);
        // Those of one day stay in the order in which they came.
        var ids = kept.milestones().stream().map(m -> UUID.randomUUID().toString()).sorted().map(UUID::fromString)
                .iterator();
        for (var way : kept.milestones()) {
            var milestone = ids.next();
            rows.milestone(by, id, milestone, way.what(), way.due(), now);
            var met = way.metOn();
            if (met != null)
                rows.met(id, milestone, met);
        }
        return id;
    }

    /** A day whose time of day nobody wrote down. */
    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(LondonTime.ZONE).toInstant();
    }

    private static Standing standing(KeptAction kept) {
        boolean verified = kept.state() == ActionState.CLOSED || kept.state() == ActionState.VERIFIED;
        return new Standing(kept.state(), kept.agreedOn(), null, null, null, verified ? Actor.NOBODY : null,
                verified ? kept.closedOn() : null, kept.closedOn(), kept.result(), null);
    }
}
