package heed.access.signin;

import heed.platform.seal.InstallationKey;
import heed.platform.seal.SealBroken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Remembers in an encrypted cookie who was signed in, until they sign out or for a day. It lets nobody in. */
@Component
class BrowserOwner {
    private static final Duration REMEMBERED = Duration.ofHours(24);
    private static final String PLACE = "access.browser_owner";

    private final InstallationKey key;
    private final Clock clock;

    BrowserOwner(InstallationKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    void remember(HttpServletRequest request, HttpServletResponse response, SignedIn who) {
        var text = who.staff() + " " + who.scope() + " " + clock.instant();
        Cookies.owner(request, response,
                Base64.getUrlEncoder().withoutPadding().encodeToString(key.seal(text, PLACE, "cookie")), REMEMBERED);
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        Cookies.owner(request, response, "", Duration.ZERO);
    }

    /** Who was signed in in this browser within the last day; empty where nobody was, or the cookie is not ours. */
    Optional<WasSignedIn> of(HttpServletRequest request) {
        var cookie = Cookies.owner(request);
        if (cookie.isEmpty())
            return Optional.empty();
        try {
            var parts = key.open(Base64.getUrlDecoder().decode(cookie), PLACE, "cookie").split(" ", -1);
            return clock.instant().isBefore(Instant.parse(parts[2]).plus(REMEMBERED))
                    ? Optional.of(new WasSignedIn(UUID.fromString(parts[0]), UUID.fromString(parts[1])))
                    : Optional.empty();
        } catch (SealBroken | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
