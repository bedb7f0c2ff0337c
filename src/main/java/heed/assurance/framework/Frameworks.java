package heed.assurance.framework;

import heed.access.Permission;
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
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Frameworks of a scope: drafts, and what was published, which stays as it is. A framework is published text about standards
 * and about nobody, so reading one needs no permission within its scope and is in the audit log as a page only; every
 * change is.
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
    private final Clock clock;
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

    Frameworks(JdbcClient db, Transactions transactions, Trail trail, Seals seals, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
        this.seals = seals;
        this.clock = clock;
    }

    /** One being prepared. */
    record Draft(UUID id, FrameworkKind kind, String code, String title, Tree tree, int version, UUID changedBy,
            Instant changedAt) {
    }

    /** What became of a file: the draft it is now, or what has to be put right in it. */
    record Taken(@Nullable UUID draft, List<FrameworkFault> faults) {
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

    private Optional<Framework> latest(Actor by, FrameworkKind kind, String code) {
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

    // Drafts

    /** Every draft, for those who keep frameworks. */
    List<Draft> drafts(Actor by) {
        by.must(Permission.KEEP_FRAMEWORKS);
        return transactions.inScope(by.scope(), () -> db.sql("""
                select * from assurance.framework_draft where scope_id = :scope
                order by array_position(array['SCALE', 'EDITION', 'CROSSWALK'], kind), code""")
                .param("scope", by.scope()).query((row, n) -> draft(row)).list());
    }

    /**
     * One draft.
     *
     * @throws heed.platform.Refused as not found where there is none
     */
    Draft draft(Actor by, UUID id) {
        by.must(Permission.KEEP_FRAMEWORKS);
        return transactions.inScope(by.scope(), () -> db.sql(
                "select * from assurance.framework_draft where scope_id = :scope and id = :id")
                .param("scope", by.scope()).param("id", id).query((row, n) -> draft(row)).optional()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such draft")));
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(row.getObject("id", UUID.class), FrameworkKind.valueOf(row.getString("kind")),
                row.getString("code"), row.getString("title"), Documents.read(row.getString("document")),
                row.getInt("version"), row.getObject("changed_by", UUID.class),
                row.getTimestamp("changed_at").toInstant());
    }

    /**
     * Takes a file as a draft, or says what has to be put right in it and keeps nothing. A draft of the same code is told
     * as a fault: it is changed on its own page.
     */
    Taken load(Actor by, byte[] file) {
        by.must(Permission.KEEP_FRAMEWORKS);
        return transactions.inScope(by.scope(), () -> {
            var loaded = Documents.read(file);
            var faults = faults(by, loaded);
            if (!faults.isEmpty())
                return new Taken(null, faults);
            return begin(by, loaded.tree());
        });
    }

    /** What has to be put right in a document before this scope can publish it. */
    List<FrameworkFault> faults(Actor by, Loaded loaded) {
        return FrameworkRules.faults(loaded, code -> nodesOf(by, code));
    }

    private @Nullable Set<String> nodesOf(Actor by, String edition) {
        return latestEdition(by, edition)
                .map(e -> e.nodes().stream().map(Edition.Node::code).collect(Collectors.toSet())).orElse(null);
    }

    private Taken begin(Actor by, Tree tree) {
        var kind = FrameworkKind.of(tree).orElseThrow();
        var id = UUID.randomUUID();
        int added = db
                .sql("""
                insert into assurance.framework_draft (scope_id, id, kind, code, title, document, version, changed_by,
                  changed_at) values (:scope, :id, :kind, :code, :title, :document, 0, :by, :now) on conflict do nothing""")
                .param("scope", by.scope()).param("id", id).param("kind", kind.name())
                .param("code", tree.text("code")).param("title", title(tree))
                .param("document", Documents.written(tree)).param("by", by.staff())
                .param("now", Timestamp.from(clock.instant())).update();
        if (added == 0)
            return new Taken(null, List.of(new FrameworkFault("",
                    "There is a draft with this code already: open it, and put this in its place")));
        trail.add(by, Trace.of("framework.draft", id).fields("document"));
        return new Taken(id, List.of());
    }

    /**
     * Puts a document in a draft's place.
     *
     * @return what has to be put right; empty where it is kept
     * @throws heed.platform.Refused as moved on where somebody changed the draft since {@code seen}
     */
    List<FrameworkFault> change(Actor by, UUID id, byte[] file, int seen) {
        var was = draft(by, id);
        return transactions.inScope(by.scope(), () -> {
            var loaded = Documents.read(file);
            var faults = faults(by, loaded);
            if (!faults.isEmpty())
                return faults;
            var tree = loaded.tree();
            if (FrameworkKind.of(tree).orElseThrow() != was.kind() || !tree.text("code").equals(was.code()))
                return List.of(new FrameworkFault(loaded.place("code"),
                        "Keep the code “" + was.code() + "”: another code is another framework"));
            if (db.sql("""
                    update assurance.framework_draft set title = :title, document = :document, version = version + 1,
                      changed_by = :by, changed_at = :now
                    where scope_id = :scope and id = :id and version = :seen""")
                    .param("title", title(tree)).param("document", Documents.written(tree)).param("by", by.staff())
                    .param("now", Timestamp.from(clock.instant())).param("scope", by.scope()).param("id", id)
                    .param("seen", seen).update() == 0)
                throw Refusal.MOVED_ON.because("the draft changed");
            trail.add(by, Trace.of("framework.change", id).fields("document"));
            return List.of();
        });
    }

    /** Makes a draft of what was published, to be corrected; the draft of that code where there is one. */
    UUID correct(Actor by, UUID published) {
        by.must(Permission.KEEP_FRAMEWORKS);
        return transactions.inScope(by.scope(), () -> {
            var of = get(by, published);
            if (!of.ours())
                throw Refusal.NOT_ALLOWED_NOW.because("a framework of another board");
            var begun = begin(by, tree(by, published)).draft();
            return begun != null
                    ? begun
                    : drafts(by).stream().filter(d -> d.kind() == of.kind() && d.code().equals(of.code())).findFirst()
                            .orElseThrow().id();
        });
    }

    /** Gives a draft up. */
    void discard(Actor by, UUID id) {
        draft(by, id);
        transactions.inScope(by.scope(), () -> {
            db.sql("delete from assurance.framework_draft where scope_id = :scope and id = :id")
                    .param("scope", by.scope()).param("id", id).update();
            trail.add(by, Trace.of("framework.discard", id));
        });
    }

    // Publishing

    /** What publishing a draft would be: which version, what it would correct, and what stands against it. */
    record Prospect(int version, @Nullable Framework last, @Nullable Framework scale, List<FrameworkFault> faults) {
    }

    Prospect prospect(Actor by, Draft draft) {
        var last = latest(by, draft.kind(), draft.code());
        var faults = new java.util.ArrayList<FrameworkFault>();
        int version = last.map(Framework::version).orElse(0) + 1;
        var written = draft.tree().number("version");
        if (written != null && last.isEmpty())
            version = written;
        else if (written != null && written < version)
            faults.add(
                    new FrameworkFault("", "Version " + last.get().version() + " is published. Give this one version "
                            + version + ", or leave the version out"));
        else if (written != null)
            version = written;
        if (last.isPresent() && last.get().hash().equals(hash(draft.tree())))
            faults.add(new FrameworkFault("", "It is the same as what is published: there is nothing to correct"));
        Framework scale = null;
        if (draft.kind() == FrameworkKind.EDITION) {
            scale = latest(by, FrameworkKind.SCALE, draft.tree().text("scale")).orElse(null);
            if (scale == null)
                faults.add(new FrameworkFault("", "Publish its scale “" + draft.tree().text("scale") + "” first"));
        }
        faults.addAll(faults(by, new Loaded(draft.tree(), java.util.Map.of(), List.of())));
        return new Prospect(version, last.orElse(null), scale, List.copyOf(faults));
    }

    /**
     * Publishes a draft, once and for all; the draft is gone.
     *
     * @param seen   the draft's version
     * @param reason why what was published is corrected; null the first time
     * @param words  why, in words; empty for none
     * @return its id
     * @throws heed.platform.Refused as moved on where the draft or what it corrects changed; as not allowed now where
     *                               something stands against it or a correction has no reason
     */
    UUID publish(Actor by, UUID draftId, int seen, Framework.@Nullable Reason reason, String words) {
        by.must(Permission.KEEP_FRAMEWORKS);
        return transactions.inScope(by.scope(), () -> {
            var draft = draft(by, draftId);
            if (draft.version() != seen)
                throw Refusal.MOVED_ON.because("the draft changed");
            var prospect = prospect(by, draft);
            if (!prospect.faults().isEmpty() || prospect.last() != null && reason == null)
                throw Refusal.NOT_ALLOWED_NOW.because("something stands against publishing");
            var id = UUID.randomUUID();
            var key = prospect.last() == null || words.isBlank() ? null : seals.newKey(by.scope(), id);
            var scale = prospect.scale();
            insert(by, id, by.scope(), draft.kind(), draft.code(), prospect.version(), draft.tree(),
                    scale == null ? null : scale.id(), by.staff(), clock.instant(),
                    prospect.last() == null || reason == null ? null : reason.name(), key, words);
            db.sql("delete from assurance.framework_draft where scope_id = :scope and id = :id")
                    .param("scope", by.scope()).param("id", draftId).update();
            trail.add(by, Trace.of("framework.publish", id).fields("version " + prospect.version()));
            return id;
        });
    }

    private void insert(Actor by, UUID id, UUID from, FrameworkKind kind, String code, int version, Tree tree,
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
     * @return its id in this scope
     */
    public UUID keepBrought(Actor by, FrameworkKind kind, int version, String yaml, @Nullable UUID scale) {
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
                            tree.text("code"), version, yaml, scale, by.staff(), clock.instant()));
        });
    }

    // What comes with Heed

    /** Those that come with Heed and of whose code nothing is published here yet. */
    List<ShippedFrameworks.One> shipped(Actor by) {
        by.must(Permission.KEEP_FRAMEWORKS);
        var ours = published(by).stream().filter(Framework::ours).map(Framework::code).collect(Collectors.toSet());
        return ShippedFrameworks.all().stream().filter(one -> !ours.contains(one.code())).toList();
    }

    /**
     * Publishes those that come with Heed, as their files stand, and with each the scale and editions it needs. What is
     * published here already stays as it is.
     *
     * @return how many were published
     */
    public int publishShipped(Actor by, List<String> codes) {
        by.must(Permission.KEEP_FRAMEWORKS);
        return transactions.inScope(by.scope(), () -> {
            var wanted = new java.util.HashSet<>(codes);
            for (var one : ShippedFrameworks.all().reversed())
                if (wanted.contains(one.code())) {
                    var tree = YamlText.read(one.text()).tree();
                    wanted.addAll(tree.texts("editions"));
                    wanted.add(tree.text("scale"));
                }
            int many = 0;
            for (var one : shipped(by))
                if (wanted.contains(one.code())) {
                    var draft = load(by, one.text().getBytes(StandardCharsets.UTF_8)).draft();
                    if (draft == null)
                        throw Refusal.NOT_ALLOWED_NOW.because("a draft of the same code");
                    publish(by, draft, 0, null, "");
                    many++;
                }
            return many;
        });
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
