package heed.platform.seal;

import heed.platform.db.CannotStart;
import heed.platform.db.DataDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Opens the master key as Heed starts, once the database is migrated; makes it on the very first start only.
 * <p>
 * {@code heed.master-key} says which file it is in; left out, {@code keys/master-key.json} in the data directory.
 */
@Configuration(proxyBeanMethods = false)
class KeysAtStart {
    private static final Logger LOG = LoggerFactory.getLogger(KeysAtStart.class);

    /** Where the master key is, for the pages that tell people to keep a copy apart. */
    @Bean
    MasterKeyPlace masterKeyPlace(@Value("${heed.master-key:}") String chosen, DataDirectory data) {
        Path file = chosen.isBlank() ? data.folder("keys").resolve("master-key.json") : Path.of(chosen);
        return new MasterKeyPlace(file.toAbsolutePath().normalize(), chosen.isBlank());
    }

    @Bean
    MasterKey masterKey(MasterKeyPlace place, JdbcClient db) {
        boolean first = !Files.exists(place.file());
        try {
            MasterKey key = MasterKey.openOrCreate(place.file(), InstallationKey.kept(db));
            if (first) {
                LOG.warn("A master key was made: {}. Copy it now to a safe place apart from this machine and its "
                        + "backups. Without it nothing stored can be read again.", place.file());
            }
            return key;
        } catch (IllegalStateException e) {
            throw new CannotStart(String.valueOf(e.getMessage()), e);
        }
    }

    @Bean
    InstallationKey installationKey(MasterKey master, MasterKeyPlace place, JdbcClient db) {
        try {
            return new InstallationKey(master, db);
        } catch (SealBroken e) {
            throw new CannotStart("The master key " + place.file() + " is not the one this database was sealed with. "
                    + "Put the right one in its place; nothing was changed.", e);
        }
    }
}
