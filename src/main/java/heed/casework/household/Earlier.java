package heed.casework.household;

import heed.casework.concern.Concern;
import java.util.List;

/**
 * Another concern that may name the same people or the same home.
 *
 * @param concern the other
 * @param alike   whom it may name again, and why
 */
public record Earlier(Concern concern, List<Alike> alike) {
    /** Copies the list. */
    public Earlier {
        alike = List.copyOf(alike);
    }

    /**
     * Somebody here who may be somebody there.
     *
     * @param here   as this concern names them
     * @param there  as the other does
     * @param why    what agrees, in words
     * @param strong whether more than part of a name agrees
     */
    public record Alike(String here, String there, String why, boolean strong) {
    }
}
