package heed.assurance.plan;

import heed.access.Permission;
import heed.assurance.exercise.ReturnQuestions;
import heed.platform.Actor;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adds an action that answers a question of a return to one of the plans. */
@Controller
@RequestMapping("/assurance/returns/{ret}/questions/{question}/actions")
class ReturnActionController {
    private static final String PLAN = "plan";

    private final ReturnQuestions questions;
    private final Plans plans;
    private final Posts posts;
    private final ActionWork work;
    private final Frames frames;

    ReturnActionController(ReturnQuestions questions, Plans plans, Posts posts, ActionWork work, Frames frames) {
        this.questions = questions;
        this.plans = plans;
        this.posts = posts;
        this.work = work;
        this.frames = frames;
    }

    @GetMapping
    String ask(Actor by, @PathVariable UUID ret, @PathVariable String question, HttpServletRequest request,
            Model model) {
        return page(by, ret, question, "", new ActionForm(new LinkedMultiValueMap<>()), List.of(), request, model);
    }

    private String page(Actor by, UUID ret, String question, String plan, ActionForm form, List<Problem> problems,
            HttpServletRequest request, Model model) {
        by.must(Permission.KEEP_PLANS);
        var about = questions.title(by, ret, question);
        var all = plans.all(by);
        var asked = new ArrayList<Question>();
        asked.add(new Question.Select(
                new Field(PLAN, "Which plan?", all.isEmpty() ? "Begin a plan first, under Assurance." : null, plan,
                        FormPage.problem(problems, PLAN)),
                all.stream().map(p -> Choice.of(p.id().toString(), p.title(), p.id().toString().equals(plan)))
                        .toList()));
        asked.addAll(form.questions(posts.all(by), posts.today(by), problems));
        var back = "/assurance/returns/" + ret + "/questions/" + question;
        model.addAttribute("page", FormPage.of(frames.of(request, by, "Add an action"), back + "/actions", asked,
                problems, "Propose it", back).withShown(List.of(SummaryRow.of("Answers", question + " " + about))));
        return "layout/form";
    }

    @PostMapping
    String add(Actor by, @PathVariable UUID ret, @PathVariable String question,
            @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        by.must(Permission.KEEP_PLANS);
        questions.title(by, ret, question);
        var form = new ActionForm(sent);
        var id = PlansController.id(sent.getFirst(PLAN));
        var plan = plans.all(by).stream().filter(p -> p.id().equals(id)).findFirst();
        var problems = new ArrayList<Problem>();
        if (plan.isEmpty())
            problems.add(new Problem(PLAN, "Choose a plan"));
        problems.addAll(form.problems(false, plan.map(ActionPlan::year).orElse(null)));
        if (!problems.isEmpty() || plan.isEmpty()) {
            response.setStatus(422);
            return page(by, ret, question, id == null ? "" : id.toString(), form, problems, request, model);
        }
        work.propose(by, plan.get().id(), new PlanAction.Origin(ActionSource.RETURN_ITEM, ret, question, null),
                form.words(ActionWords.NONE), form.leads());
        frames.say(request, response, PlanNotice.ACTION_PROPOSED);
        return "redirect:/assurance/returns/" + ret + "/questions/" + question;
    }
}
