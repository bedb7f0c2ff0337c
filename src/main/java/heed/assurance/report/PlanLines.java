package heed.assurance.report;

import heed.assurance.plan.ActionState;
import heed.assurance.plan.Computed;
import heed.assurance.plan.PlanAction;
import heed.assurance.plan.PlanColour;
import heed.assurance.plan.Plans;
import heed.assurance.plan.Post;
import heed.assurance.plan.ShownAction;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Actions of a plan as a report prints them: led by posts, never by whoever holds them. */
final class PlanLines {
    private PlanLines() {
    }

    /** What was completed: closed or verified by another, and what its lead says is complete, which then says so. */
    static List<ReportAction> completed(Plans.Sheet sheet) {
        return sheet.actions().stream().filter(a -> completed(a.action().state())).map(a -> line(a, sheet)).toList();
    }

    /** What is to be done, and what was done of it already; without what was cancelled or goes on elsewhere. */
    static List<ReportAction> plan(Plans.Sheet sheet) {
        return sheet.actions().stream().filter(a -> a.action().state() != ActionState.CANCELLED
                && a.action().state() != ActionState.CARRIED_FORWARD).map(a -> line(a, sheet)).toList();
    }

    private static boolean completed(ActionState state) {
        return state == ActionState.CLOSED || state == ActionState.VERIFIED || state == ActionState.CLAIMED_COMPLETE;
    }

    private static ReportAction line(ShownAction shown, Plans.Sheet sheet) {
        var action = shown.action();
        var words = action.words();
        var result = action.standing().result();
        var computed = shown.computed();
        var judged = shown.judgement();
        var lead = judged.map(j -> Objects.requireNonNull(j.colour()).shown()).orElse("");
        var why = computed == null
                ? ""
                : !shown.differs()
                        ? alone(computed)
                        : "The lead: " + judged.map(j -> Objects.requireNonNullElse(j.words(), "")).orElse("")
                                + ". Heed: "
                                + computed.why().words() + ".";
        var outcome = result == null ? words.outcome() : result.outcome();
        return new ReportAction(action.ref(), words.standard(), words.action(), leads(action, sheet),
                words.timescale().isBlank() ? action.schedule().words() : words.timescale(), action.state().words(),
                lead, computed == null ? "" : computed.colour().shown(), why.replace("..", "."),
                action.state() == ActionState.CLAIMED_COMPLETE
                        ? (outcome.isBlank() ? "" : outcome + "\n") + "Not verified yet."
                        : outcome,
                result == null ? words.impact() : result.impact());
    }

    /** Why Heed finds something not on target, where the lead says nothing else: a colour alone tells a committee little. */
    private static String alone(Computed computed) {
        return computed.colour() == PlanColour.R || computed.colour() == PlanColour.A
                ? computed.why().words() + "."
                : "";
    }

    private static String leads(PlanAction action, Plans.Sheet sheet) {
        return action.leads().isEmpty()
                ? action.words().leads()
                : action.leads().stream().map(id -> sheet.posts().post(id).map(Post::title).orElse("No post"))
                        .collect(Collectors.joining("\n"));
    }
}
