package heed.assurance.importing;

import heed.platform.web.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read beside the lines it was read from, in the paper's order. Public only because templates compile elsewhere.
 *
 * @param name   the file's name
 * @param self   the paper's address
 * @param tabs   everything, what was not read, what is to be looked at
 * @param blocks neighbouring lines of which the same was made
 * @param shown  which lines are here, in words
 * @param before where those before are; null on the first page
 * @param after  where those after are; null on the last
 * @param empty  what to say where nothing is to be shown
 * @param open   whether it may still be changed
 * @param from   the first line shown, for coming back
 * @param show   which tab
 */
public record PaperLinesPage(Frame frame, String name, String self, List<Tab> tabs, List<Block> blocks, String shown,
        @Nullable String before, @Nullable String after, String empty, boolean open, int from, String show) {
    /** Copies the lists. */
    public PaperLinesPage {
        tabs = List.copyOf(tabs);
        blocks = List.copyOf(blocks);
    }

    /** One of the tabs. */
    public record Tab(String text, String href, boolean current) {
    }

    /**
     * Neighbouring lines.
     *
     * @param lines  as the paper has them, cells of a table apart
     * @param words  which lines they are
     * @param pieces what was made of them
     * @param unused what became of them where nothing was made of them; null where something was
     * @param why    why not; empty where something was
     * @param settle whether a person should look at them
     * @param add    where something is made of them; null where it cannot be
     * @param range  the lines as a form sends them
     */
    public record Block(List<Source> lines, String words, List<Shown> pieces, @Nullable String unused, String why,
            boolean settle, @Nullable String add, String range) {
        /** The id of the block: its first line. */
        public String id() {
            return "line-" + lines.getFirst().number();
        }
    }

    /** One line of the source, its cells apart. */
    public record Source(int number, List<String> cells) {
    }

    /**
     * A piece beside its lines.
     *
     * @param title   its kind and number
     * @param under   what it belongs to; empty for nothing
     * @param said    what it says, by what; empty where it says what stands beside it
     * @param note    "As printed", or where it goes on or began; empty for neither
     * @param tag     "Changed", "Added", "Left out"; null for none
     * @param flags   what is to be looked at
     * @param looked  flags that were
     * @param href    where it is changed; null where it cannot be
     */
    public record Shown(String title, String under, List<Said> said, String note, @Nullable String tag,
            List<String> flags, List<String> looked, @Nullable String href) {
    }

    /** One thing that a piece says. */
    public record Said(String name, String words) {
    }

    /** Keeps the paper's words out of logs. */
    @Override
    public String toString() {
        return "PaperLinesPage[]";
    }
}
