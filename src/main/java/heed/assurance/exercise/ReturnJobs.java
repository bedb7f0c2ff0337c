package heed.assurance.exercise;

import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.jobs.Job;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings what could not be brought to a board at once. */
@Configuration
class ReturnJobs {
    @Bean
    Job deliverReturns(ReturnDelivery delivery, Organisations organisations) {
        return new Job("return-delivery", Duration.ofMinutes(5), () -> {
            for (var scope : organisations.scopes())
                delivery.deliver(Actor.system(scope.id()));
        });
    }
}
