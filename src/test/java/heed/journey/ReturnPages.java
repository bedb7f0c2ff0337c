package heed.journey;

import heed.SetClock;
import heed.access.Role;
import heed.assurance.AssuranceOf;
import heed.assurance.exercise.ReturnOf;
import heed.casework.Town;
import java.time.Instant;
import org.springframework.context.ApplicationContext;

/** The pages of returns, empty, full, in error, shared, signed off and corrected, for {@link EveryPageJourney}. */
final class ReturnPages {
    private static final String ANSWER = """
            Every crew has a named lead, and the leads meet each month.

            - They were trained in June 2025.
            - They keep a list, see https://fellmoor.example/leads.

            | Crew | Lead since |
            |---|---|
            | Parks | May 2025 |
            | Leisure | July 2025 |""";

    private final EveryPageJourney every;
    private final ApplicationContext context;
    private final int port;

    ReturnPages(EveryPageJourney every, ApplicationContext context, int port) {
        this.every = every;
        this.context = context;
        this.port = port;
    }

    void returns() {
        var clock = context.getBean(SetClock.class);
        clock.goTo(Instant.parse("2026-04-01T09:00:00Z"));
        var town = Council.in(context);
        var cora = town.person("Cora Vale", Role.COORDINATOR);
        var ade = town.person("Ade Marsh-Featherstonehaugh", Role.ACCOUNTABLE_OFFICER);
        var len = town.person("Len Burr");
        AssuranceOf.edition(context, town.person("Bea Garrick", Role.BOARD_MANAGER));
        var last = ReturnOf.opened(context, cora);
        ReturnOf.answered(context, cora, last, "1.1", ANSWER);
        for (int n = 0; n < 3; n++)
            town.raised(len, Town.telling("A worry."));
        var ret = "";
        try (var window = Window.on(Device.DESK, port).as(cora)) {
            every.visit(window, "/assurance/returns/opening", "return-opening");
            window.page.selectOption("#edition", new com.microsoft.playwright.options.SelectOption().setIndex(1));
            window.page.fill("#window-from-month", "13");
            window.press("Open the return");
            every.look(window, "return-opening-in-error");
            window.page.fill("#window-from-day", "1");
            window.page.fill("#window-from-month", "5");
            window.page.fill("#window-from-year", "2026");
            window.page.fill("#window-until-day", "30");
            window.page.fill("#window-until-month", "4");
            window.page.fill("#window-until-year", "2027");
            window.press("Open the return");
            every.look(window, "return");
            ret = window.page.url().replaceFirst("^https?://[^/]+", "");
            every.visit(window, "/assurance", "assurance-with-returns");
            question(window, ret + "/questions/1.1");
            every.visit(window, ret + "/check", "return-check");
            every.form(window, ret + "/sharing", "Share", "return-sharing");
            window.page.locator("input[value='1.2']").check();
            window.page.locator("input[value='2.10']").check();
            window.page.selectOption("#staff", len.staff().toString());
            window.page.fill("#due-day", "1");
            window.page.fill("#due-month", "6");
            window.page.fill("#due-year", "2026");
            window.press("Share");
            every.look(window, "return-shared");
            every.form(window, ret + "/lost-ratings", "Keep these ratings", "return-lost-ratings");
        }
        try (var window = Window.on(Device.PHONE, port).as(len)) {
            every.visit(window, "/assurance", "assurance-contributor");
            every.visit(window, ret, "return-contributor");
            every.visit(window, ret + "/questions/2.10", "return-question-contributor");
        }
        signing(town, cora, ade);
        clock.startAgain();
    }

    private void question(Window window, String base) {
        every.visit(window, base, "return-question-carried");
        window.fill("Answer", ANSWER + "\n\nThis year we added a deputy for each.").press("Save answer");
        every.look(window, "return-question-changed");
        var other = window.tab();
        other.open(base);
        window.fill("Answer", "Mine.").press("Save answer");
        other.fill("Answer", "Another’s.").press("Save answer");
        every.look(other, "return-question-conflict");
        every.form(window, base + "/evidence", "Keep this evidence", "return-evidence");
        for (var words : new String[]{"All crews were trained in June 2026.", "The policy was agreed in 2019.",
                "Leads are in place."}) {
            window.open(base + "/evidence").fill("What was done, and when?", words).press("Keep this evidence");
        }
        every.look(window, "return-question-evidence");
        window.page.locator("a[href*='/evidence/']").first().click();
        every.look(window, "return-evidence-change");
        every.form(window, base + "/rating", "Keep this rating", "return-rating");
        window.choose("Rate it").choose("Fully met").choose("Can be evidenced now").press("Keep this rating");
        every.form(window, base + "/figures", "Keep this figure", "return-figures");
        window.choose("Typed by hand");
        every.look(window, "return-figures-typed");
        window.fill("What was counted?", "Crews trained").fill("The number", "12").fill("Of what?", "crews")
                .fill("Where can it be looked up?", "The training log").press("Keep this figure");
        every.look(window, "return-question-full");
        every.visit(window, base + "/no-action", "return-no-action");
        every.form(window, base + "/actions", "Propose it", "return-action");
    }

    private void signing(Town town, heed.platform.Actor cora, heed.platform.Actor ade) {
        var ret = ReturnOf.opened(context, cora);
        ReturnOf.written(context, cora, ret);
        ReturnOf.figure(context, cora, ret, "1.1", "12");
        ReturnOf.figure(context, cora, ret, "1.2", "13");
        var base = "/assurance/returns/" + ret;
        try (var window = Window.on(Device.DESK, port).as(cora)) {
            every.visit(window, base + "/sign-off", "return-sign-off-waits");
            every.visit(window, base + "/questions/1.2", "return-question-clash");
            window.open(base).press("Send for internal review");
            every.look(window, "return-in-review");
            every.form(window, base + "/writing", "Open it for writing again", "return-writing");
        }
        try (var window = Window.on(Device.DESK, port).as(ade)) {
            every.visit(window, base, "return-signatory");
            every.form(window, base + "/sign-off", "Sign off", "return-sign-off");
            window.fill("Which group approved it?", "Strategic safeguarding group").fill("Which minute?", "12");
            window.page.fill("#minute-day-day", "1");
            window.page.fill("#minute-day-month", "3");
            window.page.fill("#minute-day-year", "2026");
            window.press("Sign off");
            every.look(window, "return-signed");
        }
        try (var window = Window.on(Device.DESK, port).as(cora)) {
            window.open(base + "/sign-off").press("Submit");
            every.look(window, "return-submitted");
            every.visit(window, base + "/questions/1.1", "return-question-fixed");
            every.visit(window, base + "/taking-out", "return-taking-out");
            every.visit(window, "/assurance/returns/files", "return-bringing-in");
            window.press("Bring it in");
            // The script puts the answer in place of the page's main part.
            window.page.locator(".govuk-error-summary").waitFor();
            every.look(window, "return-bringing-in-in-error");
            every.form(window, base + "/amending", "Correct this return", "return-amending");
            window.fill("Why is it corrected?", "A figure was wrong.").press("Correct this return");
            every.look(window, "return-amended");
            every.visit(window, base, "return-corrected");
        }
    }
}
