package heed.platform.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The key above all scopes, for what is read before a scope is known: finding an account by its mail address, secrets of
 * second factors, settings for outgoing mail.
 * <p>
 * Made once, as this starts, outside any transaction that could be rolled back after it was used; every node then reads
 * the same one. A wrong master key therefore stops the start instead of the first sign-in.
 */
public final class InstallationKey {
    private static final String SEALING = "sealing";
    private static final String LOOKUP = "lookup";
    private static final int TOKEN_BYTES = 32;

    private final Aead sealing;
    private final PrfSet lookup;

    /**
     * Reads the installation's keys, or makes them the first time.
     *
     * @throws SealBroken
     *             if they are there but were wrapped under another master key
     */
    public InstallationKey(MasterKey master, JdbcClient db) {
        this.sealing = Keysets.aead(readOrMake(SEALING, Keysets.SEALING, master, db));
        this.lookup = Keysets.prf(readOrMake(LOOKUP, Keysets.TOKENS, master, db));
    }

    /**
     * Whether the database holds keys wrapped under a master key, in which case a missing master key must not be
     * replaced. The tables must be there.
     */
    public static boolean kept(JdbcClient db) {
        return db.sql("select exists (select 1 from platform.installation_key)").query(Boolean.class).single();
    }

    /**
     * A keyed token of a value, 32 bytes (HMAC-SHA256), the same each time: for finding a row by something that must not
     * be stored in the clear. Bring the value to one form first (small letters, no spaces around).
     *
     * @param purpose
     *            what it is for, such as {@code access.account.mail}: the same value has another token for another one
     */
    public byte[] token(String purpose, String value) {
        try {
            return lookup.computePrimary(place(purpose, value), TOKEN_BYTES);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("Could not make a token for " + purpose + ".", e);
        }
    }

    /** {@link #token} as 64 small hexadecimal digits. */
    public String tokenHex(String purpose, String value) {
        return HexFormat.of().formatHex(token(purpose, value));
    }

    /**
     * Seals text.
     *
     * @param column
     *            schema, table and column it will be stored in
     * @param row
     *            what tells the row it will be stored in from others: an id, or a fixed word for a table of one row
     */
    public byte[] seal(String text, String column, String row) {
        return seal(text.getBytes(StandardCharsets.UTF_8), column, row);
    }

    /** Seals bytes; as {@link #seal(String, String, String)}. */
    public byte[] seal(byte[] bytes, String column, String row) {
        try {
            return sealing.encrypt(bytes, place(column, row));
        } catch (GeneralSecurityException e) {
            throw new SealBroken("Could not seal " + column + ".", e);
        }
    }

    /**
     * Opens text sealed for this column and row.
     *
     * @throws SealBroken
     *             if it was altered, sealed for another place, or sealed under another key
     */
    public String open(byte[] sealed, String column, String row) {
        return new String(openBytes(sealed, column, row), StandardCharsets.UTF_8);
    }

    /** Opens bytes; as {@link #open(byte[], String, String)}. */
    public byte[] openBytes(byte[] sealed, String column, String row) {
        try {
            return sealing.decrypt(sealed, place(column, row));
        } catch (GeneralSecurityException e) {
            throw new SealBroken("Could not open " + column + " of row " + row + ".", e);
        }
    }

    /** The length of the first part goes first, so that no two pairs read the same. */
    private static byte[] place(String first, String second) {
        byte[] a = first.getBytes(StandardCharsets.UTF_8);
        byte[] b = second.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(5 + a.length + b.length).put((byte) 'i').putInt(a.length).put(a).put(b).array();
    }

    private static KeysetHandle readOrMake(String id, Parameters parameters, MasterKey master, JdbcClient db) {
        String place = "platform.installation_key.wrapped of " + id;
        return read(id, db).map(wrapped -> Keysets.unwrap(wrapped, master.wrapping(), place)).orElseGet(() -> {
            // Two nodes may start at once: one row wins, and both read that one.
            db.sql("insert into platform.installation_key (id, wrapped) values (:id, :wrapped) on conflict do nothing")
                    .param("id", id)
                    .param("wrapped", Keysets.wrap(Keysets.fresh(parameters), master.wrapping(), place)).update();
            byte[] kept = read(id, db).orElseThrow(() -> new SealBroken("There is no " + place + "."));
            return Keysets.unwrap(kept, master.wrapping(), place);
        });
    }

    private static Optional<byte[]> read(String id, JdbcClient db) {
        return db.sql("select wrapped from platform.installation_key where id = :id").param("id", id)
                .query((row, n) -> row.getBytes("wrapped")).optional();
    }
}
