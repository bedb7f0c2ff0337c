package heed.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class JobsTest {
    private static final int WAIT_SECONDS = 60;

    private final TestDatabase database = TestDatabase.migrated();

    @Test
    void two_nodes_share_the_rounds_and_never_do_one_at_the_same_time() throws Exception {
        var under = new AtomicInteger();
        var most = new AtomicInteger();
        var rounds = new CountDownLatch(3);
        var job = new Job("count-up", Duration.ofSeconds(1), () -> {
            most.accumulateAndGet(under.incrementAndGet(), Math::max);
            rounds.countDown();
            under.decrementAndGet();
        });
        var one = node(true, job);
        var two = node(true, job);
        one.begin();
        two.begin();
        try {
            assertThat(rounds.await(WAIT_SECONDS, TimeUnit.SECONDS)).as("three rounds").isTrue();
        } finally {
            one.end();
            two.end();
        }
        assertThat(most).hasValue(1);
        assertThat(database.jdbc().sql("select count(*) from platform.scheduled_tasks where task_name = 'count-up'")
                .query(Integer.class).single()).as("one row for both nodes").isEqualTo(1);
    }

    @Test
    void a_round_that_fails_is_followed_by_the_next() throws Exception {
        var rounds = new CountDownLatch(2);
        var node = node(true, new Job("always-fails", Duration.ofSeconds(1), () -> {
            rounds.countDown();
            throw new IllegalStateException("fails");
        }));
        node.begin();
        try {
            assertThat(rounds.await(WAIT_SECONDS, TimeUnit.SECONDS)).as("two rounds").isTrue();
        } finally {
            node.end();
        }
    }

    @Test
    void a_node_that_is_to_do_no_jobs_does_none() {
        var node = node(false, new Job("never-done", Duration.ofSeconds(1), () -> {
            throw new AssertionError("done all the same");
        }));
        node.begin();
        node.end();
        assertThat(database.jdbc().sql("select count(*) from platform.scheduled_tasks").query(Integer.class).single())
                .isZero();
    }

    @Test
    void a_job_says_its_name_and_leaves_room_between_rounds() {
        assertThatThrownBy(() -> new Job("Send Mail", Duration.ofSeconds(1), () -> {
        })).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Job("send-mail", Duration.ofMillis(999), () -> {
        })).isInstanceOf(IllegalArgumentException.class);
    }

    private Jobs node(boolean wanted, Job job) {
        var beans = new StaticListableBeanFactory(Map.of(job.name(), job));
        return new Jobs(beans.getBeanProvider(Job.class), database.app(), Clock.systemUTC(), wanted);
    }
}
