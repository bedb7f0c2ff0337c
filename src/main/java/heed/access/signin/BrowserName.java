package heed.access.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept of a browser: its family and system, in words from here. Its version and device say too much of somebody. */
final class BrowserName {
    /** Those that claim to be another come before it. */
    private static final List<String[]> FAMILIES = List.of(new String[]{"Edg", "Edge"},
            new String[]{"SamsungBrowser", "Samsung Internet"}, new String[]{"OPR/", "Opera"},
            new String[]{"Firefox", "Firefox"}, new String[]{"FxiOS", "Firefox"}, new String[]{"CriOS", "Chrome"},
            new String[]{"Chrome", "Chrome"}, new String[]{"Safari", "Safari"});
    private static final List<String[]> SYSTEMS = List.of(new String[]{"iPhone", "iPhone"},
            new String[]{"iPad", "iPad"}, new String[]{"Android", "Android"}, new String[]{"Windows", "Windows"},
            new String[]{"CrOS", "ChromeOS"}, new String[]{"Macintosh", "Mac"}, new String[]{"Linux", "Linux"});

    private BrowserName() {
    }

    /** From what the browser says of itself. */
    static String of(@Nullable String agent) {
        var family = first(FAMILIES, agent);
        var system = first(SYSTEMS, agent);
        return (family == null ? "A browser" : family) + (system == null ? "" : " on " + system);
    }

    private static @Nullable String first(List<String[]> known, @Nullable String agent) {
        return agent == null
                ? null
                : known.stream().filter(k -> agent.contains(k[0])).map(k -> k[1]).findFirst().orElse(null);
    }
}
