package heed.assurance.plan;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Reference;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.seal.Seals;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.LondonTime;
import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Action plans, year by year, and what is in them. */
@Service
public class Plans {
    private static final String TITLE = "assurance.plan.title";

    private final JdbcClient db;
    private final ActionRows actions;
    private final PostRows posts;
    private final Seals seals;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Plans(JdbcClient db, ActionRows actions, PostRows posts, Seals seals, Transactions transactions, Trail trail,
            Clock clock) {
        this.db = db;
        this.actions = actions;
        this.posts = posts;
        this.seals = seals;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A plan with its actions.
     *
     * @param plan  null for actions of several plans
     * @param posts to word their leads
     * @param day   as at which everything is said
     */
    public record Sheet(@Nullable ActionPlan plan, List<ShownAction> actions, PostBook posts, LocalDate day) {
        /** Copies the actions. */
        public Sheet {
            actions = List.copyOf(actions);
        }
    }

    private LocalDate today() {
        return clock.instant().atZone(LondonTime.ZONE).toLocalDate();
    }

    /** Every plan, the latest year first; none for those who may not read them. */
    public List<ActionPlan> all(Actor by) {
        if (!PlanSight.seesAll(by))
            return List.of();
        return transactions.inScope(by.scope(), () -> {
            var found = read(by);
            trail.add(by, Trace.list("plan.list", found.stream().map(ActionPlan::id).toList()).fields("title"));
            return found;
        });
    }

    private List<ActionPlan> read(Actor by) {
        record Row(UUID id, UUID council, @Nullable PlanYear year, byte[] title, @Nullable UUID follows, int version) {
        }
        var rows = db.sql("""
                select id, council_id, from_day, to_day, title, follows_id, version from assurance.plan
                 order by from_day desc nulls last, made_at desc, id""")
                .query((row, n) -> new Row(row.getObject("id", UUID.class),
                        row.getObject("council_id", UUID.class),
                        year(PostRows.day(row.getDate("from_day")), PostRows.day(row.getDate("to_day"))),
                        row.getBytes("title"), row.getObject("follows_id", UUID.class), row.getInt("version")))
                .list();
        var keys = seals.keys(by.scope(), rows.stream().map(Row::id).toList());
        var plans = new ArrayList<ActionPlan>();
        for (var row : rows)
            Optional.ofNullable(keys.get(row.id())).ifPresent(key -> plans.add(new ActionPlan(row.id(), row.council(),
                    row.year(), key.open(row.title(), TITLE, row.id()), row.follows(), row.version())));
        return plans;
    }

    private static @Nullable PlanYear year(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null ? null : new PlanYear(from, to);
    }

    private ActionPlan there(Actor by, UUID id) {
        if (!PlanSight.seesAll(by))
            throw Refusal.NOT_FOUND.because("reads no plans");
        return read(by).stream().filter(p -> p.id().equals(id)).findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such plan"));
    }

    /**
     * Opens a plan.
     *
     * @param follows the plan before it; null for none
     * @throws heed.platform.Refused as not found without {@link Permission#KEEP_PLANS} or where it follows none of the
     *                               council's
     */
    public UUID open(Actor by, PlanYear year, String title, @Nullable UUID follows) {
        by.must(Permission.KEEP_PLANS);
        return transactions.inScope(by.scope(), () -> {
            if (follows != null)
                there(by, follows);
            if (title.isBlank() || title.strip().length() > 200)
                throw Refusal.NOT_ALLOWED_NOW.because("a title is from 1 to 200 characters");
            return add(by, by.council(), year, title.strip(), follows, null);
        });
    }

    /** Keeps a plan, in the caller's transaction. {@code paper} is the one it was brought in with. */
    UUID add(Actor by, UUID council, @Nullable PlanYear year, String title, @Nullable UUID follows,
            @Nullable UUID paper) {
        var id = UUID.randomUUID();
        db.sql("""
                insert into assurance.plan (scope_id, id, council_id, from_day, to_day, title, follows_id, paper_id, version,
                    made_by, made_at)
                values (:scope, :id, :council, :from, :to, :title, :follows, :paper, 1, :by, :at)""")
                .param("scope", by.scope()).param("id", id).param("council", council)
                .param("from", year == null ? null : Date.valueOf(year.from()), Types.DATE)
                .param("to", year == null ? null : Date.valueOf(year.to()), Types.DATE)
                .param("title", seals.newKey(by.scope(), id).seal(title, TITLE, id)).param("follows", follows)
                .param("paper", paper).param("by", by.staff()).param("at", Timestamp.from(clock.instant())).update();
        trail.add(by, Trace.of("plan.open", id).fields("title", "year"));
        return id;
    }

    /**
     * Says what a plan is called and which year it is for. Timescales of what is only proposed are read anew for that year.
     *
     * @throws heed.platform.Refused as moved on where somebody else changed it since
     */
    public void change(Actor by, UUID plan, int seen, PlanYear year, String title) {
        by.must(Permission.KEEP_PLANS);
        transactions.inScope(by.scope(), () -> {
            there(by, plan);
            if (title.isBlank() || title.strip().length() > 200)
                throw Refusal.NOT_ALLOWED_NOW.because("a title is from 1 to 200 characters");
            if (db.sql("""
                    update assurance.plan set from_day = :from, to_day = :to, title = :title, version = version + 1
                     where id = :id and version = :seen""")
                    .param("from", Date.valueOf(year.from())).param("to", Date.valueOf(year.to()))
                    .param("title", seals.key(by.scope(), plan).seal(title.strip(), TITLE, plan)).param("id", plan)
                    .param("seen", seen).update() == 0)
                throw Refusal.MOVED_ON.because("the plan was changed since");
            for (var action : actions.ofPlan(by, PlanSight.of(by, today()), plan))
                if (action.state() == ActionState.PROPOSED)
                    actions.save(by, action.said(action.words(),
                            Timescales.read(action.words().timescale(), year).schedule(), action.leads()));
            trail.add(by, Trace.of("plan.change", plan).fields("title", "year"));
        });
    }

    /** One plan without its actions. @throws heed.platform.Refused as not found where they may not read it */
    public ActionPlan get(Actor by, UUID plan) {
        return transactions.inScope(by.scope(), () -> {
            var found = there(by, plan);
            trail.add(by, Trace.of("plan.view", plan).fields("title"));
            return found;
        });
    }

    /** A plan with all its actions. @throws heed.platform.Refused as not found where they may not read it */
    public Sheet show(Actor by, UUID plan) {
        return taken(by, plan, null);
    }

    /** As {@link #show}, to be taken away in a file of this kind. */
    public Sheet take(Actor by, UUID plan, String kind) {
        return taken(by, plan, kind);
    }

    private Sheet taken(Actor by, UUID plan, @Nullable String kind) {
        return transactions.inScope(by.scope(), () -> {
            var found = there(by, plan);
            var sheet = sheet(by, found, actions.ofPlan(by, PlanSight.of(by, today()), plan));
            var trace = Trace
                    .list(kind == null ? "plan.view" : "plan.export", plan,
                            sheet.actions().stream().map(a -> a.action().id()).toList())
                    .fields("words", "entries", "milestones");
            trail.add(by, kind == null ? trace : trace.because(kind));
            return sheet;
        });
    }

    /** Those with a last day first, the soonest before the later; else as they were. */
    private static List<PlanAction> soonest(List<PlanAction> found) {
        return found.stream().sorted(Comparator.comparing(a -> a.schedule().due(),
                Comparator.nullsLast(Comparator.naturalOrder()))).toList();
    }

    /** What somebody leads today, of every plan, the soonest due first; for anyone. */
    public Sheet mine(Actor by) {
        return transactions.inScope(by.scope(), () -> {
            var sheet = sheet(by, null, soonest(actions.led(by, PlanSight.of(by, today()))));
            trail.add(by, Trace.list("plan.mine", sheet.actions().stream().map(a -> a.action().id()).toList()));
            return sheet;
        });
    }

    /** Whether somebody leads anything today. In the caller's transaction; ids only, so not in the audit log. */
    boolean leads(Actor by) {
        return db.sql("""
                select exists (select from assurance.action_lead l
                  join assurance.post_holder h on h.scope_id = l.scope_id and h.post_id = l.post_id
                 where h.staff_id = :me and h.from_day <= :today and (h.until_day is null or h.until_day >= :today))""")
                .param("me", by.staff()).param("today", Date.valueOf(today())).query(Boolean.class).single();
    }

    /** Everything still to be done that they may read, of every plan, the soonest due first. */
    public Sheet open(Actor by) {
        return transactions.inScope(by.scope(), () -> {
            var sheet = sheet(by, null, soonest(actions.open(by, PlanSight.of(by, today()))));
            trail.add(by, Trace.list("plan.open-actions", sheet.actions().stream().map(a -> a.action().id()).toList()));
            return sheet;
        });
    }

    /** One action with all that belongs to it. @throws heed.platform.Refused as not found where they may not read it */
    public Sheet action(Actor by, String ref) {
        return transactions.inScope(by.scope(), () -> {
            var sheet = sheet(by, null, List.of(actions.get(by, PlanSight.of(by, today()), ref)));
            trail.add(by, Trace.of("action.view", sheet.actions().getFirst().action().id())
                    .fields("words", "entries", "milestones"));
            return sheet;
        });
    }

    /** Actions by id, those they may not read left out: where one came from and where it went. */
    public List<PlanAction> related(Actor by, Set<UUID> ids) {
        return transactions.inScope(by.scope(), () -> {
            var found = actions.byIds(by, PlanSight.of(by, today()), ids);
            trail.add(by, Trace.list("action.list", found.stream().map(PlanAction::id).toList()));
            return found;
        });
    }

    /** In the caller's transaction, which writes the audit log. */
    Sheet sheet(Actor by, @Nullable ActionPlan plan, List<PlanAction> found) {
        var day = today();
        if (found.isEmpty())
            return new Sheet(plan, List.of(), new PostBook(List.of()), day);
        var ids = found.stream().map(PlanAction::id).toList();
        var book = posts.book(by);
        var entries = actions.entries(by, ids);
        var milestones = actions.milestones(by, ids);
        var mine = book.posts().stream()
                .filter(p -> p.holdersOn(day).stream().anyMatch(h -> h.staff() != null && by.is(h.staff())))
                .map(Post::id).collect(Collectors.toSet());
        return new Sheet(plan, found.stream()
                .map(a -> ShownAction.on(day, LondonTime.ZONE, a, entries.getOrDefault(a.id(), List.of()),
                        milestones.getOrDefault(a.id(), List.of()), book.led(a.leads(), day),
                        a.leads().stream().anyMatch(mine::contains)))
                .toList(), book, day);
    }

    /** As {@link #carry(Actor, UUID, UUID, Predicate)}, everything that is still to be done. */
    public int carry(Actor by, UUID from, UUID to) {
        return carry(by, from, to, ref -> true);
    }

    /**
     * Carries what is still to be done into a later plan. Each becomes an action proposed there, its timescale read anew for
     * that year, with the milestones that were not met, and both say where the other is.
     *
     * @param chosen which of them, by reference
     * @return how many
     * @throws heed.platform.Refused as not allowed now where the other plan is not of a later year
     */
    public int carry(Actor by, UUID from, UUID to, Predicate<String> chosen) {
        by.must(Permission.KEEP_PLANS);
        return transactions.inScope(by.scope(), () -> {
            var earlier = there(by, from);
            var later = there(by, to);
            if (!earlier.before(later))
                throw Refusal.NOT_ALLOWED_NOW.because("the other plan is not of a later year");
            var carried = new ArrayList<UUID>();
            var left = actions.ofPlan(by, PlanSight.of(by, today()), from).stream()
                    .filter(a -> ActionMove.CARRY.mayStartFrom(a.state()) && chosen.test(a.ref())).toList();
            var milestones = actions.milestones(by, left.stream().map(PlanAction::id).toList());
            for (var old : left) {
                var fresh = UUID.randomUUID();
                actions.add(by, new PlanAction(fresh, Reference.unused(() -> Reference.random('P'), actions::taken), to,
                        actions.nextPlace(to),
                        new PlanAction.Origin(old.origin().source(), old.origin().id(), old.origin().code(), old.id()),
                        old.words(), Timescales.read(old.words().timescale(), later.year()).schedule(), old.leads(),
                        Standing.PROPOSED, 1), clock.instant());
                actions.enter(by, fresh, ActionEntry.Kind.MOVE, ActionMove.PROPOSE, null, "", clock.instant());
                for (var ahead : milestones.getOrDefault(old.id(), List.of()))
                    if (ahead.metOn() == null)
                        actions.milestone(by, fresh, ahead.what(), ahead.due(), clock.instant());
                actions.save(by, old.move(ActionMove.CARRY, new PlanAction.Said("", null, null, fresh), by, false,
                        today()));
                actions.enter(by, old.id(), ActionEntry.Kind.MOVE, ActionMove.CARRY, null, "", clock.instant());
                carried.add(old.id());
                carried.add(fresh);
            }
            trail.add(by, Trace.list("plan.carry", to, carried));
            return carried.size() / 2;
        });
    }
}
