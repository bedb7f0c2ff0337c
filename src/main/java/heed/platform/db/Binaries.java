package heed.platform.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once from the jar that carries them for this machine. */
record Binaries(Path home, String version) {
    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);
    /** Others may run the programs (there is nothing secret in them), nobody else may change them. */
    private static final Set<PosixFilePermission> RUNNABLE = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

    /** The number before the point: data are kept in a form of their own by each major version. */
    String major() {
        return version.replaceFirst("\\..*", "");
    }

    /**
     * What makes initdb give the same order and case rules on every machine, whatever locales it has installed; before
     * PostgreSQL 17, which tests only run, the nearest that the system has.
     */
    List<String> order() {
        return Integer.parseInt(major()) >= 17
                ? List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
                : List.of("--locale=C", "--lc-ctype=C.UTF-8");
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /**
     * Unpacks into the cache folder unless already there. The folder's name carries the archive's checksum, and it
     * appears whole or not at all, so several starts at once may share it.
     *
     * @throws CannotStart when no binaries for this machine are carried
     */
    static Binaries in(Path cache) throws IOException {
        String archive = archive();
        URL found = Binaries.class.getResource("/" + archive);
        if (found == null) {
            throw new CannotStart("This Heed carries no PostgreSQL for this kind of machine ("
                    + System.getProperty("os.name") + ", " + System.getProperty("os.arch")
                    + "): give it an external one with --spring.datasource.url=jdbc:postgresql://HOST/heed.");
        }
        return of(found, cache);
    }

    /** As {@link #in}, from this archive. */
    static Binaries of(URL found, Path cache) throws IOException {
        String archive = archive();
        Path home = cache.resolve(archive.replace(".txz", "") + "-" + checksum(found));
        if (!Files.exists(home)) {
            unpack(found, cache, home);
        }
        return new Binaries(home, Files.readString(home.resolve("VERSION")).strip());
    }

    /** What the archive for this machine is called. */
    static String archive() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String kind = switch (System.getProperty("os.arch", "")) {
            case "aarch64", "arm64" -> "arm_64";
            default -> "x86_64";
        };
        return "postgres-" + system + "-" + kind + ".txz";
    }

    /** The jar already knows the checksum of what it carries; reading 15 MB at every start would cost more. */
    private static String checksum(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar && jar.getJarEntry() != null
                && jar.getJarEntry().getCrc() != -1) {
            return Long.toHexString(jar.getJarEntry().getCrc());
        }
        CRC32 crc = new CRC32();
        try (InputStream in = archive.openStream()) {
            byte[] some = new byte[1 << 16];
            for (int length = in.read(some); length >= 0; length = in.read(some)) {
                crc.update(some, 0, length);
            }
        }
        return Long.toHexString(crc.getValue());
    }

    private static void unpack(URL archive, Path cache, Path home) throws IOException {
        long from = System.nanoTime();
        Files.createDirectories(cache);
        Path draft = Files.createTempDirectory(cache, "unpacking-");
        try {
            Files.setPosixFilePermissions(draft, RUNNABLE);
            try (var in = new TarArchiveInputStream(
                    new XZInputStream(new BufferedInputStream(archive.openStream(), 1 << 16)))) {
                for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    place(in, entry, draft);
                }
            }
            Files.writeString(draft.resolve("VERSION"), askVersion(draft));
            try {
                Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                // Another start was quicker: what it unpacked is the same.
                if (!Files.exists(home)) {
                    throw e;
                }
            }
        } finally {
            FileSystemUtils.deleteRecursively(draft);
        }
        LOG.info("Unpacked PostgreSQL into {} in {} ms, once", home, (System.nanoTime() - from) / 1_000_000);
    }

    private static void place(TarArchiveInputStream in, TarArchiveEntry entry, Path draft) throws IOException {
        Path target = draft.resolve(entry.getName()).normalize();
        if (!target.startsWith(draft)) {
            throw new IOException("An entry of the archive points outside it");
        }
        if (entry.isDirectory()) {
            directory(target);
        } else if (!entry.getName().endsWith(".a")) { // for compilers only
            directory(target.getParent() == null ? draft : target.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else {
                Files.copy(in, target);
                Files.setPosixFilePermissions(target, (entry.getMode() & 0100) != 0 ? RUNNABLE : READABLE);
            }
        }
    }

    private static void directory(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
            // Set afterwards, because a strict umask would keep an unprivileged account from running them.
            Files.setPosixFilePermissions(path, RUNNABLE);
        }
    }

    private static String askVersion(Path home) throws IOException {
        Process asked = new ProcessBuilder(home.resolve("bin/postgres").toString(), "--version").start();
        try {
            String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            asked.waitFor();
            // "postgres (PostgreSQL) 18.6"
            return said.strip().replaceFirst("^.*\\) ", "").replaceFirst(" .*$", "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
