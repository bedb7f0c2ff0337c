package heed.casework.escalation;

import heed.access.Permission;
import heed.casework.clock.Responder;
import heed.casework.clock.ResponsePlan;
import heed.casework.clock.ResponsePlans;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.Notice;
import heed.platform.web.Notices;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.TimeTyped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How long a concern may wait before who is told, as the coordinator sets it. */
@Controller
@RequestMapping("/settings/escalation")
class PlanController {
    private static final String NUMBER = "govuk-input--width-4";

    private final ResponsePlans plans;
    private final Frames frames;

    PlanController(ResponsePlans plans, Frames frames) {
        this.plans = plans;
        this.frames = frames;
    }

    /** What was typed, as it was. */
    private record Typed(String closing, List<String> minutes, List<Set<Responder>> danger, String before,
            List<Set<Responder>> others, int version) {
        static Typed of(ResponsePlan plan) {
            return new Typed(plan.closing().toString(),
                    plan.danger().stream().map(step -> Integer.toString(step.minutes())).toList(),
                    plan.danger().stream().map(ResponsePlan.Step::told).toList(), Integer.toString(plan.beforeDue()),
                    plan.others(), plan.version());
        }

        static Typed of(MultiValueMap<String, String> sent) {
            var minutes = new ArrayList<String>();
            var danger = new ArrayList<Set<Responder>>();
            var others = new ArrayList<Set<Responder>>();
            for (int i = 1; i <= ResponsePlan.STEPS; i++) {
                minutes.add(first(sent, "minutes-" + i));
                danger.add(responders(sent, "danger-" + i));
                others.add(responders(sent, "others-" + i));
            }
            var version = first(sent, "version");
            return new Typed(first(sent, "closing"), minutes, danger, first(sent, "before"), others,
                    version.matches("-?[0-9]{1,9}") ? Integer.parseInt(version) : -1);
        }

        ResponsePlan plan(LocalTime end) {
            var steps = new ArrayList<ResponsePlan.Step>();
            for (int i = 0; i < ResponsePlan.STEPS; i++)
                steps.add(new ResponsePlan.Step(number(minutes.get(i)), danger.get(i)));
            return new ResponsePlan(end, steps, number(before), others, version);
        }

        private static int number(String typed) {
            return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
        }

        private static String first(MultiValueMap<String, String> sent, String name) {
            return Objects.requireNonNullElse(sent.getFirst(name), "").strip();
        }

        private static Set<Responder> responders(MultiValueMap<String, String> sent, String name) {
            var ticked = sent.getOrDefault(name, List.of());
            return Arrays.stream(Responder.values()).filter(r -> ticked.contains(r.name()))
                    .collect(Collectors.toSet());
        }
    }

    @GetMapping
    String show(Actor by, HttpServletRequest request, Model model) {
        by.must(Permission.EDIT_ESCALATION);
        return show(by, Typed.of(plans.of(by)), List.of(), null, request, model);
    }

    @PostMapping
    String save(Actor by, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        by.must(Permission.EDIT_ESCALATION);
        var typed = Typed.of(sent);
        // Midnight is no end of a working day, so it stands for what is no time at all.
        var plan = typed.plan(TimeTyped.time(typed.closing()).orElse(LocalTime.MIDNIGHT));
        var problems = plan.wrongs().stream().map(w -> new Problem(w.field(), w.words())).toList();
        if (problems.isEmpty())
            try {
                plans.set(by, plan);
                frames.say(request, response, Said.PLAN_SAVED);
                return "redirect:/settings/escalation";
            } catch (Refused refused) {
                if (refused.kind() != Refusal.MOVED_ON)
                    throw refused;
                response.setStatus(409);
                var now = plans.of(by);
                return show(by, new Typed(typed.closing(), typed.minutes(), typed.danger(), typed.before(),
                        typed.others(), now.version()), List.of(),
                        "Someone else changed this while you were typing. Nothing of yours is saved yet. Save again to replace what they set.",
                        request, model);
            }
        response.setStatus(422);
        return show(by, typed, problems, null, request, model);
    }

    private String show(Actor by, Typed typed, List<Problem> problems, @Nullable String warning,
            HttpServletRequest request, Model model) {
        var questions = new ArrayList<Question>();
        questions.add(new Question.Line(Field.of("closing", "When does your working day end?")
                .withHint("What comes in by 3pm is to be looked at by then. For example, 17:00")
                .withValue(typed.closing()).withProblem(FormPage.problem(problems, "closing")), NUMBER, "", "off"));
        for (int i = 1; i <= ResponsePlan.STEPS; i++) {
            questions.add(new Question.Line(
                    Field.of("minutes-" + i, "Danger, step " + i + ": after how many minutes?")
                            .withValue(typed.minutes().get(i - 1))
                            .withProblem(FormPage.problem(problems, "minutes-" + i)),
                    NUMBER, "numeric", "off"));
            questions.add(tick("danger-" + i, "Danger, step " + i + ": who is told?", typed.danger().get(i - 1),
                    problems));
        }
        questions.add(new Question.Line(
                Field.of("before", "All others, step 1: how many minutes before it is due?")
                        .withValue(typed.before()).withProblem(FormPage.problem(problems, "before")),
                NUMBER, "numeric", "off"));
        questions.add(tick("others-1", "All others, step 1: who is told?", typed.others().get(0), problems));
        questions.add(tick("others-2", "All others, step 2, when it is due: who is told?", typed.others().get(1),
                problems));
        questions.add(tick("others-3", "All others, step 3, at noon of the next working day: who is told?",
                typed.others().get(2), problems));
        model.addAttribute("page", FormPage
                .of(frames.of(request, by, "When nobody takes a concern up"), "/settings/escalation", questions,
                        problems, "Save", "/rota")
                .withIntro(
                        "Whoever is on duty is told when a concern comes. These steps follow until somebody takes it up. Nobody is told of a concern they may not see.")
                .withWarning(warning).withHidden(Map.of("version", Integer.toString(typed.version()))));
        return "layout/form";
    }

    private static Question tick(String name, String label, Set<Responder> ticked, List<Problem> problems) {
        return new Question.Tick(Field.of(name, label).withProblem(FormPage.problem(problems, name)),
                Arrays.stream(Responder.values()).map(r -> Choice.of(r.name(), r.words(), ticked.contains(r)))
                        .toList());
    }

    /** What the page says after saving. */
    enum Said implements Notice {
        PLAN_SAVED;

        @Override
        public String words() {
            return "The steps are saved. They count from now on, also for what waits already.";
        }
    }

    /** Makes it known. */
    @Component
    static class All implements Notices {
        @Override
        public List<? extends Notice> notices() {
            return List.of(Said.values());
        }
    }
}
