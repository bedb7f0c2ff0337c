package heed.assurance.plan;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was just done to a plan. */
enum PlanNotice implements Notice {
    /** After opening a plan. */
    ACTION_PLAN_OPENED("The plan is open. Add its first action."),
    /** After saying what a plan is called and which year it is for. */
    ACTION_PLAN_SAVED("The title and year have been saved."),
    /** After carrying forward. */
    ACTION_PLAN_CARRIED("What goes on is now proposed in this plan. Check each timescale, then agree it."),
    /** After proposing. */
    ACTION_PROPOSED("The action is in the plan. Check how its timescale was read, then agree it."),
    /** After changing. */
    ACTION_CHANGED("The action has been saved."),
    /** After a move. */
    ACTION_MOVED("Done. It is in the action’s history."),
    /** After an entry. */
    ACTION_NOTED("Your entry has been saved."),
    /** After adding a milestone. */
    MILESTONE_ADDED("The milestone has been added."),
    /** After meeting one. */
    MILESTONE_MET("The milestone is met."),
    /** After adding or changing a post. */
    POST_SAVED("The post has been saved."),
    /** After adding a recommendation. */
    RECOMMENDATION_ADDED("It is kept. Answer it with an action, or record a decision not to act."),
    /** After correcting one. */
    RECOMMENDATION_CORRECTED("The correction is saved. What it said before stays on record."),
    /** After deciding. */
    RECOMMENDATION_DECIDED("The decision is recorded.");

    private final String words;

    PlanNotice(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    @Component("planNotices")
    static class All implements Notices {
        @Override
        public List<? extends Notice> notices() {
            return List.of(values());
        }
    }
}
