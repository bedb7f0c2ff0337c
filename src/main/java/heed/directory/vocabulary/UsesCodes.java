package heed.directory.vocabulary;

import heed.platform.Actor;
import java.util.Set;

/** Whoever keeps codes of lists says which are used: what a used code means can no longer be changed. */
public interface UsesCodes {
    /**
     * The codes of a list that records hold, or ever held, in the actor's scope: all of them, whatever the actor may see,
     * because it tells of no record. Empty for lists it keeps none of. Needs the caller's scope transaction.
     */
    Set<String> used(Actor by, String list);
}
