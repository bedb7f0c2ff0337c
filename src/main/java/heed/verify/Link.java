package heed.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A head, as a line of an export or of a heads file tells it: every value as it is written there. */
record Link(Map<String, String> told) {
    /** What a head tells, in the order in which it is signed. */
    private static final List<String> SIGNED = List.of("number", "kind", "previous", "scope", "size", "total", "root",
            "since", "at", "note", "key");
    private static final String KINDS = "BACKLOG|BATCH|LATE|RESTORED|KEY";
    private static final String MOMENT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";
    private static final Map<String, String> SHAPES = Map.of("number", "[1-9]\\d{0,17}", "kind", KINDS, "previous",
            "[0-9a-f]{64}", "size", "\\d{1,9}", "total", "\\d{1,18}", "root", "[0-9a-f]{64}", "since", MOMENT, "at",
            MOMENT, "key", "[0-9a-f]{64}", "signature", "[0-9a-f]{128}");
    /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    /** Reads one. */
    static Link of(Map<String, @Nullable Object> read) {
        var told = new java.util.HashMap<String, String>();
        for (var name : SIGNED)
            told.put(name, text(read, name));
        told.put("signature", text(read, "signature"));
        SHAPES.forEach((name, shape) -> {
            if (!told.getOrDefault(name, "").matches(shape))
                throw new Unreadable("a head's " + name + " is not one");
        });
        if (told.values().stream().anyMatch(value -> value.indexOf('\n') >= 0))
            throw new Unreadable("a head's value has several lines");
        if (read.size() != SIGNED.size() + 1)
            throw new Unreadable("a head has parts that nobody signs");
        return new Link(Map.copyOf(told));
    }

    private static String text(Map<String, @Nullable Object> read, String name) {
        var value = read.get(name);
        if (value == null)
            throw new Unreadable("a head has no " + name);
        return value.toString();
    }

    long number() {
        return Long.parseLong(get("number"));
    }

    int size() {
        return Integer.parseInt(get("size"));
    }

    long total() {
        return Long.parseLong(get("total"));
    }

    String get(String name) {
        return told.getOrDefault(name, "");
    }

    boolean is(String kind) {
        return get("kind").equals(kind);
    }

    /** The key that signs what follows it. */
    String keyAfter() {
        return is("KEY") ? get("note") : get("key");
    }

    private byte[] signed() {
        var text = new StringBuilder("heed-trail-head-1\n");
        for (var name : SIGNED)
            text.append(name).append(' ').append(get(name)).append('\n');
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What the next head has to name. */
    String hash() {
        return HexFormat.of().formatHex(sha256(signed()));
    }

    /** Whether its signature is that of the key it names. */
    boolean signedByItsKey() {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key(get("key")));
            verifier.update(signed());
            return verifier.verify(HexFormat.of().parseHex(get("signature")));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicKey key(String hex) throws GeneralSecurityException {
        var raw = HexFormat.of().parseHex(hex);
        var whole = Arrays.copyOf(X509, X509.length + raw.length);
        System.arraycopy(raw, 0, whole, X509.length, raw.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(whole));
    }

    /** What people compare: 128 bits of the key's SHA-256, in groups of four digits. */
    static String fingerprint(String key) {
        return HexFormat.of().formatHex(sha256(HexFormat.of().parseHex(key))).substring(0, 32)
                .replaceAll("(....)(?=.)", "$1 ");
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts)
                digest.update(part);
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
