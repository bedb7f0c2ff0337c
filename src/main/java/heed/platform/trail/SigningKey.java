package heed.platform.trail;

import heed.platform.db.Private;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * The key that heads are signed with (Ed25519). Its file is never in the database: somebody who can change every row there
 * cannot sign what they changed.
 */
final class SigningKey {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE));
    private static final int PUBLIC_BYTES = 32;
    private static final String PRIVATE_IS = "private ";
    private static final String PUBLIC_IS = "public ";

    private final PrivateKey secret;
    private final String publicKey;

    private SigningKey(PrivateKey secret, String publicKey) {
        this.secret = secret;
        this.publicKey = publicKey;
    }

    /**
     * Opens the key in this file.
     *
     * @throws IOException           if it cannot be read
     * @throws IllegalStateException with a sentence, if others can read it or it is no key
     */
    static SigningKey open(Path file) throws IOException {
        if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains))
            throw new IllegalStateException("others on this machine can read " + file + " (chmod 600 closes it)");
        String publicKey = "";
        byte[] secret = {};
        for (var line : Files.readAllLines(file)) {
            if (line.startsWith(PUBLIC_IS))
                publicKey = line.substring(PUBLIC_IS.length()).strip();
            if (line.startsWith(PRIVATE_IS))
                secret = decoded(line.substring(PRIVATE_IS.length()).strip());
        }
        try {
            var key = new SigningKey(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(secret)),
                    publicKey);
            if (publicKey.length() != PUBLIC_BYTES * 2)
                throw new IllegalStateException(file + " is not a signing key, or it is damaged");
            return key;
        } catch (GeneralSecurityException e) {
            // No cause: a parser's message could quote the file.
            throw new IllegalStateException(file + " is not a signing key, or it is damaged");
        }
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Makes a key and keeps it in this file, for its owner only and on the disk when this returns. */
    static SigningKey create(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null)
            throw new IOException("no folder");
        Private.folder(folder);
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var encoded = pair.getPublic().getEncoded();
            var raw = Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length);
            var draft = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(draft);
            Private.write(draft,
                    "# Signs the heads of Heed's audit log (Ed25519; PKCS #8 in Base64). Keep it to yourself.\n"
                            + PUBLIC_IS + HexFormat.of().formatHex(raw) + "\n" + PRIVATE_IS
                            + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            Private.sync(folder);
            return open(file);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    /** The public key's 32 bytes, in hexadecimal. */
    String publicKey() {
        return publicKey;
    }

    /** A signature, in hexadecimal. */
    String sign(byte[] bytes) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(bytes);
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the signing key could not be used", e);
        }
    }

    /**
     * What people compare: the first 128 bits of the SHA-256 of a public key, in groups of four digits.
     *
     * @param publicKey in hexadecimal
     */
    static String fingerprint(String publicKey) {
        var digits = HexFormat.of().formatHex(Head.sha256().digest(HexFormat.of().parseHex(publicKey)));
        return digits.substring(0, 32).replaceAll("(....)(?=.)", "$1 ");
    }
}
