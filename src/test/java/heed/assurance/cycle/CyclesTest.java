package heed.assurance.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.SetClock;
import heed.access.Role;
import heed.assurance.framework.FrameworkOf;
import heed.assurance.framework.Frameworks;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A board and those it invites are of different scopes, and see of each other what is addressed to them. */
@InTown
class CyclesTest {
    @Autowired
    private ApplicationContext context;
    @Autowired
    private Cycles cycles;
    @Autowired
    private Invitations invitations;
    @Autowired
    private Frameworks frameworks;
    @Autowired
    private Reminders reminders;
    @Autowired
    private SetClock clock;

    private Town boardTown;
    private Town councilTown;
    private Actor board;
    private Actor keeper;
    private UUID cycle;

    @BeforeEach
    void a_board_and_a_council() {
        clock.goTo(Instant.parse("2026-04-01T09:00:00Z"));
        boardTown = Town.in(context);
        councilTown = Town.in(context);
        board = boardTown.person("Bea Garrick", Role.BOARD_MANAGER);
        keeper = councilTown.person("Cora Vale", Role.COORDINATOR);
        cycle = CycleOf.planned(context, board);
    }

    @AfterEach
    void time_goes_on() {
        clock.startAgain();
    }

    private UUID open() {
        var invitation = CycleOf.invited(context, board, cycle, councilTown.scope());
        CycleOf.moved(context, board, cycle, CycleMove.OPEN_IT);
        return invitation;
    }

    @Test
    void an_invitation_is_seen_by_whom_it_is_for_and_by_nobody_else_and_not_before_the_cycle_opens() {
        var invitation = CycleOf.invited(context, board, cycle, councilTown.scope());
        assertThat(invitations.all(keeper)).isEmpty();
        CycleOf.moved(context, board, cycle, CycleMove.OPEN_IT);

        assertThat(invitations.all(keeper)).singleElement().satisfies(i -> {
            assertThat(i.id()).isEqualTo(invitation);
            assertThat(i.name()).isEqualTo("Fellmoor standards 2026");
            assertThat(i.board()).isEqualTo(boardTown.scope());
            assertThat(i.returnsBy()).isEqualTo(CycleOf.DATES.returnsBy());
            assertThat(i.accepted()).isNull();
        });
        var stranger = Town.in(context).person("Sol Ferrier", Role.COORDINATOR, Role.BOARD_MANAGER);
        assertThat(invitations.all(stranger)).isEmpty();
        assertThatThrownBy(() -> invitations.get(stranger, invitation)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> invitations.accept(stranger, invitation, stranger.council()))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> cycles.get(stranger, cycle)).isInstanceOf(Refused.class);
    }

    @Test
    void the_functions_between_scopes_answer_for_the_scope_that_is_set_and_no_other() {
        var invitation = open();
        CycleOf.accepted(context, keeper, invitation);
        var db = context.getBean(JdbcClient.class);
        var transactions = context.getBean(Transactions.class);
        var stranger = Town.in(context).scope();
        for (var sql : List.of("select count(*) from assurance.invited('" + councilTown.scope() + "')",
                "select count(*) from assurance.frameworks_sent('" + councilTown.scope() + "', '" + invitation + "')",
                "select count(*) from assurance.standing_of('" + boardTown.scope() + "', '" + cycle + "')",
                "select count(*) from assurance.crosswalks_sent('" + councilTown.scope() + "')",
                "select count(*) from assurance.editions_sent('" + councilTown.scope() + "', '" + boardTown.scope()
                        + "', array['fell-2026'])")) {
            assertThat(transactions.inScope(stranger, () -> db.sql(sql).query(Long.class).single())).as(sql).isZero();
            assertThat(transactions.outsideScopes(() -> db.sql(sql).query(Long.class).single())).as(sql).isZero();
        }
        assertThat(councilTown.count("select count(*) from assurance.invited('" + councilTown.scope() + "')"))
                .isEqualTo(1);
        assertThat(councilTown.count("select count(*) from assurance.frameworks_sent('" + councilTown.scope() + "', '"
                + invitation + "')")).as("edition and scale").isEqualTo(2);
        assertThat(boardTown.count("select count(*) from assurance.standing_of('" + boardTown.scope() + "', '" + cycle
                + "')")).isEqualTo(1);
    }

    @Test
    void a_boards_crosswalk_reaches_those_it_invited_with_the_editions_it_names() {
        var invitation = open();
        CycleOf.accepted(context, keeper, invitation);
        assertThat(invitations.keepCrosswalks(keeper)).isZero();
        FrameworkOf.shipped(context, board, "ox-crosswalk-2013-2017-2022");
        var stranger = Town.in(context).person("Ola Reed", Role.COORDINATOR);

        assertThat(invitations.keepCrosswalks(stranger)).as("not invited").isZero();
        assertThat(invitations.keepCrosswalks(keeper)).isEqualTo(1);
        assertThat(invitations.keepCrosswalks(keeper)).as("a second time").isZero();

        assertThat(frameworks.current(keeper)).extracting(f -> f.code())
                .contains("ox-crosswalk-2013-2017-2022", "ox-2013", "ox-2017", "ox-2022");
        assertThat(frameworks.current(keeper)).noneMatch(f -> f.ours());
        var old = frameworks.current(keeper).stream().filter(f -> f.code().equals("ox-2017")).findFirst().orElseThrow();
        assertThat(frameworks.edition(keeper, old.id()).scale().code()).isEqualTo("std-brag-2017");
    }

    @Test
    void who_takes_part_keeps_the_edition_as_it_was_published_and_the_board_sees_where_they_are() {
        var invitation = open();
        var part = CycleOf.accepted(context, keeper, invitation);
        assertThat(part.items()).isEqualTo(3);
        var edition = frameworks.edition(keeper, part.edition());
        assertThat(edition.nodes()).isEqualTo(frameworks.latestEdition(board, "fell-2026").orElseThrow().nodes());
        assertThat(edition.scale().code()).isEqualTo("std-brag-2017");
        assertThat(frameworks.get(keeper, part.edition()).ours()).isFalse();
        assertThat(CycleOf.accepted(context, keeper, invitation)).as("a second time").isEqualTo(part);

        invitations.stand(keeper, invitation, "IN_PROGRESS", 3, 1, false);
        assertThat(cycles.get(board, cycle).invited()).singleElement().satisfies(s -> {
            assertThat(s.state()).isEqualTo("IN_PROGRESS");
            assertThat(s.done()).isEqualTo(1);
            assertThat(s.items()).isEqualTo(3);
            assertThat(s.handedIn()).isFalse();
        });
        assertThatThrownBy(() -> cycles.withdraw(board, cycle, invitation)).isInstanceOf(Refused.class);
    }

    @Test
    void a_second_invitation_to_the_same_edition_keeps_one_copy() {
        var first = CycleOf.accepted(context, keeper, open());
        cycle = CycleOf.planned(context, board);
        var second = CycleOf.accepted(context, keeper, open());
        assertThat(second.edition()).isEqualTo(first.edition());
        assertThat(councilTown.count("select count(*) from assurance.framework")).isEqualTo(2);
    }

    @Test
    void a_council_without_a_board_runs_its_own_cycle() {
        var both = boardTown.person("Bo Threlfall", Role.BOARD_MANAGER, Role.COORDINATOR);
        var invitation = CycleOf.invited(context, both, cycle, boardTown.scope());
        CycleOf.moved(context, both, cycle, CycleMove.OPEN_IT);
        assertThat(CycleOf.accepted(context, both, invitation).edition())
                .isEqualTo(frameworks.latestEdition(both, "fell-2026").orElseThrow().id());
    }

    @Test
    void from_every_state_the_moves_of_the_table_work_and_all_others_are_refused() {
        CycleOf.invited(context, board, cycle, councilTown.scope());
        var ways = new EnumMap<CycleState, List<CycleMove>>(Map.of(CycleState.PLANNED, List.of(), CycleState.OPEN,
                List.of(CycleMove.OPEN_IT), CycleState.CLOSED, List.of(CycleMove.CLOSE), CycleState.PEER_REVIEW,
                List.of(CycleMove.BEGIN_PEER_REVIEW), CycleState.MODERATION, List.of(CycleMove.BEGIN_MODERATION),
                CycleState.AGREED, List.of(CycleMove.AGREE), CycleState.PUBLISHED, List.of(CycleMove.PUBLISH),
                CycleState.ARCHIVED, List.of(CycleMove.ARCHIVE)));
        for (var state : CycleState.values()) {
            ways.get(state).forEach(move -> CycleOf.moved(context, board, cycle, move));
            var now = cycles.cycle(board, cycle);
            assertThat(now.state()).isEqualTo(state);
            for (var move : CycleMove.values())
                if (move.from() != state)
                    assertThatThrownBy(() -> cycles.move(board, cycle, move, "Why not", now.version()))
                            .as("%s from %s", move, state).isInstanceOf(Refused.class);
        }
        assertThat(cycles.get(board, cycle).moves()).extracting(Cycles.Made::move).containsExactly(CycleMove.PLAN,
                CycleMove.OPEN_IT, CycleMove.CLOSE, CycleMove.BEGIN_PEER_REVIEW, CycleMove.BEGIN_MODERATION,
                CycleMove.AGREE, CycleMove.PUBLISH, CycleMove.ARCHIVE);
        assertThat(cycles.get(board, cycle).moves().get(5).note()).isEqualTo("Meeting of 3 March, minute 7");
    }

    @Test
    void a_move_needs_its_note_its_guests_and_the_version_that_was_read() {
        assertThatThrownBy(() -> cycles.move(board, cycle, CycleMove.OPEN_IT, "", 0)).as("nobody is invited")
                .isInstanceOf(Refused.class);
        open();
        CycleOf.moved(context, board, cycle, CycleMove.CLOSE);
        var version = cycles.cycle(board, cycle).version();
        assertThatThrownBy(() -> cycles.move(board, cycle, CycleMove.REOPEN, " ", version))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> cycles.move(board, cycle, CycleMove.REOPEN, "Too early", version - 1))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.kind()).isEqualTo(Refusal.MOVED_ON));
        assertThatThrownBy(() -> cycles.changeDates(board, cycle, CycleOf.DATES, version))
                .as("returns are closed").isInstanceOf(Refused.class);
        cycles.move(board, cycle, CycleMove.REOPEN, "Closed too early", version);
        cycles.changeDates(board, cycle, CycleOf.DATES, version + 1);
        assertThatThrownBy(() -> cycles.changeDates(board, cycle, CycleOf.DATES, version + 1))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.kind()).isEqualTo(Refusal.MOVED_ON));
    }

    @Test
    void those_who_keep_the_return_are_written_to_once_for_each_cause() {
        var system = Actor.system(councilTown.scope());
        var invitation = open();
        assertThat(reminders.look(system)).isEqualTo(1);
        assertThat(reminders.look(system)).isZero();
        clock.goTo(Instant.parse("2026-05-04T09:00:00Z"));
        assertThat(cycles.remind(board, cycle).asked()).isEqualTo(1);
        assertThat(reminders.look(system)).isEqualTo(1);
        clock.goTo(Instant.parse("2026-06-16T09:00:00Z"));
        assertThat(reminders.look(system)).isEqualTo(1);
        clock.goTo(Instant.parse("2026-06-29T09:00:00Z"));
        assertThat(reminders.look(system)).isEqualTo(1);
        clock.goTo(Instant.parse("2026-07-01T09:00:00Z"));
        assertThat(reminders.look(system)).isEqualTo(1);
        assertThat(reminders.look(system)).isZero();
        assertThat(councilTown.texts(
                "select kind from platform.outbox where scope_id = '" + councilTown.scope() + "' order by written_at"))
                .containsExactly("RETURN_INVITED", "RETURN_ASKED", "RETURN_DUE", "RETURN_DUE", "RETURN_OVERDUE");
        assertThat(councilTown.texts("select distinct recipient::text from platform.outbox where scope_id = '"
                + councilTown.scope() + "'")).containsExactly(keeper.staff().toString());
        CycleOf.accepted(context, keeper, invitation);
        invitations.stand(keeper, invitation, "SUBMITTED", 3, 3, true);
        clock.goTo(Instant.parse("2026-07-02T09:00:00Z"));
        assertThat(cycles.remind(board, cycle)).as("handed in").isEqualTo(new Cycles.Reminded(0, null));
        assertThat(reminders.look(system)).isZero();
    }

    @Test
    void a_board_reminds_once_a_day_and_whoever_was_invited_since_is_reminded_all_the_same() {
        var system = Actor.system(councilTown.scope());
        open();
        assertThat(reminders.look(system)).isEqualTo(1);
        // Summer time: the third of May ends here at 23:00 UTC.
        clock.goTo(Instant.parse("2026-05-03T22:58:00Z"));
        var at = clock.instant();
        assertThat(cycles.remind(board, cycle)).isEqualTo(new Cycles.Reminded(1, at));
        assertThat(reminders.look(system)).isEqualTo(1);
        clock.goTo(Instant.parse("2026-05-03T22:59:00Z"));
        assertThat(cycles.remind(board, cycle)).as("a second time").isEqualTo(new Cycles.Reminded(0, at));
        assertThat(reminders.look(system)).as("no second mail").isZero();
        CycleOf.invited(context, board, cycle, Town.in(context).scope());
        assertThat(cycles.remind(board, cycle).asked()).as("only who was invited since").isEqualTo(1);
        assertThat(reminders.look(system)).isZero();
        clock.goTo(Instant.parse("2026-05-03T23:00:00Z"));
        assertThat(cycles.remind(board, cycle).asked()).as("the next day").isEqualTo(2);
        assertThat(reminders.look(system)).isEqualTo(1);
    }

    @Test
    void where_nobody_keeps_the_return_yet_whoever_does_later_is_told_then() {
        var young = Town.in(context);
        var system = Actor.system(young.scope());
        CycleOf.invited(context, board, cycle, young.scope());
        CycleOf.moved(context, board, cycle, CycleMove.OPEN_IT);
        assertThat(reminders.look(system)).isZero();
        young.person("Nan Firth", Role.COORDINATOR);
        assertThat(reminders.look(system)).isEqualTo(1);
    }

    @Test
    void an_invitation_taken_back_is_gone_and_can_be_given_again() {
        var invitation = open();
        cycles.withdraw(board, cycle, invitation);
        assertThat(invitations.all(keeper)).isEmpty();
        assertThat(CycleOf.invited(context, board, cycle, councilTown.scope())).isNotEqualTo(invitation);
        assertThatThrownBy(() -> cycles.invite(board, cycle, List.of(UUID.randomUUID()), "whole"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> cycles.invite(board, cycle, List.of(Town.in(context).scope()), "nobody"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void only_those_who_run_cycles_plan_them_and_only_on_an_edition_of_their_own() {
        assertThatThrownBy(() -> cycles.plan(keeper, FrameworkOf.published(context, board), CycleOf.DATES))
                .isInstanceOf(Refused.class);
        var part = CycleOf.accepted(context, keeper, open());
        var manager = councilTown.person("Mo Ashby", Role.BOARD_MANAGER);
        assertThatThrownBy(() -> cycles.plan(manager, part.edition(), CycleOf.DATES)).isInstanceOf(Refused.class);
    }
}
