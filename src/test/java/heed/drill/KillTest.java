package heed.drill;

import static org.assertj.core.api.Assertions.assertThat;

import heed.platform.db.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Ten people send while Heed, its database or both are killed at random moments. Every concern whose receipt somebody was
 * given is there once, with the entry of the audit log that goes with it. {@code -Ddrill.kills=100} kills more often.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("drill.kills", 3);
    private static final long SEED = Long.getLong("drill.seed", 7);

    /** What is killed. */
    enum Target {
        HEED, POSTGRES, BOTH
    }

    /** One line of the table. */
    record Round(int number, Target target, long afterMillis, int acknowledged, long upAgainMillis) {
    }

    /** What a sender was given a receipt for: the words they sent, by the reference. */
    private final Map<String, String> receipts = new ConcurrentHashMap<>();
    private final AtomicBoolean done = new AtomicBoolean();
    private volatile String lastSeen = "nothing";

    @Test
    void every_acknowledged_concern_is_there_once_with_its_trail_entry() throws Exception {
        var random = new Random(SEED);
        var rounds = new ArrayList<Round>();
        // On the real disk, where fsync means something, and not in memory as other tests' databases are.
        var disk = Files.createTempDirectory(Path.of("target"), "drill-").toAbsolutePath();
        try (var subject = new Subject(disk.resolve("data"), TestCluster.programs()).start()) {
            var senders = new ArrayList<Thread>();
            for (var staff : subject.people().subList(2, 2 + DrilledHeed.SENDERS))
                senders.add(Thread.ofVirtual().start(() -> send(subject, staff)));
            for (int i = 1; i <= KILLS; i++) {
                var target = Target.values()[(i - 1) % Target.values().length];
                int before = receipts.size();
                long wait = 300 + random.nextInt(2_500);
                try {
                    Subject.await(Duration.ofMinutes(1), () -> receipts.size() > before);
                } catch (AssertionError nothingMore) {
                    print(rounds);
                    throw new AssertionError("nobody could send for a minute; last they saw: " + lastSeen
                            + "; senders alive: " + senders.stream().filter(Thread::isAlive).count()
                            + "; the log ends: "
                            + subject.log(), nothingMore);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(wait));
                int acknowledged = receipts.size();
                long from = System.nanoTime();
                if (target != Target.HEED)
                    subject.killPostgres();
                if (target != Target.POSTGRES) {
                    subject.killHeed();
                    subject.start();
                }
                subject.awaitAnswers();
                rounds.add(new Round(i, target, wait, acknowledged, (System.nanoTime() - from) / 1_000_000));
            }
            done.set(true);
            for (var sender : senders)
                sender.join();
            print(rounds);
            assertThat(receipts).hasSizeGreaterThan(KILLS);
            assertThat(counted(subject, """
                    select c.ref, count(*) from casework.concern c
                    join platform.trail t on t.scope_id = c.scope_id and t.record_id = c.id and t.act = 'concern.raise'
                      and t.outcome = 'DONE'
                    join casework.concern_entry e on e.scope_id = c.scope_id and e.concern_id = c.id and e.act = 'RAISE'
                    group by c.ref""")).as("acknowledged concerns that are there once, with one entry each")
                    .containsAllEntriesOf(receipts.keySet().stream().collect(Collectors.toMap(r -> r, r -> 1L)));
            assertThat(counted(subject, "select submission::text, count(*) from casework.concern group by submission")
                    .values()).as("what was sent again and again is there once").allMatch(n -> n == 1);
            assertThat(counted(subject, """
                    select c.ref, 1 from casework.concern c where not exists (
                      select 1 from platform.trail t where t.record_id = c.id and t.act = 'concern.raise')"""))
                    .as("concerns without an entry").isEmpty();
            read(subject);
        } finally {
            org.springframework.util.FileSystemUtils.deleteRecursively(disk);
        }
    }

    /** Sends one concern after another; one that was cut off is sent again until its receipt comes. */
    private void send(Subject subject, String staff) {
        int number = 0;
        while (!done.get()) {
            var words = "Worry " + staff + " " + number++;
            String draft = null;
            while (!done.get()) {
                try {
                    var phone = subject.visitor(staff);
                    if (draft == null) {
                        phone.get("/raise").post("/raise", "danger", "no");
                        draft = phone.location().replaceFirst("/account$", "");
                    }
                    // What was cut off may have been received: sending it again must make nothing new.
                    phone.get("/raise").post(draft + "/account", "seen", words);
                    phone.get("/raise").post(draft + "/sending");
                    if (phone.get(draft + "/receipt").status() != 200) {
                        lastSeen = number + ": no receipt, " + phone.status() + " " + phone.heading();
                        continue;
                    }
                    receipts.put(phone.page().select(".govuk-panel__body strong").text(), words);
                    break;
                } catch (RuntimeException | AssertionError cutOff) {
                    lastSeen = number + ": " + cutOff;
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
                }
            }
        }
    }

    private static Map<String, Long> counted(Subject subject, String sql) throws Exception {
        var found = new HashMap<String, Long>();
        try (var connection = subject.database(); var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next())
                found.put(rows.getString(1), rows.getLong(2));
        }
        return found;
    }

    /** Every tenth is read again as whoever sent it reads it. */
    private void read(Subject subject) {
        var sender = subject.people().get(2);
        var phone = subject.visitor(sender);
        receipts.entrySet().stream().filter(r -> r.getValue().contains(sender)).limit(10).forEach(r -> assertThat(
                phone.get("/my-concerns/" + r.getKey()).page().text()).contains(r.getValue()));
    }

    private void print(List<Round> rounds) {
        var table = new StringBuilder("%nkill  target    after ms  acknowledged  answers again after ms%n".formatted());
        for (var r : rounds)
            table.append("%4d  %-8s  %8d  %12d  %22d%n".formatted(r.number(), r.target(), r.afterMillis(),
                    r.acknowledged(), r.upAgainMillis()));
        System.out.println(table.append(receipts.size()).append(" concerns acknowledged; each is there once\n"));
    }
}
