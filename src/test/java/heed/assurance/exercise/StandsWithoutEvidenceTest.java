package heed.assurance.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.access.Role;
import heed.assurance.cycle.CycleMove;
import heed.assurance.cycle.CycleOf;
import heed.assurance.peerreview.PeerOf;
import heed.casework.InTown;
import heed.casework.Town;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Blue without evidence from the window is refused, or stands with words that peers read beside it: invariant 3. */
@InTown
class StandsWithoutEvidenceTest {
    private static final String WHY = "The register is on paper, and was shown on the visit.";

    @Autowired
    private ApplicationContext context;
    @Autowired
    private SetClock clock;
    @LocalServerPort
    private int port;

    @AfterEach
    void time_goes_on() {
        clock.startAgain();
    }

    @Test
    void why_it_stands_is_read_by_whoever_signs_by_peers_and_by_the_board() {
        clock.goTo(Instant.parse("2026-04-01T09:00:00Z"));
        var town = Town.in(context);
        var peerTown = Town.in(context);
        var boardTown = Town.in(context);
        var keeper = town.person("Cora Vale", Role.COORDINATOR);
        var officer = town.person("Ade Marsh", Role.ACCOUNTABLE_OFFICER);
        var peer = peerTown.person("Per Burr", Role.COORDINATOR);
        var board = boardTown.person("Bea Garrick", Role.BOARD_MANAGER);
        var cycle = CycleOf.planned(context, board);
        var invitation = CycleOf.invited(context, board, cycle, town.scope());
        CycleOf.moved(context, board, cycle, CycleMove.OPEN_IT);
        var ret = context.getBean(ReturnDesk.class).answer(keeper, invitation, null);
        ReturnOf.answered(context, keeper, ret, "1.1", "We lead.");
        ReturnOf.answered(context, keeper, ret, "1.2", "They know.");
        var writing = context.getBean(ItemWriting.class);
        writing.answer(keeper, ret, "2.10", 0, "We keep a register.");
        var best = new Verdict.Level("B", new Facets("met", "evidence_ready"));
        assertThat(writing.rate(keeper, ret, "2.10", Audience.ALL, best, null))
                .containsExactly(RatingRules.Fault.NOT_EVIDENCED);
        assertThat(writing.rate(keeper, ret, "2.10", Audience.ALL, best, WHY)).isEmpty();
        ReturnOf.inReview(context, keeper, ret);
        assertThat(town.visitor(officer, port).get("/assurance/returns/" + ret + "/questions/2.10").page()
                .select("main").text()).contains("B, Blue", WHY);
        ReturnOf.signed(context, officer, ret);
        ReturnOf.submitted(context, keeper, ret);
        var made = PeerOf.paired(context, board, cycle, ret, town.scope(), peerTown.scope());
        assertThat(peerTown.visitor(peer, port).get("/assurance/reviews/" + made.pairing() + "/questions/2.10").page()
                .select("main").text()).contains("B, Blue", "Stands without evidence: " + WHY);
        assertThat(boardTown.visitor(board, port).get("/assurance/received/" + made.received() + "/questions/2.10")
                .page().select("main").text()).contains("Stands without evidence: " + WHY);
    }
}
