package heed.assurance.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import heed.access.Role;
import heed.assurance.evidence.Standing;
import heed.assurance.framework.FrameworkOf;
import heed.assurance.paper.AcceptedPaper;
import heed.assurance.paper.Mapping;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.Papers;
import heed.assurance.paper.Source;
import heed.assurance.paper.Sources;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.db.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What a paper's return keeps of when its evidence was: the paper does not say on which day it was written. */
@InTown
class PaperReturnsTest {
    private static final String PAPER = """
            Standards check 2026

            1.1 Who leads?
            Response
            Two leads do.
            Evidence
            Both were trained last month.

            1.2 Who knows?
            Response
            All do.
            Evidence
            All were told in the summer term 2026.

            2.10 What is done?
            Response
            Crews meet.
            Evidence
            They met in May 2019, and again in recent months.
            """;
    @Autowired
    private ApplicationContext context;
    @Autowired
    private ReturnIntake intake;
    @Autowired
    private ReturnReading reading;
    @LocalServerPort
    private int port;

    @Test
    void words_that_count_from_the_day_a_paper_was_written_leave_its_evidence_undated_and_the_page_says_why() {
        var town = Town.in(context);
        var cora = town.person("Cora Vale", Role.COORDINATOR);
        FrameworkOf.published(context, town.person("Bea Garrick", Role.BOARD_MANAGER));
        var lines = (Source.Lines) Sources.of(PAPER.getBytes(StandardCharsets.UTF_8));
        var paper = new AcceptedPaper(UUID.randomUUID(), cora.council(),
                Papers.read(PaperKind.RETURN, lines.lines(), Mapping.NONE), Instant.parse("2026-12-10T09:00:00Z"));
        var made = context.getBean(Transactions.class).inScope(cora.scope(), () -> intake.take(cora, paper));
        var opened = reading.whole(cora, made, "return.view");
        assertThat(opened.statements()).extracting(Statement::item, s -> s.in(opened.made().window()))
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("1.1", Standing.UNDATED),
                        org.assertj.core.groups.Tuple.tuple("1.2", Standing.IN),
                        org.assertj.core.groups.Tuple.tuple("2.10", Standing.OUT));
        assertThat(town.visitor(cora, port).get("/assurance/returns/" + made + "/questions/1.1").page().select("main")
                .text()).contains("“last month” counts from the day of writing, which nothing here says",
                        "Date missing");
    }
}
