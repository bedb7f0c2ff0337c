package heed.casework.triage;

import heed.casework.ConcernRef;
import heed.casework.allegation.Receiving;
import heed.casework.concern.Concern;
import heed.casework.concern.TellingCheck;
import heed.casework.correction.Corrections;
import heed.casework.escalation.FirstLooks;
import heed.casework.escalation.WhoWasTold;
import heed.casework.file.FilesPage;
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
import heed.records.document.VirusCheck;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** A concern on the officers' side: one page to read it, and a small page for each thing that can be done. */
@Controller
@RequestMapping("/concerns/{ref}")
class ConcernController {
    private static final String FORM = "layout/form";

    private final Desk desk;
    private final DeskFiles files;
    private final VirusCheck viruses;
    private final Receiving receiving;
    private final Corrections corrections;
    private final FirstLooks looks;
    private final WhoWasTold told;
    private final Frames frames;
    private final LondonTime time;

    ConcernController(Desk desk, DeskFiles files, VirusCheck viruses, Receiving receiving, Corrections corrections,
            FirstLooks looks, WhoWasTold told, Frames frames, LondonTime time) {
        this.desk = desk;
        this.files = files;
        this.viruses = viruses;
        this.receiving = receiving;
        this.corrections = corrections;
        this.looks = looks;
        this.told = told;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping
    String show(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        var opened = desk.open(by, ref);
        var frame = frames.of(request, by, "Concern " + ref).withBack("/queue/waiting");
        model.addAttribute("page",
                ConcernPage.of(frame, by, opened, receiving.of(by, opened.concern()), files.of(by, ref),
                        FilesPage.unchecked(viruses), time, UUID.randomUUID(),
                        corrections.waits(by, opened.concern()),
                        looks.of(by, List.of(opened.concern())).get(opened.concern().id()),
                        told.of(by, opened.concern())));
        return "casework/triage/concern";
    }

    @PostMapping("/taking-up")
    String takeUp(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, HttpServletResponse response) {
        try {
            desk.takeUp(by, ref);
            frames.say(request, response, TriageNotice.TAKEN_UP);
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            frames.say(request, response, TriageNotice.TAKEN_BY_ANOTHER);
        }
        return "redirect:/concerns/" + ref;
    }

    @GetMapping("/decision")
    String decision(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        var deciding = desk.deciding(by, ref);
        model.addAttribute("page", decisionPage(by, deciding, new DecisionForm(Map.of()), List.of(), null, request));
        return FORM;
    }

    @PostMapping("/decision")
    String decide(Actor by, @PathVariable ConcernRef ref, @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var deciding = desk.deciding(by, ref);
        var form = new DecisionForm(sent);
        var problems = form.problems(deciding, caseRef -> desk.knowsCase(by, caseRef));
        if (!problems.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", decisionPage(by, deciding, form, problems, null, request));
            return FORM;
        }
        try {
            desk.decide(by, ref, version(sent), form.decision(deciding));
        } catch (Refused refused) {
            if (refused.kind() == Refusal.NOT_FOUND)
                throw refused;
            response.setStatus(refused.kind().status());
            model.addAttribute("page",
                    decisionPage(by, desk.deciding(by, ref), form, List.of(), desk.open(by, ref), request));
            return FORM;
        }
        frames.say(request, response, TriageNotice.DECIDED);
        return "redirect:/concerns/" + ref;
    }

    private FormPage decisionPage(Actor by, Desk.Deciding deciding, DecisionForm form, List<Problem> problems,
            Desk.@Nullable Opened changed,
            HttpServletRequest request) {
        var ref = deciding.concern().ref();
        var page = FormPage.of(frames.of(request, by, "Decide what happens next"), "/concerns/" + ref + "/decision",
                form.questions(deciding, problems), problems, "Record decision", "/concerns/" + ref);
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of("Concern", ref.value()));
        deciding.people().stream().findFirst().ifPresent(p -> rows.add(SummaryRow.of("About", p.shown())));
        if (changed == null)
            return page.withShown(rows).withHidden(Map.of("version", String.valueOf(deciding.concern().version())));
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
                .withHidden(Map.of("version", String.valueOf(c.version())));
    }

    @GetMapping("/handing-back")
    String handingBack(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        desk.deciding(by, ref);
        model.addAttribute("page",
                wordsPage(by, ref, "Hand back to the queue", "/handing-back", "Hand back",
                        "What does the next officer need to know?",
                        "Optional.", "", null, request));
        return FORM;
    }

    @PostMapping("/handing-back")
    String handBack(Actor by, @PathVariable ConcernRef ref, @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var problem = tooLong(words);
        if (problem != null) {
            desk.deciding(by, ref);
            response.setStatus(422);
            model.addAttribute("page", wordsPage(by, ref, "Hand back to the queue", "/handing-back", "Hand back",
                    "What does the next officer need to know?", "Optional.", words, problem, request));
            return FORM;
        }
        try {
            desk.handBack(by, ref, words);
        } catch (Refused refused) {
            return movedOn(by, ref, wordsPage(by, ref, "Hand back to the queue", "/handing-back", "Hand back",
                    "What does the next officer need to know?", "Optional.", words, null, request), refused, response,
                    model);
        }
        frames.say(request, response, TriageNotice.HANDED_BACK);
        return "redirect:/queue/waiting";
    }

    @GetMapping("/standing-aside")
    String standingAside(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        desk.deciding(by, ref);
        model.addAttribute("page", FormPage
                .of(frames.of(request, by, "I know this person"), "/concerns/" + ref + "/standing-aside", List.of(),
                        List.of(),
                        "Stand aside", "/concerns/" + ref)
                .withIntro(
                        "Stand aside if you know someone in it outside work, or manage or are managed by them. Another officer is told at once.")
                .withWarning(
                        "You will no longer be able to open or find this concern. This cannot be undone."));
        return FORM;
    }

    @PostMapping("/standing-aside")
    String standAside(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request,
            HttpServletResponse response) {
        desk.standAside(by, ref);
        frames.say(request, response, TriageNotice.STOOD_ASIDE);
        return "redirect:/queue/waiting";
    }

    @GetMapping("/feedback")
    String feedback(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        var written = desk.open(by, ref).feedback().size();
        model.addAttribute("page", feedbackPage(by, ref, "", written, null, request));
        return FORM;
    }

    @PostMapping("/feedback")
    String writeBack(Actor by, @PathVariable ConcernRef ref, @RequestParam(defaultValue = "") String words,
            @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var problem = needed(words, "Enter what you want to say to them");
        if (problem != null) {
            desk.deciding(by, ref);
            response.setStatus(422);
            model.addAttribute("page", feedbackPage(by, ref, words, letters(sent), problem, request));
            return FORM;
        }
        try {
            desk.writeBack(by, ref, words.replace("\r\n", "\n"), letters(sent));
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            var opened = desk.open(by, ref);
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
        return wordsPage(by, ref, "Write to whoever told us", "/feedback", "Send", "Your message",
                "Thank them. Say whether it was referred, what they should do now, whether it is safe to go back alone, and when to ring. "
                        + "Do not tell them what is private to the people in it.",
                words, problem, request).withHidden(written == null ? Map.of() : Map.of("written", written.toString()));
    }

    @GetMapping("/support")
    String support(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        model.addAttribute("page", supportPage(by, desk.open(by, ref), null, request));
        return FORM;
    }

    @PostMapping("/support")
    String offer(Actor by, @PathVariable ConcernRef ref, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var offers = offers(sent, "support-");
        try {
            desk.offer(by, ref, offers, offers(sent, "was-"));
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            response.setStatus(refused.kind().status());
            model.addAttribute("page", supportPage(by, desk.open(by, ref), offers, request));
            return FORM;
        }
        frames.say(request, response, TriageNotice.SUPPORT_RECORDED);
        return "redirect:/concerns/" + ref;
    }

    private static Map<String, SupportOffers.Taken> offers(Map<String, String> sent, String prefix) {
        var offers = new LinkedHashMap<String, SupportOffers.Taken>();
        for (var listed : ShippedLists.support()) {
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
        var questions = ShippedLists.support().stream().<Question>map(listed -> {
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
                : page.withShown(opened.support().stream().map(o -> SummaryRow.of(ShippedLists.support(o.code()),
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
        var problem = needed(words, "Enter your note");
        if (problem != null) {
            desk.deciding(by, ref);
            response.setStatus(422);
            model.addAttribute("page", addingPage(by, ref, words, submission, problem, request));
            return FORM;
        }
        desk.add(by, ref, submission, words.replace("\r\n", "\n"));
        frames.say(request, response, TriageNotice.ADDED);
        return "redirect:/concerns/" + ref;
    }

    private FormPage addingPage(Actor by, ConcernRef ref, String words, UUID submission, @Nullable String problem,
            HttpServletRequest request) {
        return wordsPage(by, ref, "Add a note", "/addenda", "Add", "Your note",
                "What was told does not change. Notes are dated and kept.", words, problem,
                request).withHidden(Map.of("submission", submission.toString()));
    }

    @GetMapping("/reopening")
    String reopening(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        desk.deciding(by, ref);
        model.addAttribute("page", wordsPage(by, ref, "Reopen", "/reopening", "Reopen", "Why is it reopened?",
                "The decision that was taken stays on record. You take it up.", "", null, request));
        return FORM;
    }

    @PostMapping("/reopening")
    String reopen(Actor by, @PathVariable ConcernRef ref, @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var problem = needed(words, "Enter why it is reopened");
        if (problem != null) {
            desk.deciding(by, ref);
            response.setStatus(422);
            model.addAttribute("page", wordsPage(by, ref, "Reopen", "/reopening", "Reopen", "Why is it reopened?",
                    "The decision that was taken stays on record. You take it up.", words, problem, request));
            return FORM;
        }
        try {
            desk.reopen(by, ref, words.replace("\r\n", "\n"));
        } catch (Refused refused) {
            return movedOn(by, ref, wordsPage(by, ref, "Reopen", "/reopening", "Reopen", "Why is it reopened?",
                    "The decision that was taken stays on record. You take it up.", words, null, request), refused,
                    response, model);
        }
        frames.say(request, response, TriageNotice.REOPENED);
        return "redirect:/concerns/" + ref;
    }

    /** Somebody else was first: shows what they did and what was typed here, which can still be kept as a note. */
    private String movedOn(Actor by, ConcernRef ref, FormPage page, Refused refused, HttpServletResponse response,
            Model model) {
        if (refused.kind() == Refusal.NOT_FOUND)
            throw refused;
        var opened = desk.open(by, ref);
        var concern = opened.concern();
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of("Concern", ref.value()));
        rows.add(SummaryRow.of("Where it stands now", concern.status().words() + (concern.takenBy() == null
                ? ""
                : ", with " + opened.names().getOrDefault(concern.takenBy(), "someone who has left"))));
        if (!opened.history().isEmpty()) {
            var last = opened.history().stream().max(Comparator.comparing(Concern.Entry::at)
                    .thenComparing(Concern.Entry::act)).orElseThrow();
            rows.add(SummaryRow.of(last.act().words() + " " + time.dayAndTime(last.at()) + " by "
                    + opened.names().getOrDefault(last.by(), "someone who has left"),
                    last.note() == null || last.note().isBlank() ? "No note" : last.note()));
        }
        response.setStatus(refused.kind().status());
        model.addAttribute("page", new FormPage(page.frame(), page.title(), null,
                "Someone else changed this first, so this was not done. Nothing you typed is lost: it is below, and you can keep it as a note.",
                rows, "/concerns/" + ref + "/addenda", Map.of("submission", UUID.randomUUID().toString()),
                page.questions(), List.of(), "Keep it as a note", "/concerns/" + ref));
        return FORM;
    }

    private static @Nullable Integer letters(Map<String, String> sent) {
        var written = sent.getOrDefault("written", "");
        return written.matches("\\d{1,6}") ? Integer.valueOf(written) : null;
    }

    private FormPage wordsPage(Actor by, ConcernRef ref, String title, String path, String button, String label,
            String hint, String words,
            @Nullable String problem, HttpServletRequest request) {
        var problems = problem == null ? List.<Problem>of() : List.of(new Problem("words", problem));
        return FormPage.of(frames.of(request, by, title), "/concerns/" + ref + path,
                List.of(new Question.Words(new Field("words", label, hint, words, problem), 8)), problems, button,
                "/concerns/" + ref)
                .withShown(List.of(SummaryRow.of("Concern", ref.value())));
    }

    private static @Nullable String needed(String words, String message) {
        return words.isBlank() ? message : tooLong(words);
    }

    private static @Nullable String tooLong(String words) {
        return words.length() <= TellingCheck.LONG
                ? null
                : "This must be %,d characters or fewer. It is %,d".formatted(TellingCheck.LONG, words.length());
    }

    private static int version(Map<String, String> sent) {
        var typed = sent.getOrDefault("version", "");
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }
}
