package heed.assurance.framework;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.seal.Seals;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Frameworks being prepared, until they are published; {@link Frameworks} has them then. Every change is in the audit log. */
@Component
public class FrameworkDrafts {
    private final Frameworks frameworks;
    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;
    private final Seals seals;
    private final Clock clock;

    FrameworkDrafts(Frameworks frameworks, JdbcClient db, Transactions transactions, Trail trail, Seals seals,
            Clock clock) {
        this.frameworks = frameworks;
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
    public record Taken(@Nullable UUID draft, List<FrameworkFault> faults) {
    }

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
    public Taken load(Actor by, byte[] file) {
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
        return frameworks.latestEdition(by, edition)
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
                .param("code", tree.text("code")).param("title", Frameworks.title(tree))
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
                    .param("title", Frameworks.title(tree)).param("document", Documents.written(tree))
                    .param("by", by.staff())
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
            var of = frameworks.get(by, published);
            if (!of.ours())
                throw Refusal.NOT_ALLOWED_NOW.because("a framework of another board");
            var begun = begin(by, frameworks.tree(by, published)).draft();
            return begun != null
                    ? begun
                    : drafts(by).stream().filter(d -> d.kind() == of.kind() && d.code().equals(of.code())).findFirst()
                            .orElseThrow().id();
        });
    }

    /**
     * Gives a draft up.
     *
     * @param seen the version that was read; null where no page asked
     * @throws heed.platform.Refused as moved on where somebody changed it since
     */
    void discard(Actor by, UUID id, @Nullable Integer seen) {
        draft(by, id);
        transactions.inScope(by.scope(), () -> {
            if (db.sql("""
                    delete from assurance.framework_draft
                    where scope_id = :scope and id = :id and version = coalesce(:seen::integer, version)""")
                    .param("scope", by.scope()).param("id", id).param("seen", seen).update() == 0)
                throw Refusal.MOVED_ON.because("the draft changed");
            trail.add(by, Trace.of("framework.discard", id));
        });
    }

    // Publishing

    /** What publishing a draft would be: which version, what it would correct, and what stands against it. */
    record Prospect(int version, @Nullable Framework last, @Nullable Framework scale, List<FrameworkFault> faults) {
    }

    Prospect prospect(Actor by, Draft draft) {
        var last = frameworks.latest(by, draft.kind(), draft.code());
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
        if (last.isPresent() && last.get().hash().equals(Frameworks.hash(draft.tree())))
            faults.add(new FrameworkFault("", "It is the same as what is published: there is nothing to correct"));
        Framework scale = null;
        if (draft.kind() == FrameworkKind.EDITION) {
            scale = frameworks.latest(by, FrameworkKind.SCALE, draft.tree().text("scale")).orElse(null);
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
    public UUID publish(Actor by, UUID draftId, int seen, Framework.@Nullable Reason reason, String words) {
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
            frameworks.insert(by, id, by.scope(), draft.kind(), draft.code(), prospect.version(), draft.tree(),
                    scale == null ? null : scale.id(), by.staff(), clock.instant(),
                    prospect.last() == null || reason == null ? null : reason.name(), key, words);
            db.sql("delete from assurance.framework_draft where scope_id = :scope and id = :id")
                    .param("scope", by.scope()).param("id", draftId).update();
            trail.add(by, Trace.of("framework.publish", id).fields("version " + prospect.version()));
            return id;
        });
    }

    /** Those that come with Heed and of whose code nothing is published here yet. */
    List<ShippedFrameworks.One> shipped(Actor by) {
        by.must(Permission.KEEP_FRAMEWORKS);
        var ours = frameworks.published(by).stream().filter(Framework::ours).map(Framework::code)
                .collect(Collectors.toSet());
        return ShippedFrameworks.all().stream().filter(one -> !ours.contains(one.code())).toList();
    }

    /**
     * Publishes those that come with Heed, as their files stand, and with each the scale and editions it needs. What is
     * published here already stays as it is.
     *
     * @return how many were published
     */
    int publishShipped(Actor by, List<String> codes) {
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
}
