package heed.assurance.peerreview;

import heed.access.Permission;
import heed.assurance.AssurancePart;
import heed.platform.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reviews on the page "Assurance", for those who keep their organisation's return: whom to review, and what was asked. */
@Component
@Order(25)
class PeerPart implements AssurancePart {
    private final Pairings pairings;
    private final ChallengeBook challenges;
    private final Rooms rooms;

    PeerPart(Pairings pairings, ChallengeBook challenges, Rooms rooms) {
        this.pairings = pairings;
        this.challenges = challenges;
        this.rooms = rooms;
    }

    @Override
    public Optional<Part> part(Actor by) {
        if (!by.may(Permission.KEEP_RETURN))
            return Optional.empty();
        var names = rooms.names();
        var rows = new ArrayList<Row>();
        for (var asked : pairings.asked(by))
            rows.add(new Row(asked.pairing().id(),
                    "Review " + names.getOrDefault(asked.pairing().owner(), "an organisation that has left"),
                    PeerController.HOME + asked.pairing().id(),
                    asked.title() + ", " + PeerController.days(asked.pairing()), asked.state().words(),
                    asked.state().colour()));
        var theirs = challenges.with(by).stream()
                .filter(c -> c.owner().equals(by.scope()) || c.peer().equals(by.scope())).toList();
        // An open one waits for the organisation, an answered one for the peer.
        theirs.stream().filter(c -> c.state() == ChallengeState.OPEN && c.owner().equals(by.scope())
                || c.state() == ChallengeState.ANSWERED && c.peer().equals(by.scope()))
                .forEach(c -> rows.add(new Row(c.id(), c.ref() + " " + c.kind().words() + ", question " + c.item(),
                        ChallengeController.HOME + "/" + c.id(),
                        names.getOrDefault(c.owner().equals(by.scope()) ? c.peer() : c.owner(), ""), c.state().words(),
                        c.state().colour())));
        return Optional.of(new Part("Peer review", rows,
                "No board has asked you to review a return, and nothing about yours waits for you.",
                theirs.isEmpty()
                        ? List.of(new Way("Reviews from outside", OutsideController.HOME))
                        : List.of(new Way("All challenges", ChallengeController.HOME),
                                new Way("Reviews from outside", OutsideController.HOME))));
    }
}
