package heed.platform.seal;

import heed.platform.db.CannotStart;
import heed.platform.db.DataDirectory;
import heed.platform.db.Transactions;
import heed.platform.trail.Trail;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Opens the disposal list as Heed starts and repeats it on the database. {@link Seals} needs the list, so nothing can be
 * opened before.
 * <p>
 * {@code heed.disposals} says which file it is in; left out, {@code disposals.txt} in the data directory.
 */
@Configuration(proxyBeanMethods = false)
class DisposalsAtStart {
    @Bean
    DisposalList disposalList(@Value("${heed.disposals:}") String chosen, DataDirectory data, JdbcClient db,
            Transactions transactions, Trail trail) {
        try {
            DisposalList list = DisposalList
                    .at(chosen.isBlank() ? DisposalList.placeIn(data.path()) : Path.of(chosen));
            list.settle(db, transactions, trail);
            return list;
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new CannotStart(String.valueOf(e.getMessage()), e);
        }
    }
}
