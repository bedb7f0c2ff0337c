package heed.journey;

import heed.SetClock;
import heed.access.Role;
import heed.assurance.peerreview.ChallengeKind;
import heed.assurance.peerreview.PeerOf;
import heed.assurance.peerreview.Relationship;
import heed.platform.Actor;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** The pages of reviews, as boards, peers and those reviewed have them, for {@link EveryPageJourney}. */
final class PeerPages {
    private final EveryPageJourney every;
    private final ApplicationContext context;
    private final int port;

    PeerPages(EveryPageJourney every, ApplicationContext context, int port) {
        this.every = every;
        this.context = context;
        this.port = port;
    }

    void reviews() {
        var clock = context.getBean(SetClock.class);
        clock.goTo(Instant.parse("2026-04-01T09:00:00Z"));
        var boardTown = Council.in(context);
        var ownerTown = Council.in(context);
        var peerTown = Council.in(context);
        var board = boardTown.person("Bea Garrick", Role.BOARD_MANAGER);
        var keeper = ownerTown.person("Cora Vale", Role.COORDINATOR);
        var peer = peerTown.person("Per Burr-Featherstonehaugh", Role.COORDINATOR);
        var made = PeerOf.in(context, board, keeper, ownerTown.person("Ade Marsh", Role.ACCOUNTABLE_OFFICER),
                peerTown.scope());
        asPeer(peer, "/assurance/reviews/" + made.pairing());
        clock.goTo(Instant.parse("2026-04-01T09:10:00Z"));
        PeerOf.declared(context, peer, made, Relationship.Kind.WORKED_THERE, Relationship.Kind.SAME_GROUP);
        var waits = PeerOf.declaration(context, board, made);
        asBoard(board, made, waits);
        PeerOf.allowed(context, board, waits, "Fellmoor panel", "It was long ago");
        var challenge = PeerOf.challenged(context, peer, made, ChallengeKind.TOO_HIGH);
        asOwner(keeper, challenge);
        PeerOf.turned(context, keeper, challenge, "ANSWER-OWNER", "It is in the appendix, on the last page.");
        PeerOf.turned(context, peer, challenge, "REFER-PEER", "We still differ.");
        PeerOf.moderated(context, board, made);
        panel(board, made, challenge);
        outside(ownerTown.person("Cas Vale", Role.COORDINATOR), ownerTown.person("Bo Vale", Role.BOARD_MANAGER));
        clock.startAgain();
    }

    private void asPeer(Actor peer, String review) {
        try (var window = Window.on(Device.DESK, port).as(peer)) {
            every.visit(window, "/assurance/challenges", "challenges-empty");
            every.visit(window, "/assurance", "assurance-peer");
            every.visit(window, review, "review-to-declare");
            every.form(window, review + "/declaration", "Declare it", "review-declaration");
            window.choose("Yes");
            every.look(window, "review-declaration-some");
            window.choose("No").press("Declare it");
            every.look(window, "review-open");
            every.form(window, review + "/questions/1.1/rating", "Keep this rating", "review-rating");
            window.choose("Rate it").choose("Fully met").choose("Can be evidenced now").press("Keep this rating");
            every.look(window, "review-question-rated");
            every.form(window, review + "/questions/1.1/challenge", "Send it", "review-challenge");
            window.choose("Good practice").fill("In your words", "The leads’ list is worth copying.").press("Send it");
            every.look(window, "review-question-praised");
        }
    }

    private void asBoard(Actor board, PeerOf.Made made, UUID declaration) {
        var reviews = "/assurance/cycles/" + made.cycle() + "/reviews";
        var received = "/assurance/received/" + made.received();
        try (var window = Window.on(Device.DESK, port).as(board)) {
            every.visit(window, "/assurance/cycles/" + made.cycle(), "cycle-in-peer-review");
            every.visit(window, reviews, "reviews");
            every.visit(window, reviews + "/pairing", "reviews-pairing");
            window.press("Pair them");
            every.look(window, "reviews-pairing-in-error");
            every.form(window, "/assurance/declarations/" + declaration + "/ruling", "Keep the decision",
                    "declaration-ruling");
            every.visit(window, received, "received");
            every.visit(window, received + "/questions/1.1", "received-question");
            every.form(window, received + "/moves/SEND_BACK", "Send it back", "received-send-back");
            every.form(window, received + "/samples", "Keep", "received-samples");
        }
    }

    private void asOwner(Actor keeper, UUID challenge) {
        try (var window = Window.on(Device.PHONE, port).as(keeper)) {
            every.visit(window, "/assurance", "assurance-challenged");
            every.visit(window, "/assurance/challenges", "challenges");
            every.form(window, "/assurance/challenges/" + challenge, "Keep this turn", "challenge");
            every.visit(window, "/assurance/challenges/" + challenge + "/rating", "challenge-rating");
        }
    }

    private void panel(Actor board, PeerOf.Made made, UUID challenge) {
        var received = "/assurance/received/" + made.received();
        try (var window = Window.on(Device.DESK, port).as(board)) {
            every.visit(window, "/assurance/challenges/" + challenge, "challenge-referred");
            every.visit(window, "/assurance/cycles/" + made.cycle() + "/moderation/1.1", "moderation");
            window.press("Hide names");
            every.look(window, "moderation-hidden");
            every.form(window, received + "/questions/1.1/panel", "Keep the decision", "panel-decision");
            every.form(window, received + "/agreement", "Keep the board’s ratings", "board-agreement");
        }
    }

    private void outside(Actor keeper, Actor board) {
        var home = "/assurance/outside-reviews";
        try (var window = Window.on(Device.DESK, port).as(keeper)) {
            every.visit(window, home, "outside-reviews-empty");
            every.form(window, home + "/recording", "Keep this review", "outside-review-recording");
            var review = PeerOf.outside(context, keeper);
            every.visit(window, home, "outside-reviews");
            every.visit(window, home + "/" + review, "outside-review");
            var edition = heed.assurance.AssuranceOf.edition(context, board);
            every.form(window, home + "/judgements/" + edition, "Keep these ratings", "outside-judgements");
        }
    }
}
