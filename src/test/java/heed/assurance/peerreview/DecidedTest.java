package heed.assurance.peerreview;

import static heed.assurance.peerreview.Asking.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.assurance.exercise.Audience;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.RatingRules;
import heed.assurance.exercise.RatingScale;
import heed.assurance.exercise.ReturnState;
import heed.assurance.exercise.Verdict;
import heed.assurance.exercise.Voice;
import heed.assurance.peerreview.BoardAgreement.Found;
import heed.assurance.peerreview.BoardAgreement.Line;
import heed.assurance.peerreview.RatingChange.Fault;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What panels and boards decide, what a changed rating rests on, and what is counted: invariants 5, 6 and 20. */
class DecidedTest {
    private static final LocalDate SUBMITTED = LocalDate.of(2026, 9, 1);

    @Test
    void after_submission_a_rating_changes_the_way_the_challenge_speaks_and_not_the_other() {
        for (var kind : ChallengeKind.values())
            for (var next : List.of("B", "A")) {
                var challenge = asked(kind);
                var expected = kind == ChallengeKind.GOOD_PRACTICE
                        ? List.of(Fault.NOTHING_ASKED)
                        : kind == ChallengeKind.TOO_HIGH && next.equals("B")
                                || kind == ChallengeKind.TOO_LOW && next.equals("A")
                                        ? List.of(Fault.OTHER_WAY)
                                        : List.of();
                assertThat(change("1.1", next, challenge.ground(), List.of(challenge))).as("%s to %s", kind, next)
                        .isEqualTo(expected);
            }
    }

    @Test
    void on_a_scale_without_an_order_no_way_is_the_wrong_one() {
        var challenge = asked(ChallengeKind.TOO_HIGH);
        assertThat(RatingChange.faults(rating(Voice.SELF, OWNER, "B", challenge.ground()), new Verdict.Level("G", null),
                scale(), false, List.of(challenge), List.of())).isEmpty();
    }

    @Test
    void a_challenge_that_is_named_is_there_and_on_that_very_question() {
        var challenge = asked(ChallengeKind.CLARIFY);
        assertThat(change("1.1", "A", challenge.ground(), List.of())).containsExactly(Fault.NO_SUCH_CHALLENGE);
        assertThat(change("1.2", "A", challenge.ground(), List.of(challenge))).containsExactly(Fault.NO_SUCH_CHALLENGE);
        var children = rating("1.1", Voice.SELF, Audience.CHILDREN, OWNER, "A", challenge.ground());
        assertThat(RatingChange.faults(children, new Verdict.Level("G", null), scale(), true, List.of(challenge),
                List.of())).containsExactly(Fault.NO_SUCH_CHALLENGE);
        var withdrawn = ended(challenge, ChallengeMove.WITHDRAW, peer(), ChallengeOutcome.WITHDRAWN);
        assertThat(change("1.1", "A", withdrawn.ground(), List.of(withdrawn))).containsExactly(Fault.NOTHING_ASKED);
    }

    @Test
    void what_a_panel_decided_is_what_is_written() {
        var decided = decision("A");
        for (var voice : List.of(Voice.SELF, Voice.MODERATED)) {
            assertThat(panel(voice, "A", decided.ground(), List.of(decided))).isEmpty();
            assertThat(panel(voice, "G", decided.ground(), List.of(decided))).containsExactly(Fault.NOT_AS_DECIDED);
            assertThat(panel(voice, "A", decided.ground(), List.of())).containsExactly(Fault.NO_SUCH_DECISION);
            assertThat(panel(voice, "A",
                    new Rating.Ground(Rating.Ground.Kind.PANEL, decided.minute().words(), TODAY), List.of(decided)))
                    .containsExactly(Fault.NO_SUCH_DECISION);
        }
    }

    @Test
    void a_rating_that_names_nothing_is_left_to_the_rules_of_ratings() {
        assertThat(change("1.1", "A", null, List.of())).isEmpty();
        var against = new RatingRules.Against(OWNER, scale(), ReturnState.UNDER_CHALLENGE, false, true,
                new Verdict.Level("G", null));
        assertThat(RatingRules.check(rating(Voice.SELF, OWNER, "A", null), against))
                .containsExactly(RatingRules.Fault.AFTER_SUBMISSION);
        assertThat(RatingRules.check(rating(Voice.SELF, OWNER, "A", asked(ChallengeKind.CLARIFY).ground()), against))
                .isEmpty();
    }

    @Test
    void a_panels_rating_passes_the_rules_of_ratings_and_its_challenges_end_as_it_decided() {
        var decided = decision("A", "K-0001");
        var made = decided.rating(scale(), BOARD, STAFF, AT);
        assertThat(made.voice()).isEqualTo(Voice.MODERATED);
        assertThat(RatingRules.check(made, new RatingRules.Against(OWNER, scale(), ReturnState.UNDER_CHALLENGE, false,
                true, null))).isEmpty();
        assertThat(decided.outcome(new Verdict.Level("A", null))).isEqualTo(ChallengeOutcome.PANEL_KEPT);
        assertThat(decided.outcome(new Verdict.Level("G", null))).isEqualTo(ChallengeOutcome.PANEL_CHANGED);
        var advice = new PanelDecision(decided.id(), RETURN, OWNER, "1.1", Audience.ALL, new Verdict.NotRated(),
                "Say more.",
                MINUTE, Set.of(PEER), Set.of());
        assertThat(advice.outcome(new Verdict.Level("A", null))).isEqualTo(ChallengeOutcome.PANEL_ADVISED);
    }

    @Test
    void a_panel_gives_its_reason_and_minute_and_the_owner_does_not_sit_on_its_own_return() {
        var referred = referred(ChallengeKind.TOO_HIGH);
        assertThat(decision("A", "K-0001").faults(List.of(referred), TODAY)).isEmpty();
        assertThat(decision("A").faults(List.of(), TODAY)).as("taken up by the panel itself").isEmpty();
        assertThat(decision("A", "K-0001").faults(List.of(answered(ChallengeKind.TOO_HIGH)), TODAY))
                .containsExactly(PanelDecision.Fault.OTHER_CHALLENGE);
        assertThat(decision("A", "K-0002").faults(List.of(referred), TODAY))
                .containsExactly(PanelDecision.Fault.OTHER_CHALLENGE);
        var bare = new PanelDecision(new UUID(0, 20), RETURN, OWNER, "1.1", Audience.ALL, new Verdict.Level("A", null),
                " ",
                new Minute("Panel", "", TODAY.plusDays(1)), Set.of(), Set.of());
        assertThat(bare.faults(List.of(), TODAY)).containsExactly(PanelDecision.Fault.NO_MINUTE,
                PanelDecision.Fault.NO_REASON, PanelDecision.Fault.NOBODY);
        var sat = new PanelDecision(new UUID(0, 20), RETURN, OWNER, "1.1", Audience.ALL, new Verdict.Level("A", null),
                "Ours.", MINUTE, Set.of(OWNER, PEER), Set.of());
        assertThat(sat.faults(List.of(), TODAY)).containsExactly(PanelDecision.Fault.OWN_RETURN);
    }

    @Test
    void an_agreed_rating_is_the_boards_in_a_minute_on_the_editions_scale_and_says_why_where_it_differs() {
        var own = rating(Voice.SELF, OWNER, "B", null);
        var moderated = decision("G").rating(scale(), BOARD, STAFF, AT);
        assertThat(agreed(line("G", "")).faults(List.of(own, moderated), List.of(), SUBMITTED, TODAY)).isEmpty();
        assertThat(agreed(line("B", "")).faults(List.of(own, moderated), List.of(), SUBMITTED, TODAY))
                .containsExactly(new Found(BoardAgreement.Fault.NO_REASON, "1.1"));
        assertThat(agreed(line("B", "")).faults(List.of(own), List.of(), SUBMITTED, TODAY)).isEmpty();
        assertThat(agreed(line("B", "Shown on the visit")).faults(List.of(own, moderated), List.of(), SUBMITTED, TODAY))
                .isEmpty();
        var made = agreed(line("G", "")).ratings(scale(), BOARD, STAFF, AT).getFirst();
        assertThat(made.voice()).isEqualTo(Voice.AGREED);
        assertThat(RatingRules.check(made,
                new RatingRules.Against(OWNER, scale(), ReturnState.MODERATED, false, true, null))).isEmpty();
        assertThat(RatingRules.now(List.of(own, moderated, made))).as("all others stay").hasSize(3);
    }

    @Test
    void nothing_in_dispute_or_twice_or_mixed_is_agreed_nor_before_it_was_there() {
        var all = List.of(line("G", ""), line("G", ""),
                new Line("1.1", Audience.CHILDREN, new Verdict.Level("G", null), ""));
        assertThat(
                agreed(all.toArray(Line[]::new)).faults(List.of(), List.of(referred(ChallengeKind.TOO_LOW)), SUBMITTED,
                        TODAY))
                .extracting(Found::fault)
                .containsOnly(BoardAgreement.Fault.TWICE, BoardAgreement.Fault.MIXED, BoardAgreement.Fault.IN_DISPUTE);
        assertThat(
                agreed(line("G", "")).faults(List.of(), List.of(asked("K-2", "9.9", ChallengeKind.CLARIFY)), SUBMITTED,
                        TODAY))
                .as("another question's dispute").isEmpty();
        assertThat(agreed(line("G", "")).faults(List.of(), List.of(), LocalDate.of(2026, 10, 2), TODAY))
                .containsExactly(new Found(BoardAgreement.Fault.BEFORE_SUBMISSION, ""));
        assertThat(new BoardAgreement(RETURN, new Minute("Board", "", TODAY), List.of()).faults(List.of(), List.of(),
                SUBMITTED, TODAY)).containsExactly(new Found(BoardAgreement.Fault.NO_MINUTE, ""));
    }

    @Test
    void what_is_put_to_the_board_is_the_panels_else_the_own_and_apart_where_it_stands_apart() {
        var own = rating(Voice.SELF, OWNER, "B", null);
        var peer = rating(Voice.PEER, PEER, "R", null);
        var children = rating("1.2", Voice.SELF, Audience.CHILDREN, OWNER, "A", null);
        var whole = rating("1.2", Voice.SELF, Audience.ALL, OWNER, "G", null);
        assertThat(BoardAgreement.proposed(List.of("1.1", "1.2", "1.3"), List.of(own, peer, children, whole)))
                .containsExactly(line("B", ""), new Line("1.2", Audience.CHILDREN, new Verdict.Level("A", null), ""));
        assertThat(BoardAgreement.proposed(List.of("1.1"),
                List.of(own, peer, decision("G").rating(scale(), BOARD, STAFF, AT)))).containsExactly(line("G", ""));
    }

    /** Invariant 20. */
    @Test
    void counts_are_shown_from_five_rated_organisations_on_and_without_any_name() {
        for (int rated = 0; rated <= 8; rated++) {
            var asked = new HashSet<UUID>();
            var ratings = new HashMap<UUID, List<Rating>>();
            for (int i = 0; i < 8; i++) {
                var who = new UUID(7, i);
                asked.add(who);
                if (i < rated)
                    ratings.put(who, List.of(rating(Voice.SELF, who, i < 2 ? "B" : "G", null)));
            }
            var counted = Benchmark.of("1.1", Voice.SELF, Audience.ALL, scale(), asked, ratings);
            assertThat(counted.shown()).as("%s rated", rated).isEqualTo(rated >= 5);
            if (rated < 5)
                assertThat(counted.words() + counted.rated() + counted.counts()).doesNotContain("Blue", "Green")
                        .endsWith("0[]");
            else
                assertThat(counted.words()).isEqualTo("2 Blue, " + (rated - 2) + " Green of " + rated
                        + " organisations rated" + (rated == 8 ? "" : "; " + (8 - rated) + " of 8 without a rating"));
            asked.forEach(who -> assertThat(counted.toString()).doesNotContain(who.toString()));
        }
    }

    @Test
    void one_voice_on_one_version_of_one_scale_is_counted_and_its_latest_only() {
        var asked = new HashSet<UUID>();
        var ratings = new HashMap<UUID, List<Rating>>();
        for (int i = 0; i < 5; i++) {
            var who = new UUID(7, i);
            asked.add(who);
            var first = rating(Voice.SELF, who, "R", null);
            var later = new Rating(UUID.randomUUID(), "1.1", Voice.SELF, Audience.ALL, "four", 1,
                    new Verdict.Level("G", null), who, STAFF, AT.plusSeconds(5), null, null, null);
            ratings.put(who, List.of(first, later, rating(Voice.AGREED, BOARD, "B", null), rating("1.2", Voice.SELF,
                    Audience.ALL, who, "A", null)));
        }
        assertThat(Benchmark.of("1.1", Voice.SELF, Audience.ALL, scale(), asked, ratings).words())
                .isEqualTo("5 Green of 5 organisations rated");
        assertThat(Benchmark.of("1.1", Voice.AGREED, Audience.ALL, scale(), asked, ratings).words())
                .isEqualTo("5 Blue of 5 organisations rated");
        assertThatThrownBy(() -> Benchmark.of("1.1", Voice.SELF, Audience.ALL, scale(2), asked, ratings))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Benchmark.of("1.1", Voice.PEER, Audience.ALL, scale(), asked, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_outsider_in_the_ratings_is_not_counted_among_those_asked() {
        var asked = Set.of(new UUID(7, 0), new UUID(7, 1), new UUID(7, 2), new UUID(7, 3));
        var ratings = new HashMap<UUID, List<Rating>>();
        for (int i = 0; i < 9; i++)
            ratings.put(new UUID(7, i), List.of(rating(Voice.SELF, new UUID(7, i), "B", null)));
        assertThat(Benchmark.of("1.1", Voice.SELF, Audience.ALL, scale(), asked, ratings).shown()).isFalse();
    }

    @Test
    void last_years_challenges_show_what_was_asked_what_came_of_it_and_what_was_done() {
        var settled = ended(answered(ChallengeKind.EVIDENCE), ChallengeMove.RESOLVE, peer(),
                ChallengeOutcome.EVIDENCE_SHOWN);
        var left = asked("K-0005", "4.2", ChallengeKind.CLARIFY);
        var elsewhere = asked("K-0006", "9.9", ChallengeKind.CLARIFY);
        var seen = EarlierChallenge.on(List.of("1.1", "4.2"), List.of(settled, left, elsewhere),
                Map.of("K-0001", List.of("Keep a log: Closed")));
        assertThat(seen).extracting(EarlierChallenge::ref).containsExactly("K-0005", "K-0001");
        assertThat(seen.getFirst().came()).isEqualTo("Left: Waits for an answer");
        assertThat(seen.getFirst().last()).isEmpty();
        assertThat(seen.getLast()).isEqualTo(new EarlierChallenge("K-0001", "1.1", "Asks for evidence",
                "Where is the training log?", "Evidence was shown", "So be it.", List.of("Keep a log: Closed")));
    }

    @Test
    void every_fault_says_what_to_do() {
        for (var words : List.of(Arrays.stream(Fault.values()).map(Fault::words).toList(),
                Arrays.stream(PanelDecision.Fault.values()).map(PanelDecision.Fault::words).toList(),
                Arrays.stream(BoardAgreement.Fault.values()).map(BoardAgreement.Fault::words).toList()))
            assertThat(words).doesNotHaveDuplicates().allSatisfy(w -> assertThat(w).isNotBlank().doesNotEndWith("."));
    }

    private static BoardAgreement agreed(Line... lines) {
        return new BoardAgreement(RETURN, new Minute("Board", "12", LocalDate.of(2026, 10, 1)), List.of(lines));
    }

    private static Line line(String letter, String why) {
        return new Line("1.1", Audience.ALL, new Verdict.Level(letter, null), why);
    }

    private static List<Fault> change(String item, String to, Rating.@Nullable Ground ground,
            List<Challenge> challenges) {
        return RatingChange.faults(rating(item, Voice.SELF, Audience.ALL, OWNER, to, ground),
                new Verdict.Level("G", null), scale(), true, challenges, List.of());
    }

    private static List<Fault> panel(Voice voice, String to, Rating.Ground ground, List<PanelDecision> decisions) {
        return RatingChange.faults(rating(voice, voice == Voice.SELF ? OWNER : BOARD, to, ground), null, scale(), true,
                List.of(), decisions);
    }

    @Test
    void better_is_said_between_levels_only() {
        RatingScale scale = scale();
        assertThat(RatingChange.better(scale, true, new Verdict.Level("A", null), new Verdict.Level("B", null)))
                .isPositive();
        assertThat(RatingChange.better(scale, true, new Verdict.Level("B", null), new Verdict.Level("A", null)))
                .isNegative();
        for (var none : Arrays.asList(null, new Verdict.NotRated(), new Verdict.NotRecoverable(),
                new Verdict.Level("X", null)))
            assertThat(RatingChange.better(scale, true, none, new Verdict.Level("A", null))).isZero();
    }
}
