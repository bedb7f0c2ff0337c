package heed.casework.triage;

import heed.casework.ConcernRef;
import heed.casework.coding.CodingForm;
import heed.casework.coding.Codings;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Deciding what happens next. */
@Controller
@RequestMapping("/concerns/{ref}")
class DecisionController {
    private static final String FORM = "layout/form";

    private final Desk desk;
    private final Codings codings;
    private final Frames frames;

    DecisionController(Desk desk, Codings codings, Frames frames) {
        this.desk = desk;
        this.codings = codings;
        this.frames = frames;
    }

    @GetMapping("/decision")
    String decision(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        var deciding = desk.deciding(by, ref);
        var coded = codings.of(by, deciding.concern());
        model.addAttribute("page", decisionPage(by, deciding, new DecisionForm(Map.of(), coded.words()),
                CodingForm.of(coded), List.of(), null, request));
        return FORM;
    }

    @PostMapping("/decision")
    String decide(Actor by, @PathVariable ConcernRef ref, @RequestParam Map<String, String> sent,
            @RequestParam MultiValueMap<String, String> ticked, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var deciding = desk.deciding(by, ref);
        var coded = codings.of(by, deciding.concern());
        var form = new DecisionForm(sent, coded.words());
        var problems = new ArrayList<>(form.problems(deciding, caseRef -> desk.knowsCase(by, caseRef)));
        var coding = CodingForm.of(ticked);
        var about = deciding.concern().subject();
        problems.addAll(coding.problems(about, coded));
        if (!problems.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", decisionPage(by, deciding, form, coding, problems, null, request));
            return FORM;
        }
        try {
            // A form without the mark had no such questions, and leaves the coding as it is.
            desk.decide(by, ref, version(sent), form.decision(deciding), coding.seen(),
                    coding.seen() < 0 ? null : coding.wanted(about, coded));
        } catch (Refused refused) {
            if (refused.kind() == Refusal.NOT_FOUND)
                throw refused;
            response.setStatus(refused.kind().status());
            model.addAttribute("page",
                    decisionPage(by, desk.deciding(by, ref), form, coding, List.of(), desk.openToWork(by, ref),
                            request));
            return FORM;
        }
        frames.say(request, response, TriageNotice.DECIDED);
        return "redirect:/concerns/" + ref;
    }

    private FormPage decisionPage(Actor by, Desk.Deciding deciding, DecisionForm form, CodingForm coding,
            List<Problem> problems, Desk.@Nullable Opened changed,
            HttpServletRequest request) {
        var ref = deciding.concern().ref();
        var coded = codings.of(by, deciding.concern());
        var questions = new ArrayList<>(form.questions(deciding, problems));
        questions.add(new Question.More("Types and level",
                coding.typesAndLevel(deciding.concern().subject(), coded, problems),
                problems.stream().anyMatch(p -> p.field().startsWith("level"))));
        var seen = String.valueOf(coded.mark());
        var page = FormPage.of(frames.of(request, by, "Decide what happens next"), "/concerns/" + ref + "/decision",
                questions, problems, "Record decision", "/concerns/" + ref);
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of("Concern", ref.value()));
        deciding.people().stream().findFirst().ifPresent(p -> rows.add(SummaryRow.of("About", p.shown())));
        if (changed == null)
            return page.withShown(rows).withHidden(
                    Map.of("version", String.valueOf(deciding.concern().version()), "seen", seen));
        var c = changed.concern();
        rows.add(SummaryRow.of("Where it stands now", c.status().words()
                + (c.takenBy() == null
                        ? ""
                        : ", with " + changed.names().getOrDefault(c.takenBy(), "someone who has left"))));
        changed.decisions().stream().findFirst().ifPresent(d -> {
            rows.add(SummaryRow.of("Decided meanwhile",
                    d.outcome().words() + ", by " + changed.names().getOrDefault(d.by(), "someone who has left")));
            rows.add(SummaryRow.of("Their reasons", d.reasons()));
        });
        return page.withShown(rows)
                .withWarning(
                        "This concern changed while you were writing, or you no longer have it. Nothing you typed is lost: it is below, and nothing was recorded.")
                .withHidden(Map.of("version", String.valueOf(c.version()), "seen", seen));
    }

    private static int version(Map<String, String> sent) {
        var typed = sent.getOrDefault("version", "");
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }
}
