package heed.casework.figure;

import heed.platform.measure.Definition;
import heed.platform.measure.Split;
import java.util.List;

/**
 * How one figure of concerns is counted.
 *
 * @param counted   what its lines are
 * @param join      further joins, as SQL of our own; may be empty
 * @param where     which lines count, as SQL of our own; {@code RULE(e)} stands for what may be counted of a concern aliased
 *                  {@code e}
 * @param reckoning how the number comes of the lines
 */
record Spec(Definition definition, Counted counted, String join, String where, Reckoning reckoning,
        List<Split> splits) {
    Spec {
        splits = List.copyOf(splits);
    }
}
