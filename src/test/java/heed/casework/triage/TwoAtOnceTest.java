package heed.casework.triage;

import static org.assertj.core.api.Assertions.assertThat;

import heed.Visitor;
import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Two officers on one concern at once: the second is told, shown both, and loses nothing. */
@InTown
class TwoAtOnceTest {
    private static final String MINE = "I had typed a page of this before I pressed the button.";

    @Autowired
    ApplicationContext context;
    @Autowired
    heed.SetClock clock;
    @LocalServerPort
    int port;
    Town town;
    Visitor amina;
    Visitor bola;
    String concern;

    @BeforeEach
    void two_officers_and_a_concern() {
        clock.startAgain();
        town = Town.in(context);
        amina = town.visitor(town.person("Amina Sefton", Role.DSO), port);
        bola = town.visitor(town.person("Bola Ekwueme", Role.DSO), port);
        concern = "/concerns/" + town.raised(town.person("Omar Tindall"), Town.telling("He was alone."));
    }

    void taken(Visitor by) {
        by.get(concern).post(concern + "/taking-up");
    }

    void decided(Visitor by) {
        taken(by);
        by.get(concern + "/decision");
        by.post(concern + "/decision", "version", by.page().select("input[name=version]").val(), "outcome",
                "NO_FURTHER_ACTION", "reason-no-further-action", "EXPLAINED", "reasons", "He is with his aunt.");
        assertThat(by.status()).as(by.page().select(".govuk-error-summary").text()).isEqualTo(302);
    }

    @Test
    void a_second_letter_to_whoever_told_us_is_shown_beside_the_first_and_sent_only_if_still_meant() {
        amina.get(concern + "/feedback");
        bola.get(concern + "/feedback");
        var seen = bola.page().select("input[name=written]").val();
        amina.post(concern + "/feedback", "written", seen, "words", "Thank you. We told the hub.");
        assertThat(amina.status()).isEqualTo(302);
        bola.post(concern + "/feedback", "written", seen, "words", MINE);
        assertThat(bola.status()).isEqualTo(409);
        assertThat(bola.page().select("main").text()).contains("Thank you. We told the hub.", "by Amina Sefton", MINE);
        assertThat(town.count("select count(*) from casework.feedback")).isEqualTo(1);
        bola.post(concern + "/feedback", "written", bola.page().select("input[name=written]").val(), "words", MINE);
        assertThat(bola.status()).isEqualTo(302);
        assertThat(town.count("select count(*) from casework.feedback")).isEqualTo(2);
    }

    @Test
    void the_same_letter_sent_twice_by_two_taps_goes_once() {
        amina.get(concern + "/feedback");
        var seen = amina.page().select("input[name=written]").val();
        amina.post(concern + "/feedback", "written", seen, "words", MINE);
        amina.get(concern + "/feedback").post(concern + "/feedback", "written", seen, "words", MINE);
        assertThat(amina.status()).isEqualTo(409);
        assertThat(town.count("select count(*) from casework.feedback")).isEqualTo(1);
    }

    @Test
    void support_recorded_by_two_is_shown_and_neither_is_overwritten_unseen() {
        var first = amina.get(concern + "/support").page().select("select").first().attr("name");
        bola.get(concern + "/support");
        amina.post(concern + "/support", first, "YES");
        bola.post(concern + "/support", first, "NO");
        assertThat(bola.status()).isEqualTo(409);
        assertThat(bola.page().select("main").text()).contains("Now recorded as: Taken");
        assertThat(bola.page().select("select[name=" + first + "] option[selected]").val()).isEqualTo("NO");
        assertThat(town.texts("select taken from casework.support")).isEqualTo(List.of("YES"));
        var was = bola.page().select("input[name^=was-]").first();
        bola.post(concern + "/support", first, "NO", was.attr("name"), was.val());
        assertThat(bola.status()).isEqualTo(302);
        assertThat(town.texts("select taken from casework.support")).isEqualTo(List.of("NO"));
    }

    @Test
    void who_reopens_second_sees_who_was_first_and_can_keep_their_words_as_a_note() {
        decided(amina);
        bola.get(concern + "/reopening");
        amina.get(concern + "/reopening").post(concern + "/reopening", "words", "His aunt rang.");
        assertThat(amina.status()).isEqualTo(302);
        bola.post(concern + "/reopening", "words", MINE);
        assertThat(bola.status()).isEqualTo(409);
        assertThat(bola.page().select("main").text()).contains("with Amina Sefton", "His aunt rang.", MINE);
        bola.post(bola.page().select("main form").attr("action"), "submission",
                bola.page().select("input[name=submission]").val(), "words", MINE);
        assertThat(bola.location()).isEqualTo(concern);
        assertThat(bola.follow().page().select("main").text()).contains(MINE);
    }

    @Test
    void who_hands_back_what_they_no_longer_have_keeps_their_note() {
        taken(amina);
        amina.get(concern + "/handing-back");
        var other = town.visitor(town.person("Cai Rees", Role.DSO), port);
        amina.post(concern + "/handing-back", "words", "First.");
        taken(other);
        amina.get(concern).post(concern + "/handing-back", "words", MINE);
        assertThat(amina.status()).isEqualTo(422);
        assertThat(amina.page().select("main").text()).contains("with Cai Rees", MINE);
    }
}
