package heed.assurance.importing;

import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bringing in a paper. Public only because templates compile elsewhere.
 *
 * @param kind      what it is
 * @param kinds     what it may be
 * @param wrong     what is wrong with the file; null where nothing is
 * @param unchecked that nobody checks files for viruses here; null where somebody does
 */
public record PaperUploadPage(Frame frame, List<Problem> problems, Field kind, List<Choice> kinds,
        @Nullable String wrong, @Nullable String unchecked) {
    /** Copies the lists. */
    public PaperUploadPage {
        problems = List.copyOf(problems);
        kinds = List.copyOf(kinds);
    }
}
