package heed.access;

import java.time.Instant;
import java.util.UUID;

/**
 * Where somebody is signed in now.
 *
 * @param id      its id, which is not what their browser holds
 * @param browser the browser's family and system, such as "Firefox on Windows"
 * @param from    the network address they signed in from
 * @param began   when they signed in
 * @param used    when it was last used, to the minute
 */
public record OpenSession(UUID id, String browser, String from, Instant began, Instant used) {
}
