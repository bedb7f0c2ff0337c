package heed.access.staff;

import heed.platform.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Knows where people can work. Kept above this module, so it is a port. */
public interface Workplaces {
    /** Councils, companies and providers of the actor's scope. */
    List<Workplace> councils(Actor by);

    /** Services of the actor's scope. */
    List<Workplace> services(Actor by);

    /**
     * Somewhere to work.
     *
     * @param id   which
     * @param of   the council that a service belongs to; null for a council itself
     * @param name its name
     */
    record Workplace(UUID id, @Nullable UUID of, String name) {
    }
}
