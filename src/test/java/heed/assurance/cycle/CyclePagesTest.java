package heed.assurance.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.Visitor;
import heed.access.Role;
import heed.assurance.framework.FrameworkOf;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A board runs a cycle on its pages, and a council takes part on its own. */
@InTown
class CyclePagesTest {
    @Autowired
    private ApplicationContext context;
    @Autowired
    private SetClock clock;
    @LocalServerPort
    private int port;

    private Town boardTown;
    private Town councilTown;
    private Actor board;
    private Visitor bea;
    private Visitor cora;

    @BeforeEach
    void a_board_and_a_council() {
        clock.goTo(Instant.parse("2026-04-01T09:00:00Z"));
        boardTown = Town.in(context);
        councilTown = Town.in(context);
        board = boardTown.person("Bea Garrick", Role.BOARD_MANAGER);
        bea = boardTown.visitor(board, port);
        cora = councilTown.visitor(councilTown.person("Cora Vale", Role.COORDINATOR), port);
    }

    @AfterEach
    void time_goes_on() {
        clock.startAgain();
    }

    private static String[] dates(String returnsYear) {
        return new String[]{"window-from-day", "1", "window-from-month", "4", "window-from-year", "2025",
                "window-until-day", "31", "window-until-month", "3", "window-until-year", "2026", "opens-day", "1",
                "opens-month", "4", "opens-year", "2026", "returns-day", "30", "returns-month", "6", "returns-year",
                returnsYear};
    }

    private static String[] with(String[] dates, String... more) {
        var all = java.util.Arrays.copyOf(dates, dates.length + more.length);
        System.arraycopy(more, 0, all, dates.length, more.length);
        return all;
    }

    @Test
    void a_cycle_is_planned_opened_answered_and_closed() {
        var edition = FrameworkOf.published(context, board);
        bea.get("/assurance/cycles/planning").post("/assurance/cycles/planning",
                with(dates("2026"), "edition", edition.toString()));
        assertThat(bea.status()).isEqualTo(302);
        var cycle = bea.location();
        bea.follow();
        assertThat(bea.heading()).isEqualTo("Fellmoor standards 2026 Planned");
        assertThat(bea.page().select("button[name=move]")).as("nobody is invited").isEmpty();
        bea.get(cycle + "/inviting").post(cycle + "/inviting", "scope", councilTown.scope().toString(), "profile",
                "small");
        bea.follow();
        assertThat(bea.page().select("tbody tr").text()).contains("Fellmoor", "Profile “small”", "Invited");
        assertThat(cora.get("/assurance").page().select("main a[href^=/assurance/invitations]"))
                .as("asked only when it is open").isEmpty();
        bea.post(cycle + "/moves", "move", "OPEN_IT", "seen", "0").follow();
        assertThat(bea.heading()).isEqualTo("Fellmoor standards 2026 Open");

        cora.get("/assurance").get(cora.page().select("main a[href^=/assurance/invitations]").attr("href"));
        assertThat(cora.page().select("dd").eachText()).contains("Profile “small”", "30 June 2026");
        cora.post(cora.page().select("main form").attr("action"));
        assertThat(cora.follow().page().select("dd").eachText()).contains("Not started, 0 of 2 done");
        cora.get(cora.page().select("main a[href^=/assurance/frameworks]").attr("href"));
        assertThat(cora.heading()).isEqualTo("Fellmoor standards 2026 Published");
        assertThat(cora.page().select("dd").text()).contains("by the board that sent it");

        assertThat(bea.get(cycle).page().select("tbody tr").text()).contains("Not started", "0 of 2");
        assertThat(bea.page().select("main").text()).contains("0 of 1 handed in");
        bea.post(cycle + "/moves", "move", "CLOSE", "seen", "1").follow();
        bea.get(cycle + "/moves/REOPEN").post(cycle + "/moves/REOPEN", "seen", "2", "note", " ");
        assertThat(bea.status()).isEqualTo(422);
        bea.post(cycle + "/moves/REOPEN", "seen", "2", "note", "Closed too early");
        assertThat(bea.follow().page().select("main").text()).contains("Closed too early");
    }

    @Test
    void who_reminds_twice_in_a_day_is_told_when_they_did() {
        var cycle = CycleOf.planned(context, board);
        CycleOf.invited(context, board, cycle, councilTown.scope());
        CycleOf.moved(context, board, cycle, CycleMove.OPEN_IT);
        var here = "/assurance/cycles/" + cycle;
        bea.get(here).post(here + "/reminding");
        assertThat(bea.follow().page().select("main").text()).contains("Asked on 1 April 2026");
        bea.post(here + "/reminding");
        assertThat(bea.status()).isEqualTo(409);
        assertThat(bea.page().select("main").text()).contains("Not done",
                "Those not done were last reminded today at 10", "nobody was reminded again");
    }

    @Test
    void every_date_that_is_missing_or_wrong_is_told_and_what_was_typed_stays() {
        bea.get("/assurance/cycles/planning").post("/assurance/cycles/planning",
                with(dates("2024"), "edition", UUID.randomUUID().toString(), "peer-day", "31", "peer-month", "2",
                        "peer-year", "2026"));
        assertThat(bea.status()).isEqualTo(422);
        assertThat(bea.page().select(".govuk-error-summary li").eachText()).containsExactly("Choose an edition",
                "The last day must not be before returns begin", "Enter a date, such as 1 4 2026");
        assertThat(bea.page().select("#returns-year").val()).isEqualTo("2024");
        assertThat(bea.page().select("#peer-day").val()).isEqualTo("31");
    }

    @Test
    void the_second_of_two_who_change_the_dates_is_shown_both() {
        var cycle = "/assurance/cycles/" + CycleOf.planned(context, board);
        bea.get(cycle + "/dates");
        var bo = boardTown.visitor(boardTown.person("Bo Threlfall", Role.BOARD_MANAGER), port).get(cycle + "/dates");
        bo.post(cycle + "/dates", with(dates("2027"), "seen", "0"));
        bea.post(cycle + "/dates", with(dates("2028"), "seen", "0"));
        assertThat(bea.status()).isEqualTo(409);
        assertThat(bea.page().select("main").text()).contains("1 April 2026 to 30 June 2027");
        assertThat(bea.page().select("#returns-year").val()).isEqualTo("2028");
        bea.post(cycle + "/dates", with(dates("2028"), "seen", bea.page().select("input[name=seen]").val()));
        assertThat(bea.follow().page().select("dd").text()).contains("30 June 2028");
    }

    @Test
    void what_was_typed_for_a_cycle_that_moved_meanwhile_is_read_back() {
        var id = CycleOf.planned(context, board);
        CycleOf.invited(context, board, id, councilTown.scope());
        var cycle = "/assurance/cycles/" + id;
        bea.get(cycle + "/dates");
        CycleOf.moved(context, board, id, CycleMove.OPEN_IT);
        CycleOf.moved(context, board, id, CycleMove.CLOSE);
        bea.post(cycle + "/dates", with(dates("2028"), "seen", "0"));
        assertThat(bea.status()).isEqualTo(422);
        assertThat(bea.page().select("main").text()).contains("so its dates stay as they are");
        assertThat(bea.page().select("#returns-year").val()).isEqualTo("2028");
        var seen = bea.get(cycle + "/moves/REOPEN").page().select("input[name=seen]").val();
        CycleOf.moved(context, board, id, CycleMove.REOPEN);
        bea.post(cycle + "/moves/REOPEN", "seen", seen, "note", "Closed a week too early");
        assertThat(bea.status()).isEqualTo(409);
        assertThat(bea.page().select("main").text()).contains("Somebody else changed this cycle meanwhile",
                "You wrote: “Closed a week too early”");
    }

    @Test
    void a_move_made_twice_is_told_and_made_once() {
        var cycle = CycleOf.planned(context, board);
        CycleOf.invited(context, board, cycle, councilTown.scope());
        var path = "/assurance/cycles/" + cycle;
        bea.get(path).post(path + "/moves", "move", "OPEN_IT", "seen", "0");
        bea.get(path).post(path + "/moves", "move", "OPEN_IT", "seen", "0");
        assertThat(bea.status()).isEqualTo(409);
        assertThat(bea.body()).contains("Somebody else changed this cycle meanwhile");
        assertThat(boardTown.count("select count(*) from assurance.cycle_move where move = 'OPEN_IT'")).isEqualTo(1);
    }

    @Test
    void the_days_of_evidence_stay_once_somebody_has_begun_and_the_other_dates_can_change() {
        var cycle = CycleOf.planned(context, board);
        var invitation = CycleOf.invited(context, board, cycle, councilTown.scope());
        CycleOf.moved(context, board, cycle, heed.assurance.cycle.CycleMove.OPEN_IT);
        cora.get("/assurance/invitations/" + invitation).post("/assurance/invitations/" + invitation + "/acceptance");
        assertThat(cora.follow().page().select("main a.govuk-button").text()).isEqualTo("Begin the return");
        var path = "/assurance/cycles/" + cycle;
        bea.get(path + "/dates");
        var seen = bea.page().select("input[name=seen]").val();
        var other = with(dates("2027"), "seen", seen);
        other[java.util.Arrays.asList(other).indexOf("window-from-year") + 1] = "2024";
        bea.post(path + "/dates", other);
        assertThat(bea.status()).isEqualTo(422);
        assertThat(bea.page().select(".govuk-error-summary li").text()).contains("Only the other dates can change");
        assertThat(bea.page().select("#window-from-year").val()).isEqualTo("2024");
        bea.post(path + "/dates", with(dates("2027"), "seen", seen));
        assertThat(bea.status()).isEqualTo(302);
    }
}
