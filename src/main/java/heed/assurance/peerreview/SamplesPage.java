package heed.assurance.peerreview;

import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.List;

/**
 * Evidence to be read through before reviewers print it. Public only because templates compile elsewhere.
 *
 * @param action  where it is sent
 * @param count   how many are read through, in words
 * @param samples every statement
 */
public record SamplesPage(Frame frame, List<Problem> problems, String action, String count, List<Sample> samples) {
    /**
     * A statement.
     *
     * @param caption where it stands
     * @param marked  the statement with what is left out between double square brackets, to be changed
     * @param tick    the name of its tick
     * @param ticked  whether it was read through
     * @param as      the name under which it is sent which reading this is
     * @param seen    which reading this is
     */
    public record Sample(String caption, Field marked, String tick, boolean ticked, String as, String seen) {
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "SamplesPage[" + action + "]";
    }
}
