package heed.platform.backup;

import heed.platform.seal.DisposalList;
import heed.platform.seal.MasterKey;
import heed.platform.trail.SigningKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * What somebody asked for: the folder they named, and where everything is, from the same settings as a start reads
 * (command line, environment, {@code application.properties}).
 *
 * @param folder what they named, absolute
 * @param data {@code heed.data}, absolute
 * @param programs where PostgreSQL's programs are, or are unpacked
 * @param key where the master key is
 * @param disposals where the disposal list is, if {@code heed.disposals} says so
 * @param withoutDisposals whether they said that the disposal list is lost
 * @param trailKey where the key is that signs the audit log
 * @param external the address of an external database, if one is set
 * @param externalUser what signs in to that
 * @param externalPassword with what
 */
record Asked(Path folder, Path data, Path programs, Path key, @Nullable Path disposals, boolean withoutDisposals,
        Path trailKey, @Nullable String external, String externalUser, String externalPassword) {
    static Asked of(String folder, String... args) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        var data = absolute(environment.getProperty("heed.data", "heed-data"));
        var programs = environment.getProperty("heed.postgres.binaries");
        var key = environment.getProperty("heed.master-key", "");
        var disposals = environment.getProperty("heed.disposals", "");
        var trailKey = environment.getProperty("heed.trail.key", "");
        return new Asked(absolute(folder), data, programs == null ? data.resolve("programs") : absolute(programs),
                key.isBlank() ? data.resolve("keys").resolve("master-key.json") : absolute(key),
                disposals.isBlank() ? null : absolute(disposals),
                environment.containsProperty("without-disposals"),
                trailKey.isBlank() ? SigningKeys.placeIn(data) : absolute(trailKey),
                environment.getProperty("spring.datasource.url"),
                environment.getProperty("spring.datasource.username", "heed_app"),
                environment.getProperty("spring.datasource.password", ""));
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    /** Where the disposal list is. */
    Path disposalList() {
        return disposals == null ? DisposalList.placeIn(data) : disposals;
    }

    /** The master key, where there is one. */
    @Nullable
    MasterKey masterKey() {
        if (!Files.exists(key))
            return null;
        try {
            return MasterKey.open(key);
        } catch (IllegalStateException e) {
            throw new NotDone(String.valueOf(e.getMessage()), e);
        }
    }

    /** Refuses a folder in the data directory, or around it: the copy would lie where it is copied from. */
    void refuseInsideData() {
        var where = real(folder);
        var there = real(data);
        if (where.startsWith(there) || there.startsWith(where))
            throw new NotDone("The folder " + folder + " and the data directory " + data
                    + " lie in one another: choose a folder elsewhere, best on another disk.");
    }

    /** Refuses a folder that holds anything, and one that an earlier try left. */
    void refuseTaken(String what) {
        try {
            if (Files.exists(folder) && (!Files.isDirectory(folder) || !empty(folder)))
                throw new NotDone("There is something in " + folder + " already, and " + what
                        + " never overwrites anything: choose a new folder.");
            if (Files.exists(beside("unfinished")))
                throw new NotDone("An earlier try did not finish and left " + beside("unfinished")
                        + ", or one is under way: if none is, delete that folder (it is of no use) and try again.");
            if (folder.getParent() == null || !Files.isDirectory(folder.getParent()))
                throw new NotDone("There is no folder " + folder.getParent() + ": make it first.");
        } catch (java.io.IOException e) {
            throw Commands.unwritable(folder, e);
        }
    }

    private static boolean empty(Path folder) throws java.io.IOException {
        try (var inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    /** A folder beside the one that was named, on the same disk. */
    Path beside(String ending) {
        return folder.resolveSibling(folder.getFileName() + "." + ending);
    }

    /** Without symbolic links, as far as it is there. */
    private static Path real(Path path) {
        for (Path up = path; up != null; up = up.getParent())
            if (Files.exists(up))
                try {
                    return up.toRealPath().resolve(up.relativize(path)).normalize();
                } catch (java.io.IOException e) {
                    return path;
                }
        return path;
    }
}
