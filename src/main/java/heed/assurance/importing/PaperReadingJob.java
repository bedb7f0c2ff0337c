package heed.assurance.importing;

import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.jobs.Job;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads papers that nobody was kept waiting for: large ones, and those whose file had to be checked first. */
@Configuration(proxyBeanMethods = false)
class PaperReadingJob {
    @Bean
    Job readPapers(PaperReadings readings, Organisations organisations) {
        return new Job("paper-reading", Duration.ofSeconds(3), () -> {
            for (var scope : organisations.scopes())
                readings.round(Actor.system(scope.id()));
        });
    }
}
