package heed.casework.restriction;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.Visitor;
import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import heed.casework.concern.Telling;
import heed.platform.Actor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Who can see a concern and why, and changing it, read as a person would. */
@InTown
class RestrictionPagesTest {
    private static final String WORDS = "He said that the flat is not safe.";

    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Town town;
    Actor omar;
    Actor amina;
    Actor bilal;
    Actor lena;
    Actor mo;
    Visitor officer;
    Visitor other;
    Visitor lead;
    String ref;
    String concern;
    String access;

    @BeforeEach
    void a_concern_that_two_officers_and_two_leads_can_see() {
        clock.startAgain();
        town = Town.in(context);
        amina = town.person("Amina Sefton", Role.DSO);
        bilal = town.person("Bilal Orme", Role.DSO);
        lena = town.person("Lena Foss", Role.DSL);
        mo = town.person("Mo Tarn", Role.DSL);
        omar = town.person("Omar Tindall");
        ref = town.raised(omar, Town.telling(WORDS).kind("CHILD")
                .people(List.of(new Person(PersonRole.AT_RISK.name(), "Jay Marlow", "", "", "", "", "", "", "", "",
                        ""))))
                .value();
        concern = "/concerns/" + ref;
        access = concern + "/access";
        officer = town.confirmed(amina, port);
        other = town.visitor(bilal, port);
        lead = town.confirmed(lena, port);
    }

    String version() {
        return lead.get(access + "/restricting").page().select("input[name=version]").val();
    }

    void restrict(Actor... people) {
        var form = new java.util.ArrayList<>(List.of("version", version(), "why", "Her family works here."));
        for (var one : people)
            form.addAll(List.of("people", one.staff().toString()));
        lead.post(access + "/restricting", form.toArray(String[]::new));
        assertThat(lead.location()).isEqualTo(access);
    }

    void nothingOfIt(Visitor visitor) {
        for (var path : List.of(concern, access, concern + "/looks", concern + "/files", concern + "/decision",
                concern + "/addenda", concern + "/correction"))
            assertThat(visitor.get(path).status()).as(path).isEqualTo(404);
        for (var path : List.of("/queue/waiting", "/queue/in-hand", "/queue/decided", "/"))
            assertThat(visitor.get(path).body()).as(path).doesNotContain(ref, "Jay Marlow");
        assertThat(visitor.get("/").page().select("nav .heed-count")).isEmpty();
    }

    @Test
    void who_can_see_it_and_why_is_what_the_policy_says() {
        officer.get(access);
        assertThat(officer.page().select("table").first().select("tbody th").eachText()).containsExactly(
                "Amina Sefton (you)", "Bilal Orme", "Lena Foss", "Mo Tarn");
        assertThat(officer.page().select("table").first().text()).contains("Designated safeguarding lead",
                "Works on every concern that is not restricted");
        assertThat(officer.page().select("main").text()).contains("Omar Tindall told us", "It is kept from nobody.");
        assertThat(officer.page().select("main a").eachText()).contains("Keep somebody from it")
                .doesNotContain("Restrict it to named people");
        assertThat(town.visitor(omar, port).get(access).status()).isEqualTo(404);
    }

    @Test
    void a_lead_restricts_it_to_named_people_and_nobody_else_finds_it_at_their_next_click() {
        officer.get(concern).post(concern + "/taking-up");
        officer.get(concern);
        restrict(bilal);
        nothingOfIt(officer);
        assertThat(town.visitor(mo, port).get(concern).status()).as("a lead who is not named").isEqualTo(404);
        assertThat(other.get(concern).page().text()).contains("Restricted", WORDS);
        assertThat(other.get("/queue/waiting").body()).as("it went back to the queue").contains(ref);
        lead.get(access);
        assertThat(lead.page().select("table").first().select("tbody th").eachText()).containsExactly("Bilal Orme",
                "Lena Foss (you)");
        assertThat(lead.page().select(".heed-timeline").text()).contains("Restricted", "Her family works here.");
        assertThat(town.texts("select distinct recipient::text from platform.outbox where kind = 'CONCERN_NAMED'"))
                .contains(bilal.staff().toString()).doesNotContain(lena.staff().toString(), mo.staff().toString());
        var mine = town.visitor(omar, port);
        assertThat(mine.get("/my-concerns/" + ref).body()).as("their own words").contains(WORDS);
    }

    @Test
    void people_are_named_and_taken_off_but_never_so_that_one_alone_or_no_lead_is_left() {
        restrict(bilal);
        lead.get(access).post(access + "/named/" + bilal.staff() + "/removal");
        assertThat(lead.status()).isEqualTo(422);
        assertThat(lead.page().text()).contains("Nobody was taken off");
        assertThat(other.get(concern).status()).isEqualTo(200);
        lead.get(access + "/naming").post(access + "/naming", "people", mo.staff().toString());
        assertThat(town.visitor(mo, port).get(concern).status()).isEqualTo(200);
        lead.get(access).post(access + "/named/" + bilal.staff() + "/removal");
        assertThat(lead.location()).isEqualTo(access);
        nothingOfIt(other);
        lead.get(access + "/naming").post(access + "/naming");
        assertThat(lead.page().select(".govuk-error-summary a").text()).isEqualTo("Choose who else can open it");
    }

    @Test
    void lifting_a_restriction_needs_reasons_and_opens_it_to_every_officer_again() {
        restrict(bilal);
        lead.get(access + "/lifting").post(access + "/lifting", "why", "");
        assertThat(lead.status()).isEqualTo(422);
        assertThat(lead.page().select(".govuk-error-summary a").text()).isEqualTo("Enter your reasons");
        nothingOfIt(officer);
        lead.post(access + "/lifting", "why", "The cousin left in March.");
        assertThat(lead.location()).isEqualTo(access);
        assertThat(officer.get(concern).page().text()).contains(WORDS);
        assertThat(officer.get(access).page().select(".heed-timeline").text()).contains("No longer restricted",
                "The cousin left in March.");
        assertThat(town.count("select count(*) from access.named")).isZero();
    }

    @Test
    void an_officer_who_is_no_lead_keeps_somebody_from_it_but_does_not_restrict_name_or_let_back() {
        for (var path : List.of("/restricting", "/naming", "/lifting", "/opening"))
            assertThat(officer.get(access + path).status()).as(path).isEqualTo(404);
        officer.get("/raise").post(access + "/restricting", "version", "0", "people", bilal.staff().toString(), "why",
                "x");
        assertThat(officer.status()).isEqualTo(404);
        officer.get(access + "/keeping").post(access + "/keeping", "name", "Bilal Orme", "because", "FAMILY");
        assertThat(officer.location()).isEqualTo(access);
        nothingOfIt(other);
        officer.get(access);
        assertThat(officer.page().select("table").last().text()).contains("Bilal Orme",
                "family, or as good as family", "Amina Sefton");
        assertThat(officer.get(access + "/kept/" + bilal.staff() + "/lifting").status()).isEqualTo(404);
        officer.get("/raise").post(access + "/kept/" + bilal.staff() + "/lifting", "why", "x");
        assertThat(officer.status()).isEqualTo(404);
        lead.get(access + "/kept/" + bilal.staff() + "/lifting")
                .post(access + "/kept/" + bilal.staff() + "/lifting", "why", "It is another Orme.");
        assertThat(lead.location()).isEqualTo(access);
        assertThat(other.get(concern).page().text()).contains(WORDS);
    }

    @Test
    void whoever_has_it_loses_it_when_it_is_kept_from_them_and_the_others_are_told() {
        other.get(concern).post(concern + "/taking-up");
        long before = town.count("select count(*) from platform.outbox where kind = 'CONCERN_WAITING' and recipient = '"
                + amina.staff() + "'");
        officer.get(access + "/keeping").post(access + "/keeping", "name", "Bilal Orme", "because", "CLOSE", "why",
                "He coaches the boy at the weekend.");
        nothingOfIt(other);
        assertThat(officer.get("/queue/waiting").body()).contains(ref);
        assertThat(town.count("select count(*) from platform.outbox where kind = 'CONCERN_WAITING' and recipient = '"
                + amina.staff() + "'")).isGreaterThan(before);
        assertThat(officer.get(access).page().select(".heed-timeline").text())
                .contains("He coaches the boy at the weekend.");
    }

    @Test
    void a_name_several_have_is_asked_which_and_one_nobody_has_is_said() {
        var first = town.person("Jo Pell", Role.DSO);
        town.person("Jo Pelle", Role.DSO);
        officer.get(access + "/keeping").post(access + "/keeping", "name", "Zebedee Quux", "because", "FAMILY");
        assertThat(officer.page().select(".govuk-error-summary a").text())
                .contains("Nobody who works here has a name like this");
        officer.post(access + "/keeping", "name", "Joe Pell", "because", "FAMILY", "why", "Typed once.");
        assertThat(officer.status()).isEqualTo(422);
        assertThat(officer.page().select("input[name=who]")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(officer.page().select("#why").val()).isEqualTo("Typed once.");
        assertThat(officer.page().select("input[value=FAMILY]").hasAttr("checked")).isTrue();
        officer.post(access + "/keeping", "name", "Joe Pell", "who", first.staff().toString(), "because", "FAMILY");
        assertThat(officer.location()).isEqualTo(access);
        assertThat(town.count("select count(*) from access.exclusion where staff_id = '" + first.staff() + "'"))
                .isEqualTo(1);
        officer.get(access + "/keeping").post(access + "/keeping", "name", "Amina Sefton", "because", "FAMILY");
        assertThat(officer.page().select(".govuk-error-summary a").text()).contains("This is you");
    }

    @Test
    void somebody_who_is_no_officer_reads_it_for_a_time_and_changes_nothing() {
        var cara = town.person("Cara Lyth", Role.CHAMPION);
        var champion = town.visitor(cara, port);
        assertThat(champion.get(concern).status()).isEqualTo(404);
        lead.get(access + "/opening").post(access + "/opening", "name", "Cara Lyth", "until", "week", "why",
                "She reviews how we refer.");
        assertThat(lead.location()).isEqualTo(access);
        assertThat(champion.get("/").page().select("nav a[href=/opened] .heed-count").text()).isEqualTo("1");
        assertThat(champion.get("/opened").page().text()).contains(ref, "Jay Marlow", "A lead lets you read it");
        champion.get(concern);
        assertThat(champion.page().text()).contains("You can read this until", WORDS);
        assertThat(champion.page().select("main form, .heed-panel a")).isEmpty();
        champion.get("/raise");
        for (var path : List.of("/taking-up", "/addenda", "/decision", "/feedback", "/files", "/access/keeping")) {
            champion.post(concern + path, "words", "Mine", "submission", java.util.UUID.randomUUID().toString());
            assertThat(champion.status()).as(path).isEqualTo(404);
        }
        assertThat(champion.get(access).status()).isEqualTo(404);
        assertThat(lead.get(concern + "/looks").page().select("table").text()).contains("Cara Lyth");
        assertThat(lead.get(access).page().select("table").first().text()).contains("Cara Lyth",
                "Safeguarding champion", "Can read it until");
        clock.pass(Duration.ofDays(8));
        assertThat(town.visitor(cara, port).get(concern).status()).as("after its day").isEqualTo(404);
    }

    @Test
    void what_is_open_to_somebody_closes_at_once_when_it_is_closed_restricted_or_kept_from_them() {
        var cara = town.person("Cara Lyth", Role.CHAMPION);
        var champion = town.visitor(cara, port);
        Runnable open = () -> lead.get(access + "/opening").post(access + "/opening", "name", "Cara Lyth", "until",
                "day", "why", "To advise.");
        open.run();
        assertThat(champion.get(concern).status()).isEqualTo(200);
        lead.get(access).post(access + "/opened/" + cara.staff() + "/closing");
        assertThat(champion.get(concern).status()).isEqualTo(404);
        open.run();
        restrict(bilal);
        assertThat(champion.get(concern).status()).isEqualTo(404);
        open.run();
        assertThat(champion.get(concern).status()).as("opened again, restricted or not").isEqualTo(200);
        other.get(access + "/keeping").post(access + "/keeping", "name", "Cara Lyth", "because", "CLOSE");
        assertThat(champion.get(concern).status()).isEqualTo(404);
        open.run();
        assertThat(lead.status()).isEqualTo(422);
        assertThat(lead.page().text()).contains("This concern is kept from them");
    }

    @Test
    void a_second_lead_who_restricts_it_meanwhile_is_told_and_keeps_their_words() {
        var version = version();
        officer.get(concern).post(concern + "/taking-up");
        lead.post(access + "/restricting", "version", version, "people", bilal.staff().toString(), "why",
                "My own long reasons.");
        assertThat(lead.status()).isEqualTo(409);
        assertThat(lead.page().select("#why").val()).isEqualTo("My own long reasons.");
        assertThat(lead.page().text()).contains("changed while you were writing");
        assertThat(officer.get(concern).status()).isEqualTo(200);
    }

    @Test
    void on_a_leads_record_beside_an_allegation_nothing_tells_whom_it_is_kept_from_and_nothing_is_changed_there() {
        town.person("Ines Holt", Role.ALLEGATIONS_RECIPIENT);
        town.person("Ivor Nunn", Role.ALLEGATIONS_RECIPIENT);
        var coach = town.person("Colin Wray");
        var boss = town.person("Petra Vane", Role.DSO);
        town.raised(omar, Town.telling("Something happened in the changing room.")
                .worksHere(new Telling.WorksHere("yes", "", "Colin Wray", "Coach", "Petra Vane")));
        var record = town.texts("select ref from casework.concern where marking = 'RESTRICTED'").getFirst();
        var holder = List.of(lead, town.confirmed(mo, port)).stream()
                .filter(v -> v.get("/concerns/" + record).status() == 200).findFirst().orElseThrow();
        holder.get("/concerns/" + record + "/access");
        assertThat(holder.page().select("main").text()).contains("not shown here")
                .doesNotContain("Colin Wray", "Petra Vane");
        for (var path : List.of("keeping", "naming", "lifting", "opening")) {
            holder.get("/concerns/" + record + "/access/" + path);
            assertThat(holder.status()).as(path).isEqualTo(422);
            assertThat(holder.body()).doesNotContain("Colin Wray", "Petra Vane");
        }
        assertThat(coach).isNotNull();
        assertThat(town.visitor(boss, port).get("/concerns/" + record + "/access").status()).isEqualTo(404);
    }

    @Test
    void what_a_person_can_see_is_shown_to_those_who_grant_only_as_far_as_they_see_it_themselves() {
        restrict(bilal);
        var page = "/people/" + bilal.staff() + "/reach";
        assertThat(lead.get(page).page().select("main").text()).contains("Bilal Orme",
                "Designated safeguarding officer: every concern that is not restricted", ref);
        assertThat(town.visitor(mo, port).get(page).body()).as("another lead, not named").contains("Bilal Orme")
                .doesNotContain(ref);
        assertThat(officer.get(page).status()).isEqualTo(404);
        var ada = town.person("Ada Roe", Role.ADMINISTRATOR);
        assertThat(town.visitor(ada, port).get(page).status()).isEqualTo(404);
    }

    @Test
    void who_has_looked_at_a_concern_is_there_for_those_who_see_it() {
        other.get(concern);
        other.get("/queue/waiting");
        officer.get(concern + "/looks");
        assertThat(officer.page().select("table tbody th").eachText()).containsExactly("Bilal Orme");
        assertThat(town.visitor(omar, port).get(concern + "/looks").status()).isEqualTo(404);
    }
}
