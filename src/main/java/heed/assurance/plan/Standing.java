package heed.assurance.plan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an action stands, and since when.
 *
 * @param reviewOn   for one on hold, when it is looked at again
 * @param claimedBy  who said that it is complete; null where nobody does
 * @param result     what came of it, where it is closed
 * @param carriedTo  the action of a later plan in which it goes on
 */
public record Standing(ActionState state, @Nullable LocalDate agreedOn, @Nullable LocalDate reviewOn,
        @Nullable UUID claimedBy, @Nullable LocalDate claimedOn, @Nullable UUID verifiedBy,
        @Nullable LocalDate verifiedOn, @Nullable LocalDate closedOn, @Nullable ActionResult result,
        @Nullable UUID carriedTo) {
    /** One that was just proposed. */
    static final Standing PROPOSED = new Standing(ActionState.PROPOSED, null, null, null, null, null, null, null, null,
            null);

    /** One that a paper shows as agreed, or as complete without saying who looked. */
    static Standing asPrinted(ActionState state, @Nullable LocalDate agreedOn) {
        return new Standing(state, agreedOn, null, null, null, null, null, null, null, null);
    }
}
