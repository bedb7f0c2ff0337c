package heed.casework.raise;

import static org.assertj.core.api.Assertions.assertThat;

import heed.Visitor;
import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Telling us, read as a person would, without script. */
@InTown
class RaisePagesTest {
    @Autowired
    ApplicationContext context;
    @Autowired
    heed.SetClock clock;
    @Autowired
    @org.springframework.beans.factory.annotation.Qualifier("sweepDrafts")
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

    @Test
    void a_plain_concern_goes_through_in_four_pages_and_comes_back_with_a_reference() {
        var base = draft();
        assertThat(phone.follow().heading()).isEqualTo("What are you worried about?");
        phone.post(base + "/account", "seen", "Two toddlers alone on the step.");
        assertThat(phone.location()).isEqualTo(base + "/who");
        phone.follow().post(base + "/who", "kind", "CHILD", "name", "Jay Marlow");
        assertThat(phone.location()).isEqualTo(base + "/works-here");
        phone.follow().post(base + "/works-here", "answer", "no");
        assertThat(phone.location()).isEqualTo(base);
        phone.follow();
        assertThat(phone.heading()).isEqualTo("Check and send");
        assertThat(phone.page().select("dd").eachText()).contains("Two toddlers alone on the step.", "Jay Marlow");
        phone.post(base + "/sending").follow();
        assertThat(phone.heading()).isEqualTo("We have your concern");
        assertThat(phone.page().select(".govuk-panel__body strong").text()).matches("C-[0-9A-Z]{4}-[0-9A-Z]{2}");
        assertThat(town.count("select count(*) from casework.concern")).isEqualTo(1);
    }

    @Test
    void an_empty_form_says_what_is_needed_beside_the_field_and_above_it() {
        var base = draft();
        phone.follow().post(base + "/account");
        assertThat(phone.status()).isEqualTo(422);
        assertThat(phone.page().title()).startsWith("Error: ");
        assertThat(phone.page().select(".govuk-error-summary a[href=#seen]").text())
                .isEqualTo("Tell us what you saw, what you were told or what you think");
        assertThat(phone.page().select("#seen-error").text()).contains("Tell us what you saw");
        assertThat(town.count("select count(*) from casework.concern")).isZero();
    }

    @Test
    void an_empty_draft_cannot_be_sent_and_says_so_on_the_page_that_sends() {
        var base = draft();
        phone.get(base).post(base + "/sending");
        assertThat(phone.status()).isEqualTo(422);
        assertThat(phone.page().select(".govuk-error-summary a").eachText())
                .containsExactly("Tell us what you saw, what you were told or what you think");
    }

    @Test
    void two_million_characters_are_refused_and_every_one_is_still_there() {
        var base = draft();
        var long_ = "a worry ".repeat(250_000);
        phone.follow().post(base + "/account", "seen", long_);
        assertThat(phone.status()).isEqualTo(422);
        assertThat(phone.page().select("#seen-error").text())
                .contains("must be 100,000 characters or fewer. It is 2,000,000");
        assertThat(phone.page().select("#seen").first().wholeText()).hasSize(2_000_000);
        assertThat(phone.get(base + "/account").page().select("#seen").first().wholeText()).hasSize(2_000_000);
    }

    @Test
    void emoji_and_text_from_right_to_left_come_back_as_typed() {
        var base = draft();
        var typed = "He said 😢 and \"أريد أن أذهب إلى البيت\" <script>alert(1)</script> & more\n\nsecond line";
        phone.follow().post(base + "/account", "seen", typed);
        assertThat(phone.get(base + "/account").page().select("#seen").first().wholeText()).isEqualTo(typed);
        phone.get(base).post(base + "/sending").follow();
        var ref = phone.page().select(".govuk-panel__body strong").text();
        var shown = phone.get("/my-concerns/" + ref).page().select("dd[dir=auto]").first();
        assertThat(shown.wholeText()).isEqualTo(typed);
        assertThat(phone.page().select("main script")).isEmpty();
    }

    @Test
    void a_date_that_does_not_exist_is_named_and_kept() {
        var base = draft();
        phone.get(base + "/when-and-where").post(base + "/when-and-where", "happened-day", "31", "happened-month", "2",
                "happened-year", "2026",
                "where", "Fell Lane");
        assertThat(phone.status()).isEqualTo(422);
        assertThat(phone.page().select(".govuk-error-summary a[href=#happened-day]").text())
                .contains("must be a real date");
        assertThat(phone.page().select("#happened-day").val()).isEqualTo("31");
        assertThat(phone.page().select("#happened-month").val()).isEqualTo("2");
        assertThat(phone.page().select("#where").text()).isEqualTo("Fell Lane");
    }

    @Test
    void an_event_in_the_future_is_named() {
        var base = draft();
        phone.get(base + "/when-and-where").post(base + "/when-and-where", "happened-day", "11", "happened-month", "3",
                "happened-year", "2026");
        assertThat(phone.status()).isEqualTo(422);
        assertThat(phone.page().select(".govuk-error-summary a").text()).contains("must be today or in the past");
        phone.post(base + "/when-and-where", "happened-day", "10", "happened-month", "march", "happened-year", "2026",
                "time", "9.30am");
        assertThat(phone.status()).isEqualTo(422);
        phone.post(base + "/when-and-where", "happened-day", "10", "happened-month", "march", "happened-year", "2026",
                "time", "8.30am");
        assertThat(phone.location()).isEqualTo(base);
    }

    @Test
    void the_same_submission_five_times_at_once_makes_one_concern_and_one_receipt() throws Exception {
        var base = draft();
        phone.follow().post(base + "/account", "seen", "Something is wrong at number 4.");
        try (var five = Executors.newFixedThreadPool(5)) {
            var sends = Stream.generate(() -> (Callable<String>) () -> {
                var again = town.visitor(omar, port);
                again.get("/raise");
                return again.post(base + "/sending").location();
            }).limit(5).toList();
            for (var sent : five.invokeAll(sends))
                assertThat(sent.get()).isEqualTo(base + "/receipt");
        }
        assertThat(town.count("select count(*) from casework.concern")).isEqualTo(1);
        assertThat(town.count("select count(*) from platform.trail where act = 'concern.raise'")).isEqualTo(1);
        phone.get(base + "/receipt");
        assertThat(phone.heading()).isEqualTo("We have your concern");
    }

    @Test
    void going_back_and_sending_something_else_shows_both_and_offers_to_add_it() {
        var base = draft();
        phone.follow().post(base + "/account", "seen", "She had a bruise.");
        phone.get(base).post(base + "/sending").follow();
        var ref = phone.page().select(".govuk-panel__body strong").text();
        // The browser's copy of the page before.
        phone.post(base + "/account", "seen", "She had a bruise.", "told", "Her aunt says she fell.");
        assertThat(phone.status()).isEqualTo(409);
        assertThat(phone.heading()).isEqualTo("You have already sent this");
        assertThat(phone.page().select("dd").text()).isEqualTo("She had a bruise.");
        assertThat(phone.page().select("textarea").text()).contains("Her aunt says she fell.").doesNotContain("bruise");
        var submission = phone.page().select("input[name=submission]").val();
        phone.post("/my-concerns/" + ref + "/addenda", "words", "Her aunt says she fell.", "submission", submission)
                .follow();
        assertThat(phone.page().select(".govuk-inset-text").text()).isEqualTo("Her aunt says she fell.");
        phone.post("/my-concerns/" + ref + "/addenda", "words", "Her aunt says she fell.", "submission", submission)
                .follow();
        assertThat(phone.page().select(".govuk-inset-text")).hasSize(1);
        assertThat(phone.page().select("dd").first().text()).isEqualTo("She had a bruise.");
    }

    @Test
    void going_back_and_sending_the_same_leads_to_the_receipt() {
        var base = draft();
        phone.follow().post(base + "/account", "seen", "She had a bruise.");
        phone.get(base).post(base + "/sending").follow().post(base + "/account", "seen", "She had a bruise.");
        assertThat(phone.location()).isEqualTo(base + "/receipt");
        assertThat(phone.get(base + "/account").location()).isEqualTo(base + "/receipt");
    }

    @Test
    void a_colleagues_draft_and_another_scopes_reference_are_not_there() {
        var base = draft();
        phone.follow().post(base + "/account", "seen", "She had a bruise.");
        phone.get(base).post(base + "/sending").follow();
        var ref = phone.page().select(".govuk-panel__body strong").text();
        var colleague = town.visitor(town.person("Nia Brack"), port);
        assertThat(colleague.get(base).status()).isEqualTo(404);
        assertThat(colleague.get(base + "/receipt").status()).isEqualTo(404);
        assertThat(colleague.get("/my-concerns/" + ref).status()).isEqualTo(404);
        assertThat(colleague.get("/concerns/" + ref).status()).isEqualTo(404);
        var elsewhere = Town.in(context);
        var stranger = elsewhere.visitor(elsewhere.person("Zo Pell", Role.DSO), port);
        assertThat(stranger.get("/concerns/" + ref).status()).isEqualTo(404);
        var nowhere = stranger.bodyWithoutToken();
        assertThat(stranger.get("/concerns/" + heed.casework.ConcernRef.random()).status()).isEqualTo(404);
        assertThat(stranger.bodyWithoutToken()).isEqualTo(nowhere);
        assertThat(stranger.get("/concerns/C-0000-00").status()).isEqualTo(404);
    }

    @Test
    void a_form_without_its_token_is_a_plain_page_and_changes_nothing() {
        var base = draft();
        phone.postWithoutToken(base + "/account", "seen", "She had a bruise.");
        assertThat(phone.status()).isEqualTo(403);
        assertThat(phone.heading()).isNotBlank();
        assertThat(phone.get(base + "/account").page().select("#seen").text()).isEmpty();
    }

    @Test
    void people_without_a_name_and_unborn_can_be_told_of_and_removed() {
        var base = draft();
        phone.follow().post(base + "/account", "seen", "Shouting.");
        phone.follow().post(base + "/who", "kind", "UNBORN", "unborn", "yes", "born-day", "1", "born-month", "9",
                "born-year", "2026", "go",
                "everything");
        assertThat(phone.location()).isEqualTo(base);
        assertThat(phone.follow().page().select("dd").eachText()).contains("Unborn child", "1 September 2026");
        phone.get(base + "/who/1").post(base + "/who/1", "role", "ALLEGED", "description", "Tall man with a dog");
        assertThat(phone.follow().page().select("h2").eachText()).contains("Person alleged to have caused harm");
        phone.get(base + "/who/1").post(base + "/who/1/removal").follow();
        assertThat(phone.page().select("h2").eachText()).doesNotContain("Person alleged to have caused harm");
        assertThat(phone.get(base + "/who/7").status()).isEqualTo(404);
    }

    @Test
    void where_there_is_no_officer_the_leads_are_told_and_where_none_the_coordinator() {
        var small = Town.in(context);
        var coordinator = small.person("Nan Holt", Role.COORDINATOR);
        var teller = small.person("Kit Rowe");
        small.raised(teller, Town.telling("one"));
        assertThat(small.texts("select recipient::text from platform.outbox where scope_id = '" + small.scope() + "'"))
                .containsExactly(coordinator.staff().toString());
        var lead = small.person("Lena Foss", Role.DSL);
        small.raised(teller, Town.telling("two"));
        assertThat(small.texts("select recipient::text from platform.outbox where scope_id = '" + small.scope() + "'"))
                .containsExactlyInAnyOrder(coordinator.staff().toString(), lead.staff().toString());
    }

    @Test
    void a_draft_is_listed_until_it_is_deleted_and_its_key_goes_with_it() {
        var base = draft();
        phone.follow().post(base + "/who", "name", "Jay Marlow");
        assertThat(phone.get("/").page().select("a[href=" + base + "]").text()).isEqualTo("Jay Marlow");
        long keys = town.count("select count(*) from platform.record_key");
        phone.get(base).post(base + "/discarding").follow();
        assertThat(phone.page().select(".heed-flash").text()).isEqualTo("Your draft has been deleted.");
        assertThat(phone.page().select("a[href=" + base + "]")).isEmpty();
        assertThat(phone.get(base).status()).isEqualTo(404);
        assertThat(town.count("select count(*) from platform.record_key")).isEqualTo(keys - 1);
    }

    @Test
    void a_draft_nobody_touched_for_thirty_days_goes_and_what_was_sent_stays() {
        var kept = draft();
        phone.follow().post(kept + "/account", "seen", "She had a bruise.");
        phone.get(kept).post(kept + "/sending");
        var left = draft();
        clock.pass(java.time.Duration.ofDays(29));
        sweep.round().run();
        var later = town.visitor(omar, port);
        assertThat(later.get(left).status()).isEqualTo(200);
        clock.pass(java.time.Duration.ofDays(2));
        sweep.round().run();
        later = town.visitor(omar, port);
        assertThat(later.get(left).status()).isEqualTo(404);
        assertThat(town.count("select count(*) from casework.draft")).isZero();
        assertThat(later.get("/my-concerns").page().select("main").text()).contains("C-");
    }
}
