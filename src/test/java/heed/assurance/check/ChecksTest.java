package heed.assurance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the checker finds, misses and cries for nothing, in papers whose faults are known. */
class ChecksTest {
    private record Known(String name, Draft draft) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Known> invented() {
        return Stream.of(new Known("harrowmere", Printed.harrowmere()), new Known("eastwick", Printed.eastwick()),
                new Known("combevale", Printed.combevale()));
    }

    private static List<Map<String, String>> rows(String csv) {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return reader.stream().map(r -> r.getFieldsAsMap()).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("invented")
    void ten_planted_faults_are_found_and_ten_decoys_left_alone(Known paper) {
        var faults = rows(Printed.resource(paper.name() + ".csv")).stream().filter(r -> "fault".equals(r.get("is")))
                .toList();
        assertThat(faults).hasSize(10);
        var findings = Checks.of(paper.draft());
        show(findings);
        var score = Score.of(paper.name(), faults, findings);
        System.out.println(score.words());
        assertThat(score.missed()).isEmpty();
        assertThat(score.others()).isEmpty();
    }

    @Test
    void the_return_of_2022_shows_what_is_known_to_be_wrong_with_it() throws IOException {
        var papers = Printed.papers();
        assumeTrue(papers.isPresent(), "the folder of the five papers is not here (heed.papers)");
        var folder = papers.orElseThrow();
        var faults = rows(Files.readString(folder.resolve("data/golden/contradictions_2022.csv")));
        var seed = Files.readString(folder.resolve("seeds/000_a5b0b84accebde69.txt"));
        var findings = Checks.of(Printed.seed(seed));
        show(findings);
        var score = Score.of("2022", faults, findings);
        System.out.println(score.words());
        assertThat(score.missed()).isEmpty();
        // Three more repeats and two more stories, true and not in the list: see docs/decisions/0050.
        assertThat(score.others()).hasSizeLessThanOrEqualTo(5);
    }

    private static void show(List<Finding> findings) {
        if (Boolean.getBoolean("heed.findings"))
            for (var f : findings)
                System.out.println("  . " + f + "\n       " + cut(f.says())
                        + (f.against() == null ? "" : "\n       " + cut(f.against())));
    }

    private static String cut(String text) {
        return text.length() > 230 ? text.substring(0, 230) + "…" : text;
    }
}
