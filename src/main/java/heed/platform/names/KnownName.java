package heed.platform.names;

import java.util.UUID;

/**
 * A name somebody is known by. One person may have several, all with the same id.
 *
 * @param who
 *            id of the person
 * @param name
 *            as recorded, such as "William Tordoff"
 */
public record KnownName(UUID who, String name) {
    /** The id only, so that a name does not reach a log by accident. */
    @Override
    public String toString() {
        return "KnownName[" + who + "]";
    }
}
