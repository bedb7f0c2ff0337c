package heed.assurance.peerreview;

import heed.assurance.cycle.CycleMove;
import heed.assurance.cycle.CycleOf;
import heed.assurance.exercise.Audience;
import heed.assurance.exercise.ReceivedReturns;
import heed.assurance.exercise.ReturnOf;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** A cycle in peer review with a return that came, for tests that only need one to be there. */
public final class PeerOf {
    private PeerOf() {
    }

    /**
     * What there is.
     *
     * @param cycle    the cycle, in peer review
     * @param ret      the owner's return
     * @param received the board's copy of it
     * @param pairing  by which the peer reviews it
     */
    public record Made(UUID cycle, UUID ret, UUID received, UUID pairing) {
    }

    /** Everything up to peer review. */
    public static Made in(ApplicationContext context, Actor board, Actor keeper, Actor signer, UUID peerScope) {
        var cycle = CycleOf.planned(context, board);
        var invitation = CycleOf.invited(context, board, cycle, keeper.scope());
        CycleOf.moved(context, board, cycle, CycleMove.OPEN_IT);
        var ret = ReturnOf.submittedTo(context, keeper, signer, invitation);
        CycleOf.moved(context, board, cycle, CycleMove.CLOSE);
        CycleOf.moved(context, board, cycle, CycleMove.BEGIN_PEER_REVIEW);
        var desk = context.getBean(BoardDesk.class);
        desk.pair(board, cycle, peerScope, keeper.scope(), LocalDate.of(2020, 1, 1), LocalDate.of(2100, 1, 1));
        var received = context.getBean(Transactions.class).inScope(board.scope(),
                () -> context.getBean(ReceivedReturns.class).of(board, cycle)).getFirst().id();
        return new Made(cycle, ret, received, desk.desk(board, cycle).pairings().getFirst().id());
    }

    /** The panel sits. */
    public static void moderated(ApplicationContext context, Actor board, Made made) {
        CycleOf.moved(context, board, made.cycle(), CycleMove.BEGIN_MODERATION);
    }

    /** A peer declares these kinds of relationship. */
    public static void declared(ApplicationContext context, Actor peer, Made made, Relationship.Kind... kinds) {
        context.getBean(PeerDesk.class).declare(peer, made.pairing(),
                List.of(kinds).stream().map(k -> new Relationship(k, "We share a duty desk")).toList());
    }

    /** The id of the declaration that was made last. */
    public static UUID declaration(ApplicationContext context, Actor board, Made made) {
        return context.getBean(BoardDesk.class).desk(board, made.cycle()).declarations().getLast().id();
    }

    /** A challenge on question 1.1. */
    public static UUID challenged(ApplicationContext context, Actor peer, Made made, ChallengeKind kind) {
        var raised = context.getBean(PeerDesk.class).raise(peer, made.pairing(), "1.1", Audience.ALL, kind,
                "Where is the training log?");
        if (raised.challenge() == null)
            throw new AssertionError(raised.wrong().toString());
        return raised.challenge();
    }

    /** A turn in it. */
    public static void turned(ApplicationContext context, Actor by, UUID challenge, String code, String words) {
        var challenging = context.getBean(Challenging.class);
        challenging.turn(by, challenge, challenging.open(by, challenge).challenge().version(), code,
                Challenge.Said.of(words));
    }
}
