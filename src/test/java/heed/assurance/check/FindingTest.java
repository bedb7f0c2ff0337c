package heed.assurance.check;

import static org.assertj.core.api.Assertions.assertThat;

import heed.assurance.check.Finding.Kind;
import heed.assurance.evidence.Standing;
import heed.assurance.evidence.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules of the checker one by one, each with its opposite. */
class FindingTest {
    private static final LocalDate WRITTEN = LocalDate.of(2025, 12, 31);

    private static Answer answer(String code, String response, String... evidence) {
        return answer(code, null, false, response, evidence);
    }

    private static Answer answer(String code, @org.jspecify.annotations.Nullable Judgement judgement, boolean settled,
            String response,
            String... evidence) {
        var passages = new ArrayList<Passage>();
        passages.add(new Passage(new Place(code, Place.Part.RESPONSE, 1), response));
        for (int i = 0; i < evidence.length; i++)
            passages.add(new Passage(new Place(code, Place.Part.EVIDENCE, i + 1), evidence[i]));
        return new Answer(code, passages, false, judgement, settled);
    }

    private static List<Finding> findings(Answer... answers) {
        return Checks.of(new Draft(List.of(answers), Window.yearTo(WRITTEN), WRITTEN));
    }

    private static List<Kind> kinds(Answer... answers) {
        return findings(answers).stream().map(Finding::kind).toList();
    }

    @Test
    void a_date_in_another_word_order_contradicts_all_the_same() {
        assertThat(kinds(answer("1", "In May 2025 the boat policy was approved by the crew."),
                answer("2", "The crew adopted the boat policy in July 2025.")))
                .containsExactly(Kind.DATE_CONFLICT);
        assertThat(kinds(answer("1", "In May 2025 the boat policy was approved by the crew."),
                answer("2", "The crew adopted the dog policy in July 2025."))).isEmpty();
    }

    @Test
    void a_pronoun_stands_for_what_was_spoken_of() {
        assertThat(kinds(answer("1",
                "The harbour pilot helps young sailors. It was launched in May 2023 and has been extended until May 2026."),
                answer("2", "Our harbour pilot ends in March 2027."))).containsExactly(Kind.DATE_CONFLICT);
    }

    @Test
    void figures_of_two_owners_do_not_contradict() {
        assertThat(kinds(answer("1", "The depot has 34 seasonal workers."),
                answer("2", "The museum has 43 seasonal workers."))).isEmpty();
        assertThat(kinds(answer("1", "The depot has 34 seasonal workers."),
                answer("2", "The depot has 43 seasonal workers.")))
                .containsExactly(Kind.FIGURE_CONFLICT);
    }

    @Test
    void a_rating_that_asks_for_an_action_is_settled_by_one_or_by_a_reason() {
        var amber = new Judgement("Amber", Set.of(Judgement.Need.ACTION));
        assertThat(kinds(answer("1", amber, false, "We try."))).containsExactly(Kind.NO_ACTION);
        assertThat(kinds(answer("1", amber, true, "We try."))).isEmpty();
    }

    @Test
    void a_rating_that_asks_for_evidence_needs_some_from_the_window() {
        var blue = new Judgement("Blue", Set.of(Judgement.Need.EVIDENCE));
        assertThat(kinds(answer("1", blue, false, "We do.", "Done in May 2023."))).containsExactly(Kind.NO_EVIDENCE);
        assertThat(kinds(answer("1", blue, false, "We do.", "Done."))).containsExactly(Kind.NO_EVIDENCE);
        assertThat(kinds(answer("1", blue, false, "We do.", "Done in May 2025."))).isEmpty();
    }

    @Test
    void what_somebody_said_of_when_evidence_is_about_counts_and_not_its_words() {
        var blue = new Judgement("Blue", Set.of(Judgement.Need.EVIDENCE));
        var place = new Place("1", Place.Part.EVIDENCE, 1);
        assertThat(
                kinds(new Answer("1", List.of(new Passage(place, "The count of the autumn.", Standing.IN)), true, blue,
                        false)))
                .isEmpty();
        assertThat(
                kinds(new Answer("1", List.of(new Passage(place, "The policy of May 2023.", Standing.IN)), true, blue,
                        false)))
                .isEmpty();
        assertThat(kinds(
                new Answer("1", List.of(new Passage(place, "Seen in May 2025.", Standing.OUT)), true, blue, false)))
                .containsExactly(Kind.OUT_OF_WINDOW, Kind.NO_EVIDENCE);
    }

    @Test
    void a_law_named_after_a_person_is_no_person() {
        assertThat(kinds(answer("1", "Helen's Law is explained on the site."))).isEmpty();
        assertThat(kinds(answer("1", "Helen Marrick is to ring the hub."))).containsExactly(Kind.DISCLOSURE);
    }

    @Test
    void text_that_has_hardly_a_space_is_checked_like_any_other() {
        var joined = "Housing/parks/leisure/waste/planning/museums/harbours/licensing/markets/libraries/cemeteries.";
        assertThat(kinds(answer("1", joined), answer("2", joined))).containsExactly(Kind.PASTE_DUPLICATE);
        assertThat(kinds(answer("1", "The boat policy is reviewed every 99999999999 days."))).isEmpty();
    }

    @Test
    void sentences_pasted_from_one_paragraph_are_one_passage() {
        var first = "Every crew has a card with the numbers to ring and a name to ask for on each shift.";
        var second = "Whoever cannot name an officer is shown the card and asked once more the week after that.";
        assertThat(findings(answer("1", first + " " + second), answer("2", first + " " + second))).singleElement()
                .satisfies(f -> {
                    assertThat(f.says()).isEqualTo(first + " " + second);
                    assertThat(f.against()).isEqualTo(first + " " + second);
                });
        assertThat(findings(answer("1", first, second), answer("2", first, second)))
                .as("two pairs of places").hasSize(2);
    }

    @Test
    void text_said_twice_within_one_answer_is_not_pasted_between_answers() {
        var said = "Crews check every rope and every ladder before they leave the harbour in the morning.";
        assertThat(kinds(answer("1", said, said))).isEmpty();
        assertThat(kinds(answer("1", said), answer("2", said), answer("3", said)))
                .containsExactly(Kind.PASTE_DUPLICATE, Kind.PASTE_DUPLICATE);
    }

    @Test
    void no_finding_tells_a_log_what_the_return_says() {
        var found = Checks.of(new Draft(List.of(answer("1", "A tenant lost his home and he was ill.")),
                Window.yearTo(WRITTEN), WRITTEN));
        assertThat(found).singleElement().extracting(Object::toString).isEqualTo("DISCLOSURE 1 Response p1");
    }

    @Test
    void an_empty_return_and_odd_text_are_checked_without_failing() {
        assertThat(kinds()).isEmpty();
        var random = new java.util.Random(7);
        var parts = new String[]{"the ", "audit ", "was ", "in May 2025 ", ". ", "\n", "12 ", "34.5% ", "“", "\"",
                "and ", "which ", "it ",
                "? ", "• ", "\t", "Mr ", "Ann ", "of ", "A ", "'", "he ", ": ", "every ", "monthly ", "by the "};
        for (int n = 0; n < 500; n++) {
            var text = new StringBuilder("x");
            for (int k = random.nextInt(40); k > 0; k--)
                text.append(parts[random.nextInt(parts.length)]);
            for (var finding : Checks.of(new Draft(List.of(answer("1", text.toString(), text.reverse().toString())),
                    Window.yearTo(WRITTEN), WRITTEN)))
                assertThat(finding.place().item()).isEqualTo("1");
        }
    }
}
