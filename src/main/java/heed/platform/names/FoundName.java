package heed.platform.names;

import java.util.UUID;

/**
 * Somebody known whose name stands in a text.
 *
 * @param who
 *            id of the person
 * @param reason
 *            why, and how far it may be trusted
 * @param from
 *            where in the text the closest mention starts, in characters from 0
 * @param to
 *            where it ends, exclusive
 */
public record FoundName(UUID who, Reason reason, int from, int to) {
}
