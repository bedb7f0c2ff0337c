package heed.casework.correction;

import heed.platform.web.Frame;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A concern's corrections: to ask, to answer, and who had read it. Public only because templates compile elsewhere.
 *
 * @param warning   something that must not be missed; null for nothing
 * @param past      what was asked, latest first, with the answers
 * @param form      what can be asked or answered now; null for nothing
 * @param putBack   whether it can be put back into use
 * @param readers   who has seen it; null for those who may not correct records
 */
public record CorrectionPage(Frame frame, String ref, @Nullable String warning, List<Asked> past, @Nullable Form form,
        boolean putBack, @Nullable List<Reader> readers, List<Problem> problems) {
    /** One that was asked for. */
    public record Asked(String title, List<SummaryRow> rows) {
    }

    /** What can be done now. */
    public record Form(String title, String action, String asked, List<Question> questions, String button) {
    }

    /** Somebody who has seen the concern. */
    public record Reader(String name, String opened, String listed, String first, String last) {
    }
}
