package heed.platform.web;

import heed.platform.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is signed in at this request, found anew in the database. It lives as long as the request does.
 *
 * @param actor what they may do now
 * @param name  opens their name; only when a page needs it
 */
public record Present(Actor actor, Supplier<String> name) {
    /** Who is signed in; null for nobody. */
    public static @Nullable Present at(HttpServletRequest request) {
        // Asking makes Spring Security look the session up, which it leaves until somebody asks.
        SecurityContextHolder.getContext().getAuthentication();
        return request.getAttribute(Present.class.getName()) instanceof Present present ? present : null;
    }

    /** Tells browsers whose they are, by a mark that says nothing about them; the same each time. */
    String mark() {
        return UUID.nameUUIDFromBytes(("heed browser of " + actor.staff()).getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Keeps this for the rest of the request. */
    public void keep(HttpServletRequest request) {
        request.setAttribute(Present.class.getName(), this);
    }

    /** Who is acting: the person signed in, or a stranger at this network address. */
    public static Actor actor(HttpServletRequest request) {
        var present = at(request);
        return present == null ? Actor.stranger(request.getRemoteAddr()) : present.actor();
    }
}
