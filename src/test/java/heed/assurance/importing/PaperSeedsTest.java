package heed.assurance.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import heed.Visitor;
import heed.access.Role;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.PieceKind;
import heed.casework.InTown;
import heed.casework.Town;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * The five papers go in by the pages as they are, where they are here: their folder is the system property {@code
 * heed.papers}, else {@code ../shared}.
 */
@InTown
class PaperSeedsTest {
    private static final Path FOLDER = Path.of(System.getProperty("heed.papers", "../shared")).resolve("seeds");
    private static final Map<String, PaperKind> KINDS = Map.of("000", PaperKind.RETURN, "001", PaperKind.REPORT, "002",
            PaperKind.REVIEW, "003", PaperKind.PLAN, "004", PaperKind.PLAN);

    @Autowired
    ApplicationContext context;
    @LocalServerPort
    int port;

    @Test
    void the_five_papers_go_in_as_they_are_and_are_read_while_one_waits() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "skipped: the folder of the five papers is not here (-Dheed.papers)");
        var town = Town.in(context);
        var cara = town.person("Cara Lyth", Role.COORDINATOR);
        var coordinator = town.visitor(cara, port);
        var importing = context.getBean(Importing.class);
        for (var seed : KINDS.entrySet()) {
            coordinator.get("/assurance/papers/files");
            var began = System.nanoTime();
            coordinator.postParts("/assurance/papers/files", Visitor.multipart(
                    coordinator.page().select("input[name=_csrf]").val(), Map.of("kind", seed.getValue().name()),
                    new Visitor.Chosen(seed.getKey() + ".txt", bytes(seed.getKey()))));
            var self = coordinator.location();
            assertThat(coordinator.get(self).page().text()).as(seed.getKey()).contains("To look through");
            var read = System.nanoTime();
            assertThat(coordinator.get(self + "/lines").status()).as(seed.getKey()).isEqualTo(200);
            System.out.printf("%s: brought, read and shown in %d ms, its lines in %d ms%n", seed.getKey(),
                    (read - began) / 1_000_000, (System.nanoTime() - read) / 1_000_000);
            var now = importing.view(cara, UUID.fromString(self.substring(self.lastIndexOf('/') + 1))).read();
            assertThat(now.reading()).as(seed.getKey()).isEqualTo(now.read());
            if (seed.getKey().equals("000"))
                assertThat(now.read().of(PieceKind.ITEM)).as("000, questions").hasSize(23);
            for (var path : new String[]{"/lines?show=unread", "/lines?show=look", "/mapping", "/acceptance"})
                assertThat(coordinator.get(self + path).status()).as(seed.getKey() + path).isEqualTo(200);
        }
    }

    private static byte[] bytes(String number) throws IOException {
        try (var files = Files.list(FOLDER)) {
            return Files.readAllBytes(files.filter(f -> f.getFileName().toString().startsWith(number + "_"))
                    .findFirst().orElseThrow());
        }
    }
}
