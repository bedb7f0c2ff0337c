package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.access.Role;
import heed.casework.InTown;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An officer triages a concern about Jon Smyth, is offered Jonathan Smith, says that they are one, and takes it back. */
@InTown
class KnownJourney {
    @Autowired
    ApplicationContext context;
    @LocalServerPort
    int port;

    @ParameterizedTest
    @EnumSource
    void somebody_known_is_offered_linked_and_unlinked(Device device) {
        var town = Council.in(context);
        var ref = KnownPages.told(town, town.person("Omar Tindall"));
        var faults = new ArrayList<String>();
        try (var window = Window.on(device, port).as(town.person("Amina Sefton", Role.DSO))) {
            window.open("/concerns/" + ref).press("Take it up");
            assertThat(window.main()).contains("Known to us?", "Jon Smyth may be", "Jonathan Smith",
                    "day and month of birth swapped", "same address");
            faults.addAll(window.faultsAtBothWidths("known-concern-" + device));
            window.page.locator("section:has(#known) a:has-text('Compare')").first().click();
            assertThat(window.heading()).isEqualTo("Same person?");
            assertThat(window.path()).doesNotContain("Smith", "Jon");
            faults.addAll(window.faultsAtBothWidths("known-pair-" + device));
            window.choose("Same person").fill("How do you know? (optional)", "His grandmother says so.")
                    .press("Keep this");
            assertThat(window.main()).contains("Kept as the same person", "Said to be the same person");
            faults.addAll(window.faultsAtBothWidths("known-kept-" + device));
            window.follow("What is known of them");
            assertThat(window.main()).contains("2 concerns that you can see", "Jonno", "4 March 2012", "3 April 2012",
                    "Amina Sefton", "His grandmother says so.");
            faults.addAll(window.faultsAtBothWidths("known-person-" + device));
            window.page.locator("a:has-text('Take back')").first().click();
            window.fill("Why do you take it back? (optional)", "It was his cousin.").press("Take it back");
            assertThat(window.main()).contains("Taken back");
            window.open("/concerns/" + ref);
            assertThat(window.main()).contains("Jon Smyth may be").doesNotContain("Jon Smyth is known");
        }
        assertThat(faults).isEmpty();
    }
}
