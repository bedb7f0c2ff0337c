package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.access.Role;
import heed.assurance.peerreview.PeerOf;
import heed.casework.InTown;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A neighbour asks about a return, the council answers and changes its rating, and the board agrees it in a minute. */
@InTown
class ReviewJourney {
    @Autowired
    ApplicationContext context;
    @LocalServerPort
    int port;

    @ParameterizedTest
    @EnumSource(names = {"PHONE_WITHOUT_SCRIPT", "DESK"})
    void peers_ask_the_council_answers_and_the_board_agrees(Device device) {
        var boardTown = Council.in(context);
        var town = Council.in(context);
        var neighbour = Council.in(context);
        var bea = boardTown.person("Bea Garrick", Role.BOARD_MANAGER);
        var cora = town.person("Cora Vale", Role.COORDINATOR);
        var per = neighbour.person("Per Burr", Role.COORDINATOR);
        var made = PeerOf.in(context, bea, cora, town.person("Ade Marsh", Role.ACCOUNTABLE_OFFICER),
                neighbour.scope());
        var faults = new ArrayList<String>();
        String challenge;
        try (var window = Window.on(device, port).as(per)) {
            window.open("/assurance").follow("Review Fellmoor").press("Declare working relationships").choose("Yes")
                    .choose("They work together in a partnership or group")
                    .fill("With whom, and since when?", "The county group, since 2020").press("Declare it");
            window.follow("1.1 Who leads?").press("Rate this answer").choose("Rate it")
                    .choose("Not met, work begun or delayed").choose("Can be evidenced now").press("Keep this rating");
            assertThat(window.main()).contains("Peer rating", "The county group, since 2020");
            window.press("Ask or challenge").choose("Finds the rating too high")
                    .fill("In your words", "Where is the training log?").press("Send it");
            assertThat(window.main()).contains("Waits for an answer");
            look(window, "review-journey-question", faults);
        }
        try (var window = Window.on(device, port).as(cora)) {
            window.open("/assurance");
            window.page.locator("main a[href^='/assurance/challenges/']").first().click();
            challenge = window.path();
            window.choose("Answer it").fill("In words", "It is in the appendix.").press("Keep this turn");
            window.follow("Change your rating because of this").choose("Rate it")
                    .choose("Not met, work begun or delayed").choose("Can be evidenced now").press("Keep this rating");
            assertThat(window.main()).contains("It is in the appendix.");
            look(window, "review-journey-challenge", faults);
        }
        try (var window = Window.on(device, port).as(per)) {
            window.open(challenge).choose("Settle it").choose("The organisation changed its rating")
                    .press("Keep this turn");
            assertThat(window.main()).contains("The organisation changed its rating");
        }
        PeerOf.moderated(context, bea, made);
        try (var window = Window.on(device, port).as(bea)) {
            window.open("/assurance/received/" + made.received()).follow("Record the board’s ratings")
                    .fill("Which group met?", "Quality panel").fill("Which minute?", "4");
            var today = PeerOf.today(context);
            window.page.fill("#minute-day-day", String.valueOf(today.getDayOfMonth()));
            window.page.fill("#minute-day-month", String.valueOf(today.getMonthValue()));
            window.page.fill("#minute-day-year", String.valueOf(today.getYear()));
            window.press("Keep the board’s ratings");
            assertThat(window.main()).contains("Agreed");
            look(window, "review-journey-agreed", faults);
        }
        assertThat(faults).isEmpty();
    }

    private static void look(Window window, String name, ArrayList<String> faults) {
        if (window.scripted())
            faults.addAll(window.faultsAtBothWidths(name));
    }
}
