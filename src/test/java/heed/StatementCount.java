package heed;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts what the database is asked, so that a list costs as much for many as for one. */
public final class StatementCount {
    private StatementCount() {
    }

    /** How many statements the database is asked while this is done. */
    public static long of(Runnable done) {
        var log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var asked = new ListAppender<ILoggingEvent>();
        var level = log.getLevel();
        asked.start();
        log.addAppender(asked);
        log.setLevel(Level.DEBUG);
        log.setAdditive(false);
        try {
            done.run();
        } finally {
            log.setLevel(level);
            log.setAdditive(true);
            log.detachAppender(asked);
        }
        var here = Thread.currentThread().getName();
        return List.copyOf(asked.list).stream().filter(e -> e.getThreadName().equals(here)
                && e.getMessage().startsWith("Executing prepared SQL statement")).count();
    }
}
