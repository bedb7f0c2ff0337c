package heed.casework.advice;

import heed.access.policy.Marking;
import heed.access.policy.Rule;
import heed.casework.AdviceRef;
import heed.casework.ConcernRef;
import heed.casework.concern.Concern;
import heed.casework.concern.SubjectKind;
import heed.platform.Actor;
import heed.platform.Reference;
import heed.platform.Refusal;
import heed.platform.seal.RecordKey;
import heed.platform.seal.Seals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The store of advice, each under a key of its own. Everything is found within a rule, as concerns are; every method needs
 * the caller's scope transaction, and the caller writes the audit log.
 */
@Repository
class Advices {
    private static final String COLUMNS = """
            a.id, a.ref, a.raised_by, a.asker, a.asked_at, a.subject_kind, a.marking, a.question, a.answer, a.answered_by,
            a.answered_at, a.read_at, a.recorded_by""";

    private final JdbcClient db;
    private final Seals seals;

    Advices(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** Which of them a list shows. */
    enum Shelf {
        /** Nobody has answered. */
        WAITING("a.answer is null", "a.asked_at, a.id"),
        /** Answered. */
        ANSWERED("a.answer is not null", "a.asked_at desc, a.id");

        private final String where;
        private final String order;

        Shelf(String where, String order) {
            this.where = where;
            this.order = order;
        }
    }

    void add(Actor by, Advice advice, UUID submission) {
        var key = seals.newKey(by.scope(), advice.id());
        var answer = advice.answer();
        db.sql("""
                insert into casework.advice (scope_id, id, ref, submission, raised_by, asker, asked_at, subject_kind, marking,
                    question, answer, answered_by, answered_at, recorded_by)
                values (:scope, :id, :ref, :submission, cast(:raisedBy as uuid), :asker, :at, :about, :marking, :question,
                    :answer, cast(:answeredBy as uuid), cast(:answeredAt as timestamptz), cast(:recorded as uuid))""")
                .param("scope", by.scope()).param("id", advice.id()).param("ref", advice.ref().value())
                .param("submission", submission).param("raisedBy", advice.askedBy())
                .param("asker",
                        advice.asker().isBlank()
                                ? null
                                : key.seal(advice.asker(), "casework.advice.asker", advice.id()),
                        Types.BINARY)
                .param("at", Timestamp.from(advice.askedAt())).param("about", advice.about().name())
                .param("marking", advice.marking().name())
                .param("question", key.seal(advice.question(), "casework.advice.question", advice.id()))
                .param("answer",
                        answer == null ? null : key.seal(answer.words(), "casework.advice.answer", advice.id()),
                        Types.BINARY)
                .param("answeredBy", answer == null ? null : answer.by())
                .param("answeredAt", answer == null ? null : Timestamp.from(answer.at()))
                .param("recorded", advice.recorded()).update();
    }

    /** @throws heed.platform.Refused as not found where the rule does not let it through */
    Advice get(Actor by, Rule rule, AdviceRef ref) {
        return one(by, "a.ref = :value and " + rule.sql("a"), ref.value())
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such advice for them"));
    }

    /** What a submission made, within a rule. */
    Optional<Advice> bySubmission(Actor by, Rule rule, UUID submission) {
        return one(by, "a.submission = :value and " + rule.sql("a"), submission);
    }

    /** Whether a submission made one, whoever may see it. */
    /** A reference that no advice of the scope has. */
    AdviceRef newRef() {
        return Reference.unused(AdviceRef::random, ref -> db
                .sql("select exists (select 1 from casework.advice where ref = :ref)").param("ref", ref.value())
                .query(Boolean.class).single());
    }

    boolean there(UUID submission) {
        return db.sql("select exists (select 1 from casework.advice where submission = :value)")
                .param("value", submission).query(Boolean.class).single();
    }

    /** Advice within a rule, opened, at most {@code most} after as many as {@code skip}. */
    List<Advice> list(Actor by, Rule rule, Shelf shelf, int skip, int most) {
        return opened(by, rows("where " + shelf.where + " and " + rule.sql("a") + " order by " + shelf.order
                + " limit " + most + " offset " + skip));
    }

    long count(Rule rule, Shelf shelf) {
        return db.sql("select count(*) from casework.advice a where " + shelf.where + " and " + rule.sql("a"))
                .query(Long.class).single();
    }

    /** What somebody asked, latest first. */
    List<Advice> own(Actor by, Rule rule, int most) {
        return opened(by, rows("where " + rule.sql("a") + " order by a.asked_at desc, a.id limit " + most));
    }

    /** The answer, unless there is one. Returns whether it was first. */
    boolean answer(Actor by, Advice advice, String words, Instant at) {
        return db.sql("""
                update casework.advice set answer = :answer, answered_by = :by, answered_at = :at
                where id = :id and answer is null""")
                .param("answer", seals.key(by.scope(), advice.id()).seal(words, "casework.advice.answer", advice.id()))
                .param("by", by.staff()).param("at", Timestamp.from(at)).param("id", advice.id()).update() == 1;
    }

    /** Whoever asked has read the answer. */
    void read(Advice advice, Instant at) {
        db.sql("update casework.advice set read_at = :at where id = :id and answer is not null and read_at is null")
                .param("at", Timestamp.from(at)).param("id", advice.id()).update();
    }

    /** It is carried into a draft. */
    void carried(Actor by, Advice advice, UUID draft, Instant at) {
        db.sql("""
                insert into casework.advice_draft (scope_id, draft_id, advice_id, begun_by, begun_at)
                values (:scope, :draft, :advice, :by, :at)""")
                .param("scope", by.scope()).param("draft", draft).param("advice", advice.id()).param("by", by.staff())
                .param("at", Timestamp.from(at)).update();
    }

    /** The advice that a concern began as, within a rule. */
    List<Advice> before(Actor by, Rule rule, Concern concern) {
        return opened(by, db.sql("select " + COLUMNS + """
                 from casework.advice a
                 join casework.advice_draft x on x.scope_id = a.scope_id and x.advice_id = a.id
                 join casework.concern c on c.scope_id = x.scope_id and c.submission = x.draft_id
                where c.id = :concern and\s""" + rule.sql("a") + " order by a.asked_at")
                .param("concern", concern.id()).query(Row::of).list());
    }

    /** The concerns that advice became, within a rule for concerns. */
    List<ConcernRef> became(Rule rule, Advice advice) {
        return db.sql("""
                select c.ref from casework.advice_draft x
                  join casework.concern c on c.scope_id = x.scope_id and c.submission = x.draft_id
                 where x.advice_id = :advice and\s""" + rule.sql("c") + " order by c.received_at, c.id")
                .param("advice", advice.id()).query((row, n) -> new ConcernRef(row.getString("ref"))).list();
    }

    private Optional<Advice> one(Actor by, String where, Object value) {
        return opened(by, db.sql("select " + COLUMNS + " from casework.advice a where " + where).param("value", value)
                .query(Row::of).list()).stream().findFirst();
    }

    private List<Row> rows(String rest) {
        return db.sql("select " + COLUMNS + " from casework.advice a " + rest).query(Row::of).list();
    }

    private List<Advice> opened(Actor by, List<Row> rows) {
        var keys = seals.keys(by.scope(), rows.stream().map(Row::id).toList());
        return rows.stream().flatMap(row -> {
            var key = keys.get(row.id());
            // Without its key it was disposed of: it is no longer there.
            return key == null ? java.util.stream.Stream.<Advice>empty() : java.util.stream.Stream.of(row.open(key));
        }).toList();
    }

    /** As stored. */
    private record Row(UUID id, String ref, @Nullable UUID raisedBy, byte @Nullable [] asker, Instant askedAt,
            String about, String marking, byte[] question, byte @Nullable [] answer, @Nullable UUID answeredBy,
            @Nullable Instant answeredAt, @Nullable Instant readAt, @Nullable UUID recordedBy) {
        static Row of(ResultSet row, int n) throws SQLException {
            return new Row(row.getObject("id", UUID.class), row.getString("ref"),
                    row.getObject("raised_by", UUID.class), row.getBytes("asker"),
                    row.getTimestamp("asked_at").toInstant(), row.getString("subject_kind"), row.getString("marking"),
                    row.getBytes("question"), row.getBytes("answer"), row.getObject("answered_by", UUID.class),
                    maybe(row, "answered_at"), maybe(row, "read_at"), row.getObject("recorded_by", UUID.class));
        }

        Advice open(RecordKey key) {
            return new Advice(id, new AdviceRef(ref), raisedBy,
                    asker == null ? "" : key.open(asker, "casework.advice.asker", id), askedAt,
                    SubjectKind.valueOf(about), Marking.valueOf(marking),
                    key.open(question, "casework.advice.question", id),
                    answer == null || answeredBy == null || answeredAt == null
                            ? null
                            : new Advice.Answer(key.open(answer, "casework.advice.answer", id), answeredBy, answeredAt,
                                    readAt),
                    recordedBy);
        }

        private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
            var at = row.getTimestamp(column);
            return at == null ? null : at.toInstant();
        }
    }
}
