package heed.assurance.paper;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The five papers and the figures that must come out, where they are: they are no part of the project. */
final class Shared {
    private static final Path FOLDER = Path.of(System.getProperty("heed.papers", "../shared"));

    private Shared() {
    }

    private static Path here(Path path) {
        assumeTrue(Files.exists(path), "the folder of the five papers is not here (-Dheed.papers)");
        return path;
    }

    /** A paper by the number that its name begins with; skips the test where it is not. */
    static byte[] paper(String number) {
        try (var papers = Files.list(here(FOLDER.resolve("seeds")))) {
            return Files.readAllBytes(papers.filter(p -> p.getFileName().toString().startsWith(number)).findFirst()
                    .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading reading(PaperKind kind, String number) {
        return Read.of(kind, paper(number));
    }

    /** The rows of a file of figures. */
    static List<Map<String, String>> golden(String name) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(here(FOLDER.resolve("data/golden/" + name)))) {
            return rows.stream().map(r -> r.getFieldsAsMap()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
