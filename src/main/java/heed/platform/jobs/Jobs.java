package heed.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Runs every {@link Job} once the application answers requests, so that no job makes the first page wait. Which node does
 * a round is settled in the database: a node that dies leaves its job to another after a few missed heartbeats.
 */
@Component
class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final ObjectProvider<Job> jobs;
    private final DataSource database;
    private final Clock clock;
    private final boolean wanted;
    private @Nullable Scheduler scheduler;

    /** @param wanted {@code heed.jobs}: false on a node that is to do no jobs */
    Jobs(ObjectProvider<Job> jobs, DataSource database, Clock clock, @Value("${heed.jobs:true}") boolean wanted) {
        this.jobs = jobs;
        this.database = database;
        this.clock = clock;
        this.wanted = wanted;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void begin() {
        var tasks = jobs.orderedStream().map(Jobs::task).toList();
        if (!wanted || tasks.isEmpty() || scheduler != null)
            return;
        scheduler = scheduler(tasks);
        scheduler.start();
    }

    /** Waits for the rounds that are under way, before the database goes. */
    @EventListener(ContextClosedEvent.class)
    synchronized void end() {
        if (scheduler != null)
            scheduler.stop();
        scheduler = null;
    }

    private Scheduler scheduler(List<RecurringTask<Void>> tasks) {
        return Scheduler.create(database)
                .startTasks(tasks)
                .tableName("platform.scheduled_tasks")
                .clock(clock::instant)
                .threads(2)
                .pollingInterval(Duration.ofSeconds(2))
                .heartbeatInterval(Duration.ofSeconds(5))
                .shutdownMaxWait(Duration.ofSeconds(20))
                .failureLogging(LogLevel.WARN, false)
                .build();
    }

    private static RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every())).execute((instance, context) -> round(job));
    }

    private static void round(Job job) {
        try {
            job.round().run();
        } catch (RuntimeException e) {
            // Only the class: a message may quote what was being worked on.
            LOG.warn("Job {}: {}", job.name(), e.getClass().getName());
        }
    }
}
