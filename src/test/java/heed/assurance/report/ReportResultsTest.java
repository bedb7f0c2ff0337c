package heed.assurance.report;

import static heed.assurance.report.ReportOf.item;
import static heed.assurance.report.ReportOf.own;
import static heed.assurance.report.ReportOf.rating;
import static org.assertj.core.api.Assertions.assertThat;

import heed.assurance.exercise.Audience;
import heed.assurance.exercise.SignedCopies;
import heed.assurance.exercise.Voice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Results are printed in letter and word, whose they are, and counted on both bases: invariants 5, 7 and 23. */
class ReportResultsTest {
    @Test
    void eight_blue_of_ten_rated_are_not_eight_of_eleven() {
        var results = ReportResults.of(ReportOf.copy());
        assertThat(results.counts())
                .containsExactly("Own rating: 8 Blue, 2 Green of 10 rated; 1 of 11 not rated (2E).");
        assertThat(results.rows()).hasSize(11);
        assertThat(results.rows().get(7).cells()).containsExactly("Not rated");
        assertThat(results.rows().get(3).cells()).containsExactly("G, Green");
    }

    @Test
    void every_voice_has_its_column_and_none_overwrites_another() {
        var results = ReportResults.of(ReportOf.copy(List.of(
                item("1A", own("B"), rating(Voice.PEER, Audience.ALL, "G"), rating(Voice.AGREED, Audience.ALL, "G")),
                item("1B", own("A"), rating(Voice.AGREED, Audience.ALL, "A")))));
        assertThat(results.columns()).containsExactly("Own rating", "Peer rating", "Agreed rating");
        assertThat(results.rows()).extracting(ReportResults.Row::cells).containsExactly(
                List.of("B, Blue", "G, Green", "G, Green"), List.of("A, Amber", "Not rated", "A, Amber"));
        assertThat(results.counts()).containsExactly("Own rating: 1 Blue, 1 Amber of 2 rated.",
                "Peer rating: 1 Green of 1 rated; 1 of 2 not rated (1B).",
                "Agreed rating: 1 Green, 1 Amber of 2 rated.");
    }

    @Test
    void two_peers_stand_beside_each_other() {
        var results = ReportResults.of(ReportOf.copy(List.of(
                item("1A", own("B"), rating(Voice.PEER, Audience.ALL, "G"), rating(Voice.PEER, Audience.ALL, "A")),
                item("1B", own("B"), rating(Voice.PEER, Audience.ALL, "B")))));
        assertThat(results.columns()).containsExactly("Own rating", "Peer rating", "Peer rating (2)");
        assertThat(results.rows()).extracting(ReportResults.Row::cells).containsExactly(
                List.of("B, Blue", "G, Green", "A, Amber"), List.of("B, Blue", "B, Blue", "Not rated"));
        assertThat(results.counts()).contains("Peer rating (2): 1 Amber of 1 rated; 1 of 2 not rated (1B).");
    }

    @Test
    void what_ratings_rest_on_stands_under_the_table() {
        var copy = ReportOf.copy(List.of(item("1A", rating(Voice.AGREED, Audience.ALL, "G")),
                item("1B", rating(Voice.AGREED, Audience.ALL, "A"), rating(Voice.MODERATED, Audience.ALL, "A")),
                item("1C", rating(Voice.MODERATED, Audience.ALL, "A"))));
        assertThat(ReportResults.of(copy, List.of(rests("1A", Voice.AGREED, "Board minute: 7, 3 May 2026"),
                rests("1B", Voice.AGREED, "Board minute: 7, 3 May 2026"),
                rests("1B", Voice.MODERATED, "Panel decision: 2, 1 April 2026"),
                rests("1C", Voice.MODERATED, "Panel decision: 3, 1 April 2026"))).notes()).containsExactly(
                        "Agreed rating: Board minute: 7, 3 May 2026",
                        "Moderated rating of 1B: Panel decision: 2, 1 April 2026",
                        "Moderated rating of 1C: Panel decision: 3, 1 April 2026");
    }

    private static SignedCopies.Rests rests(String item, Voice voice, String words) {
        return new SignedCopies.Rests(item, voice, words);
    }

    @Test
    void childrens_and_adults_ratings_stand_apart() {
        var results = ReportResults.of(ReportOf.copy(List.of(item("1A", rating(Voice.SELF, Audience.CHILDREN, "B"),
                rating(Voice.SELF, Audience.ADULTS, "R")))));
        assertThat(results.columns()).containsExactly("Own rating, children", "Own rating, adults");
        assertThat(results.rows().getFirst().cells()).containsExactly("B, Blue", "R, Red");
    }

    @Test
    void nobodys_ratings_are_said_to_be_nobodys() {
        var results = ReportResults.of(ReportOf.copy(List.of(item("1A"), item("1B"))));
        assertThat(results.columns()).containsExactly("Own rating");
        assertThat(results.counts()).containsExactly("Own rating: None of 2 rated.");
    }

    @Test
    void why_something_does_not_apply_stands_under_the_table() {
        var results = ReportResults.of(ReportOf.copy(List.of(item("1A", own("not_applicable")), item("1B", own("B")))));
        assertThat(results.notes()).containsExactly("1A, Own rating: Not applicable. The council runs no such service");
        assertThat(results.counts()).containsExactly("Own rating: 1 Blue of 1 rated; 1 of 2 not applicable (1A).");
    }
}
