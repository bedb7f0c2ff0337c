package heed.assurance.peerreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.assurance.check.Answer;
import heed.assurance.check.Checks;
import heed.assurance.check.Draft;
import heed.assurance.check.Finding;
import heed.assurance.check.Passage;
import heed.assurance.check.Place;
import heed.assurance.evidence.Window;
import heed.assurance.peerreview.EvidenceSample.Removal;
import heed.assurance.peerreview.EvidenceSample.Why;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What of the evidence is printed for reviewers: invariant 22. */
class EvidenceSampleTest {
    private static final Place PLACE = new Place("1.1", Place.Part.EVIDENCE, 1);
    private static final String TEXT = "Crews are trained each spring. Ring Mr Tolliver on 07700 900 123. The log is kept.";

    @Test
    void what_the_check_finds_is_left_out_before_anybody_looks() {
        var passage = new Passage(PLACE, TEXT);
        var findings = Checks.of(new Draft(List.of(new Answer("1.1", List.of(passage), false, null, true)),
                new Window(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)), LocalDate.of(2026, 10, 5)));
        assertThat(findings).anyMatch(f -> f.kind() == Finding.Kind.DISCLOSURE);
        assertThat(EvidenceSample.of(passage, findings).shown()).doesNotContain("Tolliver", "07700")
                .startsWith("Crews are trained each spring. ").endsWith(" The log is kept.")
                .contains("[removed: a person may be known by this]");
    }

    @Test
    void a_finding_that_cannot_be_placed_costs_the_paragraph_and_one_elsewhere_costs_nothing() {
        var passage = new Passage(PLACE, TEXT);
        var lost = new Finding(Finding.Kind.DISCLOSURE, Finding.Sure.LIKELY, "", PLACE, "words cut short …", null,
                null);
        var elsewhere = new Finding(Finding.Kind.DISCLOSURE, Finding.Sure.LIKELY, "",
                new Place("1.2", Place.Part.EVIDENCE, 1), "The log is kept.", null, null);
        var other = new Finding(Finding.Kind.OUT_OF_WINDOW, Finding.Sure.LIKELY, "", PLACE, "The log is kept.", null,
                null);
        assertThat(EvidenceSample.of(passage, List.of(lost)).shown())
                .isEqualTo("[removed: a person may be known by this]");
        assertThat(EvidenceSample.of(passage, List.of(elsewhere, other)).shown()).isEqualTo(TEXT);
    }

    @Test
    void gaps_stand_in_order_and_join_where_they_overlap() {
        var sample = sample(new Removal(5, 8, Why.NAME), new Removal(0, 3, Why.NAME), new Removal(7, 10, Why.NAME));
        assertThat(sample.removed()).containsExactly(new Removal(0, 3, Why.NAME), new Removal(5, 10, Why.NAME));
        assertThat(sample.shown()).isEqualTo("[removed: name]ws[removed: name]trained each spring. Ring Mr Tolliver on"
                + " 07700 900 123. The log is kept.");
        assertThat(sample(new Removal(0, 3, Why.NAME), new Removal(2, 5, Why.STORY)).removed())
                .containsExactly(new Removal(0, 5, Why.OTHER));
        for (var outside : List.of(new Removal(-1, 2, Why.NAME), new Removal(0, 999, Why.NAME),
                new Removal(4, 4, Why.NAME)))
            assertThatThrownBy(() -> sample(outside)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_is_printed_before_it_was_read_through_as_it_is_now() {
        var sample = sample();
        assertThatThrownBy(sample::printed).isInstanceOf(IllegalStateException.class);
        var read = sample.readThrough(new UUID(0, 7));
        assertThat(read.printed()).isEqualTo(TEXT);
        assertThat(read.leavingOut(List.of(new Removal(0, 5, Why.NAME))).printable()).isFalse();
        assertThat(read.toString()).isEqualTo("EvidenceSample[1.1 Evidence p1]");
    }

    private static EvidenceSample sample(Removal... removed) {
        return new EvidenceSample(PLACE, TEXT, List.of(removed), null);
    }
}
