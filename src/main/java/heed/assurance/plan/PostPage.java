package heed.assurance.plan;

import heed.platform.web.Frame;
import java.util.List;

/** One post. Public only because templates compile elsewhere. */
public record PostPage(Frame frame, String title, String at, boolean vacant, List<Held> holders, List<Called> aliases) {
    /** Copies the lists. */
    public PostPage {
        holders = List.copyOf(holders);
        aliases = List.copyOf(aliases);
    }

    /** Somebody who held it; the address to end it is empty where it has ended. */
    public record Held(String name, String from, String until, String end) {
    }

    /** What plans call it. */
    public record Called(String alias, String when) {
    }
}
