package heed.assurance.exercise;

import heed.platform.Actor;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The store of ratings: rows are added and never changed. */
@Repository
class Ratings {
    private static final String WORDS = "assurance.rating.words";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final ReturnKeys keys;

    Ratings(JdbcClient db, ReturnKeys keys) {
        this.db = db;
        this.keys = keys;
    }

    /** What of a rating is in somebody's words. */
    record Words(@Nullable String reason, @Nullable String override, @Nullable String ground,
            @Nullable String transcribed, @Nullable String organisation) {
    }

    private enum Kind {
        LEVEL, NOT_RATED, NOT_APPLICABLE, NOT_RECOVERABLE
    }

    /** Every rating of a return, of one question where that is given, oldest first. */
    List<Rating> of(Actor by, UUID ret, @Nullable String item) {
        var key = keys.of(by, ret);
        return db.sql("""
                select * from assurance.rating where return_id = :return and (:item::text is null or item_code = :item)
                order by given_at, id""").param("return", ret).param("item", item).query((row, n) -> {
            var id = row.getObject("id", UUID.class);
            return read(row, id, JSON.readValue(key.open(row.getBytes("words"), WORDS, id), Words.class));
        }).list();
    }

    /** The names of organisations that are not in the directory, as they came with a return from elsewhere. */
    Map<UUID, String> organisations(Actor by, UUID ret) {
        var key = keys.of(by, ret);
        var names = new HashMap<UUID, String>();
        db.sql("select id, organisation_id, words from assurance.rating where return_id = :return")
                .param("return", ret).query(row -> {
                    var words = JSON.readValue(key.open(row.getBytes("words"), WORDS, row.getObject("id", UUID.class)),
                            Words.class);
                    var name = words.organisation();
                    if (name != null)
                        names.put(row.getObject("organisation_id", UUID.class), name);
                });
        return names;
    }

    private static Rating read(ResultSet row, UUID id, Words words) throws SQLException {
        var ground = row.getString("ground_kind");
        var said = words.ground();
        return new Rating(id, row.getString("item_code"), Voice.valueOf(row.getString("voice")),
                Audience.valueOf(row.getString("audience")), row.getString("scale_code"), row.getInt("scale_version"),
                verdict(row, words), row.getObject("organisation_id", UUID.class),
                row.getObject("given_by", UUID.class), row.getTimestamp("given_at").toInstant(),
                ground == null
                        ? null
                        : new Rating.Ground(Rating.Ground.Kind.valueOf(ground), said == null ? "" : said,
                                row.getObject("ground_day", LocalDate.class)),
                words.override(), words.transcribed());
    }

    private static Verdict verdict(ResultSet row, Words words) throws SQLException {
        var attainment = row.getString("attainment");
        var reason = words.reason();
        return switch (Kind.valueOf(row.getString("kind"))) {
            case LEVEL -> new Verdict.Level(row.getString("verdict"),
                    attainment == null ? null : new Facets(attainment, row.getString("evidenced")));
            case NOT_RATED -> new Verdict.NotRated();
            case NOT_APPLICABLE -> new Verdict.NotApplicable(reason == null ? "" : reason);
            case NOT_RECOVERABLE -> new Verdict.NotRecoverable();
        };
    }

    void add(Actor by, UUID ret, Rating r) {
        add(by, ret, r, null);
    }

    /** @param organisation the name of whose it is, where the directory may not have it; null for one that it has */
    void add(Actor by, UUID ret, Rating r, @Nullable String organisation) {
        var facets = r.verdict() instanceof Verdict.Level level ? level.facets() : null;
        var ground = r.ground();
        var words = new Words(r.verdict() instanceof Verdict.NotApplicable no ? no.reason() : null, r.override(),
                ground == null ? null : ground.words(), r.transcribed(), organisation);
        db.sql("""
                insert into assurance.rating (scope_id, id, return_id, item_code, voice, audience, scale_code,
                  scale_version, kind, verdict, attainment, evidenced, words, ground_kind, ground_day, organisation_id,
                  given_by, given_at)
                values (:scope, :id, :return, :item, :voice, :audience, :scale_code, :scale_version, :kind, :verdict,
                  :attainment, :evidenced, :words, :ground, :day, :organisation, :by, :at)""")
                .param("scope", by.scope()).param("id", r.id()).param("return", ret).param("item", r.item())
                .param("voice", r.voice().name()).param("audience", r.audience().name())
                .param("scale_code", r.scale()).param("scale_version", r.scaleVersion())
                .param("kind", kind(r.verdict()).name()).param("verdict", r.verdict().stored())
                .param("attainment", facets == null ? null : facets.attainment())
                .param("evidenced", facets == null ? null : facets.evidenced())
                .param("words", keys.of(by, ret).seal(JSON.writeValueAsString(words), WORDS, r.id()))
                .param("ground", ground == null ? null : ground.kind().name())
                .param("day", day(ground)).param("organisation", r.organisation()).param("by", r.by())
                .param("at", Timestamp.from(r.at())).update();
    }

    private static @Nullable Date day(Rating.@Nullable Ground ground) {
        var day = ground == null ? null : ground.day();
        return day == null ? null : Date.valueOf(day);
    }

    private static Kind kind(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Level said -> Kind.LEVEL;
            case Verdict.NotRated said -> Kind.NOT_RATED;
            case Verdict.NotApplicable said -> Kind.NOT_APPLICABLE;
            case Verdict.NotRecoverable said -> Kind.NOT_RECOVERABLE;
        };
    }
}
