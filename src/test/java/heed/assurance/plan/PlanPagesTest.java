package heed.assurance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.Visitor;
import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The pages of action plans, read by heading, label, button and error summary. */
@InTown
class PlanPagesTest {
    @Autowired
    private ApplicationContext context;
    @Autowired
    private SetClock clock;
    @LocalServerPort
    private int port;
    private Town town;
    private Actor cora;
    private Actor lena;
    private UUID plan;
    private UUID housing;

    @BeforeEach
    void a_plan() {
        clock.goTo(Instant.parse("2026-06-15T09:00:00Z"));
        town = Town.in(context);
        cora = town.person("Cora Vale", Role.COORDINATOR);
        lena = town.person("Lena Orton");
        plan = PlanOf.year(context, cora, 2026);
        housing = PlanOf.post(context, cora, "Housing lead", lena);
    }

    @AfterEach
    void the_time_is_back() {
        clock.startAgain();
    }

    private static String errors(Visitor at) {
        return at.page().select(".govuk-error-summary li").text();
    }

    @Test
    void a_coordinator_proposes_an_action_reads_how_its_timescale_was_understood_and_agrees_it() {
        var at = town.visitor(cora, port).get("/assurance/plans/" + plan + "/actions/new");
        at.post("/assurance/plans/" + plan + "/actions", "action", "Write to every landlord", "timescale",
                "Quarterly meetings", "leads", housing.toString()).follow();
        assertThat(at.page().select("main").text()).contains("“Quarterly meetings” Every 3 months",
                "Housing lead (Lena Orton)", "Proposed", "Not judged yet", "G Green On target Nothing is late");
        var agree = at.page().select("a[href$=/moves/AGREE]").attr("href");
        at.get(agree).post(agree, "seen", at.page().select("input[name=seen]").val()).follow();
        assertThat(at.page().select("main").text()).contains("Agreed", "News is due by 15 September 2026");
        var claimed = PlanOf.agreed(context, cora, plan, "Count the beds", "March 2027", housing);
        PlanOf.move(context, lena, claimed, ActionMove.CLAIM, PlanAction.Said.of("Done"));
        assertThat(at.get("/assurance/actions?view=waiting").page().select("tbody th a").eachText())
                .containsExactly("Count the beds");
    }

    @Test
    void what_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost() {
        var at = town.visitor(cora, port).get("/assurance/plans/" + plan + "/actions/new");
        at.post("/assurance/plans/" + plan + "/actions", "action", "", "timescale", "Quarterly", "objective", "Kept");
        assertThat(at.status()).isEqualTo(422);
        assertThat(errors(at)).isEqualTo("Enter what is to be done");
        assertThat(at.page().select("#timescale").val()).isEqualTo("Quarterly");
        assertThat(at.page().select("#objective").text()).isEqualTo("Kept");
    }

    @Test
    void an_action_that_waits_to_be_understood_says_why_and_cannot_be_agreed() {
        var ref = PlanOf.proposed(context, cora, plan, "Meet twice", "biannual", housing);
        var at = town.visitor(cora, port).get("/assurance/actions/" + ref);
        assertThat(at.page().select(".govuk-inset-text").text()).contains("can mean two things");
        assertThat(at.page().select("a[href$=/moves/AGREE]")).isEmpty();
        var open = PlanOf.proposed(context, cora, plan, "Go on", "ongoing", housing);
        assertThat(at.get("/assurance/actions/" + open).page().select(".govuk-inset-text").text())
                .contains("it needs a review");
    }

    /** Invariant 14. */
    @Test
    void a_lead_writes_progress_and_judges_with_a_reason_and_both_colours_stand_on_the_page() {
        var ref = PlanOf.agreed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        var at = town.visitor(lena, port).get("/assurance/actions");
        assertThat(at.heading()).isEqualTo("Your actions");
        assertThat(at.page().select("tbody th a").eachText()).containsExactly("Write to every landlord");
        var page = "/assurance/actions/" + ref + "/progress";
        at.get(page).post(page, "words", "", "colour", "A", "reason", "");
        assertThat(errors(at)).isEqualTo("Say why it has this colour");
        at.post(page, "words", "Half are out", "colour", "A", "reason", "Two posts are empty").follow();
        assertThat(at.page().select("main").text()).contains("A Amber May be late Two posts are empty Lena Orton",
                "G Green On target Nothing is late", "Half are out");
        assertThat(at.page().select("a[href$=/words], a[href$=/moves/CANCEL]")).isEmpty();
        var coordinators = town.visitor(cora, port).get("/assurance/plans/" + plan);
        assertThat(coordinators.page().select("td[data-label=Colour]").text())
                .isEqualTo("Heed G Green Nothing is late Lead A Amber Two posts are empty (15 June 2026)");
        assertThat(coordinators.page().select("main").text()).contains("1 action has two colours");
    }

    @Test
    void the_second_of_two_is_told_shown_what_stands_and_keeps_their_words() {
        var ref = PlanOf.proposed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        var page = "/assurance/actions/" + ref + "/words";
        var one = town.visitor(cora, port).get(page);
        var two = town.visitor(town.person("Dev Marsh", Role.COORDINATOR), port).get(page);
        var seen = two.page().select("input[name=seen]").val();
        one.post(page, "seen", seen, "action", "Write to all of them", "timescale", "March 2027");
        two.post(page, "seen", seen, "action", "Ring them instead", "timescale", "May 2027");
        assertThat(two.status()).isEqualTo(409);
        assertThat(two.page().select("main").text()).contains("Somebody else changed this action",
                "Write to all of them");
        assertThat(two.page().select("#action").text()).isEqualTo("Ring them instead");
        two.post(page, "seen", two.page().select("input[name=seen]").val(), "action", "Ring them instead", "timescale",
                "May 2027");
        assertThat(two.status()).isEqualTo(302);
    }

    @Test
    void the_second_is_shown_everything_that_they_would_overwrite() {
        var ref = PlanOf.proposed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        var page = "/assurance/actions/" + ref + "/words";
        var two = town.visitor(cora, port).get(page);
        var seen = two.page().select("input[name=seen]").val();
        town.visitor(town.person("Dev Marsh", Role.COORDINATOR), port).get(page).post(page, "seen", seen, "action",
                "Write to every landlord", "timescale", "March 2027", "outcome", "Letters are out");
        two.post(page, "seen", seen, "action", "Write to every landlord", "timescale", "May 2027", "lead",
                housing.toString());
        assertThat(two.status()).isEqualTo(409);
        assertThat(two.page().select(".govuk-summary-list").text()).contains("Timescale now March 2027",
                "Desired outcome now Letters are out", "Lead now");
    }

    @Test
    void a_day_of_review_that_is_past_is_told_beside_it_and_the_reason_is_kept() {
        var ref = PlanOf.agreed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        var page = "/assurance/actions/" + ref + "/moves/HOLD";
        var at = town.visitor(lena, port).get(page);
        at.post(page, "seen", at.page().select("input[name=seen]").val(), "words", "The printer is broken", "day-day",
                "14", "day-month", "6", "day-year", "2026");
        assertThat(at.status()).isEqualTo(422);
        assertThat(errors(at)).isEqualTo("The day when it is looked at again must not be past");
        assertThat(at.page().select("#words").text()).isEqualTo("The printer is broken");
    }

    @Test
    void what_was_typed_for_an_action_that_was_moved_meanwhile_is_read_back() {
        var ref = PlanOf.agreed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        var page = "/assurance/actions/" + ref;
        var at = town.visitor(lena, port).get(page + "/moves/CLAIM");
        var seen = at.page().select("input[name=seen]").val();
        PlanOf.move(context, cora, ref, ActionMove.HOLD,
                new PlanAction.Said("Wait", java.time.LocalDate.of(2026, 9, 1), null, null));
        at.post(page + "/moves/CLAIM", "seen", seen, "words", "All forty are out");
        assertThat(at.status()).isEqualTo(409);
        assertThat(at.page().select("main").text()).contains("it now stands at “On hold”", "All forty are out");
        PlanOf.move(context, cora, ref, ActionMove.CANCEL, PlanAction.Said.of("No money"));
        for (var form : new String[]{"progress", "milestones"}) {
            at.post(page + "/" + form, "words", "Thirty are out", "what", "Thirty are out");
            assertThat(at.status()).as(form).isEqualTo(409);
            assertThat(at.page().select("main").text()).contains("“Cancelled”", "Thirty are out");
        }
        var coras = town.visitor(cora, port).get("/");
        coras.post(page + "/words", "seen", "1", "action", "Ring them instead");
        assertThat(coras.status()).isEqualTo(409);
        assertThat(coras.page().select("main").text()).contains("Ring them instead");
    }

    @Test
    void whichever_post_answers_for_it_goes_on_doing_so() {
        var beds = PlanOf.post(context, cora, "Beds lead", null);
        var ref = PlanOf.proposed(context, cora, plan, "Write to every landlord", "March 2027", housing,
                beds);
        var page = "/assurance/actions/" + ref + "/words";
        var at = town.visitor(cora, port).get(page);
        assertThat(at.page().select("#lead option[selected]").text()).isEqualTo("Housing lead (Lena Orton)");
        assertThat(at.page().select("input[name=leads][checked]").eachAttr("value"))
                .containsExactly(beds.toString());
        at.post(page, "seen", at.page().select("input[name=seen]").val(), "action", "Write to all", "timescale",
                "March 2027", "lead", housing.toString(), "leads", beds.toString()).follow();
        assertThat(context.getBean(Plans.class).action(cora, ref).actions().getFirst().action().leads())
                .containsExactly(housing, beds);
    }

    @Test
    void what_a_paper_calls_complete_is_put_right_without_a_timescale() {
        var ref = PlanOf.agreed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        PlanOf.move(context, lena, ref, ActionMove.CLAIM, PlanAction.Said.of("Out"));
        var page = "/assurance/actions/" + ref + "/words";
        var at = town.visitor(cora, port).get(page);
        at.post(page, "seen", at.page().select("input[name=seen]").val(), "action", "Write to all", "timescale", "",
                "lead",
                housing.toString())
                .follow();
        assertThat(at.page().select("main").text()).contains("Write to all", "Timescale was: March 2027")
                .doesNotContain("before it is agreed");
        assertThat(town.visitor(lena, port).get("/assurance/actions/" + ref).page().select(".govuk-inset-text").text())
                .isEqualTo("You said that it is complete: somebody else who keeps plans has to look and verify it.");
    }

    @Test
    void what_goes_on_in_a_later_plan_is_chosen() {
        var ref = PlanOf.agreed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        PlanOf.agreed(context, cora, plan, "Count the beds", "March 2027", housing);
        var next = context.getBean(Plans.class).open(cora, PlanYear.financial(2027), "The next plan", plan);
        var page = "/assurance/plans/" + plan + "/carrying";
        var at = town.visitor(cora, port).get(page);
        assertThat(at.page().select("input[name=actions][checked]")).hasSize(2);
        at.post(page, "to", next.toString());
        assertThat(errors(at)).isEqualTo("Choose the actions that go on");
        assertThat(at.page().select("#to option[selected]").val()).isEqualTo(next.toString());
        at.post(page, "to", next.toString(), "actions", ref).follow();
        assertThat(at.page().select("tbody th a").eachText()).containsExactly("Write to every landlord");
        assertThat(at.page().select("main").text()).contains("Follows Safeguarding action plan 2026/27");
    }

    @Test
    void closing_asks_for_outcome_impact_and_its_kind() {
        var ref = PlanOf.agreed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        PlanOf.move(context, lena, ref, ActionMove.CLAIM, PlanAction.Said.of("Out"));
        PlanOf.move(context, cora, ref, ActionMove.VERIFY, PlanAction.Said.of("Seen"));
        var page = "/assurance/actions/" + ref + "/moves/CLOSE";
        var at = town.visitor(cora, port).get(page);
        var seen = at.page().select("input[name=seen]").val();
        at.post(page, "seen", seen, "outcome", "Letters went out");
        assertThat(errors(at)).isEqualTo("Enter the impact Choose at least one kind of impact");
        assertThat(at.page().select("#outcome").text()).isEqualTo("Letters went out");
        at.post(page, "seen", seen, "outcome", "Letters went out", "impact", "Fewer wait", "levels", "LEVEL_3")
                .follow();
        assertThat(at.page().select("main").text()).contains("B Blue Completed Closed and verified",
                "Level 3: Change in outcomes for people", "Verified by Cora Vale, 15 June 2026");
    }

    @Test
    void what_became_of_a_recommendation_is_on_one_page() {
        var at = town.visitor(cora, port).get("/assurance/recommendations/new");
        at.post("/assurance/recommendations", "kind", "RECOMMENDATION", "code", "3", "year", "2013", "paper",
                "A review",
                "text", "Meet more often.").follow();
        assertThat(at.heading()).isEqualTo("Recommendation 3 of 2013");
        assertThat(at.page().select("main").text()).contains("Not answered", "No action answers it.");
        at.get(at.page().select("a:contains(Add an action)").attr("href"));
        assertThat(at.page().select("main").text()).contains("Answers Recommendation 3 of 2013", "Meet more often.");
        at.post("/assurance/plans/" + plan + "/actions", "source", at.page().select("input[name=source]").val(),
                "action",
                "Meet every month", "timescale", "monthly").follow();
        assertThat(at.page().select("main").text()).contains("Comes from Recommendation 3");
        assertThat(at.get("/assurance/recommendations").page().select("tbody tr").text())
                .contains("Recommendation 3 of 2013", "In hand", "1 action");
    }

    @Test
    void initials_are_corrected_ended_or_set_aside_on_one_page() {
        var posts = context.getBean(Posts.class);
        posts.alias(cora, housing, "LQ", null, null);
        var home = "/assurance/posts/" + housing;
        var at = town.visitor(cora, port).get(home);
        var page = at.page().select("a:contains(Correct or end)").attr("href");
        at.get(page).post(page, "seen", "", "alias", "", "from-day", "31", "from-month", "2", "from-year", "2026");
        assertThat(at.status()).isEqualTo(422);
        assertThat(errors(at)).contains("Enter initials or a name", "Enter a real date");
        assertThat(at.page().select("#from-day").val()).isEqualTo("31");
        at.post(page, "seen", "", "alias", "LO").follow();
        assertThat(at.page().select("main").text()).contains("LO Always", "1 typed wrongly",
                "LQ (Always): set aside by Cora Vale, today");
        assertThat(at.get(page).status()).as("set aside already").isEqualTo(404);
        page = at.get(home).page().select("a:contains(Correct or end)").attr("href");
        at.get(page);
        assertThat(at.page().select("#alias").val()).isEqualTo("LO");
        posts.correctAlias(cora, housing, posts.get(cora, housing).aliases().getFirst(), "LO", null,
                posts.today(cora));
        at.post(page, "seen", "", "alias", "LOX");
        assertThat(at.status()).isEqualTo(409);
        assertThat(at.page().select("main").text()).contains("Somebody else ended it", "until 15 June 2026");
        assertThat(at.page().select("#alias").val()).isEqualTo("LOX");
        at.post(page, "seen", at.page().select("input[name=seen]").val(), "alias", "", "mistake", "yes").follow();
        assertThat(at.page().select("main").text()).contains("Nothing else.", "2 typed wrongly");
    }

    @Test
    void who_corrects_initials_that_somebody_set_aside_is_told_and_can_add_what_they_typed() {
        var posts = context.getBean(Posts.class);
        posts.alias(cora, housing, "LQ", null, null);
        var alias = posts.get(cora, housing).aliases().getFirst();
        var page = "/assurance/posts/" + housing + "/aliases/" + alias.id();
        var at = town.visitor(cora, port).get(page);
        posts.setAliasAside(cora, housing, alias);
        at.post(page, "seen", "", "alias", "LO", "from-day", "1", "from-month", "4", "from-year", "2026");
        assertThat(at.status()).isEqualTo(409);
        assertThat(at.page().select("main").text()).contains("Somebody else set this name aside",
                "LQ, set aside by Cora Vale");
        assertThat(at.page().select("#alias").val() + at.page().select("#from-month").val()).isEqualTo("LO4");
        at.post(at.page().select("main form").attr("action"), "alias", "LO").follow();
        assertThat(at.page().select("main").text()).contains("LO Always", "1 typed wrongly");
        at.post(page, "seen", "", "mistake", "yes");
        assertThat(at.status()).isEqualTo(409);
        at.post("/assurance/posts/" + housing + "/aliases/" + UUID.randomUUID(), "seen", "", "alias", "LO");
        assertThat(at.status()).isEqualTo(404);
    }

    @Test
    void a_title_sent_again_after_a_mistake_still_meets_what_another_called_the_post() {
        var page = "/assurance/posts/" + housing + "/title";
        var at = town.visitor(cora, port).get(page);
        var seen = at.page().select("input[name=seen]").val();
        context.getBean(Posts.class).call(cora, housing, "Homes lead", Integer.parseInt(seen));
        at.post(page, "title", " ", "seen", seen);
        assertThat(at.status()).isEqualTo(422);
        at.post(page, "title", "Tenancy lead", "seen", at.page().select("input[name=seen]").val());
        assertThat(at.status()).isEqualTo(409);
        assertThat(at.page().select("main").text()).contains("Title now Homes lead");
        assertThat(at.page().select("#title").val()).isEqualTo("Tenancy lead");
    }

    @Test
    void a_recommendation_typed_wrongly_is_corrected_on_a_page_and_its_page_says_by_whom() {
        var recommendations = context.getBean(Recommendations.class);
        var id = recommendations.add(cora, ActionSource.FINDING, 2031, "3",
                new Recommendation.Words("Meat more often.", "A reveiw"));
        var page = "/assurance/recommendations/" + id;
        var at = town.visitor(cora, port).get(page);
        at.get(at.page().select("a:contains(Correct it)").attr("href"));
        assertThat(at.page().select("textarea").text()).isEqualTo("Meat more often.");
        assertThat(at.page().select("#code").val() + at.page().select("#year").val()).isEqualTo("32031");
        var seen = at.page().select("input[name=seen]").val();
        at.post(page + "/correction", "seen", seen, "code", "3.1", "year", "13", "paper", "A review", "text", "");
        assertThat(at.status()).isEqualTo(422);
        assertThat(errors(at)).isEqualTo("Enter a year, such as 2026 Enter what it says");
        assertThat(at.page().select("#paper").val()).isEqualTo("A review");
        recommendations.correct(cora, id, 1, 2013, "3", new Recommendation.Words("Meet often.", "A review"));
        assertThat(at.page().select("input[name=seen]").val()).isEqualTo(seen);
        at.post(page + "/correction", "seen", seen, "code", "3.1", "year", "2013", "paper", "A review", "text",
                "Meet more often.");
        assertThat(at.status()).isEqualTo(409);
        assertThat(at.page().select("main").text()).contains("Somebody else corrected it", "Meet often.");
        assertThat(at.page().select("textarea").text()).isEqualTo("Meet more often.");
        at.post(page + "/correction", "seen", at.page().select("input[name=seen]").val(), "code", "3.1", "year",
                "2013", "paper", "A review", "text", "Meet more often.").follow();
        assertThat(at.heading()).isEqualTo("Finding 3.1 of 2013");
        assertThat(at.page().select("main").text()).contains("Corrected. Before: Finding 3 of 2013",
                "Corrected. Before: Finding 3 of 2031", "Cora Vale, today", "Meat more often.",
                "Paper: A reveiw");
        var brought = recommendations.add(cora, ActionSource.FINDING, 2013, "9",
                new Recommendation.Words("Meet.", "A review"), UUID.randomUUID());
        assertThat(at.get("/assurance/recommendations/" + brought).page().select("a:contains(Correct it)")).isEmpty();
        assertThat(at.get("/assurance/recommendations/" + brought + "/correction").status()).isEqualTo(422);
    }

    @Test
    void a_plan_is_taken_away_only_after_confirming() {
        PlanOf.agreed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        var confirmed = town.confirmed(cora, port).get("/assurance/plans/" + plan + "/word");
        assertThat(confirmed.status()).isEqualTo(200);
        clock.goTo(Instant.parse("2026-06-15T09:06:00Z"));
        assertThat(confirmed.get("/assurance/plans/" + plan + "/excel").location()).startsWith("/confirm?next=");
    }

    @Test
    void somebody_without_a_part_in_plans_finds_nothing() {
        var ref = PlanOf.agreed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        var at = town.visitor(town.person("Omar Tindall"), port);
        for (var page : new String[]{"/assurance/plans", "/assurance/plans/" + plan, "/assurance/actions/" + ref,
                "/assurance/posts", "/assurance/recommendations"})
            assertThat(at.get(page).status()).as(page).isEqualTo(404);
        assertThat(at.get("/assurance/actions").page().select(".heed-empty").text()).contains("No post that you hold");
    }
}
