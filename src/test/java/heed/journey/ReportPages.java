package heed.journey;

import com.microsoft.playwright.options.FilePayload;
import heed.SetClock;
import heed.access.Role;
import heed.assurance.report.CommitteeReport;
import heed.records.document.Samples;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** The pages of committee reports, empty, being written, in error, checked, approved and corrected, for {@link EveryPageJourney}. */
final class ReportPages {
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String LONG = """
            The council takes part in two boards, and answers their joint return each year.

            - Every service has a named lead.
            - Leads meet each month, see https://fellmoor.example/leads.""";

    private final EveryPageJourney every;
    private final ApplicationContext context;
    private final int port;

    ReportPages(EveryPageJourney every, ApplicationContext context, int port) {
        this.every = every;
        this.context = context;
        this.port = port;
    }

    void reports() {
        var clock = context.getBean(SetClock.class);
        clock.goTo(Instant.parse("2026-04-20T09:00:00Z"));
        var town = Council.in(context);
        var cora = town.person("Cora Vale", Role.COORDINATOR);
        var ade = town.person("Ade Marsh-Featherstonehaugh", Role.ACCOUNTABLE_OFFICER);
        var report = "";
        try (var window = Window.on(Device.DESK, port).as(cora)) {
            every.visit(window, "/assurance/reports", "reports-none");
            every.visit(window, "/assurance/reports/new", "report-no-return");
            every.visit(window, "/assurance/report-templates", "report-templates-none");
            var made = CommitteeReport.begun(context, cora, ade);
            report = "/assurance/reports/" + made;
            every.form(window, "/assurance/reports/new?on=none", "Begin the report", "report-new");
            every.visit(window, report, "report-begun");
            every.visit(window, report + "/whole", "report-whole-begun");
            every.visit(window, report + "/parts/HEADER", "report-header");
            window.page.fill("#date-day", "31");
            window.page.fill("#date-month", "2");
            window.press("Continue");
            every.look(window, "report-header-in-error");
            every.visit(window, report + "/parts/RESULTS", "report-results");
            every.visit(window, report + "/parts/APPENDICES", "report-appendices");
            every.visit(window, report + "/plans", "report-plans");
            every.form(window, report + "/figures", "Count it", "report-figures");
            CommitteeReport.written(context, cora, made);
            CommitteeReport.type(context, cora, made, "BACKGROUND", Map.of("text", LONG));
            var other = window.tab();
            window.open(report + "/parts/RISKS");
            other.open(report + "/parts/RISKS");
            window.page.fill("#text", "Mr Rowan Applegarth, aged 84, was visited at home in May.");
            window.press("Continue");
            other.page.fill("#text", "Training may fall behind while posts are empty.");
            other.press("Continue");
            every.look(other, "report-part-conflict");
            every.form(window, report + "/moves/GIVE_UP", "Give this report up", "report-give-up");
            every.visit(window, report + "/check", "report-check");
            window.press("It may stand");
            every.look(window, "report-check-in-error");
            window.page.locator("main input[name^='why']").first().fill("He asked to be named");
            window.press("It may stand");
            every.look(window, "report-check-settled");
            CommitteeReport.type(context, cora, made, "RISKS", Map.of("text", "Posts may stay empty."));
            every.visit(window, report + "/check", "report-check-clear");
            window.press("It is checked");
            every.look(window, "report-checked");
            every.visit(window, report + "/moves/WRITE_ON", "report-write-on");
            every.visit(window, report + "/whole", "report-whole");
            templates(window);
        }
        try (var window = Window.on(Device.DESK, port).as(ade)) {
            every.visit(window, "/assurance", "assurance-reports");
            every.visit(window, report, "report-to-approve");
            window.press("Approve");
            every.look(window, "report-approved");
            every.form(window, report + "/moves/GIVE_BACK", "Give it back for writing", "report-give-back");
        }
        try (var window = Window.on(Device.DESK, port).as(cora)) {
            window.open(report).press("Publish");
            every.look(window, "report-published");
            every.form(window, report + "/moves/AMEND", "Correct this report", "report-amend");
            window.page.fill("#why", "A figure was wrong");
            window.press("Correct this report");
            every.look(window, "report-amended");
            every.visit(window, "/assurance/reports", "reports");
        }
        clock.startAgain();
    }

    private void templates(Window window) {
        window.open("/assurance/report-templates").press("Bring it in");
        window.page.locator(".govuk-error-summary").waitFor();
        every.look(window, "report-templates-in-error");
        // Each on a page of its own: what the one before answered would be taken for the answer to this one.
        window.open("/assurance/report-templates");
        window.page.locator("#files").setInputFiles(new FilePayload("notes.txt", "text/plain", Samples.bytes("Words")));
        window.press("Bring it in");
        window.page.locator(".govuk-error-summary").waitFor();
        window.open("/assurance/report-templates");
        window.page.locator("#files")
                .setInputFiles(new FilePayload("Cabinet paper.docx", WORD, CommitteeReport.template()));
        window.press("Bring it in");
        window.page.getByText("Cabinet paper.docx").first().waitFor();
        every.look(window, "report-templates");
    }
}
