package heed.assurance.cycle;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That an organisation takes part in a cycle.
 *
 * @param id          the invitation's id
 * @param board       the board's recording scope
 * @param cycle       the cycle's id
 * @param edition     the edition as it is kept in this scope
 * @param council     which organisation of the scope answers
 * @param profile     what it answers: a profile's code, or {@code whole}
 * @param windowFrom  the first day that evidence may be about
 * @param windowUntil the last
 * @param returnsBy   the last day for the return, as it was when they took part
 * @param state       where the return stands, a code
 * @param items       how many items it has
 * @param done        how many of them are done
 * @param handedIn    whether it is with the board
 */
public record Participation(UUID id, UUID board, UUID cycle, UUID edition, UUID council, String profile,
        LocalDate windowFrom, LocalDate windowUntil, LocalDate returnsBy, String state, int items, int done,
        boolean handedIn) {
    /** Before the return is started. */
    public static final String NOT_STARTED = "NOT_STARTED";
}
