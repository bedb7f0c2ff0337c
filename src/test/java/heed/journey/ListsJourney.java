package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.access.Role;
import heed.casework.InTown;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A coordinator makes a shipped list the council's own, on whatever is in her hand. */
@InTown
class ListsJourney {
    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DESK", "DESK_WITHOUT_SCRIPT"})
    void a_list_is_read_added_to_reordered_and_adopted(Device device) {
        clock.startAgain();
        var town = Council.in(context);
        var cara = town.person("Cara Whitlow", Role.COORDINATOR);
        try (var window = Window.on(device, port).as(cara)) {
            window.follow("Lists");
            assertThat(window.faultsAtBothWidths("lists-" + device)).isEmpty();
            window.follow("Wards").press("Add a row");
            assertThat(window.faultsAtBothWidths("list-row-" + device)).isEmpty();
            window.fill("What people read", "Aldermoor").press("Add this row");
            assertThat(window.main()).contains("1 row", "ALDERMOOR");
            window.open("/settings/lists/levels_of_need");
            assertThat(window.faultsAtBothWidths("list-" + device)).isEmpty();
            window.press("Adopt this list");
            assertThat(window.faultsAtBothWidths("list-adoption-" + device)).isEmpty();
            window.press("Adopt");
            assertThat(window.main()).contains("Adopted by Cara Whitlow on");
            window.follow("History");
            assertThat(window.faultsAtBothWidths("list-history-" + device)).isEmpty();
            assertThat(window.main()).contains("Kept to be adopted", "with 4 not confirmed");
            window.open("/settings/lists/levels_of_need/import");
            assertThat(window.faultsAtBothWidths("list-import-" + device)).isEmpty();
        }
    }
}
