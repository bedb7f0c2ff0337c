package heed.casework.file;

import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.jobs.Job;
import heed.records.document.Rechecking;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Asks the virus check again about files that wait for it. */
@Configuration
class FileChecks {
    @Bean
    Job checkFiles(Rechecking rechecking, Organisations organisations) {
        return new Job("file-check", Duration.ofMinutes(2), () -> {
            for (var scope : organisations.scopes())
                rechecking.round(Actor.system(scope.id()));
        });
    }
}
