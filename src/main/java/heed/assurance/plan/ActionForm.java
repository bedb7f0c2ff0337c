package heed.assurance.plan;

import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The words, timescale and leads of an action as they are typed. */
record ActionForm(MultiValueMap<String, String> sent) {
    static ActionForm of(PlanAction action) {
        var words = action.words();
        var sent = new LinkedMultiValueMap<String, String>();
        sent.add("standard", words.standard());
        sent.add("objective", words.objective());
        sent.add("action", words.action());
        sent.add("input", words.input());
        sent.add("outcome", words.outcome());
        sent.add("measure", words.measure());
        sent.add("evidence", words.evidence());
        sent.add("timescale", words.timescale());
        action.leads().stream().limit(1).forEach(id -> sent.add("lead", id.toString()));
        action.leads().stream().skip(1).forEach(id -> sent.add("leads", id.toString()));
        return new ActionForm(sent);
    }

    private String get(String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "").replace("\r\n", "\n").strip();
    }

    /** The posts that lead it, whichever answers for it first. */
    List<UUID> leads() {
        return Stream.of("lead", "leads")
                .flatMap(name -> Objects.requireNonNullElse(sent.get(name), List.<String>of()).stream())
                .map(PlansController::id).filter(Objects::nonNull).distinct().toList();
    }

    /** What was typed, with what a person does not type left as it was. */
    ActionWords words(ActionWords before) {
        return new ActionWords(get("standard"), get("objective"), get("action"), get("input"), get("outcome"),
                before.impact(), get("measure"), get("evidence"), before.leads(), get("timescale"), before.printed());
    }

    /** That action as it would be, but for its schedule. */
    PlanAction typed(PlanAction now) {
        return new PlanAction(now.id(), now.ref(), now.plan(), now.place(), now.origin(), words(now.words()),
                now.schedule(), leads(), now.standing(), now.version());
    }

    /** What is wrong with it for an action that is there; its timescale only where it was typed anew. */
    List<Problem> problems(PlanAction now, @Nullable PlanYear year) {
        return problems(now.state().timed() && !(now.schedule().standsUp()
                && get("timescale").equals(now.words().timescale().strip())), year);
    }

    /** @param agreed whether it is to be done as agreed, so that its timescale must stand up */
    List<Problem> problems(boolean agreed, @Nullable PlanYear year) {
        var problems = new ArrayList<Problem>();
        if (get("action").isEmpty())
            problems.add(new Problem("action", "Enter what is to be done"));
        for (var name : List.of("standard", "objective", "action", "input", "outcome", "measure", "evidence"))
            if (get(name).length() > ActionWords.LONGEST)
                problems.add(new Problem(name, "Use 4,000 characters or fewer"));
        if (get("timescale").length() > 200)
            problems.add(new Problem("timescale", "Use 200 characters or fewer"));
        else if (agreed) {
            var schedule = Timescales.read(get("timescale"), year).schedule();
            if (schedule instanceof Schedule.Unread unread)
                problems.add(new Problem("timescale", unread.why().words().replaceAll("\\.$", "")
                        + ": write it another way"));
            else if (!schedule.standsUp())
                problems.add(new Problem("timescale",
                        "Say how often it is reviewed, such as “ongoing, reviewed every 6 months”"));
        }
        return problems;
    }

    private Field field(String name, String label, List<Problem> problems) {
        return Field.of(name, label).withValue(sent.getFirst(name)).withProblem(FormPage.problem(problems, name));
    }

    List<Question> questions(PostBook posts, java.time.LocalDate day, List<Problem> problems) {
        var chosen = leads();
        var questions = new ArrayList<Question>(List.of(
                new Question.Words(field("action", "What is to be done?", problems), 4),
                new Question.Line(field("timescale", "By when, or how often?", problems).withHint(
                        "As you would say it: “March 2027”, “quarterly”, “all year”, “ongoing, reviewed every 6 months”, “as and when”"))));
        if (posts.posts().isEmpty())
            questions.add(new Question.Select(field("lead", "Who leads it?", problems)
                    .withHint(
                            "There is no post yet: add those that lead actions under Assurance. Until then it is Red."),
                    List.of(Choice.of("", "Nobody yet", true))));
        else {
            var first = PlansController.id(sent.getFirst("lead"));
            questions.add(new Question.Select(field("lead", "Who leads it?", problems)
                    .withHint("This post answers for it. Without a lead who is in post, an action is Red."),
                    Stream.concat(Stream.of(Choice.of("", "Nobody yet", first == null)),
                            posts.posts().stream().map(p -> Choice.of(p.id().toString(), posts.words(p.id(), day),
                                    p.id().equals(first))))
                            .toList()));
            questions.add(new Question.More("Others who lead it with them",
                    List.of(new Question.Tick(field("leads", "Who else leads it? (optional)", problems),
                            posts.posts().stream().map(p -> Choice.of(p.id().toString(), posts.words(p.id(), day),
                                    chosen.contains(p.id()) && !p.id().equals(first))).toList())),
                    chosen.size() > 1 || first == null && !chosen.isEmpty()));
        }
        questions.add(new Question.Words(field("objective", "Objective (optional)", problems), 2));
        questions.add(new Question.Line(field("standard", "Standard or heading (optional)", problems)));
        questions.add(new Question.More("Input, outcome, measure and evidence",
                List.of(new Question.Words(field("input", "What goes into it? (optional)", problems), 2),
                        new Question.Words(field("outcome", "Desired outcome (optional)", problems), 2),
                        new Question.Words(field("measure", "How will you see it? (optional)", problems), 2),
                        new Question.Words(field("evidence", "Where is the evidence? (optional)", problems), 2)),
                !get("input").isEmpty() || !get("outcome").isEmpty() || !get("measure").isEmpty()
                        || !get("evidence").isEmpty()));
        return questions;
    }
}
