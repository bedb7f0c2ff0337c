package heed.platform.measure;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a measure.
 *
 * @param period  the days that count
 * @param asAt    what happened after this moment is left out; corrections of what should not have been recorded are not
 * @param sight   within whose sight
 * @param filters parts to which it is narrowed: code of a {@link Split} to the key of a part
 * @param split   code of the split wanted; null for the whole alone
 */
public record Question(Period period, Instant asAt, Sight sight, Map<String, String> filters, @Nullable String split) {
    /** Copies the filters. */
    public Question {
        filters = Map.copyOf(filters);
    }

    /** About the whole of a period, in the asker's own sight. */
    public static Question of(Period period, Instant asAt) {
        return new Question(period, asAt, Sight.OWN, Map.of(), null);
    }

    /** The same, split. */
    public Question by(@Nullable String split) {
        return new Question(period, asAt, sight, filters, split);
    }

    /** The same, narrowed to one part. */
    public Question only(String split, String key) {
        var all = new HashMap<>(filters);
        all.put(split, key);
        return new Question(period, asAt, sight, all, this.split);
    }

    /** The same of another period. */
    public Question in(Period other) {
        return new Question(other, asAt, sight, filters, split);
    }

    /** The same, a year earlier. */
    public Question lastYear() {
        return in(period.lastYear());
    }

    /** The same, in another sight. */
    public Question within(Sight other) {
        return new Question(period, asAt, other, filters, split);
    }
}
