package planted.slices.one;

import planted.slices.two.Two;

/** Breaks a rule on purpose: half of a cycle. */
public record One(Two two) {
}
