package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.access.Role;
import heed.assurance.exercise.ReturnOf;
import heed.assurance.report.CommitteeReport;
import heed.casework.InTown;
import heed.platform.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whoever answers for the council reads the return whole, signs it off with the group's minute, and approves the report on it. */
@InTown
class AccountableOfficerJourney {
    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Actor cora;
    Actor ade;
    UUID ret;

    @BeforeEach
    void a_return_in_review() {
        clock.goTo(Instant.parse("2026-04-20T09:00:00Z"));
        var town = Council.in(context);
        cora = town.person("Cora Vale", Role.COORDINATOR);
        ade = town.person("Ade Marsh", Role.ACCOUNTABLE_OFFICER);
        ret = ReturnOf.opened(context, cora);
        ReturnOf.written(context, cora, ret);
        ReturnOf.inReview(context, cora, ret);
    }

    @AfterEach
    void time_starts_again() {
        clock.startAgain();
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DESK"})
    void a_return_is_read_signed_off_and_reported_on(Device device) {
        var base = "/assurance/returns/" + ret;
        try (var walk = new Walk("accountable", device, port, ade)) {
            var window = walk.window;
            window.open("/assurance");
            walk.look("start", "In internal review").to(base).look("return", "3 Blue of 3 rated");
            window.follow("1.1 Who leads?");
            walk.look("question", "We do this well", "All crews were trained in June 2025.");
            assertThat(window.main()).doesNotContain("Add evidence", "Change your rating");
            window.open(base).follow("Check it");
            walk.look("check", "Nothing is missing");
            window.open(base).press("Sign off").press("Sign off");
            walk.look("signing-in-error", "Enter which minute");
            window.fill("Which group approved it?", "Strategic safeguarding group").fill("Which minute?", "12")
                    .fill("Your post", "Chief executive");
            walk.day("minute-day", LocalDate.of(2026, 3, 30)).look("signing");
            window.press("Sign off");
            walk.look("signed", "Strategic safeguarding group, minute 12, 30 March 2026",
                    "Chief executive (Ade Marsh)", "Content hash");
            report(walk);
        }
    }

    private void report(Walk walk) {
        var window = walk.window;
        var made = CommitteeReport.on(context, cora, ret);
        CommitteeReport.written(context, cora, made);
        CommitteeReport.checked(context, cora, made);
        var report = "/assurance/reports/" + made;
        window.open("/assurance");
        walk.look("start-report", "Committee reports", "Checked").to(report).look("report", "Approve");
        window.follow("Read it whole");
        walk.look("report-whole", "3 Blue of 3 rated", "B, Blue", "Train every crew");
        window.open(report).press("Approve");
        walk.look("approved", "Approved", "It waits to be published by whoever keeps the return.");
        CommitteeReport.moved(context, cora, made, "PUBLISH", "");
        window.open(report).press("Withdraw it");
        walk.look("withdrawing");
    }
}
