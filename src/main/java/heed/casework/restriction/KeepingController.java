package heed.casework.restriction;

import heed.access.Permission;
import heed.casework.ConcernRef;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.StepUp;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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

/** Keeping somebody from a concern, letting them back, and letting somebody read it for a time. */
@Controller
@RequestMapping("/concerns/{ref}/access")
class KeepingController {
    private static final String BECAUSE = "because";
    private static final String UNTIL = "until";
    private static final String WHOM_NOT = "Who must not see it?";
    private static final String WHOM = "Who can read it?";

    private final Restriction restriction;
    private final Reach reach;
    private final StaffPick pick;
    private final Forms forms;
    private final Frames frames;
    private final LondonTime time;
    private final Clock clock;

    KeepingController(Restriction restriction, Reach reach, StaffPick pick, Forms forms, Frames frames,
            LondonTime time, Clock clock) {
        this.restriction = restriction;
        this.reach = reach;
        this.pick = pick;
        this.forms = forms;
        this.frames = frames;
        this.time = time;
        this.clock = clock;
    }

    @GetMapping("/keeping")
    String askKeeping(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        restriction.choosing(by, ref);
        model.addAttribute("page", keeping(by, ref, pick.ask(WHOM_NOT), Map.of(), List.of(), request));
        return Forms.FORM;
    }

    @PostMapping("/keeping")
    String keep(Actor by, @PathVariable ConcernRef ref, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        restriction.choosing(by, ref);
        var picked = pick.read(by, WHOM_NOT, sent);
        var problems = new ArrayList<>(picked.problems());
        if (picked.staff().filter(by::is).isPresent())
            problems.add(new Problem("name", "This is you. Go back and choose “I know this person”"));
        var because = KeptBecause.chosen(sent.getOrDefault(BECAUSE, ""));
        if (because.isEmpty())
            problems.add(new Problem(BECAUSE, "Choose why"));
        var why = because.filter(b -> b == KeptBecause.OTHER).isPresent()
                ? Forms.why(sent, problems)
                : Forms.note(sent, problems);
        if (!problems.isEmpty() || picked.staff().isEmpty() || because.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", keeping(by, ref, picked.questions(), sent, problems, request));
            return Forms.FORM;
        }
        restriction.keepFrom(by, ref, picked.staff().get(), because.get(), why);
        frames.say(request, response, RestrictionNotice.KEPT_FROM);
        return "redirect:/concerns/" + ref + "/access";
    }

    @StepUp
    @GetMapping("/kept/{staff}/lifting")
    String askLetBack(Actor by, @PathVariable ConcernRef ref, @PathVariable UUID staff, HttpServletRequest request,
            Model model) {
        model.addAttribute("page", lettingBack(by, ref, staff, Map.of(), List.of(), request));
        return Forms.FORM;
    }

    @StepUp
    @PostMapping("/kept/{staff}/lifting")
    String letBack(Actor by, @PathVariable ConcernRef ref, @PathVariable UUID staff,
            @RequestParam Map<String, String> sent, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var problems = new ArrayList<Problem>();
        var why = Forms.why(sent, problems);
        var page = lettingBack(by, ref, staff, sent, problems, request);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", page);
            return Forms.FORM;
        }
        restriction.letBack(by, ref, staff, why);
        frames.say(request, response, RestrictionNotice.LET_BACK);
        return "redirect:/concerns/" + ref + "/access";
    }

    @GetMapping("/opening")
    String askOpening(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        by.must(Permission.RESTRICT);
        restriction.choosing(by, ref);
        model.addAttribute("page", opening(by, ref, pick.ask(WHOM), Map.of(), List.of(), request));
        return Forms.FORM;
    }

    @PostMapping("/opening")
    String open(Actor by, @PathVariable ConcernRef ref, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.RESTRICT);
        restriction.choosing(by, ref);
        var picked = pick.read(by, WHOM, sent);
        var problems = new ArrayList<>(picked.problems());
        var until = until(sent.getOrDefault(UNTIL, ""));
        if (until.isEmpty())
            problems.add(new Problem(UNTIL, "Choose until when"));
        var why = Forms.why(sent, problems);
        if (picked.staff().filter(who -> reach.keptFrom(by, ref, who)).isPresent())
            problems.add(new Problem("name", "This concern is kept from them"));
        if (!problems.isEmpty() || picked.staff().isEmpty() || until.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", opening(by, ref, picked.questions(), sent, problems, request));
            return Forms.FORM;
        }
        restriction.open(by, ref, picked.staff().get(), until.get(), why);
        frames.say(request, response, RestrictionNotice.OPENED);
        return "redirect:/concerns/" + ref + "/access";
    }

    @PostMapping("/opened/{staff}/closing")
    String close(Actor by, @PathVariable ConcernRef ref, @PathVariable UUID staff, HttpServletRequest request,
            HttpServletResponse response) {
        restriction.close(by, ref, staff);
        frames.say(request, response, RestrictionNotice.CLOSED);
        return "redirect:/concerns/" + ref + "/access";
    }

    private FormPage keeping(Actor by, ConcernRef ref, List<Question> whom, Map<String, String> sent,
            List<Problem> problems, HttpServletRequest request) {
        var questions = new ArrayList<>(whom);
        var because = sent.getOrDefault(BECAUSE, "");
        questions.add(new Question.Pick(
                Field.of(BECAUSE, "Why?").withProblem(FormPage.problem(problems, BECAUSE)),
                KeptBecause.choices().stream()
                        .map(k -> Choice.of(k.name(), k.words(), k.name().equals(because))).toList(),
                false));
        questions.add(Forms.why("Anything the next officer should know (optional)", sent, problems));
        return forms.page(by, ref, "Keep somebody from it", "/keeping", questions, problems, "Keep it from them",
                request)
                .withIntro(
                        "Whatever their role, they no longer find it from their next click on, and get no mail about it. They are not told.");
    }

    private FormPage lettingBack(Actor by, ConcernRef ref, UUID staff, Map<String, String> sent,
            List<Problem> problems, HttpServletRequest request) {
        var kept = reach.barred(by, ref, staff)
                .orElseThrow(() -> Refusal.MOVED_ON.because("not kept from them any more"));
        var page = forms.page(by, ref, "Let them back", "/kept/" + staff + "/lifting",
                List.of(Forms.why("Why can they see it now?", sent, problems)), problems, "Let them back", request);
        return page.withShown(List.of(SummaryRow.of("Concern", ref.value()), SummaryRow.of("Kept from", kept.name()),
                SummaryRow.of("Because", KeptBecause.words(kept.reason()))));
    }

    private FormPage opening(Actor by, ConcernRef ref, List<Question> whom, Map<String, String> sent,
            List<Problem> problems, HttpServletRequest request) {
        var questions = new ArrayList<>(whom);
        var until = sent.getOrDefault(UNTIL, "");
        var choices = new ArrayList<Choice>();
        spans().forEach((code, span) -> choices.add(new Choice(code, span.words(),
                "To the end of " + time.day(span.until().minusSeconds(1)), code.equals(until))));
        questions.add(new Question.Pick(Field.of(UNTIL, "Until when?").withProblem(FormPage.problem(problems, UNTIL)),
                choices, false));
        questions.add(Forms.why("Why do they need to read it?", sent, problems));
        return forms.page(by, ref, "Let somebody read it for a time", "/opening", questions, problems,
                "Let them read it", request)
                .withIntro("They read all of it and change nothing. Each time they open it is in the audit log.");
    }

    private record Span(String words, Instant until) {
    }

    /** Whole days in London, so that nobody has to reckon with hours. */
    private Map<String, Span> spans() {
        var today = LocalDate.ofInstant(clock.instant(), LondonTime.ZONE);
        var spans = new LinkedHashMap<String, Span>();
        spans.put("day", new Span("Today and tomorrow", end(today.plusDays(1))));
        spans.put("week", new Span("A week", end(today.plusDays(7))));
        spans.put("month", new Span("Four weeks", end(today.plusDays(28))));
        spans.put("quarter", new Span("Twelve weeks", end(today.plusDays(84))));
        return spans;
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(LondonTime.ZONE).toInstant();
    }

    private Optional<Instant> until(String typed) {
        return Optional.ofNullable(spans().get(typed)).map(Span::until)
                .filter(end -> Duration.between(clock.instant(), end).compareTo(Restriction.LONGEST) <= 0);
    }
}
