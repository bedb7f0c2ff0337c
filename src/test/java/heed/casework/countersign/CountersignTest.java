package heed.casework.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.Visitor;
import heed.access.Role;
import heed.casework.ConcernRef;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.work.WorkLists;
import heed.platform.Actor;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Danger was reported and nothing is to be done: a second officer reads the decision afterwards. */
@InTown
class CountersignTest {
    @Autowired
    ApplicationContext context;
    @Autowired
    Countersignatures countersignatures;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Town town;
    Actor amina;
    Actor bola;
    Actor lena;
    Actor omar;
    Visitor decider;
    Visitor second;

    @BeforeEach
    void officers() {
        clock.startAgain();
        town = Town.in(context);
        amina = town.person("Amina Sefton", Role.DSO);
        bola = town.person("Bola Ekwueme", Role.DSO);
        lena = town.person("Lena Foss", Role.DSL);
        omar = town.person("Omar Tindall");
        decider = town.visitor(amina, port);
        second = town.visitor(bola, port);
    }

    @AfterEach
    void the_time_is_back() {
        clock.startAgain();
    }

    ConcernRef decided(boolean danger, String outcome, String reason, String code, String... more) {
        var ref = town.raised(omar, Town.telling("Shouting through the wall.").danger(danger ? "yes" : "no"));
        decide(ref, outcome, reason, code, more);
        return ref;
    }

    void decide(ConcernRef ref, String outcome, String reason, String code, String... more) {
        decider.get("/concerns/" + ref).post("/concerns/" + ref + "/taking-up");
        decider.get("/concerns/" + ref + "/decision");
        var sent = new java.util.ArrayList<>(java.util.List.of("version",
                decider.page().select("input[name=version]").val(), "outcome", outcome, reason, code, "reasons",
                "It was a film. Both were well."));
        sent.addAll(java.util.List.of(more));
        decider.post("/concerns/" + ref + "/decision", sent.toArray(String[]::new));
        assertThat(decider.status()).as(decider.page().select(".govuk-error-summary").text()).isEqualTo(302);
    }

    ConcernRef nothingDone() {
        return decided(true, "NO_FURTHER_ACTION", "reason-no-further-action", "EXPLAINED");
    }

    @Test
    void nothing_waits_for_it_the_leads_are_told_and_the_mail_does_not_say_what_it_is_about() {
        var ref = nothingDone();
        assertThat(decider.get("/concerns/" + ref).page().select("main").text()).contains("Danger reported",
                "A second officer has to read your decision").doesNotContain("Say whether you agree");
        assertThat(decider.get("/concerns/" + ref + "/feedback").status()).as("writing back waits for nobody")
                .isEqualTo(200);
        var mail = town.visitor(lena, port).get("/outbox").page().select("article").text();
        assertThat(mail).contains("A decision to read: " + ref).doesNotContain("anger").doesNotContain("nothing");
        assertThat(town.visitor(bola, port).get("/outbox").page().select("article").text())
                .doesNotContain("A decision to read");
    }

    @Test
    void only_danger_with_nothing_done_waits() {
        decided(false, "NO_FURTHER_ACTION", "reason-no-further-action", "EXPLAINED");
        decided(true, "REFER", "reason-refer", "REFER_NOW", "route", "MASH");
        assertThat(countersignatures.waiting(bola)).isEmpty();
        var waits = java.util.List.of(nothingDone(),
                decided(true, "SIGNPOST", "reason-signpost", "SIGNPOST", "service", "Victim support"),
                decided(true, "ADVICE_GIVEN", "reason-advice-given", "CONSULT_FIRST", "advice", "Ring again."));
        assertThat(countersignatures.waiting(bola)).extracting(r -> r.concern().ref())
                .containsExactlyInAnyOrderElementsOf(waits);
    }

    @Test
    void a_second_officer_agrees_and_it_is_off_the_list_and_on_the_decision() {
        var ref = nothingDone();
        assertThat(second.get("/").page().select("main").text()).contains("1 decision to countersign");
        second.get("/countersigning");
        assertThat(second.page().select(".heed-list-head p").text()).isEqualTo("1 decision");
        second.get(second.page().select(".heed-queue tbody th a").attr("href"));
        assertThat(second.page().select("main dd").eachText()).contains("It was a film. Both were well.");
        var page = "/concerns/" + ref + "/countersignature";
        var decision = second.page().select("input[name=decision]").val();
        second.post(page, "decision", decision);
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.page().select(".govuk-error-summary a").eachText())
                .containsExactly("Select whether you agree");
        second.post(page, "decision", decision, "view", "agree");
        assertThat(second.follow().page().select("main").text()).contains("You have countersigned the decision.",
                "Countersigned Bola Ekwueme");
        assertThat(second.get("/countersigning").page().select("main").text())
                .contains("Nothing waits for a countersignature.");
        assertThat(second.get(page).status()).as("nothing waits any more").isEqualTo(422);
    }

    @Test
    void who_disagrees_says_why_takes_it_up_and_the_decider_and_leads_are_told() {
        var ref = nothingDone();
        var page = "/concerns/" + ref + "/countersignature";
        var decision = second.get(page).page().select("input[name=decision]").val();
        second.post(page, "decision", decision, "view", "disagree", "reasons", " ");
        assertThat(second.page().select(".govuk-error-summary a").eachText()).containsExactly("Enter why you disagree");
        second.post(page, "decision", decision, "view", "disagree", "reasons", "Nobody saw the child.");
        assertThat(second.follow().page().select("main").text()).contains("It is reopened, and with you.",
                "Nobody saw the child.", "Not countersigned");
        assertThat(town.texts("select status from casework.concern")).containsExactly("IN_TRIAGE");
        for (var told : java.util.List.of(amina, lena))
            assertThat(town.visitor(told, port).get("/outbox").page().select("article").text())
                    .contains("A decision was reopened: " + ref).doesNotContain("Nobody saw");
        assertThat(countersignatures.count(lena)).isZero();
    }

    @Test
    void a_decision_taken_again_after_that_waits_for_a_signature_of_its_own() {
        var ref = nothingDone();
        var page = "/concerns/" + ref + "/countersignature";
        second.get(page).post(page, "decision", second.page().select("input[name=decision]").val(), "view", "disagree",
                "reasons", "Nobody saw the child.");
        clock.pass(Duration.ofHours(1));
        second.get("/concerns/" + ref + "/decision");
        second.post("/concerns/" + ref + "/decision", "version", second.page().select("input[name=version]").val(),
                "outcome", "NO_FURTHER_ACTION", "reason-no-further-action", "EXPLAINED", "reasons", "Seen, and well.");
        assertThat(countersignatures.waiting(bola)).as("whoever decided last does not sign").isEmpty();
        assertThat(countersignatures.waiting(amina)).hasSize(1);
    }

    @Test
    void whoever_decided_or_is_excluded_or_may_not_see_it_does_not_sign() {
        var ref = nothingDone();
        var page = "/concerns/" + ref + "/countersignature";
        assertThat(decider.get(page).status()).isEqualTo(422);
        assertThat(countersignatures.count(amina)).isZero();
        second.get("/concerns/" + ref + "/standing-aside").post("/concerns/" + ref + "/standing-aside");
        assertThat(second.get(page).status()).isEqualTo(404);
        assertThat(countersignatures.count(bola)).isZero();
        assertThat(town.visitor(omar, port).get(page).status()).isEqualTo(404);
        assertThat(countersignatures.count(lena)).isEqualTo(1);
        assertThat(context.getBean(WorkLists.class).tabs(lena, "/countersigning")).extracting(WorkLists.Tab::text)
                .contains("To countersign (1)");
    }

    @Test
    void the_second_of_two_who_sign_at_once_keeps_their_words() {
        var ref = nothingDone();
        var page = "/concerns/" + ref + "/countersignature";
        var lead = town.visitor(lena, port);
        var decision = lead.get(page).page().select("input[name=decision]").val();
        second.get(page).post(page, "decision", decision, "view", "agree");
        lead.post(page, "decision", decision, "view", "disagree", "reasons", "Nobody saw the child.");
        assertThat(lead.status()).isEqualTo(409);
        assertThat(lead.page().select("textarea").text()).isEqualTo("Nobody saw the child.");
        assertThat(town.texts("select status from casework.concern")).containsExactly("DECIDED");
        lead.post(lead.page().select("main form").attr("action"), "submission",
                lead.page().select("input[name=submission]").val(), "words", "Nobody saw the child.");
        assertThat(lead.follow().page().select("main").text()).contains("Nobody saw the child.");
    }
}
