package heed.house;

import heed.access.Role;
import heed.assurance.AssuranceOf;
import heed.assurance.framework.FrameworkOf;
import heed.assurance.importing.PaperOf;
import heed.assurance.report.CommitteeReport;
import heed.assurance.years.ThemeOf;
import heed.assurance.exercise.ReturnOf;
import heed.assurance.peerreview.PeerOf;
import heed.cast.Cast;
import heed.platform.Actor;
import heed.assurance.plan.PlanOf;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * How a record of each kind that routes of assurance name is made, for {@link RoutesTest} and the authorisation matrix.
 * Whoever adds a kind adds it to {@link #KINDS} and to {@link #make}.
 */
final class AssuranceRecords {
    /** Kinds of a scope's own: everybody of the scope with the permission is shown them, nobody of another. */
    static final List<String> KINDS = List.of("framework", "framework-draft", "cycle", "invitation", "paper", "return",
            "theme", "plan", "plan-action", "post", "post-holder", "post-alias",
            "recommendation", "reviews", "review", "challenge",
            "past-edition", "outside-review", "report", "published-report", "report-template");

    private AssuranceRecords() {
    }

    /** Somebody who keeps plans. */
    static Actor keeper(Cast in) {
        return in.staff("Kit Plankeeper", Role.COORDINATOR);
    }

    /** An action that this person leads: theirs to read and to work on, and those who keep plans likewise. */
    static Map<String, String> ledBy(ApplicationContext context, Cast in, Actor lead) {
        return PlanOf.ledBy(context, keeper(in), lead);
    }

    /**
     * Whether somebody's role shows them what another leads: whoever keeps plans, and to read it whoever signs the return
     * off.
     */
    static boolean othersActions(String record, Collection<String> roles) {
        return record.equals("led-action") && roles.contains(Role.COORDINATOR.name())
                || record.equals("read-action") && (roles.contains(Role.COORDINATOR.name())
                        || roles.contains(Role.ACCOUNTABLE_OFFICER.name()));
    }

    /** The values of the path for a new record of this kind; empty for kinds of other modules. */
    static Optional<Map<String, String>> make(ApplicationContext context, Cast in, String kind, String path) {
        if (!KINDS.contains(kind))
            return Optional.empty();
        var board = in.staff("Bea Boardman", Role.BOARD_MANAGER);
        return Optional.of(switch (kind) {
            case "framework" -> Map.of("id", AssuranceOf.edition(context, board).toString());
            case "framework-draft" -> Map.of("id", AssuranceOf.draft(context, board).toString());
            case "cycle" -> AssuranceOf.cycle(context, board, path);
            case "invitation" -> AssuranceOf.invitation(context, board);
            case "paper" -> paper(context, board, in.staff("Cleo Otherpaper", Role.COORDINATOR), path);
            case "return" -> ReturnOf.standing(context, in.staff("Cora Keeper", Role.COORDINATOR),
                    in.staff("Ade Accountable", Role.ACCOUNTABLE_OFFICER), in.staff("Len Burr"), path);
            case "report", "published-report" ->
                CommitteeReport.standing(context, in.staff("Cora Keeper", Role.COORDINATOR),
                        in.staff("Ade Accountable", Role.ACCOUNTABLE_OFFICER), path);
            case "report-template" -> Map.of("template",
                    CommitteeReport.kept(context, in.staff("Cora Keeper", Role.COORDINATOR)).toString());
            case "theme" -> Map.of("theme", ThemeOf.published(context, board));
            case "plan" -> Map.of("id", PlanOf.year(context, keeper(in), 2030).toString());
            case "plan-action" -> Map.of("ref", PlanOf.proposed(context, keeper(in),
                    PlanOf.year(context, keeper(in), 2030), "Visit every site", "March 2031"));
            case "post", "post-holder", "post-alias" -> PlanOf.held(context, keeper(in), in.staff("Hal Holder"));
            case "reviews" ->
                PeerOf.reviews(context, board, reviewed(in), accountable(in), Cast.in(context).scope(), path);
            case "review", "challenge" -> reviewed(context, in, kind, path);
            case "past-edition" -> Map.of("edition", AssuranceOf.edition(context, board).toString());
            case "outside-review" -> Map.of("review", PeerOf.outside(context, reviewed(in)).toString());
            case "recommendation" -> Map.of("id", PlanOf.recommendation(context, keeper(in)).toString());
            default -> throw new IllegalStateException("say here how to make a " + kind);
        });
    }

    private static Actor reviewed(Cast in) {
        return in.staff("Cora Reviewed", Role.COORDINATOR);
    }

    private static Actor accountable(Cast in) {
        return in.staff("Ade Accountable", Role.ACCOUNTABLE_OFFICER);
    }

    /** A review that this scope was asked for by a board elsewhere, or a challenge on a return of this scope's own. */
    private static Map<String, String> reviewed(ApplicationContext context, Cast in, String kind, String path) {
        var elsewhere = Cast.in(context);
        if (kind.equals("review"))
            return PeerOf.review(context, elsewhere.staff("Bo Elsewhere", Role.BOARD_MANAGER), reviewed(elsewhere),
                    accountable(elsewhere), in.scope(), path);
        return PeerOf.challenge(context, in.staff("Bea Boardman", Role.BOARD_MANAGER), reviewed(in), accountable(in),
                elsewhere.staff("Per Elsewhere", Role.COORDINATOR));
    }

    /** Only what somebody changed can be put back, and only what a published edition asks can be accepted. */
    private static Map<String, String> paper(ApplicationContext context, Actor board, Actor by, String path) {
        AssuranceOf.edition(context, board);
        var paper = path.endsWith("/putting-back")
                ? PaperOf.changed(context, by)
                : path.endsWith("/taking-back") ? PaperOf.report(context, by) : PaperOf.in(context, by);
        return Map.of("paper", paper.toString(), "piece", PaperOf.ANSWER);
    }

    /** What is sent to forms that somebody in a hurry cannot fill; null for others. */
    static String @Nullable [] sent(ApplicationContext context, String template, String path, Actor by) {
        return switch (template) {
            case "/assurance/reports/{report}/figures" -> new String[]{"measure", "concerns-raised", "from-day", "1",
                    "from-month", "4", "from-year", "2025", "until-day", "31", "until-month", "3", "until-year",
                    "2026"};
            case "/assurance/reports" -> new String[]{"return", heed.assurance.exercise.ReturnOf.opened(context, by)
                    .toString()};
            case "/assurance/frameworks/shipped" -> new String[]{"code", "grade-1-4"};
            case "/assurance/frameworks/loading" ->
                new String[]{"text", FrameworkOf.edition("sent-" + UUID.randomUUID(), "Sent standards")};
            case "/assurance/frameworks/drafts/{id}/changing" -> new String[]{"seen", "0", "text",
                    FrameworkOf.draftYaml(context, by, UUID.fromString(path.split("/")[4]))};
            case "/assurance/cycles/planning" -> new String[]{"edition",
                    AssuranceOf.edition(context, by).toString(), "window-from-day", "1", "window-from-month", "4",
                    "window-from-year", "2025", "window-until-day", "31", "window-until-month", "3",
                    "window-until-year", "2026", "opens-day", "1", "opens-month", "4", "opens-year", "2026",
                    "returns-day", "30", "returns-month", "6", "returns-year", "2026"};
            case "/assurance/cycles/{id}/moves" -> new String[]{"move", "OPEN_IT", "seen", "0"};
            case "/assurance/cycles/{id}/inviting" ->
                new String[]{"scope", by.scope().toString(), "profile", "whole"};
            default -> PeerOf.sent(context, template, path, by);
        };
    }
}
