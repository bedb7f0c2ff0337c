package heed.casework.advice;

import heed.access.Permission;
import heed.access.Role;
import heed.access.grant.Grants;
import heed.access.policy.Marking;
import heed.access.policy.Policy;
import heed.access.policy.Rule;
import heed.access.staff.Staff;
import heed.access.staff.StaffMember;
import heed.casework.AdviceRef;
import heed.casework.ConcernRef;
import heed.casework.concern.Concern;
import heed.casework.concern.ConcernMail;
import heed.casework.concern.Guard;
import heed.casework.concern.SubjectKind;
import heed.casework.concern.Telling;
import heed.casework.raise.Raise;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.notify.Outbox;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Asking for advice and giving it (domain 2.1). A question that names somebody who works here goes only to the allegations
 * recipients, as a concern would: advice is no way round that.
 */
@Service
public class AdviceDesk {
    /** Rows on a page of the officers' list. */
    static final int PAGE = 50;

    private final Advices advices;
    private final Raise raise;
    private final Guard guard;
    private final Staff staff;
    private final Grants grants;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    AdviceDesk(Advices advices, Raise raise, Guard guard, Staff staff, Grants grants, Outbox outbox,
            Transactions transactions, Trail trail, Clock clock) {
        this.advices = advices;
        this.raise = raise;
        this.guard = guard;
        this.staff = staff;
        this.grants = grants;
        this.outbox = outbox;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param about     who or what it is about
     * @param worksHere whether it is about somebody who works here, as whoever asks says
     * @param question  in their words
     */
    public record Asking(SubjectKind about, boolean worksHere, String question) {
        private Telling telling() {
            return Telling.BLANK.kind(about.name()).account(new Telling.Account(question, "", ""))
                    .worksHere(new Telling.WorksHere(worksHere ? "yes" : "", "", "", "", ""));
        }
    }

    /** Advice as an officer or whoever asked sees it, with the concerns of theirs that it became. */
    record Opened(Advice advice, Map<UUID, String> names, List<ConcernRef> became) {
    }

    /** One page of the officers' list. */
    record Listed(List<Advice> advice, Map<UUID, String> names, long waiting, long answered) {
    }

    /** Asks for advice. The same submission again asks nothing new. */
    public AdviceRef ask(Actor by, UUID submission, Asking asking) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var there = advices.bySubmission(by, Policy.own(by), submission);
            if (there.isPresent())
                return there.get().ref();
            var advice = new Advice(UUID.randomUUID(), advices.newRef(), by.staff(), "", clock.instant(),
                    asking.about(), Marking.NORMAL, asking.question(), null, null);
            keep(by, advice, submission, asking, by.staff());
            trail.add(by, Trace.of("advice.ask", advice.id()));
            return advice.ref();
        });
    }

    /**
     * Records advice that was asked for and given by telephone.
     *
     * @param askedBy the colleague who asked; null for somebody else
     * @param asker   who asked, where it was somebody else
     * @param advised what was advised
     * @return its reference; null where only others may read it, because it names somebody who works here
     */
    public @Nullable AdviceRef record(Actor by, UUID submission, @Nullable UUID askedBy, String asker, Asking asking,
            String advised) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            if (!advices.there(submission)) {
                var now = clock.instant();
                var advice = new Advice(UUID.randomUUID(), advices.newRef(), askedBy, asker, now, asking.about(),
                        Marking.NORMAL, asking.question(), new Advice.Answer(advised, by.staff(), now, null),
                        by.staff());
                keep(by, advice, submission, asking, askedBy == null ? by.staff() : askedBy);
                trail.add(by, Trace.of("advice.record", advice.id()));
            }
            return advices.bySubmission(by, Policy.office(by), submission).map(Advice::ref).orElse(null);
        });
    }

    /** Stores it where it belongs, and tells those who may answer. */
    private void keep(Actor by, Advice asked, UUID submission, Asking asking, UUID asker) {
        var telling = asking.telling();
        // Whoever asked is not the one it is about.
        var found = guard.consider(by, telling);
        var matches = found.matches().stream().filter(m -> !m.staff().equals(asker)).collect(Collectors.toSet());
        var held = asking.worksHere() || matches.stream().anyMatch(Guard.Match::likely);
        var advice = held
                ? new Advice(asked.id(), asked.ref(), asked.askedBy(), asked.asker(), asked.askedAt(), asked.about(),
                        Marking.ALLEGATION, asked.question(), asked.answer(), asked.recorded())
                : asked;
        advices.add(by, advice, submission);
        var told = new LinkedHashSet<UUID>();
        if (held)
            told.addAll(guard.hold(by, advice.id(), telling, new Guard.Verdict(true, matches, Set.of())));
        else if (asked.answer() == null)
            told.addAll(officers(by));
        told.remove(by.staff());
        for (var officer : told)
            outbox.add(by, officer, ConcernMail.ADVICE_ASKED, advice.ref().value(), false);
    }

    private Set<UUID> officers(Actor by) {
        for (var role : List.of(Role.DSO, Role.DSL, Role.COORDINATOR)) {
            var all = new LinkedHashSet<>(grants.holders(by, role));
            all.remove(by.staff());
            if (!all.isEmpty())
                return all;
        }
        return Set.of();
    }

    /** What somebody asked, latest first. */
    public List<Advice> mine(Actor by) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var all = advices.own(by, Policy.own(by), PAGE);
            trail.add(by, Trace.list("advice.mine", all.stream().map(Advice::id).toList()));
            return all;
        });
    }

    /** What somebody asked, opened; the answer counts as read. @throws heed.platform.Refused as not found */
    Opened own(Actor by, AdviceRef ref) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var advice = advices.get(by, Policy.own(by), ref);
            trail.add(by, Trace.of("advice.view-own", advice.id()).fields("question", "answer"));
            advices.read(advice, clock.instant());
            return opened(by, advice, Policy.own(by));
        });
    }

    /** One page of the officers' list. */
    Listed listed(Actor by, boolean answered, int page) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var rule = Policy.office(by);
            var all = advices.list(by, rule, answered ? Advices.Shelf.ANSWERED : Advices.Shelf.WAITING,
                    (page - 1) * PAGE, PAGE);
            trail.add(by, Trace.list("advice.list", all.stream().map(Advice::id).toList()));
            return new Listed(all, names(by, all), advices.count(rule, Advices.Shelf.WAITING),
                    advices.count(rule, Advices.Shelf.ANSWERED));
        });
    }

    /** How many wait for an answer that this officer may see. */
    long waiting(Actor by) {
        if (!by.may(Permission.WORK_CONCERNS))
            return 0;
        return transactions.inScope(by.scope(), () -> advices.count(Policy.office(by), Advices.Shelf.WAITING));
    }

    /** Advice on the officers' side. @throws heed.platform.Refused as not found */
    Opened open(Actor by, AdviceRef ref) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var advice = advices.get(by, Policy.office(by), ref);
            trail.add(by, Trace.of("advice.view", advice.id()).fields("question", "answer"));
            return opened(by, advice, Policy.office(by));
        });
    }

    /** Advice whose looks an officer asks for; what it says is not opened. @throws heed.platform.Refused as not found */
    public Advice toSeeLooks(Actor by, AdviceRef ref) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var advice = advices.get(by, Policy.office(by), ref);
            trail.add(by, Trace.of("advice.view-looks", advice.id()));
            return advice;
        });
    }

    /**
     * Answers it, and tells whoever asked that there is an answer.
     *
     * @throws heed.platform.Refused as not found; as not allowed now for whoever asked; as moved on, where it is answered
     */
    public void answer(Actor by, AdviceRef ref, String words) {
        by.must(Permission.WORK_CONCERNS);
        transactions.inScope(by.scope(), () -> {
            var advice = advices.get(by, Policy.office(by), ref);
            var asker = advice.askedBy();
            if (asker != null && by.is(asker))
                throw Refusal.NOT_ALLOWED_NOW.because("nobody answers what they asked");
            if (!advices.answer(by, advice, words, clock.instant()))
                throw Refusal.MOVED_ON.because("answered by someone else");
            trail.add(by, Trace.of("advice.answer", advice.id()));
            if (asker != null)
                outbox.add(by, asker, ConcernMail.ADVICE_GIVEN, ref.value(), false);
        });
    }

    /** Whoever asked turns it into a concern: a draft of theirs that begins with the question. */
    public UUID carryOwn(Actor by, AdviceRef ref) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var advice = advices.get(by, Policy.own(by), ref);
            return carry(by, advice, new Telling.Account(advice.question(), "", ""));
        });
    }

    /**
     * An officer turns it into a concern: a draft of the officer's own, so that nothing waits for whoever asked. It does not
     * name them, because a colleague's name in an account makes it one about somebody who works here.
     */
    UUID carry(Actor by, AdviceRef ref) {
        by.must(Permission.WORK_CONCERNS);
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var advice = advices.get(by, Policy.office(by), ref);
            return carry(by, advice,
                    new Telling.Account("", "Someone asked for advice (" + ref + "):\n" + advice.question(), ""));
        });
    }

    private UUID carry(Actor by, Advice advice, Telling.Account account) {
        var telling = Telling.BLANK.kind(advice.about().name()).account(account);
        var draft = raise.start(by, advice.marking() == Marking.ALLEGATION
                ? telling.worksHere(new Telling.WorksHere("yes", "", "", "", ""))
                : telling);
        advices.carried(by, advice, draft, clock.instant());
        trail.add(by, Trace.of("advice.carry", advice.id()));
        return draft;
    }

    /** The advice that a concern began as, as far as the officer may see it. The caller has read the concern. */
    public List<Advice> before(Actor by, Concern concern) {
        if (!concern.inUse())
            return List.of();
        return transactions.inScope(by.scope(), () -> {
            var all = advices.before(by, Policy.office(by), concern);
            if (!all.isEmpty())
                trail.add(by, Trace.list("advice.list", all.stream().map(Advice::id).toList()));
            return all;
        });
    }

    /** Colleagues of a name like this, for saying who rang. */
    List<StaffMember> colleagues(Actor by, String name) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> name.isBlank()
                ? List.<StaffMember>of()
                : staff.matching(by, name).stream().limit(8).map(m -> staff.get(by, m.staff())).toList());
    }

    private Opened opened(Actor by, Advice advice, Rule concerns) {
        return new Opened(advice, names(by, List.of(advice)), advices.became(concerns, advice));
    }

    private Map<UUID, String> names(Actor by, List<Advice> all) {
        var ids = new HashSet<UUID>();
        all.forEach(a -> Stream.of(a.askedBy(), a.recorded(), a.answer() == null ? null : a.answer().by())
                .filter(Objects::nonNull).forEach(ids::add));
        return staff.names(by, ids);
    }
}
