package heed.platform.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/** Files and folders for their owner only: made so from the first moment, not closed afterwards. */
public final class Private {
    private static final FileAttribute<Set<PosixFilePermission>> FILE = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Set<PosixFilePermission> FOLDER_MODE = PosixFilePermissions.fromString("rwx------");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Private() {
    }

    /** Makes the folder (0700) and its parents where they are missing; leaves one that is there as it is. */
    public static Path folder(Path path) throws IOException {
        return Files.isDirectory(path)
                ? path
                : Files.createDirectories(path, PosixFilePermissions.asFileAttribute(FOLDER_MODE));
    }

    /** Takes an existing folder for its owner only. */
    static void permit(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, FOLDER_MODE);
    }

    /** Opens a file (0600 when new) for reading and writing. */
    public static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE), FILE);
    }

    /** Writes a new file (0600), on the disk when this returns. */
    public static void write(Path file, String text) throws IOException {
        try (FileChannel channel = fresh(file)) {
            ByteBuffer left = StandardCharsets.UTF_8.encode(text);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /** Opens a file (0600) that must not be there yet, for writing. */
    public static FileChannel fresh(Path file) throws IOException {
        return FileChannel.open(file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FILE);
    }

    /** Has what was written to a file, or what was made, renamed or deleted in a folder, on the disk. */
    public static void sync(Path fileOrFolder) throws IOException {
        try (FileChannel opened = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }

    /** The password in the file, or a new random one (192 bits) written there first. */
    static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] bits = new byte[24];
            RANDOM.nextBytes(bits);
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(draft);
            write(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }
}
