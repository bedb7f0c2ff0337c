package heed.platform.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
    @TempDir
    Path folder;

    @Test
    void a_new_key_is_readable_by_its_owner_only_and_so_is_its_folder() throws Exception {
        Path file = folder.resolve("keys/master-key.json");
        MasterKey.create(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void what_one_opening_wraps_the_next_unwraps() throws Exception {
        Path file = folder.resolve("keys/master-key.json");
        byte[] wrapped = Keysets.wrap(Keysets.fresh(Keysets.SEALING), MasterKey.create(file).wrapping(), "here");
        assertThat(Keysets.unwrap(wrapped, MasterKey.open(file).wrapping(), "here")).isNotNull();
    }

    @Test
    void another_master_key_opens_nothing() {
        byte[] wrapped = Keysets.wrap(Keysets.fresh(Keysets.SEALING), MasterKey.create(folder.resolve("a/k"))
                .wrapping(), "here");
        var other = MasterKey.create(folder.resolve("b/k"));
        assertThatThrownBy(() -> Keysets.unwrap(wrapped, other.wrapping(), "here")).isInstanceOf(SealBroken.class);
    }

    @Test
    void a_key_is_never_replaced() {
        Path file = folder.resolve("keys/master-key.json");
        MasterKey.create(file);
        assertThatThrownBy(() -> MasterKey.create(file)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is there already");
    }

    @Test
    void a_missing_key_is_said_and_not_made() {
        Path file = folder.resolve("keys/master-key.json");
        assertThatThrownBy(() -> MasterKey.open(file)).hasMessageContaining("The master key is missing");
        assertThatThrownBy(() -> MasterKey.openOrCreate(file, true)).hasMessageContaining("The master key is missing");
        assertThat(file).doesNotExist();
        MasterKey.openOrCreate(file, false);
        assertThat(file).exists();
    }

    @Test
    void a_key_others_can_read_is_refused() throws Exception {
        Path file = folder.resolve("keys/master-key.json");
        MasterKey.create(file);
        for (String open : new String[]{"rw-r-----", "rw----r--", "rw--w----"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(open));
            assertThatThrownBy(() -> MasterKey.open(file)).as(open).hasMessageContaining("chmod 600");
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxrwx---"));
        assertThatThrownBy(() -> MasterKey.open(file)).hasMessageContaining("chmod 700");
    }

    @Test
    void a_damaged_key_is_said_without_quoting_it() throws Exception {
        Path file = folder.resolve("keys/master-key.json");
        MasterKey.create(file);
        String json = Files.readString(file);
        Files.writeString(file, json.substring(0, json.length() / 2));
        assertThatThrownBy(() -> MasterKey.open(file)).hasMessageContaining("is not a master key").hasNoCause();
    }
}
