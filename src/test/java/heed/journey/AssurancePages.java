package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.access.Role;
import heed.assurance.framework.FrameworkOf;
import java.time.Instant;
import org.springframework.context.ApplicationContext;

/** The pages of frameworks, cycles and invitations, empty and full, for {@link EveryPageJourney}. */
final class AssurancePages {
    private final EveryPageJourney every;
    private final ApplicationContext context;
    private final int port;

    AssurancePages(EveryPageJourney every, ApplicationContext context, int port) {
        this.every = every;
        this.context = context;
        this.port = port;
    }

    void frameworks_cycles_and_invitations() {
        var clock = context.getBean(SetClock.class);
        clock.goTo(Instant.parse("2026-04-01T09:00:00Z"));
        var boardTown = Council.in(context);
        var bea = boardTown.person("Bea Garrick", Role.BOARD_MANAGER);
        var cora = boardTown.person("Cora Vale", Role.COORDINATOR);
        try (var window = Window.on(Device.DESK, port).as(boardTown.person("Sol Ferrier"))) {
            every.visit(window, "/assurance", "assurance-staff-empty");
        }
        try (var window = Window.on(Device.DESK, port).as(cora)) {
            every.visit(window, "/assurance", "assurance-coordinator-empty");
        }
        try (var window = Window.on(Device.DESK, port).as(bea)) {
            every.visit(window, "/assurance", "assurance-board-empty");
            every.form(window, "/assurance/cycles/planning", "Plan the cycle", "cycle-planning");
            every.visit(window, "/assurance/frameworks", "frameworks-empty");
            window.press("Publish those ticked");
            every.look(window, "frameworks-nothing-ticked");
            window.page.locator("input[value='ox-crosswalk-2013-2017-2022']").check();
            window.page.locator("input[value='impact-2013']").check();
            window.press("Publish those ticked");
            every.look(window, "frameworks");
            for (var each : new String[]{"Standards BRAG, 2017", "Crosswalk of ox-2013, ox-2017, ox-2022"}) {
                window.open("/assurance/frameworks").follow(each);
                every.look(window, "framework-" + each.split("[ ,]")[0].toLowerCase(java.util.Locale.ROOT));
            }
            loading(window);
            cycle(window, boardTown.scope().toString());
        }
        try (var window = Window.on(Device.DESK, port).as(cora)) {
            every.visit(window, "/assurance", "assurance-coordinator");
            window.follow("Fellmoor standards 2026");
            every.look(window, "invitation");
            window.press("Take part");
            every.look(window, "invitation-accepted");
            window.follow("Read the standards and questions");
            every.look(window, "framework-read");
        }
        try (var window = Window.on(Device.DESK, port).as(bea)) {
            window.open("/assurance").follow("Fellmoor standards 2026");
            every.look(window, "cycle-accepted");
            window.press("Close for returns");
            window.follow("Open again");
            every.look(window, "cycle-note");
            window.press("Open again");
            every.look(window, "cycle-note-in-error");
        }
        clock.startAgain();
    }

    private void loading(Window window) {
        every.form(window, "/assurance/frameworks/loading", "Keep as a draft", "framework-loading");
        window.page.fill("#text", FrameworkOf.edition("fell-2026", "Fellmoor standards").replace("kind: subitem",
                "kind: bullet"));
        window.press("Keep as a draft");
        every.look(window, "framework-faults");
        assertThat(window.page.inputValue("#text")).contains("kind: bullet");
        window.page.fill("#text", FrameworkOf.edition("fell-2026", "Fellmoor standards"));
        window.press("Keep as a draft");
        every.look(window, "framework-draft");
        window.follow("Change the draft");
        every.look(window, "framework-changing");
        window.press("Keep the draft");
        window.press("Publish version 1");
        every.look(window, "framework-published");
        window.press("Correct it");
        every.look(window, "framework-correcting");
        window.follow("Change the draft");
        window.page.fill("#text", window.page.inputValue("#text").replace("Who leads?", "Who answers?"));
        window.press("Keep the draft");
        every.look(window, "framework-correction");
        window.press("Publish version 2");
        every.look(window, "framework-correction-in-error");
        window.page.locator("input[value='WORDING']").check();
        window.press("Publish version 2");
        every.look(window, "framework-corrected");
        window.open("/assurance/frameworks");
        every.look(window, "frameworks-full");
    }

    private void cycle(Window window, String scope) {
        window.open("/assurance/cycles/planning");
        window.page.selectOption("#edition", new com.microsoft.playwright.options.SelectOption().setIndex(1));
        for (var day : new String[]{"window-from 1 4 2025", "window-until 31 3 2026", "opens 1 4 2026",
                "returns 30 6 2026"}) {
            var parts = day.split(" ");
            window.page.fill("#" + parts[0] + "-day", parts[1]);
            window.page.fill("#" + parts[0] + "-month", parts[2]);
            window.page.fill("#" + parts[0] + "-year", parts[3]);
        }
        window.press("Plan the cycle");
        every.look(window, "cycle-empty");
        var cycle = window.page.url().replaceFirst("^https?://[^/]+", "");
        every.visit(window, cycle + "/dates", "cycle-dates");
        every.form(window, cycle + "/inviting", "Invite them", "cycle-inviting");
        window.page.locator("input[value='" + scope + "']").check();
        window.page.locator("input[value='whole']").check();
        window.press("Invite them");
        every.look(window, "cycle-planned");
        window.press("Open for returns");
        every.look(window, "cycle-open");
        window.press("Remind those not done");
        every.visit(window, "/assurance", "assurance-board");
    }
}
