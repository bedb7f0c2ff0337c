package heed.assurance.plan;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Reference;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.LondonTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
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
            var named = plans.all(by).stream().collect(Collectors.toMap(ActionPlan::id,
                    p -> new KeptAction.InPlan(p.title(), p.year())));
            // By year and name, as the ids of plans mean nothing elsewhere.
            return sheet.actions().stream().sorted(Comparator
                    .comparing((ShownAction a) -> order(Objects.requireNonNull(named.get(a.action().plan()))))
                    .thenComparing(a -> a.action().place()))
                    .map(a -> kept(a, Objects.requireNonNull(named.get(a.action().plan())), sheet)).toList();
        });
    }

    private static String order(KeptAction.InPlan plan) {
        return (plan.year() == null ? "" : plan.year().from().toString()) + " " + plan.title();
    }

    private static KeptAction kept(ShownAction shown, KeptAction.InPlan plan, Plans.Sheet sheet) {
        var a = shown.action();
        var s = a.standing();
        var computed = shown.computed();
        return new KeptAction(a.ref(), plan, a.origin().source(), a.origin().code(), a.words(), a.schedule(),
                a.leads().stream().flatMap(id -> sheet.posts().post(id).stream()).map(Post::title).toList(), a.state(),
                s.agreedOn(), s.reviewOn(), s.claimedOn(), s.verifiedOn(), s.closedOn(), s.result(),
                shown.milestones().stream().map(m -> new KeptAction.Way(m.what(), m.due(), m.metOn())).toList(),
                shown.entries().reversed().stream().map(e -> new KeptAction.Said(e.kind(), e.move(), e.colour(),
                        e.words(), e.at())).toList(),
                computed == null
                        ? null
                        : new KeptAction.Colour(computed.colour(), computed.why().words(), sheet.day()));
    }

    /**
     * Keeps the actions of a return that came whole, in plans of their own. Posts that are not here are made, without a
     * holder: their actions are Red until somebody says who holds them. (Invariant 13) Who said something of an action, or
     * verified it, is nobody here.
     */
    public void keep(Actor by, UUID ret, List<KeptAction> actions) {
        by.must(Permission.KEEP_PLANS);
        if (actions.isEmpty())
            return;
        transactions.inScope(by.scope(), () -> {
            var opened = new HashMap<KeptAction.InPlan, UUID>();
            var leads = leads(by, actions);
            var kept = new ArrayList<UUID>();
            for (int n = 0; n < actions.size(); n++)
                kept.add(keep(by, ret, opened.computeIfAbsent(actions.get(n).plan(),
                        p -> plans.add(by, by.council(), p.year(), p.title(), null, null)), n + 1, actions.get(n),
                        leads));
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
        rows.brought(by, id, kept.entries());
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

    private static Standing standing(KeptAction kept) {
        boolean verified = kept.state() == ActionState.CLOSED || kept.state() == ActionState.VERIFIED;
        return new Standing(kept.state(), kept.agreedOn(), kept.reviewOn(),
                kept.claimedOn() == null ? null : Actor.NOBODY, kept.claimedOn(), verified ? Actor.NOBODY : null,
                kept.verifiedOn(), kept.closedOn(), kept.result(), null);
    }
}
