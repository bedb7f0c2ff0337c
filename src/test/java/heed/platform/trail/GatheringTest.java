package heed.platform.trail;

import static org.assertj.core.api.Assertions.assertThat;

import heed.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written to the audit log is gathered, signed and told outside the database, whatever happens meanwhile. */
class GatheringTest {
    private static final UUID HERE = UUID.fromString("11111111-1111-1111-1111-111111111111");
    private static final UUID THERE = UUID.fromString("22222222-2222-2222-2222-222222222222");

    @TempDir
    Path folder;
    Chained log;

    @BeforeEach
    void a_log() {
        log = new Chained(folder);
    }

    private void entries(UUID scope, int many) {
        for (int i = 0; i < many; i++)
            log.add(scope, Trace.list("concern.list", List.of(UUID.randomUUID(), UUID.randomUUID()))
                    .fields("état", "a \"b\"\n").because("BECAUSE"));
    }

    private List<String> kinds() {
        return log.database.jdbc().sql("select kind || ' ' || size from platform.trail_batch order by number")
                .query(String.class).list();
    }

    private List<String> file() throws Exception {
        return Files.readAllLines(log.heads().file()).stream().filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("^\\{\"number\":(\\d+),\"kind\":\"(\\w+)\".*$", "$1 $2")).toList();
    }

    @Test
    void every_entry_is_in_one_batch_and_a_second_implementation_agrees() throws Exception {
        entries(HERE, 7);
        entries(THERE, 5);
        log.gathering().round();
        log.clock.pass(Duration.ofMinutes(3));
        entries(HERE, 6);
        log.add(HERE, Trace.of("concern.view", UUID.randomUUID()));
        log.gathering().round();
        log.gathering().round();
        assertThat(kinds()).containsExactly("BACKLOG 7", "BACKLOG 5", "BATCH 7");
        assertThat(file()).containsExactly("1 BACKLOG", "2 BACKLOG", "3 BATCH");
        entries(THERE, 2);
        var said = log.verify(log.export(), log.withHeads());
        assertThat(said.words()).contains("WHOLE: every entry", "21, of which 19 in batches", "2 of the last moments",
                "3 heads", "3 compared");
        assertThat(said.code()).isZero();
    }

    @Test
    void an_entry_that_commits_late_is_not_passed_over() throws Exception {
        entries(HERE, 1);
        log.gathering().round();
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var slow = Thread.ofVirtual().start(() -> log.database.transactions().inScope(HERE, () -> {
            log.trail.add(heed.platform.Actor.system(HERE), Trace.of("slow.act"));
            written.countDown();
            try {
                if (!mayCommit.await(1, TimeUnit.MINUTES))
                    throw new IllegalStateException("nobody let it commit");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        assertThat(written.await(1, TimeUnit.MINUTES)).isTrue();
        log.clock.pass(Duration.ofSeconds(5));
        entries(HERE, 3);
        log.gathering().round();
        mayCommit.countDown();
        slow.join();
        log.clock.pass(Duration.ofSeconds(5));
        log.gathering().round();
        assertThat(kinds()).containsExactly("BACKLOG 1", "BATCH 3", "BATCH 1");
        assertThat(log.verify(log.export(), log.withHeads()).code()).isZero();
    }

    @Test
    void two_nodes_that_gather_at_once_put_each_entry_in_one_batch() throws Exception {
        entries(HERE, 1);
        log.gathering().round();
        var other = log.startAgain();
        var nodes = List.of(other, log.startAgain());
        for (int i = 0; i < 5; i++) {
            entries(HERE, 20);
            var threads = new ArrayList<Thread>();
            for (var node : nodes)
                threads.add(Thread.ofVirtual().start(node::round));
            for (var thread : threads)
                thread.join();
        }
        nodes.forEach(Gathering::round);
        var said = log.verify(log.export(), log.withHeads());
        assertThat(said.words()).contains("101, of which 101 in batches", "WHOLE: every entry");
        assertThat(log.database.jdbc().sql("select count(*) from platform.trail_batch").query(Long.class).single())
                .isBetween(6L, 11L);
    }

    @Test
    void an_entry_put_in_with_an_old_date_is_told_at_once_and_for_ever() {
        entries(HERE, 3);
        log.gathering().round();
        log.clock.pass(Duration.ofDays(2));
        entries(HERE, 1);
        log.gathering().round();
        log.clock.pass(Duration.ofDays(-1));
        entries(HERE, 1);
        log.clock.pass(Duration.ofDays(1));
        log.gathering().round();
        var before = log.verify(log.export(), log.withHeads());
        assertThat(before.words()).contains("in no batch", "is in no batch, and those of its time are");
        assertThat(before.code()).isEqualTo(1);
        log.startAgain().round();
        assertThat(kinds()).containsExactly("BACKLOG 3", "BATCH 1", "LATE 1");
        var after = log.verify(log.export(), log.withHeads());
        assertThat(after.words()).contains("Batch 3 of", "1 entry that is dated long before Heed found them");
        assertThat(after.code()).isEqualTo(1);
        assertThat(log.verify(log.export(), log.withHeads(), "--explained=3").code()).isZero();
    }

    @Test
    void what_waits_over_a_weekend_is_not_late() {
        entries(HERE, 3);
        entries(THERE, 1);
        log.gathering().round();
        log.clock.pass(Duration.ofSeconds(3));
        entries(HERE, 2);
        entries(THERE, 2);
        log.clock.pass(Duration.ofDays(3));
        log.startAgain().round();
        assertThat(kinds()).containsExactly("BACKLOG 3", "BACKLOG 1", "BACKLOG 2", "BACKLOG 2");
        log.clock.pass(Duration.ofSeconds(3));
        entries(HERE, 1);
        log.gathering().round();
        entries(HERE, 2);
        entries(THERE, 2);
        log.clock.pass(Duration.ofDays(3));
        log.startAgain().round();
        assertThat(kinds()).endsWith("BATCH 1", "BATCH 2", "BATCH 2");
        assertThat(log.verify(log.export(), log.withHeads()).code()).isZero();
    }

    @Test
    void more_than_a_slice_is_gathered_in_several_batches() {
        log.database.transactions().inScope(HERE, () -> log.database.jdbc().sql("""
                insert into platform.trail (id, scope_id, at, actor, act, fields, found, outcome, came_from)
                select gen_random_uuid(), :scope, now() - n * interval '1 second', gen_random_uuid(), 'concern.view', '{}',
                  '{}', 'DONE', '192.0.2.7' from generate_series(1, 11000) n""").param("scope", HERE).update());
        log.gathering().round();
        assertThat(kinds()).containsExactly("BACKLOG 5000", "BACKLOG 5000", "BACKLOG 1000");
        assertThat(log.verify(log.export(), log.withHeads()).words()).contains("11,000, of which 11,000 in batches",
                "WHOLE");
    }

    @Test
    void a_new_key_is_named_by_the_old_one() throws Exception {
        entries(HERE, 2);
        log.gathering().round();
        var fingerprint = log.keys().renew();
        entries(HERE, 2);
        log.gathering().round();
        assertThat(kinds()).containsExactly("BACKLOG 2", "KEY 0", "BATCH 2");
        var said = log.verify(log.export(), log.withHeads(), "--key=" + fingerprint);
        assertThat(said.words()).contains("a new key, named by the one before it", "WHOLE", fingerprint);
        assertThat(said.code()).isZero();
    }

    @Test
    void a_lost_key_stops_nothing_and_is_told() throws Exception {
        entries(HERE, 2);
        log.gathering().round();
        Files.delete(log.keys().file());
        entries(HERE, 2);
        log.gathering().round();
        assertThat(kinds()).containsExactly("BACKLOG 2", "KEY 0", "BATCH 2");
        var said = log.verify(log.export(), log.withHeads());
        assertThat(said.words()).contains("From head 2 on another key signs, and the one before did not name it");
        assertThat(said.code()).isEqualTo(1);
        assertThat(log.verify(log.export(), "--explained=2").code()).isZero();
    }

    @Test
    void a_restored_database_goes_on_in_a_branch_that_says_so() throws Exception {
        entries(HERE, 2);
        log.gathering().round();
        entries(HERE, 3);
        log.gathering().round();
        // As if the database were of the time before the second batch.
        try (var owner = heed.platform.db.TestCluster.running()
                .superuser(log.database.url().replaceFirst(".*/", ""))) {
            owner.createStatement().execute("delete from platform.trail_batch where number = 2; "
                    + "delete from platform.trail t using platform.trail_leaf l where l.entry_id = t.id and l.batch = 2; "
                    + "delete from platform.trail_leaf where batch = 2");
        }
        Files.writeString(Gathering.restoredMark(folder), "restored");
        log.clock.pass(Duration.ofMinutes(10));
        entries(HERE, 1);
        log.startAgain().round();
        log.startAgain().round();
        assertThat(kinds()).containsExactly("BACKLOG 2", "RESTORED 0", "BATCH 1");
        assertThat(file()).containsExactly("1 BACKLOG", "2 BATCH", "2 RESTORED", "3 BATCH");
        assertThat(Gathering.restoredMark(folder)).doesNotExist();
        var said = log.verify(log.export(), log.withHeads());
        assertThat(said.words()).contains("Head 2 of", "a backup was restored, or later heads and their entries",
                "Heads 2 to 2 of the heads file");
        assertThat(said.code()).isEqualTo(1);
        assertThat(log.verify(log.export(), log.withHeads(), "--explained=2").code()).isZero();
    }

    @Test
    void a_heads_file_that_cannot_be_written_stops_nothing_and_is_made_up_for() throws Exception {
        entries(HERE, 2);
        log.gathering().round();
        var kept = Files.readString(log.heads().file());
        Files.delete(log.heads().file());
        Files.createDirectory(log.heads().file());
        log.clock.pass(Duration.ofMinutes(10));
        entries(HERE, 2);
        log.gathering().round();
        assertThat(kinds()).containsExactly("BACKLOG 2", "BATCH 2");
        var by = heed.platform.Actor.system(HERE);
        assertThat(log.gathering().state(by).trouble()).contains("the heads file");
        Files.delete(log.heads().file());
        // A line that was broken off half way.
        Files.writeString(log.heads().file(), kept + "{\"number\":2,\"ki");
        log.gathering().round();
        assertThat(file()).startsWith("1 BACKLOG").endsWith("2 BATCH");
        assertThat(log.gathering().state(by).trouble()).isEmpty();
        assertThat(log.verify(log.export(), log.withHeads()).code()).isZero();
    }

    @Test
    void a_key_that_others_can_read_is_not_used_and_recording_goes_on() throws Exception {
        entries(HERE, 2);
        log.gathering().round();
        Files.setPosixFilePermissions(log.keys().file(),
                java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        entries(HERE, 2);
        log.clock.pass(Duration.ofMinutes(10));
        log.gathering().round();
        var state = log.gathering().state(heed.platform.Actor.system(HERE));
        assertThat(state.trouble()).contains("others on this machine can read");
        assertThat(state.waiting()).isEqualTo(2);
    }

    @Test
    void nobody_at_the_application_can_change_what_vouches() {
        var other = TestDatabase.migrated();
        for (var change : List.of("update platform.trail_batch set size = 1", "delete from platform.trail_batch",
                "update platform.trail_leaf set position = 1", "delete from platform.trail_leaf"))
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> other.jdbc().sql(change).update())
                    .hasStackTraceContaining("permission denied");
    }
}
