package heed.access.staff;

import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that takes a staff list.
 *
 * @param frame    around the page
 * @param problems what to put right, for the summary
 * @param file     the file
 * @param rows     the same as text, for those who copy from a spreadsheet
 * @param faults   what is wrong in the list, a line each
 * @param count    how many faults there are, in words; null where none
 * @param columns  what the columns are called
 * @param several  whether several bodies share these records, so that a list says who works for which
 */
public record ImportFormPage(Frame frame, List<Problem> problems, Field file, Field rows, List<StaffFault> faults,
        @Nullable String count, String columns, boolean several) {
}
