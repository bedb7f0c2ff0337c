package heed.assurance.exercise;

import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a board decides about a return, brought to where the return is: in the organisation's own scope, by the system. Each
 * is a transaction of its own; whoever calls has asked whether the board may.
 */
@Component
public class WordFromBoard {
    private final Returns returns;
    private final Ratings ratings;
    private final ReturnInvitations invitations;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    WordFromBoard(Returns returns, Ratings ratings, ReturnInvitations invitations, Transactions transactions,
            Trail trail, Clock clock) {
        this.returns = returns;
        this.ratings = ratings;
        this.invitations = invitations;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Moves a return as the board says.
     *
     * @param system the system itself, in the scope of the organisation whose return it is
     * @param move   one of the board's
     * @param clear  whether what the move's guard asks for is so
     * @throws heed.platform.Refused as moved on where it stands elsewhere; as not allowed now without words it needs, or
     *                               where its guard says no
     */
    public void move(Actor system, UUID ret, ReturnMove move, @Nullable String note, boolean clear) {
        if (move.who() != ReturnMove.Who.BOARD)
            throw Refusal.NOT_ALLOWED_NOW.because("not the board's move");
        transactions.inScope(system.scope(), () -> {
            var held = returns.held(ret).orElseThrow(() -> Refusal.MOVED_ON.because("no such return there"));
            var moved = held.move(move, system, clock.instant(), note, clear);
            returns.save(system, moved);
            trail.add(system, Trace.of("return.move", ret).because(move.name()));
            invitations.tell(system, moved.made(), returns.items(system, ret));
        });
    }

    /** Adds ratings that others gave, or the organisation itself on the board's page; those that are there stay. */
    public void rate(Actor system, UUID ret, List<Rating> given) {
        transactions.inScope(system.scope(), () -> {
            if (returns.held(ret).isEmpty())
                throw Refusal.MOVED_ON.because("no such return there");
            for (var rating : given)
                if (ratings.addOnce(system, ret, rating))
                    trail.add(system, Trace.of("return-rating.receive", rating.id())
                            .because(rating.voice().name()));
        });
    }
}
