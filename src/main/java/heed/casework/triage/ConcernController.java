package heed.casework.triage;

import heed.casework.ConcernRef;
import heed.casework.allegation.Receiving;
import heed.casework.concern.Concern;
import heed.casework.correction.Corrections;
import heed.casework.escalation.FirstLooks;
import heed.casework.escalation.WhoWasTold;
import heed.casework.file.FilesPage;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.SummaryRow;
import heed.records.document.VirusCheck;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
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

/** A concern on the officers' side: one page to read it, and a small page for each move of it. */
@Controller
@RequestMapping("/concerns/{ref}")
class ConcernController {
    private static final String FORM = "layout/form";

    private final Desk desk;
    private final Background background;
    private final DeskFiles files;
    private final VirusCheck viruses;
    private final Receiving receiving;
    private final Corrections corrections;
    private final FirstLooks looks;
    private final WhoWasTold told;
    private final Frames frames;
    private final LondonTime time;
    private final Clock clock;

    ConcernController(Desk desk, Background background, DeskFiles files, VirusCheck viruses, Receiving receiving,
            Corrections corrections, FirstLooks looks, WhoWasTold told, Frames frames, LondonTime time, Clock clock) {
        this.desk = desk;
        this.background = background;
        this.files = files;
        this.viruses = viruses;
        this.receiving = receiving;
        this.corrections = corrections;
        this.looks = looks;
        this.told = told;
        this.frames = frames;
        this.time = time;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        var opened = desk.open(by, ref);
        var known = background.of(by, opened);
        var frame = frames.of(request, by, "Concern " + ref)
                .withBack(opened.reading() == null ? "/queue/waiting" : "/opened");
        model.addAttribute("page",
                ConcernPage.of(frame, by, opened, known, files.added(by, ref), clock.instant(),
                        receiving.of(by, opened.concern()), files.of(by, ref),
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

    @GetMapping("/handing-back")
    String handingBack(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        desk.deciding(by, ref);
        model.addAttribute("page",
                WordsForm.page(frames, by, ref, "Hand back to the queue", "/handing-back", "Hand back",
                        "What does the next officer need to know?",
                        "Optional.", "", null, request));
        return FORM;
    }

    @PostMapping("/handing-back")
    String handBack(Actor by, @PathVariable ConcernRef ref, @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var problem = WordsForm.tooLong(words);
        if (problem != null) {
            desk.deciding(by, ref);
            response.setStatus(422);
            model.addAttribute("page",
                    WordsForm.page(frames, by, ref, "Hand back to the queue", "/handing-back", "Hand back",
                            "What does the next officer need to know?", "Optional.", words, problem, request));
            return FORM;
        }
        try {
            desk.handBack(by, ref, words);
        } catch (Refused refused) {
            return movedOn(by, ref,
                    WordsForm.page(frames, by, ref, "Hand back to the queue", "/handing-back", "Hand back",
                            "What does the next officer need to know?", "Optional.", words, null, request),
                    refused, response,
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

    @GetMapping("/reopening")
    String reopening(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        desk.deciding(by, ref);
        model.addAttribute("page",
                WordsForm.page(frames, by, ref, "Reopen", "/reopening", "Reopen", "Why is it reopened?",
                        "The decision that was taken stays on record. You take it up.", "", null, request));
        return FORM;
    }

    @PostMapping("/reopening")
    String reopen(Actor by, @PathVariable ConcernRef ref, @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var problem = WordsForm.needed(words, "Enter why it is reopened");
        if (problem != null) {
            desk.deciding(by, ref);
            response.setStatus(422);
            model.addAttribute("page",
                    WordsForm.page(frames, by, ref, "Reopen", "/reopening", "Reopen", "Why is it reopened?",
                            "The decision that was taken stays on record. You take it up.", words, problem, request));
            return FORM;
        }
        try {
            desk.reopen(by, ref, words.replace("\r\n", "\n"));
        } catch (Refused refused) {
            return movedOn(by, ref,
                    WordsForm.page(frames, by, ref, "Reopen", "/reopening", "Reopen", "Why is it reopened?",
                            "The decision that was taken stays on record. You take it up.", words, null, request),
                    refused,
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
        var opened = desk.openToWork(by, ref);
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
}
