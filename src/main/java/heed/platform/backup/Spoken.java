package heed.platform.backup;

import heed.platform.db.Progress;
import java.io.PrintStream;
import java.util.Locale;

/** What a command says on the way: a line now and then, that a person and a log file can both read. */
final class Spoken {
    private static final int STEPS = 10;

    private final PrintStream out;

    Spoken(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Says at every tenth of the way how far it is: {@code Copied 12 MB of 48 MB}. */
    Progress progress(String done) {
        return new Progress() {
            private int said = -1;

            @Override
            public void reached(long bytes, long ofBytes) {
                int step = ofBytes == 0 ? STEPS : (int) (bytes * STEPS / ofBytes);
                if (step > said) {
                    said = step;
                    say(done + " " + size(bytes) + " of " + size(ofBytes));
                }
            }
        };
    }

    /** In the units that file managers use. */
    static String size(long bytes) {
        if (bytes < 1_000_000)
            return "%d kB".formatted((bytes + 999) / 1000);
        if (bytes < 10_000_000_000L)
            return "%d MB".formatted((bytes + 500_000) / 1_000_000);
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
