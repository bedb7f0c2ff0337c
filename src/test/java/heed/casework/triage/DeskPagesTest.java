package heed.casework.triage;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.Visitor;
import heed.access.Role;
import heed.casework.ConcernRef;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import heed.platform.Actor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The officers' side, read as an officer would, without script. */
@InTown
class DeskPagesTest {
    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Town town;
    Actor omar;
    Actor amina;
    Actor ben;
    Visitor officer;

    @BeforeEach
    void a_town() {
        town = Town.in(context);
        amina = town.person("Amina Sefton", Role.DSO);
        ben = town.person("Ben Harkness", Role.DSO);
        omar = town.person("Omar Tindall");
        officer = town.visitor(amina, port);
    }

    ConcernRef raised(String seen) {
        return town.raised(omar, Town.telling(seen));
    }

    @Test
    void the_queue_shows_danger_first_then_who_waited_longest_and_counts_them() {
        var first = raised("one");
        clock.pass(Duration.ofMinutes(90));
        var second = raised("two");
        var danger = town.raised(omar, Town.telling("three").danger("yes"));
        clock.pass(Duration.ofMinutes(5));
        officer.get("/queue/waiting");
        assertThat(officer.page().select(".heed-queue tbody th a").eachText()).containsExactly(danger.value(),
                first.value(), second.value());
        assertThat(officer.page().select(".heed-queue tbody tr").first().text()).contains("Danger now",
                "5 minutes ago");
        assertThat(officer.page().select(".heed-queue tbody tr").get(1).text()).contains("1 hour 35 minutes ago");
        assertThat(officer.page().select(".heed-list-head p").text()).isEqualTo("3 concerns");
        assertThat(town.count("select cardinality(found) from platform.trail where act = 'concern.list'")).isEqualTo(3);
    }

    @Test
    void a_long_queue_is_shown_in_pages_of_fifty_and_none_is_lost_between_them() {
        for (int i = 0; i < 53; i++)
            raised("worry " + i);
        officer.get("/queue/waiting");
        var seen = new java.util.HashSet<>(officer.page().select(".heed-queue tbody th a").eachText());
        assertThat(seen).hasSize(50);
        officer.get(officer.page().select("a[href*=after]").attr("href"));
        var rest = officer.page().select(".heed-queue tbody th a").eachText();
        assertThat(rest).hasSize(3).doesNotContainAnyElementsOf(seen);
        assertThat(officer.get("/queue/waiting?after=nonsense").status()).isEqualTo(200);
    }

    @Test
    void an_empty_queue_says_what_to_expect() {
        assertThat(officer.get("/queue/waiting").page().select("main").text()).contains("Nothing is waiting.");
    }

    @Test
    void a_concern_is_taken_up_decided_with_reasons_and_answered() {
        var ref = town.raised(omar, Town.telling("He was alone.")
                .people(List.of(Person.blank(PersonRole.AT_RISK), Person.blank(PersonRole.FAMILY))));
        officer.get("/concerns/" + ref);
        assertThat(officer.page().select("dd").eachText()).contains("He was alone.", "Omar Tindall");
        officer.post("/concerns/" + ref + "/taking-up").follow();
        assertThat(officer.page().select(".heed-flash").text()).isEqualTo("You have taken this up.");
        officer.get("/concerns/" + ref + "/decision").post("/concerns/" + ref + "/decision", "version", version());
        assertThat(officer.status()).isEqualTo(422);
        assertThat(officer.page().select(".govuk-error-summary a").eachText())
                .containsExactly("Select what you decided", "Enter your reasons");
        officer.post("/concerns/" + ref + "/decision", "version", version(), "outcome", "REFER", "toldWhom",
                "The hub, 10:40", "reasons", " ");
        assertThat(officer.page().select(".govuk-error-summary a").eachText())
                .containsExactly("Select the main reason", "Select where you referred it", "Enter your reasons");
        assertThat(officer.page().select("#toldWhom").val()).isEqualTo("The hub, 10:40");
        officer.post("/concerns/" + ref + "/decision", "version", version(), "outcome", "REFER", "reason-refer",
                "REFER_NOW", "route", "MASH",
                "toldWhom", "The hub, 10:40", "reasons", "Left alone at six years old.");
        officer.follow();
        assertThat(officer.page().select("h2").eachText()).contains("Decision: Refer to another body");
        assertThat(officer.page().select("dd").eachText()).contains("Left alone at six years old.", "The hub, 10:40",
                "Refer to another body now");
        officer.get("/concerns/" + ref + "/feedback").post("/concerns/" + ref + "/feedback");
        assertThat(officer.page().select(".govuk-error-summary a").eachText())
                .containsExactly("Enter what you want to say to them");
        officer.post("/concerns/" + ref + "/feedback", "words", "Thank you. Do not go back alone.").follow();
        officer.get("/concerns/" + ref + "/support").post("/concerns/" + ref + "/support", "support-MHFA", "YES")
                .follow();
        assertThat(officer.page().select("main").text()).contains("Mental health first aider Taken", "Not read yet");
        var reporter = town.visitor(omar, port);
        assertThat(reporter.get("/").page().select(".govuk-tag").eachText()).contains("New reply");
        reporter.get("/my-concerns/" + ref);
        assertThat(reporter.page().select(".govuk-inset-text").text()).isEqualTo("Thank you. Do not go back alone.");
        assertThat(reporter.page().text()).doesNotContain("Left alone at six").doesNotContain("The hub, 10:40");
        assertThat(reporter.get("/").page().select(".govuk-tag").eachText()).doesNotContain("New reply");
        assertThat(officer.get("/concerns/" + ref).page().select("main").text()).doesNotContain("Not read yet");
        assertThat(town.texts("select act from platform.trail where outcome = 'DONE' order by at")).contains(
                "concern.take-up", "concern.decide",
                "concern.feedback", "concern.support", "concern.view", "concern.view-own");
    }

    private String version() {
        return officer.page().select("input[name=version]").val();
    }

    @Test
    void the_second_of_two_officers_who_decide_is_told_shown_both_and_loses_nothing() {
        var ref = raised("He was alone.");
        officer.get("/concerns/" + ref).post("/concerns/" + ref + "/taking-up");
        officer.get("/concerns/" + ref + "/decision");
        var stale = version();
        var twin = town.visitor(amina, port);
        twin.get("/concerns/" + ref + "/decision").post("/concerns/" + ref + "/decision", "version", stale, "outcome",
                "NO_FURTHER_ACTION",
                "reason-no-further-action", "EXPLAINED", "reasons", "Seen and well.");
        assertThat(twin.location()).isEqualTo("/concerns/" + ref);
        officer.post("/concerns/" + ref + "/decision", "version", stale, "outcome", "ADVICE_GIVEN",
                "reason-advice-given", "CONSULT_FIRST", "advice",
                "Ring us", "reasons", "My own reasons.");
        assertThat(officer.status()).isEqualTo(409);
        assertThat(officer.page().select("main").text()).contains("Nothing you typed is lost", "Seen and well.");
        assertThat(officer.page().select("#reasons").text()).isEqualTo("My own reasons.");
        assertThat(town.count("select count(*) from casework.decision")).isEqualTo(1);
    }

    @Test
    void only_one_of_two_officers_takes_it_up_and_the_other_is_told() {
        var ref = raised("He was alone.");
        var other = town.visitor(ben, port).get("/concerns/" + ref);
        officer.get("/concerns/" + ref).post("/concerns/" + ref + "/taking-up");
        other.post("/concerns/" + ref + "/taking-up").follow();
        assertThat(other.page().select(".heed-flash").text()).contains("Someone else took this up before you");
        assertThat(other.page().select("dd").text()).contains("Amina Sefton");
        other.get("/concerns/" + ref + "/decision").post("/concerns/" + ref + "/decision", "version",
                other.page().select("input[name=version]").val(), "outcome", "NO_FURTHER_ACTION",
                "reason-no-further-action", "EXPLAINED", "reasons", "x");
        assertThat(other.status()).isEqualTo(422);
        assertThat(town.count("select count(*) from casework.decision")).isZero();
    }

    @Test
    void an_officer_who_knows_the_person_stands_aside_and_can_no_longer_find_it() {
        var ref = raised("It is my neighbour.");
        officer.get("/concerns/" + ref).post("/concerns/" + ref + "/taking-up");
        officer.get("/concerns/" + ref + "/standing-aside").post("/concerns/" + ref + "/standing-aside").follow();
        assertThat(officer.heading()).isEqualTo("Concerns");
        assertThat(officer.body()).doesNotContain(ref.value());
        assertThat(officer.get("/concerns/" + ref).status()).isEqualTo(404);
        assertThat(officer.get("/").page().select(".heed-panel--count").text()).startsWith("No ");
        var other = town.visitor(ben, port).get("/queue/waiting");
        assertThat(other.page().select(".heed-queue tbody tr").text()).contains(ref.value(), "Handed back");
        assertThat(town.count(
                "select count(*) from platform.outbox where ref = '" + ref + "' and recipient = '" + ben.staff() + "'"))
                .isEqualTo(2);
        assertThat(town.count("select count(*) from platform.outbox where ref = '" + ref + "' and recipient = '"
                + amina.staff() + "'")).isEqualTo(1);
    }

    @Test
    void a_case_is_opened_with_a_lead_and_a_later_concern_is_added_to_it() {
        var first = raised("He was alone.");
        officer.get("/concerns/" + first).post("/concerns/" + first + "/taking-up");
        officer.get("/concerns/" + first + "/decision").post("/concerns/" + first + "/decision", "version", version(),
                "outcome", "OPEN_CASE",
                "reason-open-case", "OPEN_CASE", "lead", ben.staff().toString(), "reasons", "More than one worry.");
        officer.follow();
        var caseRef = officer.page().select("a[href^=/cases/]").attr("href").substring("/cases/".length());
        clock.pass(Duration.ofMinutes(1));
        var second = raised("Alone again.");
        officer.get("/concerns/" + second).post("/concerns/" + second + "/taking-up");
        officer.get("/concerns/" + second + "/decision").post("/concerns/" + second + "/decision", "version", version(),
                "outcome", "ADD_TO_CASE",
                "reason-add-to-case", "ADD_TO_CASE", "case", "K-0000-00", "reasons", "Same boy.");
        assertThat(officer.status()).isEqualTo(422);
        officer.post("/concerns/" + second + "/decision", "version", version(), "outcome", "ADD_TO_CASE",
                "reason-add-to-case", "ADD_TO_CASE", "case",
                caseRef.toLowerCase(java.util.Locale.ROOT), "reasons", "Same boy.").follow();
        officer.get("/cases/" + caseRef);
        assertThat(officer.page().select("tbody th a").eachText()).containsExactly(first.value(), second.value());
        assertThat(officer.page().select("dd").eachText()).contains("Ben Harkness");
        assertThat(town.visitor(omar, port).get("/cases/" + caseRef).status()).isEqualTo(404);
    }

    @Test
    void a_decision_is_reopened_with_a_reason_and_the_earlier_one_stays() {
        var ref = raised("He was alone.");
        officer.get("/concerns/" + ref).post("/concerns/" + ref + "/taking-up");
        officer.get("/concerns/" + ref + "/decision").post("/concerns/" + ref + "/decision", "version", version(),
                "outcome", "SIGNPOST",
                "reason-signpost", "SIGNPOST", "service", "Food bank", "reasons", "They asked.");
        officer.get("/concerns/" + ref + "/reopening").post("/concerns/" + ref + "/reopening", "words", "New facts.")
                .follow();
        assertThat(officer.page().select("main").text()).contains("Being looked at", "Decision: Signpost to a service",
                "New facts.");
    }

    @Test
    void an_officer_hands_back_with_a_note_for_the_next() {
        var ref = raised("He was alone.");
        officer.get("/concerns/" + ref).post("/concerns/" + ref + "/taking-up");
        officer.get("/concerns/" + ref + "/handing-back")
                .post("/concerns/" + ref + "/handing-back", "words", "Ring the school at nine.").follow();
        assertThat(town.visitor(ben, port).get("/concerns/" + ref).page().select("main").text()).contains(
                "Handed back to the queue",
                "Ring the school at nine.");
    }

    @Test
    void the_reasons_under_each_decision_are_added_ended_and_brought_back_by_a_coordinator_only() {
        var coordinator = town.visitor(town.person("Cara Whitlow", Role.COORDINATOR), port)
                .get("/settings/decision-reasons");
        coordinator.post("/settings/decision-reasons", "outcome", "REFER", "label-REFER", "");
        assertThat(coordinator.page().select(".govuk-error-summary a").eachText()).containsExactly("Enter the reason");
        coordinator.post("/settings/decision-reasons", "outcome", "REFER", "label-REFER", "Fire risk to neighbours");
        var ref = raised("Hoarding.");
        officer.get("/concerns/" + ref).post("/concerns/" + ref + "/taking-up");
        assertThat(officer.get("/concerns/" + ref + "/decision").page().select("label").eachText())
                .contains("Fire risk to neighbours");
        coordinator.get("/settings/decision-reasons").post("/settings/decision-reasons/ending", "outcome", "REFER",
                "code", "REFER_AGREED");
        assertThat(officer.get("/concerns/" + ref + "/decision").page().select("label").eachText())
                .doesNotContain("Referred with agreement");
        coordinator.get("/settings/decision-reasons").post("/settings/decision-reasons/restoring", "outcome", "REFER",
                "code", "REFER_AGREED");
        assertThat(officer.get("/concerns/" + ref + "/decision").page().select("label").eachText())
                .contains("Referred with agreement");
        coordinator.get("/settings/decision-reasons").post("/settings/decision-reasons/ending", "outcome",
                "ADD_TO_CASE", "code", "ADD_TO_CASE");
        assertThat(coordinator.page().select(".govuk-error-summary a").text()).contains("needs at least one reason");
        assertThat(officer.get("/settings/decision-reasons").status()).isEqualTo(404);
    }

    @Test
    void what_the_reporter_adds_reaches_the_officer_who_has_it() {
        var ref = raised("He was alone.");
        officer.get("/concerns/" + ref).post("/concerns/" + ref + "/taking-up");
        var reporter = town.visitor(omar, port).get("/my-concerns/" + ref);
        reporter.post("/my-concerns/" + ref + "/addenda", "submission",
                reporter.page().select("input[name=submission]").val(), "words", "");
        assertThat(reporter.status()).isEqualTo(422);
        reporter.post("/my-concerns/" + ref + "/addenda", "submission",
                reporter.page().select("input[name=submission]").val(), "words",
                "His mother is back.");
        assertThat(officer.get("/concerns/" + ref).page().select(".govuk-inset-text").eachText())
                .contains("His mother is back.");
        assertThat(town.count(
                "select count(*) from platform.outbox where kind = 'ADDED' and recipient = '" + amina.staff() + "'"))
                .isEqualTo(1);
    }
}
