package heed.assurance.exercise;

import heed.access.Permission;
import heed.assurance.evidence.Standing;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads returns, each within what whoever asks may read of it. */
@Component
class ReturnReading {
    private final Returns returns;
    private final Statements statements;
    private final Ratings ratings;
    private final ReturnFacts facts;
    private final ReturnEditions editions;
    private final ObjectProvider<ReturnActions> actions;
    private final ObjectProvider<BesideRating> notes;
    private final Transactions transactions;
    private final Trail trail;

    ReturnReading(Returns returns, Statements statements, Ratings ratings, ReturnFacts facts, ReturnEditions editions,
            ObjectProvider<ReturnActions> actions, ObjectProvider<BesideRating> notes, Transactions transactions,
            Trail trail) {
        this.returns = returns;
        this.statements = statements;
        this.ratings = ratings;
        this.facts = facts;
        this.editions = editions;
        this.actions = actions;
        this.notes = notes;
        this.transactions = transactions;
        this.trail = trail;
    }

    /**
     * A return with everything of it that somebody reads.
     *
     * @param made       the return
     * @param edition    what it answers, cut to the questions they read
     * @param items      its answers
     * @param statements its evidence; without words where only its standing was asked for
     * @param ratings    what each voice says now
     * @param facts      its figures
     * @param clashes    figures of the whole return that do not agree, where one of these is among them
     * @param shares     whom answers are shared with
     * @param actions    actions that answer it
     * @param moves      what happened to it, latest first; none where one question was asked for
     * @param amending   the version that corrects it; null for none
     * @param beside     what has to be known of ratings, by their ids; nothing where only an overview was asked for
     * @param keeps      whether they keep it
     * @param signs      whether they sign it off
     */
    record Opened(Return made, ReturnEdition edition, List<Item> items, List<Statement> statements,
            List<Rating> ratings, List<Fact> facts, List<FactClash> clashes, List<Share> shares,
            List<ReturnActions.OfItem> actions, List<Returns.Entry> moves, @Nullable Return amending,
            Map<UUID, List<String>> beside, boolean keeps, boolean signs) {
        /** What has to be known when one reads a rating, such as what its reviewers could not do. */
        List<String> beside(Rating rating) {
            return beside.getOrDefault(rating.id(), List.of());
        }

        /** The answer to this question. */
        Optional<Item> item(String code) {
            return items.stream().filter(i -> i.code().equals(code)).findFirst();
        }

        /** What the organisation itself says of a question now, of everybody or of children and adults apart. */
        Map<Audience, @Nullable Rating> own(String code) {
            return OwnRatings.of(ratings, code);
        }

        /** Whether answers may be written. */
        boolean writes() {
            return made.state().open() && amending == null;
        }

        /** The organisation's own ratings counted, children's and adults' apart where any question was rated so. */
        String tally() {
            var apart = items.stream().anyMatch(i -> own(i.code()).size() > 1);
            if (!apart)
                return Tally.of(edition.scale(), verdicts(Audience.ALL)).words();
            return Stream.of(Audience.CHILDREN, Audience.ADULTS)
                    .map(a -> a.words() + ": " + Tally.of(edition.scale(), verdicts(a)).words())
                    .collect(Collectors.joining(". "));
        }

        private Map<String, @Nullable Verdict> verdicts(Audience audience) {
            var all = new LinkedHashMap<String, @Nullable Verdict>();
            for (var item : items) {
                var own = own(item.code());
                var said = own.containsKey(audience) ? own.get(audience) : own.get(Audience.ALL);
                all.put(item.code(), said == null ? null : said.verdict());
            }
            return all;
        }

        /** What is missing: with children and adults rated apart, what is missing for either, said once. */
        List<SignOffCheck.Missing> missing() {
            var evidence = statements.stream().collect(Collectors.groupingBy(Statement::item));
            var answered = new ArrayList<SignOffCheck.Answered>();
            for (var item : items)
                for (var own : own(item.code()).values())
                    answered.add(answered(item, own, evidence.getOrDefault(item.code(), List.of())));
            return SignOffCheck.of(edition.scale(), answered).stream().distinct().toList();
        }

        private SignOffCheck.Answered answered(Item item, @Nullable Rating own, List<Statement> theirs) {
            return new SignOffCheck.Answered(item.code(), item.answered(), item.carried(),
                    own == null ? null : own.verdict(), own == null ? null : own.override(),
                    (int) actions.stream().filter(a -> a.item().equals(item.code()) && a.open()).count(),
                    item.noAction(),
                    new SignOffCheck.Standings(count(theirs, Standing.IN), count(theirs, Standing.OUT),
                            count(theirs, Standing.UNDATED)),
                    (int) theirs.stream().filter(s -> s.state() == EvidenceState.PROPOSED).count(),
                    edition.question(item.code()).map(ReturnEdition.Asked::lastYear).orElse(true),
                    (int) shares.stream().filter(s -> s.item().equals(item.code()) && s.doneAt() == null).count(),
                    (int) clashes.stream().filter(
                            c -> c.one().items().contains(item.code()) || c.other().items().contains(item.code()))
                            .count());
        }

        private int count(List<Statement> theirs, Standing standing) {
            return (int) theirs.stream()
                    .filter(s -> s.state() == EvidenceState.ACCEPTED && s.in(made.window()) == standing).count();
        }

        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Opened[" + made.id() + "]";
        }
    }

    /** A return in a list, with the edition it answers. */
    record Listed(Return made, String title, boolean amended) {
    }

    /** Every return that they read, latest first. */
    List<Listed> all(Actor by) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var all = returns.all(by);
            trail.add(by, Trace.list("return.list", all.stream().map(Return::id).toList()));
            var amended = all.stream().map(Return::amends).filter(Objects::nonNull).toList();
            var titles = editions.titles(by, all.stream().map(Return::edition).distinct().toList());
            return all.stream().map(r -> new Listed(r, titles.getOrDefault(r.edition(), ""), amended.contains(r.id())))
                    .toList();
        });
    }

    /** A return whole, without the words of its evidence: its overview. */
    Opened overview(Actor by, UUID id) {
        return opened(by, id, "return.view", false);
    }

    /** A return with every word of it, to be checked, signed off, printed or frozen. */
    Opened whole(Actor by, UUID id, String act) {
        return opened(by, id, act, true);
    }

    private Opened opened(Actor by, UUID id, String act, boolean words) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var made = returns.get(by, id);
            var rated = ratings.of(by, id, null);
            var opened = read(by, made, editions.of(by, made.edition(), made.profile()), returns.shares(id),
                    returns.moves(by, id), words ? statements.of(by, id, null) : statements.bare(id), rated,
                    words ? beside(by, rated.stream()) : Map.of(), returns.items(by, id));
            trail.add(by, Trace.list(act, id, opened.items().stream().map(Item::id).toList()));
            return opened;
        });
    }

    private Opened read(Actor by, Return made, ReturnEdition edition, List<Share> shares, List<Returns.Entry> moves,
            List<Statement> evidence, List<Rating> rated, Map<UUID, List<String>> beside, List<Item> items) {
        var reads = WhoReads.of(by);
        var codes = items.stream().map(Item::code).filter(c -> reads.reads(shares, c)).collect(Collectors.toSet());
        var cut = new ReturnEdition(edition.id(), edition.code(), edition.version(), edition.title(), edition.both(),
                edition.scale(),
                edition.sections().stream()
                        .map(s -> new ReturnEdition.Section(s.code(), s.title(),
                                s.questions().stream().filter(q -> codes.contains(q.code())).toList()))
                        .filter(s -> !s.questions().isEmpty()).toList());
        var figures = facts.of(by, made.id());
        var acts = new ArrayList<ReturnActions.OfItem>();
        actions.ifAvailable(a -> acts.addAll(a.of(by, made.id())));
        return new Opened(made, cut, items.stream().filter(i -> codes.contains(i.code())).toList(),
                evidence.stream().filter(s -> codes.contains(s.item())).toList(),
                RatingRules.now(rated).stream().filter(r -> codes.contains(r.item())).toList(),
                figures.stream().filter(f -> f.items().stream().anyMatch(codes::contains)).toList(),
                FactClash.in(figures).stream().filter(c -> c.one().items().stream().anyMatch(codes::contains)
                        || c.other().items().stream().anyMatch(codes::contains)).toList(),
                shares.stream().filter(s -> reads.all() || s.staff().equals(reads.me())).toList(),
                acts.stream().filter(a -> codes.contains(a.item())).toList(), moves,
                returns.amending(made.id()).orElse(null), beside, by.may(Permission.KEEP_RETURN),
                by.may(Permission.SIGN_OFF_RETURN));
    }

    private Map<UUID, List<String>> beside(Actor by, Stream<Rating> ratings) {
        var all = new HashMap<UUID, List<String>>();
        ratings.forEach(r -> {
            var words = notes.orderedStream().flatMap(n -> n.of(by, r).stream()).toList();
            if (!words.isEmpty())
                all.put(r.id(), words);
        });
        return Map.copyOf(all);
    }

    /**
     * One question with everything beside it.
     *
     * @param opened  the return, with this question's evidence and ratings only
     * @param asked   the question
     * @param item    its answer
     * @param ratings every rating of it, oldest first
     * @param before  the same question a year before; null where there is none
     * @param order   every question of the return that they read, in order
     */
    record OpenedItem(Opened opened, ReturnEdition.Asked asked, Item item, List<Rating> ratings,
            @Nullable Before before, List<String> order) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "OpenedItem[" + item.id() + "]";
        }
    }

    /**
     * What an earlier return says of a question.
     *
     * @param made     the earlier return
     * @param edition  what it answers
     * @param item     the answer
     * @param ratings  what each voice says of it
     * @param evidence its evidence
     * @param measures the codes of what Heed counted for it
     * @param opens    whether they may open that return itself
     */
    record Before(Return made, ReturnEdition edition, Item item, List<Rating> ratings, List<Statement> evidence,
            Set<String> measures, boolean opens) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Before[" + item.id() + "]";
        }
    }

    /** One question. @throws heed.platform.Refused as not found */
    OpenedItem item(Actor by, UUID id, String code) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var made = returns.get(by, id);
            var item = returns.item(by, id, code);
            var shares = returns.shares(id);
            WhoReads.of(by).must(shares, code);
            var rated = ratings.of(by, id, code);
            var edition = editions.of(by, made.edition(), made.profile());
            var asked = edition.question(code)
                    .orElseThrow(() -> Refusal.NOT_FOUND.because("no such question in the edition"));
            var before = before(by, made, asked);
            var opened = read(by, made, edition, shares, List.of(), statements.of(by, id, code), rated,
                    beside(by, Stream.concat(rated.stream(),
                            before == null ? Stream.empty() : before.ratings().stream())),
                    List.of(item));
            trail.add(by, new Trace("return-item.view", item.id(), List.of(), before == null
                    ? List.of()
                    : List.of(before.item().id()), null));
            return new OpenedItem(opened, asked, item, rated, before, edition.questions().stream()
                    .map(ReturnEdition.Asked::code).filter(c -> WhoReads.of(by).reads(shares, c)).toList());
        });
    }

    /**
     * One question, to write something of it.
     *
     * @throws heed.platform.Refused as not found for those who do not write it; as not allowed now where the return is not
     *                               open for writing
     */
    OpenedItem forWriting(Actor by, UUID id, String code) {
        var item = item(by, id, code);
        if (!WhoReads.of(by).writes(by, item.opened().shares(), code))
            throw Refusal.NOT_FOUND.because("reads and does not write");
        if (!item.opened().writes())
            throw Refusal.NOT_ALLOWED_NOW.because("not open for writing");
        return item;
    }

    /**
     * The same question in the latest return of an earlier year that its framework follows from; other frameworks of that
     * year are passed over. Whoever reads this answer reads that one.
     */
    private @Nullable Before before(Actor by, Return made, ReturnEdition.Asked asked) {
        for (var earlier : returns.before(made.council(), made.year()))
            for (var code : editions.same(by, made.edition(), asked, earlier.edition())) {
                var item = returns.find(by, earlier.id(), code);
                if (item.isPresent())
                    return new Before(earlier, editions.of(by, earlier.edition(), earlier.profile()), item.get(),
                            RatingRules.now(ratings.of(by, earlier.id(), code)),
                            statements.of(by, earlier.id(), code).stream().filter(s -> s.state().live()).toList(),
                            facts.measures(earlier.id(), code),
                            WhoReads.of(by).reads(returns.shares(earlier.id()), code));
            }
        return null;
    }
}
