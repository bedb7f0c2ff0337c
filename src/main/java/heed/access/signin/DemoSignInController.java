package heed.access.signin;

import heed.platform.Actor;
import heed.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with one click. Outside the demo profile there is no such route. */
@Controller
@Profile("demo")
class DemoSignInController {
    private final SignIn signIn;
    private final Sessions sessions;

    DemoSignInController(SignIn signIn, Sessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @PostMapping("/sign-in/demo")
    String demo(@RequestParam UUID staff, @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request, HttpServletResponse response) {
        var who = signIn.demo(Actor.stranger(request.getRemoteAddr()), staff)
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such account for demonstration"));
        return "redirect:" + sessions.begin(request, response, who, Next.safe(next));
    }
}
