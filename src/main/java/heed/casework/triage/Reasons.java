package heed.casework.triage;

import de.siegmar.fastcsv.reader.CsvReader;
import heed.access.Permission;
import heed.casework.concern.Decision;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The reasons that officers choose from under each decision. A coordinator adds and ends them; a code once used is never
 * deleted or given another meaning (domain 3).
 */
@Service
public class Reasons {
    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Reasons(JdbcClient db, Transactions transactions, Trail trail, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** One reason. Unconfirmed ones come from nobody's published list and are shown as such to whoever edits them. */
    public record Reason(Decision.Outcome outcome, String code, String label, boolean unconfirmed, boolean ended) {
    }

    /** The reasons in use now, in order; those that ended are left out. Needs the caller's scope transaction. */
    List<Reason> current(Actor by) {
        return all(by).stream().filter(r -> !r.ended()).toList();
    }

    /** Every reason, also those that ended: for the page that edits them. */
    public List<Reason> list(Actor by) {
        by.must(Permission.EDIT_LISTS);
        return transactions.inScope(by.scope(), () -> {
            trail.add(by, Trace.of("reason.list"));
            return all(by);
        });
    }

    /** Adds a reason under a decision. @throws heed.platform.Refused where the label is blank, too long or already there */
    public void add(Actor by, Decision.Outcome outcome, String label) {
        by.must(Permission.EDIT_LISTS);
        var clean = label.strip();
        if (clean.isEmpty() || clean.length() > 200)
            throw Refusal.NOT_ALLOWED_NOW.because("a reason needs a label of 1 to 200 characters");
        transactions.inScope(by.scope(), () -> {
            if (current(by).stream().anyMatch(r -> r.outcome() == outcome && r.label().equalsIgnoreCase(clean)))
                throw Refusal.NOT_ALLOWED_NOW.because("that reason is already there");
            // A code of its own, so that an ended reason of the same words keeps its meaning.
            var code = "R_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
            insert(by, outcome, code, clean, 1000, "this council", false);
            trail.add(by, Trace.of("reason.add").because(code));
        });
    }

    /** Ends a reason: it can no longer be chosen, and what was decided with it keeps it. */
    public void end(Actor by, Decision.Outcome outcome, String code) {
        by.must(Permission.EDIT_LISTS);
        transactions.inScope(by.scope(), () -> {
            var left = current(by).stream().filter(r -> r.outcome() == outcome).toList();
            if (left.size() == 1 && left.getFirst().code().equals(code))
                throw Refusal.NOT_ALLOWED_NOW.because("a decision needs at least one reason");
            db.sql("update casework.decision_reason set valid_until = :now, changed_by = :by where outcome = :outcome and code = :code and valid_until is null")
                    .param("now", Timestamp.from(clock.instant()))
                    .param("by", by.staff())
                    .param("outcome", outcome.name())
                    .param("code", code)
                    .update();
            trail.add(by, Trace.of("reason.end").because(code));
        });
    }

    /** Brings an ended reason back. */
    public void restore(Actor by, Decision.Outcome outcome, String code) {
        by.must(Permission.EDIT_LISTS);
        transactions.inScope(by.scope(), () -> {
            db.sql("update casework.decision_reason set valid_until = null, changed_by = :by where outcome = :outcome and code = :code")
                    .param("by", by.staff())
                    .param("outcome", outcome.name())
                    .param("code", code)
                    .update();
            trail.add(by, Trace.of("reason.restore").because(code));
        });
    }

    /** What a code was called, also where it has ended since. */
    String label(Actor by, Decision.Outcome outcome, String code) {
        return all(by).stream()
                .filter(r -> r.outcome() == outcome && r.code().equals(code))
                .map(Reason::label)
                .findFirst()
                .orElse(code);
    }

    private List<Reason> all(Actor by) {
        var kept = read();
        if (!kept.isEmpty())
            return kept;
        for (var row : shipped())
            insert(by, Decision.Outcome.valueOf(row.get(0)), row.get(1), row.get(2), Integer.parseInt(row.get(3)),
                    row.get(4),
                    row.get(5).equals("unconfirmed"));
        return read();
    }

    private List<Reason> read() {
        return db.sql(
                "select outcome, code, label, unconfirmed, valid_until from casework.decision_reason order by outcome, sort, label")
                .query((row, n) -> {
                    @Nullable
                    Timestamp until = row.getTimestamp("valid_until");
                    return new Reason(Decision.Outcome.valueOf(row.getString("outcome")), row.getString("code"),
                            row.getString("label"),
                            row.getBoolean("unconfirmed"), until != null);
                })
                .list();
    }

    private void insert(Actor by, Decision.Outcome outcome, String code, String label, int sort, String source,
            boolean unconfirmed) {
        db.sql("""
                insert into casework.decision_reason (scope_id, outcome, code, label, sort, valid_from, source, unconfirmed, changed_by)
                values (:scope, :outcome, :code, :label, :sort, :now, :source, :unconfirmed, :by) on conflict do nothing""")
                .param("scope", by.scope())
                .param("outcome", outcome.name())
                .param("code", code)
                .param("label", label)
                .param("sort", sort)
                .param("now", Timestamp.from(clock.instant()))
                .param("source", source)
                .param("unconfirmed", unconfirmed)
                .param("by", by.staff())
                .update();
    }

    private static List<List<String>> shipped() {
        try (var in = Reasons.class.getResourceAsStream("/vocabularies/decision_reasons.csv")) {
            if (in == null)
                throw new IllegalStateException("the shipped list of decision reasons is missing");
            try (var csv = CsvReader.builder().ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return csv.stream().skip(1).map(r -> List.copyOf(r.getFields())).toList();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
