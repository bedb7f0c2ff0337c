package heed.directory.vocabulary;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import java.sql.Array;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The lists that people choose from, in each recording scope: as shipped until the council changes or adopts them, then
 * the council's own. A change counts at once; adopting says who stands by a version, and when. Every version stays.
 */
@Service
public class WordLists {
    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;
    private final ObjectProvider<UsesCodes> users;
    // A version never changes, so only its id is asked for at each reading (its number may come again where a transaction
    // was undone). One entry a scope and list.
    private final Map<Key, Kept> read = new ConcurrentHashMap<>();

    WordLists(JdbcClient db, Transactions transactions, Trail trail, Clock clock, ObjectProvider<UsesCodes> users) {
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
        this.users = users;
    }

    private record Key(UUID scope, String list) {
    }

    private record Stored(UUID id, int version) {
    }

    private record Kept(UUID id, WordList list) {
    }

    /**
     * How a list stands.
     *
     * @param list      as it is now
     * @param adopted   the version that somebody adopted last; null where nobody adopted any
     * @param used      the codes that records hold
     */
    record Standing(Shipped.Kind kind, WordList list, @Nullable ListVersion adopted, Set<String> used) {
        Standing {
            used = Set.copyOf(used);
        }
    }

    /** Today, where the councils are: what is {@linkplain WordList#on valid on} it can be chosen. */
    public LocalDate today(Actor by) {
        return clock.instant().atZone(LondonTime.ZONE).toLocalDate();
    }

    /**
     * A list as it stands in the actor's scope. Anyone may read it, and as nothing in it is about a person, reading is not
     * in the audit log.
     *
     * @param name such as {@code wards}: the name of its file without the ending
     * @throws IllegalArgumentException where there is no such list
     */
    public WordList get(Actor by, String name) {
        return get(by, List.of(name)).getFirst();
    }

    /** Several lists as they stand, in the order asked for, with one question to the database. */
    public List<WordList> get(Actor by, List<String> names) {
        names.forEach(WordLists::known);
        return transactions.inScope(by.scope(), () -> {
            var last = new HashMap<String, Stored>();
            db.sql("""
                    select distinct on (list) list, version, id from directory.word_list_version
                    where scope_id = :scope and list = any(:lists) order by list, version desc""")
                    .param("scope", by.scope()).param("lists", names.toArray(String[]::new))
                    .query(row -> {
                        last.put(row.getString("list"),
                                new Stored(row.getObject("id", UUID.class), row.getInt("version")));
                    });
            return names.stream().map(n -> {
                var stored = last.get(n);
                return stored == null ? new WordList(n, 0, known(n).rows()) : read(by, n, stored);
            }).toList();
        });
    }

    private WordList read(Actor by, String name, Stored stored) {
        var key = new Key(by.scope(), name);
        var kept = read.get(key);
        if (kept != null && kept.id().equals(stored.id()))
            return kept.list();
        var list = new WordList(name, stored.version(), rows(by, name, stored.version()));
        read.put(key, new Kept(stored.id(), list));
        return list;
    }

    private List<WordRow> rows(Actor by, String name, int version) {
        return db.sql("""
                select code, label, parent, applies_to, valid_from, valid_to, source, status, more
                from directory.word_list_row
                where scope_id = :scope and list = :list and version = :version order by sort""")
                .param("scope", by.scope()).param("list", name).param("version", version)
                .query((row, n) -> {
                    @Nullable
                    Date from = row.getDate("valid_from");
                    @Nullable
                    Date to = row.getDate("valid_to");
                    return new WordRow(row.getString("code"), row.getString("label"), row.getString("parent"),
                            row.getString("applies_to"), from == null ? null : from.toLocalDate(),
                            to == null ? null : to.toLocalDate(), row.getString("source"), row.getString("status"),
                            texts(row.getArray("more")));
                }).list();
    }

    private static List<String> texts(Array array) throws java.sql.SQLException {
        return List.of((String[]) array.getArray());
    }

    /** How every list stands, for the page of lists. */
    List<Standing> all(Actor by) {
        by.must(Permission.EDIT_LISTS);
        return transactions.inScope(by.scope(), () -> {
            trail.add(by, Trace.of("word-list.list"));
            var lists = get(by, Shipped.all().stream().map(Shipped.Kind::name).toList());
            var adopted = new HashMap<String, ListVersion>();
            versions(by, null).forEach((list, all) -> all.stream().filter(v -> v.adoptedAt() != null).findFirst()
                    .ifPresent(v -> adopted.put(list, v)));
            return lists.stream()
                    .map(l -> new Standing(known(l.name()), l, adopted.get(l.name()), Set.of())).toList();
        });
    }

    /** How one list stands. @throws heed.platform.Refused as not found where there is no such list */
    Standing standing(Actor by, String name) {
        by.must(Permission.EDIT_LISTS);
        var kind = there(name);
        return transactions.inScope(by.scope(), () -> {
            trail.add(by, Trace.of("word-list.view").because(name));
            var adopted = versions(by, name).getOrDefault(name, List.of()).stream().filter(v -> v.adoptedAt() != null)
                    .findFirst().orElse(null);
            return new Standing(kind, get(by, name), adopted, used(by, name));
        });
    }

    /** Every version of a list, the newest first; none where it is as it ships. */
    List<ListVersion> history(Actor by, String name) {
        by.must(Permission.EDIT_LISTS);
        there(name);
        return transactions.inScope(by.scope(), () -> {
            trail.add(by, Trace.of("word-list.history").because(name));
            return versions(by, name).getOrDefault(name, List.of());
        });
    }

    /** A list as it was in an earlier version; 0 as it ships. */
    WordList past(Actor by, String name, int version) {
        by.must(Permission.EDIT_LISTS);
        there(name);
        return transactions.inScope(by.scope(), () -> {
            trail.add(by, Trace.of("word-list.view").because(name));
            if (version < 0 || version > get(by, name).version())
                throw Refusal.NOT_FOUND.because("no such version");
            return new WordList(name, version, version == 0 ? known(name).rows() : rows(by, name, version));
        });
    }

    /** What is wrong with a row that is to be added or changed; fields are named as the columns are. */
    List<Problem> problems(Actor by, String name, WordRow row, boolean fresh) {
        by.must(Permission.EDIT_LISTS);
        there(name);
        return transactions.inScope(by.scope(), () -> {
            var now = get(by, name);
            var found = new ArrayList<>(rules(by, now).problems(row));
            if (fresh && now.rows().stream().anyMatch(r -> r.code().equalsIgnoreCase(row.code())))
                found.add(new Problem("code", "This code is in the list already"));
            return found;
        });
    }

    /** What is wrong with rows that are to take the list's place. */
    List<Problem> problems(Actor by, String name, List<WordRow> rows) {
        by.must(Permission.EDIT_LISTS);
        there(name);
        return transactions.inScope(by.scope(), () -> rules(by, get(by, name)).problems(rows));
    }

    /** A code for a row of this label that the list does not have yet. */
    String freshCode(Actor by, String name, String label) {
        var bare = label.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_").replaceAll("^_+|_+$", "");
        var stem = bare.isEmpty() ? "ROW" : bare.substring(0, Math.min(40, bare.length()));
        var taken = new HashSet<String>();
        get(by, name).rows().forEach(r -> taken.add(r.code().toUpperCase(Locale.ROOT)));
        var code = stem;
        for (int i = 2; taken.contains(code); i++)
            code = stem + "_" + i;
        return code;
    }

    /**
     * Adds a row at the end.
     *
     * @param seen the version that stood when the page was made
     * @throws heed.platform.Refused as moved on where the list was changed since; as not allowed now where the row cannot
     *                               be added
     */
    void add(Actor by, String name, int seen, WordRow row) {
        change(by, name, seen, ListVersion.Change.ADDED, row.code(), now -> {
            if (now.rows().stream().anyMatch(r -> r.code().equalsIgnoreCase(row.code()))
                    || !rules(by, now).problems(row).isEmpty())
                throw Refusal.NOT_ALLOWED_NOW.because("the row cannot be added");
            var rows = new ArrayList<>(now.rows());
            rows.add(row);
            return new WordList(name, now.version() + 1, rows);
        });
    }

    /** Changes or ends the row of this code. What it throws is as in {@link #add}. */
    void change(Actor by, String name, int seen, WordRow row) {
        change(by, name, seen, ListVersion.Change.CHANGED, row.code(), now -> {
            if (now.row(row.code()).isEmpty())
                throw Refusal.NOT_FOUND.because("no such row");
            if (!rules(by, now).problems(row).isEmpty())
                throw Refusal.NOT_ALLOWED_NOW.because("the row cannot be changed so");
            return new WordList(name, now.version() + 1,
                    now.rows().stream().map(r -> r.code().equals(row.code()) ? row : r).toList());
        });
    }

    /** Moves a row past its neighbour, of those that belong under the same. */
    void move(Actor by, String name, int seen, String code, boolean up) {
        change(by, name, seen, ListVersion.Change.MOVED, code, now -> {
            var row = now.row(code).orElseThrow(() -> Refusal.NOT_FOUND.because("no such row"));
            var rows = new ArrayList<>(now.rows());
            var beside = now.rows().stream().filter(r -> r.parent().equals(row.parent())).toList();
            int at = beside.indexOf(row) + (up ? -1 : 1);
            if (at < 0 || at >= beside.size())
                throw Refusal.NOT_ALLOWED_NOW.because("it is the first or last already");
            Collections.swap(rows, rows.indexOf(row), rows.indexOf(beside.get(at)));
            return new WordList(name, now.version() + 1, rows);
        });
    }

    /** Puts these rows in the list's place. What it throws is as in {@link #add}. */
    public void replace(Actor by, String name, int seen, List<WordRow> rows) {
        change(by, name, seen, ListVersion.Change.IMPORTED, null, now -> {
            if (!rules(by, now).problems(rows).isEmpty())
                throw Refusal.NOT_ALLOWED_NOW.because("the rows do not fit the list");
            return new WordList(name, now.version() + 1, rows);
        });
    }

    /**
     * Adopts the list as it stands, confirming these rows.
     *
     * @throws heed.platform.Refused as moved on where the list was changed since
     */
    void adopt(Actor by, String name, int seen, Set<String> confirmed) {
        by.must(Permission.EDIT_LISTS);
        there(name);
        transactions.inScope(by.scope(), () -> {
            var now = get(by, name);
            if (now.version() != seen)
                throw Refusal.MOVED_ON.because("the list changed since the page was opened");
            var rows = now.rows().stream().map(r -> r.unconfirmed() && confirmed.contains(r.code())
                    ? r.withStatus(WordRow.CONFIRMED)
                    : r).toList();
            var adopted = now;
            if (seen == 0 || !rows.equals(now.rows())) {
                adopted = new WordList(name, seen + 1, rows);
                write(by, now, adopted, ListVersion.Change.ADOPTED, null);
            }
            if (db.sql("""
                    insert into directory.word_list_adoption (scope_id, list, version, adopted_by, adopted_at, unconfirmed)
                    values (:scope, :list, :version, :by, :now, :unconfirmed) on conflict do nothing""")
                    .param("scope", by.scope()).param("list", name).param("version", adopted.version())
                    .param("by", by.staff()).param("now", Timestamp.from(clock.instant()))
                    .param("unconfirmed", adopted.unconfirmed()).update() == 0)
                throw Refusal.NOT_ALLOWED_NOW.because("this version was adopted already");
            trail.add(by, Trace.of("word-list.adopt").because(name).fields("version"));
        });
    }

    private void change(Actor by, String name, int seen, ListVersion.Change change, @Nullable String code,
            UnaryOperator<WordList> to) {
        by.must(Permission.EDIT_LISTS);
        there(name);
        transactions.inScope(by.scope(), () -> {
            var now = get(by, name);
            if (now.version() != seen)
                throw Refusal.MOVED_ON.because("the list changed since the page was opened");
            var next = to.apply(now);
            if (next.rows().equals(now.rows()))
                return;
            write(by, now, next, change, code);
            trail.add(by, Trace.of("word-list.change").because(name)
                    .fields(code == null ? change.name() : change.name() + " " + code));
        });
    }

    private void write(Actor by, WordList before, WordList list, ListVersion.Change change, @Nullable String code) {
        // Of two who write the same next version the second finds it there, and is told.
        if (db.sql("""
                insert into directory.word_list_version (scope_id, list, version, id, change, code, made_by, made_at)
                values (:scope, :list, :version, :id, :change, :code, :by, :now) on conflict do nothing""")
                .param("scope", by.scope()).param("id", UUID.randomUUID()).param("list", list.name())
                .param("version", list.version())
                .param("change", change.name()).param("code", code).param("by", by.staff())
                .param("now", Timestamp.from(clock.instant())).update() == 0)
            throw Refusal.MOVED_ON.because("somebody else changed the list at the same time");
        var meant = meant(by, before);
        var used = used(by, list.name());
        int sort = 0;
        for (var row : list.rows()) {
            sort += 10;
            var from = row.validFrom();
            var to = row.validTo();
            db.sql("""
                    insert into directory.word_list_row (scope_id, list, version, sort, code, label, meant, parent,
                      applies_to, valid_from, valid_to, source, status, more)
                    values (:scope, :list, :version, :sort, :code, :label, :meant, :parent, :applies, :from, :to, :source, :status,
                      :more)""")
                    .param("scope", by.scope()).param("list", list.name()).param("version", list.version())
                    .param("sort", sort).param("code", row.code()).param("label", row.label())
                    .param("meant",
                            used.contains(row.code()) ? meant.getOrDefault(row.code(), row.label()) : row.label())
                    .param("parent", row.parent()).param("applies", row.appliesTo())
                    .param("from", from == null ? null : Date.valueOf(from), java.sql.Types.DATE)
                    .param("to", to == null ? null : Date.valueOf(to), java.sql.Types.DATE)
                    .param("source", row.source()).param("status", row.status())
                    .param("more", row.more().toArray(String[]::new)).update();
        }
    }

    private ListRules rules(Actor by, WordList now) {
        return new ListRules(now, meant(by, now), used(by, now.name()), known(now.name()).own());
    }

    /** What each code was called when it was last free to mean anything. */
    private Map<String, String> meant(Actor by, WordList now) {
        var meant = new HashMap<String, String>();
        if (now.version() == 0)
            now.rows().forEach(r -> meant.put(r.code(), r.label()));
        else
            db.sql("""
                    select code, meant from directory.word_list_row
                    where scope_id = :scope and list = :list and version = :version""")
                    .param("scope", by.scope()).param("list", now.name()).param("version", now.version())
                    .query(row -> {
                        meant.put(row.getString("code"), row.getString("meant"));
                    });
        return meant;
    }

    private Set<String> used(Actor by, String name) {
        var all = new HashSet<String>();
        users.orderedStream().forEach(u -> all.addAll(u.used(by, name)));
        return all;
    }

    private Map<String, List<ListVersion>> versions(Actor by, @Nullable String name) {
        var found = new HashMap<String, List<ListVersion>>();
        db.sql("""
                select v.list, v.version, v.change, v.code, v.made_by, v.made_at, a.adopted_by, a.adopted_at,
                  coalesce(a.unconfirmed, 0) as unconfirmed
                from directory.word_list_version v left join directory.word_list_adoption a using (scope_id, list, version)
                where v.scope_id = :scope and (:list::text is null or v.list = :list) order by v.list, v.version desc""")
                .param("scope", by.scope()).param("list", name, java.sql.Types.VARCHAR).query(row -> {
                    @Nullable
                    Timestamp adopted = row.getTimestamp("adopted_at");
                    @Nullable
                    Instant at = adopted == null ? null : adopted.toInstant();
                    found.computeIfAbsent(row.getString("list"), n -> new ArrayList<>())
                            .add(new ListVersion(row.getInt("version"),
                                    ListVersion.Change.valueOf(row.getString("change")), row.getString("code"),
                                    row.getObject("made_by", UUID.class), row.getTimestamp("made_at").toInstant(),
                                    row.getObject("adopted_by", UUID.class), at, row.getInt("unconfirmed")));
                });
        return found;
    }

    private static Shipped.Kind known(String name) {
        return Shipped.kind(name).orElseThrow(() -> new IllegalArgumentException("no such list"));
    }

    private static Shipped.Kind there(String name) {
        return Shipped.kind(name).orElseThrow(() -> Refusal.NOT_FOUND.because("no such list"));
    }
}
