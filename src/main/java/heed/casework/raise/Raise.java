package heed.casework.raise;

import heed.access.Permission;
import heed.casework.ConcernRef;
import heed.casework.concern.Arrival;
import heed.casework.concern.Concern;
import heed.casework.concern.Concerns;
import heed.casework.concern.Telling;
import heed.casework.concern.TellingCheck;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.Problem;
import heed.records.document.Documents;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Raising a concern: written in steps, sent once however often it is sent, unchangeable after. */
@Service
public class Raise {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Drafts drafts;
    private final Concerns concerns;
    private final Arrival arrival;
    private final Documents documents;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Raise(Drafts drafts, Concerns concerns, Arrival arrival, Documents documents, Transactions transactions,
            Trail trail, Clock clock) {
        this.drafts = drafts;
        this.concerns = concerns;
        this.arrival = arrival;
        this.documents = documents;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** What sending came to: a receipt, or what has to be put right first. */
    public record Sent(@Nullable Receipt receipt, List<StepProblem> problems) {
    }

    /** What the sender is given at once. */
    public record Receipt(ConcernRef ref, Instant receivedAt, boolean danger) {
    }

    /** Something to put right, and the step to do it in. */
    public record StepProblem(Step step, int person, Problem problem) {
    }

    /**
     * Receives a concern that waited in a browser for signal: the same one again makes nothing new.
     *
     * @param id made by the browser, once for each concern
     */
    Sent fromBrowser(Actor by, UUID id, Telling typed) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            if (!drafts.there(id)) {
                drafts.start(by, id, typed, clock.instant());
                trail.add(by, Trace.of("draft.start", id).because("waited in the browser for signal"));
            }
            return send(by, id);
        });
    }

    /** Begins a draft. */
    public UUID start(Actor by, Telling typed) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var id = drafts.start(by, UUID.randomUUID(), typed, clock.instant());
            trail.add(by, Trace.of("draft.start", id));
            return id;
        });
    }

    /** The actor's own draft. */
    public Draft read(Actor by, UUID draft) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var found = drafts.get(by, draft);
            trail.add(by, Trace.of("draft.view", draft));
            return found;
        });
    }

    /** The actor's drafts that were not sent, latest first. */
    public List<Draft> unsent(Actor by) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var mine = drafts.mine(by, clock.instant());
            trail.add(by, Trace.list("draft.list", mine.stream().map(Draft::id).toList()));
            return mine;
        });
    }

    /** Changes what was told so far, whatever it is by now. A draft that was sent is returned as it was sent, unchanged. */
    Draft keep(Actor by, UUID draft, UnaryOperator<Telling> change) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var held = drafts.hold(by, draft);
            if (held.sent())
                return held;
            drafts.save(by, draft, change.apply(held.typed()), clock.instant());
            trail.add(by, Trace.of("draft.save", draft));
            return drafts.get(by, draft);
        });
    }

    /**
     * Takes somebody out of a draft.
     *
     * @param was the mark of who stood there when the page was made; empty for a page that had none
     * @throws heed.platform.Refused as moved on, where the draft was sent or somebody else stands there now
     */
    void remove(Actor by, UUID draft, int person, String was) {
        by.must(Permission.RAISE);
        transactions.inScope(by.scope(), () -> {
            var held = drafts.hold(by, draft);
            if (held.sent() || (!was.isEmpty() && !was.equals(StepMark.of(held.typed(), Step.WHO, person))))
                throw Refusal.MOVED_ON.because("the draft changed in another tab");
            if (person >= held.typed().people().size())
                return;
            drafts.save(by, draft, held.typed().without(person), clock.instant());
            trail.add(by, Trace.of("draft.save", draft));
        });
    }

    /**
     * Keeps one step as it was typed, unless another tab changed the same step since.
     *
     * @param was the mark of the step when its page was made; empty for a page that had none
     */
    Kept keep(Actor by, UUID draft, Step step, int person, String was, Map<String, String> sent) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var held = drafts.hold(by, draft);
            var typed = person > held.typed().people().size()
                    ? held.typed()
                    : StepForm.into(held.typed(), step, person, sent);
            if (held.sent()) {
                trail.add(by, Trace.of("draft.view", draft));
                return new Kept(held, typed, Kept.How.SENT);
            }
            var before = StepMark.of(held.typed(), step, person);
            var now = StepMark.of(typed, step, person);
            var untouched = now.equals(was);
            if (!was.isEmpty() && !before.equals(was) && !before.equals(now) && !untouched) {
                trail.add(by, Trace.of("draft.view", draft).because("changed in another tab"));
                return new Kept(held, typed, Kept.How.CHANGED_ELSEWHERE);
            }
            if (untouched || before.equals(now)) {
                trail.add(by, Trace.of("draft.view", draft));
                return new Kept(held, held.typed(), Kept.How.SAME);
            }
            drafts.save(by, draft, typed, clock.instant());
            trail.add(by, Trace.of("draft.save", draft));
            return new Kept(drafts.get(by, draft), typed, Kept.How.SAVED);
        });
    }

    /** Throws a draft away; one that was sent stays. */
    public void discard(Actor by, UUID draft) {
        by.must(Permission.RAISE);
        transactions.inScope(by.scope(), () -> {
            drafts.hold(by, draft);
            drafts.discard(by, draft);
            trail.add(by, Trace.of("draft.discard", draft));
        });
    }

    /** Sends a draft. The same draft sent again gives the same receipt and makes nothing new. */
    public Sent send(Actor by, UUID draft) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var held = drafts.hold(by, draft);
            if (held.sent()) {
                trail.add(by, Trace.of("concern.receipt", draft));
                return new Sent(receipt(by, draft), List.of());
            }
            var problems = problems(held.typed());
            if (!problems.isEmpty())
                return new Sent(null, problems);
            var besides = documents.of(by, draft).stream().map(file -> file.name() + "\n" + file.description())
                    .collect(Collectors.joining("\n"));
            var concern = arrival.receive(by, draft, held.typed(), besides);
            documents.handOver(by, draft, concern.id());
            drafts.sent(by, draft, concern.id());
            trail.add(by, Trace.of("concern.raise", concern.id()));
            return new Sent(new Receipt(concern.ref(), concern.receivedAt(), concern.danger()), List.of());
        });
    }

    /** The receipt of a draft that was sent. @throws heed.platform.Refused as not found, where it is not theirs or not sent */
    public Receipt receiptOf(Actor by, UUID draft) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var receipt = receipt(by, draft);
            trail.add(by, Trace.of("concern.receipt", draft));
            return receipt;
        });
    }

    private Receipt receipt(Actor by, UUID draft) {
        return concerns.bySubmission(draft)
                .filter(c -> by.is(c.raisedBy() == null ? Actor.NOBODY : c.raisedBy()))
                .map((Concern c) -> new Receipt(c.ref(), c.receivedAt(), c.danger()))
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such receipt of theirs"));
    }

    /** Everything that has to be put right before it can be sent, in the order of the steps. */
    public List<StepProblem> problems(Telling typed) {
        var found = new ArrayList<StepProblem>();
        for (var step : Step.values())
            for (var problem : problems(step, typed, 0))
                found.add(new StepProblem(step, 0, problem));
        for (int i = 1; i < typed.people().size(); i++)
            for (var problem : TellingCheck.person(typed.people().get(i), today()))
                found.add(new StepProblem(Step.WHO, i, problem));
        return found;
    }

    /** What has to be put right in one step. */
    public List<Problem> problems(Step step, Telling typed, int person) {
        return switch (step) {
            case DANGER -> List.of();
            case ACCOUNT -> TellingCheck.account(typed.account());
            case WHO ->
                person < typed.people().size() ? TellingCheck.person(typed.people().get(person), today()) : List.of();
            case WORKS_HERE -> TellingCheck.worksHere(typed.worksHere());
            case HAPPENED -> TellingCheck.happened(typed.happened(), today(), LocalTime.now(clock.withZone(LONDON)));
            case KNOWING -> TellingCheck.knowing(typed.knowing());
            case ELSEWHERE -> TellingCheck.elsewhere(typed.elsewhere());
            case CONTACT -> TellingCheck.contact(typed.contact());
        };
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(LONDON));
    }
}
