package heed.assurance.cycle;

import heed.access.Permission;
import heed.assurance.framework.FrameworkKind;
import heed.assurance.framework.Frameworks;
import heed.directory.organisation.Organisations;
import heed.directory.organisation.RecordingScope;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Invitations as those invited see them. What the board has is read through functions that give what is addressed to this
 * scope and nothing else; the edition is kept in this scope as it was published, so that a return never hangs on another's
 * rows.
 */
@Component
public class Invitations {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{1,39}");

    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;
    private final Frameworks frameworks;
    private final Organisations organisations;
    private final Clock clock;

    Invitations(JdbcClient db, Transactions transactions, Trail trail, Frameworks frameworks,
            Organisations organisations, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
        this.frameworks = frameworks;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** Every invitation to this scope whose cycle is open or later, the latest first. Those keeping returns ask. */
    public List<Invited> all(Actor by) {
        by.must(Permission.KEEP_RETURN);
        return addressed(by);
    }

    /** The same without a permission: for the system's own rounds. */
    List<Invited> addressed(Actor by) {
        return transactions.inScope(by.scope(), () -> {
            var names = organisations.scopes().stream()
                    .collect(Collectors.toMap(RecordingScope::id, RecordingScope::name));
            var parts = participations(by).stream().collect(Collectors.toMap(Participation::id, p -> p));
            return db.sql("select * from assurance.invited(:scope)").param("scope", by.scope())
                    .query((row, n) -> {
                        var id = row.getObject("invitation_id", UUID.class);
                        var board = row.getObject("board_scope", UUID.class);
                        return new Invited(id, board, names.getOrDefault(board, "A board that has left"),
                                row.getObject("cycle_id", UUID.class),
                                row.getString("edition_title") + " " + row.getInt("edition_year"),
                                CycleState.valueOf(row.getString("cycle_state")), row.getString("profile"),
                                row.getTimestamp("invited_at").toInstant(), Cycles.moment(row, "reminded_at"),
                                Cycles.day(row, "window_from"), Cycles.day(row, "window_until"),
                                Cycles.day(row, "returns_by"), parts.get(id));
                    }).list().stream().sorted(Comparator.comparing(Invited::invitedAt).reversed()).toList();
        });
    }

    /**
     * One invitation.
     *
     * @throws heed.platform.Refused as not found where there is none to this scope
     */
    public Invited get(Actor by, UUID id) {
        by.must(Permission.KEEP_RETURN);
        return transactions.inScope(by.scope(), () -> {
            var found = addressed(by).stream().filter(i -> i.id().equals(id)).findFirst()
                    .orElseThrow(() -> Refusal.NOT_FOUND.because("no such invitation"));
            trail.add(by, Trace.of("invitation.view", id));
            return found;
        });
    }

    /**
     * Takes part: keeps the edition and its scale in this scope. A second time changes nothing.
     *
     * @param council which organisation of this scope answers
     * @throws heed.platform.Refused as not found where there is no such invitation or organisation; as not allowed now
     *                               where returns are closed
     */
    public Participation accept(Actor by, UUID invitation, UUID council) {
        by.must(Permission.KEEP_RETURN);
        return transactions.inScope(by.scope(), () -> {
            var invited = addressed(by).stream().filter(i -> i.id().equals(invitation)).findFirst()
                    .orElseThrow(() -> Refusal.NOT_FOUND.because("no such invitation"));
            if (invited.accepted() != null)
                return invited.accepted();
            if (invited.state() != CycleState.OPEN)
                throw Refusal.NOT_ALLOWED_NOW.because("returns are closed");
            organisations.council(by, council);
            var edition = keep(by, invitation);
            keepCrosswalks(by);
            var now = Timestamp.from(clock.instant());
            int items = frameworks.edition(by, edition).items(invited.profile()).size();
            db.sql("""
                    insert into assurance.participation (scope_id, id, board_scope, cycle_id, edition_id, council_id,
                      profile, window_from, window_until, returns_by, accepted_by, accepted_at, return_state,
                      return_state_at, items, items_done, handed_in)
                    values (:scope, :id, :board, :cycle, :edition, :council, :profile, :from, :until, :returns, :by, :now,
                      :state, :now, :items, 0, false) on conflict do nothing""")
                    .param("scope", by.scope()).param("id", invitation).param("board", invited.board())
                    .param("cycle", invited.cycle()).param("edition", edition).param("council", council)
                    .param("profile", invited.profile()).param("from", Date.valueOf(invited.windowFrom()))
                    .param("until", Date.valueOf(invited.windowUntil()))
                    .param("returns", Date.valueOf(invited.returnsBy())).param("by", by.staff()).param("now", now)
                    .param("state", Participation.NOT_STARTED).param("items", items).update();
            trail.add(by, Trace.of("invitation.accept", invitation).fields("organisation"));
            return participation(by, invitation);
        });
    }

    private record Sent(UUID board, UUID id, FrameworkKind kind, String code, int version, String document,
            UUID publishedBy, Instant publishedAt) {
        static Sent of(ResultSet row, int n) throws SQLException {
            return new Sent(row.getObject("board_scope", UUID.class), row.getObject("framework_id", UUID.class),
                    FrameworkKind.valueOf(row.getString("kind")), row.getString("code"), row.getInt("version"),
                    row.getString("document"), row.getObject("published_by", UUID.class),
                    row.getTimestamp("published_at").toInstant());
        }
    }

    /** @param scale which scale an edition has, in the board's scope; null for anything else */
    private record SentOn(Sent sent, @Nullable UUID scale) {
        static SentOn of(ResultSet row, int n) throws SQLException {
            return new SentOn(Sent.of(row, n), row.getObject("scale_id", UUID.class));
        }
    }

    /**
     * Keeps what lets years be laid side by side: crosswalks of boards that invited this scope, and the editions they name.
     * What is here already is not kept twice. Whether the actor may is for the caller to have asked.
     *
     * @return how many crosswalks are new here
     */
    int keepCrosswalks(Actor by) {
        return transactions.inScope(by.scope(), () -> {
            var crosswalks = db.sql("select * from assurance.crosswalks_sent(:scope)").param("scope", by.scope())
                    .query(SentOn::of).list();
            for (var one : crosswalks) {
                var crosswalk = one.sent();
                keepNamed(by, crosswalk.board(), Frameworks.editionsNamed(crosswalk.document()));
                keep(by, crosswalk, null);
            }
            return crosswalks.size();
        });
    }

    private void keepNamed(Actor by, UUID board, List<String> editions) {
        var named = db.sql("select * from assurance.editions_sent(:scope, :board, :codes)").param("scope", by.scope())
                .param("board", board).param("codes", editions.toArray(String[]::new)).query(SentOn::of).list();
        var scales = new HashMap<UUID, UUID>();
        for (var one : named)
            if (one.sent().kind() == FrameworkKind.SCALE)
                scales.put(one.sent().id(), keep(by, one.sent(), null));
        for (var one : named)
            if (one.sent().kind() == FrameworkKind.EDITION)
                keep(by, one.sent(), scales.get(one.scale()));
    }

    private UUID keep(Actor by, Sent sent, @Nullable UUID scale) {
        return frameworks.keepSent(by, sent.board(), sent.kind(), sent.code(), sent.version(), sent.document(), scale,
                sent.publishedBy(), sent.publishedAt());
    }

    /** Keeps the edition that an invitation asks to answer, and its scale; the board's own needs no copy. */
    private UUID keep(Actor by, UUID invitation) {
        var sent = db.sql("select * from assurance.frameworks_sent(:scope, :invitation)").param("scope", by.scope())
                .param("invitation", invitation)
                .query(Sent::of)
                .list();
        var edition = of(sent, FrameworkKind.EDITION);
        if (edition.board().equals(by.scope()))
            return edition.id();
        return keep(by, edition, keep(by, of(sent, FrameworkKind.SCALE), null));
    }

    private static Sent of(List<Sent> sent, FrameworkKind kind) {
        return sent.stream().filter(s -> s.kind() == kind).findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such edition"));
    }

    /** Everything this scope takes part in. Whether the actor may know is for the caller to have asked. */
    public List<Participation> participations(Actor by) {
        return transactions.inScope(by.scope(), () -> db
                .sql("select * from assurance.participation where scope_id = :scope order by accepted_at desc, id")
                .param("scope", by.scope()).query((row, n) -> participation(row)).list());
    }

    /**
     * What was begun on an invitation. Whether the actor may know is for the caller to have asked.
     *
     * @throws heed.platform.Refused as not found where nothing was
     */
    public Participation participation(Actor by, UUID invitation) {
        return participations(by).stream().filter(p -> p.id().equals(invitation)).findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("not taking part"));
    }

    private static Participation participation(ResultSet row) throws SQLException {
        return new Participation(row.getObject("id", UUID.class), row.getObject("board_scope", UUID.class),
                row.getObject("cycle_id", UUID.class), row.getObject("edition_id", UUID.class),
                row.getObject("council_id", UUID.class), row.getString("profile"), Cycles.day(row, "window_from"),
                Cycles.day(row, "window_until"), Cycles.day(row, "returns_by"), row.getString("return_state"),
                row.getInt("items"), row.getInt("items_done"), row.getBoolean("handed_in"));
    }

    /**
     * Says where the return of an invitation stands, which is all that the board sees of it before it is handed in. In the
     * transaction that moves the return; the caller has asked for the permission and writes the audit log.
     *
     * @param state    the return's state, a code such as IN_PROGRESS
     * @param items    how many items it has
     * @param done     how many of them are done
     * @param handedIn whether it is with the board
     * @throws heed.platform.Refused    as not found where this scope does not take part
     * @throws IllegalArgumentException if the state is no code
     */
    public void stand(Actor by, UUID invitation, String state, int items, int done, boolean handedIn) {
        if (!CODE.matcher(state).matches())
            throw new IllegalArgumentException("a state is a code");
        transactions.inScope(by.scope(), () -> {
            if (db.sql("""
                    update assurance.participation set
                      return_state_at = case when return_state = :state then return_state_at else :now end,
                      return_state = :state, items = :items, items_done = :done, handed_in = :handed_in
                    where scope_id = :scope and id = :id""")
                    .param("state", state).param("now", Timestamp.from(clock.instant())).param("items", items)
                    .param("done", done).param("handed_in", handedIn).param("scope", by.scope())
                    .param("id", invitation).update() == 0)
                throw Refusal.NOT_FOUND.because("not taking part");
        });
    }

    /** Notes that those invited were told for a cause; false where they were before. */
    boolean told(Actor system, UUID invitation, String cause, Instant causedAt) {
        return db.sql("""
                insert into assurance.reminder (scope_id, invitation_id, cause, caused_at, told_at)
                values (:scope, :invitation, :cause, :caused, :now) on conflict do nothing""")
                .param("scope", system.scope()).param("invitation", invitation).param("cause", cause)
                .param("caused", Timestamp.from(causedAt)).param("now", Timestamp.from(clock.instant())).update() == 1;
    }
}
