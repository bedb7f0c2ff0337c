package heed.assurance.plan;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Reference;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.LondonTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What is done to one action. Every change names the version it was made from. */
@Service
public class ActionWork {
    private final JdbcClient db;
    private final ActionRows rows;
    private final PostRows posts;
    private final Plans plans;
    private final PlanMailing mailing;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    ActionWork(JdbcClient db, ActionRows rows, PostRows posts, Plans plans, PlanMailing mailing,
            Transactions transactions, Trail trail, Clock clock) {
        this.db = db;
        this.rows = rows;
        this.posts = posts;
        this.plans = plans;
        this.mailing = mailing;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    private LocalDate today() {
        return clock.instant().atZone(LondonTime.ZONE).toLocalDate();
    }

    /**
     * Proposes an action in a plan: the timescale is read for the plan's year.
     *
     * @param leads the posts that lead it
     * @return its reference
     * @throws heed.platform.Refused as not found without {@link Permission#KEEP_PLANS}, or where there is no such plan or post
     */
    public String propose(Actor by, UUID plan, PlanAction.Origin origin, ActionWords words, List<UUID> leads) {
        by.must(Permission.KEEP_PLANS);
        return transactions.inScope(by.scope(), () -> {
            var year = plans.get(by, plan).year();
            if (words.action().isBlank() && words.objective().isBlank() || !words.fits())
                throw Refusal.NOT_ALLOWED_NOW.because("an action says what is to be done, and not at any length");
            var action = new PlanAction(UUID.randomUUID(),
                    Reference.unused(() -> Reference.random('P'), rows::taken), plan, rows.nextPlace(plan), origin,
                    words, Timescales.read(words.timescale(), year).schedule(), known(by, leads), Standing.PROPOSED,
                    1);
            rows.add(by, action, clock.instant());
            rows.enter(by, action.id(), ActionEntry.Kind.MOVE, ActionMove.PROPOSE, null, "", clock.instant());
            trail.add(by, Trace.of("action.propose", action.id()).fields("words", "leads", "timescale"));
            return action.ref();
        });
    }

    /** Keeps an action as a paper has it: agreed, or complete as printed, where it stands up; else proposed. */
    void take(Actor by, PlanAction action) {
        rows.add(by, action, clock.instant());
        rows.enter(by, action.id(), ActionEntry.Kind.MOVE, ActionMove.PROPOSE, null, "", clock.instant());
        trail.add(by, Trace.of("action.take", action.id()).fields("words", "leads", "timescale"));
    }

    private List<UUID> known(Actor by, List<UUID> leads) {
        var book = posts.book(by);
        if (leads.stream().anyMatch(id -> book.post(id).isEmpty()))
            throw Refusal.NOT_FOUND.because("no such post");
        return leads.stream().distinct().toList();
    }

    private PlanAction at(Actor by, String ref, int seen) {
        var action = rows.get(by, PlanSight.of(by, today()), ref);
        if (action.version() != seen)
            throw Refusal.MOVED_ON.because("the action was changed since");
        return action;
    }

    /**
     * Says it otherwise: words, timescale and leads. What stood there before stays in the history, so that a day that was
     * put off can still be seen.
     *
     * @throws heed.platform.Refused as moved on where somebody else changed it since; as not allowed now as
     *                               {@link PlanAction#said} says
     */
    public void change(Actor by, String ref, int seen, ActionWords words, List<UUID> leads) {
        by.must(Permission.KEEP_PLANS);
        transactions.inScope(by.scope(), () -> {
            var action = at(by, ref, seen);
            var year = plans.get(by, action.plan()).year();
            // Words that nobody touched keep the schedule that was read of them then.
            var schedule = words.timescale().equals(action.words().timescale())
                    ? action.schedule()
                    : Timescales.read(words.timescale(), year).schedule();
            if (!words.fits())
                throw Refusal.NOT_ALLOWED_NOW.because("a part is too long");
            var now = action.said(words, schedule, known(by, leads));
            var before = posts.book(by).changed(action, now, today());
            if (before.isEmpty())
                return;
            rows.save(by, now);
            rows.enter(by, action.id(), ActionEntry.Kind.CHANGE, null, null,
                    String.join("\n", before.stream().map(Changed::was).toList()), clock.instant());
            trail.add(by, Trace.of("action.change", action.id()).fields("words", "leads", "timescale"));
        });
    }

    /** Moves it. @throws heed.platform.Refused as {@link PlanAction#move} says; as moved on where it was changed since */
    public void move(Actor by, String ref, int seen, ActionMove move, PlanAction.Said said) {
        transactions.inScope(by.scope(), () -> {
            var action = at(by, ref, seen);
            var moved = action.move(move, said, by, PlanSight.of(by, today()).leads(db, action.id()), today());
            rows.save(by, moved);
            rows.enter(by, action.id(), ActionEntry.Kind.MOVE, move, null, said.words(), clock.instant());
            trail.add(by, Trace.of("action.move", action.id()).because(move.name()));
            mailing.tell(by, moved, move, today());
        });
    }

    /** Writes how it goes. A lead does, or whoever keeps plans. */
    public void progress(Actor by, String ref, String words) {
        transactions.inScope(by.scope(), () -> {
            var action = working(by, ref);
            if (words.isBlank() || words.length() > ActionWords.LONGEST)
                throw Refusal.NOT_ALLOWED_NOW.because("nothing was written, or too much");
            rows.enter(by, action.id(), ActionEntry.Kind.PROGRESS, null, null, words, clock.instant());
            trail.add(by, Trace.of("action.progress", action.id()));
        });
    }

    /** Writes how it goes and says the lead's colour, both or neither. */
    void tell(Actor by, String ref, String words, PlanColour colour, String reason) {
        transactions.inScope(by.scope(), () -> {
            progress(by, ref, words);
            judge(by, ref, colour, reason);
        });
    }

    /** Says what colour its lead gives it, and why (invariant 14). A lead does, or whoever keeps plans for them. */
    public void judge(Actor by, String ref, PlanColour colour, String reason) {
        transactions.inScope(by.scope(), () -> {
            var action = working(by, ref);
            if (reason.isBlank() || reason.length() > ActionWords.LONGEST)
                throw Refusal.NOT_ALLOWED_NOW.because("a judgement has a reason");
            rows.enter(by, action.id(), ActionEntry.Kind.JUDGEMENT, null, colour, reason, clock.instant());
            trail.add(by, Trace.of("action.judge", action.id()).because(colour.name()));
        });
    }

    /** Adds something to be reached on the way. */
    public void milestone(Actor by, String ref, String what, LocalDate due) {
        transactions.inScope(by.scope(), () -> {
            var action = working(by, ref);
            if (what.isBlank() || what.length() > 500)
                throw Refusal.NOT_ALLOWED_NOW.because("nothing was written, or too much");
            rows.milestone(by, action.id(), what, due, clock.instant());
            rows.enter(by, action.id(), ActionEntry.Kind.MILESTONE, null, null, "Added: " + what.strip(),
                    clock.instant());
            trail.add(by, Trace.of("action.milestone", action.id()).fields("what", "due"));
        });
    }

    /** Says that a milestone is met. @throws heed.platform.Refused as not allowed now where it was already */
    public void met(Actor by, String ref, UUID milestone) {
        transactions.inScope(by.scope(), () -> {
            var action = working(by, ref);
            var what = rows.milestones(by, List.of(action.id())).getOrDefault(action.id(), List.of()).stream()
                    .filter(m -> m.id().equals(milestone)).findFirst()
                    .orElseThrow(() -> Refusal.NOT_FOUND.because("no such milestone"));
            if (!rows.met(action.id(), milestone, today()))
                throw Refusal.NOT_ALLOWED_NOW.because("it was met already");
            rows.enter(by, action.id(), ActionEntry.Kind.MILESTONE, null, null, "Met: " + what.what(),
                    clock.instant());
            trail.add(by, Trace.of("action.milestone-met", action.id()).fields("met"));
        });
    }

    /** One that is not over, for those who work on it: everyone else who may read it may not write. */
    private PlanAction working(Actor by, String ref) {
        var sight = PlanSight.of(by, today());
        var action = rows.get(by, sight, ref);
        if (!by.may(Permission.KEEP_PLANS) && !sight.leads(db, action.id()))
            throw Refusal.NOT_FOUND.because("neither leads it nor keeps plans");
        if (!action.state().open())
            throw Refusal.NOT_ALLOWED_NOW.because("it is over");
        return action;
    }
}
