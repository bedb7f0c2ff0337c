package heed.assurance.plan;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
    private final ActionPages pages;
    private final Frames frames;

    ActionsController(Plans plans, ActionWork work, Posts posts, Recommendations recommendations, ActionPages pages,
            Frames frames) {
        this.plans = plans;
        this.work = work;
        this.posts = posts;
        this.recommendations = recommendations;
        this.pages = pages;
        this.frames = frames;
    }

    /** What one leads, or everything still to be done that one may read. */
    @GetMapping(HOME)
    String list(Actor by, @RequestParam(defaultValue = "mine") String view, HttpServletRequest request, Model model) {
        boolean all = PlanSight.seesAll(by);
        var shown = all ? ActionView.of(view) : ActionView.MINE;
        var sheet = shown == ActionView.MINE ? plans.mine(by) : plans.open(by);
        var found = new Plans.Sheet(null, sheet.actions().stream().filter(shown::holds).toList(), sheet.posts(),
                sheet.day());
        model.addAttribute("page", new ActionsPage(frames.of(request, by, shown.title()).withBack("/assurance"),
                shown.title(), ActionGroup.count(found.actions().size()),
                all
                        ? Arrays.stream(ActionView.values())
                                .map(v -> new PlanPage.View(v.words(), HOME + "?view=" + v.code(), v == shown)).toList()
                        : List.of(),
                ActionLine.all(found), shown.none()));
        return "assurance/plan/actions";
    }

    @GetMapping(HOME + "/{ref}")
    String show(Actor by, @PathVariable("ref") String action, HttpServletRequest request, Model model) {
        var sheet = plans.action(by, action);
        model.addAttribute("page", pages.page(by, sheet, request));
        return "assurance/plan/action";
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
        var book = posts.all(by);
        var page = FormPage.of(frames.of(request, by, "Change the action"), HOME + "/" + now.ref() + "/words",
                form.questions(book, posts.today(by), problems), problems, "Save", HOME + "/" + now.ref())
                .withHidden(Map.of("seen", String.valueOf(now.version()))).withWarning(warning);
        if (warning != null)
            page = page.withShown(book.changed(now, form.typed(now), posts.today(by)).stream()
                    .map(c -> SummaryRow.of(c.part() + " now", c.before())).toList());
        model.addAttribute("page", page);
        return FORM;
    }

    @PostMapping(HOME + "/{ref}/words")
    String word(Actor by, @PathVariable("ref") String action, @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.KEEP_PLANS);
        var now = plans.action(by, action).actions().getFirst().action();
        var form = new ActionForm(sent);
        if (!now.state().open()) {
            response.setStatus(Refusal.MOVED_ON.status());
            model.addAttribute("page", pages.late(by, action, form.words(ActionWords.NONE).parts(), request));
            return "assurance/plan/action";
        }
        var problems = form.problems(now, plans.get(by, now.plan()).year());
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
