package heed.assurance.plan;

import heed.access.staff.Staff;
import heed.platform.Actor;
import heed.platform.seal.RecordKey;
import heed.platform.seal.Seals;
import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of posts and who holds them, in the caller's transaction. */
@Component
class PostRows {
    private static final String TITLE = "assurance.post.title";
    private static final String NAME = "assurance.post_holder.name";
    private static final String ALIAS = "assurance.post_alias.alias";

    /** Nothing but its last day ever changes while it stands. */
    private static final String AS_READ = """
            post_id = :post and id = :id and set_aside_at is null
              and until_day is not distinct from cast(:until as date)""";

    private final JdbcClient db;
    private final Seals seals;
    private final Staff staff;

    PostRows(JdbcClient db, Seals seals, Staff staff) {
        this.db = db;
        this.seals = seals;
        this.staff = staff;
    }

    private record HolderRow(UUID id, UUID post, @Nullable UUID staff, byte @Nullable [] name, LocalDate from,
            @Nullable LocalDate until) {
    }

    private record AliasRow(UUID id, UUID post, byte[] alias, @Nullable LocalDate from, @Nullable LocalDate until) {
    }

    private record PostRow(UUID id, byte[] title, int version) {
    }

    static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    /** Every post, by title. */
    PostBook book(Actor by) {
        var rows = db.sql("select id, title, version from assurance.post")
                .query((row, n) -> new PostRow(row.getObject("id", UUID.class), row.getBytes("title"),
                        row.getInt("version")))
                .list();
        if (rows.isEmpty())
            return new PostBook(List.of());
        var holders = db.sql("""
                select id, post_id, staff_id, name, from_day, until_day from assurance.post_holder
                order by from_day desc, made_at desc, id""")
                .query((row, n) -> new HolderRow(row.getObject("id", UUID.class), row.getObject("post_id", UUID.class),
                        row.getObject("staff_id", UUID.class), row.getBytes("name"),
                        row.getDate("from_day").toLocalDate(), day(row.getDate("until_day"))))
                .list();
        var aliases = db
                .sql("""
                        select id, post_id, alias, from_day, until_day from assurance.post_alias
                        where set_aside_at is null order by made_at, id""")
                .query((row, n) -> new AliasRow(row.getObject("id", UUID.class), row.getObject("post_id", UUID.class),
                        row.getBytes("alias"), day(row.getDate("from_day")), day(row.getDate("until_day"))))
                .list();
        var keys = seals.keys(by.scope(), rows.stream().map(PostRow::id).toList());
        var names = staff.names(by,
                holders.stream().map(HolderRow::staff).filter(Objects::nonNull).distinct().toList());
        var held = new HashMap<UUID, List<Post.Holder>>();
        for (var h : holders)
            if (keys.get(h.post()) instanceof RecordKey key)
                held.computeIfAbsent(h.post(), p -> new ArrayList<>()).add(new Post.Holder(h.id(), h.staff(),
                        name(h, key, names), h.from(), h.until()));
        var called = new HashMap<UUID, List<Post.Alias>>();
        for (var a : aliases)
            if (keys.get(a.post()) instanceof RecordKey key)
                called.computeIfAbsent(a.post(), p -> new ArrayList<>())
                        .add(new Post.Alias(a.id(), key.open(a.alias(), ALIAS, a.id()), a.from(), a.until()));
        return new PostBook(rows.stream().filter(r -> keys.containsKey(r.id()))
                .map(r -> new Post(r.id(), Objects.requireNonNull(keys.get(r.id())).open(r.title(), TITLE, r.id()),
                        held.getOrDefault(r.id(), List.of()), called.getOrDefault(r.id(), List.of()), r.version()))
                .sorted(Comparator.comparing(Post::title, String.CASE_INSENSITIVE_ORDER)).toList());
    }

    private static String name(HolderRow row, RecordKey key, Map<UUID, String> names) {
        var name = row.name();
        if (name != null)
            return key.open(name, NAME, row.id());
        return names.getOrDefault(row.staff(), "Someone who has left");
    }

    UUID add(Actor by, String title, Instant at) {
        var id = UUID.randomUUID();
        db.sql("""
                insert into assurance.post (scope_id, id, title, version, made_by, made_at)
                values (:scope, :id, :title, 1, :by, :at)""")
                .param("scope", by.scope()).param("id", id)
                .param("title", seals.newKey(by.scope(), id).seal(title, TITLE, id))
                .param("by", by.staff()).param("at", Timestamp.from(at)).update();
        return id;
    }

    /** @return whether it stood at that version */
    boolean call(Actor by, UUID post, String title, int seen) {
        return db.sql(
                "update assurance.post set title = :title, version = version + 1 where id = :id and version = :seen")
                .param("title", seals.key(by.scope(), post).seal(title, TITLE, post)).param("id", post)
                .param("seen", seen).update() == 1;
    }

    void hold(Actor by, UUID post, @Nullable UUID holder, String name, LocalDate from, @Nullable LocalDate until,
            Instant at) {
        var id = UUID.randomUUID();
        db.sql("""
                insert into assurance.post_holder (scope_id, id, post_id, staff_id, name, from_day, until_day, made_by, made_at)
                values (:scope, :id, :post, :staff, :name, :from, :until, :by, :at)""")
                .param("scope", by.scope()).param("id", id).param("post", post).param("staff", holder)
                .param("name", holder != null ? null : seals.key(by.scope(), post).seal(name, NAME, id), Types.BINARY)
                .param("from", Date.valueOf(from))
                .param("until", until == null ? null : Date.valueOf(until), Types.DATE)
                .param("by", by.staff()).param("at", Timestamp.from(at)).update();
    }

    /** Ends what somebody holds; what has ended stays so. @return whether it stood until now */
    boolean endHolder(UUID post, UUID id, LocalDate last) {
        return db.sql("""
                update assurance.post_holder set until_day = greatest(from_day, :last)
                 where post_id = :post and id = :id and (until_day is null or until_day > :last)""")
                .param("last", Date.valueOf(last)).param("post", post).param("id", id).update() == 1;
    }

    /** Other names of a post that were typed wrongly, the latest set aside first. */
    List<Post.SetAside> setAside(Actor by, UUID post) {
        var key = seals.key(by.scope(), post);
        return db.sql("""
                select * from assurance.post_alias where post_id = :post and set_aside_at is not null
                 order by set_aside_at desc, id""").param("post", post).query((row, n) -> {
            var id = row.getObject("id", UUID.class);
            return new Post.SetAside(new Post.Alias(id, key.open(row.getBytes("alias"), ALIAS, id),
                    day(row.getDate("from_day")), day(row.getDate("until_day"))),
                    row.getObject("set_aside_by", UUID.class), row.getTimestamp("set_aside_at").toInstant());
        }).list();
    }

    /** Ends another name on its last day. @return whether it stood as it was read */
    boolean endAlias(UUID post, Post.Alias seen, LocalDate last) {
        return db.sql("update assurance.post_alias set until_day = :last where " + AS_READ)
                .param("last", Date.valueOf(last)).param("post", post).param("id", seen.id())
                .param("until", sql(seen.until()), Types.DATE).update() == 1;
    }

    /** Sets another name aside. @return whether it stood as it was read */
    boolean setAside(Actor by, UUID post, Post.Alias seen, Instant at) {
        return db.sql("update assurance.post_alias set set_aside_by = :by, set_aside_at = :at where " + AS_READ)
                .param("by", by.staff()).param("at", Timestamp.from(at)).param("post", post).param("id", seen.id())
                .param("until", sql(seen.until()), Types.DATE).update() == 1;
    }

    private static @Nullable Date sql(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    void alias(Actor by, UUID post, String alias, @Nullable LocalDate from, @Nullable LocalDate until, Instant at) {
        var id = UUID.randomUUID();
        db.sql("""
                insert into assurance.post_alias (scope_id, id, post_id, alias, from_day, until_day, made_by, made_at)
                values (:scope, :id, :post, :alias, :from, :until, :by, :at)""")
                .param("scope", by.scope()).param("id", id).param("post", post)
                .param("alias", seals.key(by.scope(), post).seal(alias, ALIAS, id))
                .param("from", from == null ? null : Date.valueOf(from), Types.DATE)
                .param("until", until == null ? null : Date.valueOf(until), Types.DATE)
                .param("by", by.staff()).param("at", Timestamp.from(at)).update();
    }
}
