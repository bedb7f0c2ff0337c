package heed.platform.seal;

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
 * {@code heed.master-key} says where it is; left out, beside the data.
 */
@Configuration(proxyBeanMethods = false)
class MasterKeyAtStart {
    private static final Logger LOG = LoggerFactory.getLogger(MasterKeyAtStart.class);

    @Bean
    MasterKey masterKey(@Value("${heed.master-key:${heed.data:./heed-data}/keys/master-key.json}") Path file,
            JdbcClient db) {
        boolean first = !Files.exists(file);
        MasterKey key = MasterKey.openOrCreate(file, InstallationKey.kept(db));
        if (first) {
            LOG.warn("A master key was made: {}. Copy it now to a safe place apart from this machine and its backups. "
                    + "Without it nothing stored can be read again.", file.toAbsolutePath());
        }
        return key;
    }
}
