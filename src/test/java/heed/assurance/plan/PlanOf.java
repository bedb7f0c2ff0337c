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
        return new ActionWords("1. Working together", "", action, "", "Fewer people wait", "", "", "", "", timescale, "");
    }

    /** An action proposed in a plan. */
    public static String proposed(ApplicationContext context, Actor keeper, UUID plan, String action, String timescale,
            UUID... leads) {
        return context.getBean(ActionWork.class).propose(keeper, plan, PlanAction.Origin.TYPED, words(action, timescale),
                List.of(leads));
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

    /** A recommendation, kept. */
    public static UUID recommendation(ApplicationContext context, Actor keeper) {
        return context.getBean(Recommendations.class).add(keeper, ActionSource.RECOMMENDATION, 2028,
                UUID.randomUUID().toString().substring(0, 8), new Recommendation.Words("Meet more often.", "A review"));
    }

    /** Somebody who holds a post, by id. */
    public static java.util.Map<String, String> held(ApplicationContext context, Actor keeper, Actor holder) {
        var post = post(context, keeper, "Lead of much " + UUID.randomUUID(), holder);
        return java.util.Map.of("id", post.toString(), "holder",
                context.getBean(Posts.class).get(keeper, post).holders().getFirst().id().toString());
    }
}
