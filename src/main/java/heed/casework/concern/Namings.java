package heed.casework.concern;

import heed.access.policy.Rule;
import heed.platform.Actor;
import heed.platform.seal.Seals;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who is named, across concerns: found within a rule and opened. Every method needs the caller's scope transaction; the
 * caller writes the audit log.
 */
@Repository
public class Namings {
    /** How many are opened to be compared with one person, closest first; how many more there are is counted. */
    public static final int OPENED = 60;
    private static final int OPENED_UNSEEN = 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String IN_USE = "c.status in ('RECEIVED', 'IN_TRIAGE', 'DECIDED')";

    private final JdbcClient db;
    private final Seals seals;
    private final PersonKeys keys;

    Namings(JdbcClient db, Seals seals, PersonKeys keys) {
        this.db = db;
        this.seals = seals;
        this.keys = keys;
    }

    /**
     * Who one person may be, before anything was opened.
     *
     * @param seen   namings the rule lets through, closest first, the closest of them only
     * @param all    how many the rule lets through
     * @param unseen namings that only the other rule lets through, the closest of them only
     */
    public record Candidates(List<UUID> seen, long all, List<UUID> unseen) {
        static final Candidates NONE = new Candidates(List.of(), 0, List.of());
    }

    /**
     * Namings in other concerns that share something with a person. Both rules are asked before anything is cut, so that
     * what may not be seen makes no difference to what is.
     */
    public Candidates candidates(Actor by, Rule seen, Rule unseen, UUID concern, Person person) {
        var sought = keys.sought(by.scope(), person);
        if (sought.none())
            return Candidates.NONE;
        record Row(UUID id, boolean seen, long all) {
        }
        var rows = db.sql("""
                with f as materialized (
                  select naming_id, concern_id, alike
                    from casework.known_people(:scope, :pairs, :words, :born, :phones, :places) where concern_id <> :self),
                seen as (
                  select f.naming_id, f.alike, c.received_at, count(*) over () as everyone
                    from f join casework.concern c on c.scope_id = :scope and c.id = f.concern_id
                   where\s""" + IN_USE + " and " + seen.sql("c") + " " + """
                  order by f.alike desc, c.received_at desc, f.naming_id limit\s""" + OPENED + """
                ), unseen as (
                  select f.naming_id, f.alike, c.received_at, 0::bigint as everyone
                    from f join casework.concern c on c.scope_id = :scope and c.id = f.concern_id
                   where\s""" + IN_USE + " and " + unseen.sql("c") + " " + """
                  order by f.alike desc, c.received_at desc, f.naming_id limit\s""" + OPENED_UNSEEN + """
                )
                select naming_id, true as may, alike, received_at, everyone from seen
                union all
                select naming_id, false, alike, received_at, everyone from unseen
                order by 2, 3 desc, 4 desc, 1""")
                .param("scope", by.scope()).param("pairs", sought.pairs()).param("words", sought.words())
                .param("born", sought.born()).param("phones", sought.phones()).param("places", sought.places())
                .param("self", concern)
                .query((row, n) -> new Row(row.getObject("naming_id", UUID.class), row.getBoolean("may"),
                        row.getLong("everyone")))
                .list();
        return new Candidates(rows.stream().filter(Row::seen).map(Row::id).toList(),
                rows.stream().mapToLong(Row::all).max().orElse(0),
                rows.stream().filter(row -> !row.seen()).map(Row::id).toList());
    }

    /** Those of these namings that stand in concerns in use which the rule lets through, opened, by id. */
    public Map<UUID, Naming> opened(Actor by, Rule rule, Collection<UUID> namings) {
        if (namings.isEmpty())
            return Map.of();
        record Row(UUID id, byte[] details, Concern concern) {
        }
        var rows = db
                .sql("select p.id as naming_id, p.details, " + Concerns.COLUMNS + """
                 from casework.concern_person p join casework.concern c on c.scope_id = p.scope_id and c.id = p.concern_id
                where p.scope_id = :scope and p.id = any(:namings) and p.withdrawn_at is null and\s""" + IN_USE
                        + " and "
                        + rule.sql("c") + " order by c.received_at desc, p.id")
                .param("scope", by.scope()).param("namings", namings.toArray(UUID[]::new))
                .query((row, n) -> new Row(row.getObject("naming_id", UUID.class), row.getBytes("details"),
                        Concerns.concern(row, n)))
                .list();
        var opening = seals.keys(by.scope(), rows.stream().map(row -> row.concern().id()).distinct().toList());
        var opened = new LinkedHashMap<UUID, Naming>();
        for (var row : rows) {
            var key = opening.get(row.concern().id());
            // Disposed of: there is nothing left to show.
            if (key == null && seals.disposed(by.scope(), row.concern().id()))
                continue;
            if (key == null)
                throw new IllegalStateException("no key for concern " + row.concern().id());
            opened.put(row.id(), new Naming(row.id(), row.concern(), JSON.readValue(
                    key.open(row.details(), "casework.concern_person.details", row.id()), Person.class)));
        }
        return opened;
    }

    /**
     * Makes again what a few namings are found by, where that was made by an older edition of Heed; those of records out of
     * use are left without. It goes on where it stopped, and is done when it returns 0.
     *
     * @return how many it made
     */
    public int renew(Actor by, int most) {
        record Row(UUID id, UUID concern, byte[] details, boolean found) {
        }
        var rows = db.sql("""
                select p.id, p.concern_id, p.details, p.withdrawn_at is null and c.status <> 'IN_ERROR' as found
                  from casework.concern_person p join casework.concern c on c.scope_id = p.scope_id and c.id = p.concern_id
                 where p.scope_id = :scope and p.keys_edition < :edition
                 order by p.keys_edition, p.id limit :most for update of p""")
                .param("scope", by.scope()).param("edition", PersonKeys.EDITION).param("most", most)
                .query((row, n) -> new Row(row.getObject("id", UUID.class), row.getObject("concern_id", UUID.class),
                        row.getBytes("details"), row.getBoolean("found")))
                .list();
        var opening = seals.keys(by.scope(), rows.stream().map(Row::concern).collect(Collectors.toSet()));
        for (var row : rows) {
            var key = opening.get(row.concern());
            // What was disposed of cannot be opened, and is to be found by nothing.
            set(row.id(), row.found() && key != null
                    ? keys.kept(by.scope(), JSON.readValue(
                            key.open(row.details(), "casework.concern_person.details", row.id()), Person.class))
                    : PersonKeys.nothing());
        }
        return rows.size();
    }

    /** Makes a naming findable as this person, or as nobody. */
    void searchable(Actor by, UUID naming, Person person, boolean is) {
        set(naming, is ? keys.kept(by.scope(), person) : PersonKeys.nothing());
    }

    void add(Actor by, UUID id, Concern concern, int place, Person person, byte[] details) {
        var kept = keys.kept(by.scope(), person);
        db.sql("""
                insert into casework.concern_person (scope_id, id, concern_id, sort, role, unborn, details, name_tokens,
                    place_tokens, pair_tokens, born_tokens, phone_tokens, keys_edition)
                values (:scope, :id, :concern, :sort, :role, :unborn, :details, :words, :places, :pairs, :born, :phones,
                    :edition)""")
                .param("scope", by.scope()).param("id", id).param("concern", concern.id()).param("sort", place)
                .param("role", person.inRole().name()).param("unborn", person.notYetBorn()).param("details", details)
                .param("words", kept.words()).param("places", kept.places()).param("pairs", kept.pairs())
                .param("born", kept.born()).param("phones", kept.phones()).param("edition", PersonKeys.EDITION)
                .update();
    }

    /** Takes a naming out of use and search for good; empty where it went already. @return the place it had */
    java.util.Optional<Integer> withdraw(Concern concern, UUID naming, Instant at) {
        return db.sql("""
                update casework.concern_person set withdrawn_at = :at, name_tokens = '{}', place_tokens = '{}',
                    pair_tokens = '{}', born_tokens = '{}', phone_tokens = '{}'
                where id = :id and concern_id = :concern and withdrawn_at is null returning sort""")
                .param("at", Timestamp.from(at)).param("id", naming).param("concern", concern.id())
                .query(Integer.class).optional();
    }

    private void set(UUID naming, PersonKeys.Made made) {
        db.sql("""
                update casework.concern_person set name_tokens = :words, place_tokens = :places, pair_tokens = :pairs,
                    born_tokens = :born, phone_tokens = :phones, keys_edition = :edition where id = :id""")
                .param("words", made.words()).param("places", made.places()).param("pairs", made.pairs())
                .param("born", made.born()).param("phones", made.phones()).param("edition", PersonKeys.EDITION)
                .param("id", naming).update();
    }
}
