package heed.platform.trail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.UUID;

/**
 * One link of the chain that vouches for the audit log. {@code docs/operations.md} describes it for whoever writes a
 * verifier of their own.
 *
 * @param number    1 for the first, and one more for each
 * @param kind      why it was made
 * @param previous  SHA-256 of the head before it, in hexadecimal; zeros for the first
 * @param scope     the recording scope of its entries; the installation where it has none
 * @param size      how many entries it gathers
 * @param total     how many entries the chain gathers up to it
 * @param root      root of the Merkle tree over the entries (RFC 6962), in hexadecimal
 * @param since     no entry in it is dated before this
 * @param at        when it was made, never before the head before it
 * @param note      {@code -}; of a new key, that key; of a restored database, the last head that is missing
 * @param key       the public key that it is signed with, in hexadecimal
 * @param signature Ed25519 over {@link #signed()}, in hexadecimal
 */
public record Head(long number, Kind kind, String previous, UUID scope, int size, long total, String root,
        Instant since,
        Instant at, String note, String key, String signature) {
    /** The head before the first. */
    static final String NOTHING = "0".repeat(64);
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
            .withZone(ZoneOffset.UTC);

    /** Why a head was made. */
    public enum Kind {
        /** Entries from before there was a chain. */
        BACKLOG,
        /** Entries of the last seconds. */
        BATCH,
        /** Entries dated long before the head that should have had them. */
        LATE,
        /** The database lacks heads that were written outside it: a backup was restored, or somebody removed them. */
        RESTORED,
        /** From here on another key signs. */
        KEY
    }

    /** The bytes that are signed, and whose SHA-256 the next head names. */
    byte[] signed() {
        return ("heed-trail-head-1\nnumber " + number + "\nkind " + kind + "\nprevious " + previous + "\nscope " + scope
                + "\nsize " + size + "\ntotal " + total + "\nroot " + root + "\nsince " + micros(since) + "\nat "
                + micros(at)
                + "\nnote " + note + "\nkey " + key + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 of what is signed, in hexadecimal. */
    public String hash() {
        return HexFormat.of().formatHex(sha256().digest(signed()));
    }

    /** The same, signed. */
    Head signed(SigningKey with) {
        var unsigned = new Head(number, kind, previous, scope, size, total, root, since, at, note, with.publicKey(),
                "");
        return new Head(number, kind, previous, scope, size, total, root, since, at, note, with.publicKey(),
                with.sign(unsigned.signed()));
    }

    /** One line of JSON. No value in it needs escaping. */
    String json() {
        return "{\"number\":" + number + ",\"kind\":\"" + kind + "\",\"previous\":\"" + previous + "\",\"scope\":\""
                + scope + "\",\"size\":" + size + ",\"total\":" + total + ",\"root\":\"" + root + "\",\"since\":\""
                + micros(since) + "\",\"at\":\"" + micros(at) + "\",\"note\":\"" + note + "\",\"key\":\"" + key
                + "\",\"signature\":\"" + signature + "\"}";
    }

    /** A moment as the formats have it: UTC, with six decimals, which is what the database keeps. */
    static String micros(Instant at) {
        return MICROS.format(at);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
