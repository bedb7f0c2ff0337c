package heed.assurance.exercise;

import heed.assurance.evidence.Window;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What returns say, for what is made from them: reports and files. For those who read whole returns, and nobody else. */
@Component
public class SignedCopies {
    private final ReturnReading reading;
    private final Returns returns;
    private final ReturnEditions editions;
    private final SigningOff signing;
    private final Organisations organisations;
    private final Transactions transactions;
    private final Trail trail;

    SignedCopies(ReturnReading reading, Returns returns, ReturnEditions editions, SigningOff signing,
            Organisations organisations, Transactions transactions, Trail trail) {
        this.reading = reading;
        this.returns = returns;
        this.editions = editions;
        this.signing = signing;
        this.organisations = organisations;
        this.transactions = transactions;
        this.trail = trail;
    }

    /**
     * A return that something can be made from, in its latest version.
     *
     * @param id    the version
     * @param first the first version, by which the return is known whatever is corrected
     * @param title the edition's title and the year
     * @param state where it stands, in words
     */
    public record Offered(UUID id, UUID first, String title, String state) {
    }

    /**
     * What a return says.
     *
     * @param id     the version that says it
     * @param window what its evidence is about
     * @param copy   what was signed off, with what each voice says now; or what it says now, where it is not signed off
     * @param hash   SHA-256 of what was signed off, or of this copy, as people compare it
     * @param fixed  whether it is signed off or came in from a paper, so that it changes no more
     * @param beside what has to be known of ratings, each once
     * @param rests  what ratings rest on
     */
    public record Copied(UUID id, Window window, FrozenReturn copy, String hash, boolean fixed, List<Beside> beside,
            List<Rests> rests) {
        /** Copies the lists. */
        public Copied {
            beside = List.copyOf(beside);
            rests = List.copyOf(rests);
        }

        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Copied[" + id + "]";
        }
    }

    /** What has to be known of what a voice says, such as what its reviewers could not do. */
    public record Beside(Voice voice, String words) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Beside[" + voice + "]";
        }
    }

    /**
     * What a rating rests on: a panel's decision, a minute of the board, an independent review.
     *
     * @param item  the question's code
     * @param words which one, and when
     */
    public record Rests(String item, Voice voice, String words) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Rests[" + item + ", " + voice + "]";
        }

        static Optional<Rests> of(Rating rating) {
            var ground = rating.ground();
            if (ground == null || ground.kind() == Rating.Ground.Kind.CHALLENGE)
                return Optional.empty();
            return Optional.of(new Rests(rating.item(), rating.voice(), ground.shown()));
        }
    }

    /** Whether somebody reads whole returns. */
    public static boolean reads(Actor by) {
        return WhoReads.of(by).all();
    }

    private static void must(Actor by) {
        if (!reads(by))
            throw Refusal.NOT_FOUND.because("not all of it is theirs to read");
    }

    /** Every return of the body they work for, in its latest version, the latest year first. */
    public List<Offered> all(Actor by) {
        must(by);
        return transactions.inScope(by.scope(), () -> {
            var all = returns.all(by).stream().filter(r -> r.council().equals(by.council())).toList();
            var versions = new HashMap<UUID, Return>();
            all.forEach(r -> versions.put(r.id(), r));
            var titles = editions.titles(by, all.stream().map(Return::edition).distinct().toList());
            var amended = all.stream().map(Return::amends).filter(Objects::nonNull).toList();
            var latest = all.stream().filter(r -> !amended.contains(r.id())).map(r -> new Offered(r.id(),
                    first(versions, r).id(), titles.getOrDefault(r.edition(), "") + " " + r.year(), r.state().words()))
                    .toList();
            trail.add(by, Trace.list("return.list", latest.stream().map(Offered::id).toList()));
            return latest;
        });
    }

    private static Return first(Map<UUID, Return> versions, Return version) {
        var first = version;
        for (var before = first.amends(); before != null; before = first.amends())
            first = Objects.requireNonNull(versions.get(before), "a version that corrects one that is there");
        return first;
    }

    /** What the latest version of a return says. @param id any of its versions */
    public Copied latest(Actor by, UUID id) {
        must(by);
        return transactions.inScope(by.scope(), () -> {
            var made = returns.get(by, id);
            for (var next = returns.amending(made.id()); next.isPresent(); next = returns.amending(made.id()))
                made = next.get();
            var opened = reading.whole(by, made.id(), "return.view");
            var body = organisations.council(by, made.council()).name();
            var signed = signing.of(by, made.id());
            var copy = signed.map(s -> s.copy().rated(opened)).orElseGet(() -> FrozenReturn.of(opened, body));
            return new Copied(made.id(), made.window(), copy, signed.map(SigningOff.Signed::hash)
                    .orElseGet(() -> FrozenReturn.shown(FrozenReturn.hash(copy.json()))), made.state().fixed(),
                    opened.ratings().stream()
                            .flatMap(r -> opened.beside(r).stream().map(words -> new Beside(r.voice(), words)))
                            .distinct().toList(),
                    opened.ratings().stream().flatMap(r -> Rests.of(r).stream()).toList());
        });
    }

    /**
     * A return to be taken away in a file.
     *
     * @param copy what it says
     * @param hash its hash where it is frozen; null for a draft
     * @param at   when it was signed off, or now
     */
    public record Taken(FrozenReturn copy, @Nullable String hash, Instant at) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Taken";
        }
    }

    /** This version of a return, to be taken away in a file of this kind. */
    public Taken take(Actor by, UUID id, String kind) {
        var printed = signing.printed(by, id, kind);
        return new Taken(printed.copy(), printed.hash(), printed.at());
    }
}
