package heed.access.staff;

import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.jobs.Job;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes staff lists that nobody applied within a day, with their keys. */
@Configuration(proxyBeanMethods = false)
class StaffImportSweep {
    @Bean
    Job sweepStaffImports(StaffImports imports, Transactions transactions) {
        return new Job("staff-import-sweep", Duration.ofHours(1), () -> {
            for (var scope : imports.scopes(Actor.system(Actor.INSTALLATION)))
                transactions.inScope(scope, () -> imports.sweep(Actor.system(scope)));
        });
    }
}
