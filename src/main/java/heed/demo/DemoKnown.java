package heed.demo;

import heed.access.policy.Marking;
import heed.casework.concern.Concern;
import heed.casework.known.KnownLink.Saying;
import heed.casework.known.KnownPeople;
import heed.demo.DatedConcern.State;
import heed.platform.Actor;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Whom officers of the invented year knew again. Of one in three nobody has said so yet: they are offered. */
@Component
@Profile("demo")
class DemoKnown {
    private final KnownPeople known;

    DemoKnown(KnownPeople known) {
        this.known = known;
    }

    /** Says of those whom a decided concern names that they are who an earlier concern of the same people named. */
    void work(DatedConcern dated, Concern concern, Actor by, Instant takenUp) {
        if (dated.state() != State.DECIDED || concern.marking() != Marking.NORMAL || dated.number() % 3 == 0)
            return;
        DemoClock.at(takenUp.plus(Duration.ofMinutes(2)), () -> {
            for (var person : known.match(by, concern).people())
                person.offers().stream().filter(offer -> offer.likeness().strong()).findFirst()
                        .map(offer -> offer.closest().id())
                        .ifPresent(other -> known.say(by, concern.ref(), person.naming(), other, Saying.SAME,
                                "The same name, and I rang the school.",
                                known.standing(by, concern.ref(), person.naming(), other)));
        });
    }
}
