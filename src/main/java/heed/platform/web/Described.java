package heed.platform.web;

import org.jspecify.annotations.Nullable;

/** Which of a field's hint and problem are there for {@code aria-describedby}. */
final class Described {
    private Described() {
    }

    static @Nullable String by(String name, @Nullable String hint, @Nullable String problem) {
        if (hint == null) {
            return problem == null ? null : name + "-error";
        }
        return problem == null ? name + "-hint" : name + "-hint " + name + "-error";
    }
}
