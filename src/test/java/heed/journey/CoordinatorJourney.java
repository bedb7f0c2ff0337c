package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.access.Role;
import heed.assurance.cycle.Cycle;
import heed.assurance.cycle.CycleMove;
import heed.assurance.cycle.CycleOf;
import heed.assurance.cycle.Cycles;
import heed.assurance.exercise.ReturnOf;
import heed.assurance.framework.FrameworkOf;
import heed.assurance.plan.PlanOf;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A coordinator, from last year's answers to a return that stands up and that the board has. */
@InTown
class CoordinatorJourney {
    private static final String PASTED = "Every crew has a named lead who keeps a list of the people told, and the leads "
            + "meet each month to read that list together before the next round begins.";

    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Actor bea;
    Actor cora;
    Actor ade;
    Actor len;
    UUID cycle;
    UUID invitation;

    @BeforeEach
    void a_year_ago_and_this_year() {
        clock.goTo(Instant.parse("2026-04-01T09:00:00Z"));
        var town = Council.in(context);
        bea = Council.in(context).person("Bea Garrick", Role.BOARD_MANAGER);
        cora = town.person("Cora Vale", Role.COORDINATOR);
        ade = town.person("Ade Marsh", Role.ACCOUNTABLE_OFFICER);
        len = town.person("Len Burr");
        var last = CycleOf.planned(context, bea);
        var asked = CycleOf.invited(context, bea, last, town.scope());
        CycleOf.moved(context, bea, last, CycleMove.OPEN_IT);
        ReturnOf.submittedTo(context, cora, ade, asked);
        clock.goTo(Instant.parse("2026-05-11T09:00:00Z"));
        for (int n = 0; n < 3; n++)
            town.raised(len, Town.telling("A worry."));
        clock.goTo(Instant.parse("2027-04-01T09:00:00Z"));
        PlanOf.year(context, cora, 2027);
        cycle = context.getBean(Cycles.class).plan(bea, FrameworkOf.published(context, bea),
                new Cycle.Dates(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31), LocalDate.of(2027, 4, 1),
                        LocalDate.of(2027, 6, 30), null, null, null));
        invitation = CycleOf.invited(context, bea, cycle, town.scope());
        CycleOf.moved(context, bea, cycle, CycleMove.OPEN_IT);
    }

    @AfterEach
    void time_starts_again() {
        clock.startAgain();
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DESK"})
    void last_years_answers_become_a_return_that_the_board_has(Device device) {
        try (var walk = new Walk("coordinator", device, port, cora)) {
            var ret = opened(walk);
            first(walk, ret);
            faulty(walk, ret);
            mended(walk, ret);
            walk.window.open(ret).press("Send for internal review");
            walk.look("in-review", "In internal review");
            ReturnOf.signed(context, ade, UUID.fromString(ret.substring(ret.lastIndexOf('/') + 1)));
            walk.window.open(ret + "/sign-off");
            walk.look("signed-off", "Approved by", "Content hash");
            walk.window.press("Submit");
            walk.look("submitted", "The board", "Has it since");
            assertThat(context.getBean(Transactions.class).inScope(bea.scope(),
                    () -> context.getBean(Cycles.class).standing(bea, cycle))).singleElement()
                    .satisfies(s -> assertThat(s.handedIn()).isTrue());
        }
    }

    private String opened(Walk walk) {
        var window = walk.window;
        window.open("/assurance");
        walk.look("start", "New", "Submitted");
        walk.to("/assurance/invitations/" + invitation).look("invitation", "Everything");
        window.press("Take part");
        walk.look("taking-part", "Not started, 0 of 3 done");
        window.open("/assurance").follow("Open a return");
        walk.look("opening");
        window.press("Open the return");
        walk.look("return", "Before it can be signed off", "Text from last year to confirm or change: 3 questions");
        return window.path();
    }

    /** Confirmed, evidenced, rated, and with a figure that Heed counts. */
    private static void first(Walk walk, String ret) {
        var window = walk.window;
        window.follow("1.1 Who leads?");
        walk.look("carried", "From last year: confirm or change it", "Last year", "We do this well");
        window.press("It still holds as it is");
        for (var words : new String[]{"All crews were trained in June 2026.", "The policy was agreed in 2019.",
                "Leads are in place."})
            window.follow("Add evidence").fill("What was done, and when?", words).press("Keep this evidence");
        walk.look("evidence", "From last year, confirmed", "In the window", "Out of the window", "Date missing");
        rate(walk, "Fully met");
        window.follow("Add a figure").choose("Counted by Heed now");
        window.page.selectOption("#measure", "concerns-raised");
        walk.look("figure");
        window.press("Keep this figure");
        walk.look("figure-cited", "Concerns raised: 3", "B, Blue");
        window.open(ret).follow("Share questions out");
        window.page.locator("input[value='2.10']").check();
        window.select("Who answers them?", "Len Burr, Officer");
        walk.day("due", LocalDate.of(2027, 5, 3)).look("sharing");
        window.press("Share");
        walk.look("shared", "Len Burr, by 3 May 2027");
    }

    private static void rate(Walk walk, String attained) {
        walk.window.follow("Rate it").choose("Rate it").choose(attained).choose("Can be evidenced now")
                .press("Keep this rating");
    }

    private static void write(Walk walk, String ret, String code, String answer) {
        walk.window.open(ret + "/questions/" + code).fill("Answer", answer).press("Save answer");
    }

    /** The same text in two answers, a person, Amber without an action: the check shows each. */
    private static void faulty(Walk walk, String ret) {
        var window = walk.window;
        write(walk, ret, "1.2", PASTED + "\n\nMr Rowan Applegarth, aged 84, was visited at home in May 2026.");
        write(walk, ret, "2.10", PASTED);
        rate(walk, "Not met, work begun or delayed");
        window.open(ret).follow("Check it");
        walk.look("check", "Same text in two answers", "A person may be known by this", "Evidence out of the window",
                "Needs an action, or a reason why there is none", "Evidence without a date");
    }

    private static void mended(Walk walk, String ret) {
        var window = walk.window;
        write(walk, ret, "1.2", "Each new starter is told by their lead, and signs that they were.");
        window.follow("Add evidence").fill("What was done, and when?", "Starters signed between May and July 2026.")
                .press("Keep this evidence");
        rate(walk, "Fully met");
        window.open(ret + "/questions/2.10").follow("Add an action");
        window.fill("What is to be done?", "Write to every landlord")
                .fill("By when, or how often?", "March 2028");
        walk.look("action");
        window.press("Propose it");
        walk.look("action-proposed", "Write to every landlord", "Changed since last year");
        window.open(ret).follow("Check it");
        walk.look("check-mended", "Nothing is missing");
        assertThat(window.main()).doesNotContain("Same text in two answers", "A person may be known by this");
    }
}
