package heed.assurance.exercise;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes answers and ratings: for who keeps the return, and for whoever an answer is shared with. */
@Component
public class ItemWriting {
    private final Returns returns;
    private final Ratings ratings;
    private final Statements statements;
    private final ReturnEditions editions;
    private final ReturnInvitations invitations;
    private final OpenItem open;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    ItemWriting(Returns returns, Ratings ratings, Statements statements, ReturnEditions editions,
            ReturnInvitations invitations, OpenItem open, Transactions transactions, Trail trail, Clock clock) {
        this.returns = returns;
        this.ratings = ratings;
        this.statements = statements;
        this.editions = editions;
        this.invitations = invitations;
        this.open = open;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** What became of an answer that was typed, and how it is now. */
    public record Kept(How how, Item item) {
        /** Whether it was kept, and if not, why not. */
        public enum How {
            /** It is saved. */
            SAVED,
            /** It was so already. */
            SAME,
            /** Somebody else changed it since the page was made; what they saved was left alone. */
            CHANGED_ELSEWHERE
        }
    }

    /**
     * Saves an answer.
     *
     * @param seen the version that it was typed over
     */
    public Kept answer(Actor by, UUID ret, String code, int seen, String words) {
        by.must(Permission.RAISE);
        var text = words.replace("\r\n", "\n").strip();
        return transactions.inScope(by.scope(), () -> {
            var held = open.hold(by, ret, code);
            var item = returns.item(by, ret, code);
            if (item.answer().equals(text))
                return new Kept(Kept.How.SAME, item);
            if (item.version() != seen)
                return new Kept(Kept.How.CHANGED_ELSEWHERE, item);
            var saved = item.saying(text, by.staff(), clock.instant());
            returns.save(by, ret, saved);
            trail.add(by, Trace.of("return-item.write", item.id()).fields("answer"));
            started(by, held);
            return new Kept(Kept.How.SAVED, saved);
        });
    }

    /** Says that last year's text still holds. @throws heed.platform.Refused as moved on where it changed meanwhile */
    public void confirm(Actor by, UUID ret, String code, int seen) {
        by.must(Permission.RAISE);
        transactions.inScope(by.scope(), () -> {
            var held = open.hold(by, ret, code);
            var item = returns.item(by, ret, code);
            if (item.carried() == Carried.REAFFIRMED)
                return;
            if (item.version() != seen || item.carried() != Carried.CARRIED)
                throw Refusal.MOVED_ON.because("changed meanwhile");
            returns.save(by, ret, item.as(Carried.REAFFIRMED, by.staff(), clock.instant()));
            trail.add(by, Trace.of("return-item.confirm", item.id()));
            started(by, held);
        });
    }

    /** Says why there is no action though the rating asks for one; empty takes the reason back. */
    public void withoutAction(Actor by, UUID ret, String code, int seen, String why) {
        by.must(Permission.RAISE);
        transactions.inScope(by.scope(), () -> {
            open.hold(by, ret, code);
            var item = returns.item(by, ret, code);
            if (item.version() != seen)
                throw Refusal.MOVED_ON.because("changed meanwhile");
            returns.save(by, ret, item.without(why.isBlank() ? null : why.strip(), by.staff(), clock.instant()));
            trail.add(by, Trace.of("return-item.write", item.id()).fields("no action"));
        });
    }

    /**
     * Adds the organisation's own rating.
     *
     * @param verdict  what it says
     * @param override why it stands without evidence; null for no such words
     * @return what is wrong with it; empty where it was added
     */
    public List<RatingRules.Fault> rate(Actor by, UUID ret, String code, Audience audience, Verdict verdict,
            @Nullable String override) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var held = open.hold(by, ret, code);
            var faults = add(by, held, returns.item(by, ret, code), audience, verdict, override, null);
            if (faults.isEmpty())
                started(by, held);
            return faults;
        });
    }

    /**
     * The same over what somebody saw.
     *
     * @param seen the id of the own rating that was the latest when they looked; empty for none, null where no page asked
     * @throws heed.platform.Refused as moved on where another was added meanwhile
     */
    List<RatingRules.Fault> rateOver(Actor by, UUID ret, String code, @Nullable String seen, Audience audience,
            Verdict verdict,
            @Nullable String override) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            open.hold(by, ret, code);
            var latest = ratings.of(by, ret, code).stream().filter(r -> r.voice() == Voice.SELF)
                    .max(Comparator.comparing(Rating::at)).map(r -> r.id().toString()).orElse("");
            if (seen != null && !latest.equals(seen))
                throw Refusal.MOVED_ON.because("rated meanwhile");
            return rate(by, ret, code, audience, verdict, override);
        });
    }

    /**
     * One lost rating, typed in.
     *
     * @param code  the question
     * @param level the level's code
     */
    record Typed(String code, String level) {
    }

    /**
     * Types in ratings that a paper has lost, once; each says from where and by whom.
     *
     * @param from what they were read from, such as the signed copy
     * @throws heed.platform.Refused as not allowed now where one is not lost, is on no level, or no source is given
     */
    void transcribe(Actor by, UUID ret, List<Typed> typed, String from) {
        by.must(Permission.KEEP_RETURN);
        if (from.isBlank())
            throw Refusal.NOT_ALLOWED_NOW.because("where they are from");
        transactions.inScope(by.scope(), () -> {
            var held = returns.hold(by, ret);
            for (var each : typed) {
                var item = returns.item(by, ret, each.code());
                var now = RatingRules.now(ratings.of(by, ret, each.code()));
                if (now.stream().anyMatch(r -> r.voice() == Voice.SELF && r.verdict() instanceof Verdict.Level))
                    throw Refusal.MOVED_ON.because("typed in already");
                var faults = add(by, held, item, Audience.ALL, new Verdict.Level(each.level(), null), null,
                        from.strip());
                if (!faults.isEmpty())
                    throw Refusal.NOT_ALLOWED_NOW.because("not a rating: " + faults);
            }
        });
    }

    private List<RatingRules.Fault> add(Actor by, Return held, Item item, Audience audience, Verdict verdict,
            @Nullable String override, @Nullable String transcribed) {
        var edition = editions.of(by, held.edition(), held.profile());
        var scale = edition.scale();
        var before = RatingRules.now(ratings.of(by, held.id(), item.code())).stream()
                .filter(r -> r.voice() == Voice.SELF && r.audience() == audience).findFirst();
        var rating = new Rating(UUID.randomUUID(), item.code(), Voice.SELF, audience, scale.code(), scale.version(),
                verdict, held.council(), by.staff(), clock.instant(), null, override, transcribed);
        boolean evidence = statements.bare(held.id()).stream()
                .anyMatch(s -> s.item().equals(item.code()) && s.proves(held.window()));
        var faults = RatingRules.check(rating, new RatingRules.Against(held.council(), scale, held.state(),
                edition.both(), evidence, before.map(Rating::verdict).orElse(null)));
        if (faults.isEmpty()) {
            ratings.add(by, held.id(), rating);
            trail.add(by, Trace.of("return-item.rate", item.id())
                    .fields(Voice.SELF.name(), audience.name(), transcribed == null ? "given" : "transcribed"));
        }
        return faults;
    }

    /** The first thing written starts the return; what is told to the board is brought up to date with it. */
    private void started(Actor by, Return held) {
        var made = held;
        if (held.state() == ReturnState.NOT_STARTED) {
            var moved = held.move(ReturnMove.START, by, clock.instant(), null, true);
            returns.save(by, moved);
            trail.add(by, Trace.of("return.move", held.id()).because(ReturnMove.START.name()));
            made = moved.made();
        }
        if (made.participation() != null)
            invitations.tell(by, made, returns.items(by, made.id()));
    }
}
