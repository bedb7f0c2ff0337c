package heed.assurance.framework;

import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.seal.RecordKey;
import heed.platform.seal.Seals;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Published frameworks of a scope, which stay as they are; {@link FrameworkDrafts} has those being prepared. A framework is
 * published text about standards and about nobody, so reading one needs no permission within its scope and is in the audit
 * log as a page only.
 */
@Component
public class Frameworks {
    private static final String REASON = "assurance.framework.reason";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How many editions are kept as they were read; an edition of 300 nodes takes about 100 kB. */
    private static final int MOST_READ = 50;

    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;
    private final Seals seals;
    /** Published editions as they were read, which no row of theirs can ever change; the longest unused goes first. */
    private final Map<Known, Edition> read = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Known, Edition> eldest) {
            return size() > MOST_READ;
        }
    });

    private record Known(UUID scope, UUID id) {
    }

    Frameworks(JdbcClient db, Transactions transactions, Trail trail, Seals seals) {
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
        this.seals = seals;
    }

    // What is published

    /** Every published framework of the scope, each version: scales, editions, crosswalks, the latest version first. */
    public List<Framework> published(Actor by) {
        return transactions.inScope(by.scope(), () -> read(by));
    }

    /** The latest version of each, as {@link #published}. */
    public List<Framework> current(Actor by) {
        return published(by).stream().filter(f -> !f.superseded()).toList();
    }

    /**
     * One published framework.
     *
     * @throws heed.platform.Refused as not found where there is none
     */
    public Framework get(Actor by, UUID id) {
        return transactions.inScope(by.scope(), () -> read(by).stream().filter(f -> f.id().equals(id)).findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such framework")));
    }

    /**
     * A published edition with its scale.
     *
     * @throws heed.platform.Refused as not found where there is none, or it is no edition
     */
    public Edition edition(Actor by, UUID id) {
        return transactions.inScope(by.scope(), () -> {
            // Kept by scope: what is not of this one is not there. No published row can be changed or deleted.
            var known = read.get(new Known(by.scope(), id));
            if (known != null)
                return known;
            var row = row(by, id, FrameworkKind.EDITION);
            var scale = row.scale();
            if (scale == null)
                throw new IllegalStateException("an edition without a scale was published");
            var edition = Edition.of(id, row.version(), row.tree(), scale(by, scale));
            read.put(new Known(by.scope(), id), edition);
            return edition;
        });
    }

    /**
     * A published scale.
     *
     * @throws heed.platform.Refused as not found where there is none, or it is no scale
     */
    public Scale scale(Actor by, UUID id) {
        return transactions.inScope(by.scope(), () -> {
            var row = row(by, id, FrameworkKind.SCALE);
            return Scale.of(id, row.version(), row.tree());
        });
    }

    /** The latest published version of an edition; empty where none of that code is. */
    public Optional<Edition> latestEdition(Actor by, String code) {
        return latest(by, FrameworkKind.EDITION, code).map(f -> edition(by, f.id()));
    }

    /** The latest published version of a scale; empty where none of that code is. */
    public Optional<Scale> latestScale(Actor by, String code) {
        return latest(by, FrameworkKind.SCALE, code).map(f -> scale(by, f.id()));
    }

    Optional<Framework> latest(Actor by, FrameworkKind kind, String code) {
        return current(by).stream().filter(f -> f.ours() && f.kind() == kind && f.code().equals(code)).findFirst();
    }

    /**
     * The document of a published framework as YAML, whole as it was published.
     *
     * @throws heed.platform.Refused as not found where there is none
     */
    public String yaml(Actor by, UUID id) {
        return YamlText.written(tree(by, id));
    }

    /**
     * The document of a published framework as names and values, as {@link #yaml} writes them.
     *
     * @throws heed.platform.Refused as not found where there is none
     */
    public Map<String, @Nullable Object> document(Actor by, UUID id) {
        return tree(by, id).values();
    }

    Tree tree(Actor by, UUID id) {
        return transactions.inScope(by.scope(), () -> row(by, id, get(by, id).kind()).tree());
    }

    private record Stored(int version, Tree tree, @Nullable UUID scale) {
    }

    private Stored row(Actor by, UUID id, FrameworkKind kind) {
        return db.sql("""
                select version, document, scale_id from assurance.framework
                where scope_id = :scope and id = :id and kind = :kind""")
                .param("scope", by.scope()).param("id", id).param("kind", kind.name())
                .query((row, n) -> new Stored(row.getInt("version"), Documents.read(row.getString("document")),
                        row.getObject("scale_id", UUID.class)))
                .optional().orElseThrow(() -> Refusal.NOT_FOUND.because("no such framework"));
    }

    private List<Framework> read(Actor by) {
        return db.sql("""
                select f.id, f.kind, f.code, f.version, f.from_scope, f.title, f.year, f.content_hash, f.published_by,
                  f.published_at, f.reason_code, f.reason,
                  exists (select from assurance.framework later where later.scope_id = f.scope_id
                    and later.from_scope = f.from_scope and later.kind = f.kind and later.code = f.code
                    and later.version > f.version) superseded
                from assurance.framework f where f.scope_id = :scope
                order by array_position(array['SCALE', 'EDITION', 'CROSSWALK'], f.kind), f.code, f.from_scope = f.scope_id desc,
                  f.from_scope, f.version desc""")
                .param("scope", by.scope()).query((row, n) -> framework(by, row)).list();
    }

    private Framework framework(Actor by, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var reason = row.getString("reason_code");
        var words = row.getBytes("reason");
        return new Framework(id, FrameworkKind.valueOf(row.getString("kind")), row.getString("code"),
                row.getInt("version"), row.getObject("from_scope", UUID.class).equals(by.scope()),
                row.getString("title"), row.getObject("year", Integer.class),
                HexFormat.of().formatHex(row.getBytes("content_hash")),
                row.getObject("published_by", UUID.class), row.getTimestamp("published_at").toInstant(),
                reason == null ? null : Framework.Reason.valueOf(reason),
                words == null ? null : seals.key(by.scope(), id).open(words, REASON, id),
                row.getBoolean("superseded"));
    }

    /**
     * Keeps what is published.
     *
     * @throws heed.platform.Refused as moved on where somebody published that version first
     */
    void insert(Actor by, UUID id, UUID from, FrameworkKind kind, String code, int version, Tree tree,
            @Nullable UUID scale, UUID publishedBy, Instant publishedAt, @Nullable String reason,
            @Nullable RecordKey key, String words) {
        if (db.sql("""
                insert into assurance.framework (scope_id, id, kind, code, version, from_scope, title, year, document,
                  content_hash, scale_id, published_by, published_at, reason_code, reason)
                values (:scope, :id, :kind, :code, :version, :from, :title, :year, :document, :hash, :scale, :by, :at, :code_of,
                  :reason) on conflict do nothing""")
                .param("scope", by.scope()).param("id", id).param("kind", kind.name()).param("code", code)
                .param("version", version).param("from", from).param("title", title(tree))
                .param("year", kind == FrameworkKind.EDITION ? tree.number("year") : null)
                .param("document", Documents.written(tree)).param("hash", HexFormat.of().parseHex(hash(tree)))
                .param("scale", scale).param("by", publishedBy).param("at", Timestamp.from(publishedAt))
                .param("code_of", reason)
                .param("reason", key == null ? null : key.seal(words.strip(), REASON, id)).update() == 0)
            throw Refusal.MOVED_ON.because("published by another");
    }

    /**
     * Keeps a framework that a board sent, as it was published there; nothing where this scope has it already.
     *
     * @param from the board's scope
     * @return its id in this scope
     */
    public UUID keepSent(Actor by, UUID from, FrameworkKind kind, String code, int version, String document,
            @Nullable UUID scale, UUID publishedBy, Instant publishedAt) {
        return transactions.inScope(by.scope(), () -> {
            var tree = Documents.read(document);
            var there = db.sql("""
                    select id from assurance.framework where scope_id = :scope and from_scope = :from and kind = :kind
                      and code = :code and version = :version""")
                    .param("scope", by.scope()).param("from", from).param("kind", kind.name()).param("code", code)
                    .param("version", version).query(UUID.class).optional();
            if (there.isPresent())
                return there.get();
            var id = UUID.randomUUID();
            insert(by, id, from, kind, code, version, tree, scale, publishedBy, publishedAt, null, null, "");
            trail.add(by, Trace.of("framework.keep", id).fields("version " + version));
            return id;
        });
    }

    /**
     * Keeps a framework that came with a return from elsewhere, as it is written there; nothing where this scope has the same
     * already, whoever published it.
     *
     * @param scale the scale of an edition, in this scope; null for anything else
     * @param at    when it is kept
     * @return its id in this scope
     */
    public UUID keepBrought(Actor by, FrameworkKind kind, int version, String yaml, @Nullable UUID scale, Instant at) {
        return transactions.inScope(by.scope(), () -> {
            var tree = Documents.read(yaml);
            var hash = hash(tree);
            return db.sql("""
                    select id from assurance.framework where scope_id = :scope and kind = :kind and code = :code
                      and version = :version and content_hash = :hash and scale_id is not distinct from :scale::uuid
                    order by from_scope = scope_id desc, published_at, id limit 1""")
                    .param("scope", by.scope()).param("kind", kind.name()).param("code", tree.text("code"))
                    .param("version", version).param("hash", HexFormat.of().parseHex(hash)).param("scale", scale)
                    .query(UUID.class).optional()
                    // From nobody known: what its words hash to stands in place of a sender, so that two of the same
                    // code and version that say different things can both be here.
                    .orElseGet(() -> keepSent(by,
                            UUID.nameUUIDFromBytes((hash + scale).getBytes(StandardCharsets.UTF_8)), kind,
                            tree.text("code"), version, yaml, scale, by.staff(), at));
        });
    }

    /** Codes of the editions that a crosswalk's document names, oldest first. */
    public static List<String> editionsNamed(String crosswalk) {
        return Documents.read(crosswalk).texts("editions");
    }

    static String title(Tree tree) {
        return tree.text("title").isBlank()
                ? "Crosswalk of " + String.join(", ", tree.texts("editions"))
                : tree.text("title");
    }

    static String hash(Tree tree) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(JSON.writeValueAsString(tree.sorted()).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The page of a framework was opened. */
    void seen(Actor by, String act, @Nullable UUID record, List<UUID> found) {
        transactions.inScope(by.scope(), () -> trail.add(by, new Trace(act, record, List.of(), found, null)));
    }
}
