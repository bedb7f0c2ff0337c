package heed.assurance.peerreview;

import static heed.assurance.peerreview.Asking.*;
import static org.assertj.core.api.Assertions.assertThat;

import heed.assurance.exercise.Audience;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.RatingRules;
import heed.assurance.exercise.RatingScale;
import heed.assurance.exercise.ReturnState;
import heed.assurance.exercise.Verdict;
import heed.assurance.exercise.Voice;
import heed.assurance.paper.Mapping;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.Papers;
import heed.assurance.paper.Source;
import heed.assurance.paper.Sources;
import heed.assurance.peerreview.IndependentReview.Area;
import heed.assurance.peerreview.IndependentReview.Fault;
import heed.assurance.peerreview.IndependentReview.Impact;
import heed.assurance.peerreview.IndependentReview.Limitation;
import heed.assurance.peerreview.IndependentReview.Member;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reviews by people from outside: what they found, and what weakens it. */
class ReviewTest {
    private static final Member CHAIR = new Member("Chair of a board elsewhere", false);

    @Test
    void a_review_says_who_they_were_and_how_they_worked() {
        assertThat(review(List.of(CHAIR), List.of(ReviewMethod.INTERVIEWS), List.of(), List.of()).faults(impact()))
                .isEmpty();
        assertThat(review(List.of(), List.of(), List.of(), List.of()).faults(impact())).containsExactly(Fault.NO_TEAM,
                Fault.NO_METHODS);
        assertThat(
                review(List.of(CHAIR, new Member("Head of housing", true)), List.of(ReviewMethod.INTERVIEWS), List.of(),
                        List.of()).faults(impact()))
                .containsExactly(Fault.NOT_INDEPENDENT);
        assertThat(new IndependentReview(new UUID(6, 1), OWNER, ReviewKind.AUDIT, " ", TODAY, TODAY.minusDays(1),
                List.of(CHAIR), List.of(ReviewMethod.FIGURES), List.of(), List.of(), List.of(), "").faults(impact()))
                .containsExactly(Fault.NO_TITLE, Fault.DATES);
    }

    @Test
    void a_method_is_not_used_and_lacking_for_the_whole_but_may_lack_for_a_part() {
        var whole = new Limitation("No files were given.", List.of(ReviewMethod.CASE_FILES), List.of());
        var part = new Limitation("No files of housing.", List.of(ReviewMethod.CASE_FILES), List.of("Housing"));
        assertThat(review(List.of(CHAIR), List.of(ReviewMethod.CASE_FILES), List.of(whole), List.of()).faults(impact()))
                .containsExactly(Fault.METHOD_LACKED);
        assertThat(review(List.of(CHAIR), List.of(ReviewMethod.CASE_FILES), List.of(part), List.of()).faults(impact()))
                .isEmpty();
    }

    @Test
    void levels_of_impact_are_of_their_own_scale_and_hold_in_full_or_in_part() {
        assertThat(of(new Impact("", "impact", 1, List.of("1", "2"), List.of("3")))).isEmpty();
        assertThat(of(new Impact("Housing", "impact", 1, List.of("2"), List.of()),
                new Impact("", "impact", 1, List.of("2"), List.of()))).isEmpty();
        assertThat(of(new Impact("", "impact", 1, List.of("2"), List.of("2")))).containsExactly(Fault.LEVEL_TWICE);
        assertThat(of(new Impact("", "impact", 1, List.of("9"), List.of()))).containsExactly(Fault.NO_SUCH_LEVEL);
        assertThat(of(new Impact("", "impact", 1, List.of(), List.of()))).containsExactly(Fault.NO_SUCH_LEVEL);
        assertThat(of(new Impact("", "four", 1, List.of("2"), List.of()))).containsExactly(Fault.NO_SUCH_LEVEL);
        assertThat(of(new Impact("", "impact", 2, List.of("2"), List.of()))).containsExactly(Fault.NO_SUCH_LEVEL);
        assertThat(of(new Impact("Parks", "impact", 1, List.of("2"), List.of()))).containsExactly(Fault.NO_SUCH_AREA);
        assertThat(of(new Impact("", "impact", 1, List.of("2"), List.of()),
                new Impact("", "impact", 1, List.of("3"), List.of())))
                .containsExactly(Fault.AREA_TWICE);
    }

    @Test
    void levels_of_impact_are_said_in_words() {
        assertThat(new Impact("", "impact", 1, List.of("1", "2"), List.of("3")).shown(impact()))
                .isEqualTo("Level 1, Level 2; in part Level 3");
        assertThat(new Impact("", "impact", 1, List.of("2"), List.of()).shown(impact())).isEqualTo("Level 2");
        assertThat(new Impact("", "impact", 1, List.of(), List.of("3")).shown(impact())).isEqualTo("In part Level 3");
    }

    @Test
    void a_limitation_stands_beside_every_rating_it_weakens_and_beside_no_other() {
        var whole = new Limitation("No files were given.", List.of(), List.of());
        var housing = new Limitation("Housing staff were away.", List.of(), List.of("Housing"));
        var parks = new Limitation("Parks were shut.", List.of(), List.of("Parks"));
        var review = new IndependentReview(new UUID(6, 1), OWNER, ReviewKind.COMMISSIONED, "Review", null, null,
                List.of(CHAIR), List.of(ReviewMethod.INTERVIEWS), List.of(whole, housing, parks),
                List.of(new Area("Housing", List.of("1.1", "1.2")), new Area("Parks", List.of("2.1"))), List.of(), "");
        assertThat(review.weakening("1.2")).containsExactly(whole, housing);
        assertThat(review.weakening("2.1")).containsExactly(whole, parks);
        assertThat(review.weakening("9.9")).containsExactly(whole);
        var undivided = new IndependentReview(review.id(), OWNER, ReviewKind.COMMISSIONED, "Review", null, null,
                List.of(CHAIR), review.methods(), review.limitations(),
                List.of(new Area("Housing", List.of()), new Area("Parks", List.of("2.1"))), List.of(), "");
        assertThat(undivided.weakening("1.1")).as("nobody said what Housing holds").containsExactly(whole, housing);
        assertThat(undivided.weakening("2.1")).containsExactly(whole, parks);
    }

    @Test
    void a_rating_of_a_review_rests_on_it_and_passes_the_rules_of_ratings() {
        var made = review(List.of(CHAIR), List.of(ReviewMethod.INTERVIEWS), List.of(), List.of()).rating("1.1",
                Audience.ALL, scale(), new Verdict.Level("G", null), THIRD, STAFF, AT, null);
        assertThat(made.voice()).isEqualTo(Voice.INDEPENDENT);
        assertThat(RatingRules.check(made, new RatingRules.Against(OWNER, scale(), ReturnState.SUBMITTED, false, false,
                null))).isEmpty();
    }

    @Test
    void one_sentence_of_an_old_paper_rates_every_standard_it_covers_and_says_where_it_stands() {
        var codes = IntStream.rangeClosed(1, 12).mapToObj(i -> "S" + i).toList();
        for (var voice : List.of(Voice.SELF, Voice.PEER)) {
            var judgement = new PastJudgement(voice, voice == Voice.SELF ? OWNER : BOARD, codes,
                    new Verdict.Level("B", null), " Review, paragraph 1.2 ", null);
            assertThat(judgement.faults(TODAY)).isEmpty();
            var made = judgement.ratings(scale(), STAFF, AT);
            assertThat(made).hasSize(12).extracting(r -> r.item()).containsExactlyElementsOf(codes);
            assertThat(made).allSatisfy(r -> {
                assertThat(r.transcribed()).isEqualTo("Review, paragraph 1.2");
                assertThat(RatingRules.check(r,
                        new RatingRules.Against(OWNER, scale(), ReturnState.SUBMITTED, false, false,
                                new Verdict.NotRecoverable())))
                        .isEmpty();
            });
        }
    }

    @Test
    void an_old_judgement_has_standards_and_a_source() {
        var ahead = new Rating.Ground(Rating.Ground.Kind.MINUTE, "Board 1",
                TODAY.plusDays(1));
        assertThat(new PastJudgement(Voice.SELF, OWNER, List.of(), new Verdict.NotRated(), " ", null).faults(TODAY))
                .containsExactly(PastJudgement.Fault.NOTHING, PastJudgement.Fault.NO_SOURCE);
        assertThat(new PastJudgement(Voice.AGREED, BOARD, List.of("1", "1"), new Verdict.NotRated(), "Paper", ahead)
                .faults(TODAY)).containsExactly(PastJudgement.Fault.TWICE, PastJudgement.Fault.AHEAD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The team read policies and other documentation.      | DOCUMENTS
            We interviewed twelve managers and ran a workshop.   | INTERVIEWS,FOCUS_GROUPS
            Twenty case records were dip-sampled.                | CASE_FILES
            A questionnaire went to all staff.                   | SURVEY
            Reception was observed for a day.                    | OBSERVATION
            Tenants, carers spoken to and performance data read. | FIGURES,PEOPLE_HEARD
            Nothing of the kind stands here.                     | ''
            """)
    void a_method_is_known_by_its_words(String text, String methods) {
        assertThat(ReviewMethod.in(text)).extracting(Enum::name)
                .containsExactlyElementsOf(methods.isEmpty() ? List.of() : List.of(methods.split(",")));
    }

    @Test
    void a_review_of_another_shape_says_its_methods_limits_and_impact() {
        var read = read("""
                Review of safer services
                March 2025

                1 How we worked

                1.1 Information was gathered in interviews, and by reading documents. Files were looked at too.

                The impact model

                Level 1 impacts are changes to processes.
                Level 2 impacts are changes to what staff think.
                Level 3 impacts change outcomes for people.
                Level 4 impacts are lasting.

                2 What we found

                2.1 Leading

                Strengths

                2.1.1 There is a clear lead.

                Areas for development

                2.1.2 Reports are late.
                2.1.3 The team could not examine case files of this service.
                2.1.4 The council is operating at level 1 here, but is reaching level 3 in some teams.

                2.2 Learning

                Strengths

                2.2.1 Training is well attended.

                Areas for development

                2.2.2 Its impact is not known.
                2.2.3 The council is operating at level 2 here.

                Recommendation 1

                The council should:

                - Report on time.
                """);
        assertThat(read.methods()).containsExactly(ReviewMethod.DOCUMENTS, ReviewMethod.INTERVIEWS);
        assertThat(read.limitations()).singleElement().satisfies(l -> {
            assertThat(l.without()).containsExactly(ReviewMethod.CASE_FILES);
            assertThat(l.areas()).hasSize(1);
        });
        assertThat(read.impact()).extracting(ReviewRead.Found::levels).containsExactly(List.of("1"), List.of("2"));
        assertThat(read.impact()).extracting(ReviewRead.Found::inPart).containsExactly(List.of("3"), List.of());
        assertThat(read.impact()).extracting(ReviewRead.Found::area).containsExactlyElementsOf(read.areas());
    }

    @Test
    void every_fault_says_what_to_do() {
        assertThat(Arrays.stream(Fault.values()).map(Fault::words)).doesNotHaveDuplicates()
                .allSatisfy(w -> assertThat(w).isNotBlank().doesNotEndWith("."));
    }

    private static List<Fault> of(Impact... impact) {
        return review(List.of(CHAIR), List.of(ReviewMethod.INTERVIEWS), List.of(), List.of(impact)).faults(impact());
    }

    private static IndependentReview review(List<Member> team, List<ReviewMethod> methods, List<Limitation> limitations,
            List<Impact> impact) {
        return new IndependentReview(new UUID(6, 1), OWNER, ReviewKind.COMMISSIONED, "Review", LocalDate.of(2025, 3, 1),
                LocalDate.of(2025, 3, 9), team, methods, limitations, List.of(new Area("Housing", List.of("1.1"))),
                impact, "");
    }

    /** Four levels without an order. */
    private static RatingScale impact() {
        return new RatingScale("impact", 1, "Impact", IntStream.rangeClosed(1, 4)
                .mapToObj(i -> new RatingScale.Step("" + i, "Level " + i, "", "Change " + i, List.of())).toList(),
                Map.of(),
                List.of());
    }

    private static ReviewRead read(String text) {
        return ReviewRead.of(Papers.read(PaperKind.REVIEW,
                ((Source.Lines) Sources.of(text.getBytes(StandardCharsets.UTF_8))).lines(), Mapping.NONE));
    }
}
