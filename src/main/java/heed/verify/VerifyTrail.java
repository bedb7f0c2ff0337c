package heed.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code verify-trail FILE}: says whether an exported audit log is as Heed wrote it. It needs the export, and to see what was
 * cut off or replaced whole, the heads from outside the database or the key's fingerprint.
 */
public final class VerifyTrail {
    /** The word that asks for it. */
    public static final String COMMAND = "verify-trail";
    /** Everything is as it was written. */
    public static final int WHOLE = 0;
    /** Something is not. */
    public static final int NOT_WHOLE = 1;
    /** It could not be seen: a file cannot be read, or the command was not understood. */
    public static final int NOT_SEEN = 2;

    private static final int SHOWN = 30;
    private static final String USAGE = """
            verify-trail FILE [--heads=FILE] [--key=FINGERPRINT] [--explained=NUMBER,NUMBER]
              FILE              an audit log, as export-trail wrote it
              --heads=FILE      the heads file, from where the database's administrator cannot write
              --key=FINGERPRINT of the key that signed, from the page about the audit log
              --explained=…     numbers of heads that somebody has explained, such as a restored backup""";

    private record Asked(Path export, @Nullable Path heads, @Nullable String key, Set<Long> explained) {
    }

    private VerifyTrail() {
    }

    /** Runs without anything of Heed's besides this package: {@code java -cp heed.jar's classes heed.verify.VerifyTrail}. */
    public static void main(String... args) {
        System.exit(run(System.out, System.err, List.of(args)));
    }

    /**
     * Does it.
     *
     * @param args what follows the command
     * @return {@link #WHOLE}, {@link #NOT_WHOLE} or {@link #NOT_SEEN}
     */
    public static int run(PrintStream out, PrintStream err, List<String> args) {
        var asked = asked(args);
        if (asked == null) {
            err.println(USAGE);
            return NOT_SEEN;
        }
        try {
            HeadsOutside outside = null;
            if (asked.heads() != null)
                try (var in = reader(asked.heads())) {
                    outside = HeadsOutside.read(in);
                }
            var verification = new Verification(outside, asked.key(), asked.explained());
            try (var in = reader(asked.export())) {
                verification.read(in);
            }
            print(out, asked, outside, verification);
            return verification.findings().isEmpty() ? WHOLE : NOT_WHOLE;
        } catch (Unreadable e) {
            err.println("It could not be verified: " + e.getMessage() + ".");
        } catch (MalformedInputException e) {
            err.println("It could not be verified: a file is not text in UTF-8.");
        } catch (IOException e) {
            err.println("It could not be verified: a file cannot be read (" + e.getClass().getSimpleName() + ").");
        }
        return NOT_SEEN;
    }

    private static BufferedReader reader(Path file) throws IOException {
        return Files.newBufferedReader(file, StandardCharsets.UTF_8);
    }

    private static @Nullable Asked asked(List<String> args) {
        var files = new ArrayList<String>();
        Path heads = null;
        String key = null;
        var explained = new HashSet<Long>();
        for (var arg : args) {
            if (arg.startsWith("--heads="))
                heads = Path.of(arg.substring("--heads=".length()));
            else if (arg.startsWith("--key="))
                key = arg.substring("--key=".length());
            else if (arg.matches("--explained=[0-9]{1,18}(,[0-9]{1,18})*"))
                for (var number : arg.substring("--explained=".length()).split(","))
                    explained.add(Long.valueOf(number));
            else if (arg.startsWith("-"))
                return null;
            else
                files.add(arg);
        }
        return files.size() == 1 ? new Asked(Path.of(files.getFirst()), heads, key, explained) : null;
    }

    private static void print(PrintStream out, Asked asked, @Nullable HeadsOutside outside, Verification seen) {
        var first = seen.first();
        var last = seen.last();
        var findings = seen.findings();
        out.println("Audit log");
        row(out, "Export", asked.export() + ", taken " + seen.taken());
        row(out, "Heads", last == null || first == null
                ? "none"
                : "%,d, from %s to %s".formatted(last.number(), first.get("at"), last.get("at")));
        row(out, "Entries", "%,d, of which %,d in batches".formatted(seen.entries(), last == null ? 0 : last.total()));
        row(out, "Too young", "%,d of the last moments, which nothing vouches for yet".formatted(seen.young()));
        row(out, "Signed with", last == null ? "nothing" : Link.fingerprint(last.keyAfter()));
        row(out, "Outside", outside == null
                ? "no heads file given"
                : "%,d heads in %s, %,d compared".formatted(outside.size(), asked.heads(), seen.compared()));
        row(out, "Key given", asked.key() == null ? "none" : asked.key());
        for (var remark : seen.remarks())
            row(out, "Note", remark);
        out.println();
        for (var finding : findings.subList(0, Math.min(SHOWN, findings.size())))
            row(out, finding.by().words(), finding.what());
        long more = findings.size() - SHOWN + seen.moreFindings();
        if (more > 0)
            row(out, "", "and " + more + " more");
        if (!findings.isEmpty()) {
            out.println(
                    "NOT WHOLE. Keep the export and the heads file as they are, and tell your data protection officer.");
            return;
        }
        out.println("WHOLE: every entry in a batch is as it was written, in its place, and none is missing.");
        if (outside == null && asked.key() == null)
            out.println(
                    "Nothing from outside the database was compared. Whoever can write there could have cut off the "
                            + "end, or signed all of it anew with another key: give --heads=FILE, or compare the fingerprint.");
        else if (outside == null)
            out.println("Without --heads=FILE it cannot be seen whether the end was cut off.");
    }

    private static void row(PrintStream out, String name, String value) {
        out.printf("  %-16s %s%n", name, value);
    }
}
