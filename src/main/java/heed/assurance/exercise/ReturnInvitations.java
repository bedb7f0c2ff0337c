package heed.assurance.exercise;

import heed.assurance.cycle.CycleState;
import heed.assurance.cycle.Invitations;
import heed.assurance.cycle.Invited;
import heed.assurance.cycle.Participation;
import heed.assurance.evidence.Window;
import heed.platform.Actor;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The cycles that returns answer, and what a board is told of where they stand. */
@Component
class ReturnInvitations {
    private final Invitations invitations;

    ReturnInvitations(Invitations invitations) {
        this.invitations = invitations;
    }

    /** Invitations that can be answered now, latest first. */
    List<Invited> open(Actor by) {
        return invitations.all(by).stream().filter(i -> i.state() == CycleState.OPEN).toList();
    }

    /** Takes part, for the actor's own body; a second time changes nothing. */
    Participation take(Actor by, UUID invitation) {
        return invitations.accept(by, invitation, by.council());
    }

    /** What was begun on an invitation. */
    Participation of(Actor by, UUID invitation) {
        return invitations.participation(by, invitation);
    }

    /** The days that evidence has to be about. */
    static Window window(Participation taken) {
        return new Window(taken.windowFrom(), taken.windowUntil());
    }

    /** Says where a return stands, as the board may know: its state, and how many of its questions are answered. */
    void tell(Actor by, Return made, int done, int items) {
        var participation = made.participation();
        if (participation != null)
            invitations.stand(by, participation, made.state().name(), items, done, made.state().submitted());
    }
}
