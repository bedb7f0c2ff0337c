package planted.modules.lower;

import planted.modules.upper.inside.Hidden;

/** Breaks a rule on purpose: reaches up, past the door. */
public record Reaching(Hidden hidden) {
}
