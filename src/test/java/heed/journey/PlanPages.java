package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.access.Role;
import heed.assurance.plan.PlanOf;
import org.springframework.context.ApplicationContext;

/** The pages of action plans, for {@link EveryPageJourney}. */
final class PlanPages {
    private final EveryPageJourney every;
    private final ApplicationContext context;
    private final int port;

    PlanPages(EveryPageJourney every, ApplicationContext context, int port) {
        this.every = every;
        this.context = context;
        this.port = port;
    }

    void plans() {
        var town = Council.in(context);
        var cara = town.person("Cara Whitlow", Role.COORDINATOR);
        var ivo = town.person("Ivo Marchbanks", Role.COORDINATOR);
        var lena = town.person("Lena Orton");
        try (var window = Window.on(Device.DESK, port).as(cara)) {
            every.visit(window, "/assurance/plans", "plans-none");
            every.visit(window, "/assurance/posts", "plan-posts-none");
            every.visit(window, "/assurance/recommendations", "plan-recommendations-none");
            every.form(window, "/assurance/posts/new", "Save", "plan-post-new");
            window.fill("What is the post called?", "Housing options lead").press("Save");
            every.look(window, "plan-post-vacant");
            var post = window.path();
            every.form(window, post + "/holders", "Save", "plan-post-holder");
            window.page.selectOption("#staff", lena.staff().toString());
            window.press("Save");
            every.look(window, "plan-post");
            every.visit(window, window.page.locator("a[href*='/holders/']").first().getAttribute("href"),
                    "plan-post-end");
            every.form(window, post + "/aliases", "Add it", "plan-post-alias");
            window.fill("What do plans call it?", "LO").press("Add it");
            every.look(window, "plan-post-called");
            window.page.locator("a[href*='/aliases/']").first().click();
            every.look(window, "plan-post-alias-correction");
            window.fill("What do plans call it?", "").press("Save");
            every.look(window, "plan-post-alias-correction-in-error");
            window.fill("What do plans call it?", "LOR").press("Save");
            every.look(window, "plan-post-called-otherwise");
            every.visit(window, post + "/title", "plan-post-title");
            every.visit(window, "/assurance/posts", "plan-posts");
            every.form(window, "/assurance/plans/new", "Open the plan", "plan-new");
            var plan = PlanOf.year(context, cara, 2025);
            var later = PlanOf.year(context, cara, 2026);
            every.visit(window, "/assurance/plans/" + plan, "plan-empty");
            every.visit(window, "/assurance/plans/" + plan + "/details", "plan-details");
            every.form(window, "/assurance/plans/" + plan + "/actions/new", "Propose it", "plan-action-new");
            window.fill("What is to be done?",
                    "Write to every landlord of a house in multiple occupation about whom to ring")
                    .fill("By when, or how often?", "Quarterly meetings")
                    .select("Who leads it?", "Housing options lead (Lena Orton)")
                    .fill("Standard or heading (optional)", "1. Working together").press("Propose it");
            every.look(window, "plan-action-proposed");
            var action = window.path();
            every.visit(window, action + "/words", "plan-action-words");
            every.visit(window, action + "/moves/AGREE", "plan-action-agree");
            window.press("Agree");
            every.form(window, action + "/progress", "Save", "plan-action-progress");
            window.fill("How does it go?", "Forty of sixty letters are out.").choose("A Amber")
                    .fill("Why this colour? (needed with a colour)", "One of the two who write them has left.")
                    .press("Save");
            every.form(window, action + "/milestones", "Add it", "plan-milestone");
            window.fill("What is to be reached?", "Half of the letters");
            for (var part : new String[][]{{"Day", "1"}, {"Month", "2"}, {"Year", "2026"}})
                window.fill(part[0], part[1]);
            window.press("Add it");
            every.look(window, "plan-action");
            PlanOf.agreed(context, cara, plan, "Count the beds in every hostel", "June 2025",
                    PlanOf.post(context, cara, "Hostels lead", null));
            PlanOf.proposed(context, cara, plan, "Go on meeting the champions", "Ongoing");
            PlanOf.everythingAbout(context, cara, ivo, "the register");
            every.visit(window, "/assurance/plans/" + plan, "plan");
            every.visit(window, "/assurance/plans/" + plan + "?view=overdue", "plan-overdue");
            every.visit(window, "/assurance/plans/" + plan + "?view=lead", "plan-by-lead");
            every.visit(window, "/assurance/actions?view=overdue", "plan-actions-overdue");
            every.visit(window, "/assurance/plans", "plans");
            every.form(window, "/assurance/recommendations/new", "Keep it", "plan-recommendation-new");
            var asked = PlanOf.recommendation(context, cara);
            every.visit(window, "/assurance/recommendations/" + asked, "plan-recommendation-open");
            every.form(window, "/assurance/recommendations/" + asked + "/decision", "Record it",
                    "plan-recommendation-decision");
            every.visit(window, "/assurance/recommendations/" + asked + "/correction",
                    "plan-recommendation-correction");
            window.fill("What does it say?", "").press("Save the correction");
            every.look(window, "plan-recommendation-correction-in-error");
            window.fill("What does it say?", "Meet every month.").press("Save the correction");
            every.look(window, "plan-recommendation-corrected");
            every.visit(window, "/assurance/recommendations", "plan-recommendations");
            every.visit(window, "/assurance/plans/" + plan + "/carrying", "plan-carrying");
            window.page.selectOption("#to", later.toString());
            window.press("Carry forward");
            every.look(window, "plan-carried");
            assertThat(window.path()).isEqualTo("/assurance/plans/" + later);
            every.visit(window, action, "plan-action-carried");
            every.visit(window, "/assurance", "assurance-coordinator-plans");
        }
        try (var window = Window.on(Device.PHONE, port).as(lena)) {
            every.visit(window, "/assurance/actions", "plan-actions-of-a-lead");
            every.visit(window, "/assurance", "assurance-of-a-lead");
        }
    }
}
