package heed.insight.report;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.seal.Seals;
import heed.platform.setting.Settings;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Quarters, published as frozen copies, and who reads which copy. */
@Component
public class Publications {
    /** A preview older than this is made anew before it is published. */
    private static final Duration PREVIEW = Duration.ofHours(1);
    private static final String HIDE_TO = "figures.hide-to.";
    private static final String FULL = "insight.publication.full_copy";
    private static final String MEMBERS = "insight.publication.members_copy";
    private static final String REASON = "insight.publication.reason";
    private static final String NOTE = "insight.quarter_note.words";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;
    private final Seals seals;
    private final Settings settings;
    private final Sheets sheets;
    private final Clock clock;

    Publications(JdbcClient db, Transactions transactions, Trail trail, Seals seals, Settings settings, Sheets sheets,
            Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
        this.seals = seals;
        this.settings = settings;
        this.sheets = sheets;
        this.clock = clock;
    }

    /**
     * A quarter's figures as they would be frozen now.
     *
     * @param sheet   all figures
     * @param members the copy for members and the public
     * @param hash    stands for what is shown
     * @param asAt    up to when was counted
     * @param latest  what was published last; null where nothing was
     * @param changes what is otherwise now than it was published, a sentence each
     * @param version of the note; -1 where there is none
     */
    record Draft(Sheet sheet, Sheet members, String hash, Instant asAt, @Nullable Publication latest,
            List<String> changes, int version) {
    }

    /** Whether this person reads full figures: who publishes them, and who sees figures and no concern. */
    static boolean readsFull(Actor by) {
        return by.may(Permission.PUBLISH_FIGURES)
                || by.may(Permission.SEE_FIGURES) && !by.may(Permission.SEE_CONCERNS);
    }

    private static void mustRead(Actor by) {
        if (!by.may(Permission.SEE_FIGURES))
            by.must(Permission.READ_PUBLISHED);
    }

    /** Every publication, latest quarter first, and within a quarter the latest first. */
    List<Publication> all(Actor by) {
        mustRead(by);
        return transactions.inScope(by.scope(), () -> {
            var all = read(by, "true");
            trail.add(by, Trace.list("quarter.list", all.stream().map(Publication::id).toList()));
            return all;
        });
    }

    /**
     * What was published for a quarter.
     *
     * @param number which; null for the latest
     * @throws heed.platform.Refused as not found where there is none
     */
    Publication get(Actor by, Quarter quarter, @Nullable Integer number) {
        return opened(by, quarter, number, "quarter.view", null);
    }

    /** The same, to be taken away as a file of this kind. */
    Publication take(Actor by, Quarter quarter, @Nullable Integer number, String kind) {
        return opened(by, quarter, number, "quarter.export", kind);
    }

    private Publication opened(Actor by, Quarter quarter, @Nullable Integer number, String act, @Nullable String kind) {
        mustRead(by);
        return transactions.inScope(by.scope(), () -> {
            var found = of(by, quarter).stream().filter(p -> number == null || p.number() == number).findFirst()
                    .orElseThrow(() -> Refusal.NOT_FOUND.because("not published"));
            trail.add(by, new Trace(act, found.id(), List.of(readsFull(by) ? "full" : "members"), List.of(), kind));
            return found;
        });
    }

    /** A quarter as it is counted now, and what of it was published otherwise. For those who publish. */
    Draft draft(Actor by, Quarter quarter) {
        return draft(by, quarter, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private Draft draft(Actor by, Quarter quarter, Instant asAt) {
        by.must(Permission.PUBLISH_FIGURES);
        if (quarter.from().atStartOfDay(heed.platform.web.LondonTime.ZONE).toInstant().isAfter(clock.instant()))
            throw Refusal.NOT_FOUND.because("not begun");
        return transactions.inScope(by.scope(), () -> {
            var note = note(by, quarter);
            var before = of(by, quarter.lastYear()).stream().findFirst();
            var sheet = sheets.of(by, quarter, asAt, before.map(Publication::full).orElse(null),
                    note.map(Words::words).orElse(""));
            var ours = of(by, quarter);
            var members = ours.isEmpty()
                    ? MembersCopy.of(sheet, hideTo(by), before.map(Publication::members).orElse(null))
                    : MembersCopy.revised(ours.getLast().members(), ours.getLast().full(), sheet);
            trail.add(by, Trace.of("quarter.draft").fields(quarter.code()));
            var latest = ours.isEmpty() ? null : ours.getFirst();
            return new Draft(sheet, members, hash(JSON.writeValueAsString(sheet) + JSON.writeValueAsString(members)),
                    asAt, latest, latest == null ? List.of() : latest.full().changesTo(sheet),
                    note.map(Words::version).orElse(-1));
        });
    }

    /**
     * Freezes a quarter as its draft shows it: the first time, or as a revision.
     *
     * @param asAt   the draft's
     * @param seen   the draft's hash
     * @param reason why it is revised; empty the first time
     * @return what was published
     * @throws heed.platform.Refused as moved on where the draft would be another now; as not allowed now where the quarter
     *                               is not over, or a revision has no reason or nothing to say
     */
    Publication publish(Actor by, Quarter quarter, Instant asAt, String seen, String reason) {
        by.must(Permission.PUBLISH_FIGURES);
        var now = clock.instant();
        if (!quarter.over(now))
            throw Refusal.NOT_ALLOWED_NOW.because("the quarter is not over");
        if (asAt.isAfter(now) || asAt.isBefore(now.minus(PREVIEW)))
            throw Refusal.MOVED_ON.because("the preview is old");
        return transactions.inScope(by.scope(), () -> {
            var draft = draft(by, quarter, asAt);
            if (!draft.hash().equals(seen))
                throw Refusal.MOVED_ON.because("the figures changed");
            var latest = draft.latest();
            if (latest != null && (reason.isBlank() || draft.changes().isEmpty()
                    && latest.full().note().equals(draft.sheet().note())))
                throw Refusal.NOT_ALLOWED_NOW.because("a revision without reason or change");
            var id = UUID.randomUUID();
            int number = latest == null ? 0 : latest.number() + 1;
            var full = latest == null ? draft.sheet() : draft.sheet().withChanges(draft.changes());
            var frozen = JSON.writeValueAsString(full);
            var key = seals.newKey(by.scope(), id);
            if (db.sql("""
                    insert into insight.publication (scope_id, id, quarter, number, published_by, published_at, as_at,
                      hide_to, content_hash, full_copy, members_copy, reason)
                    values (:scope, :id, :quarter, :number, :by, :now, :as_at, :hide_to, :hash, :full, :members, :reason)
                    on conflict (scope_id, quarter, number) do nothing""")
                    .param("scope", by.scope()).param("id", id).param("quarter", Date.valueOf(quarter.from()))
                    .param("number", number).param("by", by.staff()).param("now", Timestamp.from(now))
                    .param("as_at", Timestamp.from(asAt)).param("hide_to", draft.members().hideTo())
                    .param("hash", HexFormat.of().parseHex(hash(frozen))).param("full", key.seal(frozen, FULL, id))
                    .param("members", key.seal(JSON.writeValueAsString(draft.members()), MEMBERS, id))
                    .param("reason", latest == null ? null : key.seal(reason.strip(), REASON, id)).update() == 0)
                throw Refusal.MOVED_ON.because("published by another");
            trail.add(by, Trace.of("quarter.publish", id).fields("number " + number));
            return new Publication(id, quarter, number, by.staff(), now, hash(frozen), full, draft.members(),
                    latest == null ? null : reason.strip());
        });
    }

    /**
     * Freezes a quarter as it is counted at this moment, the first time.
     *
     * @param code of the quarter, such as 2026-q1
     * @throws heed.platform.Refused as {@link #publish}
     */
    public void publishFirst(Actor by, String code) {
        transactions.inScope(by.scope(), () -> {
            var quarter = Quarter.parse(code);
            var draft = draft(by, quarter);
            if (draft.latest() == null)
                publish(by, quarter, draft.asAt(), draft.hash(), "");
        });
    }

    /** What changed in a quarter, as it is written now. */
    private record Words(UUID id, String words, int version) {
    }

    /**
     * Writes what changed in a quarter; it is frozen with the figures when they are published.
     *
     * @param seenVersion the draft's
     * @throws heed.platform.Refused as moved on where somebody wrote it meanwhile
     */
    void write(Actor by, Quarter quarter, String words, int seenVersion) {
        by.must(Permission.PUBLISH_FIGURES);
        transactions.inScope(by.scope(), () -> {
            var was = note(by, quarter);
            if (was.map(Words::version).orElse(-1) != seenVersion)
                throw Refusal.MOVED_ON.because("the note changed");
            var id = was.map(Words::id).orElseGet(UUID::randomUUID);
            var key = was.isPresent() ? seals.key(by.scope(), id) : seals.newKey(by.scope(), id);
            if (db.sql("""
                    insert into insight.quarter_note (scope_id, id, quarter, words, version, written_by, written_at)
                    values (:scope, :id, :quarter, :words, 0, :by, :now)
                    on conflict (scope_id, id) do update set words = excluded.words, written_by = excluded.written_by,
                      written_at = excluded.written_at, version = quarter_note.version + 1
                      where quarter_note.version = :seen""")
                    .param("scope", by.scope()).param("id", id).param("quarter", Date.valueOf(quarter.from()))
                    .param("words", key.seal(words.strip(), NOTE, id)).param("by", by.staff())
                    .param("now", Timestamp.from(clock.instant())).param("seen", seenVersion).update() == 0)
                throw Refusal.MOVED_ON.because("the note changed");
            trail.add(by, Trace.of("quarter.note", id).fields("words"));
        });
    }

    private Optional<Words> note(Actor by, Quarter quarter) {
        return db.sql(
                "select id, words, version from insight.quarter_note where scope_id = :scope and quarter = :quarter")
                .param("scope", by.scope()).param("quarter", Date.valueOf(quarter.from()))
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Words(id, seals.key(by.scope(), id).open(row.getBytes("words"), NOTE, id),
                            row.getInt("version"));
                }).optional();
    }

    /** The largest number hidden from members and the public, in what is published from now on. */
    int hideTo(Actor by) {
        mustRead(by);
        return settings.get(HIDE_TO + by.scope()).map(s -> Integer.parseInt(s.value())).orElse(Sheet.usual());
    }

    /** Sets the largest number hidden, from 1 to 10, in what is published from now on. */
    void hide(Actor by, int upTo) {
        by.must(Permission.PUBLISH_FIGURES);
        if (upTo < 1 || upTo > 10)
            throw new IllegalArgumentException("from 1 to 10");
        transactions.inScope(by.scope(), () -> {
            settings.put(HIDE_TO + by.scope(), Integer.toString(upTo),
                    settings.get(HIDE_TO + by.scope()).map(heed.platform.setting.Setting::version).orElse(-1));
            trail.add(by, Trace.of("quarter.hide").fields("hide to"));
        });
    }

    private List<Publication> of(Actor by, Quarter quarter) {
        return read(by, "quarter = '" + quarter.from() + "'");
    }

    private List<Publication> read(Actor by, String which) {
        return db.sql("select * from insight.publication where scope_id = :scope and " + which
                + " order by quarter desc, number desc")
                .param("scope", by.scope()).query((row, n) -> publication(by, row)).list();
    }

    private Publication publication(Actor by, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var key = seals.key(by.scope(), id);
        var reason = row.getBytes("reason");
        return new Publication(id, Quarter.of(row.getDate("quarter").toLocalDate()), row.getInt("number"),
                row.getObject("published_by", UUID.class), row.getTimestamp("published_at").toInstant(),
                HexFormat.of().formatHex(row.getBytes("content_hash")),
                JSON.readValue(key.open(row.getBytes("full_copy"), FULL, id), Sheet.class),
                JSON.readValue(key.open(row.getBytes("members_copy"), MEMBERS, id), Sheet.class),
                reason == null ? null : key.open(reason, REASON, id));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
