package heed.casework.raise;

import static org.assertj.core.api.Assertions.assertThat;

import heed.Visitor;
import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What happens to words before they are sent: two tabs, saving while typing, sessions that end. */
@InTown
class DraftPagesTest {
    private static final String TYPED = "Her arm was in a sling and she would not say why.";

    @Autowired
    ApplicationContext context;
    @Autowired
    heed.SetClock clock;
    @Autowired
    @Qualifier("sweepParkedForms")
    heed.platform.jobs.Job sweep;
    @LocalServerPort
    int port;
    Town town;
    Actor omar;
    Visitor phone;

    @BeforeEach
    void a_town() {
        clock.startAgain();
        town = Town.in(context);
        town.person("Amina Sefton", Role.DSO);
        omar = town.person("Omar Tindall");
        phone = town.visitor(omar, port);
    }

    String draft() {
        phone.get("/raise").post("/raise", "danger", "no");
        return phone.location().replaceFirst("/account$", "");
    }

    String was() {
        return phone.page().select("input[name=was]").val();
    }

    String kept(String base) {
        return phone.get(base + "/account").page().select("#seen").first().wholeText();
    }

    @Test
    void two_tabs_on_one_step_are_told_and_shown_both_texts() {
        var base = draft();
        phone.get(base + "/account");
        var was = was();
        phone.post(base + "/account", "was", was, "seen", "In the first tab.");
        phone.get(base).post(base + "/account", "was", was, "seen", "In the second tab.");
        assertThat(phone.status()).isEqualTo(409);
        assertThat(phone.page().select(".govuk-notification-banner").text())
                .contains("also changed in another tab", "In the first tab.");
        assertThat(phone.page().select("#seen").text()).isEqualTo("In the second tab.");
        var both = was();
        assertThat(kept(base)).isEqualTo("In the first tab.");
        phone.post(base + "/account", "was", both, "seen", "In the first tab. In the second tab.");
        assertThat(kept(base)).isEqualTo("In the first tab. In the second tab.");
    }

    @Test
    void two_tabs_on_different_steps_do_not_meet() {
        var base = draft();
        phone.get(base + "/account");
        var account = was();
        phone.get(base + "/safe-contact");
        var contact = was();
        phone.post(base + "/account", "was", account, "seen", TYPED);
        phone.get(base).post(base + "/safe-contact", "was", contact, "words", "Text only");
        assertThat(phone.status()).isEqualTo(302);
        assertThat(kept(base)).isEqualTo(TYPED);
        assertThat(phone.get(base + "/safe-contact").page().select("#words").text()).isEqualTo("Text only");
    }

    @Test
    void a_tab_left_as_it_was_takes_nothing_back() {
        var base = draft();
        phone.get(base + "/account");
        var was = was();
        phone.post(base + "/account", "was", was, "seen", TYPED);
        phone.get(base).post(base + "/account", "was", was, "seen", "");
        assertThat(kept(base)).isEqualTo(TYPED);
    }

    @Test
    void somebody_is_not_removed_who_moved_up_into_the_place_of_another() {
        var base = draft();
        phone.get(base).post(base + "/who", "name", "Jay Marlow");
        phone.get(base).post(base + "/who/1", "role", "WITNESS", "name", "Ada Firth");
        phone.get(base).post(base + "/who/2", "role", "WITNESS", "name", "Bea Nunn");
        phone.get(base + "/who/1");
        var ada = was();
        phone.post(base + "/who/1/removal", "was", ada);
        phone.get(base).post(base + "/who/1/removal", "was", ada);
        assertThat(phone.status()).isEqualTo(409);
        assertThat(phone.get(base).page().text()).contains("Bea Nunn").doesNotContain("Ada Firth");
    }

    @Test
    void what_is_saved_while_typing_is_there_on_another_device_and_never_in_clear_in_the_database() {
        var base = draft();
        phone.get(base + "/account");
        phone.post(base + "/account/typing", "was", was(), "seen", TYPED);
        assertThat(phone.status()).isEqualTo(200);
        assertThat(phone.body()).contains("\"state\":\"SAVED\"", "\"at\":\"9am\"");
        var desk = town.visitor(omar, port);
        assertThat(desk.get(base + "/account").page().select("#seen").text()).isEqualTo(TYPED);
        assertThat(town.count("select count(*) from casework.draft where encode(typed, 'escape') like '%sling%'"))
                .isZero();
        assertThat(town.count("select count(*) from platform.trail where act = 'draft.save'")).isEqualTo(1);
    }

    @Test
    void saving_while_typing_keeps_what_is_wrong_too_and_leaves_alone_what_another_tab_saved_or_sent() {
        var base = draft();
        phone.get(base + "/when-and-where");
        var was = was();
        phone.post(base + "/when-and-where/typing", "was", was, "happened-day", "31", "happened-month", "2");
        assertThat(phone.status()).isEqualTo(200);
        assertThat(phone.get(base + "/when-and-where").page().select("#happened-day").val()).isEqualTo("31");
        phone.post(base + "/when-and-where/typing", "was", was, "happened-day", "30");
        assertThat(phone.status()).isEqualTo(409);
        assertThat(phone.body()).contains("CHANGED_ELSEWHERE");
        assertThat(phone.get(base + "/when-and-where").page().select("#happened-day").val()).isEqualTo("31");
        phone.post(base + "/when-and-where", "where", "Fell Lane");
        phone.get(base + "/account").post(base + "/account", "was", was(), "seen", TYPED);
        phone.get(base).post(base + "/sending");
        phone.get("/raise").post(base + "/account/typing", "seen", "Something else");
        assertThat(phone.status()).isEqualTo(409);
        assertThat(phone.body()).contains("SENT");
    }

    @Test
    void a_form_sent_after_the_session_ended_is_there_after_signing_in_again() {
        var base = draft();
        phone.get(base + "/account");
        var was = was();
        town.endSessions(omar);
        phone.post(base + "/account", "was", was, "seen", TYPED);
        assertThat(phone.location()).startsWith("/sign-in?ended&next=%2Fkept%2F");
        phone.follow();
        assertThat(phone.page().text()).contains("You were signed out").doesNotContain(TYPED);
        phone.post("/sign-in/demo", "staff", omar.staff().toString());
        assertThat(phone.location()).startsWith("/kept/");
        var place = phone.location();
        phone.follow();
        assertThat(phone.heading()).isEqualTo("We kept what you typed");
        assertThat(phone.page().select(".govuk-inset-text").text()).isEqualTo(TYPED);
        assertThat(phone.page().select("form[action=" + base + "/account] textarea[name=seen]").text())
                .isEqualTo(TYPED);
        phone.post(base + "/account", "was", was, "seen", TYPED, "kept", place.substring(6));
        assertThat(phone.location()).isEqualTo(base + "/who");
        assertThat(kept(base)).isEqualTo(TYPED);
        assertThat(phone.get(place).status()).isEqualTo(404);
        assertThat(town.count("select count(*) from access.parked_form")).isZero();
    }

    @Test
    void somebody_else_who_signs_in_in_the_same_browser_is_not_shown_it_and_its_owner_still_finds_it() {
        var base = draft();
        phone.get(base + "/account");
        town.endSessions(omar);
        phone.post(base + "/account", "seen", TYPED);
        var place = java.net.URLDecoder.decode(phone.location().replaceFirst(".*next=", ""),
                java.nio.charset.StandardCharsets.UTF_8);
        var nia = town.person("Nia Brack");
        phone.follow().post("/sign-in/demo", "staff", nia.staff().toString(), "next", place);
        assertThat(phone.location()).isEqualTo(place);
        phone.follow();
        assertThat(phone.status()).isEqualTo(404);
        assertThat(phone.body()).doesNotContain(TYPED);
        var elsewhere = new Visitor(port).get("/sign-in").post("/sign-in/demo", "staff", omar.staff().toString());
        assertThat(elsewhere.location()).isEqualTo(place);
        assertThat(elsewhere.follow().page().text()).contains(TYPED);
        elsewhere.post(place + "/deletion").follow();
        assertThat(elsewhere.page().select(".heed-flash").text()).isEqualTo("What you had typed has been deleted.");
        assertThat(elsewhere.get(place).status()).isEqualTo(404);
    }

    @Test
    void a_form_kept_thirty_days_goes_with_its_key() {
        var base = draft();
        phone.get(base + "/account");
        town.endSessions(omar);
        phone.post(base + "/account", "seen", TYPED);
        long keys = town.count("select count(*) from platform.record_key");
        clock.pass(Duration.ofDays(29));
        sweep.round().run();
        assertThat(town.count("select count(*) from access.parked_form")).isEqualTo(1);
        clock.pass(Duration.ofDays(2));
        sweep.round().run();
        assertThat(town.count("select count(*) from access.parked_form")).isZero();
        assertThat(town.count("select count(*) from platform.record_key")).isEqualTo(keys - 1);
    }

    @Test
    void after_signing_out_nothing_says_whose_a_form_was_and_it_is_handed_back_at_once() {
        var base = draft();
        phone.get(base + "/account");
        var token = phone.page().select("input[name=_csrf]").val();
        phone.post("/sign-out");
        assertThat(phone.cookie("heed-owner")).isNull();
        phone.withCookie("heed-form", token).get("/sign-in");
        phone.post(base + "/account", "seen", TYPED);
        assertThat(phone.status()).isIn(401, 302);
        assertThat(town.count("select count(*) from access.parked_form")).isZero();
    }

    @Test
    void signing_out_of_a_session_that_ended_already_keeps_nothing() {
        draft();
        phone.get("/raise");
        town.endSessions(omar);
        phone.post("/sign-out");
        assertThat(phone.location()).isEqualTo("/sign-in?out");
        assertThat(town.count("select count(*) from access.parked_form")).isZero();
    }

    @Test
    void a_cookie_somebody_made_up_keeps_nothing_for_anybody() {
        var base = draft();
        phone.get(base + "/account").withCookie("heed-owner", "bm90IG91cnM");
        town.endSessions(omar);
        phone.post(base + "/account", "seen", TYPED);
        assertThat(phone.status()).isEqualTo(401);
        assertThat(phone.page().select("textarea[name=seen]").text()).isEqualTo(TYPED);
        assertThat(town.count("select count(*) from access.parked_form")).isZero();
    }

    @Test
    void a_leavers_form_is_kept_for_nobody() {
        var base = draft();
        phone.get(base + "/account");
        town.leaves(omar);
        phone.post(base + "/account", "seen", TYPED);
        assertThat(town.count("select count(*) from access.parked_form")).isZero();
    }

    @Test
    void a_script_whose_session_ended_is_told_and_nothing_is_kept_twice() {
        var base = draft();
        phone.get(base + "/account");
        town.endSessions(omar);
        phone.postAsScript(base + "/account/typing", "seen", TYPED);
        assertThat(phone.status()).isEqualTo(401);
        assertThat(town.count("select count(*) from access.parked_form")).isZero();
    }

    @Test
    void what_waited_in_a_browser_makes_one_concern_however_often_it_comes() {
        var id = UUID.randomUUID();
        String[] form = {"submission", id.toString(), "danger", "yes", "seen", TYPED, "who", "Jay Marlow", "where",
                "Fell Lane"};
        phone.get("/raise").post("/raise/from-browser", form);
        assertThat(phone.body()).contains("/raise/" + id + "/receipt");
        phone.get("/raise").post("/raise/from-browser", form);
        assertThat(phone.body()).contains("/raise/" + id + "/receipt");
        assertThat(town.count("select count(*) from casework.concern where danger")).isEqualTo(1);
        assertThat(town.count("select count(*) from platform.trail where act = 'concern.raise'")).isEqualTo(1);
        phone.get("/raise/" + id + "/receipt");
        phone.get("/my-concerns/" + phone.page().select(".govuk-panel__body strong").text());
        assertThat(phone.page().text()).contains(TYPED, "Jay Marlow", "Fell Lane");
        var nia = town.visitor(town.person("Nia Brack"), port);
        nia.get("/raise").post("/raise/from-browser", form);
        assertThat(nia.status()).isEqualTo(404);
    }

    @Test
    void what_waited_in_a_browser_and_says_it_is_about_a_colleague_goes_where_such_worries_go() {
        var recipient = town.person("Ines Holt", Role.ALLEGATIONS_RECIPIENT);
        phone.get("/raise").post("/raise/from-browser", "submission", UUID.randomUUID().toString(), "seen", TYPED,
                "works", "yes", "workerName", "A new starter");
        assertThat(town.count("select count(*) from casework.concern where marking = 'ALLEGATION'")).isEqualTo(1);
        assertThat(recipient.staff()).isNotNull();
    }

    @Test
    void the_page_for_no_signal_holds_nothing_of_anybody_and_is_there_without_signing_in() {
        phone.get("/no-signal");
        assertThat(phone.heading()).isEqualTo("No signal");
        assertThat(phone.body()).doesNotContain("Omar", "_csrf", "data-person");
        assertThat(phone.page().select("a[href=tel:999]")).isNotEmpty();
        assertThat(new Visitor(port).get("/no-signal").status()).isEqualTo(200);
        var worker = new Visitor(port).get("/sw.js");
        assertThat(worker.status()).isEqualTo(200);
        assertThat(worker.header("Cache-Control")).as("it is asked for anew each time").isEqualTo("no-cache");
    }

    @Test
    void without_script_the_form_says_that_it_cannot_hold() {
        var base = draft();
        assertThat(phone.get("/raise").page().select("noscript").text()).contains("cannot keep what you type");
        assertThat(phone.get(base + "/account").page().select("noscript").text()).contains("cannot keep");
    }
}
