package heed.casework.rota;

import heed.access.Permission;
import heed.casework.ConcernRef;
import heed.casework.concern.TellingCheck;
import heed.platform.Actor;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Handovers: the list, the form, and marking one as read. */
@Controller
@RequestMapping("/handovers")
class HandoverController {
    private static final int SPARE = 2;
    private static final int MOST = 12;

    private final Handovers handovers;
    private final Frames frames;
    private final LondonTime time;

    HandoverController(Handovers handovers, Frames frames, LondonTime time) {
        this.handovers = handovers;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping
    String list(Actor by, HttpServletRequest request, Model model) {
        model.addAttribute("page", new HandoversPage(frames.of(request, by, "Handovers").withBack("/rota"),
                HandoversPage.rows(handovers.recent(by), time)));
        return "casework/rota/handovers";
    }

    @GetMapping("/new")
    String ask(Actor by, HttpServletRequest request, Model model) {
        var typed = new HashMap<String, String>();
        var refs = handovers.inHand(by);
        for (int i = 0; i < Math.min(refs.size(), MOST); i++)
            typed.put("ref-" + i, refs.get(i).value());
        return form(by, typed, UUID.randomUUID(), List.of(), request, model);
    }

    @PostMapping
    String write(Actor by, @RequestParam UUID submission, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.WORK_CONCERNS);
        var problems = new ArrayList<Problem>();
        var words = tidy(sent, "words");
        if (words.length() > TellingCheck.LONG)
            problems.add(new Problem("words", "This must be %,d characters or fewer".formatted(TellingCheck.LONG)));
        var lines = new LinkedHashMap<ConcernRef, String>();
        for (int i = 0; i < MOST; i++)
            line(by, sent, i, lines, problems);
        if (problems.isEmpty() && words.isEmpty() && lines.isEmpty())
            problems.add(new Problem("words", "Write something for the next officer"));
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return form(by, sent, submission, problems, request, model);
        }
        handovers.write(by, submission, words, lines);
        frames.say(request, response, RotaNotice.HANDOVER_WRITTEN);
        return "redirect:/handovers";
    }

    private void line(Actor by, Map<String, String> sent, int i, Map<ConcernRef, String> lines,
            List<Problem> problems) {
        var typed = tidy(sent, "ref-" + i);
        var line = tidy(sent, "line-" + i);
        if (line.isEmpty())
            return;
        if (line.length() > TellingCheck.LONG)
            problems.add(new Problem("line-" + i, "This must be %,d characters or fewer".formatted(TellingCheck.LONG)));
        var ref = reference(typed).filter(r -> handovers.knows(by, r));
        if (ref.isEmpty())
            problems.add(new Problem("ref-" + i, "Enter the reference of a concern you can open, such as C-7K2M-9Q"));
        else if (lines.putIfAbsent(ref.get(), line) != null)
            problems.add(new Problem("ref-" + i, "Enter each concern once"));
    }

    private static Optional<ConcernRef> reference(String typed) {
        try {
            return Optional.of(ConcernRef.of(typed));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    @PostMapping("/{id}/reading")
    String read(Actor by, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        handovers.read(by, id);
        frames.say(request, response, RotaNotice.HANDOVER_READ);
        return "redirect:/queue/waiting";
    }

    private String form(Actor by, Map<String, String> typed, UUID submission, List<Problem> problems,
            HttpServletRequest request, Model model) {
        var questions = new ArrayList<Question>();
        int filled = 0;
        for (int i = 0; i < MOST; i++)
            if (!tidy(typed, "ref-" + i).isEmpty() || !tidy(typed, "line-" + i).isEmpty())
                filled = i + 1;
        for (int i = 0; i < Math.min(MOST, filled + SPARE); i++) {
            questions.add(new Question.Line(field("ref-" + i, "Concern " + (i + 1) + ": reference", typed, problems),
                    "govuk-input--width-10", "", "off"));
            questions.add(new Question.Words(
                    field("line-" + i, "Concern " + (i + 1) + ": what the next officer needs to know", typed, problems),
                    3));
        }
        questions.add(new Question.Words(field("words", "Anything else", typed, problems)
                .withHint("Every officer can read this, so say nothing here of anyone a concern is about."), 3));
        model.addAttribute("page", FormPage
                .of(frames.of(request, by, "Hand over"), "/handovers", questions, problems, "Leave the handover",
                        "/handovers")
                .withIntro("What you write of a concern is seen by those who may see that concern, and by nobody else.")
                .withHidden(Map.of("submission", submission.toString())));
        return "layout/form";
    }

    private static Field field(String name, String label, Map<String, String> typed, List<Problem> problems) {
        return Field.of(name, label).withValue(typed.get(name)).withProblem(FormPage.problem(problems, name));
    }

    private static String tidy(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").replace("\r\n", "\n").strip();
    }
}
