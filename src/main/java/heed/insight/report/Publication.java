package heed.insight.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A quarter as it was published, once and for all.
 *
 * @param id      its id
 * @param quarter which quarter
 * @param number  0 for the first, 1 and on for revisions
 * @param by      who published it
 * @param at      when
 * @param hash    of the frozen copy, SHA-256 in hexadecimal digits
 * @param full    all figures
 * @param members the copy for members and the public
 * @param reason  why it was revised; null for the first
 */
record Publication(UUID id, Quarter quarter, int number, UUID by, Instant at, String hash, Sheet full, Sheet members,
        @Nullable String reason) {
    /** Keeps somebody's words out of logs. */
    @Override
    public String toString() {
        return "Publication[" + id + "]";
    }
}
