package heed.journey;

import heed.access.Role;
import heed.casework.Town;
import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import heed.casework.concern.Telling;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** The pages on who can see a concern, and on emergency access, for {@link EveryPageJourney}. */
final class RestrictedPages {
    private final EveryPageJourney every;
    private final ApplicationContext context;
    private final int port;

    RestrictedPages(EveryPageJourney every, ApplicationContext context, int port) {
        this.every = every;
        this.context = context;
        this.port = port;
    }

    void restricted_kept_from_and_opened() {
        var town = Council.in(context);
        var amina = town.person("Amina Sefton", Role.DSO, Role.EMERGENCY_READER);
        var bilal = town.person("Bilal Orme", Role.DSO);
        var lena = town.person("Lena Foss", Role.DSL);
        town.person("Mohammed Tarn-Featherstonehaugh", Role.DSL);
        var cara = town.person("Cara Lyth", Role.CHAMPION);
        var omar = town.person("Omar Tindall");
        var ref = town.raised(omar, telling()).value();
        var base = "/concerns/" + ref;
        try (var window = Window.on(Device.DESK, port).as(bilal)) {
            every.visit(window, base + "/access", "access-officer");
            every.form(window, base + "/access/keeping", "Keep it from them", "access-keeping");
            window.fill("Who must not see it?", "Amina").choose("They know someone it is about outside work")
                    .press("Keep it from them");
            every.look(window, "access-keeping-which");
            every.visit(window, base + "/looks", "looks");
        }
        try (var window = Window.on(Device.DESK, port).as(cara)) {
            every.visit(window, "/opened", "opened-empty");
        }
        try (var window = Window.on(Device.DESK, port).as(lena).confirm()) {
            every.form(window, base + "/access/restricting", "Restrict it", "access-restricting");
            window.page.locator("input[name=people]").first().check();
            window.page.fill("#why", "Her mother-in-law works in housing.");
            window.choose("Mohammed Tarn-Featherstonehaugh").press("Restrict it");
            every.look(window, "access-restricted");
            every.form(window, base + "/access/naming", "Name them", "access-naming");
            every.form(window, base + "/access/opening", "Let them read it", "access-opening");
            window.fill("Who can read it?", "Cara Lyth").choose("A week");
            window.page.fill("#why", "She reviews how we refer.");
            window.press("Let them read it");
            window.open(base + "/access/keeping").fill("Who must not see it?", "Bilal Orme")
                    .choose("They know someone it is about outside work").press("Keep it from them");
            every.look(window, "access-full");
            every.form(window, base + "/access/kept/" + bilal.staff() + "/lifting", "Let them back",
                    "access-letting-back");
            every.form(window, base + "/access/lifting", "Lift the restriction", "access-lifting");
            every.visit(window, "/people/" + cara.staff() + "/reach", "person-reach");
        }
        try (var window = Window.on(Device.DESK, port).as(cara)) {
            every.visit(window, "/opened", "opened");
            every.visit(window, base, "concern-opened");
        }
        var other = town.raised(omar, telling()).value();
        try (var window = Window.on(Device.DESK, port).as(lena)) {
            window.open("/concerns/" + other + "/access/restricting").choose("Mohammed Tarn-Featherstonehaugh");
            window.page.fill("#why", "Her mother-in-law works in housing.");
            window.press("Restrict it");
            every.visit(window, "/emergency/reviews", "emergency-reviews-none");
        }
        try (var window = Window.on(Device.DESK, port).as(amina).confirm()) {
            every.form(window, "/emergency", "Open it for an hour", "emergency");
            window.fill("Reference of the concern", other).fill("What is the emergency?",
                    "She is at the front desk and says that he is outside.").press("Open it for an hour");
            every.look(window, "concern-emergency");
        }
        try (var window = Window.on(Device.DESK, port).as(lena)) {
            every.visit(window, "/emergency/reviews", "emergency-reviews");
            window.follow("Amina Sefton");
            every.look(window, "emergency-review");
            window.press("Keep this review");
            every.look(window, "emergency-review-in-error");
            window.choose("It was right to open it").fill("How do you know?", "I rang her at once.")
                    .press("Keep this review");
            every.look(window, "emergency-reviewed");
        }
    }

    private static Telling telling() {
        return Town.telling("She says that he follows her home. She is seventeen and expecting a child.").kind("CHILD")
                .people(List.of(new Person(PersonRole.AT_RISK.name(), "Kezia Brandt", "", "", "", "", "17", "", "",
                        "", "")));
    }
}
