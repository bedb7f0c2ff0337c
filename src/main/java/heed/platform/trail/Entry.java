package heed.platform.trail;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log as it is kept, every column of it.
 *
 * @param scope    the recording scope
 * @param id       its own id
 * @param at       when, to the microsecond
 * @param actor    who
 * @param act      what was done
 * @param record   the one record it was done to
 * @param fields   names of fields
 * @param found    ids of every record that a list or search returned
 * @param reason   a code
 * @param outcome  done or refused
 * @param cameFrom network address
 */
record Entry(UUID scope, UUID id, Instant at, UUID actor, String act, @Nullable UUID record, List<String> fields,
        List<UUID> found, @Nullable String reason, String outcome, String cameFrom) {
    /** The columns, of {@code platform.trail t}. */
    static final String COLUMNS = "t.scope_id, t.id, t.at, t.actor, t.act, t.record_id, t.fields, t.found, t.reason, "
            + "t.outcome, t.came_from";
    private static final String TAG = "heed-trail-entry-1";
    private static final int ABSENT = -1;

    /** Reads a row that holds {@link #COLUMNS}. */
    static Entry of(ResultSet row) throws SQLException {
        return new Entry(row.getObject("scope_id", UUID.class), row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(), row.getObject("actor", UUID.class),
                row.getString("act"), row.getObject("record_id", UUID.class),
                Arrays.asList((String[]) array(row.getArray("fields"))),
                Arrays.asList((UUID[]) array(row.getArray("found"))), row.getString("reason"),
                row.getString("outcome"), row.getString("came_from"));
    }

    private static Object array(Array array) throws SQLException {
        return array.getArray();
    }

    /**
     * The entry as bytes that only it has: a tag, then each column in the order of the table. A text is its length in bytes
     * (four, the highest first) and its UTF-8; what is absent has the length -1; a list is how many it has and then each.
     */
    byte[] bytes() {
        var out = new ByteArrayOutputStream(256);
        text(out, TAG);
        text(out, scope.toString());
        text(out, id.toString());
        text(out, Head.micros(at));
        text(out, actor.toString());
        text(out, act);
        text(out, record == null ? null : record.toString());
        number(out, fields.size());
        fields.forEach(each -> text(out, each));
        number(out, found.size());
        found.forEach(each -> text(out, each.toString()));
        text(out, reason);
        text(out, outcome);
        text(out, cameFrom);
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, @Nullable String text) {
        if (text == null) {
            number(out, ABSENT);
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        number(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void number(ByteArrayOutputStream out, int number) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }
}
