package heed.demo;

import heed.access.policy.Marking;
import heed.access.policy.Policy;
import heed.casework.advice.AdviceDesk;
import heed.casework.call.Call;
import heed.casework.call.Calls;
import heed.casework.coding.Coding;
import heed.casework.coding.Codings;
import heed.casework.coding.Vocabulary.TypeList;
import heed.casework.concern.Concern;
import heed.casework.concern.Concerns;
import heed.casework.concern.SubjectKind;
import heed.casework.countersign.Countersignatures;
import heed.platform.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What officers of the invented year do besides deciding: they ring the county, code, countersign and give advice. */
@Component
@Profile("demo")
class DemoTriage {
    /** Every so many is one that nobody coded. */
    private static final int NOT_CODED = 9;

    private final Calls calls;
    private final Codings codings;
    private final Countersignatures countersignatures;
    private final AdviceDesk advice;
    private final Concerns concerns;

    DemoTriage(Calls calls, Codings codings, Countersignatures countersignatures, AdviceDesk advice,
            Concerns concerns) {
        this.calls = calls;
        this.codings = codings;
        this.countersignatures = countersignatures;
        this.advice = advice;
        this.concerns = concerns;
    }

    /** Codes what an officer has in hand or decided, and logs the call of one that was referred. */
    void work(DatedConcern dated, Concern concern, Actor by, Instant takenUp, Instant until) {
        if (concern.marking() != Marking.NORMAL)
            return;
        var decided = dated.decidedAt();
        if (dated.number() % NOT_CODED != 0)
            DemoClock.at(decided == null ? takenUp.plusSeconds(300) : decided.minusSeconds(120),
                    () -> codings.save(by, concern.ref(), 0, coding(dated, concern, takenUp)));
        if (decided != null && dated.telling().decision().outcome() == Telling.Outcome.REFER
                && (dated.number() % 3 == 0 || decided.isAfter(until.minus(Duration.ofDays(3)))))
            call(concern, by, decided, until);
    }

    private static Coding.Wanted coding(DatedConcern dated, Concern concern, Instant takenUp) {
        var child = List.of(SubjectKind.CHILD, SubjectKind.UNBORN).contains(concern.subject());
        var types = dated.telling().decision().kinds().stream().map(DemoTriage::type).toList();
        var refers = dated.telling().decision().outcome() == Telling.Outcome.REFER;
        var level = child
                ? refers ? "CHILD_4" : "CHILD_2"
                : concern.subject() == SubjectKind.ADULT ? refers ? "ADULT_REFER" : "ADULT_CONSULT" : null;
        return new Coding.Wanted(types, level, "", WorkingTime.after(takenUp, 480), dated.telling().ward());
    }

    private static Coding.Type type(String kind) {
        int point = kind.indexOf('.');
        return new Coding.Type(TypeList.valueOf(kind.substring(0, point)), kind.substring(point + 1));
    }

    /** Rung before it is decided; written up and acknowledged, unless that is still to come. */
    private void call(Concern concern, Actor by, Instant decided, Instant until) {
        var whom = switch (concern.subject()) {
            case CHILD, UNBORN, FAMILY -> Call.Whom.CHILDREN;
            case ADULT, PLACE, NOT_KNOWN -> Call.Whom.ADULTS;
        };
        var made = decided.minusSeconds(900);
        var due = WorkingTime.after(made, 240);
        var id = DemoClock.at(decided.minusSeconds(600), () -> calls.log(by, concern.ref(), UUID.randomUUID(), whom,
                made, new Call.Details("The worker on duty", "", "What we were told and what we know.",
                        "They look at it today. Our written referral follows."),
                due));
        var sent = WorkingTime.after(decided, 90);
        var back = WorkingTime.after(sent, 200);
        if (back.isAfter(until))
            return;
        DemoClock.at(sent, () -> calls.step(by, concern.ref(), id, 1, Call.Kind.SENT, sent, null, "By secure mail."));
        if (WorkingTime.after(sent, 500).isBefore(until))
            DemoClock.at(back,
                    () -> calls.step(by, concern.ref(), id, 2, Call.Kind.ACKNOWLEDGED, back, null, ""));
    }

    /** A second officer agrees a day later, but with the latest. */
    void countersign(List<Actor> others, Concern concern, Instant decided, Instant until) {
        var signed = WorkingTime.after(decided, 400);
        if (signed.isAfter(until.minus(Duration.ofDays(3))))
            return;
        for (var other : others)
            if (concerns.byId(Policy.office(other), concern.id()).isPresent()) {
                var waits = countersignatures.waits(other, concern);
                if (waits.isEmpty() || other.is(waits.get().by()))
                    continue;
                DemoClock.at(signed, () -> countersignatures.sign(other, concern.ref(), waits.get().decision(), true,
                        "I read it and would have decided the same."));
                return;
            }
    }

    static boolean asksFirst(DatedConcern dated) {
        // Who works on an allegation reads no other advice, and could not answer.
        return dated.number() % 40 == 15 && dated.telling().worksHere() == null;
    }

    /** Some ask before they tell: a question of its own, answered but for the latest. */
    void ask(DatedConcern dated, Actor asker, @Nullable Actor officer, Instant until) {
        if (!asksFirst(dated))
            return;
        var asked = dated.receivedAt().minus(Duration.ofDays(1));
        var ref = DemoClock.at(asked, () -> advice.ask(asker, UUID.randomUUID(), new AdviceDesk.Asking(
                SubjectKind.NOT_KNOWN, false,
                "I have a feeling that something is not right at a place I visit, and nothing that I could point to. What would you look for?")));
        var answered = WorkingTime.after(asked, 120);
        if (officer != null && answered.isBefore(until.minus(Duration.ofDays(30))))
            DemoClock.at(answered, () -> advice.answer(officer, ref,
                    "Trust the feeling and write down what you see, with dates. Ring us if anything changes. You can raise it as a concern at any time."));
    }
}
