package heed.assurance.exercise;

import heed.assurance.evidence.Span;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.seal.RecordKey;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The store of statements of evidence, encrypted under their return's key. */
@Repository
class Statements {
    private static final String WORDS = "assurance.evidence.statement";

    private final JdbcClient db;
    private final ReturnKeys keys;

    Statements(JdbcClient db, ReturnKeys keys) {
        this.db = db;
        this.keys = keys;
    }

    /** Every statement of a return, or of one question of it where that is given, in order. */
    List<Statement> of(Actor by, UUID ret, @Nullable String item) {
        var key = keys.of(by, ret);
        return db.sql("""
                select * from assurance.evidence where return_id = :return and (:item::text is null or item_code = :item)
                order by item_code, sort, written_at, id""")
                .param("return", ret).param("item", item).query((row, n) -> read(row, key)).list();
    }

    /** Every statement of a return without its words: where each stands, and what it is about. */
    List<Statement> bare(UUID ret) {
        return db.sql("select * from assurance.evidence where return_id = :return order by item_code, sort, id")
                .param("return", ret).query((row, n) -> read(row, null)).list();
    }

    /** One. @throws heed.platform.Refused as not found */
    Statement get(Actor by, UUID ret, UUID id) {
        var key = keys.of(by, ret);
        return db.sql("select * from assurance.evidence where return_id = :return and id = :id").param("return", ret)
                .param("id", id).query((row, n) -> read(row, key)).optional()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such statement"));
    }

    private static Statement read(ResultSet row, @Nullable RecordKey key) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var from = days(row.getArray("about_from"));
        var until = days(row.getArray("about_until"));
        var about = new ArrayList<Span>();
        for (int i = 0; i < from.size(); i++)
            about.add(new Span(from.get(i), until.get(i)));
        return new Statement(id, row.getString("item_code"), row.getInt("sort"),
                key == null ? "" : key.open(row.getBytes("statement"), WORDS, id), about, row.getBoolean("about_typed"),
                EvidenceState.valueOf(row.getString("state")), row.getObject("replaces", UUID.class),
                row.getInt("version"), row.getObject("written_by", UUID.class),
                row.getTimestamp("written_at").toInstant());
    }

    private static List<@Nullable LocalDate> days(Array array) throws SQLException {
        var days = new ArrayList<@Nullable LocalDate>();
        for (var day : (Date[]) array.getArray())
            days.add(day == null ? null : day.toLocalDate());
        return days;
    }

    void add(Actor by, UUID ret, Statement s) {
        db.sql("""
                insert into assurance.evidence (scope_id, id, return_id, item_code, sort, statement, about_from,
                  about_until, about_typed, state, replaces, version, written_by, written_at, state_by, state_at)
                values (:scope, :id, :return, :item, :sort, :words, :from::date[], :until::date[], :typed, :state,
                  :replaces, :version, :by, :at, :by, :at)""")
                .param("scope", by.scope()).param("id", s.id()).param("return", ret).param("item", s.item())
                .param("sort", s.sort()).param("words", keys.of(by, ret).seal(s.words(), WORDS, s.id()))
                .param("from", days(s, Span::from)).param("until", days(s, Span::to)).param("typed", s.typed())
                .param("state", s.state().name()).param("replaces", s.replaces()).param("version", s.version())
                .param("by", s.writtenBy()).param("at", Timestamp.from(s.writtenAt())).update();
    }

    /** @throws heed.platform.Refused as moved on where somebody changed it meanwhile */
    void save(Actor by, UUID ret, Statement s, Instant at) {
        if (db.sql("""
                update assurance.evidence set statement = :words, about_from = :from::date[], about_until = :until::date[],
                  about_typed = :typed, state = :state, version = :version, state_by = :by, state_at = :at
                where id = :id and return_id = :return and version = :version - 1""")
                .param("words", keys.of(by, ret).seal(s.words(), WORDS, s.id()))
                .param("from", days(s, Span::from)).param("until", days(s, Span::to)).param("typed", s.typed())
                .param("state", s.state().name()).param("version", s.version()).param("by", by.staff())
                .param("at", Timestamp.from(at)).param("id", s.id()).param("return", ret).update() == 0)
            throw Refusal.MOVED_ON.because("changed by another");
    }

    private static @Nullable String[] days(Statement s, Function<Span, @Nullable LocalDate> end) {
        var days = new @Nullable String[s.about().size()];
        for (int i = 0; i < days.length; i++) {
            var day = end.apply(s.about().get(i));
            days[i] = day == null ? null : day.toString();
        }
        return days;
    }
}
