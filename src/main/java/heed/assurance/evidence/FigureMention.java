package heed.assurance.evidence;

import java.util.Locale;
import heed.assurance.prose.Thing;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a text gives: a fact, once somebody has said which measure it is.
 *
 * @param start    where its number begins in the text, in characters from 0
 * @param end      where what it counts ends, exclusive
 * @param value    the number
 * @param percent  whether it is a share of a hundred
 * @param of       what is counted, or what it is a share of
 * @param degree   whether it is exact
 * @param deed     stem of what was done with it or by it, such as "receiv"; empty where no verb stands by it
 * @param beside   what else the sentence ties it to: who has it, or what they did; null where nothing
 * @param when     the date by it, or null
 * @param sentence which sentence of the text it is in, from 0
 */
public record FigureMention(int start, int end, BigDecimal value, boolean percent, Thing of, Degree degree, String deed,
        @Nullable Thing beside, @Nullable DateMention when, int sentence) {
    /** How a figure is meant. */
    public enum Degree {
        /** As it stands. */
        EXACT,
        /** More than it, or at least it. */
        MORE_THAN,
        /** About it. */
        ABOUT,
        /** Less than it, or at most it. */
        LESS_THAN
    }

    /** In words and digits: "318 drivers". */
    public String words() {
        return (degree == Degree.EXACT ? "" : degree.name().toLowerCase(Locale.UK).replace('_', ' ') + " ")
                + value.toPlainString() + (percent ? "% of " : " ") + of.words();
    }
}
