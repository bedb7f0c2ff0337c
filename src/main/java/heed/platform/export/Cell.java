package heed.platform.export;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one place of a table: a number, which stays one, or text, which is never taken for anything else.
 *
 * @param text   the text; a number's digits
 * @param number the number; null for text
 */
public record Cell(String text, @Nullable BigDecimal number) {
    /** Nothing. */
    public static final Cell EMPTY = text("");

    /** Text, whatever it begins with. */
    public static Cell text(String text) {
        return new Cell(text, null);
    }

    /** A number. */
    public static Cell number(long number) {
        return number(BigDecimal.valueOf(number));
    }

    /** A number. */
    public static Cell number(BigDecimal number) {
        return new Cell(number.toPlainString(), number);
    }
}
