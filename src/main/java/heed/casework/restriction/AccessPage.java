package heed.casework.restriction;

import heed.platform.web.Frame;
import heed.platform.web.TimelineEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who can see a concern, and why. Public only because templates compile elsewhere.
 *
 * @param intro      how it is held, in a sentence
 * @param warning    a failure that must not be missed; null for none
 * @param readers    who can open it
 * @param teller     a sentence on whoever told us; null where they are not to be told of
 * @param kept       whom it is kept from; null where that is not shown
 * @param steps      what can be changed
 * @param history    what was changed, latest first
 */
public record AccessPage(Frame frame, String ref, String intro, @Nullable String warning, List<Reader> readers,
        @Nullable String teller, @Nullable List<Kept> kept, List<Step> steps, List<TimelineEvent> history) {
    /**
     * Somebody who can open it.
     *
     * @param role     what they are
     * @param why      the part of the rules that lets them
     * @param takeOff  where their name is taken off, or it is closed to them; null where that may not be done here
     * @param button   what the button for it says
     */
    public record Reader(String name, String role, String why, @Nullable String takeOff, String button) {
    }

    /**
     * Somebody it is kept from.
     *
     * @param by     who said so and when
     * @param letBack where they are let back; null where that may not be done here
     */
    public record Kept(String name, String why, String by, @Nullable String letBack) {
    }

    /** Something that can be changed. */
    public record Step(String text, String href) {
    }
}
