package heed.assurance.peerreview;

import static heed.assurance.peerreview.Asking.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.assurance.cycle.CycleState;
import heed.assurance.exercise.ReturnState;
import heed.assurance.exercise.Voice;
import heed.assurance.peerreview.Declaration.Ruling;
import heed.assurance.peerreview.WhoRates.Fault;
import heed.assurance.peerreview.WhoRates.Sitting;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who rates, as which voice and when: invariants 5 and 6. */
class WhoRatesTest {
    private static final Pairing PAIRED = new Pairing(new UUID(0, 30), new UUID(0, 31), PEER, OWNER,
            TODAY.minusDays(3), TODAY.plusDays(3), null);

    @Test
    void a_peer_rates_in_the_stage_and_time_granted_with_relationships_declared() {
        assertThat(faults(PEER, declared())).isEmpty();
        assertThat(faults(PEER, null)).containsExactly(Fault.NOT_DECLARED);
        assertThat(WhoRates.faults(Voice.PEER, new Sitting(OWNER, OWNER, BOARD, true, CycleState.PEER_REVIEW,
                ReturnState.UNDER_CHALLENGE, TODAY, PAIRED, declared()))).containsExactly(Fault.OWN_RETURN);
        assertThat(faults(THIRD, declared())).containsExactly(Fault.NOT_PAIRED);
    }

    @ParameterizedTest
    @EnumSource(CycleState.class)
    void each_voice_has_its_stage(CycleState stage) {
        boolean peers = stage == CycleState.PEER_REVIEW;
        boolean panel = stage == CycleState.MODERATION;
        assertThat(WhoRates.faults(Voice.PEER, at(PEER, stage)).isEmpty()).isEqualTo(peers);
        assertThat(WhoRates.faults(Voice.MODERATED, at(BOARD, stage)).isEmpty()).isEqualTo(panel);
        assertThat(WhoRates.faults(Voice.AGREED, at(BOARD, stage)).isEmpty())
                .isEqualTo(panel || stage == CycleState.AGREED);
        assertThat(WhoRates.faults(Voice.SELF, at(OWNER, stage)).isEmpty()).isEqualTo(peers || panel);
        assertThat(WhoRates.faults(Voice.INDEPENDENT, at(OWNER, stage))).isEmpty();
        assertThat(WhoRates.reads(at(PEER, stage))).isEqualTo(peers);
    }

    @Test
    void each_voice_is_somebodys() {
        var others = Set.of(OWNER, PEER, BOARD, THIRD);
        for (var who : others) {
            assertThat(WhoRates.faults(Voice.SELF, at(who, CycleState.PEER_REVIEW)).contains(Fault.NOT_THEIRS))
                    .isEqualTo(!who.equals(OWNER));
            assertThat(WhoRates.faults(Voice.MODERATED, at(who, CycleState.MODERATION)).contains(Fault.NOT_THE_BOARD))
                    .isEqualTo(!who.equals(BOARD));
            assertThat(WhoRates.faults(Voice.AGREED, at(who, CycleState.MODERATION)).contains(Fault.NOT_THE_BOARD))
                    .isEqualTo(!who.equals(BOARD));
            assertThat(WhoRates.faults(Voice.INDEPENDENT, at(who, CycleState.PUBLISHED)).contains(Fault.NOT_THEIRS))
                    .isEqualTo(!who.equals(OWNER) && !who.equals(BOARD));
        }
    }

    @Test
    void whoever_does_not_keep_it_speaks_for_nobody() {
        var without = new Sitting(OWNER, OWNER, OWNER, false, CycleState.MODERATION, ReturnState.MODERATED, TODAY, null,
                null);
        for (var voice : List.of(Voice.SELF, Voice.MODERATED, Voice.AGREED, Voice.INDEPENDENT))
            assertThat(WhoRates.faults(voice, without)).as("%s", voice).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(ReturnState.class)
    void a_return_that_is_not_with_the_board_is_rated_by_its_owner_only(ReturnState state) {
        boolean there = state.submitted() && state != ReturnState.RETURNED;
        assertThat(WhoRates.faults(Voice.PEER, with(PEER, state)).contains(Fault.NOT_SUBMITTED)).isEqualTo(!there);
        assertThat(WhoRates.challenging(with(PEER, state)).contains(Fault.NOT_SUBMITTED)).isEqualTo(!there);
        assertThat(WhoRates.reads(with(PEER, state))).isEqualTo(there);
        assertThat(WhoRates.faults(Voice.SELF, with(OWNER, state))).isEmpty();
        assertThat(WhoRates.faults(Voice.INDEPENDENT, with(OWNER, state)).isEmpty()).isEqualTo(state.fixed());
    }

    @Test
    void a_lone_council_writes_its_own_return_without_a_cycle() {
        assertThat(WhoRates.faults(Voice.SELF,
                new Sitting(OWNER, OWNER, null, true, null, ReturnState.IN_PROGRESS, TODAY, null, null))).isEmpty();
        assertThat(WhoRates.faults(Voice.SELF, new Sitting(OWNER, OWNER, BOARD, true, CycleState.OPEN,
                ReturnState.IN_PROGRESS, TODAY, null, null))).isEmpty();
    }

    @Test
    void without_a_cycle_nobody_else_reads_asks_or_rates() {
        var alone = new Sitting(PEER, OWNER, null, true, null, ReturnState.SUBMITTED, TODAY, PAIRED, declared());
        assertThat(WhoRates.reads(alone)).isFalse();
        assertThat(WhoRates.challenging(alone)).containsExactly(Fault.NOT_THE_STAGE);
        for (var voice : Voice.values())
            assertThat(WhoRates.faults(voice, alone)).as("%s", voice).isNotEmpty();
    }

    @Test
    void a_relationship_between_organisations_does_not_keep_a_peer_from_rating() {
        for (var kind : Relationship.Kind.values()) {
            var declared = declared(new Relationship(kind, "Since 2019"));
            assertThat(declared.rates()).as("%s", kind).isEqualTo(!kind.personal());
            assertThat(declared.asks()).isEqualTo(!kind.personal());
            assertThat(faults(PEER, declared)).isEqualTo(kind.personal() ? List.of(Fault.PANEL_FIRST) : List.of());
            assertThat(declared.beside()).startsWith(kind.words() + ": Since 2019").hasSize(2);
            assertThat(declared.waits()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Ruling.Says.class)
    void what_the_panel_decides_holds_whatever_was_declared(Ruling.Says says) {
        for (var kind : Relationship.Kind.values()) {
            var ruled = declared(new Relationship(kind, "")).ruled(new Ruling(says, MINUTE, "Small county."));
            assertThat(ruled.rates()).isEqualTo(says == Ruling.Says.TAKES_PART);
            assertThat(ruled.asks()).isEqualTo(says != Ruling.Says.STANDS_ASIDE);
            assertThat(ruled.waits()).isFalse();
            assertThat(ruled.beside()).containsExactly(kind.words(), says.words() + " (Quality panel, minute 4)");
            assertThat(faults(PEER, ruled))
                    .isEqualTo(says == Ruling.Says.TAKES_PART ? List.of() : List.of(Fault.ASIDE));
            assertThat(WhoRates.challenging(at(PEER, ruled))).isEqualTo(
                    says == Ruling.Says.STANDS_ASIDE ? List.of(Fault.ASIDE) : List.of());
            assertThat(WhoRates.reads(at(PEER, ruled))).isEqualTo(says != Ruling.Says.STANDS_ASIDE);
        }
    }

    /** Invariant 5. */
    @Test
    void five_that_all_work_together_can_all_review_each_other() {
        var five = IntStream.range(40, 45).mapToObj(i -> new UUID(0, i)).toList();
        for (var pair : Pairing.proposed(five, 4, Set.of())) {
            var paired = new Pairing(UUID.randomUUID(), new UUID(0, 31), pair.reviewer(), pair.owner(), TODAY, TODAY,
                    null);
            var declared = new Declaration(UUID.randomUUID(), pair.reviewer(), pair.owner(), STAFF,
                    List.of(new Relationship(Relationship.Kind.SAME_GROUP, "")), AT, null);
            assertThat(WhoRates.faults(Voice.PEER, new Sitting(pair.reviewer(), pair.owner(), BOARD, true,
                    CycleState.PEER_REVIEW, ReturnState.UNDER_CHALLENGE, TODAY, paired, declared))).isEmpty();
        }
    }

    @Test
    void nothing_declared_is_said_too_and_the_latest_counts() {
        assertThat(declared().beside()).containsExactly("No working relationship declared");
        assertThat(declared().waits()).isFalse();
        var later = new Declaration(UUID.randomUUID(), PEER, OWNER, STAFF, List.of(), AT.plusSeconds(1), null);
        var colleague = new Declaration(UUID.randomUUID(), PEER, OWNER, new UUID(0, 8), List.of(), AT.plusSeconds(9),
                null);
        assertThat(Declaration.latest(List.of(later, declared(), colleague), PEER, OWNER, STAFF)).contains(later);
        assertThat(Declaration.latest(List.of(later), OWNER, PEER, STAFF)).isEmpty();
    }

    @Test
    void nobody_lifts_by_declaring_again_what_the_panel_decided_or_has_to() {
        var tie = new Relationship(Relationship.Kind.WORKED_THERE, "Until 2019");
        var first = declared(tie);
        var none = new Declaration(UUID.randomUUID(), PEER, OWNER, STAFF, List.of(), AT.plusSeconds(1), null);
        assertThat(faults(PEER, latest(first, none))).containsExactly(Fault.PANEL_FIRST);
        for (var says : Ruling.Says.values()) {
            var ruled = first.ruled(new Ruling(says, MINUTE, "Small county."));
            var now = latest(ruled, none);
            assertThat(now.rates()).as("%s", says).isEqualTo(says == Ruling.Says.TAKES_PART);
            assertThat(now.asks()).as("%s", says).isEqualTo(says != Ruling.Says.STANDS_ASIDE);
            assertThat(WhoRates.reads(at(PEER, now))).as("%s", says).isEqualTo(says != Ruling.Says.STANDS_ASIDE);
        }
        var asks = first.ruled(new Ruling(Ruling.Says.ASKS_ONLY, MINUTE, "Small county."));
        var worse = new Declaration(UUID.randomUUID(), PEER, OWNER, STAFF,
                List.of(new Relationship(Relationship.Kind.CLOSE_PERSON, "")), AT.plusSeconds(1), null);
        assertThat(faults(PEER, latest(asks, worse))).as("waits again").containsExactly(Fault.PANEL_FIRST);
        var lifted = worse.ruled(new Ruling(Ruling.Says.TAKES_PART, MINUTE, "Moved away."));
        assertThat(faults(PEER, latest(asks, lifted))).as("by the panel").isEmpty();
    }

    private static Declaration latest(Declaration... all) {
        return Declaration.latest(List.of(all), PEER, OWNER, STAFF).orElseThrow();
    }

    @Test
    void a_pairing_opens_a_return_from_its_first_day_to_its_last_or_until_it_is_ended() {
        assertThat(PAIRED.opens(TODAY.minusDays(4))).isFalse();
        assertThat(PAIRED.opens(TODAY.minusDays(3))).isTrue();
        assertThat(PAIRED.opens(TODAY.plusDays(3))).isTrue();
        assertThat(PAIRED.opens(TODAY.plusDays(4))).isFalse();
        var ended = new Pairing(PAIRED.id(), PAIRED.cycle(), PEER, OWNER, PAIRED.from(), PAIRED.until(), TODAY);
        assertThat(ended.opens(TODAY.minusDays(1))).isTrue();
        assertThat(ended.opens(TODAY)).isFalse();
        assertThatThrownBy(() -> new Pairing(PAIRED.id(), PAIRED.cycle(), OWNER, OWNER, TODAY, TODAY, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pairing(PAIRED.id(), PAIRED.cycle(), PEER, OWNER, TODAY, TODAY.minusDays(1), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void proposed_pairs_share_the_work_evenly_and_nobody_gets_their_own() {
        var random = new Random(20261005);
        for (int n = 2; n <= 12; n++)
            for (int each = 1; each <= 3; each++) {
                var all = IntStream.range(0, n).mapToObj(i -> new UUID(random.nextLong(), random.nextLong())).toList();
                var pairs = Pairing.proposed(all, each, Set.of());
                int due = Math.min(each, n - 1);
                assertThat(pairs).hasSize(n * due).doesNotHaveDuplicates()
                        .allSatisfy(p -> assertThat(p.reviewer()).isNotEqualTo(p.owner()));
                for (var one : all) {
                    assertThat(pairs.stream().filter(p -> p.reviewer().equals(one))).hasSize(due);
                    assertThat(pairs.stream().filter(p -> p.owner().equals(one))).hasSize(due);
                }
                if (n > 2 * due)
                    assertThat(pairs).as("%s of %s", due, n).noneMatch(p -> pairs.contains(p.other()));
            }
        assertThat(Pairing.proposed(List.of(OWNER), 2, Set.of())).isEmpty();
        assertThat(Pairing.proposed(List.of(), 2, Set.of())).isEmpty();
    }

    @Test
    void last_years_pairs_are_avoided_where_that_can_be() {
        var all = IntStream.range(0, 6).mapToObj(i -> new UUID(1, i)).toList();
        var first = Pairing.proposed(all, 1, Set.of());
        var second = Pairing.proposed(all, 1, new HashSet<>(first));
        assertThat(second).doesNotContainAnyElementsOf(first).hasSize(6);
        var third = new HashSet<>(first);
        third.addAll(second);
        assertThat(Pairing.proposed(all, 1, third)).doesNotContainAnyElementsOf(third);
    }

    @Test
    void every_fault_says_what_to_do() {
        assertThat(Arrays.stream(Fault.values()).map(Fault::words)).doesNotHaveDuplicates()
                .allSatisfy(w -> assertThat(w).isNotBlank().doesNotEndWith("."));
    }

    private static Declaration declared(Relationship... relationships) {
        return new Declaration(new UUID(0, 32), PEER, OWNER, STAFF, List.of(relationships), AT, null);
    }

    private static List<Fault> faults(UUID who, @Nullable Declaration declaration) {
        return WhoRates.faults(Voice.PEER, at(who, declaration));
    }

    private static Sitting at(UUID who, @Nullable Declaration declaration) {
        return new Sitting(who, OWNER, BOARD, true, CycleState.PEER_REVIEW, ReturnState.UNDER_CHALLENGE, TODAY, PAIRED,
                declaration);
    }

    private static Sitting at(UUID who, CycleState stage) {
        return new Sitting(who, OWNER, BOARD, true, stage, ReturnState.UNDER_CHALLENGE, TODAY, PAIRED, declared());
    }

    private static Sitting with(UUID who, ReturnState state) {
        return new Sitting(who, OWNER, BOARD, true, CycleState.PEER_REVIEW, state, TODAY, PAIRED, declared());
    }

    @Test
    void a_minute_is_good_when_it_can_be_found_again_and_was_held() {
        assertThat(MINUTE.good(TODAY)).isTrue();
        assertThat(new Minute("Panel", "1", LocalDate.of(2026, 10, 6)).good(TODAY)).isFalse();
    }
}
