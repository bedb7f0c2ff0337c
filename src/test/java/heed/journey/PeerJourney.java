package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.access.Role;
import heed.assurance.peerreview.ChallengeKind;
import heed.assurance.peerreview.PeerOf;
import heed.casework.InTown;
import heed.platform.Actor;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A peer reads one return for the time granted, beside what was asked a year ago, rates it and asks in turns. */
@InTown
class PeerJourney {
    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Actor bea;
    Actor cora;
    Actor per;
    PeerOf.Made made;

    @BeforeEach
    void a_second_year() {
        clock.goTo(Instant.parse("2026-04-01T09:00:00Z"));
        var ownerTown = Council.in(context);
        var peerTown = Council.in(context);
        bea = Council.in(context).person("Bea Garrick", Role.BOARD_MANAGER);
        cora = ownerTown.person("Cora Vale", Role.COORDINATOR);
        per = peerTown.person("Per Burr", Role.COORDINATOR);
        var ade = ownerTown.person("Ade Marsh", Role.ACCOUNTABLE_OFFICER);
        var last = PeerOf.in(context, bea, cora, ade, peerTown.scope());
        PeerOf.declared(context, per, last);
        PeerOf.turned(context, cora, PeerOf.challenged(context, per, last, ChallengeKind.EVIDENCE), "ANSWER-OWNER",
                "The log is kept from now on.");
        PeerOf.moderated(context, bea, last);
        clock.goTo(Instant.parse("2026-06-01T09:00:00Z"));
        made = PeerOf.in(context, bea, cora, ade, peerTown.scope());
    }

    @AfterEach
    void time_starts_again() {
        clock.startAgain();
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DESK"})
    void a_peer_declares_rates_and_asks_until_it_is_settled_or_time_is_up(Device device) {
        var review = "/assurance/reviews/" + made.pairing();
        try (var walk = new Walk("peer", device, port, per)) {
            var window = walk.window;
            window.open("/assurance");
            walk.look("start", "Peer review", "Review ").to(review)
                    .look("review-to-declare", "Declare your working relationships first");
            window.press("Declare working relationships").choose("Yes")
                    .choose("They work together in a partnership or group")
                    .fill("With whom, and since when?", "The county group, since 2020");
            walk.look("declaration");
            window.press("Declare it");
            walk.look("review", "The county group, since 2020", "B, Blue");
            window.follow("1.1 Who leads?");
            walk.look("question", "Asked before", "The log is kept from now on.");
            window.press("Rate this answer").choose("Rate it").choose("Not met, work begun or delayed")
                    .choose("Can be evidenced now");
            walk.look("rating");
            window.press("Keep this rating");
            walk.look("rated", "Peer rating", "A, Amber", "The county group, since 2020", "Own rating");
            window.press("Ask or challenge").choose("Finds the rating too high")
                    .fill("In your words", "Where is the log for June?");
            walk.look("challenging");
            window.press("Send it");
            walk.look("challenged", "Finds the rating too high", "Waits for an answer");
            var challenge = window.page.locator("main a[href^='/assurance/challenges/']").first().getAttribute("href");
            answered(walk, challenge);
            assertThat(window.sent(review + "/pack")).startsWith("%PDF");
            PeerOf.moderated(context, bea, made);
            window.open(review + "/questions/1.1");
            assertThat(window.heading()).isEqualTo("Page not found");
            window.open(review);
            walk.look("review-over", "Not open");
        }
    }

    private void answered(Walk walk, String challenge) {
        var window = walk.window;
        var id = UUID.fromString(challenge.substring(challenge.lastIndexOf('/') + 1));
        PeerOf.turned(context, cora, id, "ANSWER-OWNER", "It is on the last page.");
        window.open("/assurance");
        walk.look("start-answered", "Finds the rating too high").to(challenge)
                .look("challenge", "It is on the last page.");
        window.choose("Settle it").choose("The rating stands").fill("In words", "Seen, thank you.");
        walk.look("settling");
        window.press("Keep this turn");
        walk.look("settled", "The rating stands", "Seen, thank you.");
    }
}
