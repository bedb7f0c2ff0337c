package heed.assurance.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action that answers a return, with what belongs to it, for what leaves Heed whole and comes in again. Its leads are
 * named by their posts, as an id means nothing elsewhere.
 *
 * @param ref        what people read aloud
 * @param plan       the plan it stands in
 * @param source     what it comes from
 * @param item       the code of the question or point it answers
 * @param words      what the plan says
 * @param schedule   how its timescale was read
 * @param posts      the titles of the posts that lead it; the first answers for it
 * @param state      where it stands
 * @param agreedOn   when it was agreed; null while it is not
 * @param reviewOn   for one on hold, when it is looked at again
 * @param claimedOn  when its lead said that it is complete; null while nobody does
 * @param verifiedOn when another looked at that; null while nobody did
 * @param closedOn   when it was closed; null while it is not
 * @param result     what came of it; null while it is not closed
 * @param milestones things on the way
 * @param entries    what was done and said, oldest first: progress, judgements, moves, changes
 * @param computed   Heed's colour today; null where it has none. Not kept: it is worked out anew wherever it is read
 */
public record KeptAction(String ref, InPlan plan, ActionSource source, String item, ActionWords words,
        Schedule schedule, List<String> posts, ActionState state, @Nullable LocalDate agreedOn,
        @Nullable LocalDate reviewOn, @Nullable LocalDate claimedOn, @Nullable LocalDate verifiedOn,
        @Nullable LocalDate closedOn, @Nullable ActionResult result, List<Way> milestones, List<Said> entries,
        @Nullable Colour computed) {
    /** Copies the lists. */
    public KeptAction {
        posts = List.copyOf(posts);
        milestones = List.copyOf(milestones);
        entries = List.copyOf(entries);
    }

    /** The plan that an action stands in. @param year the year it is for; null where nothing says */
    public record InPlan(String title, @Nullable PlanYear year) {
        /** Keeps the title out of logs. */
        @Override
        public String toString() {
            return "InPlan[" + year + "]";
        }
    }

    /** An entry, without who made it. */
    public record Said(ActionEntry.Kind kind, @Nullable ActionMove move, @Nullable PlanColour colour,
            @Nullable String words, Instant at) {
        /** Keeps the words out of logs. */
        @Override
        public String toString() {
            return "Said[" + kind + "]";
        }
    }

    /** Something on the way. @param metOn when it was reached; null while it is not */
    public record Way(String what, LocalDate due, @Nullable LocalDate metOn) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Way[" + due + "]";
        }
    }

    /** A colour. @param why the reason @param on the day */
    public record Colour(PlanColour letter, String why, LocalDate on) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Colour[" + letter + "]";
        }
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "KeptAction[" + ref + "]";
    }
}
