package heed.directory.setup;

import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import heed.platform.web.RingNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form for the numbers to ring.
 *
 * @param frame    around the page
 * @param problems what to put right
 * @param rows     each number with its boxes
 * @param seen     the mark of the numbers the form was made from
 * @param theirs   what somebody else saved meanwhile; null where nobody did
 */
public record NumbersFormPage(Frame frame, List<Problem> problems, List<Row> rows, String seen,
        @Nullable List<RingNumber> theirs) {
    /**
     * One number.
     *
     * @param legend which, such as "Number 1"
     * @param name   who answers
     * @param number the number
     * @param when   when to ring it
     */
    public record Row(String legend, Field name, Field number, Field when) {
    }
}
