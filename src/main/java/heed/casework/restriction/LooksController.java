package heed.casework.restriction;

import heed.casework.AdviceRef;
import heed.casework.CaseRef;
import heed.casework.ConcernRef;
import heed.platform.Actor;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who has looked at a concern, a case or advice. */
@Controller
class LooksController {
    private final Looks looks;
    private final Frames frames;
    private final LondonTime time;

    LooksController(Looks looks, Frames frames, LondonTime time) {
        this.looks = looks;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping("/concerns/{ref}/looks")
    String concern(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        return page(by, looks.concern(by, ref), "Concern " + ref, "/concerns/" + ref, request, model);
    }

    @GetMapping("/cases/{ref}/looks")
    String caseFile(Actor by, @PathVariable CaseRef ref, HttpServletRequest request, Model model) {
        return page(by, looks.caseFile(by, ref), "Case " + ref, "/cases/" + ref, request, model);
    }

    @GetMapping("/advice-desk/{ref}/looks")
    String advice(Actor by, @PathVariable AdviceRef ref, HttpServletRequest request, Model model) {
        return page(by, looks.advice(by, ref), "Advice " + ref, "/advice-desk/" + ref, request, model);
    }

    private String page(Actor by, Looks.Seen seen, String record, String back, HttpServletRequest request,
            Model model) {
        model.addAttribute("page", new LooksPage(
                frames.of(request, by, "Who has looked at it").withBack(back), record,
                seen.looks().stream().map(l -> new LooksPage.Row(
                        seen.names().getOrDefault(l.who(), "Someone who has left") + (by.is(l.who()) ? " (you)" : ""),
                        String.valueOf(l.opened()), String.valueOf(l.listed()), time.dayAndTime(l.first()),
                        time.dayAndTime(l.last()))).toList()));
        return "casework/restriction/looks";
    }
}
