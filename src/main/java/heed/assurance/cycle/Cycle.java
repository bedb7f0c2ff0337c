package heed.assurance.cycle;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of an edition.
 *
 * @param id      its id
 * @param edition the published edition that is answered
 * @param name    as shown: the edition's title and year
 * @param state   where it stands
 * @param dates   its window and stages
 * @param version counts its changes
 */
public record Cycle(UUID id, UUID edition, String name, CycleState state, Dates dates, int version) {
    /**
     * When what happens. All days are whole, in London.
     *
     * @param windowFrom   the first day that evidence may be about
     * @param windowUntil  the last
     * @param opensOn      when returns begin
     * @param returnsBy    the last day for returns
     * @param peerBy       the last day for peers; null where not set
     * @param moderationOn when the panel meets; null where not set
     * @param publishBy    when what was agreed goes out; null where not set
     */
    public record Dates(LocalDate windowFrom, LocalDate windowUntil, LocalDate opensOn, LocalDate returnsBy,
            @Nullable LocalDate peerBy, @Nullable LocalDate moderationOn, @Nullable LocalDate publishBy) {
    }
}
