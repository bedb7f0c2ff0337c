package heed.casework.allegation;

import static org.assertj.core.api.Assertions.assertThat;

import heed.Visitor;
import heed.access.Role;
import heed.casework.ConcernRef;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import heed.casework.concern.Telling;
import heed.platform.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The coach (domain 7): a worry about someone who works here, and a DSO on duty who is his sister-in-law. */
@InTown
class CoachTest {
    static final String ACCOUNT = "He holds the swimmers back alone after the session and messages them at night.";

    @Autowired
    ApplicationContext context;
    @LocalServerPort
    int port;
    Town town;
    Actor sisterInLaw;
    Actor manager;
    Actor coach;
    Actor hr;
    Actor director;
    Actor substitute;
    Actor lead;
    Actor coordinator;
    Actor administrator;
    Actor lifeguard;

    @BeforeEach
    void a_leisure_centre() {
        town = Town.in(context);
        sisterInLaw = town.person("Petra Vance", Role.DSO);
        manager = town.person("Ruth Calloway", Role.DSL);
        coach = town.person("Callum Thorne", manager);
        hr = town.person("Helen Abara", Role.ALLEGATIONS_RECIPIENT);
        director = town.person("Dev Mistry", Role.ALLEGATIONS_RECIPIENT);
        substitute = town.person("Sol Whitby", Role.ALLEGATIONS_SUBSTITUTE);
        lead = town.person("Lena Foss", Role.DSL);
        coordinator = town.person("Cara Whitlow", Role.COORDINATOR);
        administrator = town.person("Ada Quill", Role.ADMINISTRATOR);
        lifeguard = town.person("Jo Bright");
    }

    Telling worry() {
        return Town.telling(ACCOUNT)
                .danger("yes")
                .kind("CHILD")
                .people(List.of(new Person("AT_RISK", "Milly Garrow", "", "", "", "", "12", "4 Weir Street", "",
                        "In his squad", "")))
                .happened(new Telling.Happened("", "", "", "", "", "Wexley pool, Callum's office", ""))
                .worksHere(new Telling.WorksHere("yes", "STAFF", "Callum Thorne", "Swimming coach", ""));
    }

    Map<String, String> everythingSeenBy(Actor someone, ConcernRef... refs) {
        var pages = new LinkedHashMap<String, String>();
        Visitor visitor = town.visitor(someone, port);
        for (var path : List.of("/", "/queue/waiting", "/queue/in-hand", "/queue/decided", "/my-concerns", "/outbox",
                "/raise", "/people"))
            pages.put(path, visitor.get(path).status() + visitor.bodyWithoutToken());
        for (var ref : refs) {
            pages.put("concern", visitor.get("/concerns/" + ref).status() + "");
            pages.put("mine", visitor.get("/my-concerns/" + ref).status() + "");
        }
        return pages;
    }

    @Test
    void nothing_that_the_sister_in_law_the_coach_or_his_line_can_open_differs_by_a_byte() {
        town.raised(lifeguard, Town.telling("An ordinary worry."));
        for (var someone : List.of(sisterInLaw, coach, manager, coordinator, administrator)) {
            var ref = ConcernRef.random();
            var before = everythingSeenBy(someone, ref);
            var sent = town.raised(lifeguard, worry());
            var after = everythingSeenBy(someone, sent);
            assertThat(after).as("seen by %s", town.staff().get(someone, someone.staff()).post()).isEqualTo(before);
        }
        assertThat(mailTo(sisterInLaw)).isEqualTo(1);
        assertThat(mailTo(coach)).isZero();
        assertThat(mailTo(manager)).isZero();
    }

    @Test
    void the_two_recipients_read_the_account_and_a_lead_gets_the_person_at_risk_without_it() {
        var sent = town.raised(lifeguard, worry());
        var recipient = town.visitor(hr, port).get("/queue/waiting");
        assertThat(recipient.page().select("tbody th a").eachText()).containsExactly(sent.value());
        recipient.get("/concerns/" + sent);
        assertThat(recipient.page().select("dd").eachText()).contains(ACCOUNT, "Callum Thorne",
                "Whoever told us said so");
        assertThat(recipient.page().select("dd").eachText()).anyMatch(t -> t.startsWith("Lena Foss"));
        assertThat(town.visitor(director, port).get("/concerns/" + sent).status()).isEqualTo(200);
        assertThat(town.visitor(substitute, port).get("/concerns/" + sent).status()).isEqualTo(404);
        var protecting = town.visitor(lead, port);
        assertThat(protecting.get("/concerns/" + sent).status()).isEqualTo(404);
        var held = protecting.get("/queue/waiting").page().select("tbody th a").eachText();
        assertThat(held).hasSize(1);
        protecting.get("/concerns/" + held.getFirst());
        assertThat(protecting.page().select("main").text())
                .contains("Milly Garrow", "4 Weir Street", "Wexley pool", "Danger now", "[name withheld]")
                .doesNotContain("Callum")
                .doesNotContain("Thorne")
                .doesNotContain("messages them")
                .doesNotContain("In his squad")
                .doesNotContain("Jo Bright");
        assertThat(mailTo(hr)).isEqualTo(1);
        assertThat(mailTo(director)).isEqualTo(1);
        assertThat(mailTo(lead)).isEqualTo(1);
        assertThat(town.visitor(lifeguard, port).get("/my-concerns/" + sent).page().select("dd").eachText())
                .contains(ACCOUNT);
    }

    @Test
    void the_summary_a_recipient_writes_is_what_the_lead_works_from() {
        var sent = town.raised(lifeguard, worry());
        var recipient = town.visitor(hr, port).get("/concerns/" + sent + "/summary");
        recipient.post("/concerns/" + sent + "/summary", "submission",
                recipient.page().select("input[name=submission]").val(), "words", " ");
        assertThat(recipient.status()).isEqualTo(422);
        recipient.post("/concerns/" + sent + "/summary", "submission",
                recipient.page().select("input[name=submission]").val(), "words",
                "Keep her away from the club until we ring.");
        var protecting = town.visitor(lead, port);
        var held = protecting.get("/queue/waiting").page().select("tbody th a").text();
        assertThat(protecting.get("/concerns/" + held).page().select(".govuk-inset-text").text())
                .isEqualTo("Keep her away from the club until we ring.");
        assertThat(town.visitor(lead, port).get("/concerns/" + held + "/summary").status()).isEqualTo(404);
        assertThat(town.visitor(lead, port).get("/concerns/" + held + "/lifting").status()).isEqualTo(404);
    }

    @Test
    void a_substitute_stands_in_where_a_recipient_is_the_subject() {
        var sent = town.raised(lifeguard, Town.telling("He shouted at a child.")
                .worksHere(new Telling.WorksHere("yes", "STAFF", "Dev Mistry", "", "")));
        assertThat(town.visitor(director, port).get("/concerns/" + sent).status()).isEqualTo(404);
        assertThat(town.visitor(hr, port).get("/concerns/" + sent).status()).isEqualTo(200);
        assertThat(town.visitor(substitute, port).get("/concerns/" + sent).status()).isEqualTo(200);
        assertThat(mailTo(director)).isZero();
    }

    @Test
    void a_typed_name_like_that_of_somebody_here_counts_as_said_wherever_it_is_typed() {
        var inText = town.raised(lifeguard, Town.telling("I saw Callum Thorne push a boy."));
        var asAlleged = town.raised(lifeguard,
                Town.telling("A man pushed a boy.").people(List.of(Person.blank(PersonRole.AT_RISK),
                        new Person("ALLEGED", "Calum Thorn", "", "", "", "", "", "", "", "", ""))));
        var officer = town.visitor(sisterInLaw, port);
        for (var ref : List.of(inText, asAlleged)) {
            assertThat(officer.get("/concerns/" + ref).status()).isEqualTo(404);
            var recipient = town.visitor(hr, port).get("/concerns/" + ref);
            assertThat(recipient.page().select("main").text())
                    .contains("A name typed is like that of someone who works here", "Callum Thorne");
        }
        assertThat(town.visitor(coach, port).get("/concerns/" + inText).status()).isEqualTo(404);
    }

    @Test
    void somebody_elses_name_and_the_tellers_own_do_not_make_it_an_allegation() {
        var sent = town.raised(lifeguard,
                Town.telling("I, Jo Bright, saw Mr Harrow shout at Callum the plumber.")
                        .people(List.of(new Person("WITNESS", "Jo Bright", "", "", "", "", "", "", "", "", ""))));
        assertThat(town.visitor(sisterInLaw, port).get("/concerns/" + sent).status()).isEqualTo(200);
    }

    @Test
    void a_lifted_match_goes_to_the_officers_and_the_leads_record_joins_it() {
        var sent = town.raised(lifeguard,
                Town.telling("I told Callum Thorne about the bruise on a boy.").danger("yes"));
        var recipient = town.visitor(hr, port).get("/concerns/" + sent);
        recipient.post("/concerns/" + sent + "/taking-up");
        recipient.get("/concerns/" + sent + "/lifting").post("/concerns/" + sent + "/lifting", "words", "");
        assertThat(recipient.status()).isEqualTo(422);
        recipient.post("/concerns/" + sent + "/lifting", "words", "He was only told about it.");
        var officer = town.visitor(sisterInLaw, port).get("/queue/waiting");
        assertThat(officer.page().select("tbody th a").eachText()).contains(sent.value());
        assertThat(officer.get("/concerns/" + sent).page().select("dd").text()).contains("I told Callum Thorne");
        assertThat(town.visitor(hr, port).get("/concerns/" + sent).status()).isEqualTo(404);
        assertThat(town.visitor(lead, port).get("/queue/waiting").page().select("tbody th a").eachText())
                .containsExactly(sent.value());
        assertThat(mailTo(sisterInLaw)).isEqualTo(1);
    }

    @Test
    void whom_the_teller_names_never_sees_it_though_it_is_about_nobody_here() {
        var sent = town.raised(lifeguard, Town.telling("The boy next door to her.")
                .worksHere(new Telling.WorksHere("no", "", "", "", "Petra Vance")));
        assertThat(town.visitor(sisterInLaw, port).get("/concerns/" + sent).status()).isEqualTo(404);
        assertThat(mailTo(sisterInLaw)).isZero();
        assertThat(town.visitor(lead, port).get("/concerns/" + sent).status()).isEqualTo(200);
    }

    @Test
    void a_lead_who_knows_the_person_stands_aside_and_another_gets_the_record() {
        var other = town.person("Una Marsh", Role.DSL);
        town.raised(lifeguard, worry());
        var holders = List.of(lead, other).stream()
                .filter(l -> !town.visitor(l, port).get("/queue/waiting").page().select("tbody th a").isEmpty())
                .toList();
        assertThat(holders).hasSize(1);
        var first = town.visitor(holders.getFirst(), port).get("/queue/waiting");
        var held = first.page().select("tbody th a").text();
        first.get("/concerns/" + held + "/standing-aside").post("/concerns/" + held + "/standing-aside");
        assertThat(first.get("/concerns/" + held).status()).isEqualTo(404);
        var second = holders.getFirst().equals(lead) ? other : lead;
        assertThat(town.visitor(second, port).get("/concerns/" + held).status()).isEqualTo(200);
    }

    @Test
    void nothing_is_lost_where_no_recipient_or_lead_is_left() {
        var small = Town.in(context);
        var only = small.person("Nan Holt", Role.COORDINATOR);
        var teller = small.person("Kit Rowe");
        var sent = small.raised(teller, Town.telling("A caretaker.").danger("yes")
                .worksHere(new Telling.WorksHere("yes", "STAFF", "", "", "")));
        assertThat(small.count("select count(*) from casework.concern where marking = 'ALLEGATION'")).isEqualTo(1);
        var coordinator_ = small.visitor(only, port).get("/queue/waiting");
        // The coordinator stands in for recipient and lead alike: the account and the record made from it.
        assertThat(coordinator_.page().select("tbody th a").eachText()).hasSize(2).contains(sent.value());
        var later = small.person("Flo Ames", Role.ALLEGATIONS_RECIPIENT);
        assertThat(small.visitor(later, port).get("/concerns/" + sent).status()).isEqualTo(200);
    }

    @Test
    void an_allegation_handed_back_is_told_of_to_recipients_only() {
        var sent = town.raised(lifeguard, worry());
        var recipient = town.visitor(hr, port).get("/concerns/" + sent);
        recipient.post("/concerns/" + sent + "/taking-up");
        recipient.get("/concerns/" + sent + "/handing-back").post("/concerns/" + sent + "/handing-back", "words", "");
        assertThat(mailTo(sisterInLaw)).isZero();
        assertThat(mailTo(director)).isEqualTo(2);
        assertThat(mailTo(hr)).isEqualTo(1);
    }

    @Test
    void an_addition_that_names_somebody_here_is_received_apart_and_never_reaches_them() {
        var ref = town.raised(lifeguard, Town.telling("A boy has a bruise."));
        var teller = town.visitor(lifeguard, port).get("/my-concerns/" + ref);
        var submission = teller.page().select("input[name=submission]").val();
        teller.post("/my-concerns/" + ref + "/addenda", "submission", submission, "words",
                "It was Petra Vance who did it.");
        var apart = teller.location().substring("/my-concerns/".length());
        assertThat(apart).isNotEqualTo(ref.value());
        teller.get("/my-concerns/" + ref).post("/my-concerns/" + ref + "/addenda", "submission", submission, "words",
                "It was Petra Vance who did it.");
        assertThat(teller.location()).isEqualTo("/my-concerns/" + apart);
        var named = town.visitor(sisterInLaw, port);
        assertThat(named.get("/concerns/" + ref).body()).doesNotContain("who did it");
        assertThat(named.get("/concerns/" + apart).status()).isEqualTo(404);
        assertThat(town.visitor(hr, port).get("/concerns/" + apart).body()).contains("who did it");
    }

    private long mailTo(Actor someone) {
        return town.count("select count(*) from platform.outbox where recipient = '" + someone.staff() + "'");
    }
}
