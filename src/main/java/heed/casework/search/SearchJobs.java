package heed.casework.search;

import heed.casework.concern.ConcernIndex;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.jobs.Job;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.db.Transactions;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what concerns are found by where it is missing, and forgets old searches. */
@Configuration
class SearchJobs {
    @Bean
    Job indexConcerns(ConcernIndex index, Organisations organisations, Transactions transactions, Trail trail) {
        return new Job("search-index", Duration.ofMinutes(5), () -> {
            for (var scope : organisations.scopes()) {
                var system = Actor.system(scope.id());
                if (index.catchUp(system) > 0)
                    transactions.inScope(scope.id(), () -> trail.add(system, Trace.of("concern.index")));
            }
        });
    }

    @Bean
    Job sweepSearches(Search search, Organisations organisations) {
        return new Job("search-sweep", Duration.ofMinutes(10),
                () -> organisations.scopes().forEach(scope -> search.sweep(Actor.system(scope.id()))));
    }
}
