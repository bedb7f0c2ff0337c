package heed.assurance.cycle;

import heed.access.Permission;
import heed.assurance.AssurancePart;
import heed.platform.Actor;
import heed.platform.web.LondonTime;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Cycles on the page where assurance begins, for those who run them. */
@Component
@Order(10)
class CyclesPart implements AssurancePart {
    private final Cycles cycles;

    CyclesPart(Cycles cycles) {
        this.cycles = cycles;
    }

    @Override
    public Optional<Part> part(Actor by) {
        if (!by.may(Permission.RUN_CYCLES))
            return Optional.empty();
        var rows = cycles.all(by).stream()
                .map(c -> new Row(c.id(), c.name(), "/assurance/cycles/" + c.id(),
                        "Returns by " + CyclePages.day(c.dates().returnsBy()), c.state().words(), c.state().colour()))
                .toList();
        return Optional.of(new Part("Cycles", rows,
                "No cycle yet. Plan one once the edition it asks is published.",
                List.of(new Way("Plan a cycle", "/assurance/cycles/planning"))));
    }

    /** Invitations on the same page, for those who keep the return. */
    @Component
    @Order(20)
    static class InvitationsPart implements AssurancePart {
        private final Invitations invitations;
        private final ObjectProvider<ReturnPlace> places;
        private final LondonTime time;

        InvitationsPart(Invitations invitations, ObjectProvider<ReturnPlace> places, LondonTime time) {
            this.invitations = invitations;
            this.places = places;
            this.time = time;
        }

        @Override
        public Optional<Part> part(Actor by) {
            if (!by.may(Permission.KEEP_RETURN))
                return Optional.empty();
            var all = invitations.all(by);
            // What is answered stands among the returns.
            var rows = all.stream().filter(i -> !begun(by, i)).map(i -> {
                var accepted = i.accepted();
                return new Row(i.id(), i.name(), "/assurance/invitations/" + i.id(),
                        i.boardName() + ", invited on " + time.day(i.invitedAt()) + ", return by "
                                + CyclePages.day(i.returnsBy()),
                        accepted == null ? "New" : CyclePages.state(accepted.state()),
                        accepted == null ? "blue" : "grey");
            }).toList();
            if (rows.isEmpty() && !all.isEmpty())
                return Optional.empty();
            return Optional.of(new Part("Invitations", rows,
                    "No board has invited you to a self-assessment yet. When one does, you get mail and it stands here.",
                    List.of()));
        }

        private boolean begun(Actor by, Invited invited) {
            var accepted = invited.accepted();
            return accepted != null && (!accepted.state().equals(Participation.NOT_STARTED)
                    || places.orderedStream().flatMap(p -> p.of(by, invited.id()).stream())
                            .anyMatch(ReturnPlace.Place::begun));
        }
    }
}
