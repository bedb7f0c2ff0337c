package heed.access.signin;

import heed.platform.Actor;
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

/** The page that gives back what was typed when a session ended. */
@Controller
class ParkedController {
    private final ParkedForms forms;
    private final Frames frames;
    private final LondonTime time;

    ParkedController(ParkedForms forms, Frames frames, LondonTime time) {
        this.forms = forms;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping("/kept/{id}")
    String show(Actor by, @PathVariable UUID id, HttpServletRequest request, Model model) {
        var form = forms.get(by, id);
        var words = form.typed().stream().map(ParkedForm.Typed::value)
                .filter(value -> value.strip().chars().anyMatch(Character::isWhitespace)).toList();
        model.addAttribute("page",
                new ParkedPage(
                        frames.of(request, by,
                                form.confirming() ? "Carry on where you were" : "We kept what you typed"),
                        form.confirming(), id.toString(),
                        time.dayAndTime(form.at()), form.to(),
                        form.typed().stream().map(t -> new AgainPage.Typed(t.name(), t.value())).toList(), words));
        return "access/signin/kept";
    }

    @PostMapping("/kept/{id}/deletion")
    String delete(Actor by, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        forms.delete(by, id);
        frames.say(request, response, SignInNotice.KEPT_DELETED);
        return "redirect:/";
    }
}
