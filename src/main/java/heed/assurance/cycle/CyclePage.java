package heed.assurance.cycle;

import heed.platform.web.Frame;
import heed.platform.web.SummaryRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cycle: its dates, who is where, and what can be done. Public only because templates compile elsewhere.
 *
 * @param state   where it stands
 * @param colour  of the state
 * @param moved   what to say where somebody changed it meanwhile, or a move could not be made; null for nothing
 * @param facts   about it
 * @param dates   where its dates are changed; null where they cannot be
 * @param count   how many have handed in, in words
 * @param rows    who is where
 * @param invite  where others are invited; null where they cannot be
 * @param remind  where those not done are asked; null where there is nobody to ask
 * @param moves   what comes next
 * @param seen    its version
 * @param action  where a move without a note is sent
 * @param reviews where its reviews are
 * @param history what was done, the latest first
 */
public record CyclePage(Frame frame, String state, String colour, @Nullable String moved, List<SummaryRow> facts,
        @Nullable String dates, String count, List<Row> rows, @Nullable String invite, @Nullable String remind,
        List<Next> moves, String seen, String action, String reviews, List<Done> history) {
    /**
     * Somebody invited.
     *
     * @param answers  what they answer
     * @param state    where they are
     * @param colour   of the state
     * @param items    how much is done; empty before they begin
     * @param since    since when they are there
     * @param withdraw where the invitation is taken back; null where it cannot be
     */
    public record Row(String name, String answers, String state, String colour, String items, String since,
            @Nullable String withdraw) {
    }

    /**
     * A move that can be made.
     *
     * @param words on its button
     * @param move  its name
     * @param href  where its note is asked for; null where it needs none
     */
    public record Next(String words, String move, @Nullable String href) {
    }

    /** A move that was made. */
    public record Done(String words, String when, String note) {
    }
}
