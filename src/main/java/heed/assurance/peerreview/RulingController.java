package heed.assurance.peerreview;

import heed.assurance.exercise.ReturnForm;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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

/** What a panel makes of working relationships that a reviewer declared. */
@Controller
@RequestMapping("/assurance/declarations/{declaration}/ruling")
class RulingController {
    private static final String SAYS = "says";
    private static final String WHY = "why";

    private final BoardDesk desk;
    private final Frames frames;
    private final LondonTime time;
    private final Clock clock;

    RulingController(BoardDesk desk, Frames frames, LondonTime time, Clock clock) {
        this.desk = desk;
        this.frames = frames;
        this.time = time;
        this.clock = clock;
    }

    @GetMapping
    String ask(Actor by, @PathVariable UUID declaration, HttpServletRequest request, Model model) {
        return page(by, desk.declaration(by, declaration), new ReturnForm(Map.of()), request, model);
    }

    private static String back(BoardDesk.Waiting waiting) {
        return "/assurance/cycles/" + waiting.cycle() + "/reviews";
    }

    private String page(Actor by, BoardDesk.Waiting waiting, ReturnForm form, HttpServletRequest request,
            Model model) {
        var d = waiting.declaration();
        var questions = new ArrayList<Question>();
        questions.add(new Question.Pick(form.field(SAYS, "What did the panel decide?", null),
                Arrays.stream(Declaration.Ruling.Says.values())
                        .map(s -> form.choice(SAYS, s.name(), s.words(), null)).toList(),
                false));
        questions.add(form.text(WHY, "Why?", null, 3));
        questions.addAll(MinuteForm.questions(form));
        model.addAttribute("page", FormPage.of(frames.of(request, by, "Decide on a declaration"),
                "/assurance/declarations/" + d.id() + "/ruling", questions, form.problems(), "Keep the decision",
                back(waiting))
                .withShown(List.of(SummaryRow.of("Reviewer", waiting.reviewer()),
                        SummaryRow.of("Reviews", waiting.owner()),
                        SummaryRow.of("Declared on " + time.day(d.at()), String.join("\n", d.beside())))));
        return "layout/form";
    }

    @PostMapping
    String rule(Actor by, @PathVariable UUID declaration, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var waiting = desk.declaration(by, declaration);
        var form = new ReturnForm(sent);
        var says = form.one(SAYS, Arrays.stream(Declaration.Ruling.Says.values()).map(Enum::name).toList(),
                "Choose what the panel decided");
        var why = form.words(WHY, "Give the panel’s reason", ReturnForm.LONG);
        var minute = MinuteForm.read(form, LocalDate.ofInstant(clock.instant(), LondonTime.ZONE));
        if (says != null && minute != null && form.right())
            try {
                desk.rule(by, declaration,
                        new Declaration.Ruling(Declaration.Ruling.Says.valueOf(says), minute, why));
            } catch (Refused refused) {
                if (refused.kind() == Refusal.NOT_FOUND)
                    throw refused;
                form.wrong(SAYS, refused.kind() == Refusal.MOVED_ON
                        ? "The panel’s decision is there already"
                        : "Nothing was declared that a panel could decide on");
            }
        if (!form.right()) {
            response.setStatus(422);
            return page(by, waiting, form, request, model);
        }
        frames.say(request, response, PeerNotice.DECLARATION_RULED);
        return "redirect:" + back(waiting);
    }
}
