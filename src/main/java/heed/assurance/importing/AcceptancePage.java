package heed.assurance.importing;

import heed.platform.web.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asking whether a paper is accepted. Public only because templates compile elsewhere.
 *
 * @param name  the file's name
 * @param moved whether somebody changed it since it was looked at; null where nobody did
 * @param read  what counts, such as "23 questions"
 * @param makes what will be made of it, a sentence
 * @param left  what nobody settled, a sentence each
 * @param mark  stands for what is accepted
 */
public record AcceptancePage(Frame frame, String name, @Nullable String moved, List<String> read, String makes,
        List<String> left, String mark, String action, String back) {
    /** Copies the lists. */
    public AcceptancePage {
        read = List.copyOf(read);
        left = List.copyOf(left);
    }

    /** Keeps names of files out of logs. */
    @Override
    public String toString() {
        return "AcceptancePage[]";
    }
}
