package heed.journey;

import heed.SetClock;
import heed.access.Role;
import heed.assurance.evidence.Window;
import heed.assurance.exercise.ReturnOf;
import heed.assurance.framework.Frameworks;
import heed.assurance.years.ThemeOf;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.ApplicationContext;

/** The pages of years side by side, for {@link EveryPageJourney}. */
final class YearPages {
    private final EveryPageJourney every;
    private final ApplicationContext context;
    private final int port;

    YearPages(EveryPageJourney every, ApplicationContext context, int port) {
        this.every = every;
        this.context = context;
        this.port = port;
    }

    void years() {
        context.getBean(SetClock.class).goTo(Instant.parse("2026-04-01T09:00:00Z"));
        var town = Council.in(context);
        var cara = town.person("Cara Lyth", Role.COORDINATOR);
        var bea = town.person("Bea Garrick", Role.BOARD_MANAGER);
        try (var window = heed.journey.Window.on(Device.DESK, port).as(cara)) {
            every.visit(window, "/assurance/years", "years-empty");
            ThemeOf.published(context, bea);
            var edition = context.getBean(Frameworks.class).latestEdition(bea, "ox-2022").orElseThrow().id();
            ReturnOf.on(context, cara, edition, new Window(LocalDate.of(2021, 12, 1), LocalDate.of(2022, 11, 30)));
            ThemeOf.report(context, cara);
            every.visit(window, "/assurance/years", "years");
            window.follow("T08 Sharing information");
            every.look(window, "years-theme");
            every.visit(window, "/assurance/years/T06", "years-theme-gap");
            every.visit(window, "/assurance", "assurance-with-years");
        }
        context.getBean(SetClock.class).startAgain();
    }
}
