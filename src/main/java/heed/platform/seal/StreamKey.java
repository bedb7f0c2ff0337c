package heed.platform.seal;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Seals the bytes of one file as they stream past, and opens them for that file and no other: scope and file id are bound
 * to every segment, and the order and number of segments with them, so that what is moved, reordered or cut short does
 * not open.
 * <p>
 * It is made before the file's record key and lives in memory only, until {@link #sealedUnder} wraps it for a row. Where
 * that never happens, what was sealed by it can never be read: this is what lets a file wait on disk while it arrives.
 */
public final class StreamKey {
    private final KeysetHandle keyset;
    private final StreamingAead aead;
    private final UUID scope;
    private final UUID file;

    private StreamKey(KeysetHandle keyset, UUID scope, UUID file) {
        this.keyset = keyset;
        this.aead = Keysets.streaming(keyset);
        this.scope = scope;
        this.file = file;
    }

    /** A new key, in memory only. */
    public static StreamKey fresh(UUID scope, UUID file) {
        return new StreamKey(Keysets.fresh(Keysets.STREAMS), scope, file);
    }

    /**
     * The key that was sealed for this column of this file's row.
     *
     * @throws SealBroken
     *             if it was altered, moved, or sealed under another key
     */
    public static StreamKey open(RecordKey key, byte[] sealed, String column, UUID scope, UUID file) {
        byte[] bare = key.openBytes(sealed, column, file);
        try {
            return new StreamKey(TinkProtoKeysetFormat.parseKeyset(bare, InsecureSecretKeyAccess.get()), scope, file);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("The key in " + column + " of row " + file + " is none.", e);
        }
    }

    /** This key, sealed under the file's record key for a column of the file's row. */
    public byte[] sealedUnder(RecordKey key, String column) {
        try {
            return key.seal(TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()), column,
                    file);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("Could not seal " + column + " of row " + file + ".", e);
        }
    }

    /** Seals what is written to it into {@code out}; it is whole only once closed. */
    public OutputStream sealing(OutputStream out) throws IOException {
        try {
            return aead.newEncryptingStream(out, place());
        } catch (GeneralSecurityException e) {
            throw new SealBroken("Could not seal " + where(), e);
        }
    }

    /** Opens what is read from {@code in}. Reading throws an {@link IOException} at whatever is not as it was sealed. */
    public InputStream opening(InputStream in) throws IOException {
        try {
            return aead.newDecryptingStream(in, place());
        } catch (GeneralSecurityException e) {
            throw new SealBroken("Could not open " + where(), e);
        }
    }

    /** Opens {@code sealed} for reading anywhere in it. */
    public SeekableByteChannel opening(SeekableByteChannel sealed) throws IOException {
        try {
            return aead.newSeekableDecryptingChannel(sealed, place());
        } catch (GeneralSecurityException e) {
            throw new SealBroken("Could not open " + where(), e);
        }
    }

    private byte[] place() {
        return ByteBuffer.allocate(33).put((byte) 'f')
                .putLong(scope.getMostSignificantBits()).putLong(scope.getLeastSignificantBits())
                .putLong(file.getMostSignificantBits()).putLong(file.getLeastSignificantBits()).array();
    }

    private String where() {
        return "the bytes of file " + file + ", scope " + scope + ".";
    }
}
