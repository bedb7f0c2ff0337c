package heed.assurance.check;

/**
 * One paragraph of a return.
 *
 * @param place where it stands
 * @param text  it; personal data may be in it
 */
public record Passage(Place place, String text) {
    /** Where only, so that no text reaches a log by accident. */
    @Override
    public String toString() {
        return "Passage[" + place.words() + "]";
    }
}
