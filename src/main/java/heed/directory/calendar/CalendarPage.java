package heed.directory.calendar;

import heed.platform.web.Choice;
import heed.platform.web.DateField;
import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bank holidays and a form for another.
 *
 * @param frame    around the page
 * @param problems what to put right
 * @param years    this year and the next
 * @param ours     what was added here
 * @param day      which day
 * @param name     what it is called
 * @param kind     whether it is extra or moved away
 * @param kinds    the answers to that
 */
public record CalendarPage(Frame frame, List<Problem> problems, List<Year> years, List<Row> ours, DateField day,
        Field name, Field kind, List<Choice> kinds) {
    /** The bank holidays of one year. */
    public record Year(String year, List<Row> days) {
    }

    /**
     * One day.
     *
     * @param day    in words
     * @param name   what it is called
     * @param ours   whether it was added here
     * @param remove where to take it away; null where that is not done here
     */
    public record Row(String day, String name, boolean ours, @Nullable String remove) {
    }
}
