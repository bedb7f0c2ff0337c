package heed.assurance.peerreview;

import heed.assurance.exercise.Rating;
import heed.assurance.exercise.ReceivedReturns;
import heed.assurance.exercise.WordFromBoard;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.jobs.Job;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Brings ratings from the board to the organisations that they are about, so that each has everything that was said of its
 * return. Two scopes are two transactions: a rating is brought at least once and kept once, by its id.
 */
@Component
class RatingDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(RatingDelivery.class);

    private final BoardRatings ratings;
    private final ReceivedReturns received;
    private final WordFromBoard word;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    RatingDelivery(BoardRatings ratings, ReceivedReturns received, WordFromBoard word, Transactions transactions,
            Trail trail, Clock clock) {
        this.ratings = ratings;
        this.received = received;
        this.word = word;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    private record Waiting(UUID copy, UUID owner, UUID ret, List<Rating> ratings) {
    }

    /** Brings everything of a board that waits; what cannot be brought now waits for the next time. */
    void deliver(Actor system) {
        for (var copy : transactions.inScope(system.scope(), () -> ratings.waiting(system)))
            try {
                bring(system, copy);
            } catch (RuntimeException e) {
                // Only the class: a message could quote what was to be brought.
                LOG.warn("a rating was not brought to its organisation: {}", e.getClass().getName());
            }
    }

    private void bring(Actor system, UUID copy) {
        var waiting = transactions.inScope(system.scope(), () -> {
            var one = received.get(system, copy);
            return new Waiting(copy, one.from(), UUID.fromString(received.said(system, one).id()),
                    ratings.waiting(system, copy));
        });
        word.rate(Actor.system(waiting.owner()), waiting.ret(), waiting.ratings());
        var ids = waiting.ratings().stream().map(Rating::id).toList();
        transactions.inScope(system.scope(), () -> {
            ratings.delivered(system, ids, clock.instant());
            trail.add(system, Trace.list("received-rating.deliver", copy, ids));
        });
    }

    /** Looks every five minutes for what could not be brought at once. */
    @Configuration(proxyBeanMethods = false)
    static class Rounds {
        @Bean
        Job deliverRatings(RatingDelivery delivery, Organisations organisations) {
            return new Job("rating-delivery", Duration.ofMinutes(5),
                    () -> organisations.scopes().forEach(scope -> delivery.deliver(Actor.system(scope.id()))));
        }
    }
}
