package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.access.Role;
import heed.assurance.AssuranceOf;
import heed.assurance.framework.FrameworkOf;
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
}
