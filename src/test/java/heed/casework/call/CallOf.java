package heed.casework.call;

import heed.casework.ConcernRef;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.seal.Seals;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

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

    /** As if somebody had logged one, on a concern that nobody here need see. Returns its id. */
    public static UUID put(ApplicationContext context, Actor system, UUID concern) {
        var id = UUID.randomUUID();
        var details = JsonMapper.builder().build().writeValueAsString(new Call.Details("Priya", "", "", ""));
        context.getBean(Transactions.class).inScope(system.scope(), () -> {
            var key = context.getBean(Seals.class).key(system.scope(), concern);
            context.getBean(JdbcClient.class).sql("""
                    insert into casework.call (scope_id, id, concern_id, submission, whom, made_at, details, logged_by, logged_at)
                    values (:scope, :id, :concern, :id, 'CHILDREN', now(), :details, :by, now())""")
                    .param("scope", system.scope()).param("id", id).param("concern", concern)
                    .param("details", key.seal(details, "casework.call.details", id)).param("by", Actor.NOBODY)
                    .update();
        });
        return id;
    }
}
