package heed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/**
 * A token against forged forms as a browser holds it that has seen a page: for signing in without the chooser's page, which
 * lists everybody of every test.
 *
 * @param cookie what the cookie holds
 */
@NullMarked
public record FormToken(String cookie) {
    /** The cookie's name over plain http. */
    public static final String COOKIE = "heed-form";
    /** The field's name in a form. */
    public static final String FIELD = "_csrf";

    /** A new one. */
    public static FormToken any() {
        return new FormToken(UUID.randomUUID().toString());
    }

    /** What a form sends: a mask of as many bytes, here of zeros, and the cookie's value under it. */
    public String sent() {
        var value = cookie.getBytes(StandardCharsets.UTF_8);
        var masked = new byte[2 * value.length];
        System.arraycopy(value, 0, masked, value.length, value.length);
        return Base64.getUrlEncoder().encodeToString(masked);
    }
}
