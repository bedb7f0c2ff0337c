package heed.assurance.exercise;

import heed.access.Permission;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.seal.Seals;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Gives a return whole, and keeps one that comes whole from elsewhere. For who keeps returns. */
@Component
public class ReturnKeeping {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Of the Heed it came into, not of the return. */
    private static final Set<ReturnMove> BROUGHT = Set.of(ReturnMove.BRING_IN, ReturnMove.BRING_IN_SIGNED);

    private final Returns returns;
    private final Statements statements;
    private final Ratings ratings;
    private final ReturnFacts facts;
    private final Organisations organisations;
    private final Seals seals;
    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;

    ReturnKeeping(Returns returns, Statements statements, Ratings ratings, ReturnFacts facts,
            Organisations organisations, Seals seals, JdbcClient db, Transactions transactions, Trail trail) {
        this.returns = returns;
        this.statements = statements;
        this.ratings = ratings;
        this.facts = facts;
        this.organisations = organisations;
        this.seals = seals;
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
    }

    /** What of a sign-off is in somebody's words. */
    record SignedWords(String group, String minute, String post) {
    }

    /**
     * A return whole.
     *
     * @param act what it is read for, as the audit log names it
     * @throws heed.platform.Refused as not found where there is none of theirs
     */
    public KeptReturn whole(Actor by, UUID id, String act) {
        by.must(Permission.KEEP_RETURN);
        return transactions.inScope(by.scope(), () -> {
            var made = returns.get(by, id);
            var items = returns.items(by, id);
            var rated = ratings.of(by, id, null);
            var names = new HashMap<UUID, String>(organisations.names(by,
                    rated.stream().map(Rating::organisation).distinct().toList()));
            names.putAll(ratings.organisations(by, id));
            trail.add(by, Trace.list(act, id, items.stream().map(Item::id).toList())
                    .fields("answers", "ratings", "evidence", "figures", "sign-off", "history"));
            return new KeptReturn(made, organisations.council(by, made.council()).name(), items, rated, names,
                    statements.of(by, id, null), facts.of(by, id), signed(by, id).orElse(null),
                    returns.moves(by, id).reversed().stream().filter(m -> !BROUGHT.contains(m.move()))
                            .map(m -> new KeptReturn.Move(m.move(), m.at(), m.note())).toList());
        });
    }

    private Optional<KeptReturn.Signed> signed(Actor by, UUID id) {
        var key = seals.key(by.scope(), id);
        return db.sql("select * from assurance.sign_off where scope_id = :scope and return_id = :id")
                .param("scope", by.scope()).param("id", id).query((row, n) -> {
                    var sign = row.getObject("id", UUID.class);
                    var words = JSON.readValue(key.open(row.getBytes("words"), SigningOff.WORDS, sign),
                            SignedWords.class);
                    return new KeptReturn.Signed(words.group(), words.minute(),
                            row.getObject("minute_day", LocalDate.class), words.post(),
                            row.getTimestamp("signed_at").toInstant(),
                            key.open(row.getBytes("copy"), SigningOff.COPY, sign));
                }).optional();
    }

    /** Whether a return of this id is in the actor's scope, whoever reads it. */
    public boolean there(Actor by, UUID id) {
        by.must(Permission.KEEP_RETURN);
        return transactions.inScope(by.scope(),
                () -> db.sql("select exists (select from assurance.return where scope_id = :scope and id = :id)")
                        .param("scope", by.scope()).param("id", id).query(Boolean.class).single());
    }

    /**
     * Keeps a return that came whole, under its own id: one that was signed off stands as signed off, any other can be
     * written on. Who signed it is nobody here: their post is named.
     *
     * @throws heed.platform.Refused as moved on where there is a return of that id
     */
    public void keep(Actor by, KeptReturn all) {
        by.must(Permission.KEEP_RETURN);
        transactions.inScope(by.scope(), () -> {
            var made = all.made();
            if (there(by, made.id()))
                throw Refusal.MOVED_ON.because("it is there already");
            var signed = all.signed();
            var move = signed == null ? ReturnMove.BRING_IN : ReturnMove.BRING_IN_SIGNED;
            if (made.state() != move.to())
                throw new IllegalArgumentException("a return comes in as " + move.to());
            returns.open(by, new Return.Moved(made, move, by.staff(), made.madeAt(), null));
            returns.happened(by, made.id(), nobody(by), all.moves());
            returns.add(by, made.id(), all.items());
            // Those given at one moment stay in the order in which they came.
            var ids = ordered(all.ratings().size());
            for (int n = 0; n < all.ratings().size(); n++) {
                var r = all.ratings().get(n);
                ratings.add(by, made.id(), new Rating(ids.get(n), r.item(), r.voice(), r.audience(), r.scale(),
                        r.scaleVersion(), r.verdict(), r.organisation(), r.by(), r.at(), r.ground(), r.override(),
                        r.transcribed()), all.organisations().get(r.organisation()));
            }
            replacedFirst(all.statements()).forEach(s -> statements.add(by, made.id(), s));
            all.facts().forEach(f -> facts.add(by, made.id(), f));
            if (signed != null)
                sign(by, made, signed);
            trail.add(by, new Trace("return.bring", made.id(), List.of(move.name()), List.of(), null));
        });
    }

    /** What stands in place of another comes after it, as the database asks. */
    private static List<Statement> replacedFirst(List<Statement> all) {
        var rest = new ArrayList<>(all);
        var done = new ArrayList<Statement>();
        var ids = new HashSet<UUID>();
        while (!rest.isEmpty()) {
            var now = rest.stream().filter(s -> s.replaces() == null || ids.contains(s.replaces())).toList();
            if (now.isEmpty())
                throw new IllegalArgumentException("statements replace each other in a circle");
            now.forEach(s -> ids.add(s.id()));
            done.addAll(now);
            rest.removeAll(now);
        }
        return done;
    }

    /** Ids of no meaning, in the order in which the database sorts them. */
    private static List<UUID> ordered(int many) {
        var ids = new ArrayList<UUID>();
        for (int n = 0; n < many; n++)
            ids.add(UUID.randomUUID());
        ids.sort(java.util.Comparator.comparing(UUID::toString));
        return ids;
    }

    private void sign(Actor by, Return made, KeptReturn.Signed signed) {
        var sign = UUID.randomUUID();
        var key = seals.key(by.scope(), made.id());
        db.sql("""
                insert into assurance.sign_off (scope_id, id, return_id, words, minute_day, content_hash, copy,
                  signed_by, signed_at)
                values (:scope, :id, :return, :words, :day, :hash, :copy, :by, :at)""")
                .param("scope", by.scope()).param("id", sign).param("return", made.id())
                .param("words", key.seal(JSON.writeValueAsString(new SignedWords(signed.group(), signed.minute(),
                        signed.post())), SigningOff.WORDS, sign))
                .param("day", Date.valueOf(signed.day())).param("hash", FrozenReturn.hash(signed.copy()))
                .param("copy", key.seal(signed.copy(), SigningOff.COPY, sign)).param("by", nobody(by))
                .param("at", Timestamp.from(signed.at())).update();
    }

    /** Somebody elsewhere, of whom nothing is known here but what is written beside it. */
    private static UUID nobody(Actor by) {
        return Actor.system(by.scope()).staff();
    }

    /** The bodies of the actor's scope, by name. */
    public Map<String, UUID> bodies(Actor by) {
        var bodies = new HashMap<String, UUID>();
        organisations.councils(by).forEach(c -> bodies.putIfAbsent(c.name(), c.id()));
        return bodies;
    }

    /** The name of the body that an actor works for. */
    public @Nullable String body(Actor by) {
        return organisations.names(by, List.of(by.council())).get(by.council());
    }
}
