package heed.assurance.years;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.assurance.years.Crosswalk.ScaleRef;
import heed.assurance.years.Rated.State;
import heed.assurance.years.Years.Cell;
import heed.assurance.years.Years.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invariants 18 and 19: years side by side, and a movement only where they compare. */
class YearsTest {
    private static final ScaleRef LETTERS = new ScaleRef("letters", 1);
    private static final ScaleRef LATER = new ScaleRef("letters", 2);
    private static final ScaleRef NUMBERS = new ScaleRef("numbers", 1);
    private static final Map<ScaleRef, List<String>> ORDERS = Map.of(LETTERS, List.of("B", "G", "A", "R"), LATER,
            List.of("B", "G", "A", "R"), NUMBERS, List.of("3", "2", "1"));
    private static final Year OLD = new Year("e-2018", 2018, "Standards 2018", Map.of("1", "Boats", "2", "Oars"));
    private static final Year NEW = new Year("e-2020", 2020, "Standards 2020", Map.of("a", "Vessels", "b", "Paddles"));

    private static Crosswalk walk(String relation, String coverage, String wording,
            List<Map<String, Object>> conversions) {
        return Crosswalk.of(
                Map.of("code", "w", "version", 1, "status", "draft", "editions", List.of("e-2018", "e-2020"), "themes",
                        List.of(Map.of("code", "T1", "title", "Boats", "e-2018",
                                List.of(Map.of("node", "1", "part", false)), "e-2020",
                                List.of(Map.of("node", "a", "part", true)), "mapping_grade", wording)),
                        "entries",
                        List.of(Map.of("from", "e-2018", "to", "e-2020", "sources", List.of("1"), "targets",
                                List.of("a"), "relation",
                                relation, "coverage", coverage, "confidence", "high", "why", "same boats")),
                        "gaps", List.of(), "conversions", conversions));
    }

    private static Rated rated(String edition, String node, ScaleRef scale, String letter) {
        return new Rated(edition, node, "Agreed", State.RATED, scale, letter, "word of " + letter,
                "meaning of " + letter, "/there", null);
    }

    private static Cell last(Crosswalk walk, Rated... ratings) {
        return Years.of(walk, List.of(OLD, NEW), List.of(ratings), "Agreed", ORDERS).rows().getFirst().cells()
                .getLast();
    }

    private static Years.Comparison since(Cell cell) {
        return Objects.requireNonNull(cell.since());
    }

    /** Invariant 19. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"equivalent-to,0.8,'',A", "equal,1.0,'',A", "equivalent-to,0.79,'',C",
            "subset-of,0.5,'',B",
            "superset-of,0.6,'',B", "subset-of,0.49,'',C", "intersects-with,0.9,'',C", "equivalent-to,0.9,B,B",
            "equivalent-to,0.9,C,C", "subset-of,0.6,A,B", "equivalent-to,0.9,18-20 B; 20-22 A,B",
            "equivalent-to,0.9,A or B,B",
            "equivalent-to,0.9,X by design,X", "no-relationship,0.0,'',X"})
    void two_years_compare_no_better_than_their_entry_and_its_author_allow(String relation, String coverage,
            String wording,
            Grade grade) {
        var cell = last(walk(relation, coverage, wording, List.of()), rated("e-2018", "1", LETTERS, "G"),
                rated("e-2020", "a", LETTERS, "B"));
        assertThat(since(cell).grade()).isEqualTo(grade);
        assertThat(since(cell).movement()).isEqualTo(grade.moves() ? "Better" : "");
    }

    @ParameterizedTest
    @CsvSource({"G,B,Better", "B,G,Worse", "A,R,Worse", "B,B,No change"})
    void a_movement_is_said_in_words(String was, String is, String movement) {
        var cell = last(walk("equal", "1.0", "", List.of()), rated("e-2018", "1", LETTERS, was),
                rated("e-2020", "a", LETTERS, is));
        assertThat(since(cell).movement()).isEqualTo(movement);
    }

    /** Invariant 2: another version of a scale is another scale. */
    @Test
    void letters_of_two_scales_are_never_compared_without_a_conversion() {
        for (var scale : List.of(LATER, NUMBERS)) {
            var cell = last(walk("equal", "1.0", "", List.of()), rated("e-2018", "1", LETTERS, "G"),
                    rated("e-2020", "a", scale, scale == NUMBERS ? "3" : "B"));
            assertThat(since(cell).grade()).isEqualTo(Grade.C);
            assertThat(since(cell).movement()).isEmpty();
            assertThat(since(cell).why()).anyMatch(w -> w.contains("different scales"));
        }
    }

    @Test
    void an_agreed_conversion_lets_two_scales_compare_in_part() {
        var conversion = Map.<String, Object>of("from", "letters", "from_version", 1, "to", "numbers",
                "to_version", 1,
                "agreed_by", "The board", "agreed_on", "2020-05-01", "letters",
                List.of(Map.of("from", "B", "to", "3"), Map.of("from", "G", "to", "2")));
        var walk = walk("equal", "1.0", "", List.of(conversion));
        var better = last(walk, rated("e-2018", "1", LETTERS, "G"), rated("e-2020", "a", NUMBERS, "3"));
        assertThat(since(better).grade()).isEqualTo(Grade.B);
        assertThat(since(better).movement()).isEqualTo("Better");
        var unknown = last(walk, rated("e-2018", "1", LETTERS, "R"), rated("e-2020", "a", NUMBERS, "3"));
        assertThat(since(unknown).movement()).isEmpty();
    }

    @Test
    void ratings_that_differ_within_a_year_do_not_move() {
        var walk = walk("equal", "1.0", "", List.of());
        var cell = last(walk, rated("e-2018", "1", LETTERS, "G"), rated("e-2018", "1", LETTERS, "R"),
                rated("e-2020", "a", LETTERS, "B"));
        assertThat(since(cell).movement()).isEmpty();
        assertThat(since(cell).why()).anyMatch(w -> w.contains("differ"));
    }

    @Test
    void what_was_not_rated_says_so_and_moves_nothing() {
        var cell = last(walk("equal", "1.0", "", List.of()), rated("e-2018", "1", LETTERS, "G"),
                new Rated("e-2020", "a", "Agreed", State.NOT_RECOVERABLE, null, "", "", "", "", null));
        assertThat(cell.nodes().getFirst().ratings().getFirst().words()).isEqualTo("Not recoverable");
        assertThat(since(cell).grade()).isEqualTo(Grade.C);
        assertThat(since(cell).movement()).isEmpty();
    }

    private static List<String> why(Crosswalk walk, Rated... ratings) {
        return since(last(walk, ratings)).why();
    }

    /** Invariant 19: a letter without a reason would be believed or not, and neither for a reason. */
    @Test
    void every_grade_but_the_best_says_why_and_which_year_is_at_fault() {
        var same = walk("equal", "1.0", "", List.of());
        var old = rated("e-2018", "1", LETTERS, "G");
        assertThat(why(same, old, rated("e-2020", "a", LETTERS, "B"))).isEmpty();
        assertThat(why(same, old)).containsExactly("2020 has no rating.");
        assertThat(why(same)).containsExactly("2018 has no rating.", "2020 has no rating.");
        assertThat(why(same, old, new Rated("e-2020", "a", "Self", State.RATED, LETTERS, "B", "", "", "", null)))
                .containsExactly("2020 has no rating of the kind compared here (agreed).");
        assertThat(why(same, old, rated("e-2020", "a", LETTERS, "B"), rated("e-2020", "a", NUMBERS, "1")))
                .containsExactly("2020 is rated on more than one scale.");
        assertThat(why(walk("subset-of", "0.6", "", List.of()), old, rated("e-2020", "a", LETTERS, "B")))
                .containsExactly("The standards of one year are part of the other’s.");
        assertThat(why(walk("no-relationship", "0.0", "", List.of()), old, rated("e-2020", "a", LETTERS, "B")))
                .containsExactly("The standards of the two years have nothing to do with each other.");
    }

    @Test
    void a_conversion_is_named_as_the_reason_that_two_scales_compare_in_part_only() {
        var conversion = Map.<String, Object>of("from", "letters", "from_version", 1, "to", "numbers", "to_version",
                1, "agreed_by", "The board", "agreed_on", "2020-05-01", "letters",
                List.of(Map.of("from", "G", "to", "2")));
        assertThat(why(walk("equal", "1.0", "", List.of(conversion)), rated("e-2018", "1", LETTERS, "G"),
                rated("e-2020", "a", NUMBERS, "3")))
                .containsExactly("The two years are rated on different scales, which an agreed conversion ties.");
    }

    /** Invariant 18: each derived cell shows entry, relation, coverage, confidence and status. */
    @Test
    void a_derived_cell_shows_what_it_rests_on_and_every_rating_as_it_was_given() {
        var given = rated("e-2020", "a", LETTERS, "B");
        var cell = last(walk("subset-of", "0.6", "", List.of()), rated("e-2018", "1", LETTERS, "G"), given);
        assertThat(since(cell).status()).isEqualTo("draft");
        assertThat(since(cell).entries()).singleElement().satisfies(e -> {
            assertThat(e.relation()).isEqualTo(Relation.SUBSET);
            assertThat(e.coverage()).isEqualByComparingTo("0.6");
            assertThat(e.confidence()).isEqualTo("high");
        });
        assertThat(cell.nodes().getFirst().ratings()).containsExactly(given);
        assertThat(given.words()).isEqualTo("B word of B");
    }

    @Test
    void a_gap_says_what_became_of_what_stood_there() {
        var walk = Crosswalk.of(Map.of("code", "w", "status", "draft", "editions", List.of("e-2018", "e-2020"),
                "themes",
                List.of(Map.of("code", "T1", "title", "Boats", "e-2018", List.of(Map.of("node", "1")), "e-2020",
                        List.of()),
                        Map.of("code", "T2", "title", "Oars", "e-2018", List.of(), "e-2020",
                                List.of(Map.of("node", "b")))),
                "gaps",
                List.of(Map.of("from", "e-2018", "to", "e-2020", "nodes", List.of("1", "9"), "kind", "no_target"))));
        var rows = Years.of(walk, List.of(OLD, NEW), List.of(), "Agreed", ORDERS).rows();
        assertThat(rows.getFirst().cells().getLast().gap())
                .isEqualTo("Nothing on this theme in 2020: 1 of 2018 not asked again.");
        assertThat(since(rows.getFirst().cells().getLast()).grade()).isEqualTo(Grade.X);
        assertThat(since(rows.getLast().cells().getLast()).grade()).isEqualTo(Grade.X);
        assertThat(rows.getLast().cells().getFirst().since()).isNull();
    }

    @Test
    void a_relation_nobody_knows_is_no_crosswalk() {
        assertThatThrownBy(() -> walk("rather-like", "1.0", "", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Whatever the entries and ratings: a movement stands only beside A or B, and only between ratings of one scale or converted. */
    @Test
    void no_crosswalk_makes_a_movement_where_years_do_not_compare() {
        var random = new java.util.Random(20260101);
        var relations = List.of("equal", "equivalent-to", "subset-of", "superset-of", "intersects-with",
                "no-relationship");
        var wordings = List.of("", "A", "B", "C", "X", "18-20 C", "A or B");
        int moved = 0;
        for (int n = 0; n < 3000; n++) {
            var ratings = new ArrayList<Rated>();
            for (int k = random.nextInt(5); k > 0; k--) {
                var scale = List.of(LETTERS, LATER, NUMBERS).get(random.nextInt(3));
                var letters = ORDERS.getOrDefault(scale, List.of());
                ratings.add(random.nextBoolean()
                        ? rated("e-2018", "1", scale, letters.get(random.nextInt(letters.size())))
                        : rated("e-2020", "a", scale, letters.get(random.nextInt(letters.size()))));
            }
            var since = since(last(walk(relations.get(random.nextInt(6)), "0." + random.nextInt(10),
                    wordings.get(random.nextInt(wordings.size())), List.of()), ratings.toArray(Rated[]::new)));
            assertThat(since.why().isEmpty()).as(since.grade() + " " + since.why())
                    .matches(none -> !none || since.grade() == Grade.A);
            if (!since.movement().isEmpty()) {
                moved++;
                assertThat(since.grade().moves()).isTrue();
                assertThat(ratings.stream().map(Rated::scale).distinct().count()).isEqualTo(1);
            }
        }
        assertThat(moved).isPositive();
    }

}
