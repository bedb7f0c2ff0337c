package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import heed.platform.Actor;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Seventeen, pregnant, homeless: her housing officer, a designated safeguarding officer, turns out to be the boyfriend's
 * cousin and is kept from her concern at once, with his page open on it.
 */
@InTown
class SeventeenJourney {
    private static final String ACCOUNT = "She is seventeen, expecting, and slept in the bus station. Her boyfriend must not learn where she is.";

    @Autowired
    ApplicationContext context;
    @LocalServerPort
    int port;
    Town town;
    Actor cousin;
    Actor officer;
    Actor lead;
    Actor second;
    Actor reception;

    @BeforeEach
    void a_town_hall() {
        town = Council.in(context);
        cousin = town.person("Kieran Brock", Role.DSO);
        officer = town.person("Amina Sefton", Role.DSO);
        lead = town.person("Lena Foss", Role.DSL);
        second = town.person("Mo Tarn", Role.DSL, Role.EMERGENCY_READER);
        reception = town.person("Jo Bright");
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DESK_WITHOUT_SCRIPT"})
    void her_housing_officer_loses_it_at_his_next_click_and_everybody_else_goes_on(Device device) {
        var ref = town.raised(reception, Town.telling(ACCOUNT).kind("CHILD").people(List.of(
                new Person(PersonRole.AT_RISK.name(), "Kezia Brandt", "", "", "", "", "17", "", "", "", "")))).value();
        var concern = "/concerns/" + ref;
        try (var his = Window.on(device, port).as(cousin); var hers = Window.on(device, port).as(officer)) {
            his.open(concern).press("Take it up");
            assertThat(his.main()).contains(ACCOUNT);
            long mailed = mailTo(cousin);

            hers.open(concern).follow("Who can see it, and who has looked");
            assertThat(hers.main()).contains("Kieran Brock", "Works on every concern that is not restricted");
            hers.follow("Keep somebody from it").fill("Who must not see it?", "Kieran Brock")
                    .choose("They are family, or as good as family, of someone it is about")
                    .fill("Anything the next officer should know (optional)", "He is the boyfriend's cousin.")
                    .press("Keep it from them");
            assertThat(hers.main()).contains("Kieran Brock", "as good as family", "He is the boyfriend's cousin.");

            his.press("Decide");
            assertThat(his.main()).doesNotContain("Kezia").doesNotContain(ACCOUNT).doesNotContain(ref);
            for (var path : List.of(concern, concern + "/decision", concern + "/access"))
                assertThat(his.open(path).heading()).as(path).isEqualTo("Page not found");
            for (var path : List.of("/", "/queue/waiting", "/queue/in-hand", "/queue/decided"))
                assertThat(his.open(path).page.content()).as(path).doesNotContain(ref).doesNotContain("Kezia");
            assertThat(mailTo(cousin)).as("no mail tells him").isEqualTo(mailed);

            hers.open("/queue/waiting");
            assertThat(hers.main()).as("it waits again, for the others").contains(ref);
            hers.open(concern).press("Take it up");
            assertThat(hers.main()).contains("You have taken this up.");
        }
        try (var window = Window.on(device, port).as(lead)) {
            window.open(concern + "/access").follow("Restrict it to named people").choose("Amina Sefton")
                    .fill("Why is it restricted?", "Her address must not be found.").press("Restrict it");
            assertThat(window.main()).contains("only the people listed here can open it", "Can open it: 2");
        }
        try (var window = Window.on(device, port).as(second)) {
            assertThat(window.open(concern).heading()).isEqualTo("Page not found");
            window.open("/emergency").fill("Reference of the concern", ref)
                    .fill("What is the emergency?", "The midwife rings: he is outside.").press("Open it for an hour");
            assertThat(window.main()).contains("You opened this in an emergency", ACCOUNT);
        }
        try (var window = Window.on(device, port).as(lead)) {
            window.open("/emergency/reviews").follow("Mo Tarn");
            assertThat(window.main()).contains("The midwife rings: he is outside.");
            window.choose("It was right to open it").fill("How do you know?", "I rang the midwife.")
                    .press("Keep this review");
            window.open(concern + "/looks");
            assertThat(window.main()).contains("Kieran Brock", "Mo Tarn", "Amina Sefton");
        }
    }

    private long mailTo(Actor someone) {
        return town.count("select count(*) from platform.outbox where recipient = '" + someone.staff() + "'");
    }
}
