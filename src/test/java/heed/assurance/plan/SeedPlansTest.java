package heed.assurance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import heed.access.Role;
import heed.assurance.paper.AcceptedPaper;
import heed.assurance.paper.Mapping;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.Papers;
import heed.assurance.paper.Source;
import heed.assurance.paper.Sources;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The real plans and the real review become plans and recommendations that are followed up. */
@InTown
class SeedPlansTest {
    @Autowired
    private ApplicationContext context;
    @Autowired
    private Plans plans;
    @Autowired
    private PlanIntake intake;
    @Autowired
    private ReviewIntake reviews;
    @Autowired
    private Recommendations recommendations;
    @Autowired
    private Transactions transactions;
    private Actor cora;

    @BeforeEach
    void a_keeper() {
        cora = Town.in(context).person("Cora Vale", Role.COORDINATOR);
    }

    private AcceptedPaper paper(PaperKind kind, String number) throws IOException {
        var folder = Path.of(System.getProperty("heed.papers", "../shared"), "seeds");
        assumeTrue(Files.exists(folder), "skipped: the papers are not here");
        try (var files = Files.list(folder)) {
            var file = files.filter(f -> f.getFileName().toString().startsWith(number)).findFirst().orElseThrow();
            var lines = ((Source.Lines) Sources.of(Files.readAllBytes(file))).lines();
            return new AcceptedPaper(UUID.randomUUID(), cora.council(), Papers.read(kind, lines, Mapping.NONE),
                    Instant.parse("2026-03-10T09:00:00Z"));
        }
    }

    @Test
    void the_plan_of_2021_becomes_a_plan_of_24_actions_and_21_completed() throws IOException {
        var paper = paper(PaperKind.PLAN, "003");
        assertThat(intake.says(cora, paper))
                .startsWith("24 actions and 21 completed become a plan, whose year the paper does not say");
        var plan = transactions.inScope(cora.scope(), () -> intake.take(cora, paper));
        var sheet = plans.show(cora, plan);
        assertThat(sheet.actions()).hasSize(45);
        var current = sheet.actions().subList(0, 24).stream().map(ShownAction::action).toList();
        assertThat(current).allMatch(a -> !a.words().timescale().isBlank() && !a.words().leads().isBlank());
        // Five say "Ongoing" or what a review belongs to; nobody said how often, so they wait to be agreed.
        assertThat(current.stream().filter(a -> a.state() == ActionState.PROPOSED)
                .map(a -> a.words().timescale().strip()).distinct()).containsExactly("Ongoing");
        assertThat(current.stream().filter(a -> a.schedule() instanceof Schedule.Every)).hasSize(2);
        assertThat(current.stream().filter(a -> a.schedule() instanceof Schedule.OnDate)).hasSize(9);
        assertThat(current.stream().filter(a -> a.schedule() instanceof Schedule.Between)).hasSize(8);
        var done = sheet.actions().subList(24, 45).stream().map(ShownAction::action).toList();
        assertThat(done.stream().filter(a -> a.state() == ActionState.CLAIMED_COMPLETE)).hasSize(20);
        assertThat(done.stream().filter(a -> a.words().printed().isBlank())).singleElement()
                .extracting(PlanAction::state).isEqualTo(ActionState.PROPOSED);
    }

    @Test
    void the_plan_of_2016_becomes_actions_under_seven_learning_points() throws IOException {
        var paper = paper(PaperKind.PLAN, "004");
        transactions.inScope(cora.scope(), () -> intake.take(cora, paper));
        var points = recommendations.all(cora);
        assertThat(points).extracting(f -> f.recommendation().title()).containsExactly("Learning point 1 of 2016",
                "Learning point 2 of 2016", "Learning point 3 of 2016", "Learning point 4 of 2016",
                "Learning point 5 of 2016", "Learning point 6 of 2016", "Learning point 7 of 2016");
        assertThat(points).allMatch(f -> f.answered() == Answered.IN_HAND);
        assertThat(points).allMatch(
                f -> f.sheet().actions().stream().allMatch(a -> a.action().words().printed().contains("Green")));
    }

    @Test
    void the_four_recommendations_of_2013_wait_for_an_answer() throws IOException {
        var paper = paper(PaperKind.REVIEW, "002");
        assertThat(reviews.says(cora, paper)).startsWith("4 recommendations of 2013");
        var first = transactions.inScope(cora.scope(), () -> reviews.take(cora, paper));
        var all = recommendations.all(cora);
        assertThat(all).hasSize(4).allMatch(f -> f.answered() == Answered.OPEN && f.recommendation().year() == 2013);
        assertThat(all.stream().mapToLong(f -> f.recommendation().words().text().lines().count() - 1).sum())
                .as("parts of recommendations").isEqualTo(15);
        assertThat(recommendations.get(cora, first).recommendation().kind()).isEqualTo(ActionSource.RECOMMENDATION);
    }
}
