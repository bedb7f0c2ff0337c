package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import heed.access.Role;
import heed.casework.InTown;
import heed.platform.Actor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An administrator brings the staff list in: a file, a look, an answer about those who are missing, and it is done. */
@InTown
class StaffListJourney {
    @Autowired
    ApplicationContext context;
    @LocalServerPort
    int port;

    private static String address(Actor person) {
        return person.staff() + "@fellmoor.example";
    }

    @ParameterizedTest
    @EnumSource
    void a_list_goes_from_a_file_to_people(Device device) {
        var town = Council.in(context);
        var ada = town.person("Ada Quill", Role.ADMINISTRATOR);
        var omar = town.person("Omar Tindall");
        var sol = town.person("Sol Somebody");
        // The town's people have an address for their account only; the list knows them by the one in their details.
        var omarsMail = town.staff().get(ada, omar.staff()).mail();
        var adasMail = town.staff().get(ada, ada.staff()).mail();
        var list = """
                Name;E-mail;Service;Line manager;Job title
                Ada Quill;%s;;;Systems administrator
                Omar Tindall;%s;;Ada Quill;Receptionist, leisure centre
                Wilhelmina Featherstonehaugh-Cholmondeley;%s@fellmoor.example;;Omar Tindall;Swimming teacher
                """.formatted(adasMail, omarsMail, java.util.UUID.randomUUID());
        var faults = new ArrayList<String>();
        try (var window = Window.on(device, port).as(ada)) {
            window.follow("People").press("Bring in a staff list");
            window.page.setInputFiles("#file",
                    new FilePayload("staff.csv", "text/csv", list.replace("Ada Quill;%s".formatted(adasMail),
                            "Ada Quill;nowhere").getBytes(StandardCharsets.UTF_8)));
            window.press("Check the list");
            assertThat(window.main()).contains("Line 2", "Enter their work mail address");
            faults.addAll(window.faultsAtBothWidths("staff-list-faults-" + device));
            window.page.setInputFiles("#file",
                    new FilePayload("staff.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
            window.press("Check the list");
            assertThat(window.heading()).isEqualTo("Check the staff list");
            assertThat(window.main()).contains("1 person will be added", "2 people will have other details",
                    "Sol Somebody", "Job title: Officer → Receptionist, leisure centre");
            assertThat(window.path()).doesNotContain("Omar", "@");
            faults.addAll(window.faultsAtBothWidths("staff-list-check-" + device));
            window.choose("Those I tick below").choose("Sol Somebody").press("Apply the list");
            assertThat(window.heading()).isEqualTo("The staff list has been applied");
            assertThat(window.main()).contains("1 person was added", "2 people were changed",
                    "1 person is marked as having left");
            faults.addAll(window.faultsAtBothWidths("staff-list-done-" + device));
        }
        assertThat(faults).isEmpty();
        assertThat(town.staff().get(ada, sol.staff()).leftAt()).isNotNull();
    }
}
