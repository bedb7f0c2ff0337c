package heed.casework.concern;

import java.util.UUID;

/**
 * Somebody as one concern names them.
 *
 * @param id      of the naming
 * @param concern the concern that names them
 * @param person  as named there
 */
public record Naming(UUID id, Concern concern, Person person) {
    /** The id only, so that a name does not reach a log by accident. */
    @Override
    public String toString() {
        return "Naming[" + id + "]";
    }
}
