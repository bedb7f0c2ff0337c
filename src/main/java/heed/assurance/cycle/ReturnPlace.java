package heed.assurance.cycle;

import heed.platform.Actor;
import java.util.Optional;
import java.util.UUID;

/** Where the return of an invitation is worked on: whoever keeps returns gives a bean. */
public interface ReturnPlace {
    /**
     * Where it is.
     *
     * @param words what its button says
     * @param href  its address
     * @param begun whether there is a return already; else it can be begun there
     */
    record Place(String words, String href, boolean begun) {
    }

    /** The place for this person; empty where they neither read the return nor may begin it. */
    Optional<Place> of(Actor by, UUID invitation);
}
