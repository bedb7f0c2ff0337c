package heed.platform.seal;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key of one record (a concern, a case, a person) or of a whole scope: seals text for one column of one row and
 * opens it there and nowhere else.
 * <p>
 * What comes out of {@code seal} starts with the five bytes by which Tink names the key that made it, so a key can be
 * joined by a newer one and both still open what is theirs. The same text sealed twice looks different each time.
 * Thread-safe; meant to live for one request.
 */
public final class RecordKey {
    private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*){1,2}");
    private static final byte OF_RECORD = 'r';
    private static final byte OF_SCOPE = 's';

    private final Aead aead;
    private final UUID scope;
    private final @Nullable UUID record;

    RecordKey(Aead aead, UUID scope, @Nullable UUID record) {
        this.aead = aead;
        this.scope = scope;
        this.record = record;
    }

    /**
     * Seals text.
     *
     * @param column
     *            schema, table and column it will be stored in, such as {@code casework.concern.account}
     * @param row
     *            id of the row it will be stored in
     */
    public byte[] seal(String text, String column, UUID row) {
        return seal(text.getBytes(StandardCharsets.UTF_8), column, row);
    }

    /** Seals bytes; as {@link #seal(String, String, UUID)}. */
    public byte[] seal(byte[] bytes, String column, UUID row) {
        byte[] place = place(column, row);
        try {
            return aead.encrypt(bytes, place);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("Could not seal " + where(column, row), e);
        }
    }

    /**
     * Opens text sealed for this column and row.
     *
     * @throws SealBroken
     *             if it was altered, sealed for another place, or sealed under another key
     */
    public String open(byte[] sealed, String column, UUID row) {
        return new String(openBytes(sealed, column, row), StandardCharsets.UTF_8);
    }

    /** Opens bytes; as {@link #open(byte[], String, UUID)}. */
    public byte[] openBytes(byte[] sealed, String column, UUID row) {
        byte[] place = place(column, row);
        try {
            return aead.decrypt(sealed, place);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("Could not open " + where(column, row), e);
        }
    }

    /** Fixed lengths first and the only varying part last, so no two places can read the same. */
    private byte[] place(String column, UUID row) {
        if (!COLUMN.matcher(column).matches()) {
            // Not quoted: a caller that mixed up its arguments must not put text in a log.
            throw new IllegalArgumentException("A column is named schema.table.column, in small letters.");
        }
        byte[] name = column.getBytes(StandardCharsets.UTF_8);
        UUID of = record == null ? scope : record;
        return ByteBuffer.allocate(1 + 48 + name.length).put(record == null ? OF_SCOPE : OF_RECORD)
                .putLong(scope.getMostSignificantBits()).putLong(scope.getLeastSignificantBits())
                .putLong(of.getMostSignificantBits()).putLong(of.getLeastSignificantBits())
                .putLong(row.getMostSignificantBits()).putLong(row.getLeastSignificantBits()).put(name).array();
    }

    private String where(String column, UUID row) {
        return column + " of row " + row + ", scope " + scope + (record == null ? "" : ", record " + record) + ".";
    }
}
