package heed.assurance.report;

import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The council's Word templates, and what one may ask for. Public only because templates compile elsewhere.
 *
 * @param rows      those that are kept
 * @param keeps     whether they can bring and remove them
 * @param wrong     what is wrong with the file that was brought; null for nothing
 * @param faults    what is to be changed in it
 * @param unchecked that files are not checked for viruses here; null where they are
 */
public record TemplatesPage(Frame frame, List<Problem> problems, List<Row> rows, boolean keeps,
        @Nullable String wrong, List<String> faults, @Nullable String unchecked) {
    /** A template. */
    public record Row(String name, String hint, @Nullable String href, String removal) {
    }

    /** What a template may ask for. */
    public record Asks(String typed, String words, String where) {
    }

    /** Everything a template may ask for. */
    public List<Asks> asks() {
        return Arrays.stream(Placeholder.values()).map(p -> new Asks(p.typed(), p.words(),
                (p.kind() == Placeholder.Kind.LINE ? "Within words" : "Alone in a paragraph")
                        + (p.needed() ? ", needed" : "")))
                .toList();
    }

    /** Keeps file names out of logs. */
    @Override
    public String toString() {
        return "TemplatesPage";
    }
}
