package heed.directory.organisation;

import java.util.UUID;

/**
 * A body that people work for.
 *
 * @param id   which
 * @param name its name
 * @param kind what it is
 */
public record Council(UUID id, String name, Kind kind) {
    /** What a body is. */
    public enum Kind {
        /** A council. */
        COUNCIL("Council"),
        /** A company that a council owns, keeping one record together with it. */
        COMPANY("Company"),
        /** Somebody who provides services, in a recording scope of their own. */
        PROVIDER("Provider");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As shown on screen. */
        public String words() {
            return words;
        }
    }
}
