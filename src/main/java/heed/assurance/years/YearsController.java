package heed.assurance.years;

import heed.platform.Actor;
import heed.platform.web.Frames;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Many years by theme, and one theme through them. */
@Controller
class YearsController {
    private final TenYears years;
    private final Frames frames;

    YearsController(TenYears years, Frames frames) {
        this.years = years;
        this.frames = frames;
    }

    @GetMapping("/assurance/years")
    String all(Actor by, HttpServletRequest request, Model model) {
        var shown = years.all(by);
        model.addAttribute("page", YearsPage.of(frames.of(request, by, "Year by year"), shown));
        return "assurance/years/years";
    }

    @GetMapping("/assurance/years/{theme}")
    String theme(Actor by, @PathVariable String theme, HttpServletRequest request, Model model) {
        var shown = years.theme(by, theme);
        model.addAttribute("page", ThemePage.of(frames.of(request, by, "Year by year"), shown));
        return "assurance/years/theme";
    }
}
