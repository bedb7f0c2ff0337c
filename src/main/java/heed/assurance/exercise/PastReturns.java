package heed.assurance.exercise;

import heed.access.Permission;
import heed.assurance.evidence.Window;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Returns of past years, to which ratings are added that stand in old papers: a return is opened for them where none was
 * taken in. For those who keep their body's returns.
 */
@Component
public class PastReturns {
    private final Returns returns;
    private final Ratings ratings;
    private final ReturnEditions editions;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    PastReturns(Returns returns, Ratings ratings, ReturnEditions editions, Transactions transactions, Trail trail,
            Clock clock) {
        this.returns = returns;
        this.ratings = ratings;
        this.editions = editions;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Published editions that past ratings may be on, each with its year in its title. */
    public List<ReturnEdition> editions(Actor by) {
        by.must(Permission.KEEP_RETURN);
        return transactions.inScope(by.scope(),
                () -> editions.published(by).stream().map(p -> titled(editions.of(by, p.id(), ""), p.title()))
                        .toList());
    }

    private static ReturnEdition titled(ReturnEdition e, String title) {
        return new ReturnEdition(e.id(), e.code(), e.version(), title, e.both(), e.scale(), e.sections());
    }

    /**
     * Adds ratings that stand in an old paper to the latest return of this edition, which is opened for them where there is
     * none. While that return is being written, only those of reviews from outside: they are signed off with it.
     *
     * @param transcribed each says where it was typed in from
     * @return what is wrong, in words; empty where they were added
     * @throws heed.platform.Refused as not found where there is no such edition; as not allowed now where one says not from
     *                               where
     */
    public List<String> add(Actor by, UUID edition, List<Rating> transcribed) {
        by.must(Permission.KEEP_RETURN);
        if (transcribed.stream().anyMatch(r -> r.transcribed() == null || r.transcribed().isBlank()))
            throw Refusal.NOT_ALLOWED_NOW.because("where they are from");
        return transactions.inScope(by.scope(), () -> {
            var asked = editions.of(by, edition, "");
            var found = latest(by, edition);
            var wrong = new ArrayList<String>();
            for (var rating : transcribed)
                if (asked.question(rating.item()).isEmpty())
                    wrong.add(rating.item() + ": no such standard");
                else
                    RatingRules.check(rating, new RatingRules.Against(by.council(), asked.scale(),
                            ReturnState.SUBMITTED, asked.both(), true, null))
                            .forEach(f -> wrong.add(rating.item() + ": " + f.words()));
            if (!wrong.isEmpty())
                return wrong;
            if (found.isPresent() && !found.get().state().fixed()
                    && transcribed.stream().anyMatch(r -> r.voice() != Voice.INDEPENDENT))
                return List.of("There is a return on this framework that is still being written. Rate it there; only "
                        + "what a review from outside says can be added here.");
            var ret = found.map(Return::id).orElseGet(() -> opened(by, asked, edition));
            transcribed.forEach(r -> ratings.add(by, ret, r));
            trail.add(by, Trace.list("return.transcribe", ret, transcribed.stream().map(Rating::id).toList()));
            return List.<String>of();
        });
    }

    private Optional<Return> latest(Actor by, UUID edition) {
        return returns.all(by).stream().filter(r -> r.edition().equals(edition) && r.council().equals(by.council()))
                .findFirst();
    }

    private UUID opened(Actor by, ReturnEdition asked, UUID edition) {
        var published = editions.published(by).stream().filter(p -> p.id().equals(edition)).findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such edition"));
        var until = LocalDate.of(published.year(), 12, 31);
        var opened = Return.opened(ReturnMove.TAKE_IN, by, clock.instant(), null, edition, by.council(), "",
                new Window(until.plusDays(1)
                        .minusMonths(Objects.requireNonNullElse(published.windowMonths(), 12)), until));
        returns.open(by, opened);
        var items = new ArrayList<Item>();
        asked.questions()
                .forEach(q -> items.add(Item.empty(q.code(), items.size(), by.staff(), clock.instant())));
        returns.add(by, opened.made().id(), items);
        trail.add(by, Trace.of("return.take", opened.made().id()));
        return opened.made().id();
    }
}
