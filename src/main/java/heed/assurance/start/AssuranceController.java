package heed.assurance.start;

import heed.platform.Actor;
import heed.platform.web.Frames;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page where assurance begins. */
@Controller
class AssuranceController {
    private final AssuranceStart start;
    private final Frames frames;

    AssuranceController(AssuranceStart start, Frames frames) {
        this.start = start;
        this.frames = frames;
    }

    @GetMapping("/assurance")
    String show(Actor by, HttpServletRequest request, Model model) {
        model.addAttribute("page", new AssurancePage(frames.of(request, by, "Assurance"), start.parts(by)));
        return "assurance/start/assurance";
    }
}
