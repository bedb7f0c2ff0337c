package heed.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import heed.access.Permission;
import heed.assurance.check.Answer;
import heed.assurance.check.Checks;
import heed.assurance.check.Draft;
import heed.assurance.check.Finding;
import heed.assurance.check.Passage;
import heed.assurance.check.Place;
import heed.assurance.evidence.Window;
import heed.assurance.plan.PlanColour;
import heed.assurance.plan.Plans;
import heed.assurance.plan.ShownAction;
import heed.platform.db.Transactions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** The two years of assurance that the demonstration shows. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK, properties = {"heed.demo.load=false",
        "heed.jobs=false"})
@ActiveProfiles("demo")
class DemoAssuranceTest {
    private static final DemoWorld WORLD = DemoWorld.read();
    private static final List<String> FILES = List.of("scale.yaml", "edition-last.yaml", "edition-this.yaml",
            "edition-audit.yaml", "scale-early.yaml", "edition-early.yaml", "return-early.yaml", "crosswalk.yaml",
            "return-last.yaml", "return-neighbour.yaml", "return-audit.yaml",
            "return-this.yaml", "peers.yaml", "plan.yaml", "report.yaml", "earlier-return.txt");
    /** The folder of the five papers that were read first. */
    private static final Path SEEDS = Path.of(System.getProperty("heed.papers", "../shared")).resolve("seeds");

    @Autowired
    DemoLoader loader;
    @Autowired
    DemoPeopling peopling;
    @Autowired
    DemoAssurance assurance;
    @Autowired
    Plans plans;
    @Autowired
    Transactions transactions;
    @Autowired
    JdbcClient db;
    @Autowired
    Clock clock;

    private Map<String, DemoRegister> registers = Map.of();
    private DemoStory story = new DemoStory(WORLD, Map.of(), java.time.Instant.EPOCH, Map.of());

    /** Stopped on the way wherever that is: every test holds for a start that went on where another stopped. */
    @BeforeEach
    void both_years_are_loaded_in_several_starts() {
        loader.begin(WORLD, 0);
        registers = peopling.people(WORLD, clock.instant());
        story = new DemoStory(WORLD, registers, loader.began(), Map.of());
        for (int start = 0; start < 4; start++) {
            var asked = new AtomicInteger();
            assurance.load(WORLD, registers, loader.began(), () -> asked.incrementAndGet() <= 5);
        }
        assurance.load(WORLD, registers, loader.began(), () -> true);
        assertThat(assurance.done()).isTrue();
    }

    @Test
    void loading_again_adds_nothing() {
        long before = count(DemoStory.COUNCIL, "select count(*) from platform.trail");

        assurance.load(WORLD, registers, loader.began(), () -> true);

        assertThat(count(DemoStory.COUNCIL, "select count(*) from platform.trail")).isEqualTo(before);
        assertThat(count(DemoStory.COUNCIL, "select count(*) from assurance.return")).isEqualTo(4);
    }

    @Test
    void the_board_has_one_cycle_published_one_open_and_one_in_peer_review() {
        assertThat(words(DemoStory.BOARD, "select state from assurance.cycle")).containsExactlyInAnyOrder("PUBLISHED",
                "OPEN", "PEER_REVIEW");
        assertThat(count(DemoStory.BOARD, "select count(*) from assurance.received_return")).isEqualTo(4);
        assertThat(count(DemoStory.BOARD, "select count(*) from assurance.framework where kind = 'CROSSWALK'"))
                .isOne();
    }

    @Test
    void the_council_has_the_crosswalk_with_three_editions_and_the_grades_of_years_ago() {
        assertThat(count(DemoStory.COUNCIL, "select count(*) from assurance.framework where kind = 'CROSSWALK'"))
                .isOne();
        assertThat(count(DemoStory.COUNCIL, "select count(*) from assurance.framework where kind = 'EDITION'"))
                .as("with the short audit").isEqualTo(4);
        assertThat(count(DemoStory.COUNCIL,
                "select count(*) from assurance.rating where scale_code = 'partnership-grades'"))
                .isEqualTo(6);
    }

    @Test
    void last_years_return_is_out_with_what_every_voice_said_of_it_and_this_years_is_under_way() {
        assertThat(words(DemoStory.COUNCIL, "select state from assurance.return order by made_at"))
                .containsExactly("PUBLISHED", "UNDER_CHALLENGE", "IN_PROGRESS", "SUBMITTED");
        assertThat(words(DemoStory.COUNCIL, """
                select distinct voice from assurance.rating a join assurance.return r
                  on r.scope_id = a.scope_id and r.id = a.return_id where r.state = 'PUBLISHED'"""))
                .containsExactlyInAnyOrder("SELF", "PEER", "INDEPENDENT", "MODERATED", "AGREED");
        assertThat(words(DemoStory.COUNCIL, """
                select distinct carried from assurance.return_item i join assurance.return r
                  on r.scope_id = i.scope_id and r.id = i.return_id where r.state = 'IN_PROGRESS'"""))
                .contains("CARRIED", "REAFFIRMED", "OWN");
        assertThat(count(DemoStory.COUNCIL, "select count(*) from assurance.item_share where ended_at is null"))
                .isGreaterThan(4);
    }

    @Test
    void evidence_of_this_year_stands_in_the_window_out_of_it_and_without_a_date() {
        var in = """
                select count(*) from assurance.evidence e join assurance.return r
                  on r.scope_id = e.scope_id and r.id = e.return_id
                where r.state = 'IN_PROGRESS' and cardinality(e.about_from) > 0 and e.about_until[1] %s r.window_from""";
        assertThat(count(DemoStory.COUNCIL, in.formatted(">="))).isGreaterThan(4);
        assertThat(count(DemoStory.COUNCIL, in.formatted("<"))).isOne();
        assertThat(count(DemoStory.COUNCIL, """
                select count(*) from assurance.evidence e join assurance.return r
                  on r.scope_id = e.scope_id and r.id = e.return_id
                where r.state = 'IN_PROGRESS' and cardinality(e.about_from) = 0""")).isOne();
        assertThat(words(DemoStory.COUNCIL, "select distinct origin from assurance.fact"))
                .containsExactlyInAnyOrder("COUNTED", "TYPED");
    }

    @Test
    void what_is_wrong_on_purpose_is_found_and_what_was_submitted_tells_of_nobody() {
        assertThat(findings("return-this.yaml", "items")).extracting(Finding::kind).contains(
                Finding.Kind.DATE_CONFLICT, Finding.Kind.PASTE_DUPLICATE, Finding.Kind.DISCLOSURE);
        for (var submitted : List.of(List.of("return-last.yaml", "items"), List.of("return-neighbour.yaml", "items"),
                List.of("return-audit.yaml", "wexmoor"), List.of("return-audit.yaml", "orrisdale")))
            assertThat(findings(submitted.getFirst(), submitted.getLast())).as(submitted.toString()).isEmpty();
    }

    private List<Finding> findings(String file, String list) {
        var answers = new ArrayList<Answer>();
        for (var item : DemoScript.read(file, story.today()).each(list)) {
            var passages = new ArrayList<Passage>();
            for (var paragraph : item.or("answer").split("\n\n"))
                if (!paragraph.isBlank())
                    passages.add(new Passage(
                            new Place(item.text("code"), Place.Part.RESPONSE, passages.size() + 1), paragraph));
            int n = 0;
            for (var words : item.lines("evidence"))
                passages.add(new Passage(new Place(item.text("code"), Place.Part.EVIDENCE, ++n), words));
            answers.add(new Answer(item.text("code"), passages, false, null, true));
        }
        var month = story.today().withDayOfMonth(1);
        return Checks.of(new Draft(answers, new Window(month.minusMonths(24), month), story.today()));
    }

    @Test
    void challenges_are_open_answered_and_resolved() {
        assertThat(words(DemoStory.BOARD, """
                select ch.state from assurance.challenge ch join assurance.cycle c
                  on c.scope_id = ch.scope_id and c.id = ch.cycle_id where c.state = 'PEER_REVIEW'"""))
                .containsExactlyInAnyOrder("OPEN", "OPEN", "ANSWERED", "RESOLVED");
        assertThat(words(DemoStory.BOARD, """
                select ch.state from assurance.challenge ch join assurance.cycle c
                  on c.scope_id = ch.scope_id and c.id = ch.cycle_id where c.state = 'PUBLISHED'"""))
                .hasSize(3).containsOnly("RESOLVED");
    }

    @Test
    void actions_of_every_colour_stand_in_the_plan_and_some_leads_see_it_otherwise() {
        var keeper = story.keeper(DemoStory.COUNCIL);
        var plan = plans.all(keeper).stream().filter(p -> p.follows() != null).findFirst().orElseThrow();
        var shown = plans.show(keeper, plan.id()).actions();

        assertThat(shown).hasSize(10);
        assertThat(
                shown.stream().map(ShownAction::computed).flatMap(Stream::ofNullable).map(c -> c.colour()).distinct())
                .containsExactlyInAnyOrder(PlanColour.values());
        var year = plans.all(keeper).stream().filter(p -> p.follows() == null).findFirst().orElseThrow();
        assertThat(plans.show(keeper, year.id()).actions()).hasSize(4);
    }

    @Test
    void one_report_is_published_one_is_begun_and_one_paper_waits_to_be_looked_through() {
        assertThat(words(DemoStory.COUNCIL, "select state from assurance.report")).containsExactlyInAnyOrder(
                "PUBLISHED", "DRAFT");
        assertThat(words(DemoStory.COUNCIL, "select state from assurance.paper")).containsExactly("READ");
        assertThat(count(DemoStory.COUNCIL, "select pieces from assurance.paper")).isGreaterThan(8);
    }

    @Test
    void somebody_runs_the_board_somebody_signs_off_and_neither_reads_a_concern() {
        assertThat(story.board().may(Permission.RUN_CYCLES)).isTrue();
        for (var scope : List.of(DemoStory.COUNCIL, DemoStory.NEIGHBOUR))
            assertThat(story.signer(scope).may(Permission.SIGN_OFF_RETURN)).isTrue();
        for (var by : List.of(story.board(), story.signer(DemoStory.COUNCIL), story.signer(DemoStory.NEIGHBOUR)))
            assertThat(by.may(Permission.SEE_CONCERNS)).isFalse();
        assertThat(db.sql("select count(*) from access.account where demo and staff_id = :id")
                .param("id", story.board().staff()).query(Long.class).single()).isOne();
    }

    @Test
    void everything_happened_at_its_own_time_and_no_old_mail_waits() {
        for (var scope : registers.keySet())
            assertThat(transactions.inScope(story.scope(scope), () -> db.sql("""
                    select count(*) from platform.trail
                    where at > :began and (act like 'return%' or act like 'cycle.%' or act like 'challenge.%')""")
                    .param("began", Timestamp.from(loader.began())).query(Long.class).single())).as(scope).isZero();
        assertThat(db.sql("select count(*) from platform.outbox where sent_at is null and written_at < :then")
                .param("then", Timestamp.from(loader.began().minus(Duration.ofDays(1)))).query(Long.class).single())
                .isZero();
    }

    @Test
    void nobody_of_the_staff_is_named_and_no_address_can_be_reached() {
        for (var file : FILES) {
            var text = DemoScript.filled(file, LocalDate.of(2026, 6, 15));
            for (var member : WORLD.staff().values())
                assertThat(text).as(file).doesNotContain(member.family());
            assertThat(text.replaceAll("[a-z.]+@[a-z.]+\\.example", "")).as(file).doesNotContain("@");
        }
    }

    @Test
    void no_sentence_is_one_of_the_papers_that_were_read_first() throws IOException {
        assumeTrue(Files.isDirectory(SEEDS), "skipped: the folder of the five papers is not here (-Dheed.papers)");
        var papers = new StringBuilder();
        try (var all = Files.list(SEEDS)) {
            for (var paper : all.filter(p -> p.toString().endsWith(".txt")).toList())
                papers.append(plain(new String(Files.readAllBytes(paper), StandardCharsets.UTF_8)));
        }
        for (var file : FILES)
            for (var sentence : DemoScript.filled(file, LocalDate.of(2026, 6, 15)).split("[.:?\"]\\s|\n"))
                if (plain(sentence).split(" ").length > 6)
                    assertThat(papers).as(file).doesNotContain(plain(sentence));
    }

    private static String plain(String text) {
        return text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    }

    @Test
    void days_are_filled_in_from_the_day_on_which_it_begins() {
        var text = DemoScript.filled("edition-this.yaml", LocalDate.of(2027, 1, 20));
        assertThat(text).contains("year: 2026", "standards-2025").doesNotContain("{y");
        assertThat(DemoScript.filled("return-this.yaml", LocalDate.of(2027, 1, 20))).contains("and November 2026.")
                .doesNotContain("{m-");
        assertThat(DemoScript.filled("plan.yaml", LocalDate.of(2027, 1, 20))).contains("\"5 January 2027\"");
    }

    private long count(String scope, String sql) {
        return transactions.inScope(id(scope), () -> db.sql(sql).query(Long.class).single());
    }

    private List<String> words(String scope, String sql) {
        return transactions.inScope(id(scope), () -> db.sql(sql).query(String.class).list());
    }

    private UUID id(String scope) {
        return story.scope(scope);
    }
}
