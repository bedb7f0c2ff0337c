package heed.assurance.exercise;

import heed.access.Permission;
import heed.access.Role;
import heed.access.grant.Grants;
import heed.assurance.cycle.Invited;
import heed.assurance.evidence.Window;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.notify.Outbox;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Opens returns, from last year's or empty, and moves them. */
@Component
public class ReturnDesk {
    private final Returns returns;
    private final Statements statements;
    private final Ratings ratings;
    private final ReturnFacts facts;
    private final ReturnEditions editions;
    private final ReturnInvitations invitations;
    private final FactWriting counting;
    private final Grants grants;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    ReturnDesk(Returns returns, Statements statements, Ratings ratings, ReturnFacts facts, ReturnEditions editions,
            ReturnInvitations invitations, FactWriting counting, Grants grants, Outbox outbox,
            Transactions transactions, Trail trail, Clock clock) {
        this.returns = returns;
        this.statements = statements;
        this.ratings = ratings;
        this.facts = facts;
        this.editions = editions;
        this.invitations = invitations;
        this.counting = counting;
        this.grants = grants;
        this.outbox = outbox;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What a return can be opened for.
     *
     * @param invitations those that have none yet
     * @param editions    published editions, for a return that no board asked for
     * @param earlier     returns to begin from, latest first
     */
    record Offer(List<Invited> invitations, List<ReturnEditions.Published> editions,
            List<ReturnReading.Listed> earlier) {
    }

    Offer offer(Actor by) {
        by.must(Permission.KEEP_RETURN);
        return transactions.inScope(by.scope(), () -> {
            var all = returns.all(by);
            var open = invitations.open(by).stream()
                    .filter(i -> all.stream().noneMatch(r -> i.id().equals(r.participation()))).toList();
            var titles = editions.titles(by, all.stream().map(Return::edition).distinct().toList());
            var earlier = all.stream().filter(r -> all.stream().noneMatch(a -> r.id().equals(a.amends())))
                    .map(r -> new ReturnReading.Listed(r, titles.getOrDefault(r.edition(), ""), false)).toList();
            trail.add(by, Trace.list("return.offer", earlier.stream().map(l -> l.made().id()).toList()));
            return new Offer(open, editions.published(by), earlier);
        });
    }

    /** The invitation that a return answers, for who keeps it; empty where there is none. */
    Optional<Invited> asked(Actor by, Return made) {
        var participation = made.participation();
        return participation == null || !by.may(Permission.KEEP_RETURN)
                ? Optional.empty()
                : Optional.ofNullable(invitations.known(by).get(participation));
    }

    /**
     * Opens the return that an invitation asks for.
     *
     * @param from the return to begin from; null to begin empty
     * @throws heed.platform.Refused as moved on where there is one already
     */
    public UUID answer(Actor by, UUID invitation, @Nullable UUID from) {
        return answer(by, invitation, made -> from);
    }

    /** The same, begun from the latest return that its framework follows from; empty where there is none. */
    UUID answerFromLast(Actor by, UUID invitation) {
        return answer(by, invitation, made -> last(by, made));
    }

    private UUID answer(Actor by, UUID invitation, Function<Return, @Nullable UUID> from) {
        by.must(Permission.KEEP_RETURN);
        return transactions.inScope(by.scope(), () -> {
            var asked = invitations.take(by, invitation);
            var opened = Return.opened(ReturnMove.OPEN, by, clock.instant(), asked.id(), asked.edition(),
                    asked.council(), asked.profile(), ReturnInvitations.window(asked));
            return open(by, opened, from.apply(opened.made()));
        });
    }

    /** Opens a return that no board asked for. @param from as for {@link #answer} */
    UUID open(Actor by, UUID edition, String profile, Window window, @Nullable UUID from) {
        return open(by, edition, profile, window, made -> from);
    }

    /** The same, begun as {@link #answerFromLast}. */
    UUID openFromLast(Actor by, UUID edition, String profile, Window window) {
        return open(by, edition, profile, window, made -> last(by, made));
    }

    private UUID open(Actor by, UUID edition, String profile, Window window,
            Function<Return, @Nullable UUID> from) {
        by.must(Permission.KEEP_RETURN);
        return transactions.inScope(by.scope(), () -> {
            var opened = Return.opened(ReturnMove.OPEN, by, clock.instant(), null,
                    editions.of(by, edition, profile).id(), by.council(), profile, window);
            return open(by, opened, from.apply(opened.made()));
        });
    }

    /** The latest return of the same body that has an answer to one of these questions, as the lineage says. */
    private @Nullable UUID last(Actor by, Return made) {
        var all = returns.all(by);
        var asked = editions.of(by, made.edition(), made.profile()).questions();
        return all.stream().filter(r -> r.council().equals(made.council()))
                .filter(r -> all.stream().noneMatch(a -> r.id().equals(a.amends())))
                .filter(r -> asked.stream().anyMatch(q -> !editions.same(by, made.edition(), q, r.edition()).isEmpty()))
                .map(Return::id).findFirst().orElse(null);
    }

    private UUID open(Actor by, Return.Moved opened, @Nullable UUID from) {
        var made = opened.made();
        try {
            returns.open(by, opened);
        } catch (DuplicateKeyException first) {
            throw Refusal.MOVED_ON.because("somebody opened it already");
        }
        var asked = editions.of(by, made.edition(), made.profile()).questions();
        var items = new ArrayList<Item>();
        var before = from == null ? null : returns.get(by, from);
        var earlier = before == null ? List.<Item>of() : returns.items(by, before.id());
        for (var question : asked) {
            var item = Item.empty(question.code(), items.size(), by.staff(), opened.at());
            if (before != null)
                for (var code : editions.same(by, made.edition(), question, before.edition())) {
                    var text = earlier.stream().filter(i -> i.code().equals(code) && i.answered()).findFirst();
                    if (text.isPresent()) {
                        item = new Item(item.id(), item.code(), item.sort(), text.get().answer(), Carried.CARRIED,
                                null, 0, by.staff(), opened.at());
                        break;
                    }
                }
            items.add(item);
        }
        returns.add(by, made.id(), items);
        trail.add(by, new Trace("return.open", made.id(), List.of(opened.move().name()),
                before == null ? List.of() : List.of(before.id()), null));
        invitations.tell(by, made, items);
        return made.id();
    }

    /**
     * Opens a new version of a return that is fixed, with all that it says; the old one stays as it was. (Invariant 1)
     *
     * @throws heed.platform.Refused as not allowed now while it is not fixed or without a reason; as moved on where there is
     *                               a newer version
     */
    UUID amend(Actor by, UUID id, String why) {
        by.must(Permission.KEEP_RETURN);
        return transactions.inScope(by.scope(), () -> {
            var old = returns.hold(by, id);
            var amended = old.amended(by, clock.instant(), why);
            var made = amended.made().id();
            try {
                returns.open(by, amended);
            } catch (DuplicateKeyException first) {
                throw Refusal.MOVED_ON.because("corrected already");
            }
            copy(by, id, made, amended.at());
            trail.add(by, new Trace("return.amend", made, List.of(), List.of(id), null));
            invitations.tell(by, amended.made(), returns.items(by, made));
            return made;
        });
    }

    private void copy(Actor by, UUID from, UUID to, Instant at) {
        returns.add(by, to, returns.items(by, from).stream().map(i -> new Item(UUID.randomUUID(), i.code(), i.sort(),
                i.answer(), i.carried(), i.noAction(), 0, i.changedBy(), i.changedAt())).toList());
        for (var s : statements.of(by, from, null))
            if (s.state().live() || s.state() == EvidenceState.OUT_OF_WINDOW)
                statements.add(by, to, new Statement(UUID.randomUUID(), s.item(), s.sort(), s.words(), s.about(),
                        s.typed(), s.state(), null, 0, s.writtenBy(), s.writtenAt()));
        // What peers and panels said they said of the version before. The organisation's own rating goes with its answer, and
        // a review from outside looked at the organisation and not at what it wrote.
        for (var r : RatingRules.now(ratings.of(by, from, null)))
            if (r.voice() == Voice.SELF || r.voice() == Voice.INDEPENDENT)
                ratings.add(by, to, new Rating(UUID.randomUUID(), r.item(), r.voice(), r.audience(), r.scale(),
                        r.scaleVersion(), r.verdict(), r.organisation(), r.by(), at, r.ground(), r.override(),
                        r.transcribed()));
        for (var f : facts.of(by, from))
            facts.add(by, to, new Fact(UUID.randomUUID(), f.items(), f.measure(), f.title(), f.value(), f.unit(),
                    f.from(), f.until(), f.origin(), f.source(), f.says(), f.parts(), f.split(), f.asAt(),
                    f.enteredAt()));
    }

    /** Sends it for internal review, so that it is read before it is signed off. */
    public void askForReview(Actor by, UUID id, int seen) {
        by.must(Permission.KEEP_RETURN);
        transactions.inScope(by.scope(), () -> {
            // What is signed is counted as late as it can be; from then on it stands.
            counting.recount(by, returns.hold(by, id));
            move(by, id, seen, ReturnMove.ASK_FOR_REVIEW, null);
            for (var signs : grants.holders(by, Role.ACCOUNTABLE_OFFICER))
                if (!by.is(signs))
                    outbox.add(by, signs, ReturnMail.RETURN_TO_SIGN_OFF, null, false);
        });
    }

    /** Opens it for writing again. */
    void goOnWriting(Actor by, UUID id, int seen, String why) {
        if (!by.may(Permission.SIGN_OFF_RETURN))
            by.must(Permission.KEEP_RETURN);
        move(by, id, seen, ReturnMove.GO_ON_WRITING, why);
    }

    private void move(Actor by, UUID id, int seen, ReturnMove move, @Nullable String note) {
        transactions.inScope(by.scope(), () -> {
            var held = returns.hold(by, id);
            if (held.version() != seen)
                throw Refusal.MOVED_ON.because("moved by another");
            var moved = held.move(move, by, clock.instant(), note, true);
            returns.save(by, moved);
            trail.add(by, Trace.of("return.move", id).because(move.name()));
            invitations.tell(by, moved.made(), returns.items(by, id));
        });
    }
}
