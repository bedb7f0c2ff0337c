package heed.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The addresses of the style sheet and scripts, each ending in a mark of its content, so browsers may keep them. */
public final class Assets {
    private static final Map<String, String> HREFS = new ConcurrentHashMap<>();

    private Assets() {
    }

    /**
     * The address of a file under {@code /assets/}, such as {@code /assets/heed.css?v=0a1b2c3d4e5f}; it changes when the
     * file does.
     *
     * @param file the file's name, such as {@code heed.css}
     * @throws IllegalArgumentException when Heed ships no such file
     */
    public static String href(String file) {
        return HREFS.computeIfAbsent(file, Assets::marked);
    }

    private static String marked(String file) {
        try (var in = Assets.class.getResourceAsStream("/static/assets/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("No asset named " + file);
            }
            var digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return "/assets/" + file + "?v=" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
