package heed.demo;

import heed.access.policy.Marking;
import heed.access.policy.Policy;
import heed.access.policy.Rule;
import heed.casework.CaseRef;
import heed.casework.ConcernRef;
import heed.casework.allegation.Receiving;
import heed.casework.concern.Concern;
import heed.casework.concern.Concerns;
import heed.casework.concern.Decision;
import heed.casework.concern.Status;
import heed.casework.mine.MyConcerns;
import heed.casework.raise.Raise;
import heed.casework.triage.Answering;
import heed.casework.triage.Desk;
import heed.demo.DatedConcern.State;
import heed.demo.DemoWorld.Member;
import heed.demo.DemoWorld.StaffRole;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.notify.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Lives one invented concern through: raised, taken up, decided and answered by the people it names, at its own moments
 * and through the same use cases as a real one, so that nothing in a demonstration is there that Heed would not allow.
 */
@Component
@Profile("demo")
class DemoCasework {
    private final Raise raise;
    private final Desk desk;
    private final Answering answering;
    private final DemoTriage triage;
    private final DemoRestriction restriction;
    private final DemoKnown known;
    private final Receiving receiving;
    private final MyConcerns mine;
    private final Concerns concerns;
    private final Outbox outbox;
    private final Transactions transactions;

    DemoCasework(Raise raise, Desk desk, Answering answering, DemoTriage triage, DemoRestriction restriction,
            DemoKnown known, Receiving receiving, MyConcerns mine, Concerns concerns, Outbox outbox,
            Transactions transactions) {
        this.raise = raise;
        this.desk = desk;
        this.answering = answering;
        this.triage = triage;
        this.restriction = restriction;
        this.known = known;
        this.receiving = receiving;
        this.mine = mine;
        this.concerns = concerns;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /**
     * What happens to a concern besides what was written for it.
     *
     * @param handedBack what an officer wrote who handed a waiting one back; null for most
     * @param added      what the reporter added later; null for most
     * @param noted      what the officer added; null for most
     * @param unread     whether the reply waits to be read
     */
    record Extras(@Nullable String handedBack, @Nullable String added, @Nullable String noted, boolean unread) {
    }

    /** Where a concern was kept, so that a later one can join its case. */
    record Kept(ConcernRef ref, Member officer) {
    }

    /**
     * Lives it through, in one transaction, or in the open one of its scope.
     *
     * @param joins the concern whose case it joins; null for most
     * @param until the present: whoever reads a reply later than that has not read it
     * @return where it was kept and whose it is; no one's where it waits
     * @throws IllegalStateException if it cannot be sent as written
     */
    Kept live(DemoWorld world, DemoRegister register, DatedConcern dated, Extras extras, @Nullable Kept joins,
            Instant until) {
        return transactions.inScope(register.scope(), () -> {
            var reporter = known(world, dated.reporter());
            var by = register.acting(reporter);
            var received = dated.receivedAt().truncatedTo(ChronoUnit.SECONDS);
            var ref = send(world, by, dated, received);
            var concern = concerns.own(by, ref);
            var officer = officer(world, register, dated, concern, reporter);
            if (officer == null)
                return new Kept(ref, reporter);
            if (dated.state() == State.WAITING)
                handBack(register, ref, dated, extras, officer, until);
            else
                work(world, register, dated, extras, joins, concern, officer, until);
            outbox.passOver(register.system(), until.minus(Duration.ofDays(1)));
            return new Kept(ref, officer);
        });
    }

    private ConcernRef send(DemoWorld world, Actor by, DatedConcern dated, Instant received) {
        var draft = DemoClock.at(received.minusSeconds(240), () -> raise.start(by, DemoTyping.typed(world, dated)));
        var sent = DemoClock.at(received, () -> raise.send(by, draft));
        var receipt = sent.receipt();
        if (receipt == null)
            throw new IllegalStateException(dated.telling().id() + " cannot be sent: " + sent.problems());
        return receipt.ref();
    }

    private void handBack(DemoRegister register, ConcernRef ref, DatedConcern dated, Extras extras, Member officer,
            Instant until) {
        var note = extras.handedBack();
        if (note == null)
            return;
        var by = register.acting(officer);
        var open = Duration.between(dated.receivedAt(), until);
        DemoClock.at(dated.receivedAt().plus(open.dividedBy(3)), () -> desk.takeUp(by, ref));
        DemoClock.at(dated.receivedAt().plus(open.dividedBy(2)), () -> desk.handBack(by, ref, note));
    }

    private void work(DemoWorld world, DemoRegister register, DatedConcern dated, Extras extras, @Nullable Kept joins,
            Concern concern,
            Member officer, Instant until) {
        var by = register.acting(officer);
        var ref = concern.ref();
        var takenUp = dated.takenUpAt();
        if (takenUp == null)
            throw new IllegalStateException(dated.telling().id() + " was worked on but never taken up");
        DemoClock.at(takenUp, () -> desk.takeUp(by, ref));
        triage.ask(dated, register.acting(known(world, dated.reporter())), by, until);
        triage.work(dated, concern, by, takenUp, until);
        if (joins != null)
            known.work(dated, concern, by, takenUp);
        var decided = dated.decidedAt();
        var spent = Duration.between(takenUp, decided == null ? until : decided);
        add(register, world, dated, extras, ref, by, takenUp, spent);
        if (concern.marking() == Marking.ALLEGATION)
            protect(world, register, dated, concern, by, takenUp.plus(spent.dividedBy(3)), decided != null);
        restriction.work(world, register, dated, concern, by, takenUp, until);
        if (decided == null)
            return;
        var decision = decision(register, dated, officer, by, joins);
        DemoClock.at(decided, () -> {
            desk.decide(by, ref, currentVersion(by, concern), decision);
            var support = dated.telling().support();
            if (!support.offered().isEmpty())
                answering.offer(by, ref, support.offered(), switch (support.taken()) {
                    case YES -> true;
                    case NO -> false;
                    case NOT_YET -> null;
                });
            answering.writeBack(by, ref, dated.telling().feedback());
        });
        triage.countersign(Stream.of(StaffRole.DSL, StaffRole.DSO)
                .flatMap(role -> holding(world, register, role).stream()).map(register::acting).toList(),
                concerns.office(by, ref), decided, until);
        var read = decided.plus(Duration.ofHours(3 + dated.number() % 30));
        if (!extras.unread() && read.isBefore(until) && known(world, dated.reporter()).leftDaysAgo() == null)
            DemoClock.at(read, () -> mine.replies(register.acting(known(world, dated.reporter())), ref));
    }

    private void add(DemoRegister register, DemoWorld world, DatedConcern dated, Extras extras, ConcernRef ref,
            Actor officer,
            Instant takenUp, Duration spent) {
        var added = extras.added();
        if (added != null)
            DemoClock.at(takenUp.plus(spent.dividedBy(4)),
                    () -> mine.add(register.acting(known(world, dated.reporter())), ref,
                            UUID.randomUUID(), added));
        var noted = extras.noted();
        if (noted != null)
            DemoClock.at(takenUp.plus(spent.dividedBy(2)), () -> answering.add(officer, ref, UUID.randomUUID(), noted));
    }

    /** The lead protects the person at risk, first on what the record shows and then on the recipient's summary. */
    private void protect(DemoWorld world, DemoRegister register, DatedConcern dated, Concern allegation,
            Actor recipient, Instant when,
            boolean toTheEnd) {
        var summary = dated.telling().summary();
        if (summary != null && receiving.of(recipient, allegation).filter(v -> v.lead() != null).isPresent())
            DemoClock.at(when, () -> receiving.summarise(recipient, allegation.ref(), UUID.randomUUID(), summary));
        for (var lead : Stream.of(StaffRole.DSL, StaffRole.COORDINATOR)
                .flatMap(r -> holding(world, register, r).stream()).distinct().toList()) {
            var by = register.acting(lead);
            var rule = new Rule.All(List.of(new Rule.Marked(Marking.RESTRICTED), new Rule.Named(by.staff())));
            for (var shared : concerns.list(rule, List.of(Status.RECEIVED), null, 50)) {
                if (!shared.receivedAt().equals(allegation.receivedAt()))
                    continue;
                DemoClock.at(when.plusSeconds(600), () -> desk.takeUp(by, shared.ref()));
                if (toTheEnd)
                    DemoClock.at(when.plus(Duration.ofMinutes(95)), () -> desk.decide(by, shared.ref(),
                            currentVersion(by, shared), DemoWords.protection(dated, by.staff())));
                return;
            }
        }
    }

    private int currentVersion(Actor by, Concern concern) {
        return concerns.office(by, concern.ref()).version();
    }

    /** Whom it was written for, where they may see it; otherwise the next who may. */
    private @Nullable Member officer(DemoWorld world, DemoRegister register, DatedConcern dated, Concern concern,
            Member reporter) {
        var named = dated.takenUpBy();
        var candidates = new ArrayList<Member>();
        if (named != null)
            candidates.add(known(world, named));
        for (var role : List.of(StaffRole.ALLEGATIONS_RECIPIENT, StaffRole.ALLEGATIONS_SUBSTITUTE, StaffRole.DSO,
                StaffRole.DSL)) {
            var all = new ArrayList<>(holding(world, register, role));
            // In turn, so that everyone has some.
            java.util.Collections.rotate(all, dated.number());
            candidates.addAll(all);
        }
        return candidates.stream().filter(m -> !m.equals(reporter)).filter(m -> sees(register.acting(m), concern))
                .findFirst().orElse(null);
    }

    private boolean sees(Actor by, Concern concern) {
        return concerns.byId(Policy.office(by), concern.id()).isPresent();
    }

    private static List<Member> holding(DemoWorld world, DemoRegister register, StaffRole role) {
        return world.holding(role).stream().filter(m -> register.ids().containsKey("staff:" + m.key())).toList();
    }

    private Decision decision(DemoRegister register, DatedConcern dated, Member officer, Actor by,
            @Nullable Kept joins) {
        var d = dated.telling().decision();
        var told = d.toldTo() == null ? "" : d.toldTo();
        return switch (d.outcome()) {
            case NO_FURTHER_ACTION -> new Decision.NoFurtherAction(DemoWords.reason(dated.telling()), d.reasons());
            case ADVICE_GIVEN -> new Decision.AdviceGiven(DemoWords.reason(dated.telling()), d.reasons(), told);
            case SIGNPOST -> new Decision.Signpost(DemoWords.reason(dated.telling()), d.reasons(), told);
            case REFER -> new Decision.Refer(DemoWords.reason(dated.telling()), d.reasons(),
                    d.route() == null ? "" : d.route(), told);
            case OPEN_CASE -> new Decision.OpenCase("OPEN_CASE", d.reasons(), register.staff(officer.key()));
            case ADD_TO_CASE -> caseOf(by, joins)
                    .<Decision>map(c -> new Decision.AddToCase("ADD_TO_CASE", d.reasons(), c))
                    .orElseGet(() -> new Decision.OpenCase("OPEN_CASE", d.reasons(), register.staff(officer.key())));
        };
    }

    private Optional<CaseRef> caseOf(Actor by, @Nullable Kept joins) {
        return joins == null ? Optional.empty() : desk.caseOf(by, joins.ref());
    }

    private static Member known(DemoWorld world, String key) {
        var member = world.staff().get(key);
        if (member == null)
            throw new IllegalStateException("nobody is called " + key);
        return member;
    }
}
