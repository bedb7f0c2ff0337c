package heed.assurance.peerreview;

import heed.platform.web.Frame;
import heed.platform.web.SummaryRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cycle's reviews as its board runs them. Public only because templates compile elsewhere.
 *
 * @param title    the cycle
 * @param state    where it stands
 * @param colour   of the state
 * @param facts    about it
 * @param returns  the returns that came
 * @param pairs    who reviews whom
 * @param pairing  where others are paired; null where they cannot be
 * @param declared what reviewers declared and the panel has to look at, or has
 * @param desk     where one question is laid out with all returns; null while none came
 */
public record ReviewsPage(Frame frame, String title, String state, String colour, List<SummaryRow> facts,
        List<Came> returns, List<Pair> pairs, @Nullable String pairing, List<Declared> declared,
        @Nullable String desk) {
    /** A return that came. */
    public record Came(String name, String href, String state, String colour, String challenges, String when) {
    }

    /** Who reviews whom. */
    public record Pair(String reviewer, String owner, String days, String declared, @Nullable String ending) {
    }

    /** A declaration. */
    public record Declared(String reviewer, String owner, List<String> lines, String when, @Nullable String ruling) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Declared[]";
        }
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "ReviewsPage[]";
    }
}
