package heed.casework.advice;

import heed.casework.AdviceRef;
import heed.casework.concern.TellingCheck;
import heed.casework.work.WorkLists;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Pager;
import heed.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
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

/** Giving advice, and recording what was advised by telephone. */
@Controller
@RequestMapping("/advice-desk")
class AdviceDeskController {
    private static final String OTHER = "other";

    private final AdviceDesk desk;
    private final WorkLists lists;
    private final Frames frames;
    private final LondonTime time;

    AdviceDeskController(AdviceDesk desk, WorkLists lists, Frames frames, LondonTime time) {
        this.desk = desk;
        this.lists = lists;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping
    String waiting(Actor by, @RequestParam(defaultValue = "1") int page, HttpServletRequest request, Model model) {
        return list(by, false, page, request, model);
    }

    @GetMapping("/answered")
    String answered(Actor by, @RequestParam(defaultValue = "1") int page, HttpServletRequest request, Model model) {
        return list(by, true, page, request, model);
    }

    private String list(Actor by, boolean answered, int page, HttpServletRequest request, Model model) {
        int shown = Math.clamp(page, 1, 10_000);
        var listed = desk.listed(by, answered, shown);
        long all = answered ? listed.answered() : listed.waiting();
        var path = answered ? "/advice-desk/answered" : "/advice-desk";
        var more = (long) shown * AdviceDesk.PAGE < all;
        var pager = shown == 1 && !more
                ? null
                : new Pager(shown == 1 ? null : path + "?page=" + (shown - 1),
                        more ? path + "?page=" + (shown + 1) : null, listed.advice().size() + " shown of " + all);
        model.addAttribute("page",
                new AdviceListPage(frames.of(request, by, answered ? "Advice given" : "Advice asked"),
                        lists.tabs(by, "/advice-desk"), all == 1 ? "1 question" : all + " questions", answered,
                        listed.advice().stream().map(a -> AdviceListPage.row(a, false, listed.names(), time)).toList(),
                        pager));
        return "casework/advice/list";
    }

    @GetMapping("/{ref}")
    String show(Actor by, @PathVariable AdviceRef ref, HttpServletRequest request, Model model) {
        return show(by, desk.open(by, ref), "", List.of(), null, request, model);
    }

    @PostMapping("/{ref}/answer")
    String answer(Actor by, @PathVariable AdviceRef ref, @RequestParam(defaultValue = "") String words,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var problem = words.isBlank()
                ? "Enter your advice"
                : words.length() > TellingCheck.LONG
                        ? "Your advice must be %,d characters or fewer".formatted(TellingCheck.LONG)
                        : null;
        if (problem != null) {
            response.setStatus(422);
            return show(by, desk.open(by, ref), words, List.of(new Problem("words", problem)), null, request, model);
        }
        try {
            desk.answer(by, ref, words.replace("\r\n", "\n"));
        } catch (Refused refused) {
            if (refused.kind() == Refusal.NOT_FOUND)
                throw refused;
            response.setStatus(refused.kind().status());
            return show(by, desk.open(by, ref), words, List.of(), refused.kind() == Refusal.MOVED_ON
                    ? "Someone else answered while you were writing. Their answer is shown; what you typed is below it and has not been sent."
                    : "You asked this yourself, so someone else has to answer it.", request, model);
        }
        frames.say(request, response, AdviceNotice.ADVICE_SENT);
        return "redirect:/advice-desk/" + ref;
    }

    private String show(Actor by, AdviceDesk.Opened opened, String typed, List<Problem> problems,
            @Nullable String warning, HttpServletRequest request, Model model) {
        var asked = opened.advice().askedBy();
        var mine = asked != null && by.is(asked);
        var writes = !typed.isEmpty() || opened.advice().answer() == null && !mine;
        var field = new Field("words", warning == null ? "Your advice" : "What you typed",
                "Say what they should do now, and whether it should be raised as a concern.", typed,
                FormPage.problem(problems, "words"));
        model.addAttribute("page",
                AdvicePage.of(frames.of(request, by, "Advice " + opened.advice().ref()).withBack("/advice-desk"),
                        opened, false, warning, writes ? field : null, problems, time));
        return "casework/advice/show";
    }

    @PostMapping("/{ref}/concern")
    String carry(Actor by, @PathVariable AdviceRef ref, HttpServletRequest request, HttpServletResponse response) {
        var draft = desk.carry(by, ref);
        frames.say(request, response, AdviceNotice.CARRIED_INTO_CONCERN);
        return "redirect:/raise/" + draft + "/danger";
    }

    @GetMapping("/recording")
    String recording(Actor by, HttpServletRequest request, Model model) {
        desk.colleagues(by, "");
        return recording(by, new AskingForm(Map.of()), List.of(), UUID.randomUUID(), List.of(), request, model);
    }

    @PostMapping("/recording")
    String record(Actor by, @RequestParam UUID submission, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var form = new AskingForm(sent);
        var colleagues = colleagues(by, form);
        var problems = form.recordedProblems(colleagues);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return recording(by, form, colleagues, submission, problems, request, model);
        }
        var picked = form.get("colleague");
        var colleague = colleagues.isEmpty() || picked.equals(OTHER) ? null : UUID.fromString(picked);
        var ref = desk.record(by, submission, colleague, colleague == null ? form.get("who").strip() : "",
                form.asking(), form.get("advised"));
        frames.say(request, response,
                ref == null ? AdviceNotice.ADVICE_RECORDED_APART : AdviceNotice.ADVICE_RECORDED);
        return ref == null ? "redirect:/advice-desk/answered" : "redirect:/advice-desk/" + ref;
    }

    private String recording(Actor by, AskingForm form, List<Choice> colleagues, UUID submission,
            List<Problem> problems, HttpServletRequest request, Model model) {
        model.addAttribute("page",
                FormPage.of(frames.of(request, by, "Record advice you gave"), "/advice-desk/recording",
                        form.recorded(colleagues, problems), problems, "Record it", "/advice-desk")
                        .withIntro("For advice given by telephone or face to face.")
                        .withHidden(Map.of("submission", submission.toString())));
        return "layout/form";
    }

    /** Colleagues of the name that was typed, and somebody else; empty where nobody has such a name. */
    private List<Choice> colleagues(Actor by, AskingForm form) {
        var found = desk.colleagues(by, form.get("who"));
        if (found.isEmpty())
            return List.of();
        var choices = new ArrayList<Choice>();
        found.forEach(c -> choices.add(new Choice(c.id().toString(), c.name(), c.post(),
                c.id().toString().equals(form.get("colleague")))));
        choices.add(Choice.of(OTHER, "Someone else", OTHER.equals(form.get("colleague"))));
        return choices;
    }
}
