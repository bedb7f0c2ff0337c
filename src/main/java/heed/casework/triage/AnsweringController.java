package heed.casework.triage;

import heed.casework.ConcernRef;
import heed.casework.coding.CouncilLists;
import heed.casework.coding.Vocabulary;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing back to whoever told us, offering them support, and adding notes. */
@Controller
@RequestMapping("/concerns/{ref}")
class AnsweringController {
    private static final String FORM = "layout/form";

    private final Desk desk;
    private final Answering answering;
    private final CouncilLists lists;
    private final Frames frames;
    private final LondonTime time;

    AnsweringController(Desk desk, Answering answering, CouncilLists lists, Frames frames, LondonTime time) {
        this.desk = desk;
        this.answering = answering;
        this.lists = lists;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping("/feedback")
    String feedback(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        var written = desk.openToWork(by, ref).feedback().size();
        model.addAttribute("page", feedbackPage(by, ref, "", written, null, request));
        return FORM;
    }

    @PostMapping("/feedback")
    String writeBack(Actor by, @PathVariable ConcernRef ref, @RequestParam(defaultValue = "") String words,
            @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var problem = WordsForm.needed(words, "Enter what you want to say to them");
        if (problem != null) {
            desk.deciding(by, ref);
            response.setStatus(422);
            model.addAttribute("page", feedbackPage(by, ref, words, letters(sent), problem, request));
            return FORM;
        }
        try {
            answering.writeBack(by, ref, words.replace("\r\n", "\n"), letters(sent));
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            var opened = desk.openToWork(by, ref);
            var seen = letters(sent);
            var rows = opened.feedback().stream().skip(seen == null ? 0 : seen).map(f -> SummaryRow.of(
                    "Written " + time.dayAndTime(f.at()) + " by "
                            + opened.names().getOrDefault(f.by(), "someone who has left"),
                    f.words())).toList();
            response.setStatus(refused.kind().status());
            model.addAttribute("page", feedbackPage(by, ref, words, opened.feedback().size(), null, request)
                    .withShown(rows)
                    .withWarning(
                            "They were written to while you were writing. Nothing you typed is lost, and it has not been sent. Send it only if it is still needed."));
            return FORM;
        }
        frames.say(request, response, TriageNotice.WRITTEN);
        return "redirect:/concerns/" + ref;
    }

    private FormPage feedbackPage(Actor by, ConcernRef ref, String words, @Nullable Integer written,
            @Nullable String problem, HttpServletRequest request) {
        return WordsForm.page(frames, by, ref, "Write to whoever told us", "/feedback", "Send", "Your message",
                "Thank them. Say whether it was referred, what they should do now, whether it is safe to go back alone, and when to ring. "
                        + "Do not tell them what is private to the people in it.",
                words, problem, request).withHidden(written == null ? Map.of() : Map.of("written", written.toString()));
    }

    @GetMapping("/support")
    String support(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        model.addAttribute("page", supportPage(by, desk.openToWork(by, ref), null, request));
        return FORM;
    }

    @PostMapping("/support")
    String offer(Actor by, @PathVariable ConcernRef ref, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var was = offers(by, sent, "was-", Set.of());
        var offers = offers(by, sent, "support-", was.keySet());
        try {
            answering.offer(by, ref, offers, was);
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            response.setStatus(refused.kind().status());
            model.addAttribute("page", supportPage(by, desk.openToWork(by, ref), offers, request));
            return FORM;
        }
        frames.say(request, response, TriageNotice.SUPPORT_RECORDED);
        return "redirect:/concerns/" + ref;
    }

    /** What was answered: of what is offered now, and of what was recorded before it ended. */
    private Map<String, SupportOffers.Taken> offers(Actor by, Map<String, String> sent, String prefix,
            Set<String> recorded) {
        var words = lists.now(by);
        var now = words.support().stream().map(Vocabulary.Term::code).toList();
        var offers = new LinkedHashMap<String, SupportOffers.Taken>();
        for (var listed : words.everSupport()) {
            if (prefix.equals("support-") && !now.contains(listed.code()) && !recorded.contains(listed.code()))
                continue;
            var taken = heed.casework.concern.Typed.in(SupportOffers.Taken.class,
                    sent.getOrDefault(prefix + listed.code(), ""));
            if (taken != null)
                offers.put(listed.code(), taken);
        }
        return offers;
    }

    /** What was offered; {@code typed} where somebody else recorded other offers while this was filled in. */
    private FormPage supportPage(Actor by, Desk.Opened opened, @Nullable Map<String, SupportOffers.Taken> typed,
            HttpServletRequest request) {
        var ref = opened.concern().ref();
        var now = opened.support().stream()
                .collect(Collectors.toMap(SupportOffers.Offer::code, SupportOffers.Offer::taken));
        var words = lists.now(by);
        var offered = words.support().stream().map(Vocabulary.Term::code).toList();
        var questions = words.everSupport().stream()
                .filter(listed -> offered.contains(listed.code()) || now.containsKey(listed.code()))
                .<Question>map(listed -> {
                    var taken = (typed == null ? now : typed).get(listed.code());
                    var choices = new ArrayList<Choice>();
                    choices.add(Choice.of("", "Not offered", taken == null));
                    for (var each : SupportOffers.Taken.values())
                        choices.add(Choice.of(each.name(), "Offered: " + each.words().toLowerCase(java.util.Locale.UK),
                                each == taken));
                    return new Question.Select(Field.of("support-" + listed.code(), listed.label()),
                            now.get(listed.code()) == null ? choices : choices.subList(1, choices.size()));
                }).toList();
        var hidden = now.entrySet().stream()
                .collect(Collectors.toMap(e -> "was-" + e.getKey(), e -> e.getValue().name()));
        var page = FormPage
                .of(frames.of(request, by, "Support for whoever told us"), "/concerns/" + ref + "/support", questions,
                        List.of(), "Save",
                        "/concerns/" + ref)
                .withIntro("Seeing or hearing these things is hard. Record what you offered and whether they took it.")
                .withHidden(hidden);
        return typed == null
                ? page
                : page.withShown(opened.support().stream().map(o -> SummaryRow.of(words.support(o.code()),
                        "Now recorded as: " + o.taken().words())).toList())
                        .withWarning(
                                "Someone else recorded support while you were. What is recorded now is shown first. What you chose is below and has not been saved.");
    }

    @GetMapping("/addenda")
    String adding(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        desk.deciding(by, ref);
        model.addAttribute("page", addingPage(by, ref, "", UUID.randomUUID(), null, request));
        return FORM;
    }

    @PostMapping("/addenda")
    String add(Actor by, @PathVariable ConcernRef ref, @RequestParam(defaultValue = "") String words,
            @RequestParam UUID submission,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var problem = WordsForm.needed(words, "Enter your note");
        if (problem != null) {
            desk.deciding(by, ref);
            response.setStatus(422);
            model.addAttribute("page", addingPage(by, ref, words, submission, problem, request));
            return FORM;
        }
        answering.add(by, ref, submission, words.replace("\r\n", "\n"));
        frames.say(request, response, TriageNotice.ADDED);
        return "redirect:/concerns/" + ref;
    }

    private FormPage addingPage(Actor by, ConcernRef ref, String words, UUID submission, @Nullable String problem,
            HttpServletRequest request) {
        return WordsForm.page(frames, by, ref, "Add a note", "/addenda", "Add", "Your note",
                "What was told does not change. Notes are dated and kept.", words, problem,
                request).withHidden(Map.of("submission", submission.toString()));
    }

    private static @Nullable Integer letters(Map<String, String> sent) {
        var written = sent.getOrDefault("written", "");
        return written.matches("\\d{1,6}") ? Integer.valueOf(written) : null;
    }
}
