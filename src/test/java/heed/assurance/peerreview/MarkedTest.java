package heed.assurance.peerreview;

import static org.assertj.core.api.Assertions.assertThat;

import heed.assurance.check.Place;
import heed.assurance.peerreview.EvidenceSample.Removal;
import heed.assurance.peerreview.EvidenceSample.Why;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Brackets around what is left out of a statement, as somebody types them. */
class MarkedTest {
    private static final EvidenceSample SAMPLE = new EvidenceSample(new Place("1.1", Place.Part.EVIDENCE, 1),
            "Crew of Jo Alder met in May", List.of(new Removal(8, 16, Why.PERSON)), null);

    private static List<Removal> read(String typed) {
        return Marked.read(SAMPLE, typed).orElseThrow().removed();
    }

    @Test
    void what_is_left_out_is_shown_in_brackets_and_read_back_with_its_reason() {
        assertThat(Marked.shown(SAMPLE)).isEqualTo("Crew of [[Jo Alder]] met in May");
        assertThat(read(Marked.shown(SAMPLE))).containsExactly(new Removal(8, 16, Why.PERSON));
    }

    @Test
    void other_brackets_take_the_place_of_those_that_were_there() {
        assertThat(read("[[Crew of Jo]] Alder met in [[May]]")).containsExactly(new Removal(0, 10, Why.OTHER),
                new Removal(24, 27, Why.OTHER));
        assertThat(read("Crew of Jo Alder met in May\r\n")).isEmpty();
        assertThat(read("Crew of [[]]Jo Alder met in May")).isEmpty();
    }

    @Test
    void other_words_and_brackets_that_do_not_match_are_no_marks() {
        for (var typed : List.of("Crew of [[Jo Alder met in May", "Crew of Jo Alder]] met in May",
                "Crew of ]]Jo Alder[[ met in May", "Crew of somebody met in May", ""))
            assertThat(Marked.read(SAMPLE, typed)).as(typed).isEmpty();
    }

    @Test
    void a_marked_statement_has_to_be_read_through_again() {
        var read = Marked.read(SAMPLE.readThrough(new java.util.UUID(0, 1)), "Crew of Jo Alder met in May")
                .orElseThrow();
        assertThat(read.printable()).isFalse();
    }
}
