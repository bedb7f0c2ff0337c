package heed.assurance.exchange;

import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.List;

/**
 * Bringing a return in. Public only because templates compile elsewhere.
 *
 * @param problems for the summary
 * @param wrong    what is wrong with the file, each in a sentence; empty for nothing
 */
public record BringInPage(Frame frame, List<Problem> problems, List<String> wrong) {
    /** More than these are counted: whoever sent the file has to save it again in any case. */
    private static final int MOST = 8;

    static BringInPage of(Frame frame, List<String> wrong) {
        return new BringInPage(frame.withBack("/assurance"),
                wrong.isEmpty()
                        ? List.of()
                        : List.of(new Problem("files", wrong.size() == 1
                                ? wrong.getFirst()
                                : "The file cannot be taken: " + wrong.size() + " things in it are wrong")),
                wrong.size() <= MOST
                        ? wrong
                        : java.util.stream.Stream.concat(wrong.stream().limit(MOST),
                                java.util.stream.Stream.of("And " + (wrong.size() - MOST) + " more")).toList());
    }

    /** A fault with where it is. */
    static String words(ArchiveFault fault) {
        return (fault.part().isEmpty() ? "" : fault.part() + ": ")
                + (fault.place().isEmpty() ? "" : fault.place() + ". ") + fault.words();
    }
}
