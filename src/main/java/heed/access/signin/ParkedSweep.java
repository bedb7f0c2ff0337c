package heed.access.signin;

import heed.platform.jobs.Job;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes forms kept for 30 days, with their keys. */
@Configuration(proxyBeanMethods = false)
class ParkedSweep {
    @Bean
    Job sweepParkedForms(ParkedForms forms, JdbcClient db) {
        return new Job("parked-form-sweep", Duration.ofHours(6), () -> db
                .sql("select distinct scope_id from access.account").query(UUID.class).list().forEach(forms::sweep));
    }
}
