package heed.journey;

import heed.SetClock;
import heed.access.Role;
import heed.casework.Town;
import java.time.Instant;
import org.springframework.context.ApplicationContext;

/** The pages of quarters, empty, drafted, published and revised, for {@link EveryPageJourney}. */
final class QuarterPages {
    private final EveryPageJourney every;
    private final ApplicationContext context;
    private final int port;

    QuarterPages(EveryPageJourney every, ApplicationContext context, int port) {
        this.every = every;
        this.context = context;
        this.port = port;
    }

    void quarters() {
        var clock = context.getBean(SetClock.class);
        var town = Council.in(context);
        var omar = town.person("Omar Tindall");
        var member = town.person("Mo Marchbanks", Role.MEMBER);
        clock.goTo(Instant.parse("2026-02-10T09:00:00Z"));
        for (int n = 0; n < 8; n++)
            town.raised(omar, Town.telling("A worry.").kind(n < 6 ? "CHILD" : "ADULT"));
        clock.goTo(Instant.parse("2026-04-03T09:00:00Z"));
        try (var window = Window.on(Device.DESK, port).as(member)) {
            every.visit(window, "/quarters", "quarters-empty");
        }
        var cara = town.person("Cara Lyth", Role.COORDINATOR);
        try (var window = Window.on(Device.DESK, port).as(cara)) {
            every.visit(window, "/quarters", "quarters");
            every.form(window, "/quarters/history", "Check the totals", "history");
            window.page.fill("#rows", "from,to,measure,split,value,number,source\nsoon,2025-03-31,worries,,,x,\n");
            window.press("Check the totals");
            every.look(window, "history-faults");
            window.page.fill("#rows", "from,to,measure,split,value,number,source\n"
                    + "2025-01-01,2025-03-31,concerns-raised,,,6,our old tool\n"
                    + "2025-01-01,2025-03-31,concerns-raised,month,2025-01,2,our old tool\n");
            window.press("Check the totals");
            every.look(window, "history-check");
            window.press("Load these totals");
            every.look(window, "history-loaded");
            every.visit(window, "/quarters/2025-q4", "quarter-draft");
            window.fill("What changed this quarter", "All crews were trained in January.").press("Keep these words");
            every.visit(window, "/quarters/2025-q4/publishing", "quarter-publishing");
            window.press("Publish the quarter");
            every.look(window, "quarter-published");
            clock.goTo(Instant.parse("2026-04-20T09:00:00Z"));
            // By then her session has ended.
            window.as(cara).open("/quarters/2025-q4")
                    .fill("What changed this quarter", "All crews were trained in February.").press("Keep these words");
            every.form(window, "/quarters/2025-q4/publishing", "Publish the revision", "quarter-revising");
            window.fill("Why is it revised?", "The month was wrong.").press("Publish the revision");
            every.look(window, "quarter-revised");
            every.visit(window, "/quarters/2025-q4/publications/0", "quarter-first-edition");
        }
        try (var window = Window.on(Device.DESK, port).as(member)) {
            every.visit(window, "/quarters/2025-q4", "quarter-member");
            every.visit(window, "/quarters/2025-q4/members", "quarter-member-copy");
        }
        clock.startAgain();
    }
}
