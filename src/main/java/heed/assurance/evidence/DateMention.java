package heed.assurance.evidence;

/**
 * A place in a text that says when.
 *
 * @param start     where it begins in the text, in characters from 0, its preposition left out
 * @param end       where it ends, exclusive
 * @param words     it, as written
 * @param span      which days that is
 * @param precision how exact it is
 * @param bearing   what the date does
 * @param vague     whether it says early, late or about rather than a date
 * @param counted   whether its days are counted from the day on which the text was written, as those of "last month" are
 */
public record DateMention(int start, int end, String words, Span span, Precision precision, Bearing bearing,
        boolean vague, boolean counted) {
    /** The same, in a text that begins so many characters earlier. */
    public DateMention movedBy(int characters) {
        return new DateMention(start + characters, end + characters, words, span, precision, bearing, vague, counted);
    }
}
