package heed.assurance.plan;

import heed.access.staff.Staff;
import heed.platform.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Makes plans, posts and actions for tests, as those who keep plans make them. */
public final class PlanOf {
    private static final LocalDate EVER = LocalDate.of(2015, 1, 1);

    private PlanOf() {
    }

    /** A plan for the financial year that begins in this one. */
    public static UUID year(ApplicationContext context, Actor keeper, int year) {
        return context.getBean(Plans.class).open(keeper, PlanYear.financial(year),
                "Safeguarding action plan " + PlanYear.financial(year).words(), null);
    }

    /** A post that somebody has held for long; or nobody. */
    public static UUID post(ApplicationContext context, Actor keeper, String title, @Nullable Actor holder) {
        var posts = context.getBean(Posts.class);
        var post = posts.add(keeper, title);
        if (holder != null)
            posts.hold(keeper, post, holder.staff(), "", EVER, null, false);
        return post;
    }

    /** What an action says. */
    public static ActionWords words(String action, String timescale) {
        return new ActionWords("1. Working together", "", action, "", "Fewer people wait", "", "", "", "", timescale,
                "");
    }

    /** An action proposed in a plan. */
    public static String proposed(ApplicationContext context, Actor keeper, UUID plan, String action, String timescale,
            UUID... leads) {
        return context.getBean(ActionWork.class).propose(keeper, plan, PlanAction.Origin.TYPED,
                words(action, timescale),
                List.of(leads));
    }

    /** An action of a plan of its own that answers a question of a return. */
    public static String answering(ApplicationContext context, Actor keeper, UUID ret, String question, String action,
            UUID... leads) {
        return context.getBean(ActionWork.class).propose(keeper, year(context, keeper, 2026),
                new PlanAction.Origin(ActionSource.RETURN_ITEM, ret, question, null), words(action, "March 2027"),
                List.of(leads));
    }

    /** Somebody wrote how the first action of a plan goes. */
    public static void progressed(ApplicationContext context, Actor keeper, UUID plan) {
        context.getBean(ActionWork.class).progress(keeper,
                context.getBean(Plans.class).show(keeper, plan).actions().getFirst().action().ref(), "It goes on.");
    }

    /** Its lead wrote how it goes and how they judge it. */
    public static void said(ApplicationContext context, Actor lead, String ref, String progress, PlanColour colour,
            String why) {
        var work = context.getBean(ActionWork.class);
        work.progress(lead, ref, progress);
        work.judge(lead, ref, colour, why);
    }

    /** The same, agreed. */
    public static String agreed(ApplicationContext context, Actor keeper, UUID plan, String action, String timescale,
            UUID... leads) {
        var ref = proposed(context, keeper, plan, action, timescale, leads);
        move(context, keeper, ref, ActionMove.AGREE, PlanAction.Said.NOTHING);
        return ref;
    }

    /** Moves an action from where it stands now. */
    public static void move(ApplicationContext context, Actor by, String ref, ActionMove move, PlanAction.Said said) {
        context.getBean(ActionWork.class).move(by, ref,
                context.getBean(Plans.class).action(by, ref).actions().getFirst().action().version(), move, said);
    }

    /** An action in a plan of its own, with one milestone, that this person leads; said of both, by reference and id. */
    public static java.util.Map<String, String> ledBy(ApplicationContext context, Actor keeper, Actor lead) {
        var ref = agreed(context, keeper, year(context, keeper, 2030), "Visit every site", "March 2031",
                post(context, keeper, "Sites lead " + UUID.randomUUID(), lead));
        context.getBean(ActionWork.class).milestone(keeper, ref, "Half of them", LocalDate.of(2030, 12, 1));
        var milestone = context.getBean(Plans.class).action(keeper, ref).actions().getFirst().milestones().getFirst();
        return java.util.Map.of("ref", ref, "milestone", milestone.id().toString(), "move", "BEGIN");
    }

    /**
     * Everything that can be written of plans, about this name: a post, its holder and initials, a plan, an action that is
     * closed with what came of it, a recommendation and a decision.
     *
     * @return the pages on which all of it is read
     */
    public static List<String> everythingAbout(ApplicationContext context, Actor keeper, Actor verifier, String name) {
        var posts = context.getBean(Posts.class);
        var post = posts.add(keeper, "Post of " + name);
        posts.hold(keeper, post, null, "Held by " + name, EVER, null, false);
        posts.alias(keeper, post, "Miscalled " + name, null, null);
        posts.correctAlias(keeper, post, posts.get(keeper, post).aliases().getFirst(), "Called " + name, null, null);
        var plan = context.getBean(Plans.class).open(keeper, PlanYear.financial(2026), "Plan of " + name, null);
        var ref = agreed(context, keeper, plan, "Visit " + name, "March 2027", post);
        var work = context.getBean(ActionWork.class);
        work.progress(keeper, ref, "Rang " + name);
        work.judge(keeper, ref, PlanColour.A, "Waits for " + name);
        work.milestone(keeper, ref, "Half of " + name, LocalDate.of(2026, 12, 1));
        move(context, keeper, ref, ActionMove.CLAIM, PlanAction.Said.of("Done by " + name));
        move(context, verifier, ref, ActionMove.VERIFY, PlanAction.Said.of("Seen by " + name));
        move(context, keeper, ref, ActionMove.CLOSE, new PlanAction.Said("", null,
                new ActionResult("Outcome for " + name, "Impact on " + name, List.of(ImpactLevel.LEVEL_3)), null));
        var recommendations = context.getBean(Recommendations.class);
        var asked = recommendations.add(keeper, ActionSource.FINDING, 2028, "1",
                new Recommendation.Words("Asked of " + name, "Paper on " + name));
        recommendations.correct(keeper, asked, 1, 2028, "1",
                new Recommendation.Words("Ask " + name, "Paper of " + name));
        recommendations.decide(keeper, asked, new Recommendation.Decision(false, EVER, "Decided by " + name,
                "Because of " + name));
        return List.of("/assurance/posts/" + post, "/assurance/plans/" + plan, "/assurance/actions/" + ref,
                "/assurance/recommendations/" + asked);
    }

    /** A recommendation, kept. */
    public static UUID recommendation(ApplicationContext context, Actor keeper) {
        return context.getBean(Recommendations.class).add(keeper, ActionSource.RECOMMENDATION, 2028,
                UUID.randomUUID().toString().substring(0, 8), new Recommendation.Words("Meet more often.", "A review"));
    }

    /** Somebody who holds a post that has another name, by id. */
    public static java.util.Map<String, String> held(ApplicationContext context, Actor keeper, Actor holder) {
        var post = post(context, keeper, "Lead of much " + UUID.randomUUID(), holder);
        var posts = context.getBean(Posts.class);
        posts.alias(keeper, post, "Much " + UUID.randomUUID(), null, null);
        var its = posts.get(keeper, post);
        return java.util.Map.of("id", post.toString(), "holder", its.holders().getFirst().id().toString(), "alias",
                its.aliases().getFirst().id().toString());
    }
}
