package heed.platform.trail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where the signing key is, and the one that is to follow it. A key is made where there is none; {@link #renew} makes the
 * next one beside it, which the gathering takes up once the present key has signed a head that names it.
 */
public final class SigningKeys {
    private final Path file;

    /** In this file. */
    public SigningKeys(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /** Where the key is, unless {@code heed.trail.key} says otherwise. */
    public static Path placeIn(Path data) {
        return data.resolve("keys").resolve("trail-key.txt");
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    /** The present key; a new one where there is none. */
    SigningKey present() throws IOException {
        return Files.exists(file) ? SigningKey.open(file) : SigningKey.create(file);
    }

    /** The key that is to follow, if one was made. */
    Optional<SigningKey> next() throws IOException {
        return Files.exists(beside()) ? Optional.of(SigningKey.open(beside())) : Optional.empty();
    }

    /** The next key is the present one from now on; the old one is gone. */
    void takeUp() throws IOException {
        Files.move(beside(), file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Makes the key that is to follow.
     *
     * @return its fingerprint
     * @throws IllegalStateException if there is no present key, or one waits already
     */
    public String renew() throws IOException {
        if (!Files.exists(file))
            throw new IllegalStateException("there is no signing key at " + file + ": Heed makes one as it runs");
        if (Files.exists(beside()))
            throw new IllegalStateException(
                    "a new key waits already at " + beside() + ": a running Heed takes it up within seconds");
        return SigningKey.fingerprint(SigningKey.create(beside()).publicKey());
    }

    private Path beside() {
        return file.resolveSibling(file.getFileName() + ".next");
    }
}
