package heed.platform.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

class SealsTest {
    private static final String COLUMN = "casework.concern.account";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:30:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path folder;
    private static TestDatabase database;
    private static MasterKey master;

    private final UUID scope = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID record = UUID.randomUUID();
    private final UUID row = UUID.randomUUID();
    private final Seals seals = seals(master);

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        master = MasterKey.create(folder.resolve("keys/master-key.json"));
    }

    @BeforeEach
    void openScopes() {
        in(scope, () -> seals.openScope(scope));
        in(other, () -> seals.openScope(other));
    }

    @Test
    void what_one_node_seals_another_opens() {
        byte[] sealed = database.transactions().inScope(scope, () -> seals.newKey(scope, record).seal("she said",
                COLUMN, row));
        in(scope, () -> assertThat(seals(master).key(scope, record).open(sealed, COLUMN, row)).isEqualTo("she said"));
    }

    @Test
    void the_keys_of_a_list_are_read_together() {
        Map<UUID, byte[]> sealed = new HashMap<>();
        in(scope, () -> {
            for (int i = 0; i < 50; i++) {
                UUID one = UUID.randomUUID();
                sealed.put(one, seals.newKey(scope, one).seal("text of " + one, COLUMN, one));
            }
        });
        List<UUID> asked = new ArrayList<>(sealed.keySet());
        asked.add(UUID.randomUUID());
        in(scope, () -> {
            Map<UUID, RecordKey> keys = seals.keys(scope, asked);
            assertThat(keys.keySet()).isEqualTo(sealed.keySet());
            keys.forEach((id, key) -> assertThat(key.open(sealed.get(id), COLUMN, id)).isEqualTo("text of " + id));
            assertThat(seals.keys(scope, List.of())).isEmpty();
        });
    }

    @Test
    void another_scope_has_no_key_to_a_record_however_it_asks() {
        in(scope, () -> seals.newKey(scope, record));
        in(other, () -> {
            assertBroken(() -> seals.key(scope, record));
            assertBroken(() -> seals.key(other, record));
            assertBroken(() -> seals(master).scopeKey(scope));
        });
        assertThat(database.jdbc().sql("select count(*) from platform.record_key").query(Long.class).single())
                .as("no scope set, no rows").isZero();
    }

    @Test
    void a_key_cannot_be_written_into_another_scope() {
        assertBroken(() -> in(other, () -> seals(master).newKey(scope, record)));
        in(scope, () -> seals.scopeKey(scope));
        assertThatThrownBy(() -> in(other, () -> seals.newKey(scope, record)))
                .as("even where the scope's key is remembered").isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> in(other, () -> seals.openScope(UUID.randomUUID())))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_record_has_one_key_and_a_scope_too() {
        in(scope, () -> seals.newKey(scope, record));
        assertThatThrownBy(() -> in(scope, () -> seals.newKey(scope, record)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> in(scope, () -> seals.openScope(scope))).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void without_its_key_a_record_is_gone_for_good() {
        byte[] sealed = database.transactions().inScope(scope, () -> seals.newKey(scope, record).seal("gone", COLUMN,
                row));
        in(scope, () -> delete(record));
        in(scope, () -> assertThatThrownBy(() -> seals.key(scope, record)).isInstanceOf(SealBroken.class)
                .hasMessageContaining("platform.record_key.wrapped").hasMessageContaining(record.toString()));
        in(scope, () -> {
            RecordKey fresh = seals.newKey(scope, record);
            assertBroken(() -> fresh.open(sealed, COLUMN, row));
        });
    }

    @Test
    void a_wrapped_key_moved_to_another_record_does_not_open() {
        UUID thief = UUID.randomUUID();
        in(scope, () -> {
            seals.newKey(scope, record);
            database.jdbc().sql("insert into platform.record_key select scope_id, :thief, wrapped, created_at "
                    + "from platform.record_key where record_id = :record").param("thief", thief).param("record",
                            record)
                    .update();
            assertBroken(() -> seals.key(scope, thief));
            assertBroken(() -> seals.keys(scope, List.of(record, thief)));
        });
    }

    @Test
    void another_master_key_opens_no_scope() {
        MasterKey wrong = MasterKey.create(folder.resolve(UUID.randomUUID() + "/master-key.json"));
        in(scope, () -> {
            seals.newKey(scope, record);
            assertThatThrownBy(() -> seals(wrong).key(scope, record)).isInstanceOf(SealBroken.class)
                    .hasMessageContaining("platform.scope_key.wrapped").hasMessageContaining(scope.toString());
            assertBroken(() -> seals(wrong).scopeKey(scope));
        });
    }

    @Test
    void the_key_of_a_scope_undone_is_not_used_again() {
        UUID third = UUID.randomUUID();
        byte[][] sealed = new byte[1][];
        assertThatThrownBy(() -> in(third, () -> {
            seals.openScope(third);
            sealed[0] = seals.scopeKey(third).seal("staff", "access.account.name", row);
            throw new IllegalArgumentException("undo");
        })).hasMessage("undo");
        in(third, () -> assertBroken(() -> seals.scopeKey(third)));
        in(third, () -> seals.openScope(third));
        in(third, () -> assertBroken(() -> seals.scopeKey(third).open(sealed[0], "access.account.name", row)));
    }

    @Test
    void what_belongs_to_a_scope_opens_in_that_scope() {
        byte[] sealed = database.transactions().inScope(scope, () -> seals.scopeKey(scope).seal("staff",
                "access.account.name", row));
        in(scope, () -> assertThat(seals(master).scopeKey(scope).open(sealed, "access.account.name", row))
                .isEqualTo("staff"));
        in(other, () -> assertBroken(() -> seals.scopeKey(other).open(sealed, "access.account.name", row)));
    }

    @Test
    void keys_of_scopes_are_never_changed_or_removed_by_the_application() {
        for (String statement : List.of("update platform.scope_key set wrapped = ''", "delete from platform.scope_key",
                "update platform.record_key set wrapped = ''", "delete from platform.installation_key")) {
            assertThatThrownBy(() -> in(scope, () -> database.jdbc().sql(statement).update())).as(statement)
                    .isInstanceOf(DataAccessException.class).rootCause().hasMessageContaining("permission denied");
        }
    }

    @Test
    void no_bare_key_reaches_the_database() {
        in(scope, () -> {
            seals.newKey(scope, record);
            List<byte[]> stored = database.jdbc().sql("""
                    select wrapped from platform.record_key union all select wrapped from platform.scope_key
                    union all select index_wrapped from platform.scope_key""").query((r, n) -> r.getBytes(1)).list();
            assertThat(stored).hasSizeGreaterThanOrEqualTo(3).allSatisfy(wrapped -> assertThat(new String(wrapped,
                    java.nio.charset.StandardCharsets.ISO_8859_1)).as("a bare keyset names its kind")
                    .doesNotContain("google.crypto.tink"));
        });
    }

    private void delete(UUID one) {
        assertThat(
                database.jdbc().sql("delete from platform.record_key where scope_id = :scope and record_id = :record")
                        .param("scope", scope).param("record", one).update())
                .isOne();
    }

    private static Seals seals(MasterKey under) {
        return new Seals(under, database.jdbc(), CLOCK, DisposalList.at(folder.resolve("disposals.txt")));
    }

    private static void in(UUID one, Runnable work) {
        database.transactions().inScope(one, work);
    }

    private static void assertBroken(ThrowingCallable opening) {
        assertThatThrownBy(opening).isInstanceOf(SealBroken.class);
    }
}
