package heed.assurance.importing;

import heed.platform.web.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One paper: being read, not to be read, or what was read of it. Public only because templates compile elsewhere.
 *
 * @param name     its file's name
 * @param kind     what it is
 * @param state    where it stands, with its colour
 * @param facts    who brought and accepted it, and when
 * @param self     its address
 * @param waits    what it waits for, a sentence; null where it does not
 * @param again    whether the page is worth looking at again in a moment
 * @param fault    why it could not be read and what to do; null where it could
 * @param retry    the kind that it is read as where trying again may help; null where it cannot
 * @param nothing  whether it was read and nothing in it was recognised
 * @param read     how much of what was read, such as "23 questions"
 * @param unread   how many lines are to be looked at, in words; null for none
 * @param looks    what is to be looked at, by what is said of it
 * @param said     how much people put right, in words; null for nothing
 * @param strays   what people said that no longer fits
 * @param groups   what was read, by kind
 * @param open     whether it may still be changed
 * @param made     where the record that was made of it is shown; null where none was
 * @param undo     where accepting it is taken back; null where it is not accepted
 */
public record PaperPage(Frame frame, String name, String kind, String state, String colour, List<String> facts,
        String self, @Nullable String waits, boolean again, @Nullable String fault, @Nullable String retry,
        boolean nothing,
        List<String> read, @Nullable String unread, List<Look> looks, @Nullable String said, List<Stray> strays,
        List<Group> groups, boolean open, @Nullable String made, @Nullable String undo) {
    /** Copies the lists. */
    public PaperPage {
        facts = List.copyOf(facts);
        read = List.copyOf(read);
        looks = List.copyOf(looks);
        strays = List.copyOf(strays);
        groups = List.copyOf(groups);
    }

    /**
     * Something to look at, in one place or several.
     *
     * @param words what
     * @param count in how many places, in words
     * @param kind  as the form sends it
     * @param first the first few places
     * @param more  the others
     */
    public record Look(String words, String count, String kind, List<Place> first, List<Place> more) {
    }

    /** A piece and where it stands. */
    public record Place(String words, String href) {
    }

    /** What somebody said before the paper was read another way, and what they said it about. */
    public record Stray(String words, String said) {
    }

    /**
     * Pieces of a kind.
     *
     * @param title  what they are and how many
     * @param open   whether they are what such a paper is chiefly made of
     * @param pieces each in a line
     */
    public record Group(String title, boolean open, List<Row> pieces) {
    }

    /** One piece: what it says, what belongs to it, and what became of it. */
    public record Row(String words, String with, @Nullable String tag, String href) {
    }

    /** Keeps the paper's words out of logs. */
    @Override
    public String toString() {
        return "PaperPage[" + state + "]";
    }
}
