package heed.demo;

import heed.assurance.plan.ActionMove;
import heed.assurance.plan.ActionResult;
import heed.assurance.plan.ActionSource;
import heed.assurance.plan.ActionWords;
import heed.assurance.plan.ActionWork;
import heed.assurance.plan.ImpactLevel;
import heed.assurance.plan.PlanAction;
import heed.assurance.plan.PlanColour;
import heed.assurance.plan.PlanYear;
import heed.assurance.plan.Plans;
import heed.assurance.plan.Posts;
import heed.assurance.plan.Recommendation;
import heed.assurance.plan.Recommendations;
import heed.platform.Actor;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Two years' action plans of the invented council, with the posts that lead them. Each act in a transaction of its scope. */
@Component
@Profile("demo")
class DemoPlans {
    /** Each plan runs from three quarters of a year before the month in which the demonstration begins. */
    private static final int MONTHS_AGO = 9;

    private final Plans plans;
    private final ActionWork work;
    private final Posts posts;
    private final Recommendations recommendations;

    DemoPlans(Plans plans, ActionWork work, Posts posts, Recommendations recommendations) {
        this.plans = plans;
        this.work = work;
        this.posts = posts;
        this.recommendations = recommendations;
    }

    private static Actor keeper(DemoStory story) {
        return story.keeper(DemoStory.COUNCIL);
    }

    private static DemoScript script(DemoStory story) {
        return DemoScript.read("plan.yaml", story.today());
    }

    private static PlanYear year(DemoStory story, int before) {
        LocalDate from = story.today().withDayOfMonth(1).minusMonths(MONTHS_AGO + 12L * before);
        return new PlanYear(from, from.plusYears(1).minusDays(1));
    }

    /** The posts, and the plan of the year before: most of it is closed. */
    void lastYear(DemoStory story) {
        var keeper = keeper(story);
        for (var post : script(story).each("posts")) {
            var id = DemoClock.at(story.at(-410, 0), () -> posts.add(keeper, post.text("title")));
            story.keep("post:" + post.text("key"), id);
            var held = post.maybe("held");
            if (held != null)
                DemoClock.at(story.at(-410, 5), () -> posts.hold(keeper, id, story.acting(held).staff(), "",
                        story.day(-410), null, false));
            var alias = post.maybe("alias");
            if (alias != null)
                DemoClock.at(story.at(-410, 6), () -> posts.alias(keeper, id, alias, null, null));
        }
        var plan = open(story, -408, 1, "Safeguarding action plan", null);
        story.keep("plan:last", plan);
        for (var action : script(story).each("last"))
            live(story, proposed(story, plan, action, -406, null), action);
    }

    /** The plan that came of last year's check, as it was agreed; what was left of the one before goes on in it. */
    void thisYear(DemoStory story) {
        var keeper = keeper(story);
        var last = story.id("plan:last");
        var plan = open(story, -292, 0, "Safeguarding action plan after the check", last);
        story.keep("plan:this", plan);
        DemoClock.at(story.at(-291, 0), () -> {
            plans.carry(keeper, last, plan);
        });
        var carried = script(story).under("carried");
        for (var shown : DemoClock.at(story.at(-291, 10), () -> plans.show(keeper, plan)).actions()) {
            var action = shown.action();
            DemoClock.at(story.at(-291, 20), () -> work.change(keeper, action.ref(), action.version(),
                    words(action.words().standard(), action.words().objective(), action.words().action(),
                            carried.text("timescale")),
                    action.leads()));
            move(story, action.ref(), action.version() + 1, keeper, ActionMove.AGREE, PlanAction.Said.NOTHING, -290);
        }
        var ret = story.find("return:" + DemoReturns.LAST + ":" + DemoStory.COUNCIL).orElse(null);
        for (var action : script(story).each("this"))
            proposed(story, plan, action, -290, ret);
    }

    /** What became of that plan since: half of it is done, some of it late. And what somebody recommended. */
    void thisYearSince(DemoStory story) {
        var keeper = keeper(story);
        var refs = new HashMap<String, String>();
        for (var shown : DemoClock.at(story.at(-256, 0), () -> plans.show(keeper, story.id("plan:this"))).actions())
            refs.put(shown.action().words().objective(), shown.action().ref());
        var carried = script(story).under("carried");
        for (var action : Stream.concat(script(story).each("this").stream(), Stream.of(carried)).toList()) {
            var ref = refs.get(action.text("objective"));
            if (ref != null)
                live(story, ref, action);
        }
        var asked = script(story).under("recommendation");
        DemoClock.at(story.at(-255, 0), () -> {
            recommendations.add(keeper, ActionSource.RECOMMENDATION, story.day(-290).getYear(), asked.text("code"),
                    new Recommendation.Words(asked.text("text"), asked.text("from")));
        });
        var learned = script(story).under("learning");
        var point = DemoClock.at(story.at(-140, 0),
                () -> recommendations.add(keeper, ActionSource.LEARNING_POINT, story.day(-140).getYear(),
                        learned.text("code"), new Recommendation.Words(learned.text("text"), learned.text("from"))));
        DemoClock.at(story.at(-110, 0), () -> recommendations.decide(keeper, point,
                new Recommendation.Decision(false, story.day(-112), learned.text("who"), learned.text("why"))));
    }

    private UUID open(DemoStory story, int day, int before, String title, @Nullable UUID follows) {
        return DemoClock.at(story.at(day, 0), () -> plans.open(keeper(story), year(story, before), title, follows));
    }

    private static ActionWords words(String standard, String objective, String action, String timescale) {
        return new ActionWords(standard, objective, action, "", "", "", "", "", "", timescale, "");
    }

    /** Proposed, and agreed where somebody began it later; its reference. */
    private String proposed(DemoStory story, UUID plan, DemoScript action, int day, @Nullable UUID ret) {
        var keeper = keeper(story);
        var question = action.maybe("question");
        var origin = question == null || ret == null
                ? PlanAction.Origin.TYPED
                : new PlanAction.Origin(ActionSource.RETURN_ITEM, ret, question, null);
        var ref = DemoClock.at(story.at(day, 0), () -> work.propose(keeper, plan, origin,
                words(action.text("standard"), action.text("objective"), action.text("action"),
                        action.text("timescale")),
                List.of(story.id("post:" + action.text("lead")))));
        // Proposed is version 1; each move counts on.
        if (action.has("began"))
            move(story, ref, 1, keeper, ActionMove.AGREE, PlanAction.Said.NOTHING, day + 1);
        return ref;
    }

    /** An agreed action from the day it was begun to where it stands. */
    private void live(DemoStory story, String ref, DemoScript action) {
        if (!action.has("began"))
            return;
        var keeper = keeper(story);
        int began = action.number("began");
        int seen = action.has("version") ? action.number("version") : 2;
        move(story, ref, seen, keeper, ActionMove.BEGIN, PlanAction.Said.NOTHING, began);
        var leads = lead(story, action.text("lead"));
        if (action.has("milestone"))
            DemoClock.at(story.at(began, 40), () -> work.milestone(keeper, ref, action.text("milestone"),
                    story.day(action.number("by"))));
        if (action.has("told"))
            DemoClock.at(story.at(action.number("told"), 0), () -> work.progress(leads, ref, action.text("progress")));
        if (action.has("judged"))
            DemoClock.at(story.at(action.number("judged"), 10), () -> work.judge(leads, ref,
                    PlanColour.valueOf(action.text("judge")), action.text("why")));
        if (action.has("held"))
            move(story, ref, 3, leads, ActionMove.HOLD, new PlanAction.Said(action.text("hold"),
                    story.day(action.number("review")), null, null), action.number("held"));
        if (action.has("claimed"))
            close(story, ref, action, leads);
    }

    private void close(DemoStory story, String ref, DemoScript action, Actor leads) {
        var keeper = keeper(story);
        int claimed = action.number("claimed");
        move(story, ref, 3, leads, ActionMove.CLAIM, said(action.text("proof"), null), claimed);
        move(story, ref, 4, keeper, ActionMove.VERIFY, said("Looked at: " + action.text("proof"), null), claimed + 4);
        move(story, ref, 5, keeper, ActionMove.CLOSE, said("", new ActionResult(action.text("outcome"),
                action.text("impact"), List.of(ImpactLevel.valueOf(action.text("level"))))), claimed + 6);
    }

    private static PlanAction.Said said(String words, @Nullable ActionResult result) {
        return new PlanAction.Said(words, null, result, null);
    }

    /** Whoever holds the post that leads; who keeps plans where nobody does. */
    private static Actor lead(DemoStory story, String post) {
        return script(story).each("posts").stream().filter(p -> p.text("key").equals(post) && p.has("held"))
                .findFirst().map(p -> story.acting(p.text("held"))).orElse(keeper(story));
    }

    private void move(DemoStory story, String ref, int seen, Actor by, ActionMove move, PlanAction.Said said,
            int day) {
        DemoClock.at(story.at(day, 30), () -> work.move(by, ref, seen, move, said));
    }
}
