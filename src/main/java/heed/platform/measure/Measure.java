package heed.platform.measure;

import heed.platform.Actor;
import java.util.List;

/**
 * One named figure, counted in one way wherever it is shown: on home pages, in reports, exports and evidence. Each is
 * given by the module that keeps what it counts, in its {@link MeasureSet}; {@link Measures} finds them all. Whatever may be counted in front of whom is for
 * the measure's own module to say by its policy; an answer holds no personal data.
 */
public interface Measure {
    /** What it is called and what counts. */
    Definition definition();

    /** How it can be split and filtered. */
    List<Split> splits();

    /**
     * Counts, within what this person may count, and says so in the audit log.
     *
     * @throws heed.platform.Refused      as not found for those who may see no figures, or none in that {@link Sight}
     * @throws IllegalArgumentException if the question names a split that the measure does not have
     */
    Answer ask(Actor by, Question question);

    /** The split of this code. @throws IllegalArgumentException if it has none of that code */
    default Split split(String code) {
        return splits().stream().filter(s -> s.code().equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(definition().code() + " has no such split"));
    }
}
