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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Signs a return off, freezes what it says, and submits that. */
@Component
public class SigningOff {
    static final String WORDS = "assurance.sign_off.words";
    static final String COPY = "assurance.sign_off.copy";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ReturnReading reading;
    private final Returns returns;
    private final ReturnInvitations invitations;
    private final Organisations organisations;
    private final ReturnDelivery delivery;
    private final Seals seals;
    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    SigningOff(ReturnReading reading, Returns returns, ReturnInvitations invitations, Organisations organisations,
            ReturnDelivery delivery, Seals seals, JdbcClient db, Transactions transactions, Trail trail, Clock clock) {
        this.reading = reading;
        this.returns = returns;
        this.invitations = invitations;
        this.organisations = organisations;
        this.delivery = delivery;
        this.seals = seals;
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What somebody signs with.
     *
     * @param group  the group that approved it
     * @param minute which minute of it
     * @param day    the day of that meeting
     * @param post   the accountable post of whoever signs
     */
    public record Signature(String group, String minute, LocalDate day, String post) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Signature";
        }
    }

    /**
     * How a return was signed off and what became of it.
     *
     * @param signature   with what
     * @param by          who
     * @param at          when
     * @param hash        the content hash, in hex
     * @param copy        the frozen copy
     * @param submittedAt when it was submitted; null while it was not
     * @param board       whether it goes to a board
     * @param deliveredAt when the board had it; null while it has not
     */
    record Signed(Signature signature, UUID by, Instant at, String hash, FrozenReturn copy,
            @Nullable Instant submittedAt, boolean board, @Nullable Instant deliveredAt) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Signed[" + hash + "]";
        }
    }

    /** How a return was signed off; empty while it was not. */
    Optional<Signed> of(Actor by, UUID id) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            returns.get(by, id);
            if (!WhoReads.of(by).all())
                return Optional.empty();
            var key = seals.key(by.scope(), id);
            var found = db.sql("""
                    select s.*, m.submitted_at, m.board_scope, m.delivered_at from assurance.sign_off s
                    left join assurance.submission m on m.scope_id = s.scope_id and m.return_id = s.return_id
                    where s.scope_id = :scope and s.return_id = :id""").param("scope", by.scope()).param("id", id)
                    .query((row, n) -> {
                        var sign = row.getObject("id", UUID.class);
                        record Typed(String group, String minute, String post) {
                        }
                        var typed = JSON.readValue(key.open(row.getBytes("words"), WORDS, sign), Typed.class);
                        return new Signed(
                                new Signature(typed.group(), typed.minute(),
                                        row.getObject("minute_day", LocalDate.class), typed.post()),
                                row.getObject("signed_by", UUID.class), row.getTimestamp("signed_at").toInstant(),
                                FrozenReturn.shown(row.getBytes("content_hash")),
                                FrozenReturn.read(key.open(row.getBytes("copy"), COPY, sign)),
                                moment(row.getTimestamp("submitted_at")), row.getObject("board_scope") != null,
                                moment(row.getTimestamp("delivered_at")));
                    }).optional();
            found.ifPresent(s -> trail.add(by, Trace.of("return-sign-off.view", id)));
            return found;
        });
    }

    private static @Nullable Instant moment(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /**
     * Signs a return off and freezes what it says.
     *
     * @param seen the version that was read
     * @throws heed.platform.Refused as not allowed now while something is missing; as moved on where somebody moved it
     */
    public void sign(Actor by, UUID id, int seen, Signature signature) {
        by.must(Permission.SIGN_OFF_RETURN);
        transactions.inScope(by.scope(), () -> {
            var held = returns.hold(by, id);
            if (held.version() != seen)
                throw Refusal.MOVED_ON.because("moved by another");
            var opened = reading.whole(by, id, "return.sign");
            var moved = held.move(ReturnMove.SIGN_OFF, by, clock.instant(), null,
                    SignOffCheck.clear(opened.missing()));
            var body = organisations.council(by, held.council()).name();
            var json = FrozenReturn.of(opened, body).json();
            var sign = UUID.randomUUID();
            var key = seals.key(by.scope(), id);
            record Typed(String group, String minute, String post) {
            }
            db.sql("""
                    insert into assurance.sign_off (scope_id, id, return_id, words, minute_day, content_hash, copy,
                      signed_by, signed_at)
                    values (:scope, :id, :return, :words, :day, :hash, :copy, :by, :at)""")
                    .param("scope", by.scope()).param("id", sign).param("return", id)
                    .param("words", key.seal(JSON.writeValueAsString(new Typed(signature.group().strip(),
                            signature.minute().strip(), signature.post().strip())), WORDS, sign))
                    .param("day", Date.valueOf(signature.day())).param("hash", FrozenReturn.hash(json))
                    .param("copy", key.seal(json, COPY, sign)).param("by", by.staff())
                    .param("at", Timestamp.from(moved.at())).update();
            returns.save(by, moved);
            invitations.tell(by, moved.made(), opened.items());
        });
    }

    /**
     * A return to be printed.
     *
     * @param copy what it says
     * @param hash its hash where it is frozen; null for a draft
     * @param at   when it was signed off, or now
     */
    record Printed(FrozenReturn copy, @Nullable String hash, Instant at) {
    }

    /**
     * The return to be printed: as it was signed off, or as it stands. For who keeps it and who signs it off.
     *
     * @param kind of which file
     */
    Printed printed(Actor by, UUID id, String kind) {
        if (!WhoReads.of(by).all())
            throw Refusal.NOT_FOUND.because("not all of it is theirs to read");
        return transactions.inScope(by.scope(), () -> {
            var signed = of(by, id);
            trail.add(by, Trace.of("return.export", id).because(kind));
            if (signed.isPresent())
                return new Printed(signed.get().copy(), signed.get().hash(), signed.get().at());
            var opened = reading.whole(by, id, "return.view");
            return new Printed(
                    FrozenReturn.of(opened, organisations.council(by, opened.made().council()).name()), null,
                    clock.instant());
        });
    }

    /** Whether the board takes this return no more; for who keeps it. */
    boolean closed(Actor by, Return made) {
        return by.may(Permission.KEEP_RETURN)
                && transactions.inScope(by.scope(), () -> invitations.closed(by, made));
    }

    /**
     * Submits what was signed off. The board has the copy at once, or as soon as it can be written there.
     *
     * @param seen the version that was read
     * @throws heed.platform.Refused as not allowed now where the copy is not what was signed, or the board takes no more
     *                               returns; as moved on where somebody
     *                               moved it
     */
    public void submit(Actor by, UUID id, int seen) {
        by.must(Permission.KEEP_RETURN);
        var submission = UUID.randomUUID();
        transactions.inScope(by.scope(), () -> {
            var held = returns.hold(by, id);
            if (invitations.closed(by, held))
                throw Refusal.NOT_ALLOWED_NOW.because("the board takes no more returns");
            if (held.version() != seen || returns.amending(id).isPresent())
                throw Refusal.MOVED_ON.because("moved or corrected by another");
            var key = seals.key(by.scope(), id);
            var hash = db.sql(
                    "select id, content_hash, copy from assurance.sign_off where scope_id = :scope and return_id = :id")
                    .param("scope", by.scope()).param("id", id).query((row, n) -> {
                        var json = key.open(row.getBytes("copy"), COPY, row.getObject("id", UUID.class));
                        var signed = row.getBytes("content_hash");
                        return Arrays.equals(signed, FrozenReturn.hash(json)) ? signed : new byte[0];
                    }).optional().orElse(new byte[0]);
            var moved = held.move(ReturnMove.SUBMIT, by, clock.instant(), null, hash.length > 0);
            var to = held.participation() == null ? null : invitations.of(by, held.participation());
            db.sql("""
                    insert into assurance.submission (scope_id, id, return_id, content_hash, board_scope, submitted_by,
                      submitted_at)
                    values (:scope, :id, :return, :hash, :board, :by, :at)""")
                    .param("scope", by.scope()).param("id", submission).param("return", id).param("hash", hash)
                    .param("board", to == null ? null : to.board()).param("by", by.staff())
                    .param("at", Timestamp.from(moved.at())).update();
            returns.save(by, moved);
            trail.add(by, Trace.of("return.submit", id));
            invitations.tell(by, moved.made(), returns.items(by, id));
        });
        // Another scope is another transaction: what fails here is tried again by a job.
        delivery.deliver(Actor.system(by.scope()));
    }
}
