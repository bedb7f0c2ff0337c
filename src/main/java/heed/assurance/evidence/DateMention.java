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
 */
public record DateMention(int start, int end, String words, Span span, Precision precision, Bearing bearing,
        boolean vague) {
    DateMention as(Bearing other) {
        return new DateMention(start, end, words, span, precision, other, vague);
    }

    DateMention over(Span other) {
        return new DateMention(start, end, words, other, precision, bearing, vague);
    }
}
