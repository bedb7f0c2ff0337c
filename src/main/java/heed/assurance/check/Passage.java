package heed.assurance.check;

import heed.assurance.evidence.Standing;
import org.jspecify.annotations.Nullable;

/**
 * One paragraph of a return.
 *
 * @param place where it stands
 * @param text  it; personal data may be in it
 * @param known how it stands to the window, where somebody said when it is about; null to read that from the text
 */
public record Passage(Place place, String text, @Nullable Standing known) {
    /** One of which nobody said when it is about. */
    public Passage(Place place, String text) {
        this(place, text, null);
    }

    /** Where only, so that no text reaches a log by accident. */
    @Override
    public String toString() {
        return "Passage[" + place.words() + "]";
    }
}
