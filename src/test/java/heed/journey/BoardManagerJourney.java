package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import heed.SetClock;
import heed.access.Role;
import heed.assurance.cycle.Cycles;
import heed.assurance.exercise.ReturnOf;
import heed.assurance.framework.FrameworkOf;
import heed.assurance.peerreview.ChallengeKind;
import heed.assurance.peerreview.PeerOf;
import heed.assurance.peerreview.Relationship;
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

/** A board's business manager, from this year's questions to the ratings that the board publishes. */
@InTown
class BoardManagerJourney {
    private static final LocalDate FIRST = LocalDate.of(2025, 4, 1);

    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Town boardTown;
    Town ownerTown;
    Town peerTown;
    Actor bea;
    Actor cora;
    Actor ade;
    Actor per;

    @BeforeEach
    void a_board_and_two_organisations() {
        clock.goTo(Instant.parse("2026-04-01T09:00:00Z"));
        boardTown = Council.in(context);
        ownerTown = Council.in(context);
        peerTown = Council.in(context);
        bea = boardTown.person("Bea Garrick", Role.BOARD_MANAGER);
        cora = ownerTown.person("Cora Vale", Role.COORDINATOR);
        ade = ownerTown.person("Ade Marsh", Role.ACCOUNTABLE_OFFICER);
        per = peerTown.person("Per Burr", Role.COORDINATOR);
    }

    @AfterEach
    void time_starts_again() {
        clock.startAgain();
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DESK"})
    void a_board_goes_from_its_questions_to_the_ratings_it_publishes(Device device) {
        try (var walk = new Walk("board", device, port, bea)) {
            edition(walk);
            var cycle = cycle(walk);
            var ret = ReturnOf.submittedTo(context, cora, ade, invitation(cycle));
            progress(walk, cycle);
            pairing(walk, cycle);
            var made = PeerOf.made(context, bea, cycle, ret);
            PeerOf.declared(context, per, made, Relationship.Kind.SAME_GROUP);
            var challenge = PeerOf.challenged(context, per, made, ChallengeKind.TOO_HIGH);
            PeerOf.turned(context, cora, challenge, "ANSWER-OWNER", "It is in the appendix, on the last page.");
            PeerOf.turned(context, per, challenge, "REFER-PEER", "It ends in May, and we still differ.");
            moderation(walk, made);
            agreement(walk, made);
        }
    }

    private void edition(Walk walk) {
        var window = walk.window;
        window.open("/assurance");
        walk.look("start", "No cycle yet", "No edition is published yet");
        window.follow("All frameworks and scales");
        window.page.locator("input[value='std-brag-2017']").check();
        window.press("Publish those ticked").press("Load a framework");
        window.page.fill("#text", FrameworkOf.edition("fell-2026", "Fellmoor standards"));
        walk.look("loading");
        window.press("Keep as a draft");
        walk.look("draft", "Draft", "Who leads?");
        window.press("Publish version 1");
        walk.look("edition", "Published", "Who leads?");
    }

    private UUID cycle(Walk walk) {
        var window = walk.window;
        window.open("/assurance").follow("Plan a cycle");
        window.page.selectOption("#edition", new SelectOption().setIndex(1));
        walk.day("window-from", FIRST).day("window-until", LocalDate.of(2026, 3, 31))
                .day("opens", LocalDate.of(2026, 4, 1)).day("returns", LocalDate.of(2026, 6, 30));
        walk.look("planning");
        window.press("Plan the cycle");
        walk.look("cycle-planned", "Nobody is invited yet");
        invite(walk, ownerTown, "whole");
        invite(walk, peerTown, "small");
        walk.look("cycle-invited", "0 of 2 handed in", "Profile “small”");
        window.press("Open for returns");
        walk.look("cycle-open", "Open");
        return UUID.fromString(window.path().substring(window.path().lastIndexOf('/') + 1));
    }

    private static void invite(Walk walk, Town town, String profile) {
        var window = walk.window;
        window.press("Invite organisations");
        window.page.locator("input[value='" + town.scope() + "']").check();
        window.page.locator("input[value='" + profile + "']").check();
        window.press("Invite them");
    }

    private UUID invitation(UUID cycle) {
        return context.getBean(Transactions.class)
                .inScope(bea.scope(), () -> context.getBean(Cycles.class).standing(bea, cycle)).stream()
                .filter(s -> s.scope().equals(ownerTown.scope())).findFirst().orElseThrow().id();
    }

    private static void progress(Walk walk, UUID cycle) {
        walk.window.open("/assurance/cycles/" + cycle).press("Remind those not done");
        walk.look("progress", "1 of 2 handed in", "Submitted", "Asked on 1 April 2026");
        walk.window.press("Close for returns").press("Begin peer review");
        walk.look("cycle-in-peer-review", "Peer review");
    }

    private void pairing(Walk walk, UUID cycle) {
        var window = walk.window;
        window.open("/assurance/cycles/" + cycle).follow("Returns received, peer review and moderation");
        walk.look("reviews", "Nobody reviews a return yet");
        window.press("Pair organisations").choose("One reviews one");
        window.page.selectOption("#reviewer", peerTown.scope().toString());
        window.page.selectOption("#owner", ownerTown.scope().toString());
        walk.day("until", LocalDate.of(2026, 6, 30)).look("pairing");
        window.press("Pair them");
        walk.look("reviews-paired", "Not declared");
    }

    private static void moderation(Walk walk, PeerOf.Made made) {
        var window = walk.window;
        window.open("/assurance/cycles/" + made.cycle() + "/reviews");
        walk.look("reviews-declared", "They work together in a partnership or group");
        window.open("/assurance/cycles/" + made.cycle()).press("Begin moderation")
                .follow("Returns received, peer review and moderation").press("Lay one question out with all returns");
        walk.look("desk", "For the panel", "It ends in May");
        window.press("Hide names");
        walk.look("desk-hidden", "Organisation A", "It ends in May");
        assertThat(window.main()).doesNotContain("Fellmoor");
        window.open("/assurance/received/" + made.received() + "/questions/1.1").press("Record the panel’s decision")
                .choose("Rate it").choose("Near completion").choose("Can be evidenced now")
                .fill("Why?", "The log ends in May.");
        window.page.locator("input[name=deciding]").first().check();
        minute(walk, "Quality panel");
        walk.look("panel");
        window.press("Keep the decision");
        walk.look("panel-decided", "Moderated rating", "Panel decision: Quality panel, minute 4", "Own rating",
                "B, Blue");
    }

    private static void agreement(Walk walk, PeerOf.Made made) {
        var window = walk.window;
        var received = "/assurance/received/" + made.received();
        window.open(received).follow("Record the board’s ratings");
        minute(walk, "Fellmoor board");
        walk.look("agreement", "Moderated rating: G, Green");
        window.press("Keep the board’s ratings");
        walk.look("agreed", "Agreed");
        window.open("/assurance/cycles/" + made.cycle()).press("Record the board’s agreement")
                .fill("Which meeting agreed, on which day, under which minute?", "1 April 2026, minute 4")
                .press("Record the board’s agreement");
        window.open(received).follow("Publish it");
        walk.look("publishing", "Heed found no name and no single case in it");
        window.choose("It was read for names and for single cases").press("Publish it");
        walk.look("published", "Published");
        window.open("/assurance/cycles/" + made.cycle()).press("Publish");
        walk.look("cycle-published", "Published");
    }

    private static void minute(Walk walk, String group) {
        walk.window.fill("Which group met?", group).fill("Which minute?", "4");
        walk.day("minute-day", LocalDate.of(2026, 4, 1));
    }
}
