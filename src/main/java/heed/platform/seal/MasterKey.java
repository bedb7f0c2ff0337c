package heed.platform.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one key kept outside the database; every other key is wrapped under it, directly or through a scope key.
 * <p>
 * Kept in a file only its owner can read, a Tink AES-256-GCM keyset as JSON. Whoever holds both this file and a copy of
 * the database can read everything; whoever loses it can read nothing again. Opening and creating are two calls on
 * purpose: a file that went missing must stop Heed, never be quietly replaced by a key that opens nothing.
 * <p>
 * {@link #of(Aead)} is the seam for a key service: Tink's clients for key services hand out an {@link Aead}.
 */
public final class MasterKey {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);
    private static final Set<PosixFilePermission> REPLACEABLE_BY_OTHERS = EnumSet.of(PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_WRITE);

    private final Aead wrapping;
    private final @Nullable String fingerprint;

    private MasterKey(Aead wrapping, @Nullable String fingerprint) {
        this.wrapping = wrapping;
        this.fingerprint = fingerprint;
    }

    /**
     * A master key held elsewhere, such as by a key service.
     *
     * @param wrapping
     *            encrypts and decrypts small keys, binding the associated data it is given
     */
    public static MasterKey of(Aead wrapping) {
        return new MasterKey(wrapping, null);
    }

    /**
     * Opens the master key kept at {@code file}.
     *
     * @throws IllegalStateException
     *             with a plain sentence for the person who starts Heed: missing, readable by others, or not a key
     */
    public static MasterKey open(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalStateException("The master key is missing: there is no file " + file.toAbsolutePath()
                    + ". Put back the copy you keep apart. A new key would not open anything already stored.");
        }
        refuseIfOthersCanReach(file);
        String json;
        try {
            json = Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("The master key could not be read: " + file.toAbsolutePath() + ".", e);
        }
        try {
            KeysetHandle keyset = TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
            return new MasterKey(Keysets.aead(keyset), Keysets.fingerprint(keyset));
        } catch (GeneralSecurityException | SealBroken e) {
            // No cause: a parser's message could quote the file.
            throw new IllegalStateException("The file " + file.toAbsolutePath()
                    + " is not a master key, or it is damaged. Put back the copy you keep apart.");
        }
    }

    /**
     * Makes a new master key and keeps it at {@code file}, readable by its owner only, on disk before this returns.
     * Folders that are not there are made, closed to everyone else.
     *
     * @throws IllegalStateException
     *             with a plain sentence: something is there already, or it could not be written
     */
    public static MasterKey create(Path file) {
        KeysetHandle keyset = Keysets.fresh(Keysets.SEALING);
        Path folder = folderOf(file);
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(folder,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
            write(file, json);
            syncFolder(folder);
        } catch (FileAlreadyExistsException e) {
            throw new IllegalStateException("A master key is there already and is not replaced: "
                    + file.toAbsolutePath() + ". What is stored could not be opened with a new one.", e);
        } catch (UnsupportedOperationException e) {
            throw new IllegalStateException("The folder " + folder
                    + " is on a disk that cannot keep a file to its owner, so the master key cannot be kept there.", e);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The master key could not be written: " + file.toAbsolutePath() + ".", e);
        }
        // Opened from the disk, so that what is used is what was kept.
        return open(file);
    }

    /**
     * What a start does: opens the key, or makes it when nothing was ever wrapped under one.
     *
     * @param wrappedKeysExist
     *            whether the database already holds keys wrapped under a master key
     * @throws IllegalStateException
     *             with a plain sentence, as {@link #open} and {@link #create}
     */
    public static MasterKey openOrCreate(Path file, boolean wrappedKeysExist) {
        return wrappedKeysExist || Files.exists(file) ? open(file) : create(file);
    }

    /**
     * What tells this key from others without giving anything of it away: the first 64 bits of a digest of its 256 random
     * ones, as 16 hexadecimal digits.
     *
     * @return nothing for a key kept by a key service
     */
    public Optional<String> fingerprint() {
        return Optional.ofNullable(fingerprint);
    }

    /** Marks something as written by a holder of this key, such as a backup's list of files. */
    public byte[] vouch(byte[] digest, String what) {
        try {
            return wrapping.encrypt(digest, ("vouched for: " + what).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The master key could not be used.", e);
        }
    }

    /** Whether {@link #vouch} was given this very digest. */
    public boolean vouchedFor(byte[] mark, byte[] digest, String what) {
        try {
            return MessageDigest.isEqual(digest,
                    wrapping.decrypt(mark, ("vouched for: " + what).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    Aead wrapping() {
        return wrapping;
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalStateException("The master key needs a file in a folder, not " + file + ".");
        }
        return folder;
    }

    private static void write(Path file, String json) throws IOException {
        var create = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel out = FileChannel.open(file, create, ownerOnly)) {
            ByteBuffer bytes = ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    /** A new file survives a power cut only once its folder is on disk too. */
    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }

    private static void refuseIfOthersCanReach(Path file) {
        try {
            if (grantsAny(file, OTHERS)) {
                throw new IllegalStateException("Others on this machine can reach the master key "
                        + file.toAbsolutePath()
                        + ". Close it to everyone but its owner (chmod 600), then start again.");
            }
            Path folder = folderOf(file);
            if (grantsAny(folder, REPLACEABLE_BY_OTHERS)) {
                throw new IllegalStateException("Others on this machine can replace the master key, because they can "
                        + "write in its folder " + folder + ". Close the folder (chmod 700), then start again.");
            }
        } catch (IOException e) {
            throw new IllegalStateException("It cannot be seen who can read the master key " + file.toAbsolutePath()
                    + ".", e);
        }
    }

    private static boolean grantsAny(Path path, Set<PosixFilePermission> unwanted) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            throw new IOException("The disk keeps no owner-only permissions.");
        }
        return view.readAttributes().permissions().stream().anyMatch(unwanted::contains);
    }
}
