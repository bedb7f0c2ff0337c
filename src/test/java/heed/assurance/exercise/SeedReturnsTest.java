package heed.assurance.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import heed.access.Role;
import heed.assurance.framework.FrameworkOf;
import heed.assurance.paper.AcceptedPaper;
import heed.assurance.paper.Mapping;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.Papers;
import heed.assurance.paper.PieceKind;
import heed.assurance.paper.Source;
import heed.assurance.paper.Sources;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The real return of 2022 becomes a return that says what it said, and that its ratings are lost. */
@InTown
class SeedReturnsTest {
    @Autowired
    private ApplicationContext context;
    @Autowired
    private ReturnIntake intake;
    @Autowired
    private ReturnReading reading;
    @Autowired
    private Checked checked;

    @Test
    void the_return_of_2022_has_23_answers_its_printed_evidence_and_no_rating() throws IOException {
        var town = Town.in(context);
        var cora = town.person("Cora Vale", Role.COORDINATOR);
        var paper = paper(cora);
        assertThat(intake.says(cora, paper)).startsWith("No published framework has these questions");
        assertThatThrownBy(() -> take(cora, paper)).isInstanceOf(Refused.class);

        FrameworkOf.shipped(context, town.person("Bea Garrick", Role.BOARD_MANAGER), "ox-2022");
        int printed = paper.reading().of(PieceKind.STATEMENT).size();
        assertThat(intake.says(cora, paper)).contains("23 answers with " + printed + " statements of evidence",
                "the return of 2022", "23 of 23 ratings are not recoverable", "1 action stays in the paper");
        var made = take(cora, paper);
        var opened = reading.whole(cora, made, "return.view");
        assertThat(opened.made().state()).isEqualTo(ReturnState.SUBMITTED);
        assertThat(opened.items()).hasSize(23).allMatch(Item::answered);
        assertThat(opened.statements()).hasSize(printed);
        assertThat(opened.ratings()).hasSize(23).allMatch(r -> r.verdict() instanceof Verdict.NotRecoverable);
        assertThat(opened.edition().questions()).filteredOn(ReturnEdition.Asked::lastYear).hasSize(19);
        assertThat(opened.facts()).as("figures of its tables").isNotEmpty()
                .allMatch(f -> f.origin() == Fact.Origin.READ);
        assertThat(checked.of(cora, made).findings()).isNotEmpty();
    }

    private UUID take(Actor by, AcceptedPaper paper) {
        return context.getBean(Transactions.class).inScope(by.scope(), () -> intake.take(by, paper));
    }

    private static AcceptedPaper paper(Actor by) throws IOException {
        var folder = Path.of(System.getProperty("heed.papers", "../shared"), "seeds");
        assumeTrue(Files.exists(folder), "skipped: the papers are not here");
        try (var files = Files.list(folder)) {
            var file = files.filter(f -> f.getFileName().toString().startsWith("000")).findFirst().orElseThrow();
            var lines = ((Source.Lines) Sources.of(Files.readAllBytes(file))).lines();
            return new AcceptedPaper(UUID.randomUUID(), by.council(),
                    Papers.read(PaperKind.RETURN, lines, Mapping.NONE),
                    Instant.parse("2026-03-10T09:00:00Z"));
        }
    }
}
