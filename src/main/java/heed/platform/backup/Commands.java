package heed.platform.backup;

import heed.platform.db.CannotStart;
import heed.platform.trail.SigningKeys;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.dao.DataAccessException;

/**
 * What Heed does when it is given a word instead of being started: {@code backup DIR}, {@code restore DIR},
 * {@code export DIR}, {@code export-trail FILE}, {@code new-trail-key}.
 */
public final class Commands {
    /** It was done. */
    public static final int DONE = 0;
    /** It was not done, and a sentence said why. */
    public static final int NOT_DONE = 1;
    /** It was not understood. */
    public static final int NOT_UNDERSTOOD = 2;

    private static final List<String> KNOWN = List.of("backup", "restore", "export", "export-trail");
    private static final String NEW_KEY = "new-trail-key";
    private static final String USAGE = """
            Heed knows these commands:
              backup DIR          copies the database into the new folder DIR, while Heed runs or not
              restore DIR         puts the backup in DIR into the new data directory that --heed.data names
              export DIR          writes everything, readable by anybody, into the new folder DIR
              export-trail FILE   writes the audit log into the new file FILE: ids and codes, nothing encrypted
              verify-trail FILE   says whether that is as Heed wrote it; it needs no Heed, no database and no key
              new-trail-key       makes the key that signs the audit log from now on, which the old one names
            with the settings of a start: --heed.data=DIR, --heed.master-key=FILE, --heed.disposals=FILE,
            --heed.trail.key=FILE
            Without a command it starts.""";

    private Commands() {
    }

    /** Whether there is a word among the arguments: Heed itself is started with options only. */
    public static boolean given(String... args) {
        return words(args).length > 0;
    }

    private static String[] words(String... args) {
        return Arrays.stream(args).filter(each -> !each.startsWith("-")).toArray(String[]::new);
    }

    /**
     * Does what was asked.
     *
     * @param out hears how far it is
     * @param err hears, in a plain sentence, why it was not done
     * @return {@link #DONE}, {@link #NOT_DONE} or {@link #NOT_UNDERSTOOD}
     */
    public static int run(PrintStream out, PrintStream err, Clock clock, String... args) {
        var words = words(args);
        boolean newKey = words.length == 1 && words[0].equals(NEW_KEY);
        if (!newKey && (words.length != 2 || !KNOWN.contains(words[0]))) {
            err.println(USAGE);
            return NOT_UNDERSTOOD;
        }
        var spoken = new Spoken(out);
        var folder = Path.of(newKey ? "." : words[1]);
        try {
            var asked = Asked.of(folder.toString(), args);
            switch (words[0]) {
                case "backup" -> new Backup(asked, spoken, clock).run();
                case "restore" -> new Restore(asked, spoken, clock).run();
                case "export-trail" -> new TrailOut(asked, spoken, clock).run();
                case NEW_KEY -> spoken.say("Made. A running Heed signs with it within seconds; its fingerprint is "
                        + new SigningKeys(asked.trailKey()).renew() + ".");
                default -> new Export(asked, spoken, clock).run();
            }
            return DONE;
        } catch (NotDone | CannotStart e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println(unwritable(folder, e).getMessage());
        } catch (SQLException e) {
            err.println("The database went away or refused (code " + e.getSQLState()
                    + "), so it was not done and nothing of it was kept. Try again.");
        } catch (DataAccessException e) {
            err.println("The database went away or refused, so it was not done and nothing of it was kept. Try again.");
        } catch (IllegalStateException | java.io.UncheckedIOException e) {
            // Those that are expected carry a sentence of Heed's own.
            err.println("It was not done: " + e.getMessage());
        }
        return NOT_DONE;
    }

    /** A full disk says so; anything else says which folder to look at. */
    static NotDone unwritable(Path folder, IOException e) {
        var said = String.valueOf(e.getMessage());
        if (said.contains("No space left") || said.contains("quota exceeded"))
            return new NotDone("The disk is full. It was not done and nothing of it was kept: make room, or choose a "
                    + "folder on another disk.", e);
        return new NotDone("Heed cannot read or write what it needs for " + folder + " (" + e.getClass().getSimpleName()
                + "). It was not done and nothing of it was kept: give the command as the account that runs Heed, and "
                + "look whose the folder is.", e);
    }

    /** Closes it also when somebody stops the command, such as with Ctrl+C. */
    static <T extends AutoCloseable> T evenIfStopped(T started) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                started.close();
            } catch (Exception e) {
                // The machine is going down or the person has left; the next start finds it and stops it first.
                Thread.currentThread().interrupt();
            }
        }));
        return started;
    }

    /** Which release of Heed this is. */
    static String release() {
        var version = Commands.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
