package heed.casework.raise;

import heed.platform.Actor;
import heed.platform.web.Frames;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that a browser keeps for when there is no signal. */
@Controller
class NoSignalController {
    private final Frames frames;

    NoSignalController(Frames frames) {
        this.frames = frames;
    }

    @GetMapping("/no-signal")
    String show(Actor by, HttpServletRequest request, Model model) {
        model.addAttribute("page", NoSignalPage.of(frames.of(request, by, "No signal").withoutPerson()));
        return "casework/raise/no-signal";
    }
}
