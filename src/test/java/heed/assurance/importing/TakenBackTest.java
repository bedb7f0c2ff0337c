package heed.assurance.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.SetClock;
import heed.access.Role;
import heed.assurance.framework.FrameworkOf;
import heed.assurance.paper.Field;
import heed.assurance.paper.Line;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.Piece;
import heed.assurance.paper.PieceKind;
import heed.assurance.paper.Reading;
import heed.assurance.plan.PlanOf;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What was made of a paper accepted by mistake goes again, whole, and only while nobody did anything with it. */
@InTown
class TakenBackTest {
    @Autowired
    private ApplicationContext context;
    @Autowired
    private Acceptance acceptance;
    @Autowired
    private Importing importing;
    @LocalServerPort
    private int port;
    private Town town;
    private Actor cara;

    @AfterEach
    void the_time_is_back() {
        context.getBean(SetClock.class).startAgain();
    }

    @BeforeEach
    void a_coordinator() {
        town = Town.in(context);
        cara = town.person("Cara Lyth", Role.COORDINATOR);
    }

    private UUID made(UUID paper) {
        return importing.view(cara, paper).paper().ledTo();
    }

    private void stays(UUID paper) {
        assertThatThrownBy(() -> acceptance.takeBack(cara, paper)).isInstanceOfSatisfying(Refused.class,
                r -> assertThat(r.kind()).isEqualTo(Refusal.NOT_ALLOWED_NOW));
        assertThat(importing.view(cara, paper).paper().state()).isEqualTo(PaperState.ACCEPTED);
    }

    private long rows(String of) {
        return town.count("select count(*) from " + of);
    }

    private UUID returned() {
        FrameworkOf.published(context, town.person("Bea Garrick", Role.BOARD_MANAGER));
        var paper = PaperOf.in(context, cara);
        PaperOf.accept(context, cara, paper);
        return paper;
    }

    @Test
    void a_return_that_nobody_touched_is_gone_with_its_key_and_the_paper_can_be_accepted_again() {
        var paper = returned();
        var made = made(paper);
        assertThat(rows("assurance.return where id = '" + made + "'")).isOne();
        acceptance.takeBack(cara, paper);
        assertThat(importing.view(cara, paper).paper().state()).isEqualTo(PaperState.READ);
        for (var table : List.of("return_move", "return_item", "rating", "evidence", "fact"))
            assertThat(rows("assurance." + table + " where return_id = '" + made + "'")).as(table).isZero();
        assertThat(rows("assurance.return where id = '" + made + "'")).isZero();
        assertThat(rows("platform.record_key where record_id = '" + made + "'")).isZero();
        PaperOf.accept(context, cara, paper);
        assertThat(made(paper)).isNotNull().isNotEqualTo(made);
    }

    @Test
    void a_return_whose_lost_ratings_were_typed_in_stays() {
        var paper = returned();
        var visitor = town.visitor(cara, port);
        var lost = "/assurance/returns/" + made(paper) + "/lost-ratings";
        visitor.get(lost).post(lost, "source", "The signed copy", "level-1-1", "G");
        assertThat(visitor.status()).isEqualTo(302);
        stays(paper);
        assertThat(rows("assurance.rating where return_id = '" + made(paper) + "'")).isEqualTo(2);
    }

    /** Two people with the same old paper before them. */
    @Test
    void whoever_types_a_lost_rating_second_is_told_what_the_first_typed_and_nothing_is_dropped_silently() {
        var lost = "/assurance/returns/" + made(returned()) + "/lost-ratings";
        context.getBean(SetClock.class).pass(Duration.ofMinutes(1));
        var cara = town.visitor(this.cara, port).get(lost);
        var len = town.visitor(town.person("Len Burr", Role.COORDINATOR), port).get(lost);
        cara.post(lost, "source", "The signed copy", "level-1-1", "G");
        assertThat(cara.status()).isEqualTo(302);
        len.post(lost, "source", "The minutes", "level-1-1", "A");
        assertThat(len.status()).isEqualTo(409);
        assertThat(len.page().select("main").text()).contains("1.1: G, Green, where you chose A, Amber");
        assertThat(len.page().select("#source").val()).isEqualTo("The minutes");
        len.get(lost).post(lost, "source", "The minutes", "level-1-1", "G");
        assertThat(len.status()).as("the same level: nothing is lost, and nothing is left to choose").isEqualTo(422);
    }

    @Test
    void a_return_that_an_action_answers_stays() {
        var paper = returned();
        PlanOf.answering(context, cara, made(paper), "1.1", "Train every crew");
        stays(paper);
    }

    private UUID planned() {
        var lines = List.of(new Line(1, 1, "Action plan 2030-31"), new Line(2, 1, "1 Meet more often"),
                new Line(3, 1, "Book the room"));
        return PaperOf.accepted(context, cara, new Reading(PaperKind.PLAN, lines, List.of(
                new Piece("h-1", PieceKind.HEADER, null, null, Map.of(Field.TITLE.key(), "Action plan 2030-31"),
                        List.of(1), List.of()),
                new Piece("l-1", PieceKind.LEARNING_POINT, "1", null, Map.of(Field.TEXT.key(), "Meet more often"),
                        List.of(2), List.of()),
                new Piece("a-1", PieceKind.ACTION, null, "l-1",
                        Map.of(Field.ACTION.key(), "Book the room", Field.TIMESCALE.key(), "March 2031"), List.of(3),
                        List.of())),
                List.of(), List.of()));
    }

    @Test
    void a_plan_goes_with_its_actions_and_learning_points() {
        var paper = planned();
        var made = made(paper);
        assertThat(rows("assurance.action where plan_id = '" + made + "'")).isOne();
        assertThat(rows("assurance.recommendation")).isOne();
        acceptance.takeBack(cara, paper);
        for (var table : List.of("plan", "action", "action_entry", "recommendation"))
            assertThat(rows("assurance." + table)).as(table).isZero();
        PaperOf.accept(context, cara, paper);
        assertThat(rows("assurance.recommendation")).isOne();
    }

    @Test
    void a_plan_on_which_somebody_worked_stays() {
        var paper = planned();
        PlanOf.progressed(context, cara, made(paper));
        stays(paper);
        assertThat(rows("assurance.action")).isOne();
    }

    @Test
    void a_report_of_which_nothing_was_made_is_put_right_again_by_pages() {
        var paper = PaperOf.report(context, cara);
        var visitor = town.visitor(cara, port);
        var self = "/assurance/papers/" + paper;
        assertThat(visitor.get(self).page().select("a[href$=/taking-back]").text())
                .isEqualTo("It was accepted by mistake");
        assertThat(visitor.get(self + "/taking-back").heading()).startsWith("Take back");
        visitor.post(self + "/taking-back");
        assertThat(visitor.follow().page().text()).contains("It is taken back", "Accept this paper");
        assertThatThrownBy(() -> acceptance.takeBack(cara, paper)).isInstanceOfSatisfying(Refused.class,
                r -> assertThat(r.kind()).isEqualTo(Refusal.MOVED_ON));
    }

    @Test
    void nobody_takes_back_a_paper_of_another_council() {
        var paper = PaperOf.report(context, cara);
        var stranger = Town.in(context).person("Stan Ridge", Role.COORDINATOR);
        assertThatThrownBy(() -> acceptance.takeBack(stranger, paper)).isInstanceOfSatisfying(Refused.class,
                r -> assertThat(r.kind()).isEqualTo(Refusal.NOT_FOUND));
        assertThat(importing.view(cara, paper).paper().state()).isEqualTo(PaperState.ACCEPTED);
    }
}
