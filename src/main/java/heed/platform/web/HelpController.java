package heed.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Help, privacy and accessibility, for everyone, signed in or not. */
@Controller
class HelpController {
    private final Frames frames;

    HelpController(Frames frames) {
        this.frames = frames;
    }

    @GetMapping("/help")
    String help(HttpServletRequest request, Model model) {
        return show("help/index", "Help", request, model);
    }

    @GetMapping("/help/privacy")
    String privacy(HttpServletRequest request, Model model) {
        return show("help/privacy", "Privacy", request, model);
    }

    @GetMapping("/help/accessibility")
    String accessibility(HttpServletRequest request, Model model) {
        return show("help/accessibility", "Accessibility", request, model);
    }

    private String show(String template, String title, HttpServletRequest request, Model model) {
        model.addAttribute("page", new HelpPage(frames.of(request, title)));
        return template;
    }
}
