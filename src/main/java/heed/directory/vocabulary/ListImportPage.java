package heed.directory.vocabulary;

import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Taking a list from a file. Public only because templates compile elsewhere. */
public record ListImportPage(Frame frame, String at, String version, String columns, @Nullable String warning,
        Field file,
        List<Problem> problems, List<String> wrongs) {
}
