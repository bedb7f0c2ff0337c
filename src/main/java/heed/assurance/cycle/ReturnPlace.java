package heed.assurance.cycle;

import heed.platform.Actor;
import java.util.Optional;
import java.util.UUID;

/** Where the return of an invitation is worked on: whoever keeps returns gives a bean. */
public interface ReturnPlace {
    /** The address for this person; empty where the return is not begun, or not theirs to see. */
    Optional<String> of(Actor by, UUID invitation);
}
