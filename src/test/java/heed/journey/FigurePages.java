package heed.journey;

import heed.access.Role;
import heed.casework.Town;
import org.springframework.context.ApplicationContext;

/** The pages of figures, with something to count and with nothing, for {@link EveryPageJourney}. */
final class FigurePages {
    private final EveryPageJourney every;
    private final ApplicationContext context;
    private final int port;

    FigurePages(EveryPageJourney every, ApplicationContext context, int port) {
        this.every = every;
        this.context = context;
        this.port = port;
    }

    void figures() {
        var town = Council.in(context);
        var lena = town.person("Lena Foss", Role.DSL);
        try (var window = Window.on(Device.DESK, port).as(lena)) {
            every.look(window, "home-lead-empty");
            every.visit(window, "/figures", "figures");
            every.visit(window, "/figures/reporting-rate", "figure-empty");
            every.visit(window, "/figures/concerns-raised/list", "figure-list-empty");
        }
        try (var window = Window.on(Device.DESK, port).as(town.person("Cora Bell", Role.COORDINATOR))) {
            every.look(window, "home-coordinator-empty");
        }
        town.raised(town.person("Omar Tindall"), Town.telling("Shouting, and a child crying.").kind("CHILD"));
        try (var window = Window.on(Device.DESK, port).as(lena)) {
            every.visit(window, "/", "home-lead-first");
            every.visit(window, "/figures/concerns-raised?period=own&from-day=31&from-month=2", "figure-in-error");
            every.visit(window, "/figures/concerns-raised/list", "figure-list");
        }
        try (var window = Window.on(Device.DESK, port).as(town.person("Grace Poole", Role.STRATEGIC_GROUP))) {
            every.look(window, "home-group");
        }
    }
}
