package heed.casework.known;

import heed.casework.concern.Concern;
import heed.casework.concern.Naming;
import heed.casework.concern.Person;
import java.util.List;
import java.util.UUID;

/**
 * What is known of those a concern names, as far as one officer may see it.
 *
 * @param concern the concern
 * @param people  each person it names, in order
 * @param hint    whether the officer may be told that a restricted record may match
 * @param asked   how often officers triaging other concerns came upon this one, where it is restricted
 */
public record Matched(Concern concern, List<Somebody> people, boolean hint, long asked) {
    /** Copies the list. */
    public Matched {
        people = List.copyOf(people);
    }

    /**
     * One person named.
     *
     * @param naming    the id of the naming
     * @param person    as named
     * @param linked    other namings said to be the same person, latest first
     * @param offers    who they may be, closest first
     * @param more      how many more share something and were not offered; they were not all opened
     * @param different who they were said not to be, and would be offered again
     * @param pairs     every naming compared that is worth a line: offered, linked, or of the same home
     */
    public record Somebody(UUID naming, Person person, List<Naming> linked, List<Offer> offers, long more,
            List<Different> different, List<Pair> pairs) {
        /** Copies the lists. */
        public Somebody {
            linked = List.copyOf(linked);
            offers = List.copyOf(offers);
            different = List.copyOf(different);
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * Somebody who may be the same person.
     *
     * @param closest  the naming that agrees most
     * @param others   further namings of the same known person
     * @param likeness how the closest agrees
     */
    public record Offer(Naming closest, List<Naming> others, Likeness likeness) {
        /** Copies the list. */
        public Offer {
            others = List.copyOf(others);
        }
    }

    /** Somebody said to be another person, and the link that says so. */
    public record Different(Naming naming, KnownLink link) {
    }

    /** A naming elsewhere, and how it agrees. */
    public record Pair(Naming there, Likeness likeness) {
    }
}
