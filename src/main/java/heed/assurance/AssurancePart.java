package heed.assurance;

import heed.platform.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A part of the page "Assurance": each slice gives a bean that lists what of its own is there for somebody. Parts are asked
 * in their {@code @Order}.
 */
public interface AssurancePart {
    /**
     * What stands under one heading.
     *
     * @param title the heading
     * @param rows  what is there
     * @param empty what to do where nothing is, a sentence or two
     * @param ways  where something new begins
     */
    record Part(String title, List<Row> rows, String empty, List<Way> ways) {
        /** Copies the lists. */
        public Part {
            rows = List.copyOf(rows);
            ways = List.copyOf(ways);
        }
    }

    /**
     * One thing that is there.
     *
     * @param id     its id, for the audit log
     * @param text   what it is
     * @param href   its page
     * @param hint   more about it, such as until when; empty for nothing
     * @param state  where it stands, in words; empty for none
     * @param colour of the state, as GOV.UK tags have them
     */
    record Row(UUID id, String text, String href, String hint, String state, String colour) {
    }

    /**
     * Where something new begins.
     *
     * @param text the link's words
     * @param href where it leads
     */
    record Way(String text, String href) {
    }

    /**
     * What it shows this person now; empty where they have no business with it. Called in a transaction of their scope;
     * the caller writes the audit log with the ids of the rows.
     */
    Optional<Part> part(Actor by);

    /**
     * Whether something was shared with somebody who has no permission here, so that "Assurance" stands in their
     * navigation. Asked at every page they open, so one indexed look; no by default.
     */
    default boolean shared(Actor by) {
        return false;
    }
}
