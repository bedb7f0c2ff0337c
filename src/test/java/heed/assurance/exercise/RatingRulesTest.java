package heed.assurance.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.assurance.exercise.Rating.Ground;
import heed.assurance.exercise.RatingRules.Against;
import heed.assurance.exercise.RatingRules.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a rating has to be: invariants 2, 3, 5, 6 and 7. */
class RatingRulesTest {
    private static final UUID US = UUID.randomUUID();
    private static final UUID THEM = UUID.randomUUID();
    private static final Instant AT = Instant.parse("2026-10-05T09:00:00Z");
    private static final Ground PANEL = new Ground(Ground.Kind.PANEL, "Panel 3", LocalDate.of(2026, 11, 2));
    private static final Ground CHALLENGE = new Ground(Ground.Kind.CHALLENGE, "Challenge 7", null);

    private final RatingScale scale = OnScale.facets();

    @ParameterizedTest
    @CsvSource({"met,ready,B", "met,not_ready,G", "nearly,ready,G", "nearly,not_ready,G", "begun,ready,A",
            "begun,not_ready,A", "not_begun,ready,R", "not_begun,not_ready,R"})
    void a_letter_follows_from_its_two_answers(String attainment, String evidenced, String letter) {
        var facets = new Facets(attainment, evidenced);
        assertThat(scale.derive(facets).code()).isEqualTo(letter);
        assertThat(check(own(new Verdict.Level(letter, facets)), open(true))).isEmpty();
        for (var other : List.of("B", "G", "A", "R"))
            if (!other.equals(letter))
                assertThat(check(own(new Verdict.Level(other, facets)), open(true))).containsExactly(Fault.PICKED);
    }

    @Test
    void answers_from_another_scale_give_no_letter() {
        assertThatThrownBy(() -> scale.derive(new Facets("all", "most"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_letter_without_its_answers_is_taken_from_a_paper_only() {
        var alone = new Verdict.Level("G", null);
        assertThat(check(own(alone), open(true))).containsExactly(Fault.PICKED);
        assertThat(check(from(own(alone), "Report of 2017, section 3.2"), open(true))).isEmpty();
        assertThat(check(own(alone, OnScale.picked()), against(OnScale.picked(), ReturnState.IN_PROGRESS, true)))
                .isEmpty();
    }

    @Test
    void the_best_level_needs_evidence_from_the_window_or_words_that_everybody_sees() {
        var best = new Verdict.Level("B", new Facets("met", "ready"));
        assertThat(check(own(best), open(false))).containsExactly(Fault.NOT_EVIDENCED);
        assertThat(check(own(best), open(true))).isEmpty();
        assertThat(check(because(own(best), " "), open(false))).containsExactly(Fault.NOT_EVIDENCED);
        assertThat(check(because(own(best), "Shown on the visit; the paper is with the board"), open(false)))
                .isEmpty();
    }

    @Test
    void a_level_of_another_scale_is_none_of_this_one_though_the_letter_is_the_same() {
        var elsewhere = own(new Verdict.Level("B", null), OnScale.picked());
        assertThat(check(elsewhere, open(true))).containsExactly(Fault.OTHER_SCALE);
        var newer = new RatingScale(scale.code(), 2, scale.title(), scale.levels(), scale.derived(), scale.asks());
        assertThat(check(own(new Verdict.NotRated(), newer), open(true))).containsExactly(Fault.OTHER_SCALE);
        assertThat(check(own(new Verdict.Level("X", null)), open(true))).containsExactly(Fault.NO_SUCH_LEVEL);
    }

    @Test
    void an_own_rating_is_the_owners_and_a_peers_never_is() {
        assertThat(check(by(own(new Verdict.NotRated()), Voice.SELF, THEM, null), open(true)))
                .containsExactly(Fault.NOT_THEIRS);
        assertThat(check(by(own(new Verdict.Level("A", null)), Voice.PEER, US, null), open(true)))
                .containsExactly(Fault.OWN_PEER);
        assertThat(check(by(own(new Verdict.Level("A", null)), Voice.PEER, THEM, null), open(true))).isEmpty();
    }

    @Test
    void a_moderated_rating_has_a_panel_and_an_agreed_one_a_minute_each_with_its_date() {
        var level = own(new Verdict.Level("G", null));
        var minute = new Ground(Ground.Kind.MINUTE, "Minute 14", LocalDate.of(2026, 12, 1));
        assertThat(check(by(level, Voice.MODERATED, THEM, null), open(true))).containsExactly(Fault.NO_PANEL);
        assertThat(check(by(level, Voice.MODERATED, THEM, minute), open(true))).containsExactly(Fault.NO_PANEL);
        assertThat(check(by(level, Voice.MODERATED, THEM, new Ground(Ground.Kind.PANEL, "Panel", null)), open(true)))
                .containsExactly(Fault.NO_PANEL);
        assertThat(check(by(level, Voice.MODERATED, THEM, PANEL), open(true))).isEmpty();
        assertThat(check(by(level, Voice.AGREED, THEM, PANEL), open(true))).containsExactly(Fault.NO_MINUTE);
        assertThat(check(by(level, Voice.AGREED, THEM, minute), open(true))).isEmpty();
        assertThat(check(by(level, Voice.INDEPENDENT, THEM, null), open(true))).containsExactly(Fault.NO_REVIEW);
        assertThat(check(by(level, Voice.INDEPENDENT, THEM, new Ground(Ground.Kind.REVIEW, "Review", null)),
                open(true))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ReturnState.class)
    void after_submission_an_own_rating_changes_with_a_challenge_or_a_dated_panel_only(ReturnState state) {
        var amber = own(new Verdict.Level("A", new Facets("begun", "ready")));
        var there = against(scale, state, true);
        assertThat(check(amber, there).contains(Fault.AFTER_SUBMISSION)).isEqualTo(state.submitted());
        assertThat(check(by(amber, Voice.SELF, US, CHALLENGE), there)).isEmpty();
        assertThat(check(by(amber, Voice.SELF, US, PANEL), there)).isEmpty();
        assertThat(check(by(amber, Voice.SELF, US, new Ground(Ground.Kind.PANEL, "Panel", null)), there)
                .contains(Fault.AFTER_SUBMISSION)).isEqualTo(state.submitted());
        assertThat(check(by(amber, Voice.SELF, US, new Ground(Ground.Kind.CHALLENGE, " ", null)), there)
                .contains(Fault.AFTER_SUBMISSION)).isEqualTo(state.submitted());
    }

    @Test
    void a_lost_rating_is_typed_in_once_and_only_as_long_as_it_is_lost() {
        var typed = from(own(new Verdict.Level("G", null)), "The signed copy of 2022");
        for (var before : List.of(new Verdict.NotRecoverable(), new Verdict.NotRated()))
            assertThat(check(typed, new Against(US, scale, ReturnState.SUBMITTED, true, false, before))
                    .contains(Fault.AFTER_SUBMISSION)).isEqualTo(before instanceof Verdict.NotRated);
        assertThat(check(typed, new Against(US, scale, ReturnState.SUBMITTED, true, false, null))).isEmpty();
    }

    @Test
    void not_applicable_needs_a_reason_and_not_rated_does_not() {
        assertThat(check(own(new Verdict.NotApplicable(" ")), open(true))).containsExactly(Fault.NO_REASON);
        assertThat(check(own(new Verdict.NotApplicable("No such service here")), open(true))).isEmpty();
        assertThat(check(own(new Verdict.NotRated()), open(true))).isEmpty();
    }

    @Test
    void only_a_paper_can_have_lost_a_rating() {
        assertThat(check(own(new Verdict.NotRecoverable()), open(true))).containsExactly(Fault.NO_SUCH_LEVEL);
        assertThat(check(from(own(new Verdict.NotRecoverable()), "Paper of 2022"), open(true))).isEmpty();
    }

    @Test
    void children_and_adults_stand_apart_only_where_the_framework_has_both() {
        var children = about(own(new Verdict.NotRated()), Audience.CHILDREN);
        assertThat(check(children, open(true))).isEmpty();
        assertThat(check(children, new Against(US, scale, ReturnState.IN_PROGRESS, false, true, null)))
                .containsExactly(Fault.ONE_AUDIENCE);
    }

    @Test
    void none_takes_the_place_of_another_but_a_voices_own_later_one() {
        var first = own(new Verdict.Level("A", new Facets("begun", "ready")));
        var later = later(own(new Verdict.Level("G", new Facets("nearly", "ready"))), 60);
        var peer = by(own(new Verdict.Level("R", null)), Voice.PEER, THEM, null);
        var other = by(own(new Verdict.Level("G", null)), Voice.PEER, UUID.randomUUID(), null);
        var children = about(own(new Verdict.NotRated()), Audience.CHILDREN);
        var moderated = by(later(own(new Verdict.Level("A", null)), 90), Voice.MODERATED, THEM, PANEL);
        var now = RatingRules.now(List.of(peer, later, first, moderated, other, children));
        assertThat(now).containsExactlyInAnyOrder(later, children, peer, other, moderated);
        assertThat(now.getFirst()).isEqualTo(later);
        assertThat(RatingRules.now(List.of(first, later))).containsExactly(later);
        assertThat(first.samePlace(later)).isTrue();
        assertThat(peer.samePlace(other)).isFalse();
    }

    @Test
    void every_fault_can_happen_and_says_what_to_do() {
        assertThat(Arrays.stream(Fault.values()).map(Fault::words)).doesNotHaveDuplicates()
                .allSatisfy(w -> assertThat(w).isNotBlank().doesNotEndWith("."));
    }

    private List<Fault> check(Rating rating, Against against) {
        return RatingRules.check(rating, against);
    }

    private Against open(boolean evidence) {
        return against(scale, ReturnState.IN_PROGRESS, evidence);
    }

    private static Against against(RatingScale scale, ReturnState state, boolean evidence) {
        return new Against(US, scale, state, true, evidence, null);
    }

    private Rating own(Verdict verdict) {
        return own(verdict, scale);
    }

    private static Rating own(Verdict verdict, RatingScale on) {
        return new Rating(UUID.randomUUID(), "1A", Voice.SELF, Audience.ALL, on.code(), on.version(), verdict, US,
                UUID.randomUUID(), AT, null, null, null);
    }

    private static Rating by(Rating r, Voice voice, UUID organisation, @Nullable Ground ground) {
        return new Rating(UUID.randomUUID(), r.item(), voice, r.audience(), r.scale(), r.scaleVersion(), r.verdict(),
                organisation, r.by(), r.at(), ground, r.override(), r.transcribed());
    }

    private static Rating because(Rating r, String why) {
        return new Rating(r.id(), r.item(), r.voice(), r.audience(), r.scale(), r.scaleVersion(), r.verdict(),
                r.organisation(), r.by(), r.at(), r.ground(), why, r.transcribed());
    }

    private static Rating from(Rating r, String paper) {
        return new Rating(r.id(), r.item(), r.voice(), r.audience(), r.scale(), r.scaleVersion(), r.verdict(),
                r.organisation(), r.by(), r.at(), r.ground(), r.override(), paper);
    }

    private static Rating about(Rating r, Audience audience) {
        return new Rating(UUID.randomUUID(), r.item(), r.voice(), audience, r.scale(), r.scaleVersion(), r.verdict(),
                r.organisation(), r.by(), r.at(), r.ground(), r.override(), r.transcribed());
    }

    private static Rating later(Rating r, int seconds) {
        return new Rating(UUID.randomUUID(), r.item(), r.voice(), r.audience(), r.scale(), r.scaleVersion(),
                r.verdict(), r.organisation(), r.by(), r.at().plusSeconds(seconds), r.ground(), r.override(),
                r.transcribed());
    }
}
