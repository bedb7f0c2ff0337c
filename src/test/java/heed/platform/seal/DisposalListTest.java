package heed.platform.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.TestDatabase;
import heed.platform.trail.Trail;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisposalListTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:30:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path keys;
    private static TestDatabase database;
    private static MasterKey master;
    @TempDir
    Path folder;
    private final UUID scope = UUID.randomUUID();
    private final UUID record = UUID.randomUUID();

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        master = MasterKey.create(keys.resolve("keys/master-key.json"));
    }

    @BeforeEach
    void a_record() {
        in(() -> {
            seals().openScope(scope);
            seals().newKey(scope, record);
        });
    }

    @Test
    void a_disposal_is_begun_in_the_list_before_it_is_committed_and_finished_after() throws Exception {
        in(() -> {
            seals().destroy(scope, record);
            assertThat(list().read().destroyed()).isEmpty();
        });

        assertThat(lines()).containsExactly("destroying 2026-03-02T09:30:00Z " + scope + " " + record,
                "destroyed 2026-03-02T09:30:00Z " + scope + " " + record);
        assertThat(list().read().destroyed()).extracting(Disposal::record).containsExactly(record);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
    }

    @Test
    void an_undone_disposal_never_kills_a_living_record() throws Exception {
        assertThatThrownBy(() -> in(() -> {
            seals().destroy(scope, record);
            throw new IllegalArgumentException("undo");
        })).hasMessage("undo");

        assertThat(list().read().destroyed()).isEmpty();
        assertThat(settle()).isZero();
        assertThat(alive()).isTrue();
    }

    @Test
    void a_commit_that_fails_is_noted_as_kept() throws Exception {
        // What is checked at the commit itself fails after the list was told that the disposal begins.
        try (var owner = database.owner().getConnection(); var statement = owner.createStatement()) {
            statement.execute("create table platform.checked_late_of (id int primary key)");
            statement.execute("create table platform.checked_late (id int references platform.checked_late_of (id) "
                    + "deferrable initially deferred)");
            statement.execute("grant select, insert on platform.checked_late to heed_app");
        }
        assertThatThrownBy(() -> in(() -> {
            seals().destroy(scope, record);
            database.jdbc().sql("insert into platform.checked_late values (1)").update();
        })).isInstanceOf(RuntimeException.class);

        assertThat(lines()).extracting(line -> line.split(" ")[0]).containsExactly("destroying", "kept");
        assertThat(settle()).isZero();
        assertThat(alive()).isTrue();
    }

    @Test
    void a_disposal_whose_end_nobody_noted_is_not_repeated() throws Exception {
        add("destroying 2026-03-02T09:30:00Z " + scope + " " + record + "\n");

        assertThat(settle()).isZero();
        assertThat(alive()).isTrue();
        assertThat(list().read().unsettled()).extracting(Disposal::record).containsExactly(record);
    }

    @Test
    void what_the_database_alone_knows_is_added_at_the_start() throws Exception {
        in(() -> seals().destroy(scope, record));
        // As after a power cut between the commit and the second line.
        Files.writeString(file(), "destroying 2026-03-02T09:30:00Z " + scope + " " + record + "\n");

        settle();

        assertThat(list().read().destroyed()).extracting(Disposal::record).contains(record);
        assertThat(list().read().unsettled()).isEmpty();
    }

    @Test
    void a_record_that_came_back_is_destroyed_again_and_the_audit_log_says_so() throws Exception {
        add("destroyed 2026-03-02T09:30:00Z " + scope + " " + record + "\n");

        assertThat(settle()).isOne();

        assertThat(alive()).isFalse();
        in(() -> {
            assertThat(seals().disposed(scope, record)).isTrue();
            assertThat(database.jdbc().sql("select found[1] from platform.trail where act = 'disposal.repeat'")
                    .query(UUID.class).list()).containsExactly(record);
        });
        assertThat(settle()).isZero();
    }

    @Test
    void a_list_that_cannot_be_written_to_undoes_the_disposal() throws Exception {
        var list = list();
        var seals = new Seals(master, database.jdbc(), CLOCK, list);
        Files.delete(file());

        assertThatThrownBy(() -> in(() -> seals.destroy(scope, record))).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("nothing is disposed of without it");
        assertThat(alive()).isTrue();
    }

    @Test
    void a_line_that_was_broken_off_is_passed_over_and_swallows_nothing() throws Exception {
        list();
        add("destroyed 2026-03-02T09:3");
        in(() -> seals().destroy(scope, record));

        var said = list().read();
        assertThat(said.unread()).isOne();
        assertThat(said.destroyed()).extracting(Disposal::record).containsExactly(record);
    }

    @Test
    void outside_a_transaction_nothing_is_destroyed_for_good_unnoted() throws Exception {
        var unscoped = new Seals(master, org.springframework.jdbc.core.simple.JdbcClient.create(database.owner()),
                CLOCK, list());
        assertThat(database.transactions().open()).isFalse();
        // Row-level security hides the row from a connection without a scope: nothing goes, and nothing is noted.
        unscoped.destroy(scope, record);
        assertThat(alive()).isTrue();
        assertThatThrownBy(() -> list().follow(new Disposal(scope, record, CLOCK.instant())))
                .isInstanceOf(IllegalStateException.class);
    }

    private Path file() {
        return folder.resolve("disposals.txt");
    }

    private DisposalList list() {
        return DisposalList.at(file());
    }

    private Seals seals() {
        return new Seals(master, database.jdbc(), CLOCK, list());
    }

    private void add(String text) throws Exception {
        list();
        Files.writeString(file(), text, StandardOpenOption.APPEND);
    }

    private java.util.List<String> lines() throws Exception {
        return Files.readAllLines(file()).stream().filter(line -> !line.startsWith("#")).toList();
    }

    private int settle() {
        return list().settle(database.jdbc(), database.transactions(),
                new Trail(database.jdbc(), database.transactions(), CLOCK));
    }

    private boolean alive() {
        return database.transactions().inScope(scope,
                () -> !seals().keys(scope, java.util.List.of(record)).isEmpty());
    }

    private void in(Runnable work) {
        database.transactions().inScope(scope, work);
    }
}
