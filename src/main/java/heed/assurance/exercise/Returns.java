package heed.assurance.exercise;

import heed.assurance.evidence.Window;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.seal.RecordKey;
import heed.platform.seal.Seals;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The store of returns, their moves, answers and whom these are shared with. Texts are encrypted under the return's key. */
@Repository
class Returns {
    private static final String NOTE = "assurance.return_move.note";
    private static final String ANSWER = "assurance.return_item.answer";
    private static final String NO_ACTION = "assurance.return_item.no_action";

    private final JdbcClient db;
    private final Seals seals;
    private final ReturnKeys keys;

    Returns(JdbcClient db, Seals seals, ReturnKeys keys) {
        this.db = db;
        this.seals = seals;
        this.keys = keys;
    }

    /** Every return that this person reads, the latest first. */
    List<Return> all(Actor by) {
        var reads = WhoReads.of(by);
        return db.sql("select r.* from assurance.return r where " + WhoReads.RETURNS
                + " order by r.year desc, r.made_at desc, r.number desc, r.id")
                .param("all", reads.all()).param("me", reads.me()).query(Returns::read).list();
    }

    /**
     * One, within what this person reads.
     *
     * @throws heed.platform.Refused as not found
     */
    Return get(Actor by, UUID id) {
        var reads = WhoReads.of(by);
        return db.sql("select r.* from assurance.return r where r.id = :id and " + WhoReads.RETURNS).param("id", id)
                .param("all", reads.all()).param("me", reads.me()).query(Returns::read).optional()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such return of theirs"));
    }

    /** Holds it, so that moves and writing come one after another. */
    Return hold(Actor by, UUID id) {
        get(by, id);
        return held(id).orElseThrow();
    }

    /** One whoever asks, held: for what others decide about it. */
    Optional<Return> held(UUID id) {
        return db.sql("select r.* from assurance.return r where r.id = :id for update").param("id", id)
                .query(Returns::read).optional();
    }

    /** The version that corrects this one. */
    Optional<Return> amending(UUID id) {
        return db.sql("select r.* from assurance.return r where r.amends = :id").param("id", id).query(Returns::read)
                .optional();
    }

    /** Where the latest version stands that went to the board of an invitation; empty while none did. */
    Optional<ReturnState> handedIn(UUID participation) {
        var went = Arrays.stream(ReturnState.values()).filter(ReturnState::submitted).map(Enum::name).toList();
        return db.sql("""
                select state from assurance.return where participation_id = :participation and state in (:went)
                order by number desc limit 1""").param("participation", participation).param("went", went)
                .query((row, n) -> ReturnState.valueOf(row.getString("state"))).optional();
    }

    /** The returns of a body for years before this one, each in its latest version, the latest first. */
    List<Return> before(UUID council, int year) {
        return db.sql("""
                select r.* from assurance.return r where r.council_id = :council and r.year < :year
                  and not exists (select from assurance.return a where a.scope_id = r.scope_id and a.amends = r.id)
                order by r.year desc, r.made_at desc""").param("council", council).param("year", year)
                .query(Returns::read).list();
    }

    private static Return read(ResultSet row, int n) throws SQLException {
        return new Return(row.getObject("id", UUID.class), row.getObject("participation_id", UUID.class),
                row.getObject("edition_id", UUID.class), row.getObject("council_id", UUID.class),
                row.getString("profile"), row.getInt("year"), row.getInt("number"),
                row.getObject("amends", UUID.class),
                new Window(row.getObject("window_from", LocalDate.class),
                        row.getObject("window_until", LocalDate.class)),
                ReturnState.valueOf(row.getString("state")), row.getInt("version"),
                row.getObject("made_by", UUID.class), row.getTimestamp("made_at").toInstant());
    }

    /**
     * Writes a new return with the move that opened it, and makes its key.
     *
     * @throws org.springframework.dao.DuplicateKeyException where somebody was first
     */
    void open(Actor by, Return.Moved opened) {
        var made = opened.made();
        db.sql("""
                insert into assurance.return (scope_id, id, participation_id, edition_id, council_id, profile, year, number,
                  amends, window_from, window_until, state, version, made_by, made_at)
                values (:scope, :id, :participation, :edition, :council, :profile, :year, :number, :amends, :from, :until,
                  :state, :version, :by, :at)""")
                .param("scope", by.scope()).param("id", made.id()).param("participation", made.participation())
                .param("edition", made.edition()).param("council", made.council()).param("profile", made.profile())
                .param("year", made.year()).param("number", made.number()).param("amends", made.amends())
                .param("from", Date.valueOf(made.window().from())).param("until", Date.valueOf(made.window().to()))
                .param("state", made.state().name()).param("version", made.version()).param("by", made.madeBy())
                .param("at", Timestamp.from(made.madeAt())).update();
        seals.newKey(by.scope(), made.id());
        entry(by, opened);
    }

    /** @throws heed.platform.Refused as moved on where somebody moved it meanwhile */
    void save(Actor by, Return.Moved moved) {
        var made = moved.made();
        if (db.sql("""
                update assurance.return set state = :state, version = :version
                where id = :id and version = :version - 1""")
                .param("state", made.state().name()).param("version", made.version()).param("id", made.id())
                .update() == 0)
            throw Refusal.MOVED_ON.because("moved by another");
        entry(by, moved);
    }

    private void entry(Actor by, Return.Moved moved) {
        var id = UUID.randomUUID();
        var note = moved.note();
        db.sql("""
                insert into assurance.return_move (scope_id, id, return_id, move, moved_by, moved_at, note)
                values (:scope, :id, :return, :move, :by, :at, :note)""")
                .param("scope", by.scope()).param("id", id).param("return", moved.made().id())
                .param("move", moved.move().name()).param("by", moved.by()).param("at", Timestamp.from(moved.at()))
                .param("note", note == null ? null : key(by, moved.made().id()).seal(note, NOTE, id)).update();
    }

    /** Keeps what happened to a return elsewhere, oldest first. */
    void happened(Actor by, UUID ret, UUID mover, List<KeptReturn.Move> moves) {
        var key = key(by, ret);
        for (var moved : moves) {
            var id = UUID.randomUUID();
            var note = moved.note();
            db.sql("""
                    insert into assurance.return_move (scope_id, id, return_id, move, moved_by, moved_at, note)
                    values (:scope, :id, :return, :move, :by, :at, :note)""")
                    .param("scope", by.scope()).param("id", id).param("return", ret).param("move", moved.move().name())
                    .param("by", mover).param("at", Timestamp.from(moved.at()))
                    .param("note", note == null ? null : key.seal(note, NOTE, id), java.sql.Types.BINARY).update();
        }
    }

    /** What happened to it. */
    record Entry(ReturnMove move, UUID by, Instant at, @Nullable String note) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Entry[" + move + "]";
        }
    }

    /** Every move, latest first. */
    List<Entry> moves(Actor by, UUID ret) {
        var key = key(by, ret);
        return db.sql("select * from assurance.return_move where return_id = :id order by moved_at desc, n desc")
                .param("id", ret)
                .query((row, n) -> new Entry(ReturnMove.valueOf(row.getString("move")),
                        row.getObject("moved_by", UUID.class), row.getTimestamp("moved_at").toInstant(),
                        opened(key, row.getBytes("note"), NOTE, row.getObject("id", UUID.class))))
                .list();
    }

    /** Its answers, in the order of the questions. */
    List<Item> items(Actor by, UUID ret) {
        return items(by, ret, "true", "");
    }

    /** One answer. @throws heed.platform.Refused as not found */
    Item item(Actor by, UUID ret, String code) {
        return find(by, ret, code).orElseThrow(() -> Refusal.NOT_FOUND.because("no such question in it"));
    }

    /** One answer; empty where there is none of that code. */
    Optional<Item> find(Actor by, UUID ret, String code) {
        return items(by, ret, "code = :code", code).stream().findFirst();
    }

    private List<Item> items(Actor by, UUID ret, String which, String code) {
        var key = key(by, ret);
        return db.sql("select * from assurance.return_item where return_id = :id and (" + which
                + " or :code = '') order by sort, code").param("id", ret).param("code", code)
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Item(id, row.getString("code"), row.getInt("sort"),
                            key.open(row.getBytes("answer"), ANSWER, id), Carried.valueOf(row.getString("carried")),
                            opened(key, row.getBytes("no_action"), NO_ACTION, id), row.getInt("version"),
                            row.getObject("changed_by", UUID.class), row.getTimestamp("changed_at").toInstant());
                }).list();
    }

    /** Writes new answers. */
    void add(Actor by, UUID ret, List<Item> items) {
        var key = key(by, ret);
        for (var item : items)
            db.sql("""
                    insert into assurance.return_item (scope_id, return_id, id, code, sort, answer, carried, no_action,
                      version, changed_by, changed_at)
                    values (:scope, :return, :id, :code, :sort, :answer, :carried, :no_action, :version, :by, :at)""")
                    .param("scope", by.scope()).param("return", ret).param("id", item.id())
                    .param("code", item.code()).param("sort", item.sort())
                    .param("answer", key.seal(item.answer(), ANSWER, item.id()))
                    .param("carried", item.carried().name())
                    .param("no_action", sealed(key, item.noAction(), NO_ACTION, item.id()))
                    .param("version", item.version()).param("by", item.changedBy())
                    .param("at", Timestamp.from(item.changedAt())).update();
    }

    /** @throws heed.platform.Refused as moved on where somebody changed it meanwhile */
    void save(Actor by, UUID ret, Item item) {
        var key = key(by, ret);
        if (db.sql("""
                update assurance.return_item set answer = :answer, carried = :carried, no_action = :no_action,
                  version = :version, changed_by = :by, changed_at = :at
                where id = :id and return_id = :return and version = :version - 1""")
                .param("answer", key.seal(item.answer(), ANSWER, item.id())).param("carried", item.carried().name())
                .param("no_action", sealed(key, item.noAction(), NO_ACTION, item.id()))
                .param("version", item.version()).param("by", item.changedBy())
                .param("at", Timestamp.from(item.changedAt())).param("id", item.id()).param("return", ret)
                .update() == 0)
            throw Refusal.MOVED_ON.because("answered by another");
    }

    /** Whom its answers are shared with now, by question and day. */
    List<Share> shares(UUID ret) {
        return db.sql("""
                select * from assurance.item_share where return_id = :id and ended_at is null
                order by item_code, due_on, id""").param("id", ret).query((row, n) -> {
            var done = row.getTimestamp("done_at");
            return new Share(row.getObject("id", UUID.class), row.getString("item_code"),
                    row.getObject("staff_id", UUID.class), row.getObject("due_on", LocalDate.class),
                    row.getObject("asked_by", UUID.class), row.getTimestamp("asked_at").toInstant(),
                    done == null ? null : done.toInstant());
        }).list();
    }

    /** Shares an answer; sharing it again gives it the new day and makes it open again. */
    void share(Actor by, UUID ret, Share share) {
        db.sql("""
                insert into assurance.item_share (scope_id, id, return_id, item_code, staff_id, due_on, asked_by, asked_at)
                values (:scope, :id, :return, :item, :staff, :due, :by, :at)
                on conflict (scope_id, return_id, item_code, staff_id) where ended_at is null
                do update set due_on = excluded.due_on, asked_by = excluded.asked_by, asked_at = excluded.asked_at,
                  done_at = null, reminded_on = null""")
                .param("scope", by.scope()).param("id", share.id()).param("return", ret).param("item", share.item())
                .param("staff", share.staff()).param("due", Date.valueOf(share.due())).param("by", share.askedBy())
                .param("at", Timestamp.from(share.askedAt())).update();
    }

    /** Somebody says that theirs is done, or that it is not after all. */
    void done(UUID share, @Nullable Instant at) {
        db.sql("update assurance.item_share set done_at = :at where id = :id and ended_at is null")
                .param("at", at == null ? null : Timestamp.from(at)).param("id", share).update();
    }

    /** A share that waits. @param remindedOn null where nobody was reminded since they were asked */
    record Waiting(UUID id, UUID staff, UUID askedBy, Instant askedAt, LocalDate due, @Nullable LocalDate remindedOn) {
    }

    /** Shares of returns that are still written, due on a day or before it and not done, whoever asks. */
    List<Waiting> waiting(LocalDate until) {
        var open = Arrays.stream(ReturnState.values()).filter(ReturnState::open).map(Enum::name).toList();
        return db.sql("""
                select s.* from assurance.item_share s
                join assurance.return r on r.scope_id = s.scope_id and r.id = s.return_id
                where s.done_at is null and s.ended_at is null and s.due_on <= :until and r.state in (:open)
                order by s.due_on, s.id for update of s""").param("until", Date.valueOf(until)).param("open", open)
                .query((row, n) -> new Waiting(row.getObject("id", UUID.class),
                        row.getObject("staff_id", UUID.class), row.getObject("asked_by", UUID.class),
                        row.getTimestamp("asked_at").toInstant(), row.getObject("due_on", LocalDate.class),
                        row.getObject("reminded_on", LocalDate.class)))
                .list();
    }

    /** Notes that they were reminded. */
    void reminded(UUID share, LocalDate on) {
        db.sql("update assurance.item_share set reminded_on = :on where id = :id").param("on", Date.valueOf(on))
                .param("id", share).update();
    }

    /** What of a return waits for somebody. @param mine whether it waits for whoever asks */
    record ToDo(UUID ret, boolean mine, LocalDate due) {
    }

    /** What waits in returns that are still written: for anybody where they read it all, else for them alone. */
    List<ToDo> toDo(Actor by) {
        var reads = WhoReads.of(by);
        var open = Arrays.stream(ReturnState.values()).filter(ReturnState::open).map(Enum::name).toList();
        return db.sql("""
                select s.return_id, s.staff_id = :me as mine, s.due_on from assurance.item_share s
                join assurance.return r on r.scope_id = s.scope_id and r.id = s.return_id
                where s.done_at is null and s.ended_at is null and (:all or s.staff_id = :me) and r.state in (:open)
                order by s.due_on, s.id""").param("me", reads.me()).param("all", reads.all()).param("open", open)
                .query((row, n) -> new ToDo(row.getObject("return_id", UUID.class), row.getBoolean("mine"),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }

    /** Ends a share. */
    void end(UUID share, Instant at) {
        db.sql("update assurance.item_share set ended_at = :at where id = :id and ended_at is null")
                .param("at", Timestamp.from(at)).param("id", share).update();
    }

    /** Whether anything is shared with them. */
    boolean shared(Actor by) {
        return db.sql("select exists (select from assurance.item_share where staff_id = :me and ended_at is null)")
                .param("me", by.staff()).query(Boolean.class).single();
    }

    RecordKey key(Actor by, UUID ret) {
        return keys.of(by, ret);
    }

    static @Nullable String opened(RecordKey key, byte @Nullable [] sealed, String column, UUID row) {
        return sealed == null ? null : key.open(sealed, column, row);
    }

    static byte @Nullable [] sealed(RecordKey key, @Nullable String words, String column, UUID row) {
        return words == null ? null : key.seal(words, column, row);
    }
}
