package heed.assurance.framework;

import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A framework comes in, as a file or pasted. Public only because templates compile elsewhere.
 *
 * @param action   where it is sent
 * @param seen     the draft's version; null for a new one
 * @param file     the file
 * @param text     the same as YAML
 * @param faults   what to put right in it, by place
 * @param count    how many, in words; null for none
 * @param theirs   what somebody else kept meanwhile; null where nobody did
 * @param cancel   where giving up leads
 */
public record FrameworkFormPage(Frame frame, List<Problem> problems, String action, @Nullable String seen, Field file,
        Field text, List<FrameworkFault> faults, @Nullable String count, @Nullable String theirs, String button,
        String cancel) {
}
