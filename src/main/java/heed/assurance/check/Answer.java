package heed.assurance.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question of a return with everything answered to it.
 *
 * @param code      such as "2.1"
 * @param passages  its paragraphs, those of one part together and in order
 * @param windowed  whether evidence from the window is asked for
 * @param judgement how it is rated; null where it is not, or where that could not be read
 * @param settled   whether an action is planned, or a reason stated why none is
 */
public record Answer(String code, List<Passage> passages, boolean windowed, @Nullable Judgement judgement,
        boolean settled) {
    /** Copies the paragraphs. */
    public Answer {
        passages = List.copyOf(passages);
    }

    /** The paragraphs of one part. */
    public List<Passage> of(Place.Part part) {
        return passages.stream().filter(p -> p.place().part() == part).toList();
    }
}
