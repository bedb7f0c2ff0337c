package heed.access.signin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A form that arrived after its session ended.
 *
 * @param to    the path it was sent to
 * @param typed what was typed, in the order it was sent
 */
record ParkedForm(UUID id, Instant at, String to, List<Typed> typed) {
    /** One parameter of the form. */
    record Typed(String name, String value) {
    }
}
