package heed.access.signin;

import heed.platform.Actor;
import heed.platform.web.Field;
import heed.platform.web.Frames;
import heed.platform.web.Organisation;
import heed.platform.web.Problem;
import heed.platform.web.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adding and removing passkeys. */
@Controller
class PasskeyController {
    private final Passkeys passkeys;
    private final Frames frames;
    private final Organisation organisation;

    PasskeyController(Passkeys passkeys, Frames frames, Organisation organisation) {
        this.passkeys = passkeys;
        this.frames = frames;
        this.organisation = organisation;
    }

    @StepUp
    @GetMapping("/account/passkeys/new")
    String ask(Actor by, HttpServletRequest request, Model model) {
        return page(by, BrowserName.of(request.getHeader(HttpHeaders.USER_AGENT)), List.of(), request, model);
    }

    @StepUp
    @PostMapping("/account/passkeys")
    String add(Actor by, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String asked,
            @RequestParam(defaultValue = "") String answer, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var called = name.strip();
        var problem = called.isEmpty()
                ? new Problem("name", "Enter a name for the passkey")
                : called.length() > Passkeys.LONGEST_NAME
                        ? new Problem("name", "The name must be " + Passkeys.LONGEST_NAME + " characters or fewer")
                        : passkeys.own(by).size() >= Passkeys.MOST
                                ? new Problem("passkey", "You have " + Passkeys.MOST + " passkeys. Remove one first")
                                : !passkeys.add(by, called, asked, answer)
                                        ? new Problem("passkey",
                                                "Your device did not add a passkey, or it took too long. Try again")
                                        : null;
        if (problem != null) {
            response.setStatus(422);
            return page(by, name, List.of(problem), request, model);
        }
        frames.say(request, response, SignInNotice.PASSKEY_ADDED);
        return "redirect:/account";
    }

    @StepUp
    @PostMapping("/account/passkeys/{passkey}/removal")
    String remove(Actor by, @PathVariable UUID passkey, HttpServletRequest request, HttpServletResponse response) {
        passkeys.remove(by, passkey);
        frames.say(request, response, SignInNotice.PASSKEY_REMOVED);
        return "redirect:/account";
    }

    private String page(Actor by, String name, List<Problem> problems, HttpServletRequest request, Model model) {
        model.addAttribute("page", new PasskeyPage(frames.of(request, by, "Add a passkey").withBack("/account"),
                problems,
                Field.of("name", "What to call it").withHint("So that you know it again, such as Work phone.")
                        .withValue(name)
                        .withProblem(problems.stream().filter(p -> p.field().equals("name")).map(Problem::text)
                                .findFirst().orElse(null)),
                passkeys.toAdd(by, organisation.nameFor(by))));
        return "access/signin/passkey";
    }
}
