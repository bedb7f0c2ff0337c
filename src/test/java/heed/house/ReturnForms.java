package heed.house;

import heed.assurance.AssuranceOf;
import heed.assurance.plan.PlanOf;
import heed.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** What {@link RoutesTest} sends to forms of a return in which the first of everything is not right. */
final class ReturnForms {
    private ReturnForms() {
    }

    /** The fields for a route; null for one whose form is sent as it is. */
    static String @Nullable [] sent(ApplicationContext context, Actor publisher, Actor colleague, Actor by,
            String path) {
        return switch (path) {
            case "/assurance/returns/opening" -> new String[]{"for", "own", "edition",
                    AssuranceOf.edition(context, publisher) + " whole", "window-from-day", "1", "window-from-month",
                    "4",
                    "window-from-year", "2025", "window-until-day", "31", "window-until-month", "3",
                    "window-until-year",
                    "2026", "from", ""};
            case "/assurance/returns/{ret}/sharing" -> new String[]{"questions", "1.2", "staff",
                    colleague.staff().toString(), "due-day", "1", "due-month", "5", "due-year", "2099"};
            case "/assurance/returns/{ret}/lost-ratings" -> new String[]{"source", "The signed copy", "level-1-1", "G"};
            case "/assurance/returns/{ret}/questions/{question}/evidence/{statement}/moving" ->
                new String[]{"move", "WITHDRAW"};
            case "/assurance/returns/{ret}/questions/{question}/rating" -> new String[]{"says", "not_rated"};
            case "/assurance/returns/{ret}/questions/{question}/figures" -> new String[]{"how", "type", "title",
                    "Crews", "value", "12", "unit", "crews", "source", "The log"};
            case "/assurance/returns/{ret}/questions/{question}/actions" -> new String[]{"plan",
                    PlanOf.year(context, by, 2031).toString(), "action", "Train every crew", "timescale",
                    "March 2032"};
            default -> null;
        };
    }
}
