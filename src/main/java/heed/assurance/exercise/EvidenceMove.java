package heed.assurance.exercise;

import static heed.assurance.exercise.EvidenceState.*;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every move of a statement of evidence. Written down only here. */
public enum EvidenceMove {
    /** Somebody who answers writes it. */
    PROPOSE(null, PROPOSED, "Written"),
    /** Who keeps the return writes it, or it was accepted in an imported paper. */
    PUT_IN(null, ACCEPTED, "Written and accepted"),
    /** Who keeps the return accepts it. */
    ACCEPT(PROPOSED, ACCEPTED, "Accepted"),
    /** It is about another time than the window. */
    SET_ASIDE(ACCEPTED, OUT_OF_WINDOW, "Set aside: outside the window"),
    /** It is about the window after all. */
    TAKE_UP(OUT_OF_WINDOW, ACCEPTED, "Accepted again"),
    /** A newer one stands in its place. */
    REPLACE(ACCEPTED, SUPERSEDED, "Replaced"),
    /** Taken back before it was looked at. */
    WITHDRAW_PROPOSED(PROPOSED, WITHDRAWN, "Taken back"),
    /** Taken back. */
    WITHDRAW(ACCEPTED, WITHDRAWN, "Taken back");

    private final @Nullable EvidenceState from;
    private final EvidenceState to;
    private final String words;

    EvidenceMove(@Nullable EvidenceState from, EvidenceState to, String words) {
        this.from = from;
        this.to = to;
        this.words = words;
    }

    /** Where it starts; null for the two by which a statement comes to be. */
    public @Nullable EvidenceState from() {
        return from;
    }

    /** Where it ends. */
    public EvidenceState to() {
        return to;
    }

    /** As shown in the history. */
    public String words() {
        return words;
    }

    /** Whether it may start from there. */
    public boolean mayStartFrom(@Nullable EvidenceState state) {
        return state == from;
    }

    /** Every move that may start from there. */
    public static List<EvidenceMove> from(EvidenceState state) {
        return Arrays.stream(values()).filter(m -> m.mayStartFrom(state)).toList();
    }
}
