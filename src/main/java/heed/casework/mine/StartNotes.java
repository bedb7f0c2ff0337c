package heed.casework.mine;

import heed.access.Permission;
import heed.casework.escalation.FirstLooks;
import heed.casework.escalation.Messages;
import heed.casework.rota.Duty;
import heed.casework.rota.Rota;
import heed.platform.Actor;
import heed.platform.web.LondonTime;
import heed.platform.web.RingNumber;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the start page says besides: who is on duty, what is overdue, what goes wrong. */
@Component
class StartNotes {
    private static final Duration AHEAD = Duration.ofDays(7);

    private final Duty duty;
    private final Rota rota;
    private final FirstLooks looks;
    private final Messages messages;
    private final LondonTime time;
    private final Clock clock;

    StartNotes(Duty duty, Rota rota, FirstLooks looks, Messages messages, LondonTime time, Clock clock) {
        this.duty = duty;
        this.rota = rota;
        this.looks = looks;
        this.messages = messages;
        this.time = time;
        this.clock = clock;
    }

    /** Who is on duty now. */
    List<RingNumber> duty(Actor by) {
        return duty.shown(by);
    }

    /** How many concerns are overdue; null where none is. */
    @Nullable
    String overdue(Actor by) {
        int overdue = looks.overdue(by);
        return overdue == 0 ? null : overdue + (overdue == 1 ? " is overdue" : " are overdue");
    }

    /** What goes wrong and this person could put right. */
    List<HomePage.Warning> warnings(Actor by) {
        var warnings = new ArrayList<HomePage.Warning>();
        if (by.may(Permission.EDIT_ROTA))
            rota.gapsAhead(by, AHEAD).stream().findFirst().ifPresent(gap -> warnings.add(new HomePage.Warning(
                    gap.from().isAfter(clock.instant())
                            ? "Nobody is on the rota from " + time.dayAndTime(gap.from())
                            : "Nobody is on the rota now. Every designated safeguarding officer is told of each concern",
                    "/rota")));
        int failing = messages.count(by);
        if (failing > 0)
            warnings.add(new HomePage.Warning(
                    failing + (failing == 1 ? " message" : " messages") + " could not be sent", "/messages"));
        return List.copyOf(warnings);
    }
}
