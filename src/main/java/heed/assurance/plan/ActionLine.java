package heed.assurance.plan;

import heed.platform.web.LondonTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action as a list shows it. Public only because templates compile elsewhere.
 *
 * @param due    when it is to be done, as written, and how that was read where it says more
 * @param heed   Heed's colour in letter and word; empty where it has none
 * @param why    the rule that gave it
 * @param lead   the lead's colour in letter and word; empty where they gave none
 * @param differ whether the two are not the same
 * @param reason the lead's reason, where they differ
 */
public record ActionLine(String ref, String href, String title, String leads, String due, String state, String stateTag,
        String heed, String heedTag, String why, String lead, String leadTag, boolean differ, String reason) {
    static ActionLine of(ShownAction shown, PostBook posts, java.time.LocalDate day) {
        var a = shown.action();
        var computed = shown.computed();
        var judged = shown.judgement().orElse(null);
        var colour = judged == null ? null : judged.colour();
        return new ActionLine(a.ref(), "/assurance/actions/" + a.ref(), a.words().title(), leads(a, posts, day),
                due(a), a.state().words(), tag(a.state()), computed == null ? "" : computed.colour().shown(),
                computed == null ? "grey" : computed.colour().tag(),
                computed == null ? "" : computed.why().words(), colour == null ? "" : colour.shown(),
                colour == null ? "grey" : colour.tag(), shown.differs(), shown.differs() ? reason(judged) : "");
    }

    private static String reason(@Nullable ActionEntry judged) {
        return judged == null || judged.words() == null
                ? ""
                : judged.words() + " (" + PlanDays.words(judged.at().atZone(LondonTime.ZONE).toLocalDate()) + ")";
    }

    static String leads(PlanAction action, PostBook posts, java.time.LocalDate day) {
        return action.leads().isEmpty()
                ? action.words().leads().isBlank() ? "No lead" : "No post for “" + action.words().leads().strip() + "”"
                : String.join("\n", action.leads().stream().map(id -> posts.words(id, day)).toList());
    }

    static String due(PlanAction action) {
        var words = action.words().timescale().strip();
        return words.isEmpty() ? action.schedule().words() : words;
    }

    static String tag(ActionState state) {
        return switch (state) {
            case PROPOSED -> "yellow";
            case AGREED, IN_PROGRESS -> "blue";
            case ON_HOLD -> "orange";
            case CLAIMED_COMPLETE, VERIFIED -> "turquoise";
            case CLOSED -> "green";
            case CANCELLED, CARRIED_FORWARD -> "grey";
        };
    }

    static List<ActionLine> all(Plans.Sheet sheet) {
        return sheet.actions().stream().map(a -> of(a, sheet.posts(), sheet.day())).toList();
    }
}
