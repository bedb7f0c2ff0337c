package heed.assurance.plan;

import heed.access.Permission;
import heed.access.staff.Staff;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.SummaryRow;
import heed.platform.web.TimelineEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Actions as they are listed, read and worded. */
@Controller
class ActionsController {
    static final String HOME = "/assurance/actions";
    static final String FORM = "layout/form";

    private final Plans plans;
    private final ActionWork work;
    private final Posts posts;
    private final Recommendations recommendations;
    private final Staff staff;
    private final Frames frames;
    private final LondonTime time;

    ActionsController(Plans plans, ActionWork work, Posts posts, Recommendations recommendations, Staff staff,
            Frames frames, LondonTime time) {
        this.plans = plans;
        this.work = work;
        this.posts = posts;
        this.recommendations = recommendations;
        this.staff = staff;
        this.frames = frames;
        this.time = time;
    }

    /** What one leads, or everything still to be done that one may read. */
    @GetMapping(HOME)
    String list(Actor by, @RequestParam(defaultValue = "mine") String view, HttpServletRequest request, Model model) {
        boolean all = PlanSight.seesAll(by);
        var shown = all && !view.equals("mine") ? view.equals("overdue") ? "overdue" : "open" : "mine";
        var sheet = shown.equals("mine") ? plans.mine(by) : plans.open(by);
        var found = shown.equals("overdue")
                ? new Plans.Sheet(null, sheet.actions().stream().filter(ShownAction::overdue).toList(), sheet.posts(),
                        sheet.day())
                : sheet;
        var title = switch (shown) {
            case "overdue" -> "Overdue actions";
            case "open" -> "Actions still to be done";
            default -> "Your actions";
        };
        model.addAttribute("page", new ActionsPage(frames.of(request, by, title).withBack("/assurance"), title,
                ActionGroup.count(found.actions().size()),
                all
                        ? List.of(new PlanPage.View("Yours", HOME + "?view=mine", shown.equals("mine")),
                                new PlanPage.View("Overdue", HOME + "?view=overdue", shown.equals("overdue")),
                                new PlanPage.View("All still to be done", HOME + "?view=open", shown.equals("open")))
                        : List.of(),
                ActionLine.all(found),
                switch (shown) {
                    case "overdue" -> "Nothing is overdue.";
                    case "open" -> "Nothing is still to be done.";
                    default -> "No post that you hold leads an action that is still to be done.";
                }));
        return "assurance/plan/actions";
    }

    @GetMapping(HOME + "/{ref}")
    String show(Actor by, @PathVariable("ref") String action, HttpServletRequest request, Model model) {
        var sheet = plans.action(by, action);
        model.addAttribute("page", page(by, sheet, request));
        return "assurance/plan/action";
    }

    private ActionPage page(Actor by, Plans.Sheet sheet, HttpServletRequest request) {
        var shown = sheet.actions().getFirst();
        var a = shown.action();
        var at = HOME + "/" + a.ref();
        var all = PlanSight.seesAll(by);
        var line = ActionLine.of(shown, sheet.posts(), sheet.day());
        var judged = shown.judgement().orElse(null);
        var computed = shown.computed();
        boolean works = a.state().open() && (by.may(Permission.KEEP_PLANS) || shown.leading());
        var names = names(by, shown);
        return new ActionPage(
                frames.of(request, by, a.words().title()).withBack(all ? "/assurance/plans/" + a.plan() : HOME), line,
                at, all ? "/assurance/plans/" + a.plan() : "", computed == null ? "" : computed.colour().meaning(),
                judged == null ? "" : Objects.requireNonNull(judged.colour()).meaning(),
                judged == null
                        ? ""
                        : Objects.requireNonNullElse(judged.words(), "") + "\n" + name(names, judged.by()) + ", "
                                + time.day(judged.at()),
                facts(shown, sheet), doubts(by, a, all), result(shown, names), stones(shown, at, works, sheet),
                a.state() == ActionState.PROPOSED && !a.schedule().standsUp()
                        ? ways(a, by, shown, at).stream().filter(w -> !w.href().endsWith("/AGREE")).toList()
                        : ways(a, by, shown, at),
                works, a.state().open() && by.may(Permission.KEEP_PLANS), lineage(by, a), history(shown, names));
    }

    private static List<ActionPage.Way> ways(PlanAction a, Actor by, ShownAction shown, String at) {
        return ActionMove.from(a.state()).stream()
                .filter(m -> m != ActionMove.CARRY && a.may(m, by, shown.leading()))
                .map(m -> new ActionPage.Way(m.imperative(), at + "/moves/" + m.name())).toList();
    }

    private Map<UUID, String> names(Actor by, ShownAction shown) {
        var ids = shown.entries().stream().map(ActionEntry::by).collect(Collectors.toCollection(HashSet::new));
        if (shown.action().standing().verifiedBy() instanceof UUID verifier)
            ids.add(verifier);
        return staff.names(by, ids);
    }

    private static String name(Map<UUID, String> names, @Nullable UUID id) {
        return id == null ? "Nobody" : names.getOrDefault(id, "Someone who has left");
    }

    private static List<SummaryRow> facts(ShownAction shown, Plans.Sheet sheet) {
        var a = shown.action();
        var w = a.words();
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of("What is to be done", w.action()));
        rows.add(SummaryRow.of("Lead", ActionLine.leads(a, sheet.posts(), sheet.day())));
        rows.add(SummaryRow.of("When", (w.timescale().isBlank() ? "" : "“" + w.timescale().strip() + "”\n")
                + a.schedule().words()));
        if (shown.next() != null)
            rows.add(SummaryRow.of("News is due by", PlanDays.words(shown.next())));
        if (a.standing().reviewOn() instanceof java.time.LocalDate day)
            rows.add(SummaryRow.of("On hold, looked at again", PlanDays.words(day)));
        add(rows, "Objective", w.objective());
        add(rows, "Standard", w.standard());
        add(rows, "Input", w.input());
        add(rows, "Desired outcome", w.outcome());
        add(rows, "Impact, says the paper", w.impact());
        add(rows, "Measure", w.measure());
        add(rows, "Evidence", w.evidence());
        add(rows, "Status in the paper", w.printed());
        rows.add(SummaryRow.of("Comes from", a.origin().source().words()
                + (a.origin().code().isBlank() ? "" : " " + a.origin().code())));
        return rows;
    }

    private static void add(List<SummaryRow> rows, String key, String value) {
        if (!value.isBlank())
            rows.add(SummaryRow.of(key, value));
    }

    private List<String> doubts(Actor by, PlanAction a, boolean all) {
        if (!a.state().open())
            return List.of();
        var doubts = new ArrayList<String>();
        if (a.schedule() instanceof Schedule.Unread unread)
            doubts.add(unread.why().words() + " Change the action to say when, before it is agreed.");
        else if (!a.schedule().standsUp())
            doubts.add(
                    "It never ends, so it needs a review, such as “ongoing, reviewed every 6 months”, before it is agreed.");
        else if (all)
            Timescales.read(a.words().timescale(), plans.get(by, a.plan()).year()).doubts()
                    .forEach(d -> doubts.add(d.words()));
        return doubts;
    }

    private static List<SummaryRow> result(ShownAction shown, Map<UUID, String> names) {
        var s = shown.action().standing();
        var rows = new ArrayList<SummaryRow>();
        var result = s.result();
        if (result != null) {
            rows.add(SummaryRow.of("Outcome", result.outcome()));
            rows.add(SummaryRow.of("Impact", result.impact()));
            rows.add(SummaryRow.of("Kind of impact",
                    String.join("\n", result.levels().stream().map(ImpactLevel::inFull).toList())));
        }
        if (s.verifiedBy() != null)
            rows.add(SummaryRow.of("Verified by", (s.verifiedBy().equals(Actor.NOBODY)
                    ? "Somebody elsewhere, before it was brought in"
                    : name(names, s.verifiedBy()))
                    + (s.verifiedOn() == null ? "" : ", " + PlanDays.words(s.verifiedOn()))));
        return rows;
    }

    private static List<ActionPage.Stone> stones(ShownAction shown, String at, boolean works, Plans.Sheet sheet) {
        return shown.milestones().stream().map(m -> {
            var met = m.metOn();
            boolean behind = met == null && m.due().isBefore(sheet.day());
            return new ActionPage.Stone(m.what(), "By " + PlanDays.words(m.due()),
                    met != null ? "Met " + PlanDays.words(met) : behind ? "Behind" : "To come",
                    met != null ? "green" : behind ? "red" : "grey",
                    works && met == null ? at + "/milestones/" + m.id() : "");
        }).toList();
    }

    private List<ActionPage.Way> lineage(Actor by, PlanAction a) {
        var ids = new HashSet<UUID>();
        var from = a.origin().comesFrom();
        var to = a.standing().carriedTo();
        if (from != null)
            ids.add(from);
        if (to != null)
            ids.add(to);
        var ways = new ArrayList<ActionPage.Way>();
        if (!ids.isEmpty())
            for (var other : plans.related(by, ids))
                ways.add(new ActionPage.Way(
                        other.id().equals(from)
                                ? "Carried here from " + other.ref()
                                : "Goes on as " + other.ref(),
                        HOME + "/" + other.ref()));
        if (a.origin().id() != null && PlanSight.seesAll(by))
            ways.add(new ActionPage.Way("What it answers", "/assurance/recommendations/" + a.origin().id()));
        return ways;
    }

    private List<TimelineEvent> history(ShownAction shown, Map<UUID, String> names) {
        return shown.entries().stream().map(e -> {
            var move = e.move();
            var colour = e.colour();
            return new TimelineEvent(
                    move != null
                            ? move.words()
                            : colour != null ? e.kind().words() + ": " + colour.shown() : e.kind().words(),
                    name(names, e.by()), time.dayAndTime(e.at()), e.words());
        }).toList();
    }

    @GetMapping("/assurance/plans/{id}/actions/new")
    String adding(Actor by, @PathVariable("id") UUID plan, @RequestParam(required = false) @Nullable String source,
            HttpServletRequest request, Model model) {
        by.must(Permission.KEEP_PLANS);
        return addForm(by, plan, source, new ActionForm(new LinkedMultiValueMap<>()), List.of(), request, model);
    }

    private String addForm(Actor by, UUID plan, @Nullable String source, ActionForm form, List<Problem> problems,
            HttpServletRequest request, Model model) {
        var its = plans.get(by, plan);
        var answers = PlansController.id(source);
        var page = FormPage.of(frames.of(request, by, "Add an action"), "/assurance/plans/" + plan + "/actions",
                form.questions(posts.all(by), posts.today(by), problems), problems, "Propose it",
                "/assurance/plans/" + plan);
        if (answers == null)
            page = page.withShown(List.of(SummaryRow.of("Plan", its.title())));
        else {
            var what = recommendations.get(by, answers).recommendation();
            page = page.withShown(List.of(SummaryRow.of("Plan", its.title()), SummaryRow.of("Answers", what.title()),
                    SummaryRow.of("It says", what.words().text())))
                    .withHidden(Map.of("source", answers.toString()));
        }
        model.addAttribute("page", page);
        return FORM;
    }

    @PostMapping("/assurance/plans/{id}/actions")
    String add(Actor by, @PathVariable("id") UUID plan, @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.KEEP_PLANS);
        var form = new ActionForm(sent);
        var problems = form.problems(false, plans.get(by, plan).year());
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return addForm(by, plan, sent.getFirst("source"), form, problems, request, model);
        }
        var answers = PlansController.id(sent.getFirst("source"));
        var origin = PlanAction.Origin.TYPED;
        if (answers != null) {
            var what = recommendations.get(by, answers).recommendation();
            origin = new PlanAction.Origin(what.kind(), answers, what.code(), null);
        }
        var ref = work.propose(by, plan, origin, form.words(ActionWords.NONE), form.leads());
        frames.say(request, response, PlanNotice.ACTION_PROPOSED);
        return "redirect:" + HOME + "/" + ref;
    }

    @GetMapping(HOME + "/{ref}/words")
    String wording(Actor by, @PathVariable("ref") String action, HttpServletRequest request, Model model) {
        by.must(Permission.KEEP_PLANS);
        var now = plans.action(by, action).actions().getFirst().action();
        if (!now.state().open())
            throw Refusal.NOT_FOUND.because("it is over");
        return words(by, now, ActionForm.of(now), List.of(), null, request, model);
    }

    private String words(Actor by, PlanAction now, ActionForm form, List<Problem> problems, @Nullable String warning,
            HttpServletRequest request, Model model) {
        var page = FormPage.of(frames.of(request, by, "Change the action"), HOME + "/" + now.ref() + "/words",
                form.questions(posts.all(by), posts.today(by), problems), problems, "Save", HOME + "/" + now.ref())
                .withHidden(Map.of("seen", String.valueOf(now.version()))).withWarning(warning);
        if (warning != null)
            page = page.withShown(List.of(SummaryRow.of("Action now", now.words().action()),
                    SummaryRow.of("Timescale now", now.words().timescale()),
                    SummaryRow.of("Objective now", now.words().objective())));
        model.addAttribute("page", page);
        return FORM;
    }

    @PostMapping(HOME + "/{ref}/words")
    String word(Actor by, @PathVariable("ref") String action, @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.KEEP_PLANS);
        var now = plans.action(by, action).actions().getFirst().action();
        if (!now.state().open())
            throw Refusal.NOT_FOUND.because("it is over");
        var form = new ActionForm(sent);
        var problems = form.problems(now.state() != ActionState.PROPOSED, plans.get(by, now.plan()).year());
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return words(by, now, form, problems, null, request, model);
        }
        try {
            work.change(by, action, seen(sent.getFirst("seen")), form.words(now.words()), form.leads());
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            response.setStatus(refused.kind().status());
            return words(by, plans.action(by, action).actions().getFirst().action(), form, List.of(), CHANGED, request,
                    model);
        }
        frames.say(request, response, PlanNotice.ACTION_CHANGED);
        return "redirect:" + HOME + "/" + action;
    }

    static final String CHANGED = "Somebody else changed this action while you did. Nothing of yours is saved yet: what stands"
            + " now is shown first, and what you typed is below.";

    static int seen(@Nullable String sent) {
        return sent != null && sent.matches("\\d{1,8}") ? Integer.parseInt(sent) : -1;
    }

    static Field field(Map<String, String> sent, String name, String label, List<Problem> problems) {
        return Field.of(name, label).withValue(sent.get(name)).withProblem(FormPage.problem(problems, name));
    }
}
