package heed.casework.correction;

import static org.assertj.core.api.Assertions.assertThat;

import heed.Visitor;
import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import heed.casework.concern.Telling;
import heed.platform.Actor;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Correcting what was recorded in error, read as a person would. */
@InTown
class CorrectionPagesTest {
    private static final String WORDS = "She was shouted at in the lobby.";

    @Autowired
    ApplicationContext context;
    @Autowired
    heed.SetClock clock;
    @LocalServerPort
    int port;
    Town town;
    Actor omar;
    Actor amina;
    Actor lena;
    Visitor officer;
    Visitor lead;
    String ref;
    String concern;

    @BeforeEach
    void a_concern_about_the_wrong_person() {
        clock.startAgain();
        town = Town.in(context);
        amina = town.person("Amina Sefton", Role.DSO);
        lena = town.person("Lena Foss", Role.DSL);
        omar = town.person("Omar Tindall");
        ref = town.raised(omar, Town.telling(WORDS).kind("CHILD")
                .people(List.of(named("Jay Marlow", PersonRole.AT_RISK), named("Ada Firth", PersonRole.FAMILY))))
                .value();
        concern = "/concerns/" + ref;
        officer = town.visitor(amina, port);
        lead = town.visitor(lena, port);
    }

    static Person named(String name, PersonRole role) {
        return new Person(role.name(), name, "", "", "", "", "", "", "", "", "");
    }

    String naming(Visitor visitor, String name) {
        return visitor.get(concern + "/correction").page().select("label:contains(" + name + ")").first()
                .previousElementSibling().val();
    }

    String asked(Visitor visitor) {
        return visitor.get(concern + "/correction").page().select("input[name=asked]").val();
    }

    void ask(String what, String... more) {
        var form = new java.util.ArrayList<>(List.of("what", what, "why", "The date of birth is another one."));
        form.addAll(List.of(more));
        officer.post(concern + "/correction", form.toArray(String[]::new));
        assertThat(officer.location()).isEqualTo(concern);
    }

    void answer(String done) {
        lead.post(concern + "/correction/answer", "asked", asked(lead), "done", done, "words", "I rang the school.");
        assertThat(lead.location()).isEqualTo(concern + "/correction");
    }

    @Test
    void the_wrong_person_is_taken_off_by_a_lead_everywhere_and_who_had_read_it_is_listed() {
        officer.get(concern);
        officer.get("/queue/waiting");
        var jay = naming(officer, "Jay Marlow");
        ask(jay, "name-" + jay, "Jaya Marlowe");
        assertThat(officer.follow().page().select(".govuk-inset-text").text()).contains("asked for this record");
        assertThat(lead.get("/").page().select("nav a[href=/corrections] .heed-count").text()).isEqualTo("1");
        lead.get("/corrections");
        assertThat(lead.page().select("main").text()).contains(ref, "Amina Sefton");
        answer("yes");
        lead.follow();
        assertThat(lead.page().select("table tbody th").eachText()).contains("Amina Sefton", "Lena Foss");
        lead.get(concern);
        assertThat(lead.heading()).isEqualTo("Jaya Marlowe");
        assertThat(lead.body()).doesNotContain("Jay Marlow<").contains("Ada Firth");
        assertThat(officer.get("/queue/waiting").page().text()).contains("Jaya Marlowe").doesNotContain("Jay Marlow ");
        var mine = town.visitor(omar, port);
        assertThat(mine.get("/my-concerns").page().text()).contains("Jaya Marlowe");
        assertThat(town.count(
                "select count(*) from casework.concern_person where withdrawn_at is not null and name_tokens = '{}'"))
                .as("out of search").isEqualTo(1);
        assertThat(town.count(
                "select count(*) from casework.concern_person where withdrawn_at is null and name_tokens <> '{}'"))
                .isEqualTo(2);
        assertThat(officer.get(concern + "/correction").page().text()).contains("Corrected Lena Foss",
                "I rang the school.");
    }

    @Test
    void a_concern_recorded_in_error_leaves_every_list_its_text_is_shown_to_nobody_and_it_can_be_put_back() {
        officer.get(concern).post(concern + "/taking-up");
        officer.get(concern).post(concern + "/addenda", "words", "A note with words of its own.", "submission",
                java.util.UUID.randomUUID().toString());
        officer.get(concern + "/correction");
        ask("whole");
        long entries = town.count("select count(*) from casework.concern_person where name_tokens <> '{}'");
        answer("yes");
        for (var visitor : List.of(officer, lead)) {
            for (var path : List.of("/queue/waiting", "/queue/in-hand", "/queue/decided"))
                assertThat(visitor.get(path).body()).doesNotContain(ref);
            for (var path : List.of(concern, concern + "/correction", concern + "/addenda", concern + "/support",
                    concern + "/decision"))
                assertThat(visitor.get(path).body()).as(path).doesNotContain(WORDS, "Jay Marlow", "words of its own",
                        "date of birth");
        }
        assertThat(lead.get(concern).heading()).isEqualTo("Recorded in error");
        var mine = town.visitor(omar, port);
        assertThat(mine.get("/my-concerns/" + ref).body()).doesNotContain(WORDS, "Jay Marlow")
                .contains("recorded in error");
        mine.get("/raise").post("/my-concerns/" + ref + "/addenda", "words", "More", "submission",
                java.util.UUID.randomUUID().toString());
        assertThat(mine.status()).isEqualTo(422);
        officer.get("/raise").post(concern + "/taking-up");
        assertThat(officer.get(concern).heading()).isEqualTo("Recorded in error");
        assertThat(town.count("select count(*) from casework.concern_person where name_tokens <> '{}'")).isZero();
        assertThat(town.count("select count(*) from casework.concern where octet_length(told) > 0"))
                .as("the text is kept encrypted").isEqualTo(1);
        lead.get(concern + "/correction");
        assertThat(lead.page().select("table tbody th").eachText()).contains("Amina Sefton");
        lead.post(concern + "/correction/undoing");
        assertThat(lead.follow().page().text()).contains(WORDS, "Jay Marlow", "words of its own");
        assertThat(officer.get("/queue/waiting").body()).contains(ref);
        assertThat(town.count("select count(*) from casework.concern_person where name_tokens <> '{}'"))
                .isEqualTo(entries);
    }

    @Test
    void whoever_asks_does_not_answer_and_an_officer_who_is_no_lead_cannot() {
        lead.get(concern + "/correction").post(concern + "/correction", "what", "whole", "why", "Recorded twice.");
        assertThat(lead.get(concern + "/correction").page().text()).contains("Someone else has to answer this");
        lead.post(concern + "/correction/answer", "asked", "x", "done", "yes", "words", "Yes.");
        assertThat(lead.status()).isEqualTo(409);
        officer.get(concern + "/correction");
        assertThat(officer.page().select("form[action$=answer], table")).isEmpty();
        officer.get("/raise").post(concern + "/correction/answer", "done", "yes", "words", "Yes.");
        assertThat(officer.status()).isEqualTo(404);
        assertThat(officer.get("/corrections").status()).isEqualTo(404);
        assertThat(town.count("select count(*) from casework.concern where status = 'IN_ERROR'")).isZero();
        var other = town.visitor(town.person("Mo Tarn", Role.DSL), port);
        other.post(concern + "/correction/answer", "asked", asked(other), "done", "no", "words", "It is not twice.");
        assertThat(other.follow().page().text()).contains("Not corrected Mo Tarn");
        assertThat(other.get(concern).page().text()).contains(WORDS);
        lead.get(concern + "/correction");
        assertThat(lead.page().text()).contains("It is not twice.");
        assertThat(lead.page().select("form[action$=correction]")).as("it can be asked again").isNotEmpty();
    }

    @Test
    void two_who_answer_or_ask_at_once_are_told_and_keep_their_words() {
        officer.get(concern + "/correction");
        ask("whole");
        var other = town.visitor(town.person("Mo Tarn", Role.DSL), port);
        var asked = asked(other);
        answer("no");
        other.get("/raise").post(concern + "/correction/answer", "asked", asked, "done", "yes", "words",
                "My long reasons.");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.page().text()).contains("My long reasons.", "I rang the school.");
        assertThat(town.count("select count(*) from casework.concern where status = 'IN_ERROR'")).isZero();
        officer.get(concern + "/correction");
        ask("whole");
        other.get("/raise").post(concern + "/correction", "what", "whole", "why", "My own asking.");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.page().text()).contains("My own asking.");
    }

    @Test
    void what_is_missing_is_said_beside_the_field_and_nothing_typed_is_lost() {
        officer.get(concern + "/correction").post(concern + "/correction", "why", "");
        assertThat(officer.status()).isEqualTo(422);
        assertThat(officer.page().select(".govuk-error-summary a").eachText()).containsExactly(
                "Choose what is wrong", "Enter what is wrong and how you know");
        var jay = naming(officer, "Jay Marlow");
        officer.post(concern + "/correction", "what", jay, "name-" + jay, "Jaya Marlowe");
        assertThat(officer.page().select("#name-" + jay).val()).isEqualTo("Jaya Marlowe");
    }

    @Test
    void an_allegation_is_corrected_by_a_recipient_and_the_leads_record_with_it_while_officers_see_nothing() {
        var ines = town.person("Ines Holt", Role.ALLEGATIONS_RECIPIENT);
        var ivor = town.person("Ivor Nunn", Role.ALLEGATIONS_RECIPIENT);
        var other = town.raised(omar, Town.telling(WORDS)
                .worksHere(new Telling.WorksHere("yes", "", "A coach", "", ""))
                .people(List.of(named("Kit Rowe", PersonRole.AT_RISK))));
        var page = "/concerns/" + other + "/correction";
        assertThat(officer.get(page).status()).isEqualTo(404);
        var record = town.texts("select ref from casework.concern where marking = 'RESTRICTED'").getFirst();
        lead.get("/concerns/" + record);
        assertThat(lead.get("/concerns/" + record + "/correction").page().select("table tbody th").eachText())
                .as("the lead's record does not name who told us").containsExactly("Lena Foss");
        var first = town.visitor(ines, port);
        first.get(page).post(page, "what", "whole", "why", "It was a training exercise.");
        assertThat(town.texts(
                "select distinct recipient::text from platform.outbox where kind = 'CORRECTION_ASKED' and scope_id = '"
                        + town.scope() + "'"))
                .containsExactly(ivor.staff().toString());
        var second = town.visitor(ivor, port);
        second.get(page).post(page + "/answer", "asked", second.page().select("input[name=asked]").val(), "done",
                "yes", "words", "Yes.");
        assertThat(second.location()).isEqualTo(page);
        assertThat(town.count("select count(*) from casework.concern where status = 'IN_ERROR'"))
                .as("the allegation and the lead's record").isEqualTo(2);
        assertThat(lead.get("/queue/waiting").page().text()).doesNotContain("Kit Rowe");
    }
}
