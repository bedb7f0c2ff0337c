package heed.assurance.peerreview;

import heed.platform.web.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question with all returns side by side. Public only because templates compile elsewhere.
 *
 * @param desk     the question and the returns
 * @param hide     where names are hidden; null where they are
 * @param show     where names are shown; null where they are
 * @param before   the question before; null for none
 * @param next     the question after; null for none
 * @param jumps    every question, in the order of the edition
 * @param counts   how all organisations are rated, in counts
 */
public record ModerationPage(Frame frame, ModerationDesk desk, @Nullable String hide, @Nullable String show,
        @Nullable String before, @Nullable String next, List<Jump> jumps, List<String> counts) {
    /** A question to go to. @param href where; null for the one that is shown. @param disputed whether a panel has to look */
    public record Jump(String title, @Nullable String href, boolean disputed) {
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "ModerationPage[" + desk.code() + "]";
    }
}
