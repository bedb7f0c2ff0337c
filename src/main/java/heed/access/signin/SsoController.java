package heed.access.signin;

import heed.access.signin.SsoExchange.Errand;
import heed.access.signin.SsoExchange.Told;
import heed.access.signin.SsoExchange.Why;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Frames;
import heed.platform.web.Present;
import heed.platform.web.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestClientException;

/** Going to another system to sign in, and coming back. Where none is configured nothing answers here. */
@Controller
class SsoController {
    private static final String SIGN_IN = "redirect:/sign-in?sso=";

    private final SsoProviders providers;
    private final SsoExchange exchange;
    private final SsoLinks links;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Entrance entrance;
    private final Confirming confirming;
    private final Frames frames;
    private final Clock clock;

    SsoController(SsoProviders providers, SsoExchange exchange, SsoLinks links, SignIn signIn, Sessions sessions,
            Entrance entrance, Confirming confirming, Frames frames, Clock clock) {
        this.providers = providers;
        this.exchange = exchange;
        this.links = links;
        this.signIn = signIn;
        this.sessions = sessions;
        this.entrance = entrance;
        this.confirming = confirming;
        this.frames = frames;
        this.clock = clock;
    }

    /** The link's errand is from a page of Heed's own, so that no other site can send somebody on one. */
    @GetMapping("/sign-in/with/{provider}")
    String go(@PathVariable String provider, @RequestParam(required = false) @Nullable String next,
            @RequestParam(name = "for", required = false) @Nullable String link, HttpServletRequest request,
            HttpServletResponse response) {
        providers.named(provider);
        var errand = link == null
                ? new Errand(Why.SIGN_IN, "", Next.safe(next), clock.instant())
                : exchange.errand(link).orElse(null);
        if (errand == null)
            return SIGN_IN + "failed";
        try {
            var sent = exchange.ask(provider, errand);
            Cookies.sso(request, response, sent.cookie(), SsoExchange.COUNTS_FOR);
            return "redirect:" + sent.to();
        } catch (RestClientException e) {
            return away(errand, request, response);
        }
    }

    @GetMapping("/sign-in/with/{provider}/back")
    String back(@PathVariable String provider, @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String code, HttpServletRequest request,
            HttpServletResponse response) {
        providers.named(provider);
        var kept = Cookies.sso(request);
        Cookies.sso(request, response, "", Duration.ZERO);
        Told told;
        try {
            told = exchange.told(provider, kept, state, code).orElse(null);
        } catch (RestClientException e) {
            return SIGN_IN + "away";
        }
        if (told == null) {
            links.refused(Present.actor(request), "SSO_FAILED");
            return SIGN_IN + "failed";
        }
        return switch (told.errand().why()) {
            case SIGN_IN -> signIn(told, request, response);
            case INVITATION -> accept(provider, told, request, response);
            case CONFIRM -> confirm(told, request, response);
            case LINK -> link(provider, told, request, response);
        };
    }

    @StepUp
    @PostMapping("/account/links/{link}/removal")
    String remove(Actor by, @PathVariable UUID link, HttpServletRequest request, HttpServletResponse response) {
        links.remove(by, link);
        frames.say(request, response, SignInNotice.LINK_REMOVED);
        return "redirect:/account";
    }

    private String signIn(Told told, HttpServletRequest request, HttpServletResponse response) {
        var account = links.whom(told.issuer(), told.subject());
        if (account.isEmpty()) {
            links.refused(stranger(request), "NOT_LINKED");
            return SIGN_IN + "not-linked";
        }
        return arrive(account.get(), told, request, response);
    }

    private String accept(String provider, Told told, HttpServletRequest request, HttpServletResponse response) {
        try {
            var account = links.accept(stranger(request), told.errand().what(), provider, told.issuer(),
                    told.subject());
            return account.isEmpty() ? SIGN_IN + "failed" : arrive(account.get(), told, request, response);
        } catch (Refused taken) {
            links.refused(stranger(request), "LINKED_ALREADY");
            return SIGN_IN + "taken";
        }
    }

    /** A password elsewhere is a password: Heed then asks for its own code, as after its own password. */
    private String arrive(Account account, Told told, HttpServletRequest request, HttpServletResponse response) {
        if (told.strong()) {
            var who = links.signIn(account, stranger(request));
            return "redirect:"
                    + entrance.of(who, proved(told), Next.safe(told.errand().next()), request, response);
        }
        var half = new HalfSignedIn(account.staff(), account.scope(), Next.safe(told.errand().next()),
                clock.instant());
        sessions.beginHalf(request, half);
        return signIn.mustEnrol(half) ? "redirect:/sign-in/app" : "redirect:/sign-in/code";
    }

    private String confirm(Told told, HttpServletRequest request, HttpServletResponse response) {
        var by = theirs(told, request);
        var theirs = links.whom(told.issuer(), told.subject()).filter(a -> by.is(a.staff())).isPresent();
        if (!theirs || !told.strong()
                || clock.instant().isAfter(proved(told).plus(Sessions.FRESH))) {
            confirming.refused(by, theirs ? "SSO_NOT_FRESH" : "SSO_SOMEBODY_ELSE");
            frames.say(request, response, SignInNotice.SSO_NOT_CONFIRMED);
            return "redirect:/confirm?next="
                    + URLEncoder.encode(Next.safe(told.errand().next()), StandardCharsets.UTF_8);
        }
        confirming.sso(by);
        sessions.confirmed(request);
        return "redirect:" + Next.safe(told.errand().next());
    }

    private String link(String provider, Told told, HttpServletRequest request, HttpServletResponse response) {
        var by = theirs(told, request);
        boolean linked = links.link(by, provider, told.issuer(), told.subject());
        frames.say(request, response, linked ? SignInNotice.LINKED : SignInNotice.LINK_TAKEN);
        return "redirect:/account";
    }

    /** Who is signed in, when that is whose errand it was. */
    private static Actor theirs(Told told, HttpServletRequest request) {
        var by = Present.actor(request);
        if (!by.staff().toString().equals(told.errand().what()) || by.staff().equals(Actor.NOBODY))
            throw Refusal.NOT_FOUND.because("somebody else's errand");
        return by;
    }

    private Instant proved(Told told) {
        var proved = told.proved();
        var now = clock.instant();
        return proved == null ? Instant.EPOCH : proved.isAfter(now) ? now : proved;
    }

    private String away(Errand errand, HttpServletRequest request, HttpServletResponse response) {
        if (errand.why() == Why.SIGN_IN || errand.why() == Why.INVITATION)
            return SIGN_IN + "away";
        frames.say(request, response, SignInNotice.SSO_AWAY);
        return errand.why() == Why.LINK
                ? "redirect:/account"
                : "redirect:/confirm?next=" + URLEncoder.encode(errand.next(), StandardCharsets.UTF_8);
    }

    private static Actor stranger(HttpServletRequest request) {
        return Actor.stranger(request.getRemoteAddr());
    }
}
