package heed.platform.web;

import heed.platform.Actor;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Builds the frame around a page for one request. A sentence about what was just done travels over a redirect as the
 * name of a {@link Notice} in a cookie of its own: no words in it, nothing in the session, gone when shown.
 */
@Component
public class Frames {
    private static final String SAID = "heed-said";
    private static final Duration SAID_FOR = Duration.ofMinutes(2);

    private final ObjectProvider<Navigation> navigation;
    private final ObjectProvider<Numbers> numbers;
    private final ObjectProvider<Organisation> organisation;
    private final Map<String, Notice> notices = new HashMap<>();
    private final boolean demo;
    private final AtomicReference<String> lastName = new AtomicReference<>("Heed");
    private final AtomicReference<List<RingNumber>> lastNumbers = new AtomicReference<>(List.of());

    Frames(ObjectProvider<Navigation> navigation, ObjectProvider<Numbers> numbers,
            ObjectProvider<Organisation> organisation, ObjectProvider<Notices> notices, Environment environment) {
        this.navigation = navigation;
        this.numbers = numbers;
        this.organisation = organisation;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        notices.orderedStream().flatMap(n -> n.notices().stream()).forEach(n -> {
            if (this.notices.putIfAbsent(n.name(), n) != null)
                throw new IllegalStateException("two notices are named " + n.name());
        });
    }

    /** The frame for a page with this title, shown to this person. */
    public Frame of(HttpServletRequest request, Actor by, String title) {
        var present = Present.at(request);
        var frame = bare(title, by).withFlash(said(request));
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token)
            frame = frame.withCsrf(token.getParameterName(), token.getToken());
        if (present == null || !present.actor().is(by.staff()))
            return frame;
        var path = request.getRequestURI();
        var places = navigation.orderedStream().flatMap(n -> n.items(by, path).stream()).toList();
        return frame.withPerson(present.name().get()).withMark(present.mark()).withNavigation(nearest(places));
    }

    /** Leaves one place marked as current: where one is under another, the nearer. */
    private static List<NavItem> nearest(List<NavItem> places) {
        int longest = places.stream().filter(NavItem::current).mapToInt(place -> place.href().length()).max().orElse(0);
        return places.stream()
                .map(place -> new NavItem(place.text(), place.href(),
                        place.current() && place.href().length() == longest, place.count(), place.seldom()))
                .toList();
    }

    /** The frame for a page with this title, shown to whoever is signed in, or to a stranger. */
    public Frame of(HttpServletRequest request, String title) {
        return of(request, Present.actor(request), title);
    }

    /** The frame for a page that tells of a failure: made from what is remembered, so it needs no database. */
    Frame remembered(String title) {
        return Frame.of(lastName.get()).withTitle(title).withDemo(demo).withNumbers(lastNumbers.get());
    }

    /** Lets the next page say this, once. */
    public void say(HttpServletRequest request, HttpServletResponse response, Notice notice) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, notice.name(), SAID_FOR));
    }

    private Frame bare(String title, Actor by) {
        var name = organisation.orderedStream().map(o -> o.nameFor(by)).findFirst().orElse("Heed");
        var ring = numbers.orderedStream().flatMap(n -> n.numbers(by).stream()).toList();
        // What a stranger is shown is what a failure may show to anyone.
        if (by.staff().equals(Actor.NOBODY) || lastNumbers.get().isEmpty()) {
            lastName.set(name);
            lastNumbers.set(ring);
        }
        return Frame.of(name).withTitle(title).withDemo(demo).withNumbers(ring);
    }

    private @Nullable String said(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null)
            return null;
        for (var cookie : cookies)
            if (cookie.getName().equals(SAID)) {
                if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                        && now.getResponse() instanceof HttpServletResponse response)
                    response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", Duration.ZERO));
                var notice = notices.get(cookie.getValue());
                return notice == null ? null : notice.words();
            }
        return null;
    }

    private static String cookie(HttpServletRequest request, String value, Duration age) {
        return ResponseCookie.from(SAID, value).httpOnly(true).secure(request.isSecure()).sameSite("Lax").path("/")
                .maxAge(age).build().toString();
    }
}
