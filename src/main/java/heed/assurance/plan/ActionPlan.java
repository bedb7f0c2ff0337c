package heed.assurance.plan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a council set itself to do in a year.
 *
 * @param follows the plan before it; null for none
 */
public record ActionPlan(UUID id, UUID council, PlanYear year, String title, @Nullable UUID follows, int version) {
    /** Keeps the title out of logs. */
    @Override
    public String toString() {
        return "ActionPlan[" + id + "]";
    }
}
