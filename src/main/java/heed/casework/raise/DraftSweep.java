package heed.casework.raise;

import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.jobs.Job;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes drafts that nobody touched for 30 days, with their keys. */
@Configuration
class DraftSweep {
    @Bean
    Job sweepDrafts(Drafts drafts, Organisations organisations, Transactions transactions, Trail trail, Clock clock) {
        return new Job("draft-sweep", Duration.ofHours(6), () -> {
            for (var scope : organisations.scopes())
                transactions.inScope(scope.id(), () -> {
                    if (drafts.sweep(scope.id(), clock.instant().minus(Drafts.KEPT)) > 0)
                        trail.add(Actor.system(scope.id()), Trace.of("draft.sweep"));
                });
        });
    }
}
