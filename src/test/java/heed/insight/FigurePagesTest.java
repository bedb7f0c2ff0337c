package heed.insight;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.Visitor;
import heed.access.Role;
import heed.access.staff.NewStaff;
import heed.casework.InTown;
import heed.casework.Town;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of figures: the start page of a lead, all figures, one figure, and the list that it opens. */
@InTown
class FigurePagesTest {
    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Town town;
    Actor ruth;
    Actor omar;

    @BeforeEach
    void a_lead_and_three_concerns() {
        clock.startAgain();
        town = Town.in(context);
        ruth = town.person("Ruth Kendal", Role.DSL);
        omar = town.person("Omar Tindall");
        for (int i = 0; i < 3; i++)
            town.raised(omar, Town.telling("Papers to the ceiling, " + i + " fires lit.").kind("ADULT"));
    }

    @AfterEach
    void the_time_is_back() {
        clock.startAgain();
    }

    private Visitor ruth() {
        return town.visitor(ruth, port);
    }

    private static String tile(Visitor at, String title) {
        return at.page().select(".heed-tile").stream().filter(t -> t.text().startsWith(title)).findFirst()
                .orElseThrow().select(".heed-tile__now").text();
    }

    @Test
    void a_leads_start_page_shows_the_quarter_and_each_number_opens_its_list() {
        var at = ruth().get("/");
        assertThat(at.page().select("h2").eachText()).contains("January to March 2026 so far", "Concerns by month",
                "Concerns for every 100 staff, by service", "Concerns by kind of harm");
        assertThat(tile(at, "Concerns raised")).isEqualTo("3");
        var links = at.page().select(".heed-glance a.govuk-link[href*=list]").eachAttr("href");
        assertThat(links).hasSizeGreaterThan(20);
        at.get(at.page().select(".heed-tile__now").first().attr("href"));
        assertThat(at.status()).isEqualTo(200);
        assertThat(at.page().select("h1").text()).isEqualTo("Concerns raised");
        assertThat(at.page().select(".heed-list-head").text()).contains("3 concerns");
        assertThat(at.page().select("tbody tr")).hasSize(3);
        assertThat(town.count("select count(*) from platform.trail where act = 'figure.view' and actor = '"
                + ruth.staff() + "'")).isPositive();
        assertThat(town.count("select cardinality(found) from platform.trail where act = 'figure.list'")).isEqualTo(3);
    }

    @Test
    void services_with_too_few_staff_for_a_rate_are_one_sentence_and_no_bars() {
        // What people in no service raised is no service's.
        assertThat(ruth().get("/").page().select(".heed-glance").text()).doesNotContain("too few to say");
        raisedIn("Housing", 12);
        assertThat(ruth().get("/").page().select(".heed-glance").text())
                .contains("One service has fewer than 20 staff, too few to say.");
        raisedIn("Parks", 19);
        raisedIn("Leisure", 40);
        var at = ruth().get("/");
        assertThat(at.page().select(".heed-glance").text())
                .contains("2 services have fewer than 20 staff, too few to say.");
        assertThat(at.page().select(".heed-glance").text()).doesNotContain("Housing", "Parks").contains("Leisure");
    }

    private void raisedIn(String service, int staff) {
        var organisations = context.getBean(Organisations.class);
        var system = Actor.system(town.scope());
        // A rate counts who worked there in the middle of the year.
        clock.goTo(clock.instant().minus(Duration.ofDays(400)));
        var council = organisations.councils(system).getFirst().id();
        var id = organisations.addService(system, council, service.toUpperCase(Locale.ROOT), service, null);
        var admin = town.person("Ada Quill", Role.ADMINISTRATOR);
        for (int i = 0; i < staff; i++)
            town.staff().add(admin, new NewStaff(council, id, null, "Worker " + (char) ('A' + i),
                    i + "@" + service.toLowerCase(Locale.ROOT) + ".example", "Ranger"));
        clock.startAgain();
        var ref = town.raised(omar, Town.telling("Seen at the door."));
        context.getBean(Transactions.class).inScope(town.scope(),
                () -> context.getBean(JdbcClient.class)
                        .sql("update casework.concern set service_id = :service where ref = :ref")
                        .param("service", id).param("ref", ref.value()).update());
    }

    @Test
    void with_nothing_to_count_the_start_page_says_so() {
        var empty = Town.in(context);
        var at = empty.visitor(empty.person("Lena Foss", Role.DSL), port).get("/");
        assertThat(at.page().select(".heed-glance").text()).contains("Nothing to count yet");
        assertThat(at.page().select(".heed-glance svg")).isEmpty();
    }

    @Test
    void staff_and_officers_start_without_figures() {
        assertThat(town.visitor(omar, port).get("/").page().select(".heed-glance")).isEmpty();
        var amina = town.visitor(town.person("Amina Sefton", Role.DSO), port).get("/");
        assertThat(amina.page().select(".heed-glance")).isEmpty();
        assertThat(amina.page().select("nav[aria-label=Menu]").text()).contains("Figures");
        assertThat(town.visitor(omar, port).get("/figures").status()).isEqualTo(404);
    }

    @Test
    void who_reads_figures_and_no_person_is_led_to_how_it_is_counted() {
        var grace = town.visitor(town.person("Grace Poole", Role.STRATEGIC_GROUP), port).get("/");
        assertThat(tile(grace, "Concerns raised")).isEqualTo("3");
        assertThat(grace.page().select(".heed-glance a[href*=list]")).isEmpty();
        grace.get("/figures/concerns-raised");
        assertThat(grace.page().select("main").text()).contains("How this is counted",
                "You may see figures and no concern", "allegations about people who work here");
        assertThat(grace.get("/figures/concerns-raised/list").status()).isEqualTo(404);
    }

    @Test
    void every_figure_is_explained_and_has_a_page() {
        var at = ruth().get("/figures");
        var pages = at.page().select(".heed-lines--figures a").eachAttr("href");
        assertThat(pages).hasSizeGreaterThan(12).doesNotHaveDuplicates();
        for (var page : pages) {
            at.get(page);
            assertThat(at.status()).as(page).isEqualTo(200);
            assertThat(at.page().select("main").text()).contains("How this is counted");
        }
        assertThat(at.get("/figures/no-such-figure").status()).isEqualTo(404);
    }

    @Test
    void a_period_of_ones_own_is_checked_and_what_was_typed_stays() {
        var at = ruth().get(
                "/figures/concerns-raised?period=own&from-day=31&from-month=2&from-year=2026&to-day=1&to-month=3&to-year=2026&split=subject");
        assertThat(at.status()).isEqualTo(422);
        assertThat(at.page().select(".govuk-error-summary").text())
                .contains("Enter the first day as a date, such as 1 4 2026");
        assertThat(at.page().select("#from-day").val()).isEqualTo("31");
        assertThat(at.page().select("select[name=split] option[selected]").val()).isEqualTo("subject");
        at.get("/figures/concerns-raised?period=own&from-day=1&from-month=3&from-year=2026&to-day=31&to-month=3&to-year=2026&split=subject");
        assertThat(at.status()).isEqualTo(200);
        assertThat(at.page().select(".heed-tile").first().text()).contains("March 2026", "3");
        assertThat(at.page().select(".heed-bars tbody tr").eachText()).anyMatch(row -> row.startsWith("Adult 3 0"));
    }

    @Test
    void a_figure_that_cannot_be_opened_is_not_there() {
        var at = ruth();
        for (var bad : java.util.List.of("/figures/concerns-raised/list?from=2026-13-01",
                "/figures/concerns-raised/list?from=2026-03-01&until=2026-02-01",
                "/figures/concerns-raised/list?from=1000-01-01",
                "/figures/reporting-rate/list?type=ADULT.PHYSICAL", "/figures/none/list"))
            assertThat(at.get(bad).status()).as(bad).isEqualTo(404);
    }
}
