package heed.casework.triage;

import heed.casework.CaseRef;
import heed.casework.concern.Person;
import heed.platform.Actor;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A case that a decision opened: its lead and the concerns in it that the officer may see. */
@Controller
class CaseController {
    private final Desk desk;
    private final Frames frames;
    private final LondonTime time;

    CaseController(Desk desk, Frames frames, LondonTime time) {
        this.desk = desk;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping("/cases/{ref}")
    String show(Actor by, @PathVariable CaseRef ref, HttpServletRequest request, Model model) {
        var opened = desk.openCase(by, ref);
        var concerns = opened.concerns()
                .stream()
                .map(c -> new CasePage.InIt(c.ref().value(), "/concerns/" + c.ref(),
                        opened.people().getOrDefault(c.id(), List.of()).stream().findFirst().map(Person::shown)
                                .orElse("Nobody named"),
                        time.dayAndTime(c.receivedAt()),
                        c.outcome() == null ? c.status().words() : c.outcome().words()))
                .toList();
        model.addAttribute("page",
                new CasePage(frames.of(request, by, "Case " + opened.ref()).withBack("/queue/decided"),
                        opened.ref().value(),
                        List.of(SummaryRow.of("Lead", opened.lead()),
                                SummaryRow.of("Opened", time.dayAndTime(opened.openedAt()))),
                        concerns));
        return "casework/triage/case";
    }
}
