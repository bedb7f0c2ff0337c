package heed.assurance.years;

import heed.platform.Actor;
import heed.platform.web.Frames;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

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
    String all(Actor by, @RequestParam(required = false) @Nullable UUID crosswalk, HttpServletRequest request,
            Model model) {
        var shown = years.all(by, crosswalk);
        model.addAttribute("page", YearsPage.of(frames.of(request, by, "Year by year"), shown, crosswalk));
        return "assurance/years/years";
    }

    @GetMapping("/assurance/years/{theme}")
    String theme(Actor by, @PathVariable String theme, @RequestParam(required = false) @Nullable UUID crosswalk,
            HttpServletRequest request, Model model) {
        var shown = years.theme(by, crosswalk, theme);
        model.addAttribute("page", ThemePage.of(frames.of(request, by, "Year by year"), shown, crosswalk));
        return "assurance/years/theme";
    }
}
