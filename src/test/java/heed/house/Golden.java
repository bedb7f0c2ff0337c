package heed.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files under {@code docs/golden} that a reviewer must never miss a change of. A test makes the text and compares;
 * {@code mvn verify -Dgolden.write=true} writes them instead, and the difference is then seen in the commit.
 */
final class Golden {
    private static final Path FOLDER = Path.of("docs", "golden");

    private Golden() {
    }

    /** Whether this run writes the files. Never where CI is set: a machine must not approve its own change. */
    static boolean writing() {
        return Boolean.getBoolean("golden.write") && System.getenv("CI") == null;
    }

    /** What the file says now; empty where there is none. */
    static String read(String name) {
        try {
            var file = FOLDER.resolve(name);
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares the text with the file, or writes it. */
    static void compare(String name, String text) {
        if (writing()) {
            try {
                Files.createDirectories(FOLDER);
                Files.writeString(FOLDER.resolve(name), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(text).as("docs/golden/%s; if the change is meant, run with -Dgolden.write=true and commit it", name)
                .isEqualTo(read(name));
    }
}
