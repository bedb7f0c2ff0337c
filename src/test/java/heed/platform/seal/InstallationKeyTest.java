package heed.platform.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationKeyTest {
    private static final String COLUMN = "access.account.second_factor";

    @TempDir
    Path folder;
    private final TestDatabase database = TestDatabase.migrated();

    @Test
    void every_start_reads_the_keys_the_first_one_made() {
        MasterKey master = MasterKey.create(folder.resolve("keys/master-key.json"));
        assertThat(InstallationKey.kept(database.jdbc())).isFalse();
        var first = new InstallationKey(master, database.jdbc());
        assertThat(InstallationKey.kept(database.jdbc())).isTrue();
        var second = new InstallationKey(master, database.jdbc());
        byte[] sealed = first.seal("JBSWY3DP", COLUMN, "17");
        assertThat(second.open(sealed, COLUMN, "17")).isEqualTo("JBSWY3DP");
        assertThat(second.token("mail", "a@b.example")).isEqualTo(first.token("mail", "a@b.example")).hasSize(32);
        assertThat(first.tokenHex("mail", "a@b.example")).matches("[0-9a-f]{64}");
        assertThatThrownBy(() -> first.open(sealed, COLUMN, "18")).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> first.open(sealed, "access.account.mail", "17")).isInstanceOf(SealBroken.class);
    }

    @Test
    void a_token_belongs_to_its_purpose() {
        var key = new InstallationKey(MasterKey.create(folder.resolve("keys/master-key.json")), database.jdbc());
        assertThat(key.token("mail", "x")).isNotEqualTo(key.token("mobile", "x"));
        assertThat(key.token("ab", "c")).isNotEqualTo(key.token("a", "bc"));
    }

    @Test
    void another_master_key_stops_the_start() {
        var made = new InstallationKey(MasterKey.create(folder.resolve("a/master-key.json")), database.jdbc());
        assertThat(made.token("mail", "x")).hasSize(32);
        MasterKey wrong = MasterKey.create(folder.resolve("b/master-key.json"));
        assertThatThrownBy(() -> new InstallationKey(wrong, database.jdbc())).isInstanceOf(SealBroken.class)
                .hasMessageContaining("platform.installation_key.wrapped");
    }
}
