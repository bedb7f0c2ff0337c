package heed.casework.search;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.Visitor;
import heed.access.Role;
import heed.casework.ConcernRef;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The search as an officer uses it. */
@InTown
class SearchPagesTest {
    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Town town;
    Actor omar;
    Visitor amina;
    /** Where what was found is. */
    String at = "";

    @BeforeEach
    void an_officer() {
        clock.startAgain();
        town = Town.in(context);
        omar = town.person("Omar Tindall");
        amina = town.visitor(town.person("Amina Sefton", Role.DSO), port);
    }

    @AfterEach
    void the_time_is_back() {
        clock.startAgain();
    }

    ConcernRef told(String seen) {
        return town.raised(omar, SearchTest.telling(seen, "Rowan Applegarth", "12 Weir Lane", 1980));
    }

    Visitor look(String words) {
        amina.get("/search").post("/search", "sought", words);
        if (amina.status() != 302)
            return amina;
        at = amina.location();
        return amina.follow();
    }

    @Test
    void what_was_found_has_an_address_without_a_word_of_it_and_can_be_opened_again() {
        var ref = told("Bruises on both arms, <b>she</b> said.");
        look("bruising Applegarth");
        assertThat(at).matches("/search/[0-9a-f-]{36}");
        assertThat(amina.page().select("h2").first().text()).isEqualTo("1 concern found");
        assertThat(amina.page().select("main").text()).contains("Searched 1 concern you may see: references, names",
                "Rowan Applegarth", "Matches: What was seen or heard · Name", "<b>she</b> said");
        assertThat(amina.page().select("main mark").text()).isEqualTo("Bruises");
        assertThat(amina.page().select("#sought").val()).isEqualTo("bruising Applegarth");
        assertThat(amina.page().select("a.heed-ref").attr("href")).isEqualTo("/concerns/" + ref);
        assertThat(amina.get(at).page().select("h2").first().text()).isEqualTo("1 concern found");
        var bola = town.visitor(town.person("Bola Ekwueme", Role.DSO), port);
        assertThat(bola.get(at).status()).isEqualTo(404);
        assertThat(bola.page().select("main").text()).contains("not kept any more").doesNotContain("Applegarth");
        clock.pass(Duration.ofMinutes(61));
        // The session may have ended by then as well; a search made anew is kept again.
        amina = town.visitor(town.person("Cara Whitlow", Role.DSO), port);
        assertThat(amina.get(at).status()).isEqualTo(404);
    }

    @Test
    void a_reference_leads_straight_there() {
        var ref = told("Shouting.");
        amina.get("/search").post("/search", "sought", " " + ref.value().toLowerCase(Locale.ROOT).replace("-", " "));
        assertThat(amina.location()).isEqualTo("/concerns/" + ref);
    }

    @Test
    void nothing_found_says_what_was_searched_and_what_never_is() {
        told("Shouting.");
        var hidden = told("A zither was heard.");
        look("zither");
        assertThat(amina.page().select("h2").first().text()).isEqualTo("1 concern found");
        context.getBean(Transactions.class).inScope(town.scope(),
                () -> context.getBean(JdbcClient.class)
                        .sql("update casework.concern set marking = 'RESTRICTED' where ref = :ref")
                        .param("ref", hidden.value()).update());
        look("zither");
        var there = amina.page().select("main").text();
        assertThat(there).contains("Nothing found", "Searched 1 concern you may see", "another spelling",
                "Restricted records and allegations that you may not see may exist");
        look("nonesuch");
        assertThat(amina.page().select("main").text()).as("no word of it more than for what never was")
                .isEqualTo(there);
    }

    @Test
    void what_cannot_be_looked_for_is_said_and_what_was_typed_stays() {
        look("");
        assertThat(amina.status()).isEqualTo(422);
        assertThat(amina.page().select(".govuk-error-summary a").text())
                .isEqualTo("Enter a reference, a name, a date of birth, a place or words");
        look("the of and");
        assertThat(amina.status()).isEqualTo(422);
        assertThat(amina.page().select("#sought").val()).isEqualTo("the of and");
    }

    @Test
    void a_search_that_fails_says_so_and_never_looks_like_nothing_found() {
        told("Shouting.");
        look("shouting");
        flip();
        amina.get(at);
        // Put right again: other tests open everything in this database.
        flip();
        assertThat(amina.status()).isEqualTo(500);
        assertThat(amina.page().select("main [role=alert]").text()).contains("The search failed",
                "do not take it that nothing is known");
        assertThat(amina.page().select("main").text()).doesNotContain("Nothing found").doesNotContain("0 concerns");
        assertThat(amina.page().select("#sought").val()).isEqualTo("shouting");
    }

    /** Damages what was told, or mends it. */
    private void flip() {
        context.getBean(Transactions.class).inScope(town.scope(), () -> context.getBean(JdbcClient.class)
                .sql("update casework.concern set told = set_byte(told, 12, 255 - get_byte(told, 12))").update());
    }

    @Test
    void pages_neither_lose_nor_repeat_anything() {
        var all = new ArrayList<String>();
        for (int i = 0; i < 43; i++) {
            all.add(told("Shouting, number " + i + ".").value());
            clock.pass(Duration.ofSeconds(i % 3));
        }
        look("shouting");
        assertThat(amina.page().select("h2").first().text()).isEqualTo("43 concerns found");
        var seen = new ArrayList<String>();
        while (true) {
            seen.addAll(amina.page().select("main a.heed-ref").eachText());
            var next = amina.page().select("a[rel=next]");
            if (next.isEmpty())
                break;
            // Somebody tells meanwhile: it belongs on the first page, and shifts nothing.
            told("Shouting again.");
            amina.get(next.attr("href"));
        }
        assertThat(seen).hasSize(43).containsExactlyInAnyOrderElementsOf(all);
        assertThat(amina.page().select("a[rel=prev]").attr("href")).startsWith("/search/").doesNotContain("after");
    }

    @Test
    void only_officers_search_and_every_page_of_theirs_has_a_box() {
        assertThat(amina.get("/queue/waiting").page().select("form.heed-header__search input[name=sought]")).hasSize(1);
        for (var role : List.of(Role.ADMINISTRATOR, Role.CHAMPION, Role.DATA_PROTECTION_OFFICER)) {
            var other = town.visitor(town.person("Other " + role, role), port);
            assertThat(other.get("/").page().select(".heed-header__search")).as(role.words()).isEmpty();
            assertThat(other.get("/search").status()).isEqualTo(404);
            assertThat(other.get("/search/" + UUID.randomUUID()).status()).isEqualTo(404);
        }
        var helen = town.visitor(town.person("Helen Abara", Role.ALLEGATIONS_RECIPIENT), port);
        told("Shouting.");
        helen.get("/search").post("/search", "sought", "shouting").follow();
        assertThat(helen.page().select("main").text()).contains("Nothing found", "Searched 0 concerns");
    }
}
