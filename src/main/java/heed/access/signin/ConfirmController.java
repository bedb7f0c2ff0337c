package heed.access.signin;

import heed.platform.Actor;
import heed.platform.web.Field;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that asks to confirm that it is them, before what {@link heed.platform.web.StepUp} marks. */
@Controller
class ConfirmController {
    private static final int FEW = 3;
    private static final String NOT_THAT_PASSKEY = "That passkey did not work, or it took too long. Try again, or use a code";
    private static final String NOT_RIGHT = "That code is not right, was used before, or there have been too many tries. "
            + "Wait for the next code, or wait 15 minutes, and try again";

    private final Confirming confirming;
    private final Passkeys passkeys;
    private final SsoLinks links;
    private final SsoProviders providers;
    private final SsoExchange exchange;
    private final Sessions sessions;
    private final Frames frames;

    ConfirmController(Confirming confirming, Passkeys passkeys, SsoLinks links, SsoProviders providers,
            SsoExchange exchange, Sessions sessions, Frames frames) {
        this.confirming = confirming;
        this.passkeys = passkeys;
        this.links = links;
        this.providers = providers;
        this.exchange = exchange;
        this.sessions = sessions;
        this.frames = frames;
    }

    @GetMapping("/confirm")
    String ask(Actor by, @RequestParam(required = false) @Nullable String next, HttpServletRequest request,
            Model model) {
        return page(by, Next.safe(next), null, request, model);
    }

    @PostMapping("/confirm")
    String confirm(Actor by, @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String asked, @RequestParam(defaultValue = "") String answer,
            @RequestParam(required = false) @Nullable String next, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var to = Next.safe(next);
        // Sent twice, or from a second tab: it was proved already.
        if (sessions.fresh(request))
            return "redirect:" + to;
        if (demo(request))
            confirming.demo(by);
        else if (!answer.isEmpty()) {
            if (!passkeys.confirm(by, asked, answer)) {
                response.setStatus(422);
                return page(by, to, new Problem("passkey", NOT_THAT_PASSKEY), request, model);
            }
        } else {
            int before = confirming.recoveryCodesLeft(by);
            var problem = code.isBlank()
                    ? "Enter the code from your app, or a recovery code"
                    : confirming.code(by, code) ? null : NOT_RIGHT;
            if (problem != null) {
                response.setStatus(422);
                return page(by, to, new Problem("code", problem), request, model);
            }
            int left = confirming.recoveryCodesLeft(by);
            if (left < before)
                frames.say(request, response,
                        left <= FEW ? SignInNotice.LAST_RECOVERY_CODES : SignInNotice.RECOVERY_CODE_USED);
        }
        sessions.confirmed(request);
        return "redirect:" + to;
    }

    private String page(Actor by, String next, @Nullable Problem problem, HttpServletRequest request, Model model) {
        // Who signs in elsewhere only has no app for codes; a page must never ask for nothing, though.
        var other = passkeys.toConfirm(by).isPresent() || !links.own(by).isEmpty();
        var code = demo(request) || !confirming.hasCodes(by) && other
                ? null
                : Field.of("code", "Code from your app")
                        .withHint("6 digits. If you have lost your app, enter one of your recovery codes instead.")
                        .withProblem(problem == null || !problem.field().equals("code") ? null : problem.text());
        model.addAttribute("page", new ConfirmPage(frames.of(request, by, "Confirm it is you"),
                problem == null ? List.of() : List.of(problem), demo(request), code,
                demo(request) ? null : passkeys.toConfirm(by).orElse(null), sso(by, next), next));
        return "access/signin/confirm";
    }

    private List<SsoChoice> sso(Actor by, String next) {
        var linked = links.own(by).stream().map(SsoLinks.Link::provider).toList();
        return providers.offered().stream().filter(o -> linked.contains(o.name())).map(o -> new SsoChoice(o.label(),
                "/sign-in/with/" + o.name() + "?for="
                        + exchange.link(SsoExchange.Why.CONFIRM, by.staff().toString(), next)))
                .toList();
    }

    private boolean demo(HttpServletRequest request) {
        return sessions.strength(request).filter(s -> s == Strength.DEMO).isPresent();
    }
}
