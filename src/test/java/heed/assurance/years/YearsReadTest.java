package heed.assurance.years;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.SetClock;
import heed.access.Role;
import heed.assurance.evidence.Window;
import heed.assurance.exercise.ReturnOf;
import heed.assurance.framework.Frameworks;
import heed.assurance.importing.PaperOf;
import heed.assurance.years.Rated.State;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import heed.platform.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Years are laid side by side from returns and accepted papers, within what somebody may see, and nothing is written. */
@InTown
class YearsReadTest {
    @Autowired
    private ApplicationContext context;
    @LocalServerPort
    private int port;
    @Autowired
    private TenYears years;
    @Autowired
    private Frameworks frameworks;
    @Autowired
    private SetClock clock;

    private Town town;
    private Actor keeper;
    private Actor board;

    @BeforeEach
    void a_council() {
        clock.goTo(Instant.parse("2026-04-01T09:00:00Z"));
        town = Town.in(context);
        keeper = town.person("Cora Vale", Role.COORDINATOR);
        board = town.person("Bea Garrick", Role.BOARD_MANAGER);
    }

    @AfterEach
    void time_goes_on() {
        clock.startAgain();
    }

    private List<Rated> in(Actor by, String theme, int year) {
        return years.theme(by, null, theme).years().rows().getFirst().cells().get(year).nodes().stream()
                .flatMap(n -> n.ratings().stream()).toList();
    }

    @Test
    void without_a_crosswalk_there_is_nothing_and_no_theme() {
        assertThat(years.all(keeper, null).crosswalk()).isNull();
        assertThatThrownBy(() -> years.theme(keeper, null, "T08")).isInstanceOf(Refused.class);
    }

    @Test
    void the_letters_of_an_accepted_report_stand_in_its_year_with_word_and_meaning() {
        ThemeOf.published(context, board);
        var paper = PaperOf.accepted(context, keeper, ThemeOf.report("1A B", "2C G", "2E"));
        assertThat(in(keeper, "T08", 1)).singleElement().satisfies(r -> {
            assertThat(r.words()).isEqualTo("G Green");
            assertThat(r.meaning()).startsWith("Near completion");
            assertThat(r.voice()).isEqualTo(YearRatings.FROM_PAPER);
            assertThat(r.href()).startsWith("/assurance/papers/" + paper + "/lines");
        });
        assertThat(in(keeper, "T18", 1)).singleElement().extracting(Rated::state).isEqualTo(State.NOT_RATED);
        assertThat(in(keeper, "T09", 1)).isEmpty();
    }

    @Test
    void a_report_whose_standards_no_edition_has_is_in_no_year() {
        ThemeOf.published(context, board);
        PaperOf.accepted(context, keeper, ThemeOf.report("1A B", "9Z B"));
        assertThat(in(keeper, "T01", 1)).isEmpty();
    }

    @Test
    void a_return_stands_in_its_year_question_by_question() {
        ThemeOf.published(context, board);
        var edition = frameworks.latestEdition(board, "ox-2022").orElseThrow().id();
        var made = ReturnOf.on(context, keeper, edition,
                new Window(LocalDate.of(2021, 12, 1), LocalDate.of(2022, 11, 30)));
        assertThat(in(keeper, "T08", 2)).singleElement().satisfies(r -> {
            assertThat(r.words()).isEqualTo("Not rated");
            assertThat(r.href()).isEqualTo("/assurance/returns/" + made + "/questions/2.6");
        });
        var own = town.person("Len Burr");
        assertThatThrownBy(() -> years.all(own, null)).isInstanceOf(Refused.class);
        var elsewhere = Town.in(context).person("Ola Reed", Role.COORDINATOR);
        assertThat(years.all(elsewhere, null).crosswalk()).isNull();
    }

    @Test
    void of_several_crosswalks_the_one_published_last_comes_first_and_any_can_be_chosen() {
        ThemeOf.published(context, board);
        clock.goTo(Instant.parse("2026-04-02T09:00:00Z"));
        ThemeOf.two(context, board);
        var last = years.all(keeper, null);
        assertThat(last.title()).startsWith("fell-walk");
        assertThat(last.years().rows().getFirst().cells().getLast().since()).satisfies(
                c -> assertThat(c.entries()).as("the same question").singleElement()
                        .satisfies(e -> assertThat(e.relation()).isEqualTo(Relation.EQUAL)));
        var other = last.others().getFirst().id();
        assertThat(years.all(keeper, other).id()).isEqualTo(other);
        assertThat(years.theme(keeper, other, "T08").years().rows()).hasSize(1);
        assertThatThrownBy(() -> years.all(keeper, new java.util.UUID(0, 1))).isInstanceOf(Refused.class);
    }

    /** Invariant 19. */
    @Test
    void every_pair_of_years_in_the_grid_that_does_not_compare_says_why() {
        ThemeOf.published(context, board);
        PaperOf.accepted(context, keeper, ThemeOf.report("1A B", "2C G"));
        var page = town.visitor(keeper, port).get("/assurance/years").page();
        var compared = page.select("td > div > div.heed-quiet:contains(side by side with)");
        assertThat(compared).isNotEmpty()
                .allSatisfy(c -> assertThat(c.text()).matches("C, side by side with \\d{4}\\. .+\\."));
        assertThat(compared.eachText()).anyMatch(c -> c.contains("2022 has no rating."));
    }

    /** Invariant 18. */
    @Test
    void reading_the_years_writes_nothing_but_the_audit_log() {
        ThemeOf.published(context, board);
        PaperOf.accepted(context, keeper, ThemeOf.report("1A B", "2C G"));
        var before = rows();
        years.all(keeper, null);
        years.theme(keeper, null, "T08");
        assertThat(rows()).isEqualTo(before);
    }

    private List<Long> rows() {
        var db = context.getBean(JdbcClient.class);
        return context.getBean(heed.platform.db.Transactions.class).inScope(keeper.scope(),
                () -> List.of("rating", "return", "return_item", "paper", "framework").stream()
                        .map(t -> db.sql("select count(*) from assurance." + t).query(Long.class).single()).toList());
    }
}
