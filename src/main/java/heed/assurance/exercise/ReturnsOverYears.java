package heed.assurance.exercise;

import heed.assurance.framework.Edition;
import heed.assurance.framework.Frameworks;
import heed.assurance.framework.Scale;
import heed.assurance.years.Crosswalk.ScaleRef;
import heed.assurance.years.Rated;
import heed.assurance.years.YearRatings;
import heed.platform.Actor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What returns are rated, for the years side by side: their letters only, nothing that somebody wrote. */
@Component
@Order(10)
class ReturnsOverYears implements YearRatings {
    private final JdbcClient db;
    private final Frameworks frameworks;

    ReturnsOverYears(JdbcClient db, Frameworks frameworks) {
        this.db = db;
        this.frameworks = frameworks;
    }

    /** A rating as it stands in the database, or a question without one. */
    private record Line(UUID ret, UUID edition, String code, String item, @Nullable String voice,
            @Nullable String audience,
            @Nullable String kind, @Nullable String verdict) {
    }

    @Override
    public List<Rated> ratings(Actor by, List<String> codes) {
        if (!WhoReads.of(by).all() || codes.isEmpty())
            return List.of();
        // The latest of each voice, of the latest version of each return of the person's own body.
        var lines = db.sql("""
                select r.id, r.edition_id, f.code, i.code item, g.voice, g.audience, g.kind, g.verdict
                from assurance.return r
                join assurance.framework f on f.scope_id = r.scope_id and f.id = r.edition_id
                join assurance.return_item i on i.scope_id = r.scope_id and i.return_id = r.id
                left join lateral (
                  select distinct on (voice, audience, organisation_id) voice, audience, kind, verdict
                  from assurance.rating g where g.scope_id = r.scope_id and g.return_id = r.id and g.item_code = i.code
                  order by voice, audience, organisation_id, given_at desc, id) g on true
                where r.scope_id = :scope and r.council_id = :council and f.code in (:codes)
                  and not exists (select from assurance.return a where a.scope_id = r.scope_id and a.amends = r.id)
                order by r.year, i.sort, i.code, g.voice""")
                .param("scope", by.scope()).param("council", by.council()).param("codes", codes)
                .query((row, n) -> new Line(row.getObject("id", UUID.class), row.getObject("edition_id", UUID.class),
                        row.getString("code"), row.getString("item"), row.getString("voice"), row.getString("audience"),
                        row.getString("kind"), row.getString("verdict")))
                .list();
        Map<UUID, Edition> editions = new HashMap<>();
        var all = new ArrayList<Rated>();
        for (var line : lines)
            all.add(rated(line, editions.computeIfAbsent(line.edition(), id -> frameworks.edition(by, id)).scale()));
        return List.copyOf(all);
    }

    private static Rated rated(Line line, Scale scale) {
        var href = "/assurance/returns/" + line.ret() + "/questions/" + line.item();
        var voice = line.voice();
        var kind = line.kind();
        if (voice == null || kind == null)
            return new Rated(line.code(), line.item(), Voice.SELF.words(), Rated.State.NOT_RATED, null, "", "", "",
                    href, line.ret());
        var audience = line.audience();
        var whose = Voice.valueOf(voice).words()
                + (audience == null || audience.equals("ALL")
                        ? ""
                        : ", " + Audience.valueOf(audience).words().toLowerCase(java.util.Locale.UK));
        var level = scale.level(String.valueOf(line.verdict()));
        if (kind.equals("LEVEL") && level.isPresent())
            return new Rated(line.code(), line.item(), whose, Rated.State.RATED,
                    new ScaleRef(scale.code(), scale.version()),
                    level.get().code(), level.get().word(), level.get().meaning(), href, line.ret());
        return new Rated(line.code(), line.item(), whose,
                kind.equals("LEVEL") ? Rated.State.NOT_RATED : Rated.State.valueOf(kind),
                null, "", "", "", href, line.ret());
    }
}
