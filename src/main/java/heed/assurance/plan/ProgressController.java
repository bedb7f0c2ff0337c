package heed.assurance.plan;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Choice;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What leads and those who keep plans do to an action: progress, judgement, milestones, moves. */
@Controller
@RequestMapping("/assurance/actions/{ref}")
class ProgressController {
    /** What a move may ask for, as the page of the action reads it back. */
    private static final Map<String, String> TYPED = Map.of("words", "What you wrote", "outcome", "Outcome", "impact",
            "Impact");

    private final Plans plans;
    private final ActionWork work;
    private final ActionPages pages;
    private final Frames frames;
    private final Clock clock;

    ProgressController(Plans plans, ActionWork work, ActionPages pages, Frames frames, Clock clock) {
        this.plans = plans;
        this.work = work;
        this.pages = pages;
        this.frames = frames;
        this.clock = clock;
    }

    private static String at(String action) {
        return ActionsController.HOME + "/" + action;
    }

    /** The action, for those who work on it, over or not. */
    private ShownAction their(Actor by, String action) {
        var shown = plans.action(by, action).actions().getFirst();
        if (!by.may(Permission.KEEP_PLANS) && !shown.leading())
            throw Refusal.NOT_FOUND.because("neither leads it nor keeps plans");
        return shown;
    }

    /** The action, for those who work on it while it is not over. */
    private ShownAction working(Actor by, String action) {
        var shown = their(by, action);
        if (!shown.action().state().open())
            throw Refusal.NOT_FOUND.because("it is over");
        return shown;
    }

    /** The action as it stands now, with what was typed for one that stood otherwise. */
    private String late(Actor by, String action, Map<String, String> typed, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        response.setStatus(Refusal.MOVED_ON.status());
        model.addAttribute("page", pages.late(by, action, typed, request));
        return "assurance/plan/action";
    }

    private static Map<String, String> typed(Map<String, String> sent, Map<String, String> labels) {
        var typed = new LinkedHashMap<String, String>();
        new TreeMap<>(labels).forEach((name, label) -> typed.put(label, sent.getOrDefault(name, "")));
        return typed;
    }

    @GetMapping("/progress")
    String writing(Actor by, @PathVariable("ref") String action, HttpServletRequest request, Model model) {
        return progress(by, working(by, action), Map.of(), List.of(), request, model);
    }

    private String progress(Actor by, ShownAction shown, Map<String, String> sent, List<Problem> problems,
            HttpServletRequest request, Model model) {
        var chosen = sent.getOrDefault("colour", "");
        var colours = new ArrayList<>(List.of(Choice.of("", "Leave it as it is", chosen.isEmpty())));
        Arrays.stream(PlanColour.values())
                .forEach(c -> colours.add(new Choice(c.name(), c.shown(), c.meaning(), chosen.equals(c.name()))));
        var ref = shown.action().ref();
        model.addAttribute("page",
                FormPage.of(frames.of(request, by, "Write progress"), at(ref) + "/progress",
                        List.of(new Question.Words(
                                ActionsController.field(sent, "words", "How does it go?", problems)
                                        .withHint("No names of people helped, and no single cases."),
                                5),
                                new Question.Pick(ActionsController
                                        .field(sent, "colour", "The lead’s colour: how likely is it to be done?",
                                                problems)
                                        .withHint(
                                                "Heed’s own colour stands beside it; where they differ, both are printed with why."),
                                        colours, false),
                                new Question.Words(ActionsController.field(sent, "reason",
                                        "Why this colour? (needed with a colour)", problems), 3)),
                        problems, "Save", at(ref)).withShown(about(shown)));
        return ActionsController.FORM;
    }

    private static List<SummaryRow> about(ShownAction shown) {
        var w = shown.action().words();
        return List.of(SummaryRow.of("Action", w.action().isBlank() ? w.objective() : w.action()),
                SummaryRow.of("When", ActionLine.due(shown.action())));
    }

    @PostMapping("/progress")
    String write(Actor by, @PathVariable("ref") String action, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var shown = their(by, action);
        if (!shown.action().state().open())
            return late(by, action, typed(sent, Map.of("words", "How it goes", "reason", "Why this colour")), request,
                    response, model);
        var words = sent.getOrDefault("words", "").strip();
        var colour = colour(sent.get("colour"));
        var reason = sent.getOrDefault("reason", "").strip();
        var problems = new ArrayList<Problem>();
        if (words.isEmpty() && colour == null)
            problems.add(new Problem("words", "Write how it goes, or choose a colour"));
        if (words.length() > ActionWords.LONGEST)
            problems.add(new Problem("words", "Use 4,000 characters or fewer"));
        if (colour != null && reason.isEmpty())
            problems.add(new Problem("reason", "Say why it has this colour"));
        if (colour == null && !reason.isEmpty())
            problems.add(new Problem("colour", "Choose the colour that this is the reason for"));
        if (reason.length() > ActionWords.LONGEST)
            problems.add(new Problem("reason", "Use 4,000 characters or fewer"));
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return progress(by, shown, sent, problems, request, model);
        }
        if (colour == null)
            work.progress(by, action, words);
        else if (words.isEmpty())
            work.judge(by, action, colour, reason);
        else
            work.tell(by, action, words, colour, reason);
        frames.say(request, response, PlanNotice.ACTION_NOTED);
        return "redirect:" + at(action);
    }

    private static @Nullable PlanColour colour(@Nullable String sent) {
        return Arrays.stream(PlanColour.values()).filter(c -> c.name().equals(sent)).findFirst().orElse(null);
    }

    @GetMapping("/milestones")
    String adding(Actor by, @PathVariable("ref") String action, HttpServletRequest request, Model model) {
        return milestone(by, working(by, action), Map.of(), List.of(), request, model);
    }

    private String milestone(Actor by, ShownAction shown, Map<String, String> sent, List<Problem> problems,
            HttpServletRequest request, Model model) {
        var ref = shown.action().ref();
        model.addAttribute("page",
                FormPage.of(frames.of(request, by, "Add a milestone"), at(ref) + "/milestones",
                        List.of(new Question.Line(
                                ActionsController.field(sent, "what", "What is to be reached?", problems)),
                                DayTyped.of(sent, "day").question("By when?", "For example, 27 3 2027", problems)),
                        problems, "Add it", at(ref)).withShown(about(shown)));
        return ActionsController.FORM;
    }

    @PostMapping("/milestones")
    String add(Actor by, @PathVariable("ref") String action, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var shown = their(by, action);
        if (!shown.action().state().open())
            return late(by, action, typed(sent, Map.of("what", "Milestone")), request, response, model);
        var what = sent.getOrDefault("what", "").strip();
        var day = DayTyped.of(sent, "day");
        var problems = new ArrayList<Problem>();
        if (what.isEmpty() || what.length() > 500)
            problems.add(new Problem("what",
                    what.isEmpty() ? "Enter what is to be reached" : "Use 500 characters or fewer"));
        day.check(problems, true, "a day");
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return milestone(by, shown, sent, problems, request, model);
        }
        work.milestone(by, action, what, Objects.requireNonNull(day.read()));
        frames.say(request, response, PlanNotice.MILESTONE_ADDED);
        return "redirect:" + at(action);
    }

    @PostMapping("/milestones/{milestone}")
    String met(Actor by, @PathVariable("ref") String action, @PathVariable UUID milestone, HttpServletRequest request,
            HttpServletResponse response) {
        working(by, action);
        try {
            work.met(by, action, milestone);
            frames.say(request, response, PlanNotice.MILESTONE_MET);
        } catch (Refused refused) {
            if (refused.kind() == Refusal.NOT_FOUND)
                throw refused;
            // Somebody else said so first: the page shows when.
        }
        return "redirect:" + at(action);
    }

    /** A move that this person can make now; carrying forward is done for a whole plan. */
    private static Optional<ActionMove> move(Actor by, ShownAction shown, String name) {
        return ActionMove.from(shown.action().state()).stream()
                .filter(m -> m.name().equals(name) && m != ActionMove.CARRY
                        && shown.action().may(m, by, shown.leading()))
                .findFirst();
    }

    private static Refused noMove() {
        return Refusal.NOT_FOUND.because("no such move for them now");
    }

    /** Whether the move is one that this person makes, of an action that stands elsewhere than this one does now. */
    private static boolean late(Actor by, ShownAction shown, String name) {
        return Arrays.stream(ActionMove.values()).anyMatch(m -> m.name().equals(name) && m != ActionMove.CARRY
                && m != ActionMove.PROPOSE && !m.mayStartFrom(shown.action().state())
                && (by.may(Permission.KEEP_PLANS) || m.who() == ActionMove.Who.LEAD && shown.leading()));
    }

    @GetMapping("/moves/{move}")
    String moving(Actor by, @PathVariable("ref") String action, @PathVariable String move, HttpServletRequest request,
            Model model) {
        var shown = plans.action(by, action).actions().getFirst();
        var its = move(by, shown, move).orElseThrow(ProgressController::noMove);
        return move(by, shown, its, begun(its, shown), List.of(), List.of(), null, request, model);
    }

    /** A paper may say already what came of what it calls complete. */
    private static Map<String, String> begun(ActionMove move, ShownAction shown) {
        var words = shown.action().words();
        return move == ActionMove.CLOSE && !words.impact().isBlank()
                ? Map.of("outcome", words.outcome(), "impact", words.impact())
                : Map.of();
    }

    private String move(Actor by, ShownAction shown, ActionMove move, Map<String, String> sent, List<String> levels,
            List<Problem> problems, @Nullable String warning, HttpServletRequest request, Model model) {
        var ref = shown.action().ref();
        var questions = new ArrayList<Question>();
        switch (move.needs()) {
            case NOTHING, SCHEDULE, LATER_PLAN -> {
                // Nothing is asked: what it needs is there, or it is not offered.
            }
            case REASON, REASON_AND_REVIEW_DAY -> questions.add(new Question.Words(
                    ActionsController.field(sent, "words", switch (move) {
                        case CLAIM -> "What was done, and how can one see it?";
                        case VERIFY -> "What did you look at?";
                        case SEND_BACK -> "What is missing?";
                        default -> "Why?";
                    }, problems), 4));
            case OUTCOME_AND_IMPACT -> {
                questions.add(new Question.Words(ActionsController.field(sent, "outcome",
                        "Outcome: what was done or changed?", problems), 4));
                questions.add(new Question.Words(ActionsController.field(sent, "impact",
                        "Impact: what difference did it make?", problems), 4));
                questions.add(new Question.Tick(ActionsController.field(sent, "levels",
                        "What kinds of impact?", problems).withHint("Choose all that hold. They are no ladder."),
                        Arrays.stream(ImpactLevel.values())
                                .map(l -> Choice.of(l.name(), l.inFull(), levels.contains(l.name()))).toList()));
            }
        }
        if (move.needs() == ActionMove.Needs.REASON_AND_REVIEW_DAY)
            questions.add(DayTyped.of(sent, "day").question("When is it looked at again?", "For example, 27 3 2027",
                    problems));
        model.addAttribute("page", FormPage
                .of(frames.of(request, by, move.imperative()), at(ref) + "/moves/" + move, questions, problems,
                        move.imperative(), at(ref))
                .withShown(about(shown)).withWarning(warning)
                .withHidden(Map.of("seen", String.valueOf(shown.action().version()))));
        return ActionsController.FORM;
    }

    @PostMapping("/moves/{move}")
    String make(Actor by, @PathVariable("ref") String action, @PathVariable String move,
            @RequestParam MultiValueMap<String, String> all, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var shown = plans.action(by, action).actions().getFirst();
        var sent = all.toSingleValueMap();
        if (late(by, shown, move))
            return late(by, action, typed(sent, TYPED), request, response, model);
        var its = move(by, shown, move).orElseThrow(ProgressController::noMove);
        var levels = Objects.requireNonNullElse(all.get("levels"), List.<String>of());
        var problems = problems(its, shown, sent, levels,
                LocalDate.ofInstant(clock.instant(), LondonTime.ZONE));
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return move(by, shown, its, sent, levels, problems, null, request, model);
        }
        var result = its.needs() == ActionMove.Needs.OUTCOME_AND_IMPACT
                ? new ActionResult(sent.getOrDefault("outcome", "").strip(), sent.getOrDefault("impact", "").strip(),
                        Arrays.stream(ImpactLevel.values()).filter(l -> levels.contains(l.name())).toList())
                : null;
        try {
            work.move(by, action, ActionsController.seen(sent.get("seen")), its,
                    new PlanAction.Said(sent.getOrDefault("words", "").strip(), DayTyped.of(sent, "day").read(),
                            result, null));
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            if (move(by, plans.action(by, action).actions().getFirst(), move).isEmpty())
                return late(by, action, typed(sent, TYPED), request, response, model);
            response.setStatus(refused.kind().status());
            return move(by, plans.action(by, action).actions().getFirst(), its, sent, levels, List.of(),
                    ActionsController.CHANGED, request, model);
        }
        frames.say(request, response, PlanNotice.ACTION_MOVED);
        return "redirect:" + at(action);
    }

    private static List<Problem> problems(ActionMove move, ShownAction shown, Map<String, String> sent,
            List<String> levels, LocalDate today) {
        var problems = new ArrayList<Problem>();
        switch (move.needs()) {
            case NOTHING, LATER_PLAN -> {
                // Nothing is typed.
            }
            case SCHEDULE -> {
                if (!shown.action().schedule().standsUp())
                    problems.add(new Problem("seen",
                            "Change the action first: its timescale was not understood, or it never ends and has no review"));
            }
            case REASON, REASON_AND_REVIEW_DAY -> text(problems, sent, "words", "Enter the reason");
            case OUTCOME_AND_IMPACT -> {
                text(problems, sent, "outcome", "Enter the outcome");
                text(problems, sent, "impact", "Enter the impact");
                if (Arrays.stream(ImpactLevel.values()).noneMatch(l -> levels.contains(l.name())))
                    problems.add(new Problem("levels", "Choose at least one kind of impact"));
            }
        }
        if (move.needs() == ActionMove.Needs.REASON_AND_REVIEW_DAY) {
            var day = DayTyped.of(sent, "day");
            day.check(problems, true, "the day when it is looked at again");
            if (day.read() instanceof LocalDate review && review.isBefore(today))
                problems.add(new Problem("day-day", "The day when it is looked at again must not be past"));
        }
        return problems;
    }

    private static void text(List<Problem> problems, Map<String, String> sent, String name, String missing) {
        var words = sent.getOrDefault(name, "").strip();
        if (words.isEmpty() || words.length() > ActionWords.LONGEST)
            problems.add(new Problem(name, words.isEmpty() ? missing : "Use 4,000 characters or fewer"));
    }
}
