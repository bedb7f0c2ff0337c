package heed.assurance.peerreview;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One turn in a challenge. Turns are added and never changed.
 *
 * @param id     which
 * @param move   what it did
 * @param by     who took it
 * @param at     when it was written down
 * @param words  what was said; empty where none were needed
 * @param minute the minute it was taken from; null for one in writing
 */
public record Turn(UUID id, ChallengeMove move, Speaker by, Instant at, String words, @Nullable Minute minute) {
    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "Turn[" + move + "]";
    }
}
