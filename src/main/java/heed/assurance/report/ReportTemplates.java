package heed.assurance.report;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.records.document.Arriving;
import heed.records.document.Document;
import heed.records.document.Documents;
import heed.records.document.Outgoing;
import heed.records.document.VirusCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The Word templates that a council, or its board, has for committee reports. Only what has no fault is kept. */
@Component
class ReportTemplates {
    private final JdbcClient db;
    private final Documents documents;
    private final VirusCheck viruses;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    ReportTemplates(JdbcClient db, Documents documents, VirusCheck viruses, Transactions transactions, Trail trail,
            Clock clock) {
        this.db = db;
        this.documents = documents;
        this.viruses = viruses;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A template that is kept.
     *
     * @param name  its file's name, safe to show
     * @param sized how large it is, in words
     * @param opens whether the virus check lets it be used
     */
    record Kept(UUID id, String name, String sized, UUID addedBy, Instant addedAt, boolean opens) {
        /** Keeps the name out of logs. */
        @Override
        public String toString() {
            return "Kept[" + id + "]";
        }
    }

    /** Those of the body they work for, the latest first. */
    List<Kept> all(Actor by) {
        ReportReading.must(by);
        return transactions.inScope(by.scope(), () -> {
            var all = db.sql("""
                    select id, added_by, added_at from assurance.report_template
                    where scope_id = :scope and council_id = :council order by added_at desc, id""")
                    .param("scope", by.scope()).param("council", by.council())
                    .query((row, n) -> new Row(row.getObject("id", UUID.class), row.getObject("added_by", UUID.class),
                            row.getTimestamp("added_at").toInstant()))
                    .list().stream().flatMap(r -> documents.of(by, r.id()).stream().limit(1).map(f -> new Kept(r.id(),
                            f.shown(), f.sized(), r.by(), r.at(), viruses.opens(f.state()))))
                    .toList();
            trail.add(by, Trace.list("report-template.list", all.stream().map(Kept::id).toList()));
            return all;
        });
    }

    private record Row(UUID id, UUID by, Instant at) {
    }

    /** Keeps a template that arrived. @return its id */
    UUID add(Actor by, Arriving file) {
        by.must(Permission.KEEP_RETURN);
        var id = UUID.randomUUID();
        transactions.inScope(by.scope(), () -> {
            var now = clock.instant();
            db.sql("""
                    insert into assurance.report_template (scope_id, id, council_id, added_by, added_at)
                    values (:scope, :id, :council, :by, :at)""").param("scope", by.scope()).param("id", id)
                    .param("council", by.council()).param("by", by.staff()).param("at", Timestamp.from(now)).update();
            documents.add(by, id, file, "", now);
            trail.add(by, Trace.of("report-template.add", id).fields("file"));
        });
        return id;
    }

    /** One to be saved as it came. @throws heed.platform.Refused as not found where it is none of theirs */
    Outgoing file(Actor by, UUID id) {
        ReportReading.must(by);
        return transactions.inScope(by.scope(), () -> {
            var file = there(by, id);
            trail.add(by, Trace.of("file.download", file.id()));
            return documents.outgoing(by, file);
        });
    }

    /** Its bytes, to be filled. Opened outside the transaction in which it was found. */
    byte[] bytes(Actor by, UUID id) {
        ReportReading.must(by);
        var file = transactions.inScope(by.scope(), () -> documents.outgoing(by, there(by, id)));
        try (var in = file.original()) {
            return in.readNBytes(WordTemplate.MOST + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document there(Actor by, UUID id) {
        if (!db.sql("""
                select exists (select from assurance.report_template
                  where scope_id = :scope and council_id = :council and id = :id)""").param("scope", by.scope())
                .param("council", by.council()).param("id", id).query(Boolean.class).single())
            throw Refusal.NOT_FOUND.because("no such template of theirs");
        var file = documents.of(by, id).stream().findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("the template's file is gone"));
        if (!viruses.opens(file.state()))
            throw Refusal.NOT_ALLOWED_NOW.because("the virus check has not passed it");
        return file;
    }

    /** Removes one for good. Reports that were saved in it are not touched. */
    void remove(Actor by, UUID id) {
        by.must(Permission.KEEP_RETURN);
        transactions.inScope(by.scope(), () -> {
            if (db.sql("""
                    delete from assurance.report_template
                    where scope_id = :scope and council_id = :council and id = :id""").param("scope", by.scope())
                    .param("council", by.council()).param("id", id).update() == 0)
                throw Refusal.NOT_FOUND.because("no such template of theirs");
            documents.destroyAll(by.scope(), id);
            trail.add(by, Trace.of("report-template.remove", id));
        });
    }
}
