package heed.assurance.report;

import heed.access.Permission;
import heed.access.staff.Staff;
import heed.assurance.plan.ActionPlan;
import heed.assurance.plan.Plans;
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
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

/** Reports: listed, begun, looked over, and which plans they take. */
@Controller
@RequestMapping(ReportController.HOME)
class ReportController {
    static final String HOME = "/assurance/reports";
    private static final String RETURN = "return";
    private static final String PAST = "past";
    private static final String NEXT = "next";
    private static final String WAS = "was-";
    private static final String FORM = "layout/form";

    private final ReportReading reading;
    private final ReportWriting writing;
    private final ReportTemplates templates;
    private final Plans plans;
    private final Staff staff;
    private final Frames frames;
    private final LondonTime time;

    ReportController(ReportReading reading, ReportWriting writing, ReportTemplates templates, Plans plans,
            Staff staff, Frames frames, LondonTime time) {
        this.reading = reading;
        this.writing = writing;
        this.templates = templates;
        this.plans = plans;
        this.staff = staff;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping
    String list(Actor by, HttpServletRequest request, Model model) {
        boolean whole = ReportReading.onlyPublished(by);
        var all = reading.all(by).stream().collect(Collectors.partitioningBy(
                l -> l.kept().report().state().givenUp(), Collectors.mapping(l -> row(l, whole), Collectors.toList())));
        model.addAttribute("page", new ReportsPage(frames.of(request, by, "Committee reports").withBack("/assurance"),
                all.getOrDefault(false, List.of()), all.getOrDefault(true, List.of()), by.may(Permission.KEEP_RETURN),
                !whole));
        return "assurance/report/list";
    }

    private ReportsPage.Row row(ReportReading.Listed listed, boolean whole) {
        var report = listed.kept().report();
        return new ReportsPage.Row(listed.title(), HOME + "/" + report.id() + (whole ? "/whole" : ""),
                "Begun " + time.day(listed.kept().madeAt())
                        + (report.number() > 1 ? ", version " + report.number() : ""),
                report.state().words(), ReportPage.colour(report.state()));
    }

    @GetMapping("/new")
    String ask(Actor by, @RequestParam(defaultValue = "") String on, HttpServletRequest request, Model model) {
        return begin(by, writing.offer(by), on, List.of(), request, model);
    }

    private String begin(Actor by, ReportWriting.Offer offer, String chosen, List<Problem> problems,
            HttpServletRequest request, Model model) {
        var first = offer.returns().isEmpty() ? "" : offer.returns().getFirst().id().toString();
        var choices = offer.returns().stream().map(r -> new Choice(r.id().toString(), r.title(), r.state(),
                r.id().toString().equals(chosen.isEmpty() && problems.isEmpty() ? first : chosen))).toList();
        var page = FormPage.of(frames.of(request, by, "Begin a committee report"), HOME,
                choices.isEmpty()
                        ? List.of()
                        : List.of(new Question.Pick(Field.of(RETURN, "Which return does it tell of?")
                                .withProblem(FormPage.problem(problems, RETURN)), choices, false)),
                problems, choices.isEmpty() ? "Look again" : "Begin the report", HOME);
        model.addAttribute("page", page.withIntro(choices.isEmpty()
                ? "There is no return yet. A report tells of one: open it first."
                : "Results, figures, completed actions and the action plan are put in by Heed. You write the rest beside them."));
        return FORM;
    }

    @PostMapping
    String begin(Actor by, @RequestParam(name = RETURN, defaultValue = "") String chosen, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var offer = writing.offer(by);
        var from = offer.returns().stream().filter(r -> r.id().toString().equals(chosen)).findFirst();
        if (from.isEmpty()) {
            response.setStatus(422);
            return begin(by, offer, chosen, List.of(new Problem(RETURN, "Choose which return it tells of")), request,
                    model);
        }
        var made = writing.begin(by, from.get().id());
        frames.say(request, response, CommitteeNotice.REPORT_BEGUN);
        return "redirect:" + HOME + "/" + made;
    }

    @GetMapping("/{report}")
    String show(Actor by, @PathVariable UUID report, HttpServletRequest request, Model model) {
        var opened = reading.open(by, report);
        var checker = opened.report().checkedBy();
        model.addAttribute("page", ReportPage.of(frames.of(request, by, "Committee report").withBack(HOME), opened,
                staff.names(by, opened.moves().stream().map(Reports.Entry::by).distinct().toList()), plans.all(by),
                templates.all(by), checker != null && by.is(checker), time));
        return "assurance/report/report";
    }

    @GetMapping("/{report}/plans")
    String askPlans(Actor by, @PathVariable UUID report, HttpServletRequest request, Model model) {
        var opened = reading.forWriting(by, report);
        var now = new ReportSources.Pair(opened.kept().past(), opened.kept().next());
        return plans(by, opened, text(now.past()), text(now.next()), now, List.of(), request, model);
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    /** @param seen what the report takes as this page is made, so that another's choice meanwhile is noticed */
    private String plans(Actor by, ReportReading.Opened opened, String past, String next, ReportSources.Pair seen,
            List<Problem> problems, HttpServletRequest request, Model model) {
        var all = writing.offer(by).plans();
        model.addAttribute("page", FormPage.of(frames.of(request, by, "Plans in the report"), opened.href() + "/plans",
                List.of(new Question.Select(Field.of(PAST, "Completed actions are those of")
                        .withProblem(FormPage.problem(problems, PAST)), choices(all, past)),
                        new Question.Select(Field.of(NEXT, "The committee is asked to agree")
                                .withProblem(FormPage.problem(problems, NEXT)), choices(all, next))),
                problems, "Save", opened.href())
                .withHidden(Map.of(WAS + PAST, text(seen.past()), WAS + NEXT, text(seen.next()))));
        return FORM;
    }

    private static List<Choice> choices(List<ActionPlan> plans, String chosen) {
        var all = new ArrayList<Choice>();
        all.add(Choice.of("", "No plan", chosen.isEmpty()));
        plans.forEach(p -> all.add(Choice.of(p.id().toString(), p.title() + ", " + p.yearWords(),
                p.id().toString().equals(chosen))));
        return all;
    }

    @PostMapping("/{report}/plans")
    String plans(Actor by, @PathVariable UUID report, @RequestParam(defaultValue = "") String past,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(name = WAS + PAST, defaultValue = "") String wasPast,
            @RequestParam(name = WAS + NEXT, defaultValue = "") String wasNext, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var opened = reading.forWriting(by, report);
        var problems = new ArrayList<Problem>();
        var pastId = plan(past, PAST, problems);
        var nextId = plan(next, NEXT, problems);
        var seen = new ReportSources.Pair(plan(wasPast, PAST, problems).orElse(null),
                plan(wasNext, NEXT, problems).orElse(null));
        if (problems.isEmpty())
            try {
                var chosen = new ReportSources.Pair(pastId.orElse(null), nextId.orElse(null));
                var now = writing.plans(by, report, seen, chosen);
                if (now.equals(chosen)) {
                    frames.say(request, response, CommitteeNotice.REPORT_PLANS_SAVED);
                    return "redirect:" + opened.href();
                }
                response.setStatus(Refusal.MOVED_ON.status());
                return plans(by, opened, past, next, now, elsewhere(by, now, chosen), request, model);
            } catch (Refused refused) {
                if (refused.kind() != Refusal.NOT_FOUND)
                    throw refused;
                problems.add(new Problem(NEXT, "Choose a plan from the list"));
            }
        response.setStatus(422);
        return plans(by, opened, past, next, seen, problems, request, model);
    }

    /** What somebody else chose meanwhile, beside what was chosen here. */
    private List<Problem> elsewhere(Actor by, ReportSources.Pair now, ReportSources.Pair chosen) {
        var titles = new HashMap<UUID, String>();
        writing.offer(by).plans().forEach(p -> titles.put(p.id(), p.title() + ", " + p.yearWords()));
        var problems = new ArrayList<Problem>();
        if (!Objects.equals(now.past(), chosen.past()))
            problems.add(new Problem(PAST, theirs(titles, now.past())));
        if (!Objects.equals(now.next(), chosen.next()))
            problems.add(new Problem(NEXT, theirs(titles, now.next())));
        return problems;
    }

    private static String theirs(Map<UUID, String> titles, @Nullable UUID plan) {
        return "Somebody else chose “" + (plan == null ? "No plan" : titles.getOrDefault(plan, "No plan"))
                + "” meanwhile. Save again to take yours";
    }

    private static Optional<UUID> plan(String typed, String field, List<Problem> problems) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException notAnId) {
            problems.add(new Problem(field, "Choose a plan from the list"));
            return Optional.empty();
        }
    }
}
