package heed.access.signin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A form that arrived after its session ended, or before who sent it had confirmed that it is them.
 *
 * @param to         the path it was sent to
 * @param typed      what was typed, in the order it was sent
 * @param confirming whether it only waits for a confirmation
 */
record ParkedForm(UUID id, Instant at, String to, List<Typed> typed, boolean confirming) {
    /** One parameter of the form. */
    record Typed(String name, String value) {
    }
}
