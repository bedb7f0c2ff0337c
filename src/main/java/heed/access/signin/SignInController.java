package heed.access.signin;

import heed.platform.Actor;
import heed.platform.web.Field;
import heed.platform.web.Frames;
import heed.platform.web.Organisation;
import heed.platform.web.Present;
import heed.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of signing in and out. */
@Controller
class SignInController {
    private static final String FIRST = "redirect:/sign-in";
    private static final int FEW = 3;
    private static final String NOT_RIGHT = "That mail address and password do not match, or there have been too many tries. "
            + "Check both, or wait 15 minutes and try again";
    private static final String NOT_THAT_PASSKEY = "That passkey did not work, or it took too long. "
            + "Try again, or use your password and a code";
    private static final String CODE_NOT_RIGHT = "That code is not right, was used before, or there have been too many tries. "
            + "Wait for the next code, or wait 15 minutes, and try again";

    private final SignIn signIn;
    private final Sessions sessions;
    private final Entrance entrance;
    private final Passkeys passkeys;
    private final SsoProviders sso;
    private final SsoExchange exchange;
    private final Passwords passwords;
    private final Frames frames;
    private final Organisation organisation;
    private final ObjectProvider<DemoPeople> demo;
    private final CsrfTokenRepository formTokens;
    private final BrowserOwner was;

    SignInController(SignIn signIn, Sessions sessions, Entrance entrance, Passkeys passkeys, SsoProviders sso,
            SsoExchange exchange,
            Passwords passwords, Frames frames, Organisation organisation,
            ObjectProvider<DemoPeople> demo, CsrfTokenRepository formTokens, BrowserOwner was) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.entrance = entrance;
        this.passkeys = passkeys;
        this.sso = sso;
        this.exchange = exchange;
        this.passwords = passwords;
        this.frames = frames;
        this.organisation = organisation;
        this.demo = demo;
        this.formTokens = formTokens;
        this.was = was;
    }

    @GetMapping("/sign-in")
    String show(@RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable String ended,
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(name = "sso", required = false) @Nullable String other, HttpServletRequest request,
            Model model) {
        if (Present.at(request) != null)
            return "redirect:" + Next.safe(next);
        var said = other != null
                ? ssoSaid(other)
                : out != null
                        ? "You have signed out."
                        : ended != null
                                ? "You were signed out. Heed does this after 30 minutes without use, after 12 hours, and when your account changes."
                                : null;
        return first(List.of(), said, "", Next.safe(next), request, model);
    }

    private static @Nullable String ssoSaid(String what) {
        return switch (what) {
            case "away" ->
                "The other system does not answer at the moment. You can sign in with your mail address and password.";
            case "not-linked" ->
                "That account is not linked to one in Heed. Sign in with your mail address and password, "
                        + "then link it under your name at the top. If you have no account yet, ask your administrator for a link.";
            case "taken" ->
                "That account is linked to somebody already. Sign in with it, or choose a password instead.";
            case "failed" -> "Signing in with the other system did not work, or took too long. Try again.";
            default -> null;
        };
    }

    @PostMapping("/sign-in")
    String password(@RequestParam(defaultValue = "") String mail, @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String next, HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var problems = new ArrayList<Problem>();
        if (mail.isBlank())
            problems.add(new Problem("mail", "Enter your work mail address"));
        if (password.isEmpty())
            problems.add(new Problem("password", "Enter your password"));
        if (problems.isEmpty()) {
            var half = signIn.password(stranger(request), mail, password, Cookies.browser(request), Next.safe(next));
            if (half.isPresent()) {
                sessions.beginHalf(request, half.get());
                return second(half.get());
            }
            problems.add(new Problem("mail", NOT_RIGHT));
        }
        response.setStatus(422);
        return first(problems, null, mail, Next.safe(next), request, model);
    }

    @PostMapping("/sign-in/passkey")
    String passkey(@RequestParam(defaultValue = "") String asked, @RequestParam(defaultValue = "") String answer,
            @RequestParam(required = false) @Nullable String next, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var who = passkeys.signIn(stranger(request), asked, answer);
        if (who.isEmpty()) {
            response.setStatus(422);
            return first(List.of(new Problem("passkey", NOT_THAT_PASSKEY)), null, "", Next.safe(next), request, model);
        }
        return "redirect:" + entrance.of(who.get(), Next.safe(next), request, response);
    }

    @GetMapping("/sign-in/code")
    String askCode(HttpServletRequest request, Model model) {
        var half = sessions.half(request);
        if (half.isEmpty())
            return FIRST + "?ended";
        return signIn.mustEnrol(half.get()) ? second(half.get()) : codePage(null, request, model);
    }

    @PostMapping("/sign-in/code")
    String code(@RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var half = sessions.half(request);
        if (half.isEmpty())
            return FIRST + "?ended";
        if (code.isBlank()) {
            response.setStatus(422);
            return codePage("Enter the code from your app, or a recovery code", request, model);
        }
        int before = signIn.recoveryCodesLeft(half.get());
        var who = signIn.code(stranger(request), half.get(), code);
        if (who.isEmpty()) {
            response.setStatus(422);
            return codePage(CODE_NOT_RIGHT, request, model);
        }
        int left = signIn.recoveryCodesLeft(half.get());
        if (left < before)
            frames.say(request, response,
                    left <= FEW ? SignInNotice.LAST_RECOVERY_CODES : SignInNotice.RECOVERY_CODE_USED);
        return "redirect:" + entrance.of(who.get(), half.get().next(), request, response);
    }

    @GetMapping("/sign-in/app")
    String askEnrol(HttpServletRequest request, Model model) {
        return sessions.half(request).map(half -> enrolPage(half, null, request, model)).orElse(FIRST + "?ended");
    }

    /** The recovery codes are the answer itself and not on a page of their own: they are kept nowhere to be shown from. */
    @PostMapping("/sign-in/app")
    String enrol(@RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        if (Present.at(request) != null)
            return "redirect:/";
        var half = sessions.half(request).orElse(null);
        if (half == null)
            return FIRST + "?ended";
        var codes = signIn.enrol(stranger(request), half, code);
        if (codes.isEmpty()) {
            response.setStatus(422);
            return enrolPage(half, code.isBlank() ? "Enter the 6 digits that your app shows" : CODE_NOT_RIGHT, request,
                    model);
        }
        var next = entrance.first(signIn.signedIn(half), half.next(), request, response);
        model.addAttribute("page",
                new RecoveryPage(frames.of(request, "Keep your recovery codes"), codes.get(), next));
        return "access/signin/recovery";
    }

    @GetMapping("/sign-in/invitation/{token}")
    String invited(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        return invitation(token, List.of(), request, response, model);
    }

    @PostMapping("/sign-in/invitation/{token}")
    String choose(@PathVariable String token, @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var problems = new ArrayList<Problem>();
        var weak = passwords.problem(password, organisation.nameFor(stranger(request)));
        if (weak != null)
            problems.add(new Problem("password", weak));
        else if (!password.equals(again))
            problems.add(new Problem("again", "Enter the same password both times"));
        if (!problems.isEmpty())
            return invitation(token, problems, request, response, model);
        var half = signIn.choose(stranger(request), token, password);
        if (half.isEmpty())
            return invitation(token, List.of(), request, response, model);
        sessions.beginHalf(request, half.get());
        return second(half.get());
    }

    @PostMapping("/sign-out")
    String out(Actor by, HttpServletRequest request, HttpServletResponse response) {
        signIn.out(by);
        sessions.end(request);
        was.forget(request, response);
        formTokens.saveToken(null, request, response);
        return FIRST + "?out";
    }

    private String second(HalfSignedIn half) {
        return signIn.mustEnrol(half) ? "redirect:/sign-in/app" : "redirect:/sign-in/code";
    }

    private String first(List<Problem> problems, @Nullable String said, String mail, String next,
            HttpServletRequest request,
            Model model) {
        var people = demo.getIfAvailable();
        model.addAttribute("page", new SignInPage(frames.of(request, "Sign in"), problems, said,
                Field.of("mail", "Work mail address").withValue(mail).withProblem(problem(problems, "mail")),
                Field.of("password", "Password").withProblem(problem(problems, "password")), passkeys.toSignIn(),
                sso.offered().stream()
                        .map(o -> new SsoChoice(o.label(), "/sign-in/with/" + o.name() + (next.equals("/")
                                ? ""
                                : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8))))
                        .toList(),
                next,
                people == null ? List.of() : people.groups()));
        return "access/signin/signin";
    }

    private String codePage(@Nullable String problem, HttpServletRequest request, Model model) {
        var field = Field.of("code", "Code from your app")
                .withHint("6 digits. If you have lost your app, enter one of your recovery codes instead.")
                .withProblem(problem);
        model.addAttribute("page", new CodePage(frames.of(request, "Enter your code").withBack("/sign-in"),
                problem == null ? List.of() : List.of(new Problem("code", problem)), field));
        return "access/signin/code";
    }

    private String enrolPage(HalfSignedIn half, @Nullable String problem, HttpServletRequest request, Model model) {
        var secret = signIn.secret(half);
        if (secret.isEmpty())
            return "redirect:/sign-in/code";
        var address = Codes.address(secret.get(), organisation.nameFor(stranger(request)));
        var field = Field.of("code", "Code your app shows now").withHint("6 digits. A new one comes every 30 seconds.")
                .withProblem(problem);
        model.addAttribute("page", new EnrolPage(frames.of(request, "Set up your code app"),
                problem == null ? List.of() : List.of(new Problem("code", problem)), Picture.of(address),
                Codes.typed(secret.get()), address, field));
        return "access/signin/app";
    }

    private String invitation(String token, List<Problem> problems, HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var usable = signIn.invited(token);
        response.setStatus(!usable ? 404 : problems.isEmpty() ? 200 : 422);
        model.addAttribute("page", new InvitationPage(
                frames.of(request, usable ? "Choose a password" : "This link can no longer be used"), problems, usable,
                Field.of("password", "New password")
                        .withHint(
                                "12 characters or more. Three words that have nothing to do with each other are easy to remember.")
                        .withProblem(problem(problems, "password")),
                Field.of("again", "New password again").withProblem(problem(problems, "again")),
                usable
                        ? sso.offered().stream().map(o -> new SsoChoice(o.label(), "/sign-in/with/" + o.name() + "?for="
                                + exchange.link(SsoExchange.Why.INVITATION, token, "/"))).toList()
                        : List.of()));
        return "access/signin/invitation";
    }

    private static @Nullable String problem(List<Problem> problems, String field) {
        return problems.stream().filter(p -> p.field().equals(field)).map(Problem::text).findFirst().orElse(null);
    }

    private static Actor stranger(HttpServletRequest request) {
        return Actor.stranger(request.getRemoteAddr());
    }
}
