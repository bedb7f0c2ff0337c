package heed.platform.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * As whom PostgreSQL's programs run. PostgreSQL refuses root, so for root they run in a user namespace, where root's own
 * files seem to belong to an ordinary account; where the kernel refuses namespaces, as a real unprivileged account.
 */
final class Footing {
    private static final Logger LOG = LoggerFactory.getLogger(Footing.class);
    /** Any number but 0: it exists only inside the namespace. */
    private static final List<String> NAMESPACE = List.of("unshare", "--user", "--map-user=1000", "--map-group=1000",
            "--");

    private final List<String> prefix;
    private final @Nullable String account;

    private Footing(List<String> prefix, @Nullable String account) {
        this.prefix = prefix;
        this.account = account;
    }

    /**
     * Chooses for a data folder; one that already belongs to an account keeps it.
     *
     * @throws CannotStart when this is root and nothing else works
     */
    static Footing choose(Path pg) throws IOException {
        return choose(pg, true);
    }

    static Footing choose(Path pg, boolean namespaces) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Footing(List.of(), null);
        }
        String owner = Files.exists(pg) ? Files.getOwner(pg).getName() : "root";
        if (owner.equals("root") && namespaces && works(NAMESPACE)) {
            LOG.info("Started by root: PostgreSQL runs in a user namespace of its own");
            return new Footing(NAMESPACE, null);
        }
        for (String account : owner.equals("root") ? List.of("postgres", "nobody") : List.of(owner)) {
            for (List<String> prefix : List.of(
                    List.of("setpriv", "--reuid=" + account, "--regid=" + group(account), "--clear-groups", "--"),
                    List.of("runuser", "-u", account, "--"))) {
                if (works(prefix)) {
                    LOG.info("Started by root: PostgreSQL runs as the account {}", account);
                    return new Footing(prefix, account);
                }
            }
        }
        throw new CannotStart("PostgreSQL does not run as root, and this machine allows root neither a user namespace "
                + "nor another account: start Heed as an ordinary account.");
    }

    private static String group(String account) throws IOException {
        Process id = new ProcessBuilder("id", "-g", account).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(id.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII)
                .strip();
        return said.isEmpty() ? "65534" : said;
    }

    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            Process tried = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return tried.waitFor(5, TimeUnit.SECONDS) && tried.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What puts a program in a session of its own. A Mac has no setsid; a job of its own is close to it. */
    List<String> detached() {
        List<String> setsid = List.of("setsid");
        return works(setsid) ? setsid : List.of("sh", "-c", "set -m; \"$@\" & wait $!", "sh");
    }

    /** The account's name, or null when the programs run as whoever runs Heed. */
    @Nullable
    String account() {
        return account;
    }

    /** Gives a file or folder, and what is in it, to the account that PostgreSQL runs as. */
    void give(Path path) throws IOException {
        if (account == null) {
            return;
        }
        var owner = path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(account);
        if (Files.getOwner(path).equals(owner)) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (Path each : all.toList()) {
                Files.setOwner(each, owner);
            }
        }
    }

    /** The command, wrapped so that it does not run as root. */
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }
}
