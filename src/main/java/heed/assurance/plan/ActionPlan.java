package heed.assurance.plan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a council set itself to do in a year.
 *
 * @param year    the year it is for; null where the paper it came in with does not say
 * @param follows the plan before it; null for none
 */
public record ActionPlan(UUID id, UUID council, @Nullable PlanYear year, String title, @Nullable UUID follows,
        int version) {
    /** Its year in words. */
    public String yearWords() {
        return year == null ? "Year not stated" : year.words();
    }

    /** Whether another plan is of a later year. */
    public boolean before(ActionPlan other) {
        return year != null && other.year != null && other.year.from().isAfter(year.from());
    }

    /** Keeps the title out of logs. */
    @Override
    public String toString() {
        return "ActionPlan[" + id + "]";
    }
}
