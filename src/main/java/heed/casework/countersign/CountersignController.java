package heed.casework.countersign;

import heed.casework.ConcernRef;
import heed.casework.concern.TellingCheck;
import heed.casework.concern.Typed;
import heed.casework.work.WorkLists;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Countersigning a decision to do nothing where danger was reported. */
@Controller
class CountersignController {
    private static final String FORM = "layout/form";

    private final Countersignatures countersignatures;
    private final WorkLists lists;
    private final Frames frames;
    private final LondonTime time;

    CountersignController(Countersignatures countersignatures, WorkLists lists, Frames frames, LondonTime time) {
        this.countersignatures = countersignatures;
        this.lists = lists;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping("/countersigning")
    String waiting(Actor by, HttpServletRequest request, Model model) {
        var all = countersignatures.waiting(by);
        var names = countersignatures.names(by, all.stream().map(Countersignatures.Row::decidedBy).toList());
        model.addAttribute("page", CountersignPage.of(frames.of(request, by, "To countersign"),
                lists.tabs(by, "/countersigning"), all, names, time));
        return "casework/countersign/list";
    }

    @GetMapping("/concerns/{ref}/countersignature")
    String show(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        model.addAttribute("page", page(by, countersignatures.open(by, ref), Map.of(), List.of(), request));
        return FORM;
    }

    @PostMapping("/concerns/{ref}/countersignature")
    String sign(Actor by, @PathVariable ConcernRef ref, @RequestParam UUID decision,
            @RequestParam Map<String, String> sent, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var view = sent.getOrDefault("view", "");
        var reasons = Typed.clean(sent.get("reasons")).replace("\r\n", "\n");
        var problems = new ArrayList<Problem>();
        if (!view.equals("agree") && !view.equals("disagree"))
            problems.add(new Problem("view", "Select whether you agree"));
        if (view.equals("disagree") && reasons.isBlank())
            problems.add(new Problem("reasons", "Enter why you disagree"));
        if (reasons.length() > TellingCheck.LONG)
            problems.add(new Problem("reasons",
                    "Your reasons must be %,d characters or fewer".formatted(TellingCheck.LONG)));
        if (!problems.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", page(by, countersignatures.open(by, ref), sent, problems, request));
            return FORM;
        }
        try {
            countersignatures.sign(by, ref, decision, view.equals("agree"), reasons);
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            response.setStatus(refused.kind().status());
            model.addAttribute("page", FormPage
                    .of(frames.of(request, by, "Countersign"), "/concerns/" + ref + "/addenda",
                            List.of(new Question.Words(new Field("words", "What you typed", null, reasons, null), 6)),
                            List.of(), "Keep it as a note", "/concerns/" + ref)
                    .withWarning(
                            "Someone else countersigned this, or it was decided again, while you were writing. Nothing you typed is lost: you can keep it as a note.")
                    .withHidden(Map.of("submission", UUID.randomUUID().toString())));
            return FORM;
        }
        frames.say(request, response,
                view.equals("agree")
                        ? CountersignNotice.COUNTERSIGNED
                        : CountersignNotice.NOT_COUNTERSIGNED_TAKEN_UP);
        return "redirect:/concerns/" + ref;
    }

    private FormPage page(Actor by, Countersignatures.Opened o, Map<String, String> sent, List<Problem> problems,
            HttpServletRequest request) {
        var base = "/concerns/" + o.concern().ref();
        var view = sent.getOrDefault("view", "");
        var questions = List.<Question>of(
                new Question.Pick(new Field("view", "Do you agree?", null, view, FormPage.problem(problems, "view")),
                        List.of(Choice.of("agree", "Yes, nothing further needs doing", view.equals("agree")),
                                new Choice("disagree", "No",
                                        "It is reopened at once and you take it up. The officer who decided is told.",
                                        view.equals("disagree"))),
                        false),
                new Question.Words(new Field("reasons", "Why?", "Needed if you disagree.",
                        sent.getOrDefault("reasons", ""), FormPage.problem(problems, "reasons")), 4));
        return FormPage
                .of(frames.of(request, by, "Countersign"), base + "/countersignature", questions, problems,
                        "Record this",
                        base)
                .withIntro(
                        "Danger was reported, and it was decided that nothing is to be done here or referred. Read the concern before you answer.")
                .withShown(List.of(SummaryRow.of("Concern", o.concern().ref().value()),
                        SummaryRow.of("About", CountersignPage.who(o.people())),
                        SummaryRow.of("Decision",
                                o.waits().outcome().words() + ", by " + o.decider() + ", "
                                        + time.dayAndTime(o.waits().at())),
                        SummaryRow.of("Their reasons", o.waits().reasons())))
                .withHidden(Map.of("decision", o.waits().decision().toString()));
    }
}
