package heed.platform.web;

import heed.platform.Actor;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The numbers to ring, for everyone, signed in or not. */
@Controller
class NumbersController {
    private final Frames frames;

    NumbersController(Frames frames) {
        this.frames = frames;
    }

    @GetMapping("/numbers")
    String numbers(Actor by, HttpServletRequest request, Model model) {
        model.addAttribute("page", new NumbersPage(frames.of(request, by, "Numbers to ring")));
        return "platform/web/numbers";
    }
}
