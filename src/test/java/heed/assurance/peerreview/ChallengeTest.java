package heed.assurance.peerreview;

import static heed.assurance.peerreview.Asking.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.assurance.exercise.Audience;
import heed.platform.Refusal;
import heed.platform.Refused;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** ChallengeBook go in turns and end in something that is said. */
class ChallengeTest {
    @Test
    void every_state_is_reached_and_only_resolved_is_an_end() {
        var reached = EnumSet.noneOf(ChallengeState.class);
        var open = new ArrayDeque<@Nullable ChallengeState>();
        Arrays.stream(ChallengeMove.values()).filter(m -> m.from() == null).forEach(m -> open.add(m.to()));
        while (!open.isEmpty()) {
            var state = open.remove();
            if (reached.add(state))
                Arrays.stream(ChallengeMove.values()).filter(m -> m.from() == state).forEach(m -> open.add(m.to()));
        }
        assertThat(reached).isEqualTo(EnumSet.allOf(ChallengeState.class));
        for (var state : ChallengeState.values())
            assertThat(Arrays.stream(ChallengeMove.values()).noneMatch(m -> m.from() == state)).as("%s", state)
                    .isEqualTo(state == ChallengeState.RESOLVED);
    }

    @Test
    void each_party_has_these_moves_in_each_state_and_no_others() {
        assertThat(ChallengeMove.from(ChallengeState.OPEN, Party.PEER)).containsExactly(ChallengeMove.WITHDRAW);
        assertThat(ChallengeMove.from(ChallengeState.OPEN, Party.OWNER)).containsExactly(ChallengeMove.ANSWER);
        assertThat(ChallengeMove.from(ChallengeState.OPEN, Party.BOARD))
                .containsExactly(ChallengeMove.REFER_UNANSWERED);
        assertThat(ChallengeMove.from(ChallengeState.ANSWERED, Party.PEER)).containsExactly(ChallengeMove.ASK_AGAIN,
                ChallengeMove.RESOLVE, ChallengeMove.REFER);
        assertThat(ChallengeMove.from(ChallengeState.ANSWERED, Party.OWNER)).containsExactly(ChallengeMove.REFER);
        assertThat(ChallengeMove.from(ChallengeState.ANSWERED, Party.BOARD)).containsExactly(ChallengeMove.REFER);
        assertThat(ChallengeMove.from(ChallengeState.REFERRED, Party.BOARD)).containsExactly(ChallengeMove.DECIDE);
        for (var party : List.of(Party.PEER, Party.OWNER))
            assertThat(ChallengeMove.from(ChallengeState.REFERRED, party)).isEmpty();
        for (var party : Party.values())
            assertThat(ChallengeMove.from(ChallengeState.RESOLVED, party)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ChallengeMove.class)
    void a_move_starts_where_the_table_says_and_nowhere_else(ChallengeMove move) {
        for (var challenge : List.of(asked(ChallengeKind.CLARIFY), answered(ChallengeKind.CLARIFY),
                referred(ChallengeKind.CLARIFY), asked(ChallengeKind.GOOD_PRACTICE))) {
            var outcome = Arrays.stream(ChallengeOutcome.values()).filter(o -> o.move() == move).findFirst()
                    .orElse(null);
            var speaker = switch (move.parties().getFirst()) {
                case PEER -> peer();
                case OWNER -> owner();
                case BOARD -> board();
            };
            ThrowingCallable made = () -> challenge.move(move, speaker, AT,
                    new Challenge.Said("Words", MINUTE, outcome),
                    true);
            if (move.from() == challenge.state())
                assertThat(challenge.move(move, speaker, AT, new Challenge.Said("Words", MINUTE, outcome), true).made())
                        .satisfies(c -> assertThat(c.state()).isEqualTo(move.to()))
                        .satisfies(c -> assertThat(c.version()).isEqualTo(challenge.version() + 1))
                        .satisfies(c -> assertThat(c.turns()).startsWith(challenge.turns().toArray(Turn[]::new))
                                .hasSize(challenge.turns().size() + 1));
            else
                refused(Refusal.MOVED_ON, made);
        }
    }

    @ParameterizedTest
    @EnumSource(ChallengeMove.class)
    void a_move_is_for_its_own_parties(ChallengeMove move) {
        var from = move.from();
        if (from == null)
            return;
        var challenge = switch (from) {
            case OPEN -> asked(ChallengeKind.CLARIFY);
            case ANSWERED -> answered(ChallengeKind.CLARIFY);
            case REFERRED, RESOLVED -> referred(ChallengeKind.CLARIFY);
        };
        var outcome = Arrays.stream(ChallengeOutcome.values()).filter(o -> o.move() == move).findFirst().orElse(null);
        for (var speaker : List.of(peer(), owner(), board()))
            if (!move.parties().contains(speaker.party()))
                refused(Refusal.NOT_ALLOWED_NOW, () -> challenge.move(move, speaker, AT,
                        new Challenge.Said("Words", MINUTE, outcome), true));
    }

    @Test
    void for_a_third_organisation_it_is_not_there() {
        for (var party : List.of(Party.PEER, Party.OWNER))
            refused(Refusal.NOT_FOUND, () -> answered(ChallengeKind.EVIDENCE).move(ChallengeMove.REFER,
                    Speaker.own(party, THIRD, STAFF), AT, Challenge.Said.of("We too."), true));
    }

    @Test
    void nobody_challenges_their_own_return() {
        for (var speaker : List.of(Speaker.own(Party.PEER, OWNER, STAFF), owner(), board()))
            refused(Refusal.NOT_ALLOWED_NOW, () -> Challenge.raised("K-0002", RETURN, "1.1", Audience.ALL,
                    ChallengeKind.TOO_LOW, OWNER, speaker, AT, "Higher!", null));
    }

    @ParameterizedTest
    @EnumSource(ChallengeKind.class)
    void praise_is_passed_on_and_everything_else_waits_for_an_answer(ChallengeKind kind) {
        var raised = asked(kind);
        assertThat(raised.settled()).isEqualTo(kind == ChallengeKind.GOOD_PRACTICE);
        assertThat(raised.outcome())
                .isEqualTo(kind == ChallengeKind.GOOD_PRACTICE ? ChallengeOutcome.NOTED : null);
        assertThat(raised.bears()).isEqualTo(kind != ChallengeKind.GOOD_PRACTICE);
    }

    @Test
    void asking_again_gives_the_other_side_its_turn_before_the_next() {
        var again = move(answered(ChallengeKind.CLARIFY), ChallengeMove.ASK_AGAIN, peer(), "And since then?");
        assertThat(again.state()).isEqualTo(ChallengeState.OPEN);
        refused(Refusal.MOVED_ON, () -> again.move(ChallengeMove.ASK_AGAIN, peer(), AT, Challenge.Said.of("?"), true));
        var done = ended(move(again, ChallengeMove.ANSWER, owner(), "Monthly."), ChallengeMove.RESOLVE, peer(),
                ChallengeOutcome.CLEARER);
        assertThat(done.turns()).extracting(Turn::move).containsExactly(ChallengeMove.ASK, ChallengeMove.ANSWER,
                ChallengeMove.ASK_AGAIN, ChallengeMove.ANSWER, ChallengeMove.RESOLVE);
    }

    @Test
    void only_resolving_may_go_without_words() {
        for (var move : ChallengeMove.values())
            assertThat(move.note()).as("%s", move).isEqualTo(move != ChallengeMove.RESOLVE);
        refused(Refusal.NOT_ALLOWED_NOW, () -> asked(ChallengeKind.CLARIFY).move(ChallengeMove.ANSWER, owner(), AT,
                Challenge.Said.of("  "), true));
        assertThat(answered(ChallengeKind.CLARIFY).move(ChallengeMove.RESOLVE, peer(), AT,
                new Challenge.Said("", null, ChallengeOutcome.CLEARER), false).made().settled()).isTrue();
    }

    @Test
    void a_resolved_one_says_what_came_of_it_and_of_that_move_only() {
        refused(Refusal.NOT_ALLOWED_NOW, () -> answered(ChallengeKind.CLARIFY).move(ChallengeMove.RESOLVE, peer(), AT,
                Challenge.Said.of("Fine."), true));
        for (var outcome : ChallengeOutcome.values())
            if (outcome.move() != ChallengeMove.RESOLVE)
                refused(Refusal.NOT_ALLOWED_NOW, () -> answered(ChallengeKind.CLARIFY).move(ChallengeMove.RESOLVE,
                        peer(), AT, new Challenge.Said("Fine.", null, outcome), true));
        refused(Refusal.NOT_ALLOWED_NOW, () -> asked(ChallengeKind.CLARIFY).move(ChallengeMove.ANSWER, owner(), AT,
                new Challenge.Said("Here.", null, ChallengeOutcome.CLEARER), true));
    }

    @ParameterizedTest
    @EnumSource(names = {"CLEARER", "EVIDENCE_SHOWN", "RATING_CHANGED", "RATING_STANDS"})
    void that_a_rating_was_changed_is_said_only_where_it_was(ChallengeOutcome outcome) {
        ThrowingCallable made = () -> answered(ChallengeKind.TOO_HIGH).move(ChallengeMove.RESOLVE, peer(), AT,
                new Challenge.Said("Fine.", null, outcome), false);
        if (outcome == ChallengeOutcome.RATING_CHANGED)
            refused(Refusal.NOT_ALLOWED_NOW, made);
        else
            assertThat(answered(ChallengeKind.TOO_HIGH).move(ChallengeMove.RESOLVE, peer(), AT,
                    new Challenge.Said("Fine.", null, outcome), false).made().outcome()).isEqualTo(outcome);
    }

    @Test
    void an_unanswered_one_goes_to_the_panel_only_when_its_time_is_over() {
        refused(Refusal.NOT_ALLOWED_NOW,
                () -> asked(ChallengeKind.CLARIFY).move(ChallengeMove.REFER_UNANSWERED, board(),
                        AT, Challenge.Said.of("No answer."), false));
        assertThat(move(asked(ChallengeKind.CLARIFY), ChallengeMove.REFER_UNANSWERED, board(), "No answer.").state())
                .isEqualTo(ChallengeState.REFERRED);
    }

    @Test
    void a_panel_decides_in_a_dated_minute_of_a_meeting_that_was_held() {
        var before = referred(ChallengeKind.TOO_HIGH);
        for (var minute : Arrays.asList(null, new Minute("Panel", " ", TODAY), new Minute("", "4", TODAY),
                new Minute("Panel", "4", TODAY.plusDays(1))))
            refused(Refusal.NOT_ALLOWED_NOW, () -> before.move(ChallengeMove.DECIDE, board(), AT,
                    new Challenge.Said("Kept.", minute, ChallengeOutcome.PANEL_KEPT), true));
        refused(Refusal.NOT_ALLOWED_NOW, () -> before.move(ChallengeMove.DECIDE, board(), AT,
                new Challenge.Said("Kept.", MINUTE, ChallengeOutcome.PANEL_KEPT), false));
        assertThat(ended(before, ChallengeMove.DECIDE, board(), ChallengeOutcome.PANEL_KEPT).settled()).isTrue();
    }

    @Test
    void what_was_said_in_a_meeting_is_written_down_by_the_board_with_its_minute_and_not_without() {
        var minuted = Challenge.raised("K-0003", RETURN, "1.1", Audience.ALL, ChallengeKind.EVIDENCE, OWNER,
                Speaker.minuted(Party.PEER, PEER, STAFF), AT, "Asked in the panel.", MINUTE).made();
        assertThat(minuted.turns().getFirst().minute()).isEqualTo(MINUTE);
        refused(Refusal.NOT_ALLOWED_NOW, () -> minuted.move(ChallengeMove.ANSWER,
                Speaker.minuted(Party.OWNER, OWNER, STAFF), AT, Challenge.Said.of("Answered there."), true));
        assertThat(minuted.move(ChallengeMove.ANSWER, Speaker.minuted(Party.OWNER, OWNER, STAFF), AT,
                new Challenge.Said("Answered there.", MINUTE, null), true).made().state())
                .isEqualTo(ChallengeState.ANSWERED);
    }

    @Test
    void a_meeting_held_tonight_in_london_is_not_in_the_future() {
        var lateInJune = java.time.Instant.parse("2026-06-10T23:30:00Z");
        assertThat(Challenge.raised("K-0004", RETURN, "1.1", Audience.ALL, ChallengeKind.CLARIFY, OWNER,
                Speaker.minuted(Party.PEER, PEER, STAFF), lateInJune, "Asked.",
                new Minute("Panel", "1", LocalDate.of(2026, 6, 11))).made().settled()).isFalse();
    }

    @Test
    void what_is_not_settled_stands_in_the_way_of_moderation() {
        var open = asked(ChallengeKind.CLARIFY);
        var referred = referred(ChallengeKind.TOO_LOW);
        var praise = asked(ChallengeKind.GOOD_PRACTICE);
        assertThat(Challenge.inTheWay(List.of(open, referred, praise))).containsExactly(open, referred);
        assertThat(Challenge.inTheWay(List.of(praise))).isEmpty();
    }

    @Test
    void nothing_that_was_said_is_in_its_text_form() {
        var challenge = answered(ChallengeKind.CLARIFY);
        assertThat(challenge + " " + challenge.turns() + " " + Challenge.Said.of("Where is the log?") + MINUTE)
                .doesNotContain("training log", "appendix", "Where is", "Quality panel");
    }

    private static void refused(Refusal how, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.kind()).isEqualTo(how));
    }
}
