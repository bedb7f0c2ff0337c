package heed.casework.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.Visitor;
import heed.access.Role;
import heed.casework.ConcernRef;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.clock.Clocks;
import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import heed.casework.concern.Telling;
import heed.casework.restriction.Restriction;
import heed.platform.Actor;
import heed.platform.calendar.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Opening a restricted concern in an emergency, and reviewing it, read as a person would. */
@InTown
class EmergencyPagesTest {
    private static final String WORDS = "He said that the flat is not safe.";
    private static final Clocks CLOCKS = new Clocks(WorkingDays.ENGLAND, Clocks.FIVE);
    private static final String WHY = "She is at the front desk and says he is outside.";

    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Town town;
    Actor omar;
    Actor amina;
    Actor lena;
    Actor mo;
    Actor cleo;
    Visitor officer;
    Visitor lead;
    ConcernRef ref;
    String concern;

    @BeforeEach
    void a_restricted_concern_that_an_officer_is_not_named_on() {
        clock.startAgain();
        town = Town.in(context);
        amina = town.person("Amina Sefton", Role.DSO, Role.EMERGENCY_READER);
        lena = town.person("Lena Foss", Role.DSL);
        mo = town.person("Mo Tarn", Role.DSL);
        cleo = town.person("Cleo Marsh", Role.COORDINATOR);
        omar = town.person("Omar Tindall");
        officer = town.confirmed(amina, port);
        lead = town.confirmed(lena, port);
        ref = restricted("Jay Marlow");
        concern = "/concerns/" + ref;
    }

    ConcernRef restricted(String about) {
        var made = town.raised(omar, Town.telling(WORDS).kind("ADULT").people(List.of(
                new Person(PersonRole.AT_RISK.name(), about, "", "", "", "", "", "", "", "", ""))));
        context.getBean(Restriction.class).restrict(lena, made, 0, Set.of(mo.staff()), "Her husband works here.");
        return made;
    }

    void open(ConcernRef which) {
        officer.get("/emergency").post("/emergency", "ref", which.value(), "why", WHY);
    }

    String review(Visitor reviewer) {
        return reviewer.get("/emergency/reviews").page().select("table a").first().attr("href");
    }

    @Test
    void it_opens_for_an_hour_to_read_and_the_leads_and_the_coordinator_are_told_at_once() {
        assertThat(officer.get(concern).status()).isEqualTo(404);
        open(ref);
        assertThat(officer.location()).isEqualTo(concern);
        assertThat(officer.follow().page().text()).contains("It is open to you for an hour", WORDS,
                "You opened this in an emergency. You can read it until today at 10am");
        assertThat(officer.page().select(".heed-panel a, form[action$=taking-up]")).isEmpty();
        assertThat(officer.get("/queue/waiting").body()).as("to read, not to work on").doesNotContain(ref.value());
        assertThat(officer.get("/").page().select("nav a[href=/opened]").text()).contains("Open to you");
        officer.get("/raise").post(concern + "/taking-up");
        assertThat(officer.status()).isEqualTo(404);
        assertThat(town.texts(
                "select recipient::text from platform.outbox where kind = 'OPENED_IN_EMERGENCY' and scope_id = '"
                        + town.scope() + "'"))
                .containsExactlyInAnyOrder(lena.staff().toString(), mo.staff().toString(), cleo.staff().toString());
        clock.pass(Duration.ofMinutes(59));
        assertThat(officer.get(concern).status()).isEqualTo(200);
        clock.pass(Duration.ofMinutes(1));
        assertThat(officer.get(concern).status()).isEqualTo(404);
        assertThat(lead.get(concern + "/looks").page().select("table").text()).contains("Amina Sefton");
        assertThat(town.texts("select encode(why, 'escape') from casework.emergency_opening").getFirst())
                .doesNotContain("front desk");
    }

    @Test
    void it_can_be_closed_early() {
        open(ref);
        officer.follow().post(concern + "/closing");
        assertThat(officer.get(concern).status()).isEqualTo(404);
        assertThat(officer.get("/opened").page().text()).contains("Nothing is open to you now");
    }

    @Test
    void whatever_the_reason_nothing_opens_with_one_answer_and_after_five_there_are_no_more_tries_for_an_hour() {
        town.person("Ines Holt", Role.ALLEGATIONS_RECIPIENT);
        var allegation = town.raised(omar, Town.telling("It was the coach.")
                .worksHere(new Telling.WorksHere("yes", "", "", "", "")));
        var herself = restricted("Sefton");
        var kept = restricted("Ada Firth");
        context.getBean(Restriction.class).keepFrom(lena, kept, amina.staff(),
                heed.casework.restriction.KeptBecause.FAMILY, "");
        var none = ConcernRef.random();
        for (var which : List.of(none, allegation, herself, kept)) {
            open(which);
            assertThat(officer.status()).isEqualTo(422);
            assertThat(officer.page().select(".govuk-error-summary").text().replaceAll("\\s+", " "))
                    .isEqualTo(
                            "There is a problem Nothing was opened. Check the reference, or ring a designated safeguarding lead");
            assertThat(officer.page().select("#why").val()).isEqualTo(WHY);
        }
        open(none);
        open(ref);
        assertThat(officer.page().text()).contains("Emergency access is stopped for you for an hour");
        assertThat(officer.get(concern).status()).isEqualTo(404);
        clock.pass(Duration.ofMinutes(61));
        officer = town.confirmed(amina, port);
        open(ref);
        assertThat(officer.location()).isEqualTo(concern);
        assertThat(town.count(
                "select count(*) from platform.trail where act = 'emergency.open' and outcome = 'REFUSED' and actor = '"
                        + amina.staff() + "'"))
                .isEqualTo(5);
    }

    @Test
    void an_officer_who_was_not_given_it_finds_no_such_page_and_somebody_given_it_need_be_no_officer() {
        var bilal = town.confirmed(town.person("Bilal Orme", Role.DSO), port);
        assertThat(bilal.get("/emergency").status()).isEqualTo(404);
        bilal.get("/raise").post("/emergency", "ref", ref.value(), "why", WHY);
        assertThat(bilal.status()).isEqualTo(404);
        var cara = town.confirmed(town.person("Cara Lyth", Role.EMERGENCY_READER), port);
        cara.get("/emergency").post("/emergency", "ref", ref.value(), "why", WHY);
        assertThat(cara.follow().page().text()).contains("You opened this in an emergency", WORDS);
        assertThat(cara.get("/queue/waiting").status()).isEqualTo(404);
        assertThat(bilal.get("/emergency/reviews").status()).isEqualTo(404);
    }

    @Test
    void what_they_can_open_anyway_needs_no_emergency() {
        var open = town.raised(omar, Town.telling("Another worry."));
        open(open);
        assertThat(officer.location()).isEqualTo("/concerns/" + open);
        assertThat(town.count("select count(*) from casework.emergency_opening")).isZero();
    }

    @Test
    void somebody_else_reviews_it_once_and_a_second_reviewer_is_told_and_keeps_their_words() {
        open(ref);
        assertThat(lead.get("/").page().select("nav a[href=/emergency/reviews] .heed-count").text()).isEqualTo("1");
        var page = review(lead);
        assertThat(lead.get(page).page().text()).contains("Amina Sefton", WHY, ref.value(), "Review by");
        lead.post(page, "finding", "", "words", "");
        assertThat(lead.page().select(".govuk-error-summary a").eachText())
                .containsExactly("Choose whether it was right", "Enter how you know");
        var other = town.confirmed(mo, port);
        other.get(page);
        lead.post(page, "finding", "RIGHT", "words", "I rang her at once.");
        assertThat(lead.location()).isEqualTo("/emergency/reviews");
        other.post(page, "finding", "NOT_RIGHT", "words", "My own long words.");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.page().text()).contains("My own long words.", "I rang her at once.");
        assertThat(lead.get("/").page().select("nav a[href=/emergency/reviews]")).isEmpty();
        assertThat(town.count("select count(*) from casework.emergency_opening where finding = 'RIGHT'")).isEqualTo(1);
    }

    @Test
    void a_lead_does_not_review_their_own_and_one_the_concern_is_kept_from_does_not_hear_of_it() {
        var dual = town.person("Dora Pike", Role.DSL, Role.EMERGENCY_READER);
        context.getBean(Restriction.class).keepFrom(lena, ref, mo.staff(),
                heed.casework.restriction.KeptBecause.FAMILY, "");
        var dora = town.confirmed(dual, port);
        dora.get("/emergency").post("/emergency", "ref", ref.value(), "why", WHY);
        assertThat(dora.location()).isEqualTo(concern);
        var page = review(dora);
        assertThat(dora.get(page).page().select("main form")).isEmpty();
        dora.get("/raise").post(page, "finding", "RIGHT", "words", "It was.");
        assertThat(dora.status()).isEqualTo(422);
        var kept = town.confirmed(mo, port);
        assertThat(kept.get("/").page().select("nav a[href=/emergency/reviews]")).isEmpty();
        assertThat(kept.get("/emergency/reviews").body()).doesNotContain(ref.value());
        assertThat(kept.get(page).status()).isEqualTo(404);
        assertThat(town.count("select count(*) from casework.emergency_opening where finding is not null")).isZero();
    }

    @Test
    void without_a_review_in_two_working_days_it_is_not_used_again() {
        var other = restricted("Ada Firth");
        open(ref);
        var opened = clock.instant();
        clock.pass(Duration.between(opened, EmergencyOpenings.reviewBy(CLOCKS, opened)));
        officer = town.confirmed(amina, port);
        open(other);
        assertThat(officer.location()).as("up to the last moment").isEqualTo("/concerns/" + other);
        clock.pass(Duration.ofSeconds(1));
        officer.get("/emergency");
        assertThat(officer.page().text()).contains("nobody has reviewed that within two working days");
        assertThat(officer.page().select("main form")).isEmpty();
        lead = town.confirmed(lena, port);
        var late = lead.get("/emergency/reviews").page().select("table tr:contains(Late)").select("a").attr("href");
        lead.get(late).post(late, "finding", "RIGHT", "words", "Yes.");
        assertThat(officer.get("/emergency").page().select("main form")).isNotEmpty();
    }

    @Test
    void after_a_review_that_found_it_not_right_it_has_to_be_given_anew() {
        open(ref);
        var page = review(lead);
        lead.get(page).post(page, "finding", "NOT_RIGHT", "words", "Nobody was in danger.");
        assertThat(officer.get("/emergency").page().text()).contains("until it is given to you anew");
        clock.pass(Duration.ofMinutes(1));
        var grants = town.grants();
        var held = grants.of(lena, amina.staff()).stream().filter(g -> g.role() == Role.EMERGENCY_READER).findFirst()
                .orElseThrow();
        grants.end(lena, held.id());
        assertThat(officer.get("/emergency").status()).isEqualTo(404);
        grants.grant(lena, amina.staff(), Role.EMERGENCY_READER, clock.instant(), null);
        assertThat(officer.get("/emergency").page().select("main form")).isNotEmpty();
    }

    @Test
    void two_working_days_go_round_weekends_and_bank_holidays_to_the_end_of_the_day() {
        assertThat(EmergencyOpenings.reviewBy(CLOCKS, Instant.parse("2026-03-09T09:00:00Z")))
                .isEqualTo("2026-03-11T17:00:00Z");
        assertThat(EmergencyOpenings.reviewBy(CLOCKS, Instant.parse("2026-04-02T17:55:00Z")))
                .as("Maundy Thursday, summer time").isEqualTo("2026-04-08T16:00:00Z");
    }
}
