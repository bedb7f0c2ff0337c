package heed.casework.triage;

import heed.access.Permission;
import heed.casework.ConcernRef;
import heed.casework.concern.ConcernMail;
import heed.casework.concern.Concerns;
import heed.casework.concern.Correspondence;
import heed.platform.Actor;
import heed.platform.Refusal;
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

/** What officers write besides a decision: to whoever told us, about support for them, and notes. Read through the officer's eyes. */
@Service
public class Answering {
    private final Concerns concerns;
    private final Correspondence letters;
    private final SupportOffers support;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Answering(Concerns concerns, Correspondence letters, SupportOffers support, Outbox outbox,
            Transactions transactions, Trail trail, Clock clock) {
        this.concerns = concerns;
        this.letters = letters;
        this.support = support;
        this.outbox = outbox;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Keeps what support was offered, all answered alike: taken, not taken, or null while not decided. */
    public void offer(Actor by, ConcernRef ref, List<String> codes, @Nullable Boolean taken) {
        var answer = taken == null
                ? SupportOffers.Taken.NOT_YET
                : taken ? SupportOffers.Taken.YES : SupportOffers.Taken.NO;
        offer(by, ref, codes.stream().collect(java.util.stream.Collectors.toMap(code -> code, code -> answer)));
    }

    void offer(Actor by, ConcernRef ref, Map<String, SupportOffers.Taken> offers) {
        offer(by, ref, offers, null);
    }

    /**
     * Keeps what support was offered.
     *
     * @param seen what stood when the page was made; null where there was no page
     * @throws heed.platform.Refused as moved on, where somebody else recorded other offers since
     */
    void offer(Actor by, ConcernRef ref, Map<String, SupportOffers.Taken> offers,
            @Nullable Map<String, SupportOffers.Taken> seen) {
        by.must(Permission.WORK_CONCERNS);
        transactions.inScope(by.scope(), () -> {
            var concern = concerns.officeForChange(by, ref);
            concern.mustBeInUse();
            if (seen != null) {
                var now = support.of(concern).stream()
                        .collect(java.util.stream.Collectors.toMap(SupportOffers.Offer::code,
                                SupportOffers.Offer::taken));
                if (!now.equals(seen) && !now.equals(offers))
                    throw Refusal.MOVED_ON.because("support was recorded by someone else since the page was opened");
            }
            offers.forEach((code, taken) -> support.offer(by, concern, code, taken, clock.instant()));
            trail.add(by, Trace.of("concern.support", concern.id()).fields(offers.keySet().toArray(String[]::new)));
        });
    }

    /** Writes back to whoever told us. @throws heed.platform.Refused as not found, or as not allowed now on a lead's record */
    public void writeBack(Actor by, ConcernRef ref, String words) {
        writeBack(by, ref, words, null);
    }

    /**
     * Writes back to whoever told us.
     *
     * @param seen how many letters stood when the page was made; null where there was no page
     * @throws heed.platform.Refused as moved on, where somebody else wrote since
     */
    void writeBack(Actor by, ConcernRef ref, String words, @Nullable Integer seen) {
        by.must(Permission.WORK_CONCERNS);
        transactions.inScope(by.scope(), () -> {
            var concern = concerns.officeForChange(by, ref);
            if (seen != null && letters.feedback(by, concern).size() != seen)
                throw Refusal.MOVED_ON.because("someone else wrote since the page was opened");
            var reporter = concern.raisedBy();
            if (reporter == null)
                throw Refusal.NOT_ALLOWED_NOW.because("nobody to write back to");
            letters.writeBack(by, concern, words, clock.instant());
            outbox.add(by, reporter, ConcernMail.REPLY, concern.ref().value(), false);
            trail.add(by, Trace.of("concern.feedback", concern.id()));
        });
    }

    /** Adds an officer's note. The same submission again adds nothing. @throws heed.platform.Refused as not found */
    public void add(Actor by, ConcernRef ref, UUID submission, String words) {
        by.must(Permission.WORK_CONCERNS);
        transactions.inScope(by.scope(), () -> {
            var concern = concerns.office(by, ref);
            letters.add(by, concern, submission, Correspondence.Kind.BY_OFFICER, words, clock.instant());
            trail.add(by, Trace.of("concern.addendum", concern.id()));
        });
    }
}
