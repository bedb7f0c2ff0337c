package heed.assurance.exercise;

import heed.access.Permission;
import heed.assurance.evidence.About;
import heed.assurance.evidence.Span;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.LondonTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes statements of evidence: what whoever answers writes is a proposal, which who keeps the return accepts. */
@Component
public class EvidenceWriting {
    private final Returns returns;
    private final Statements statements;
    private final OpenItem open;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    EvidenceWriting(Returns returns, Statements statements, OpenItem open, Transactions transactions, Trail trail,
            Clock clock) {
        this.returns = returns;
        this.statements = statements;
        this.open = open;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** A statement, with the question it belongs to. */
    record Opened(Return made, Statement statement) {
    }

    /** One, to be changed. */
    Opened get(Actor by, UUID ret, String code, UUID id) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var made = open.hold(by, ret, code);
            var found = theirs(by, of(by, ret, code, id));
            trail.add(by, Trace.of("evidence.view", id));
            return new Opened(made, found);
        });
    }

    private Statement of(Actor by, UUID ret, String code, UUID id) {
        var found = statements.get(by, ret, id);
        if (!found.item().equals(code))
            throw Refusal.NOT_FOUND.because("of another question");
        return found;
    }

    /** A statement is changed by whoever wrote it and by who keeps the return, and by nobody else it is shared with. */
    private static Statement theirs(Actor by, Statement found) {
        if (!by.is(found.writtenBy()))
            by.must(Permission.KEEP_RETURN);
        return found;
    }

    /**
     * Writes a new statement.
     *
     * @param about the days it is about, typed; null to read them from its words
     */
    public UUID write(Actor by, UUID ret, String code, String words, @Nullable Span about) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            open.hold(by, ret, code);
            returns.item(by, ret, code);
            var move = by.may(Permission.KEEP_RETURN) ? EvidenceMove.PUT_IN : EvidenceMove.PROPOSE;
            int sort = statements.of(by, ret, code).stream().mapToInt(Statement::sort).max().orElse(0) + 1;
            var made = made(UUID.randomUUID(), code, sort, words, about, move.to(), null, by, clock.instant());
            statements.add(by, ret, made);
            trail.add(by, Trace.of("evidence.write", made.id()).because(move.name()));
            return made.id();
        });
    }

    /**
     * Changes a statement: a proposal itself, an accepted one by a new one in its place, so that what was accepted stays on
     * record.
     *
     * @throws heed.platform.Refused as moved on where somebody changed it meanwhile; as not allowed now where it stands no
     *                               more
     */
    void change(Actor by, UUID ret, String code, UUID id, int seen, String words, @Nullable Span about) {
        by.must(Permission.RAISE);
        transactions.inScope(by.scope(), () -> {
            open.hold(by, ret, code);
            var old = theirs(by, of(by, ret, code, id));
            if (old.version() != seen)
                throw Refusal.MOVED_ON.because("changed meanwhile");
            var now = clock.instant();
            if (old.state() == EvidenceState.PROPOSED) {
                var text = made(id, code, old.sort(), words, about, old.state(), old.replaces(), by, old.writtenAt());
                statements.save(by, ret, new Statement(id, code, old.sort(), text.words(), text.about(), text.typed(),
                        old.state(), old.replaces(), old.version() + 1, old.writtenBy(), old.writtenAt()), now);
                trail.add(by, Trace.of("evidence.change", id));
                return;
            }
            save(by, ret, old, EvidenceMove.REPLACE, now);
            var move = by.may(Permission.KEEP_RETURN) ? EvidenceMove.PUT_IN : EvidenceMove.PROPOSE;
            var made = made(UUID.randomUUID(), code, old.sort(), words, about, move.to(), id, by, now);
            statements.add(by, ret, made);
            trail.add(by, new Trace("evidence.change", made.id(), List.of(), List.of(id), move.name()));
        });
    }

    private static Statement made(UUID id, String code, int sort, String words, @Nullable Span about,
            EvidenceState state, @Nullable UUID replaces, Actor by, Instant at) {
        var text = words.replace("\r\n", "\n").strip();
        return new Statement(id, code, sort, text, about == null ? read(text, at) : List.of(about), about != null,
                state, replaces, 0, by.staff(), at);
    }

    /** The days that words are about, counted from the day on which they were written. */
    static List<Span> read(String words, Instant writtenAt) {
        return About.of(words, LocalDate.ofInstant(writtenAt, LondonTime.ZONE)).spans();
    }

    /**
     * Moves a statement: who keeps the return any, whoever wrote it takes back their own proposal.
     *
     * @param named the move's name, as sent
     * @param seen  the version that was read; null where no page asked
     * @throws heed.platform.Refused as moved on where it stands elsewhere or says something else by now; as not allowed now where no such move is
     *                               made by hand
     */
    void move(Actor by, UUID ret, String code, UUID id, String named, @Nullable Integer seen) {
        by.must(Permission.RAISE);
        transactions.inScope(by.scope(), () -> {
            open.hold(by, ret, code);
            var old = of(by, ret, code, id);
            // Only now: what is not there is not there, whatever is asked of it.
            var move = Arrays.stream(EvidenceMove.values())
                    .filter(m -> m.name().equals(named) && m.from() != null && m != EvidenceMove.REPLACE).findFirst()
                    .orElseThrow(() -> Refusal.NOT_ALLOWED_NOW.because("no such move"));
            if (!(move == EvidenceMove.WITHDRAW_PROPOSED && by.is(old.writtenBy())))
                by.must(Permission.KEEP_RETURN);
            if (seen != null && old.version() != seen)
                throw Refusal.MOVED_ON.because("changed since it was read");
            save(by, ret, old, move, clock.instant());
            trail.add(by, Trace.of("evidence.move", id).because(move.name()));
        });
    }

    private void save(Actor by, UUID ret, Statement old, EvidenceMove move, Instant now) {
        if (!move.mayStartFrom(old.state()))
            throw Refusal.MOVED_ON.because(move + " does not start from " + old.state());
        statements.save(by, ret, new Statement(old.id(), old.item(), old.sort(), old.words(), old.about(), old.typed(),
                move.to(), old.replaces(), old.version() + 1, old.writtenBy(), old.writtenAt()), now);
    }
}
