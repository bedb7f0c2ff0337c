package heed.assurance.peerreview;

import heed.platform.web.Frame;
import java.util.List;

/**
 * Challenges that an organisation has a side in. Public only because templates compile elsewhere.
 *
 * @param groups by side
 */
public record ChallengesPage(Frame frame, List<Group> groups) {
    /** Those of one side. */
    public record Group(String title, String empty, List<Row> rows) {
    }

    /** One. */
    public record Row(String ref, String href, String item, String kind, String other, String when, String state,
            String colour) {
    }
}
