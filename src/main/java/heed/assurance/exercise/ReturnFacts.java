package heed.assurance.exercise;

import heed.platform.Actor;
import heed.platform.Refusal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The store of figures, their words encrypted under the return's key, and of which answers cite them. */
@Repository
class ReturnFacts {
    private static final String DETAILS = "assurance.fact.details";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final ReturnKeys keys;

    ReturnFacts(JdbcClient db, ReturnKeys keys) {
        this.db = db;
        this.keys = keys;
    }

    /** What of a figure is in words. */
    record Details(String measure, String title, String unit, String source, String says, List<Fact.Part> parts,
            @Nullable String split) {
    }

    /** Every figure of a return that is cited, in the order in which they came. */
    List<Fact> of(Actor by, UUID ret) {
        var key = keys.of(by, ret);
        return db.sql("""
                select f.*, array(select u.item_code from assurance.fact_use u
                    where u.scope_id = f.scope_id and u.fact_id = f.id order by u.item_code) as items
                from assurance.fact f where f.return_id = :return order by f.entered_at, f.id""")
                .param("return", ret).query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    var d = JSON.readValue(key.open(row.getBytes("details"), DETAILS, id), Details.class);
                    var asAt = row.getTimestamp("as_at");
                    return new Fact(id, List.of((String[]) row.getArray("items").getArray()), d.measure(), d.title(),
                            row.getBigDecimal("value"), d.unit(), row.getObject("period_from", LocalDate.class),
                            row.getObject("period_until", LocalDate.class),
                            Fact.Origin.valueOf(row.getString("origin")), d.source(), d.says(), d.parts(), d.split(),
                            asAt == null ? null : asAt.toInstant(), row.getTimestamp("entered_at").toInstant());
                }).list().stream().filter(f -> !f.items().isEmpty()).toList();
    }

    /** The codes of what Heed counted for one answer. */
    Set<String> measures(UUID ret, String item) {
        return Set.copyOf(db.sql("""
                select distinct f.measure_code from assurance.fact f
                join assurance.fact_use u on u.scope_id = f.scope_id and u.fact_id = f.id and u.item_code = :item
                where f.return_id = :return and f.measure_code is not null""").param("item", item)
                .param("return", ret).query(String.class).list());
    }

    /** One that is cited. @throws heed.platform.Refused as not found */
    Fact get(Actor by, UUID ret, UUID id) {
        return of(by, ret).stream().filter(f -> f.id().equals(id)).findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such figure"));
    }

    void add(Actor by, UUID ret, Fact f) {
        db.sql("""
                insert into assurance.fact (scope_id, id, return_id, origin, measure_code, value, period_from,
                  period_until, as_at, details, entered_by, entered_at)
                values (:scope, :id, :return, :origin, :measure, :value, :from, :until, :as_at, :details, :by, :at)""")
                .param("scope", by.scope()).param("id", f.id()).param("return", ret).param("origin", f.origin().name())
                .param("measure", f.origin() == Fact.Origin.COUNTED ? f.measure() : null).param("value", f.value())
                .param("from", date(f.from())).param("until", date(f.until())).param("as_at", moment(f.asAt()))
                .param("details", details(by, ret, f)).param("by", by.staff()).param("at", moment(f.enteredAt()))
                .update();
        f.items().forEach(item -> cite(by, f.id(), item));
    }

    /** Writes it as it was counted again. */
    void recount(Actor by, UUID ret, Fact f) {
        db.sql("""
                update assurance.fact set value = :value, as_at = :as_at, details = :details
                where scope_id = :scope and id = :id and origin = 'COUNTED'""")
                .param("value", f.value()).param("as_at", moment(f.asAt())).param("details", details(by, ret, f))
                .param("scope", by.scope()).param("id", f.id()).update();
    }

    private byte[] details(Actor by, UUID ret, Fact f) {
        var details = new Details(f.measure(), f.title(), f.unit(), f.source(), f.says(), f.parts(), f.split());
        return keys.of(by, ret).seal(JSON.writeValueAsString(details), DETAILS, f.id());
    }

    private static @Nullable Timestamp moment(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    /** An answer cites it. */
    void cite(Actor by, UUID fact, String item) {
        db.sql("""
                insert into assurance.fact_use (scope_id, fact_id, item_code) values (:scope, :fact, :item)
                on conflict do nothing""").param("scope", by.scope()).param("fact", fact).param("item", item).update();
    }

    /** An answer cites it no more. */
    void drop(Actor by, UUID fact, String item) {
        db.sql("delete from assurance.fact_use where scope_id = :scope and fact_id = :fact and item_code = :item")
                .param("scope", by.scope()).param("fact", fact).param("item", item).update();
    }
}
