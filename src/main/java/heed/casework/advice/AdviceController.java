package heed.casework.advice;

import heed.access.Permission;
import heed.casework.AdviceRef;
import heed.platform.Actor;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asking for advice, and reading what was advised. */
@Controller
@RequestMapping("/advice")
class AdviceController {
    private final AdviceDesk desk;
    private final Frames frames;
    private final LondonTime time;

    AdviceController(AdviceDesk desk, Frames frames, LondonTime time) {
        this.desk = desk;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping
    String list(Actor by, HttpServletRequest request, Model model) {
        var rows = desk.mine(by).stream().map(a -> AdviceListPage.row(a, true, Map.of(), time)).toList();
        model.addAttribute("page", new AdviceListPage(frames.of(request, by, "Advice you asked for"), List.of(),
                rows.size() == 1 ? "1 question" : rows.size() + " questions", false, rows, null));
        return "casework/advice/mine";
    }

    @GetMapping("/asking")
    String asking(Actor by, HttpServletRequest request, Model model) {
        by.must(Permission.RAISE);
        return asking(by, new AskingForm(Map.of()), UUID.randomUUID(), List.of(), request, model);
    }

    @PostMapping("/asking")
    String ask(Actor by, @RequestParam UUID submission, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.RAISE);
        var form = new AskingForm(sent);
        var problems = form.problems();
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return asking(by, form, submission, problems, request, model);
        }
        var ref = desk.ask(by, submission, form.asking());
        frames.say(request, response, AdviceNotice.ADVICE_ASKED_FOR);
        return "redirect:/advice/" + ref;
    }

    private String asking(Actor by, AskingForm form, UUID submission, List<Problem> problems,
            HttpServletRequest request, Model model) {
        model.addAttribute("page",
                FormPage.of(frames.of(request, by, "Ask for advice"), "/advice/asking", form.questions(true, problems),
                        problems, "Ask", "/advice").withHidden(Map.of("submission", submission.toString())));
        return "casework/advice/ask";
    }

    @GetMapping("/{ref}")
    String show(Actor by, @PathVariable AdviceRef ref, HttpServletRequest request, Model model) {
        model.addAttribute("page", AdvicePage.of(frames.of(request, by, "Advice " + ref).withBack("/advice"),
                desk.own(by, ref), true, null, null, List.of(), time));
        return "casework/advice/show";
    }

    @PostMapping("/{ref}/concern")
    String carry(Actor by, @PathVariable AdviceRef ref, HttpServletRequest request, HttpServletResponse response) {
        var draft = desk.carryOwn(by, ref);
        frames.say(request, response, AdviceNotice.CARRIED_INTO_CONCERN);
        return "redirect:/raise/" + draft + "/danger";
    }
}
