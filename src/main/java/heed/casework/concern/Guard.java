package heed.casework.concern;

import heed.platform.Actor;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps a concern from the people it is about. The concern slice asks it at every arrival and whenever an officer stands
 * aside; the allegation slice answers.
 */
public interface Guard {
    /** Whether what was told is about someone who works here, by the teller's own answer or a name that was typed. */
    Verdict consider(Actor by, Telling telling);

    /** Bars whom it must be kept from and, where it is an allegation, tells those who must know. In the same transaction. */
    void guard(Actor by, Concern concern, Telling telling, Verdict verdict);

    /**
     * The same for a record that is no concern, such as a question about somebody who works here: it bars those it is about
     * and names those who may read it, without a record for a lead. In the same transaction.
     *
     * @return who may read it, to be told
     */
    Set<UUID> hold(Actor by, UUID record, Telling telling, Verdict verdict);

    /** An officer has stood aside or handed back a concern that is held by name: others are found and told, but not these. */
    void replace(Actor by, Concern concern, Set<UUID> but);

    /**
     * What was found.
     *
     * @param allegation whether it goes to the allegations recipients
     * @param matches    staff that a typed name was taken for
     * @param keepFrom   staff whom the teller asked to keep it from
     */
    record Verdict(boolean allegation, Set<Match> matches, Set<UUID> keepFrom) {
        /** Copies the sets. */
        public Verdict {
            matches = Set.copyOf(matches);
            keepFrom = Set.copyOf(keepFrom);
        }
    }

    /** A typed name taken for somebody on the staff. */
    record Match(UUID staff, String place, boolean likely) {
    }
}
