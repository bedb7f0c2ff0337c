package planted.slices.two;

import org.jspecify.annotations.Nullable;
import planted.slices.one.One;

/** Breaks a rule on purpose: half of a cycle. */
public record Two(@Nullable One one) {
}
