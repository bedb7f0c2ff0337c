package heed.platform.jobs;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Work done at intervals, on one node at a time. A module contributes a bean for each. Nothing required by law may rest
 * on a job: deadlines are computed from stored facts, and a dead job delays a mail, never a deadline.
 *
 * @param name  unique, small letters and hyphens; kept in the database, so it stays once chosen
 * @param every how long to wait after the end of one round before the next begins; a second at least
 * @param round one round; what it throws is logged by class only, and the next round is tried all the same
 */
public record Job(String name, Duration every, Runnable round) {
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");

    /** Checks the name and the interval. */
    public Job {
        if (!NAME.matcher(name).matches())
            throw new IllegalArgumentException("a job's name is small letters and hyphens");
        if (every.compareTo(Duration.ofSeconds(1)) < 0)
            throw new IllegalArgumentException("a job waits a second at least");
    }
}
