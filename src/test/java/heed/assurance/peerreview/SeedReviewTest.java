package heed.assurance.peerreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import heed.assurance.paper.Mapping;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.Papers;
import heed.assurance.paper.Source;
import heed.assurance.paper.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the review of 2013 says of itself, against the levels that {@code data/scales} has for it. */
class SeedReviewTest {
    private static final Path SHARED = Path.of(System.getProperty("heed.papers", "../shared"));

    @Test
    void its_levels_of_impact_come_out_in_full_and_in_part_as_its_scale_has_them() throws IOException {
        var read = read();
        var expected = new ArrayList<List<Object>>();
        var scale = (Map<?, ?>) new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(SHARED.resolve("data/scales/impact-2013.yaml")));
        for (var line : (List<?>) scale.get("findings_2013")) {
            var finding = (Map<?, ?>) line;
            expected.add(List.of(finding.get("levels"),
                    finding.containsKey("levels_in_part") ? finding.get("levels_in_part") : List.of()));
        }
        assertThat(read.impact().stream().map(i -> List.<Object>of(i.levels(), i.inPart()))).hasSize(5)
                .containsExactlyElementsOf(expected);
        assertThat(read.areas()).hasSize(4);
        assertThat(read.impact().stream().map(ReviewRead.Found::area)).containsExactly(read.areas().get(0),
                read.areas().get(1), read.areas().get(2), read.areas().get(3), "");
    }

    @Test
    void case_files_were_not_examined_and_that_weakens_the_whole_of_it() throws IOException {
        var read = read();
        assertThat(read.methods()).containsExactly(ReviewMethod.DOCUMENTS, ReviewMethod.INTERVIEWS,
                ReviewMethod.FOCUS_GROUPS);
        assertThat(read.limitations()).isNotEmpty()
                .anySatisfy(l -> {
                    assertThat(l.areas()).isEmpty();
                    assertThat(l.without()).contains(ReviewMethod.CASE_FILES);
                });
    }

    private static ReviewRead read() throws IOException {
        var folder = SHARED.resolve("seeds");
        assumeTrue(Files.exists(folder), "skipped: the papers are not here");
        try (var files = Files.list(folder)) {
            var file = files.filter(f -> f.getFileName().toString().startsWith("002")).findFirst().orElseThrow();
            return ReviewRead.of(Papers.read(PaperKind.REVIEW,
                    ((Source.Lines) Sources.of(Files.readAllBytes(file))).lines(), Mapping.NONE));
        }
    }
}
