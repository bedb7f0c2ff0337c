package heed.assurance.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A figure of an answer's text becomes one that is kept, with where it can be looked up. */
@InTown
class FoundFigurePagesTest {
    @Autowired
    private ApplicationContext context;
    @LocalServerPort
    private int port;

    @Test
    void a_figure_of_the_text_is_offered_filled_in_and_no_longer_once_it_is_kept() {
        var town = Town.in(context);
        var cora = town.person("Cora Vale", Role.COORDINATOR);
        var ret = ReturnOf.opened(context, cora);
        context.getBean(ItemWriting.class).answer(cora, ret, "1.1", 0, "In June 2025 we trained 193 drivers.");
        var page = town.visitor(cora, port);
        var base = "/assurance/returns/" + ret + "/questions/1.1";
        var offer = page.get(base).page().select("#figures a[href*=found]");
        assertThat(offer.text()).isEqualTo("Keep 193 drivers");
        assertThat(offer.attr("href")).as("no word of the answer is in an address")
                .isEqualTo(base + "/figures?found=0");
        var form = page.get(offer.attr("href")).page();
        assertThat(form.select("#title").val()).isEqualTo("Drivers");
        assertThat(form.select("#value").val()).isEqualTo("193");
        assertThat(form.select("#typed-from-month").val()).isEqualTo("6");
        assertThat(form.select("#source").val()).as("only a person knows").isEmpty();
        page.post(base + "/figures", "how", "type", "title", "Drivers", "value", "193", "unit", "drivers", "source",
                "The training log");
        assertThat(page.get(base).page().select("#figures").text()).contains("The training log")
                .doesNotContain("in the text");
        assertThat(page.get(base + "/figures?found=77").page().select("#title").val()).isEmpty();
    }
}
