package heed.directory.setup;

import heed.platform.Actor;
import heed.platform.web.Frames;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The checklist's page. */
@Controller
class ChecklistController {
    private final Checklist checklist;
    private final Frames frames;

    ChecklistController(Checklist checklist, Frames frames) {
        this.checklist = checklist;
        this.frames = frames;
    }

    @GetMapping("/checklist")
    String show(Actor by, HttpServletRequest request, Model model) {
        var tasks = checklist.tasks(by);
        long open = tasks.stream().filter(task -> !task.done()).count();
        model.addAttribute("page", new ChecklistPage(frames.of(request, by, "Checklist"), open == 0
                ? "Everything here is done."
                : (tasks.size() - open) + " of " + tasks.size() + " are done. Heed can be relied on once all are.",
                tasks));
        return "directory/setup/checklist";
    }
}
