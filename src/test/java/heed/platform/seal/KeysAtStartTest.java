package heed.platform.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.TestDatabase;
import heed.platform.db.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysAtStartTest {
    @TempDir
    Path folder;
    private final TestDatabase database = TestDatabase.migrated();

    @Test
    void a_lost_master_key_stops_the_start_and_a_wrong_one_too() throws Exception {
        Path file = folder.resolve("keys/master-key.json");
        start(file);
        start(file);
        Path kept = Files.move(file, folder.resolve("kept.json"));
        assertThatThrownBy(() -> start(file)).isInstanceOf(CannotStart.class)
                .hasMessageContaining("The master key is missing");
        assertThat(file).as("no new key in silence").doesNotExist();
        MasterKey.create(file);
        assertThatThrownBy(() -> start(file)).isInstanceOf(CannotStart.class)
                .hasMessageContaining("is not the one this database was sealed with");
        Files.delete(file);
        Files.move(kept, file);
        start(file);
    }

    private void start(Path file) {
        var keys = new KeysAtStart();
        var place = new MasterKeyPlace(file, false);
        assertThat(keys.installationKey(keys.masterKey(place, database.jdbc()), place, database.jdbc())).isNotNull();
    }
}
