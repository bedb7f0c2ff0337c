package heed.platform.backup;

import heed.platform.db.Private;
import heed.platform.db.StoredFile;
import heed.platform.seal.MasterKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself, in {@code manifest.json}; its own digest is in {@code manifest.sha256}, as
 * {@code sha256sum} reads it.
 *
 * @param format how this is written; a restore reads its own only
 * @param heed the release that made it
 * @param kind whether the data are a demonstration or real
 * @param postgres the version of PostgreSQL the files are for
 * @param system the number PostgreSQL gave the cluster when it was made
 * @param started when the backup began, UTC
 * @param ended when its last byte was copied, UTC: everything committed before it began is in it
 * @param from where PostgreSQL's log begins in it
 * @param to where it is consistent
 * @param keyFingerprint which master key opens it; never the key
 * @param rows how many rows each table held when the copy was tried
 * @param folders every folder below {@code pg}
 * @param files every file below {@code pg}
 * @param vouched a mark that only a holder of the master key can make, over everything else here
 */
record Manifest(String format, String heed, String kind, String postgres, String system, String started, String ended,
        String from, String to, @Nullable String keyFingerprint, Map<String, Long> rows, List<String> folders,
        List<StoredFile> files, @Nullable String vouched) {
    static final String FORMAT = "1";
    private static final String NAME = "manifest.json";
    private static final String DIGEST = "manifest.sha256";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The number before the point. */
    String major() {
        return major(postgres);
    }

    static String major(String version) {
        return version.replaceFirst("\\..*", "");
    }

    long bytes() {
        return files.stream().mapToLong(StoredFile::bytes).sum();
    }

    Manifest counted(Map<String, Long> counts) {
        return new Manifest(format, heed, kind, postgres, system, started, ended, from, to, keyFingerprint, counts,
                folders, files, null);
    }

    private Manifest vouched(@Nullable String mark) {
        return new Manifest(format, heed, kind, postgres, system, started, ended, from, to, keyFingerprint, rows,
                folders, files, mark);
    }

    private byte[] digest() {
        return StoredFile.digest().digest(JSON.writeValueAsBytes(vouched(null)));
    }

    /** Whether the holder of this key wrote it as it is. */
    boolean vouchedBy(MasterKey key) {
        return vouched != null && key.vouchedFor(Base64.getDecoder().decode(vouched), digest(), "backup");
    }

    void write(Path folder, @Nullable MasterKey key) throws IOException {
        var whole = key == null
                ? this
                : vouched(Base64.getEncoder().encodeToString(key.vouch(digest(), "backup")));
        var text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole) + "\n";
        Private.write(folder.resolve(NAME), text);
        Private.write(folder.resolve(DIGEST), sha256(text) + "  " + NAME + "\n");
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(StoredFile.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws NotDone where there is none, or it is not as it was written */
    static Manifest read(Path folder) {
        if (!Files.isDirectory(folder))
            throw new NotDone("There is no folder " + folder + ".");
        if (Files.exists(folder.resolve(Backup.UNFINISHED)) || !Files.exists(folder.resolve(NAME)))
            throw new NotDone("The folder " + folder + " is not a finished backup: it has no manifest.");
        try {
            var text = Files.readString(folder.resolve(NAME));
            if (!Files.exists(folder.resolve(DIGEST))
                    || !Files.readString(folder.resolve(DIGEST)).startsWith(sha256(text) + " "))
                throw altered(folder, NAME + " is not as it was written");
            var manifest = JSON.readValue(text, Manifest.class);
            if (!FORMAT.equals(manifest.format()))
                throw new NotDone("The backup in " + folder + " was made by another release of Heed ("
                        + manifest.heed() + "), and this one cannot read it: restore it with that release.");
            return manifest;
        } catch (JacksonException e) {
            throw altered(folder, NAME + " is not as it was written");
        } catch (IOException e) {
            throw new NotDone("The backup in " + folder + " cannot be read (" + e.getClass().getSimpleName() + ").", e);
        }
    }

    static NotDone altered(Path folder, String what) {
        return new NotDone("The backup in " + folder + " is damaged or was altered: " + what
                + ". Nothing was restored from it. Use another backup.");
    }
}
