package heed.assurance.plan;

import heed.access.Permission;
import heed.access.staff.Staff;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.StepUp;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Action plans as they are read, opened and taken away. */
@Controller
@RequestMapping("/assurance/plans")
class PlansController {
    static final String HOME = "/assurance/plans";
    private static final String FORM = "layout/form";
    private static final MediaType WORD = MediaType
            .parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static final MediaType EXCEL = MediaType
            .parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Plans plans;
    private final Recommendations recommendations;
    private final Staff staff;
    private final Frames frames;

    PlansController(Plans plans, Recommendations recommendations, Staff staff, Frames frames) {
        this.plans = plans;
        this.recommendations = recommendations;
        this.staff = staff;
        this.frames = frames;
    }

    @GetMapping
    String all(Actor by, HttpServletRequest request, Model model) {
        if (!PlanSight.seesAll(by))
            throw Refusal.NOT_FOUND.because("reads no plans");
        model.addAttribute("page", new PlansPage(frames.of(request, by, "Action plans").withBack("/assurance"),
                plans.all(by).stream()
                        .map(p -> new PlansPage.Row(p.title(), HOME + "/" + p.id(), p.yearWords())).toList(),
                by.may(Permission.KEEP_PLANS)));
        return "assurance/plan/plans";
    }

    @GetMapping("/new")
    String opening(Actor by, HttpServletRequest request, Model model) {
        by.must(Permission.KEEP_PLANS);
        return form(by, Map.of(), List.of(), request, model);
    }

    private static List<Problem> problems(Map<String, String> sent) {
        var problems = new ArrayList<Problem>();
        var title = sent.getOrDefault("title", "").strip();
        if (title.isEmpty() || title.length() > 200)
            problems.add(new Problem("title", title.isEmpty() ? "Enter a title" : "Use 200 characters or fewer"));
        var from = DayTyped.of(sent, "from");
        var to = DayTyped.of(sent, "to");
        from.check(problems, true, "the first day of the plan’s year");
        to.check(problems, true, "the last day of the plan’s year");
        if (from.read() != null && to.read() != null
                && !Objects.requireNonNull(to.read()).isAfter(Objects.requireNonNull(from.read())))
            problems.add(new Problem("to-day", "The last day must be after the first"));
        return problems;
    }

    private static PlanYear year(Map<String, String> sent) {
        return new PlanYear(Objects.requireNonNull(DayTyped.of(sent, "from").read()),
                Objects.requireNonNull(DayTyped.of(sent, "to").read()));
    }

    private static List<Question> details(Map<String, String> sent, List<Problem> problems) {
        return List.of(
                new Question.Line(Field.of("title", "What is it called?")
                        .withHint("For example, Safeguarding action plan 2026/27").withValue(sent.get("title"))
                        .withProblem(FormPage.problem(problems, "title"))),
                DayTyped.of(sent, "from").question("First day", "For example, 1 4 2026", problems),
                DayTyped.of(sent, "to").question("Last day", "For example, 31 3 2027", problems));
    }

    @GetMapping("/{id}/details")
    String detailing(Actor by, @PathVariable("id") UUID plan, HttpServletRequest request, Model model) {
        by.must(Permission.KEEP_PLANS);
        var its = plans.get(by, plan);
        var sent = new HashMap<>(Map.of("title", its.title()));
        var year = its.year();
        if (year != null) {
            put(sent, "from", year.from());
            put(sent, "to", year.to());
        }
        return details(by, its, sent, List.of(), null, request, model);
    }

    private static void put(Map<String, String> sent, String name, java.time.LocalDate day) {
        sent.put(name + "-day", "" + day.getDayOfMonth());
        sent.put(name + "-month", "" + day.getMonthValue());
        sent.put(name + "-year", "" + day.getYear());
    }

    private String details(Actor by, ActionPlan its, Map<String, String> sent, List<Problem> problems,
            @Nullable String warning, HttpServletRequest request, Model model) {
        var page = FormPage.of(frames.of(request, by, "Title and year"), HOME + "/" + its.id() + "/details",
                details(sent, problems), problems, "Save", HOME + "/" + its.id()).withWarning(warning)
                .withHidden(Map.of("seen", String.valueOf(its.version())));
        model.addAttribute("page", warning == null
                ? page
                : page.withShown(
                        List.of(SummaryRow.of("Title now", its.title()), SummaryRow.of("Year now", its.yearWords()))));
        return FORM;
    }

    @PostMapping("/{id}/details")
    String detail(Actor by, @PathVariable("id") UUID plan, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.KEEP_PLANS);
        var its = plans.get(by, plan);
        var problems = problems(sent);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return details(by, its, sent, problems, null, request, model);
        }
        try {
            plans.change(by, plan, ActionsController.seen(sent.get("seen")), year(sent),
                    sent.getOrDefault("title", ""));
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            response.setStatus(refused.kind().status());
            return details(by, plans.get(by, plan), sent, List.of(),
                    "Somebody else changed this while you did. Nothing of yours is saved yet: it is below.", request,
                    model);
        }
        frames.say(request, response, PlanNotice.ACTION_PLAN_SAVED);
        return "redirect:" + HOME + "/" + plan;
    }

    @PostMapping
    String open(Actor by, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        by.must(Permission.KEEP_PLANS);
        var problems = problems(sent);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return form(by, sent, problems, request, model);
        }
        var made = plans.open(by, year(sent), sent.getOrDefault("title", ""), id(sent.get("follows")));
        frames.say(request, response, PlanNotice.ACTION_PLAN_OPENED);
        return "redirect:" + HOME + "/" + made;
    }

    private String form(Actor by, Map<String, String> sent, List<Problem> problems, HttpServletRequest request,
            Model model) {
        var earlier = plans.all(by);
        var chosen = sent.getOrDefault("follows", "");
        var questions = new ArrayList<>(details(sent, problems));
        if (!earlier.isEmpty())
            questions.add(new Question.Select(Field.of("follows", "Which plan came before it? (optional)"),
                    Stream.concat(Stream.of(Choice.of("", "None", chosen.isEmpty())), earlier.stream()
                            .map(p -> Choice.of(p.id().toString(), p.title(), chosen.equals(p.id().toString()))))
                            .toList()));
        model.addAttribute("page", FormPage.of(frames.of(request, by, "Open a plan"), HOME, questions, problems,
                "Open the plan", HOME));
        return FORM;
    }

    /** An id as sent; null for none or anything else. */
    static @Nullable UUID id(@Nullable String sent) {
        return sent != null && sent.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(sent) : null;
    }

    @GetMapping("/{id}")
    String show(Actor by, @PathVariable("id") UUID plan, @RequestParam(defaultValue = "standard") String view,
            HttpServletRequest request, Model model) {
        var sheet = plans.show(by, plan);
        var its = Objects.requireNonNull(sheet.plan());
        var at = HOME + "/" + plan;
        var read = ActionGroup.By.of(view);
        var beside = new ArrayList<PlanPage.View>();
        for (var other : plans.all(by)) {
            if (other.id().equals(its.follows()))
                beside.add(new PlanPage.View("Follows " + other.title(), HOME + "/" + other.id(), false));
            if (plan.equals(other.follows()))
                beside.add(new PlanPage.View("Followed by " + other.title(), HOME + "/" + other.id(), false));
        }
        var differing = sheet.actions().stream().filter(ShownAction::differs).count();
        model.addAttribute("page", new PlanPage(frames.of(request, by, its.title()).withBack(HOME), its.title(),
                its.yearWords(), at, beside, counts(sheet),
                Arrays.stream(ActionGroup.By.values())
                        .map(b -> new PlanPage.View(b.words, at + "?view=" + b.code(), b == read)).toList(),
                ActionGroup.of(sheet, read),
                differing == 0
                        ? ""
                        : (differing == 1 ? "1 action has" : differing + " actions have")
                                + " two colours: the lead’s and Heed’s, each with its reason.",
                sheet.actions().isEmpty() ? "No action yet." : read.none,
                by.may(Permission.KEEP_PLANS)));
        return "assurance/plan/plan";
    }

    private static List<PlanPage.Count> counts(Plans.Sheet sheet) {
        var counts = new ArrayList<PlanPage.Count>();
        for (var colour : PlanColour.values()) {
            long many = sheet.actions().stream()
                    .filter(a -> a.computed() instanceof Computed c && c.colour() == colour).count();
            if (many > 0)
                counts.add(new PlanPage.Count(colour.shown(), colour.tag(), colour.meaning(), String.valueOf(many)));
        }
        long none = sheet.actions().stream().filter(a -> a.computed() == null).count();
        if (none > 0)
            counts.add(new PlanPage.Count("No colour", "grey", "Cancelled or carried forward", String.valueOf(none)));
        return counts;
    }

    @GetMapping("/{id}/carrying")
    String carrying(Actor by, @PathVariable("id") UUID plan, HttpServletRequest request, Model model) {
        by.must(Permission.KEEP_PLANS);
        return carrying(by, plan, "", null, List.of(), request, model);
    }

    /** @param chosen which actions, by reference; null before anybody chose */
    private String carrying(Actor by, UUID plan, String to, @Nullable List<String> chosen, List<Problem> problems,
            HttpServletRequest request, Model model) {
        var sheet = plans.show(by, plan);
        var from = Objects.requireNonNull(sheet.plan());
        var later = plans.all(by).stream().filter(from::before).toList();
        var open = sheet.actions().stream().map(ShownAction::action)
                .filter(a -> ActionMove.CARRY.mayStartFrom(a.state())).toList();
        var questions = new ArrayList<Question>();
        questions.add(new Question.Select(
                Field.of("to", "Into which plan?")
                        .withHint(later.isEmpty() ? "There is no plan of a later year: open one first." : null)
                        .withProblem(FormPage.problem(problems, "to")),
                later.stream().map(p -> Choice.of(p.id().toString(), p.title(), p.id().toString().equals(to)))
                        .toList()));
        if (!later.isEmpty())
            questions.add(new Question.Tick(
                    Field.of("actions", "Which actions go on?")
                            .withHint(open.isEmpty() ? "Nothing in this plan is still to be done." : null)
                            .withProblem(FormPage.problem(problems, "actions")),
                    open.stream().map(a -> new Choice(a.ref(), a.words().title(), a.state().words(), chosen == null
                            ? a.state() != ActionState.CLAIMED_COMPLETE
                            : chosen.contains(a.ref()))).toList()));
        model.addAttribute("page",
                FormPage.of(frames.of(request, by, "Carry into a later plan"), HOME + "/" + plan + "/carrying",
                        questions, problems, "Carry forward", HOME + "/" + plan)
                        .withShown(List.of(SummaryRow.of("Plan", from.title()),
                                SummaryRow.of("Still to be done", ActionGroup.count(open.size()))))
                        .withIntro(
                                "Each is proposed in the later plan with its words, leads and the milestones not met."
                                        + " Here it stays, marked as carried forward."));
        return FORM;
    }

    @PostMapping("/{id}/carrying")
    String carry(Actor by, @PathVariable("id") UUID plan, @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.KEEP_PLANS);
        var from = plans.get(by, plan);
        var to = Objects.requireNonNullElse(sent.getFirst("to"), "");
        var later = id(to);
        var chosen = Objects.requireNonNullElse(sent.get("actions"), List.<String>of());
        var problems = new ArrayList<Problem>();
        if (later == null || plans.all(by).stream()
                .noneMatch(p -> p.id().equals(later) && from.before(p)))
            problems.add(new Problem("to", "Choose a plan of a later year"));
        if (chosen.isEmpty())
            problems.add(new Problem("actions", "Choose the actions that go on"));
        if (!problems.isEmpty() || later == null) {
            response.setStatus(422);
            return carrying(by, plan, to, chosen, problems, request, model);
        }
        plans.carry(by, plan, later, chosen::contains);
        frames.say(request, response, PlanNotice.ACTION_PLAN_CARRIED);
        return "redirect:" + HOME + "/" + later;
    }

    /** The plan as a Word document. */
    @StepUp
    @GetMapping("/{id}/word")
    ResponseEntity<byte[]> word(Actor by, @PathVariable("id") UUID plan) {
        var sheet = plans.take(by, plan, "word");
        return file(sheet, "docx", WORD, PlanFiles.word(sheet, recommendations.of(by, sheet), verifiers(by, sheet)));
    }

    /** The plan as an Excel workbook. */
    @StepUp
    @GetMapping("/{id}/excel")
    ResponseEntity<byte[]> excel(Actor by, @PathVariable("id") UUID plan) {
        var sheet = plans.take(by, plan, "excel");
        return file(sheet, "xlsx", EXCEL, PlanFiles.excel(sheet, recommendations.of(by, sheet), verifiers(by, sheet)));
    }

    private Map<UUID, String> verifiers(Actor by, Plans.Sheet sheet) {
        var names = new HashMap<>(staff.names(by, sheet.actions().stream()
                .flatMap(a -> Stream.ofNullable(a.action().standing().verifiedBy())).distinct().toList()));
        names.put(Actor.NOBODY, "somebody elsewhere");
        return names;
    }

    private static ResponseEntity<byte[]> file(Plans.Sheet sheet, String ending, MediaType type, byte[] bytes) {
        var name = "action-plan-"
                + Objects.requireNonNull(sheet.plan()).yearWords().replaceAll("[^0-9A-Za-z]+", "-") + "." + ending;
        return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
