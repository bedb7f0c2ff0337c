package heed.assurance.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as those invited see it.
 *
 * @param id          its id, the same for the board and for them
 * @param board       the board's recording scope
 * @param boardName   its name
 * @param cycle       the cycle's id
 * @param name        the edition's title and year
 * @param state       where the cycle stands
 * @param profile     what they are asked to answer: a profile's code, or {@code whole}
 * @param invitedAt   when
 * @param remindedAt  when the board last asked for news; null where it did not
 * @param windowFrom  the first day that evidence may be about
 * @param windowUntil the last
 * @param returnsBy   the last day for the return
 * @param accepted    what was begun on it; null where nothing was yet
 */
public record Invited(UUID id, UUID board, String boardName, UUID cycle, String name, CycleState state, String profile,
        Instant invitedAt, @Nullable Instant remindedAt, LocalDate windowFrom, LocalDate windowUntil,
        LocalDate returnsBy, @Nullable Participation accepted) {
}
