package heed.casework.triage;

import heed.casework.concern.Decision;
import heed.casework.concern.Typed;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Field;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of reasons under each decision, as a coordinator edits them. */
@Controller
@RequestMapping("/settings/decision-reasons")
class ReasonsController {
    private final Reasons reasons;
    private final Frames frames;

    ReasonsController(Reasons reasons, Frames frames) {
        this.reasons = reasons;
        this.frames = frames;
    }

    @GetMapping
    String show(Actor by, HttpServletRequest request, Model model) {
        return show(by, null, "", List.of(), request, model);
    }

    @PostMapping
    String add(Actor by, @RequestParam String outcome, @RequestParam java.util.Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var under = Typed.in(Decision.Outcome.class, outcome);
        if (under == null)
            throw Refusal.NOT_FOUND.because("no such decision");
        var label = sent.getOrDefault("label-" + under, "");
        try {
            reasons.add(by, under, label);
        } catch (Refused refused) {
            if (refused.kind() != Refusal.NOT_ALLOWED_NOW)
                throw refused;
            response.setStatus(422);
            var said = label.isBlank()
                    ? "Enter the reason"
                    : label.strip().length() > 200
                            ? "The reason must be 200 characters or fewer"
                            : "That reason is already in the list";
            return show(by, under, label, List.of(new Problem("label-" + under, said)), request, model);
        }
        frames.say(request, response, TriageNotice.REASONS_CHANGED);
        return "redirect:/settings/decision-reasons";
    }

    @PostMapping("/ending")
    String end(Actor by, @RequestParam Decision.Outcome outcome, @RequestParam String code, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        try {
            reasons.end(by, outcome, code);
        } catch (Refused refused) {
            if (refused.kind() != Refusal.NOT_ALLOWED_NOW)
                throw refused;
            response.setStatus(422);
            return show(by, outcome, "",
                    List.of(new Problem("label-" + outcome,
                            "Each decision needs at least one reason. Add another first")),
                    request, model);
        }
        frames.say(request, response, TriageNotice.REASONS_CHANGED);
        return "redirect:/settings/decision-reasons";
    }

    @PostMapping("/restoring")
    String restore(Actor by, @RequestParam Decision.Outcome outcome, @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        reasons.restore(by, outcome, code);
        frames.say(request, response, TriageNotice.REASONS_CHANGED);
        return "redirect:/settings/decision-reasons";
    }

    private String show(Actor by, Decision.@Nullable Outcome under, String typed, List<Problem> problems,
            HttpServletRequest request, Model model) {
        var all = reasons.list(by);
        var lists = Arrays.stream(Decision.Outcome.values())
                .map(o -> new ReasonsPage.ReasonList(o.name(), o.words(),
                        all.stream().filter(r -> r.outcome() == o).toList(),
                        new Field("label-" + o, "Add a reason", null, o == under ? typed : "",
                                problems.stream().filter(p -> p.field().equals("label-" + o)).map(Problem::text)
                                        .findFirst().orElse(null))))
                .toList();
        model.addAttribute("page", new ReasonsPage(frames.of(request, by, "Reasons for decisions"), lists, problems));
        return "casework/triage/reasons";
    }
}
