package heed.platform.trail;

import heed.platform.db.DataDirectory;
import heed.platform.db.Transactions;
import heed.platform.jobs.Job;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gathers every few seconds. {@code heed.trail.key} says which file the signing key is in, {@code heed.trail.heads} which
 * file heads are written to; left out, both are in the data directory.
 */
@Configuration(proxyBeanMethods = false)
class GatheringJob {
    @Bean
    Gathering gathering(@Value("${heed.trail.key:}") String key, @Value("${heed.trail.heads:}") String heads,
            DataDirectory data, JdbcClient db, Transactions transactions, Clock clock) {
        return new Gathering(db, transactions, clock,
                new SigningKeys(key.isBlank() ? SigningKeys.placeIn(data.path()) : Path.of(key)),
                new HeadsFile(heads.isBlank() ? HeadsFile.placeIn(data.path()) : Path.of(heads)), data.path());
    }

    @Bean
    Job gatherTrail(Gathering gathering) {
        return new Job("gather-trail", Duration.ofSeconds(5), gathering::round);
    }
}
