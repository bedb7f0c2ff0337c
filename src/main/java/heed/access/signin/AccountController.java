package heed.access.signin;

import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** How one signs in, and where one is signed in. */
@Controller
class AccountController {
    private final OpenSessions open;
    private final Sessions sessions;
    private final Passkeys passkeys;
    private final Confirming confirming;
    private final SsoLinks links;
    private final SsoProviders providers;
    private final SsoExchange exchange;
    private final Frames frames;
    private final LondonTime time;

    AccountController(OpenSessions open, Sessions sessions, Passkeys passkeys, Confirming confirming,
            SsoLinks links, SsoProviders providers, SsoExchange exchange,
            Frames frames, LondonTime time) {
        this.open = open;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.confirming = confirming;
        this.links = links;
        this.providers = providers;
        this.exchange = exchange;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping("/account")
    String show(Actor by, HttpServletRequest request, Model model) {
        var here = current(request);
        var all = open.own(by).stream()
                .map(s -> new AccountPage.Where(s.browser(),
                        "Signed in " + time.dayAndTime(s.began()) + ", last used " + time.dayAndTime(s.used()),
                        s.from(), s.id().equals(here) ? "" : "/account/sessions/" + s.id() + "/end"))
                .toList();
        model.addAttribute("page", new AccountPage(
                frames.of(request, by, "Your sign-in"), confirming.hasCodes(by), passkeys.own(by)
                        .stream()
                        .map(k -> new AccountPage.Key(k.name(), "Added " + time.dayAndTime(k.added())
                                + (k.used() == null ? "" : ", last used " + time.dayAndTime(k.used())),
                                "/account/passkeys/" + k.id() + "/removal"))
                        .toList(),
                links.own(by).stream()
                        .map(l -> new AccountPage.Key(providers.label(l.provider()),
                                "Linked " + time.dayAndTime(l.at()), "/account/links/" + l.id() + "/removal"))
                        .toList(),
                providers.offered().stream().map(o -> new SsoChoice(o.label(), linking(by, o.name(), request)))
                        .toList(),
                all, all.size() > 1));
        return "access/signin/account";
    }

    /** Linking needs a fresh confirmation: without one the way leads there first, and back here. */
    private String linking(Actor by, String provider, HttpServletRequest request) {
        return sessions.fresh(request)
                ? "/sign-in/with/" + provider + "?for="
                        + exchange.link(SsoExchange.Why.LINK, by.staff().toString(), "/account")
                : "/confirm?next=/account";
    }

    @PostMapping("/account/sessions/{session}/end")
    String end(Actor by, @PathVariable UUID session, HttpServletRequest request, HttpServletResponse response) {
        open.end(by, session);
        frames.say(request, response, SignInNotice.SESSION_ENDED);
        return "redirect:/account";
    }

    @PostMapping("/account/sessions/end")
    String endOthers(Actor by, HttpServletRequest request, HttpServletResponse response) {
        open.endOthers(by, current(request));
        frames.say(request, response, SignInNotice.OTHER_SESSIONS_ENDED);
        return "redirect:/account";
    }

    private UUID current(HttpServletRequest request) {
        return sessions.current(request).orElseThrow(() -> Refusal.NOT_FOUND.because("no session"));
    }
}
