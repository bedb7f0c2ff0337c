package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.access.Role;
import heed.casework.Town;
import heed.casework.concern.Person;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** The pages on known people, for {@link EveryPageJourney} and {@link KnownJourney}. */
final class KnownPages {
    private final EveryPageJourney every;
    private final ApplicationContext context;
    private final int port;

    KnownPages(EveryPageJourney every, ApplicationContext context, int port) {
        this.every = every;
        this.context = context;
        this.port = port;
    }

    /** Jon Smyth is told of, and Jonathan Smith was. */
    static String told(Town town, heed.platform.Actor by) {
        town.raised(by, Town.telling("He waits outside alone.").people(List.of(
                new Person("AT_RISK", "Jonathan Smith", "Jonno", "4", "3", "2012", "", "9 Mill Lane, Wexley",
                        "07700 900123", "Lives with his grandmother", ""))));
        town.raised(by, Town.telling("He was here again.").people(List.of(
                new Person("AT_RISK", "Johnathan Smith", "", "4", "3", "2021", "", "", "", "", ""))));
        return town.raised(by, Town.telling("A boy slept in the changing room.").people(List.of(
                new Person("AT_RISK", "Jon Smyth", "", "3", "4", "2012", "", "9 Mill Lane", "", "", ""),
                new Person("FAMILY", "Quentina Ogilvy-Featherstonehaugh", "", "", "", "", "", "9 Mill Lane", "",
                        "His grandmother", ""))))
                .value();
    }

    void known_and_unknown() {
        var town = Council.in(context);
        var amina = town.person("Amina Sefton", Role.DSO);
        var ref = told(town, town.person("Omar Tindall"));
        try (var window = Window.on(Device.DESK, port).as(amina)) {
            every.visit(window, "/concerns/" + ref, "concern-known");
            var compare = window.page
                    .locator("section:has(#known) li", new com.microsoft.playwright.Page.LocatorOptions()
                            .setHasText("Jonathan Smith"))
                    .locator("a", new com.microsoft.playwright.Locator.LocatorOptions()
                            .setHasText("Compare"))
                    .getAttribute("href");
            every.form(window, compare, "Keep this", "known-pair");
            window.choose("Different people").press("Keep this");
            every.look(window, "known-offers-different");
            window.follow("Read or take back");
            every.look(window, "known-link");
            window.fill("Why do you take it back? (optional)", "His grandmother says it is him.").press("Take it back");
            every.look(window, "known-offers");
            window.open(compare).choose("Same person").press("Keep this");
            every.look(window, "known-offers-same");
            window.follow("What is known of them");
            every.look(window, "known-person");
            assertThat(window.main()).contains("2 concerns that you can see");
            every.visit(window, "/concerns/" + ref, "concern-known-same");
        }
    }
}
