package heed.assurance.peerreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import heed.assurance.exercise.RatingScale;
import heed.assurance.exercise.ReturnEdition;
import heed.assurance.exercise.Voice;
import heed.assurance.paper.AcceptedPaper;
import heed.assurance.paper.Mapping;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.Papers;
import heed.assurance.paper.Source;
import heed.assurance.paper.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The letters that the report of 2017 prints, as ratings of that year's standards, against {@code data/golden}. */
class SeedJudgementsTest {
    private static final Path SHARED = Path.of(System.getProperty("heed.papers", "../shared"));
    private static final UUID COUNCIL = new UUID(0, 1);

    @BeforeEach
    void where_the_papers_are() {
        assumeTrue(Files.exists(SHARED.resolve("seeds")), "skipped: the papers are not here");
    }

    @Test
    void the_letters_of_2017_are_each_standard_s_and_the_one_not_rated_stays_so() throws IOException {
        var edition = edition("ox-2017", "std-brag-2017");
        var made = OutsideForm.printed(paper("001"), edition, Voice.SELF, COUNCIL, "Report of 2017/18, 3.2", null);
        var found = new TreeMap<String, String>();
        for (var judgement : made)
            for (var rating : judgement.ratings(edition.scale(), new UUID(0, 2), Instant.EPOCH)) {
                assertThat(rating.transcribed()).isEqualTo("Report of 2017/18, 3.2");
                assertThat(rating.scale()).isEqualTo("std-brag-2017");
                found.put(rating.item(), rating.verdict().stored());
            }
        assertThat(found).isEqualTo(expected());
    }

    @Test
    void a_paper_rates_nothing_of_an_edition_that_it_is_not_about() throws IOException {
        assertThat(OutsideForm.printed(paper("001"), edition("ox-2013", "std-brag-2017"), Voice.SELF, COUNCIL, "x",
                null)).isEmpty();
    }

    private static Map<String, String> expected() throws IOException {
        var lines = Files.readAllLines(SHARED.resolve("data/golden/ratings_2017.csv"));
        var all = new TreeMap<String, String>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",", -1);
            all.put(cells[0], cells[1].isEmpty() ? cells[2] : cells[1]);
        }
        return all;
    }

    private static Map<?, ?> yaml(String path) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(SHARED.resolve("data").resolve(path)));
    }

    private static ReturnEdition edition(String code, String scale) throws IOException {
        var asked = new ArrayList<ReturnEdition.Asked>();
        for (var each : (List<?>) yaml("frameworks/" + code + ".yaml").get("nodes")) {
            var node = (Map<?, ?>) each;
            if ("standard".equals(node.get("kind")))
                asked.add(new ReturnEdition.Asked(String.valueOf(node.get("code")), String.valueOf(node.get("title")),
                        List.of(), true));
        }
        var levels = new ArrayList<RatingScale.Step>();
        for (var each : (List<?>) yaml("scales/" + scale + ".yaml").get("levels")) {
            var level = (Map<?, ?>) each;
            levels.add(new RatingScale.Step(
                    String.valueOf(level.containsKey("letter") ? level.get("letter") : level.get("code")),
                    String.valueOf(level.get("word")), "", "", List.of()));
        }
        return new ReturnEdition(new UUID(0, 3), code, 1, code, true,
                new RatingScale(scale, 1, scale, levels, Map.of(), List.of()),
                List.of(new ReturnEdition.Section("", "", asked)));
    }

    private static AcceptedPaper paper(String number) throws IOException {
        try (var files = Files.list(SHARED.resolve("seeds"))) {
            var file = files.filter(f -> f.getFileName().toString().startsWith(number)).findFirst().orElseThrow();
            return new AcceptedPaper(new UUID(0, 4), COUNCIL, Papers.read(PaperKind.REPORT,
                    ((Source.Lines) Sources.of(Files.readAllBytes(file))).lines(), Mapping.NONE), Instant.EPOCH);
        }
    }
}
