package heed.casework.mine;

import heed.access.Permission;
import heed.casework.ConcernRef;
import heed.casework.concern.Concern;
import heed.casework.concern.ConcernMail;
import heed.casework.concern.Concerns;
import heed.casework.concern.Correspondence;
import heed.casework.concern.Correspondence.Kind;
import heed.casework.concern.Person;
import heed.casework.concern.Telling;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.notify.Outbox;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What someone raised: their own words, where it stands, and what was written back to them. Not the case (domain 1).
 */
@Service
public class MyConcerns {
    static final int PAGE = 20;

    private final Concerns concerns;
    private final Correspondence letters;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    MyConcerns(Concerns concerns, Correspondence letters, Outbox outbox, Transactions transactions, Trail trail, Clock clock) {
        this.concerns = concerns;
        this.letters = letters;
        this.outbox = outbox;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** One page of what someone raised, latest first. */
    record Listed(List<Concern> concerns, Map<UUID, List<Person>> people, List<UUID> unread, boolean more) {
    }

    /** One of them, opened. */
    record Opened(Concern concern, Telling telling, List<Correspondence.Feedback> feedback, List<Correspondence.Addendum> addenda) {
    }

    Listed list(Actor by, Concerns.@Nullable Cursor after, int most) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var found = concerns.raised(by, after, most + 1);
            var page = found.subList(0, Math.min(most, found.size()));
            trail.add(by, Trace.list("concern.mine", page.stream().map(Concern::id).toList()));
            return new Listed(page, concerns.people(by, page), letters.unread(page), found.size() > most);
        });
    }

    /** Reads what was written back. @throws heed.platform.Refused as not found, where it is not theirs */
    public List<Correspondence.Feedback> replies(Actor by, ConcernRef ref) {
        return open(by, ref).feedback();
    }

    /** Opens one and marks what was written back as read. */
    Opened open(Actor by, ConcernRef ref) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.own(by, ref);
            trail.add(by, Trace.of("concern.view-own", concern.id()).fields("told", "people", "feedback", "addenda"));
            var feedback = letters.feedback(by, concern);
            letters.read(concern, clock.instant());
            var own = letters.addenda(by, concern).stream().filter(a -> a.kind() == Kind.BY_REPORTER && by.is(a.by())).toList();
            return new Opened(concern, concerns.telling(by, concern), feedback, own);
        });
    }

    /** Adds to what was sent. The same submission again adds nothing. */
    public void add(Actor by, ConcernRef ref, UUID submission, String words) {
        by.must(Permission.RAISE);
        transactions.inScope(by.scope(), () -> {
            var concern = concerns.own(by, ref);
            var officer = concern.takenBy();
            if (letters.add(by, concern, submission, Kind.BY_REPORTER, words, clock.instant()) && officer != null)
                outbox.add(by, officer, ConcernMail.ADDED, concern.ref().value(), concern.danger());
            trail.add(by, Trace.of("concern.addendum", concern.id()));
        });
    }
}
