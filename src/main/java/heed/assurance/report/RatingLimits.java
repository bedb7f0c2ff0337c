package heed.assurance.report;

import heed.platform.Actor;
import java.util.List;
import java.util.UUID;

/** What weakens the ratings of a return, such as what reviewers did not look at. The slice that keeps it gives a bean. */
public interface RatingLimits {
    /** What weakens them, in the order to print. Called in a transaction of the actor's scope. */
    List<FrozenReport.Limit> of(Actor by, UUID ret);
}
