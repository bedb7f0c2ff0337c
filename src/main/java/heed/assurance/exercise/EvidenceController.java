package heed.assurance.exercise;

import heed.assurance.evidence.Window;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Statements of evidence of one question: written, changed, accepted, set aside, taken back. */
@Controller
@RequestMapping("/assurance/returns/{ret}/questions/{question}/evidence")
class EvidenceController {
    private static final String WORDS = "words";
    private static final String FROM = "from";
    private static final String UNTIL = "until";

    private final ReturnReading reading;
    private final EvidenceWriting writing;
    private final Frames frames;

    EvidenceController(ReturnReading reading, EvidenceWriting writing, Frames frames) {
        this.reading = reading;
        this.writing = writing;
        this.frames = frames;
    }

    @GetMapping
    String ask(Actor by, @PathVariable UUID ret, @PathVariable String question, HttpServletRequest request,
            Model model) {
        var window = reading.forWriting(by, ret, question).opened().made().window();
        return page(by, ret, question, null, new ReturnForm(Map.of()), window, -1, null, request, model);
    }

    @PostMapping
    String write(Actor by, @PathVariable UUID ret, @PathVariable String question,
            @RequestParam Map<String, String> sent, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var form = new ReturnForm(sent);
        var words = form.words(WORDS, "Say what was done, and when", ReturnForm.LONG);
        var about = form.days(FROM, UNTIL);
        if (!form.right()) {
            response.setStatus(422);
            var window = reading.forWriting(by, ret, question).opened().made().window();
            return page(by, ret, question, null, form, window, -1, null, request, model);
        }
        writing.write(by, ret, question, words, about);
        frames.say(request, response, ReturnNotice.EVIDENCE_SAVED);
        return "redirect:" + ItemController.href(ret, question);
    }

    @GetMapping("/{statement}")
    String change(Actor by, @PathVariable UUID ret, @PathVariable String question, @PathVariable UUID statement,
            HttpServletRequest request, Model model) {
        var opened = writing.get(by, ret, question, statement);
        var s = opened.statement();
        var typed = new HashMap<String, String>(Map.of(WORDS, s.words()));
        if (s.typed() && !s.about().isEmpty()) {
            typed.putAll(ReturnForm.boxes(FROM, s.about().getFirst().from()));
            typed.putAll(ReturnForm.boxes(UNTIL, s.about().getFirst().to()));
        }
        return page(by, ret, question, statement, ReturnForm.begun(typed), opened.made().window(), s.version(), null,
                request, model);
    }

    @PostMapping("/{statement}")
    String save(Actor by, @PathVariable UUID ret, @PathVariable String question, @PathVariable UUID statement,
            @RequestParam Map<String, String> sent, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var opened = writing.get(by, ret, question, statement);
        var form = new ReturnForm(sent);
        var words = form.words(WORDS, "Say what was done, and when", ReturnForm.LONG);
        var about = form.days(FROM, UNTIL);
        int seen = ItemController.version(form.get("version"));
        if (!form.right()) {
            response.setStatus(422);
            return page(by, ret, question, statement, form, opened.made().window(), seen, null, request, model);
        }
        try {
            writing.change(by, ret, question, statement, seen, words, about);
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            response.setStatus(refused.kind().status());
            // One that stands no more cannot be changed: what was typed can be kept as a new one.
            return page(by, ret, question, opened.statement().state().live() ? statement : null, form,
                    opened.made().window(), opened.statement().version(), opened.statement(), request, model);
        }
        frames.say(request, response, ReturnNotice.EVIDENCE_SAVED);
        return "redirect:" + ItemController.href(ret, question);
    }

    @PostMapping("/{statement}/moving")
    String move(Actor by, @PathVariable UUID ret, @PathVariable String question, @PathVariable UUID statement,
            @RequestParam(defaultValue = "") String move, @RequestParam(required = false) @Nullable Integer version,
            HttpServletRequest request, HttpServletResponse response) {
        writing.move(by, ret, question, statement, move, version);
        frames.say(request, response, ReturnNotice.EVIDENCE_MOVED);
        return "redirect:" + ItemController.href(ret, question);
    }

    private String page(Actor by, UUID ret, String question, @Nullable UUID statement, ReturnForm form, Window window,
            int version, @Nullable Statement theirs, HttpServletRequest request, Model model) {
        var back = ItemController.href(ret, question);
        var page = FormPage.of(
                frames.of(request, by,
                        (statement == null ? "Add evidence for " : "Change evidence for ") + question),
                back + "/evidence" + (statement == null ? "" : "/" + statement),
                List.of(form.text(WORDS, "What was done, and when?",
                        "One thing that can be shown. Say when it happened, such as “in June” or “throughout 2026”.",
                        6),
                        new Question.More("Give the dates yourself (optional)", List.of(
                                new Question.Day(form.date(FROM, "First day it is about",
                                        "Only if the words do not say when, or are read wrongly.")),
                                new Question.Day(form.date(UNTIL, "Last day it is about (optional)", null))),
                                form.typed(FROM) || form.typed(UNTIL))),
                form.problems(), "Keep this evidence", back)
                .withIntro("Evidence has to be about " + ReturnWords.window(window) + ".")
                .withHidden(Map.of("version", Integer.toString(version)));
        if (theirs != null)
            page = page
                    .withWarning(theirs.state().live()
                            ? "Somebody else changed this meanwhile. Theirs is shown first; yours is below and not "
                                    + "kept yet."
                            : "Somebody else replaced this or took it back meanwhile. Yours is below: keep it only if "
                                    + "it is still needed, as a new statement.")
                    .withShown(List.of(SummaryRow.of(theirs.state().live() ? "Now kept" : "As it was", theirs.words()),
                            SummaryRow.of("State", theirs.state().words())));
        model.addAttribute("page", page);
        return "layout/form";
    }
}
