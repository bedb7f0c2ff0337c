package heed.assurance.peerreview;

import static heed.assurance.peerreview.ChallengeState.*;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every move of a challenge: where it starts and ends, whose turn it is, whether it needs words and what has to be so.
 * Written down only here. Asking and answering take turns, so that neither speaks twice unheard.
 */
public enum ChallengeMove {
    /** A peer asks. */
    ASK(null, OPEN, List.of(Party.PEER), true, Guard.ASKS, "Asked"),
    /** A peer praises: there is nothing to answer. */
    PRAISE(null, RESOLVED, List.of(Party.PEER), true, Guard.PRAISES, "Noted as good practice"),
    /** The organisation answers. */
    ANSWER(OPEN, ANSWERED, List.of(Party.OWNER), true, Guard.NONE, "Answered"),
    /** The answer leaves something open. */
    ASK_AGAIN(ANSWERED, OPEN, List.of(Party.PEER), true, Guard.NONE, "Asked again"),
    /** The peer is content with the answer. */
    RESOLVE(ANSWERED, RESOLVED, List.of(Party.PEER), false, Guard.OUTCOME_SO, "Resolved"),
    /** The peer takes it back before it was answered. */
    WITHDRAW(OPEN, RESOLVED, List.of(Party.PEER), true, Guard.NONE, "Withdrawn"),
    /** The two do not agree, or the peer says no more. */
    REFER(ANSWERED, REFERRED, List.of(Party.PEER, Party.OWNER, Party.BOARD), true, Guard.NONE,
            "Referred to the panel"),
    /** No answer came in time. */
    REFER_UNANSWERED(OPEN, REFERRED, List.of(Party.BOARD), true, Guard.ANSWERS_OVERDUE,
            "Referred to the panel without an answer"),
    /** The panel has decided. */
    DECIDE(REFERRED, RESOLVED, List.of(Party.BOARD), true, Guard.PANEL_DECIDED, "Decided by the panel");

    /** What has to be so besides where it starts. */
    public enum Guard {
        /** Nothing. */
        NONE,
        /** Its kind has something to answer. */
        ASKS,
        /** Its kind has not. */
        PRAISES,
        /** What is said to have come of it has: a rating that was changed, was. */
        OUTCOME_SO,
        /** The last day for answers has passed. */
        ANSWERS_OVERDUE,
        /** There is a dated minute of the panel on this question. */
        PANEL_DECIDED
    }

    private final @Nullable ChallengeState from;
    private final ChallengeState to;
    private final List<Party> parties;
    private final boolean note;
    private final Guard guard;
    private final String words;

    ChallengeMove(@Nullable ChallengeState from, ChallengeState to, List<Party> parties, boolean note, Guard guard,
            String words) {
        this.from = from;
        this.to = to;
        this.parties = parties;
        this.note = note;
        this.guard = guard;
        this.words = words;
    }

    /** Where it starts; null for those by which a challenge comes to be. */
    public @Nullable ChallengeState from() {
        return from;
    }

    /** Where it ends. */
    public ChallengeState to() {
        return to;
    }

    /** Whose it is. */
    public List<Party> parties() {
        return parties;
    }

    /** Whether it needs words. */
    public boolean note() {
        return note;
    }

    /** What has to be so. */
    public Guard guard() {
        return guard;
    }

    /** As shown in the history. */
    public String words() {
        return words;
    }

    /** Every move that starts there and is open to that party, in order. */
    public static List<ChallengeMove> from(ChallengeState state, Party party) {
        return Arrays.stream(values()).filter(m -> m.from == state && m.parties.contains(party)).toList();
    }
}
