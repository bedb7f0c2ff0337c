package heed.assurance.exercise;

import heed.platform.seal.RecordKey;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** How a rating lies in a table: in a return's own, and in the board's of returns it received. */
public final class RatingColumns {
    /** The columns of a rating, but for whose row it is. */
    public static final String NAMES = "id, item_code, voice, audience, scale_code, scale_version, kind, verdict, "
            + "attainment, evidenced, words, ground_kind, ground_day, organisation_id, given_by, given_at";
    /** The parameters for them. */
    public static final String VALUES = ":id, :item, :voice, :audience, :scale_code, :scale_version, :kind, :verdict, "
            + ":attainment, :evidenced, :words, :ground, :day, :organisation, :by, :at";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RatingColumns() {
    }

    private record Words(@Nullable String reason, @Nullable String override, @Nullable String ground,
            @Nullable String transcribed, @Nullable String organisation) {
    }

    private enum Kind {
        LEVEL, NOT_RATED, NOT_APPLICABLE, NOT_RECOVERABLE
    }

    /** A rating from its row. @param place the column of its words, as it was encrypted for */
    public static Rating read(ResultSet row, RecordKey key, String place) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var words = words(row, key, place);
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

    private static Words words(ResultSet row, RecordKey key, String place) throws SQLException {
        return JSON.readValue(key.open(row.getBytes("words"), place, row.getObject("id", UUID.class)), Words.class);
    }

    /** The name of whose it is, where it came with the rating; null for one that is in the directory. */
    static @Nullable String organisation(ResultSet row, RecordKey key, String place) throws SQLException {
        return words(row, key, place).organisation();
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

    /** A statement with a rating in the parameters of {@link #VALUES}. @param place as for {@link #read} */
    public static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec sql, Rating r, RecordKey key, String place) {
        return bound(sql, r, key, place, null);
    }

    /** The same. @param organisation the name of whose it is, where the directory may not have it; null for none */
    static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec sql, Rating r, RecordKey key, String place,
            @Nullable String organisation) {
        var facets = r.verdict() instanceof Verdict.Level level ? level.facets() : null;
        var ground = r.ground();
        var words = new Words(r.verdict() instanceof Verdict.NotApplicable no ? no.reason() : null, r.override(),
                ground == null ? null : ground.words(), r.transcribed(), organisation);
        return sql.param("id", r.id()).param("item", r.item()).param("voice", r.voice().name())
                .param("audience", r.audience().name()).param("scale_code", r.scale())
                .param("scale_version", r.scaleVersion()).param("kind", kind(r.verdict()).name())
                .param("verdict", r.verdict().stored())
                .param("attainment", facets == null ? null : facets.attainment())
                .param("evidenced", facets == null ? null : facets.evidenced())
                .param("words", key.seal(JSON.writeValueAsString(words), place, r.id()))
                .param("ground", ground == null ? null : ground.kind().name()).param("day", day(ground))
                .param("organisation", r.organisation()).param("by", r.by()).param("at", Timestamp.from(r.at()));
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
