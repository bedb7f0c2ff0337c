package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.access.Role;
import heed.assurance.AssuranceOf;
import heed.assurance.framework.FrameworkOf;
import heed.assurance.peerreview.PeerOf;
import heed.casework.Town;
import org.springframework.context.ApplicationContext;

/** Names where assurance takes words: for {@link CanaryTest}, which then looks for them everywhere. */
final class AssuranceCanaries {
    private AssuranceCanaries() {
    }

    static void planted(ApplicationContext context, Town town, int port, String name) {
        var actor = town.person("Bea Garrick", Role.BOARD_MANAGER);
        var bea = town.visitor(actor, port);
        var edition = "/assurance/frameworks/" + AssuranceOf.edition(context, actor);
        bea.get(edition).post(edition + "/correcting");
        var draft = bea.location();
        bea.get(draft + "/changing").post(draft + "/changing", "seen", "0", "text",
                FrameworkOf.edition("fell-2026", "Fellmoor standards, put right"));
        bea.get(draft).post(draft + "/publishing", "seen", "1", "reason", "DECIDED", "words", "As " + name + " asked");
        assertThat(bea.follow().page().text()).contains("As " + name + " asked");

        var cycle = "/assurance/cycles/" + AssuranceOf.cycle(context, actor, "/{move}").get("id");
        var note = bea.get(cycle + "/moves/SKIP_PEER_REVIEW").page().select("input[name=seen]").val();
        bea.post(cycle + "/moves/SKIP_PEER_REVIEW", "seen", note, "note", "No peers, says " + name);
        assertThat(bea.follow().page().text()).contains("No peers, says " + name);
    }

    /** A review with everything in it about that name, between a peer elsewhere and a board of the same scope. */
    static void reviewed(ApplicationContext context, Town town, int port, String name) {
        var board = town.person("Bo Garrick", Role.BOARD_MANAGER);
        var keeper = town.person("Cyn Lyth", Role.COORDINATOR);
        var peerTown = Town.in(context);
        var peer = peerTown.person("Per Lyth", Role.COORDINATOR);
        var made = PeerOf.everythingAbout(context, board, keeper, town.person("Al Lyth", Role.ACCOUNTABLE_OFFICER),
                peer,
                name);
        var bo = town.visitor(board, port);
        var received = "/assurance/received/" + made.received();
        assertThat(bo.get("/assurance/cycles/" + made.cycle() + "/reviews").page().text())
                .contains("In a group with " + name, "Panel of " + name);
        assertThat(bo.get(received + "/questions/1.1").page().text()).contains("What says " + name,
                "Panel of " + name);
        assertThat(bo.get(received + "/questions/1.2").page().text()).contains("Not for " + name);
        assertThat(bo.get(received + "/agreement").page().select("input").eachAttr("value"))
                .contains("Agreed with " + name);
        bo.get(bo.get(received + "/questions/1.1").page().select("main a[href^=/assurance/challenges/]").attr("href"));
        assertThat(bo.page().text()).contains("Ask " + name, "We asked " + name, "As " + name + " showed");
        var outside = "/assurance/outside-reviews/"
                + PeerOf.outside(context, keeper, "Look by " + name, "Nobody saw " + name);
        assertThat(town.visitor(keeper, port).get(outside).page().text()).contains("Look by " + name,
                "Nobody saw " + name);
    }
}
