package heed.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A concern of the demonstration year: the telling with every slot filled, told by someone at a moment, and how far it
 * has come. What the telling says about triage counts only as far as {@code state} goes.
 *
 * @param number     1 for the oldest; the order in which they were received
 * @param telling    the concern, ready to be sent
 * @param scope      recording scope
 * @param reporter   key of the member of staff who tells it
 * @param receivedAt when it was sent
 * @param happenedOn the day it happened; null when not known
 * @param happenedAt the time it happened; null when not known
 * @param state      how far it has come
 * @param takenUpBy  key of the officer; null while waiting
 * @param takenUpAt  null while waiting
 * @param decidedAt  when it was decided and the reporter was answered; null until then
 * @param addsTo     number of the earlier concern whose case this joined; null otherwise
 */
record DatedConcern(int number, Telling telling, String scope, String reporter, Instant receivedAt,
        @Nullable LocalDate happenedOn, @Nullable LocalTime happenedAt, State state, @Nullable String takenUpBy,
        @Nullable Instant takenUpAt, @Nullable Instant decidedAt, @Nullable Integer addsTo) {

    /** How far a concern has come. */
    enum State {
        /** Nobody has taken it up yet. */
        WAITING,
        /** An officer has it, nothing is decided. */
        IN_HAND,
        /** Decided, and the reporter answered. */
        DECIDED
    }
}
