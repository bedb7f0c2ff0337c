package heed.casework.call;

import heed.casework.ConcernRef;
import heed.platform.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** A call that was logged, for tests of what comes after. */
public final class CallOf {
    private CallOf() {
    }

    /** Logs a call to the county's children's hub, made now, with a written follow-up due in an hour. Returns its id. */
    public static UUID in(ApplicationContext context, Actor by, ConcernRef ref) {
        var now = context.getBean(Clock.class).instant();
        return context.getBean(Calls.class).log(by, ref, UUID.randomUUID(), Call.Whom.CHILDREN, now,
                new Call.Details("Priya at the hub", "H-2201", "Told her what was seen.", "They ring back."),
                now.plus(Duration.ofHours(1)));
    }
}
