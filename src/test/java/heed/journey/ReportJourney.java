package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.access.Role;
import heed.assurance.exercise.ReturnOf;
import heed.assurance.plan.PlanOf;
import heed.assurance.report.CommitteeReport;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A signed return becomes the paper a committee reads: begun in one step, saved while typed, checked, approved, published. */
@InTown
class ReportJourney {
    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Actor coordinator;
    Actor officer;
    Actor member;
    UUID ret;

    @BeforeEach
    void a_signed_return_and_a_plan() {
        clock.goTo(Instant.parse("2026-04-20T09:00:00Z"));
        Town town = Council.in(context);
        coordinator = town.person("Cora Vale", Role.COORDINATOR);
        officer = town.person("Ade Marsh", Role.ACCOUNTABLE_OFFICER);
        member = town.person("Mo Marchbanks", Role.MEMBER);
        PlanOf.proposed(context, coordinator, PlanOf.year(context, coordinator, 2026), "Train every crew",
                "March 2027");
        ret = ReturnOf.opened(context, coordinator);
        ReturnOf.written(context, coordinator, ret);
        ReturnOf.inReview(context, coordinator, ret);
        ReturnOf.signed(context, officer, ret);
    }

    @AfterEach
    void time_starts_again() {
        clock.startAgain();
    }

    @ParameterizedTest
    @EnumSource
    void from_a_signed_return_to_what_members_read(Device device) {
        String report;
        try (var window = Window.on(device, port).as(coordinator)) {
            window.open("/assurance/returns/" + ret).follow("Begin a committee report");
            window.press("Begin the report");
            report = window.path();
            assertThat(window.main()).contains("3 Blue of 3 rated", "1 action of");
            window.follow("Background").fill("Background", "Two boards ask for a return every year.");
            if (device.script)
                window.page.locator("[data-saving]:has-text('Saved')").waitFor();
            window.press("Continue");
            assertThat(window.path()).isEqualTo(report);
            CommitteeReport.written(context, coordinator, UUID.fromString(report.substring(report.length() - 36)));
            window.open(report).press("Check it");
            assertThat(window.main()).contains("Nothing was found");
            window.press("It is checked");
            assertThat(window.main()).contains("It waits to be approved");
        }
        try (var window = Window.on(device, port).as(member)) {
            window.open("/assurance");
            assertThat(window.main()).contains("No report is published yet");
        }
        try (var window = Window.on(device, port).as(officer)) {
            window.open(report).press("Approve");
            assertThat(window.main()).contains("It waits to be published");
        }
        try (var window = Window.on(device, port).as(coordinator)) {
            window.open(report).press("Publish");
            assertThat(window.main()).contains("Published");
        }
        try (var window = Window.on(device, port).as(member)) {
            window.open("/assurance").follow("Safeguarding report on Fellmoor standards 2026");
            assertThat(window.main()).contains("That the Cabinet resolves to:", "3 Blue of 3 rated",
                    "Train every crew", "Content hash");
            assertThat(window.faults("report-journey-" + device)).isEmpty();
        }
    }
}
