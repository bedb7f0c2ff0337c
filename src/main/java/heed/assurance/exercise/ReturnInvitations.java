package heed.assurance.exercise;

import heed.assurance.cycle.CycleState;
import heed.assurance.cycle.Invitations;
import heed.assurance.cycle.Invited;
import heed.assurance.cycle.Participation;
import heed.assurance.evidence.Window;
import heed.platform.Actor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The cycles that returns answer, and what a board is told of where they stand. */
@Component
class ReturnInvitations {
    private final Invitations invitations;
    private final Returns returns;

    ReturnInvitations(Invitations invitations, Returns returns) {
        this.invitations = invitations;
        this.returns = returns;
    }

    /** Invitations that can be answered now, latest first. */
    List<Invited> open(Actor by) {
        return invitations.all(by).stream().filter(i -> i.state() == CycleState.OPEN).toList();
    }

    /** Every invitation whose cycle is open or later, by its id. For who keeps returns. */
    Map<UUID, Invited> known(Actor by) {
        return invitations.all(by).stream().collect(Collectors.toMap(Invited::id, i -> i));
    }

    /**
     * Whether the board takes a return no more: its cycle is closed and it has had none of theirs. A correction of one that
     * it has is always taken.
     */
    boolean closed(Actor by, Return made) {
        var participation = made.participation();
        if (participation == null || returns.handedIn(participation).isPresent())
            return false;
        var invited = known(by).get(participation);
        return invited == null || invited.state() != CycleState.OPEN;
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

    /**
     * Says where a return stands, as the board may know: its state, and how many of its questions are answered. Text from
     * last year is no answer until somebody confirmed or changed it. While a version is corrected the board still has the
     * one before, unless it sent that back.
     */
    void tell(Actor by, Return made, List<Item> items) {
        var participation = made.participation();
        if (participation == null)
            return;
        int done = (int) items.stream().filter(i -> i.answered() && i.carried().submittable()).count();
        invitations.stand(by, participation, made.state().name(), items.size(), done,
                returns.handedIn(participation).map(ReturnState::withBoard).orElse(false));
    }
}
