package heed.assurance.plan;

import heed.platform.web.Frame;
import java.util.List;

/**
 * One post. Public only because templates compile elsewhere.
 *
 * @param setAside other names that were typed wrongly, each with who set it aside and when
 */
public record PostPage(Frame frame, String title, String at, boolean vacant, List<Held> holders, List<Called> aliases,
        List<String> setAside) {
    /** Copies the lists. */
    public PostPage {
        holders = List.copyOf(holders);
        aliases = List.copyOf(aliases);
        setAside = List.copyOf(setAside);
    }

    /** Somebody who held it; the address to end it is empty where it has ended. */
    public record Held(String name, String from, String until, String end) {
    }

    /** What plans call it, and where that is corrected or ended. */
    public record Called(String alias, String when, String correct) {
    }
}
