package heed.casework.known;

import heed.casework.concern.Namings;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.jobs.Job;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes again what people are found by, where that was made by an older edition of Heed. Only the application has the keys,
 * so no migration could. Each round does a few transactions in every scope and goes on where the last one stopped.
 */
@Configuration
class KeysRenewed {
    private static final int AT_ONCE = 200;
    private static final int TIMES = 50;

    @Bean
    Job renewPersonKeys(Namings namings, Organisations organisations, Transactions transactions, Trail trail) {
        return new Job("person-keys", Duration.ofMinutes(1), () -> {
            for (var scope : organisations.scopes()) {
                int made = AT_ONCE;
                for (int i = 0; i < TIMES && made == AT_ONCE; i++)
                    made = transactions.inScope(scope.id(), () -> {
                        var renewed = namings.renew(Actor.system(scope.id()), AT_ONCE);
                        if (renewed > 0)
                            trail.add(Actor.system(scope.id()), Trace.of("person-keys.renew"));
                        return renewed;
                    });
            }
        });
    }
}
