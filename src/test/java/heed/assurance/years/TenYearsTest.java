package heed.assurance.years;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import heed.assurance.years.Crosswalk.ScaleRef;
import heed.assurance.years.Rated.State;
import heed.assurance.years.Years.Row;
import heed.assurance.years.Years.Year;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Assumptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** 2013 to 2017 to 2022, as the crosswalk says, with the letters that are known. */
class TenYearsTest {
    private static final ScaleRef OF_2017 = new ScaleRef("std-brag-2017", 1);
    private static Path data = Path.of("");

    @BeforeAll
    static void folder() {
        var named = System.getProperty("heed.papers");
        data = Path.of(named == null ? "../shared" : named).resolve("data");
        Assumptions.assumeTrue(Files.isDirectory(data), "the folder of the five papers is not here (heed.papers)");
    }

    private static Map<String, Object> yaml(String name) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(data.resolve(name)));
    }

    private static Years read() throws IOException {
        var crosswalk = Crosswalk.of(yaml("frameworks/crosswalk.yaml"));
        var years = new ArrayList<Year>();
        var ratings = new ArrayList<Rated>();
        for (var code : crosswalk.editions()) {
            var edition = yaml("frameworks/" + code + ".yaml");
            var nodes = new LinkedHashMap<String, String>();
            for (var node : (List<?>) Objects.requireNonNull(edition.get("nodes")))
                nodes.put(((Map<?, ?>) node).get("code").toString(), ((Map<?, ?>) node).get("title").toString());
            years.add(new Year(code, (Integer) Objects.requireNonNull(edition.get("year")),
                    Objects.requireNonNull(edition.get("title")).toString(), nodes));
            if (code.equals("ox-2022"))
                nodes.keySet().forEach(n -> ratings
                        .add(new Rated(code, n, "Self", State.NOT_RECOVERABLE, null, "", "", "", "", null)));
        }
        try (var csv = CsvReader.builder().ofNamedCsvRecord(data.resolve("golden/ratings_2017.csv"))) {
            csv.forEach(r -> ratings.add(r.getField("letter").isEmpty()
                    ? new Rated("ox-2017", r.getField("standard"), "Self", State.NOT_RATED, null, "", "", "", "", null)
                    : new Rated("ox-2017", r.getField("standard"), "Self", State.RATED, OF_2017, r.getField("letter"),
                            "word",
                            "meaning", "", null)));
        }
        return Years.of(crosswalk, years, ratings, "Self", Map.of(OF_2017, List.of("B", "G", "A", "R")));
    }

    private static Row row(Years years, String theme) {
        return years.rows().stream().filter(r -> r.theme().code().equals(theme)).findFirst().orElseThrow();
    }

    private static Grade grade(Row row, int year) {
        return Objects.requireNonNull(row.cells().get(year).since()).grade();
    }

    @Test
    void eighteen_themes_stand_in_three_years() throws IOException {
        var years = read();
        assertThat(years.rows()).hasSize(18);
        assertThat(years.years()).extracting(Year::year).containsExactly(2013, 2017, 2022);
    }

    @Test
    void ten_letters_of_2017_stand_in_the_grid_and_one_standard_is_not_rated() throws IOException {
        var of2017 = read().rows().stream().flatMap(r -> r.cells().get(1).nodes().stream()).toList();
        assertThat(of2017.stream().filter(n -> n.ratings().getFirst().state() == State.RATED).map(n -> n.share().node())
                .distinct())
                .containsExactlyInAnyOrder("1A", "1B", "1C", "2A", "2B", "2C", "2D", "3A", "3B", "4A");
        assertThat(of2017.stream().filter(n -> n.ratings().getFirst().state() == State.NOT_RATED)
                .map(n -> n.share().node()))
                .containsExactly("2E");
    }

    @Test
    void no_two_years_compare_better_than_side_by_side_while_no_conversion_is_agreed() throws IOException {
        for (var row : read().rows())
            for (var cell : row.cells().subList(1, 3)) {
                var since = Objects.requireNonNull(cell.since());
                assertThat(since.grade()).isIn(Grade.C, Grade.X);
                assertThat(since.movement()).isEmpty();
                assertThat(since.why()).isNotEmpty();
                assertThat(since.status()).isEqualTo("draft");
            }
    }

    @Test
    void a_year_without_the_theme_is_a_gap_with_its_reason() throws IOException {
        var years = read();
        assertThat(row(years, "T06").cells().get(1).gap()).contains("S9 of 2013 not asked again");
        assertThat(row(years, "T16").cells().get(1).gap()).contains("S12 of 2013 not asked again");
        assertThat(row(years, "T01").cells().get(2).gap())
                .contains("1A of 2017 not among what this kind of organisation answers");
        assertThat(row(years, "T15").cells().get(2).gap()).contains("2D of 2017");
        assertThat(row(years, "T10").cells().get(0).gap()).isEqualTo("Nothing on this theme in 2013.");
        assertThat(grade(row(years, "T10"), 2)).isEqualTo(Grade.X);
        assertThat(grade(row(years, "T05"), 1)).isEqualTo(Grade.X);
        assertThat(grade(row(years, "T18"), 2)).isEqualTo(Grade.X);
    }

    @Test
    void the_year_after_a_gap_is_laid_beside_the_last_that_has_something() throws IOException {
        var cell = row(read(), "T06").cells().get(2);
        assertThat(Objects.requireNonNull(cell.since()).from().year()).isEqualTo(2013);
        assertThat(Objects.requireNonNull(cell.since()).grade()).isEqualTo(Grade.C);
    }

    /** What the crosswalk's author says of the wording, theme by theme: X exactly where a side is empty, or by design. */
    @Test
    void what_the_author_says_of_each_pair_of_years_is_kept() throws IOException {
        var years = read();
        int pairs = 0;
        for (var row : years.rows())
            for (int y = 1; y < 3; y++) {
                var from = years.years().get(y - 1);
                var to = years.years().get(y);
                var stated = row.theme().stated(from.year(), to.year()).orElseThrow();
                boolean empty = row.cells().get(y - 1).nodes().isEmpty() || row.cells().get(y).nodes().isEmpty();
                if (stated == Grade.X)
                    assertThat(empty || row.theme().wording().contains("by design")
                            || row.theme().wording().startsWith("X"))
                            .as(row.theme().code()).isTrue();
                // After a gap a year stands beside the last one that has something.
                if (row.cells().get(y).nodes().isEmpty()
                        || row.cells().get(0).nodes().isEmpty() && row.cells().get(y - 1).nodes().isEmpty())
                    assertThat(grade(row, y)).as(row.theme().code()).isEqualTo(Grade.X);
                pairs++;
            }
        assertThat(pairs).isEqualTo(36);
        assertThat(row(years, "T08").theme().stated(2013, 2017)).contains(Grade.B);
        assertThat(row(years, "T02").theme().stated(2013, 2017)).contains(Grade.B);
        assertThat(row(years, "T02").theme().stated(2017, 2022)).contains(Grade.C);
    }
}
