package heed.casework.call;

import heed.casework.ConcernRef;
import heed.casework.coding.CouncilLists;
import heed.casework.work.WorkLists;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Logging calls, what came of them, and the list of what is owed. */
@Controller
class CallController {
    private final Calls calls;
    private final WorkLists lists;
    private final CouncilLists council;
    private final Frames frames;
    private final LondonTime time;
    private final Clock clock;

    CallController(Calls calls, WorkLists lists, CouncilLists council, Frames frames, LondonTime time, Clock clock) {
        this.calls = calls;
        this.lists = lists;
        this.council = council;
        this.frames = frames;
        this.time = time;
        this.clock = clock;
    }

    @GetMapping("/follow-ups")
    String followUps(Actor by, HttpServletRequest request, Model model) {
        var all = calls.followUps(by);
        model.addAttribute("page", FollowUpsPage.of(frames.of(request, by, "Follow-ups"),
                lists.tabs(by, "/follow-ups"), all, clock.instant(), time));
        return "casework/call/follow-ups";
    }

    /** @param from "told" begins with what whoever told us says they did already */
    @GetMapping("/concerns/{ref}/calls")
    String logging(Actor by, @PathVariable ConcernRef ref, @RequestParam(defaultValue = "") String from,
            HttpServletRequest request, Model model) {
        var logging = calls.logging(by, ref);
        var form = from.equals("told") ? CallForm.of(logging.told()) : CallForm.blank(clock.instant());
        return form(by, ref, form, UUID.randomUUID().toString(), List.of(), request, model);
    }

    @PostMapping("/concerns/{ref}/calls")
    String log(Actor by, @PathVariable ConcernRef ref, @RequestParam UUID submission,
            @RequestParam Map<String, String> sent, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var form = new CallForm(sent);
        var problems = form.problems(clock.instant());
        var made = form.made().at();
        var whom = form.whom();
        if (!problems.isEmpty() || made == null || whom == null) {
            calls.logging(by, ref);
            response.setStatus(422);
            return form(by, ref, form, submission.toString(), problems, request, model);
        }
        calls.log(by, ref, submission, whom, made, form.details(), form.due(calls.usuallyDue(by, made)));
        frames.say(request, response, CallNotice.CALL_LOGGED);
        return "redirect:/concerns/" + ref;
    }

    private String form(Actor by, ConcernRef ref, CallForm form, String submission, List<Problem> problems,
            HttpServletRequest request, Model model) {
        var now = clock.instant();
        model.addAttribute("page",
                new CallPage(frames.of(request, by, "Log a call").withBack("/concerns/" + ref), ref.value(),
                        "Log a call", null, null, false, List.of(), List.of(), "/concerns/" + ref + "/calls",
                        Map.of("submission", submission), form.questions(now, calls.usuallyDue(by, now), problems),
                        problems, "Log this call"));
        return "casework/call/log";
    }

    @GetMapping("/concerns/{ref}/calls/{call}")
    String show(Actor by, @PathVariable ConcernRef ref, @PathVariable UUID call, HttpServletRequest request,
            Model model) {
        return show(by, calls.open(by, ref, call), StepForm.blank(clock.instant()), List.of(), null, request, model);
    }

    @PostMapping("/concerns/{ref}/calls/{call}")
    String step(Actor by, @PathVariable ConcernRef ref, @PathVariable UUID call,
            @RequestParam Map<String, String> sent, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var opened = calls.open(by, ref, call);
        var form = new StepForm(sent);
        var problems = form.problems(clock.instant(), opened.concern().subject(), council.now(by));
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return show(by, opened, form, problems, null, request, model);
        }
        try {
            calls.step(by, ref, call, seen(sent), Objects.requireNonNull(form.kind()),
                    Objects.requireNonNull(form.at()), form.code(), form.note());
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            response.setStatus(refused.kind().status());
            return show(by, calls.open(by, ref, call), form, List.of(),
                    "Someone else added to this call while you were writing. Nothing you typed is lost: it is below and has not been added.",
                    request, model);
        }
        frames.say(request, response, CallNotice.STEP_ADDED);
        return "redirect:/concerns/" + ref + "/calls/" + call;
    }

    private String show(Actor by, Calls.Opened opened, StepForm form, List<Problem> problems,
            @Nullable String warning, HttpServletRequest request, Model model) {
        var call = opened.call();
        var concern = opened.concern();
        var due = calls.due(by, concern, call);
        var now = clock.instant();
        var words = council.now(by);
        model.addAttribute("page", new CallPage(
                frames.of(request, by, "Call: " + call.whom().words()).withBack("/concerns/" + concern.ref()),
                concern.ref().value(), call.whom().words(), warning,
                due.map(d -> CallPage.owed(call, d, concern.subject(), now)).orElse(null),
                due.map(d -> now.isAfter(d.by())).orElse(false), rows(opened),
                CallPage.steps(call, opened.names(), words, time),
                "/concerns/" + concern.ref() + "/calls/" + call.id(),
                Map.of("seen", String.valueOf(call.steps().size())),
                form.questions(call, concern.subject(), words, problems), problems, "Add this"));
        return "casework/call/show";
    }

    private List<SummaryRow> rows(Calls.Opened opened) {
        return CallPage.rows(opened.call(), opened.names(), time);
    }

    private static int seen(Map<String, String> sent) {
        var seen = sent.getOrDefault("seen", "");
        return seen.matches("\\d{1,6}") ? Integer.parseInt(seen) : -1;
    }
}
