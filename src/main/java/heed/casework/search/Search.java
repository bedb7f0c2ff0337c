package heed.casework.search;

import heed.access.Permission;
import heed.access.policy.Policy;
import heed.access.policy.Rule;
import heed.casework.ConcernRef;
import heed.casework.concern.Concern;
import heed.casework.concern.ConcernIndex;
import heed.casework.concern.ConcernWords;
import heed.casework.concern.Concerns;
import heed.casework.concern.Correspondence;
import heed.casework.concern.Status;
import heed.casework.concern.Telling;
import heed.platform.Actor;
import heed.platform.Reference;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.seal.SearchTokens;
import heed.platform.seal.Seals;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Searches the concerns that an officer may see: what they may not see is neither found, counted nor hinted at. What is
 * found by keyed tokens is opened, compared with what was looked for, and shown with where it matches. The audit log gets
 * the ids of what was shown, never what was looked for.
 */
@Service
public class Search {
    /** How long what somebody searched for is kept. */
    static final Duration KEPT = Duration.ofHours(1);
    /** How many concerns stand on a page. */
    static final int PAGE = 20;
    /** How many are opened for a page where words in quotes have to be checked. */
    static final int MOST_OPENED = 200;

    private final JdbcClient db;
    private final Seals seals;
    private final SearchTokens tokens;
    private final Concerns concerns;
    private final Correspondence letters;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Search(JdbcClient db, Seals seals, SearchTokens tokens, Concerns concerns, Correspondence letters,
            Transactions transactions, Trail trail, Clock clock) {
        this.db = db;
        this.seals = seals;
        this.tokens = tokens;
        this.concerns = concerns;
        this.letters = letters;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * One page of what was found.
     *
     * @param hits  what is shown, closest first and then latest
     * @param many  how many concerns hold what was looked for, besides words in quotes
     * @param exact whether {@code many} is exact; it is the most there can be where words in quotes have to be checked
     * @param next  where the next page begins; null on the last
     */
    public record Found(List<Hit> hits, long many, boolean exact, @Nullable SearchCursor next) {
        /** Copies the hits. */
        public Found {
            hits = List.copyOf(hits);
        }
    }

    /** What somebody searched for within the hour, and how many concerns they could see then. */
    record Kept(UUID id, String typed, int searched) {
    }

    /** What there is to look for, opened by nobody yet. */
    private record Candidate(UUID id, SearchCursor at) {
    }

    /**
     * Finds what somebody looks for among the concerns that they may see.
     *
     * @param typed words, names, dates of birth, words in quotes; all of it has to be met
     * @param after where the page before ended; null for the first
     * @throws heed.platform.Refused as not found without {@link Permission#WORK_CONCERNS}; as not allowed now where there
     *                               is nothing to look for
     */
    public Found find(Actor by, String typed, @Nullable SearchCursor after) {
        by.must(Permission.WORK_CONCERNS);
        var sought = Sought.of(typed);
        if (sought.problem() != null)
            throw Refusal.NOT_ALLOWED_NOW.because("nothing that can be looked for");
        return transactions.inScope(by.scope(), () -> {
            var rule = Policy.office(by);
            boolean exact = sought.phrases().isEmpty();
            var hits = new ArrayList<Hit>();
            long many = 0;
            int opened = 0;
            var at = after;
            boolean more = true;
            while (more && hits.size() < PAGE && opened < MOST_OPENED) {
                var page = candidates(by, rule, sought, at);
                if (opened == 0)
                    many = page.many();
                more = page.all().size() > PAGE;
                var here = page.all().subList(0, Math.min(PAGE, page.all().size()));
                // In order, so that the page ends with the last that was looked at and loses none.
                for (var hit : opened(by, rule, sought, here)) {
                    if (hits.size() == PAGE) {
                        more = true;
                        break;
                    }
                    hit.hit().ifPresent(hits::add);
                    at = hit.at();
                    opened++;
                }
                if (here.isEmpty())
                    break;
            }
            trail.add(by, new Trace("concern.search", null,
                    List.of("reference", "name", "born", "place", "account", "addenda"),
                    hits.stream().map(h -> h.concern().id()).toList(), null));
            return new Found(hits, many, exact, more ? at : null);
        });
    }

    private record Looked(SearchCursor at, Optional<Hit> hit) {
    }

    private List<Looked> opened(Actor by, Rule rule, Sought sought, List<Candidate> here) {
        var found = concerns.byIds(rule, here.stream().map(Candidate::id).toList()).stream()
                .collect(Collectors.toMap(Concern::id, c -> c));
        var told = concerns.tellings(by, List.copyOf(found.values()));
        var added = letters.added(by, List.copyOf(found.values()));
        return here.stream().map(candidate -> {
            var concern = found.get(candidate.id());
            @Nullable
            Telling telling = told.get(candidate.id());
            // One that was disposed of between two questions is not there any more.
            return new Looked(candidate.at(), concern == null || telling == null
                    ? Optional.empty()
                    : Matching.of(sought, concern, telling, added.getOrDefault(concern.id(), List.of())));
        }).toList();
    }

    private record Candidates(List<Candidate> all, long many) {
    }

    private Candidates candidates(Actor by, Rule rule, Sought sought, @Nullable SearchCursor after) {
        var loose = new Groups();
        var told = new Groups();
        var named = new Groups();
        for (var part : sought.parts()) {
            var born = part.born();
            var stem = part.stem();
            var date = born == null ? Set.<String>of() : Set.of(ConcernWords.bornKey(born));
            var stems = stem == null ? new long[0] : tokens.keyed(by.scope(), List.of("word:" + stem));
            var all = new LinkedHashSet<>(part.names());
            all.addAll(date);
            loose.add(tokens.keyed(by.scope(), all), stems);
            told.add(tokens.keyed(by.scope(), date), stems);
            named.add(tokens.keyed(by.scope(), date), tokens.keyed(by.scope(), part.itself()));
        }
        record Row(Candidate candidate, long many) {
        }
        var rows = db.sql("""
                select x.id, x.closeness, x.received_at, x.many from (
                  select c.id, f.closeness, c.received_at, count(*) over () as many
                  from casework.concerns_worded(:scope, :loose, :looseEnds, :told, :toldEnds, :named, :namedEnds) f
                  join casework.concern c on c.scope_id = :scope and c.id = f.concern_id
                  where c.status = any(:statuses) and\s""" + rule.sql("c") + """
                ) x
                where :first or (x.closeness, x.received_at, x.id) < (:closeness, :at, :id)
                order by x.closeness desc, x.received_at desc, x.id desc limit :most""")
                .param("scope", by.scope())
                .param("loose", loose.tokens()).param("looseEnds", loose.ends())
                .param("told", told.tokens()).param("toldEnds", told.ends())
                .param("named", named.tokens()).param("namedEnds", named.ends())
                .param("statuses", statuses())
                .param("first", after == null)
                .param("closeness", after == null ? 0 : after.closeness())
                .param("at", Timestamp.from(after == null ? Instant.EPOCH : after.at()))
                .param("id", after == null ? Actor.NOBODY : after.id())
                .param("most", PAGE + 1)
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Row(new Candidate(id, new SearchCursor(row.getInt("closeness"),
                            row.getTimestamp("received_at").toInstant(), id)), row.getLong("many"));
                }).list();
        return new Candidates(rows.stream().map(Row::candidate).toList(),
                rows.isEmpty() ? 0 : rows.getFirst().many());
    }

    /** Groups of tokens, one of each to be met; none at all where one group is empty, because nothing would meet it. */
    private static final class Groups {
        private final List<Long> tokens = new ArrayList<>();
        private final List<Integer> ends = new ArrayList<>();
        private boolean whole = true;

        void add(long[] some, long[] others) {
            if (some.length + others.length == 0)
                whole = false;
            Arrays.stream(some).forEach(tokens::add);
            Arrays.stream(others).forEach(tokens::add);
            ends.add(tokens.size());
        }

        Long[] tokens() {
            return tokens.toArray(Long[]::new);
        }

        Integer[] ends() {
            return whole ? ends.toArray(Integer[]::new) : new Integer[0];
        }
    }

    /** How many concerns are searched for somebody: those in use that they may see. */
    public long searched(Actor by) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(),
                () -> concerns.count(Policy.office(by), ConcernIndex.searched()));
    }

    /**
     * The concern whose reference was typed, however carelessly, where it may be seen; empty for anything else. Looking so
     * is in the audit log.
     */
    Optional<ConcernRef> reference(Actor by, String typed) {
        by.must(Permission.WORK_CONCERNS);
        var tidy = Reference.tidy('C', typed);
        if (!Reference.valid('C', tidy))
            return Optional.empty();
        return transactions.inScope(by.scope(), () -> {
            var found = concerns.find(Policy.office(by), new ConcernRef(tidy));
            trail.add(by, new Trace("concern.search", null, List.of("reference"),
                    found.map(Concern::id).stream().toList(), null));
            return found.map(Concern::ref);
        });
    }

    /** Keeps what somebody searches for, for an hour, encrypted, so that its pages have an address without it. */
    public UUID keep(Actor by, String typed) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var id = UUID.randomUUID();
            db.sql("""
                    insert into casework.search (scope_id, id, staff_id, sought, searched, made_at)
                    values (:scope, :id, :staff, :sought, :searched, :now)""")
                    .param("scope", by.scope()).param("id", id).param("staff", by.staff())
                    .param("sought", seals.scopeKey(by.scope()).seal(typed, "casework.search.sought", id))
                    .param("searched", searched(by)).param("now", Timestamp.from(clock.instant())).update();
            trail.add(by, Trace.of("search.keep", id));
            return id;
        });
    }

    /** What somebody searched for within the hour; empty for anything else, and for what another searched for. */
    Optional<Kept> kept(Actor by, UUID id) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> db.sql("""
                select sought, searched from casework.search
                where scope_id = :scope and id = :id and staff_id = :staff and made_at > :since""")
                .param("scope", by.scope()).param("id", id).param("staff", by.staff())
                .param("since", Timestamp.from(clock.instant().minus(KEPT)))
                .query((row, n) -> new Kept(id,
                        seals.scopeKey(by.scope()).open(row.getBytes("sought"), "casework.search.sought", id),
                        row.getInt("searched")))
                .optional());
    }

    /** Forgets what was searched for more than an hour ago. @return how many searches */
    int sweep(Actor by) {
        return transactions.inScope(by.scope(), () -> db.sql("""
                delete from casework.search where scope_id = :scope and made_at <= :since""")
                .param("scope", by.scope()).param("since", Timestamp.from(clock.instant().minus(KEPT))).update());
    }

    private static String[] statuses() {
        Collection<Status> all = ConcernIndex.searched();
        return all.stream().map(Enum::name).toArray(String[]::new);
    }
}
