package heed.assurance.check;

import org.jspecify.annotations.Nullable;

/**
 * Something that will not stand, for a person to look at; never a change.
 *
 * @param kind  what is wrong
 * @param sure  how sure this is
 * @param about what it is about, in the return's own words; personal data may be in it
 * @param place where it stands
 * @param says  what stands there
 * @param other the other place, or null where one place is enough
 * @param against what stands there; null without another place
 */
public record Finding(Kind kind, Sure sure, String about, Place place, String says, @Nullable Place other,
        @Nullable String against) {
    /** How sure a finding is. */
    public enum Sure {
        /** The text says so. */
        CERTAIN("Certain"),
        /** Most of what looks like this is. */
        LIKELY("Likely"),
        /** Worth a look. */
        POSSIBLE("Possible");

        private final String words;

        Sure(String words) {
            this.words = words;
        }

        /** As said on a page. */
        public String words() {
            return words;
        }
    }

    /** What may be wrong. */
    public enum Kind {
        /** One thing, two dates. */
        DATE_CONFLICT("Two dates for one thing"),
        /** One thing, dated exactly in one place and loosely in another. */
        VAGUE_DATE("An exact date stands elsewhere"),
        /** One measure and period, two values (invariant 11 of the assurance model). */
        FIGURE_CONFLICT("Two figures for one thing"),
        /** Figures side by side that cover different lengths of time. */
        PERIOD_NOT_COMPARABLE("Figures of different periods"),
        /** One body, two people in charge of it. */
        WHO_CONFLICT("Two posts for one task"),
        /** One thing, two rhythms. */
        FREQUENCY_CONFLICT("Two rhythms for one thing"),
        /** The same text in two answers. */
        PASTE_DUPLICATE("Same text in two answers"),
        /** The same table in two answers. */
        TABLE_DUPLICATE("Same table in two answers"),
        /** Evidence about another time (invariant 8). */
        OUT_OF_WINDOW("Evidence out of the window"),
        /** A question quoted without what was answered. */
        RESULT_MISSING("Question without its result"),
        /** A check said to be made, and none shown. */
        EVIDENCE_MISSING("Check without its result"),
        /** A rating that asks for evidence from the window, without any (invariant 3). */
        NO_EVIDENCE("Rating without evidence"),
        /** A rating that asks for an action, without one (invariant 4). */
        NO_ACTION("Rating without action"),
        /** A person named, or the story of one (invariant 22). */
        DISCLOSURE("A person may be known by this");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As said on a page. */
        public String words() {
            return words;
        }
    }

    static Finding at(Kind kind, Sure sure, String about, Place place, String says) {
        return new Finding(kind, sure, about, place, says, null, null);
    }

    /** Where only, so that no text reaches a log by accident. */
    @Override
    public String toString() {
        return kind + " " + place.words() + (other == null ? "" : " / " + other.words());
    }
}
