package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An officer searches from whatever page, goes on, back and again, with the keyboard alone. */
@InTown
class SearchJourney {
    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;

    @AfterEach
    void time_starts_again() {
        clock.startAgain();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_found_can_be_paged_opened_gone_back_to_and_loaded_again(Device device) {
        clock.startAgain();
        var town = Council.in(context);
        var amina = town.person("Amina Sefton", Role.DSO);
        var omar = town.person("Omar Tindall");
        for (int i = 0; i < 23; i++) {
            town.raised(omar, Town.telling("The boy at number " + i
                    + " had bruises on both arms again. His mother said that he fell down the stairs on the landing, "
                    + "and shouted at the little one to be quiet. The kitchen was very cold and there was no food.")
                    .danger(i % 7 == 0 ? "yes" : "no").kind("CHILD")
                    .person(0, new Person(PersonRole.AT_RISK.name(), i == 4 ? "Rowan Applegarth" : "Sky Harbottle", "",
                            "2", "4", "2019", "", i + " Weir Lane, Fellmoor", "", "", "")));
            clock.pass(Duration.ofHours(7));
        }
        try (var window = Window.on(device, port).as(amina)) {
            window.page.fill("#heed-search", "bruising \"down the stairs\"");
            window.page.press("#heed-search", "Enter");
            assertThat(window.heading()).isEqualTo("Search");
            assertThat(window.path()).matches("/search/[0-9a-f-]+").doesNotContain("bruis");
            assertThat(window.main()).contains("20 concerns on this page", "bruises");
            var first = window.path();
            assertThat(window.faultsAtBothWidths("search-results-" + device)).isEmpty();
            window.follow("Older");
            assertThat(window.main()).contains("3 concerns on this last page");
            window.page.reload();
            assertThat(window.main()).contains("3 concerns on this last page");
            window.page.goBack();
            assertThat(window.main()).contains("20 concerns on this page");
            window.page.locator("main a.heed-ref").first().click();
            window.page.goBack();
            assertThat(window.path()).isEqualTo(first);
            window.page.fill("#sought", "applegarth 2/4/2019");
            window.page.press("#sought", "Enter");
            assertThat(window.main()).contains("1 concern found", "Matches: Name · Date of birth");
            assertThat(window.faultsAtBothWidths("search-one-" + device)).isEmpty();
            var ref = window.page.locator("main a.heed-ref").first().innerText();
            window.open("/queue/waiting");
            assertThat(window.faultsAtBothWidths("search-box-" + device)).isEmpty();
            window.page.fill("#heed-search", ref.toLowerCase(java.util.Locale.ROOT).replace("-", ""));
            window.page.press("#heed-search", "Enter");
            assertThat(window.path()).isEqualTo("/concerns/" + ref);
        }
    }
}
