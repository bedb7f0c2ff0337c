package heed.platform.trail;

import java.time.Instant;
import java.util.UUID;

/**
 * What the audit log says of one person and one record.
 *
 * @param who    the person
 * @param opened how often they acted on it or opened it
 * @param listed how often they met it in a list or a search
 * @param first  when first
 * @param last   when last
 */
public record Look(UUID who, int opened, int listed, Instant first, Instant last) {
}
