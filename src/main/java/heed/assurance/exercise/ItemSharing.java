package heed.assurance.exercise;

import heed.access.Permission;
import heed.access.staff.Staff;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.notify.Outbox;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Shares answers out to colleagues, each with a day; they are told by mail, and say when theirs is done. */
@Component
public class ItemSharing {
    private final Returns returns;
    private final Staff people;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    ItemSharing(Returns returns, Staff people, Outbox outbox, Transactions transactions, Trail trail, Clock clock) {
        this.returns = returns;
        this.people = people;
        this.outbox = outbox;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Asks somebody to write these answers by a day. Asking again gives another day.
     *
     * @throws heed.platform.Refused as not allowed now where the return is not open for writing; as not found for somebody
     *                               who does not work here
     */
    public void share(Actor by, UUID ret, List<String> codes, UUID staff, LocalDate due) {
        by.must(Permission.KEEP_RETURN);
        transactions.inScope(by.scope(), () -> {
            var held = returns.hold(by, ret);
            if (!held.state().open())
                throw Refusal.NOT_ALLOWED_NOW.because("not open for writing");
            if (people.get(by, staff).leftAt() != null)
                throw Refusal.NOT_FOUND.because("somebody who has left");
            var had = returns.shares(ret);
            for (var code : codes) {
                var item = returns.item(by, ret, code);
                returns.share(by, ret, new Share(UUID.randomUUID(), code, staff, due, by.staff(), clock.instant(),
                        null));
                trail.add(by, new Trace("return-item.share", item.id(), List.of(), List.of(staff), null));
            }
            // Whoever has it already, by the same day, is told nothing new.
            if (!by.is(staff) && !codes.stream().allMatch(code -> had.stream()
                    .anyMatch(s -> s.item().equals(code) && s.staff().equals(staff) && s.due().equals(due))))
                outbox.add(by, staff, ReturnMail.ANSWER_ASKED, null, false);
        });
    }

    /** Takes an answer back from somebody: they do not read it any more. */
    void end(Actor by, UUID ret, String code, UUID share) {
        by.must(Permission.KEEP_RETURN);
        transactions.inScope(by.scope(), () -> {
            returns.hold(by, ret);
            var found = of(ret, code, share);
            returns.end(found.id(), clock.instant());
            trail.add(by, new Trace("return-item.unshare", returns.item(by, ret, code).id(), List.of(),
                    List.of(found.staff()), null));
        });
    }

    /**
     * Somebody says that their answer is done, or that it is not after all; who asked is told when it is. Who keeps the
     * return may say so for them.
     *
     * @throws heed.platform.Refused as not allowed now where the return is not open for writing: nothing is asked any more
     */
    void done(Actor by, UUID ret, String code, UUID share, boolean done) {
        by.must(Permission.RAISE);
        transactions.inScope(by.scope(), () -> {
            if (!returns.hold(by, ret).state().open())
                throw Refusal.NOT_ALLOWED_NOW.because("not open for writing");
            var mine = of(ret, code, share);
            if (!by.is(mine.staff()))
                by.must(Permission.KEEP_RETURN);
            returns.done(mine.id(), done ? clock.instant() : null);
            trail.add(by, Trace.of("return-item.done", returns.item(by, ret, code).id())
                    .because(done ? "DONE" : "NOT_DONE"));
            if (done && mine.doneAt() == null && !by.is(mine.askedBy()))
                outbox.add(by, mine.askedBy(), ReturnMail.ANSWER_DONE, null, false);
        });
    }

    private Share of(UUID ret, String code, UUID share) {
        return returns.shares(ret).stream().filter(s -> s.id().equals(share) && s.item().equals(code)).findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("not shared"));
    }
}
