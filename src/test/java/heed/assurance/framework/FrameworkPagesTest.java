package heed.assurance.framework;

import static org.assertj.core.api.Assertions.assertThat;

import heed.Visitor;
import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What those who keep frameworks see and send. */
@InTown
class FrameworkPagesTest {
    private static final String HOME = "/assurance/frameworks";

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Frameworks frameworks;
    @Autowired
    private FrameworkDrafts drafts;
    @LocalServerPort
    private int port;

    private Town town;
    private Actor board;
    private Visitor bea;

    @BeforeEach
    void a_board() {
        town = Town.in(context);
        board = town.person("Bea Garrick", Role.BOARD_MANAGER);
        bea = town.confirmed(board, port);
    }

    @Test
    void a_file_with_faults_is_shown_by_place_and_what_was_pasted_stays() {
        var yaml = FrameworkOf.edition("fell-2026", "Standards").replace("kind: subitem", "kind: bullet");
        bea.get(HOME + "/loading").post(HOME + "/loading", "text", yaml);
        assertThat(bea.status()).isEqualTo(422);
        assertThat(bea.page().select("tbody tr").eachText())
                .containsExactly("Line 13 Say what it is: section, standard, question or subitem");
        assertThat(bea.page().select("#text").val().strip()).isEqualTo(yaml.strip());
        bea.post(HOME + "/loading", "text", "");
        assertThat(bea.status()).isEqualTo(422);
        assertThat(bea.page().select(".govuk-error-summary li").text()).isEqualTo("Choose a file, or paste it");
    }

    @Test
    void a_draft_is_published_corrected_and_published_again() {
        drafts.publishShipped(board, List.of("std-brag-2017"));
        bea.get(HOME + "/loading").post(HOME + "/loading", "text", FrameworkOf.edition("fell-2026", "Standards"));
        bea.follow();
        var draft = bea.page().select("form[action$=/publishing]").attr("action");
        assertThat(bea.heading()).isEqualTo("Standards Draft");
        bea.post(draft, "seen", "0").follow();
        assertThat(bea.heading()).isEqualTo("Standards 2026 Published");
        bea.post(bea.page().select("form[action$=/correcting]").attr("action")).follow();
        assertThat(bea.body()).contains("It is the same as what is published");
        var correction = bea.page().select("form[action$=/discarding]").attr("action").replace("/discarding", "");
        bea.get(correction + "/changing").post(correction + "/changing", "seen", "0", "text",
                bea.page().select("#text").val().replace("Who leads?", "Who answers?"));
        bea.follow();
        bea.post(correction + "/publishing", "seen", "1");
        assertThat(bea.status()).isEqualTo(422);
        assertThat(bea.page().select(".govuk-error-summary li").text()).isEqualTo("Say why it is corrected");
        bea.post(correction + "/publishing", "seen", "1", "reason", "WORDING", "words", "It was wrong.").follow();
        assertThat(bea.page().select("dd").eachText()).contains("2", "Wording put right It was wrong.");
        assertThat(bea.page().select("h2").eachText()).contains("Versions");
    }

    @Test
    void a_draft_that_somebody_changed_is_not_given_up_unseen() {
        var id = FrameworkOf.draft(context, board);
        var path = HOME + "/drafts/" + id;
        bea.get(path);
        var seen = bea.page().select("form[action$=/discarding] input[name=seen]").val();
        drafts.change(board, id, FrameworkOf.draftYaml(context, board, id).replace("Who leads?", "Who answers?")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8), 0);
        bea.post(path + "/discarding", "seen", seen);
        assertThat(bea.status()).isEqualTo(409);
        assertThat(bea.page().select("main").text()).contains("Somebody else changed this draft meanwhile",
                "Who answers?");
        bea.post(path + "/discarding", "seen", bea.page().select("form[action$=/discarding] input[name=seen]").val());
        assertThat(bea.status()).isEqualTo(302);
    }

    @Test
    void the_second_of_two_is_shown_both_and_loses_nothing() {
        var draft = HOME + "/drafts/" + FrameworkOf.draft(context, board);
        bea.get(draft + "/changing");
        var text = bea.page().select("#text").val();
        var bo = town.visitor(town.person("Bo Threlfall", Role.BOARD_MANAGER), port).get(draft + "/changing");
        bo.post(draft + "/changing", "seen", "0", "text", text.replace("Who leads?", "Who is first?"));
        bea.post(draft + "/changing", "seen", "0", "text", text.replace("Who leads?", "Who is second?"));
        assertThat(bea.status()).isEqualTo(409);
        assertThat(bea.page().select("pre").text()).contains("Who is first?");
        assertThat(bea.page().select("#text").val()).contains("Who is second?");
        bea.post(draft + "/changing", "seen", bea.page().select("input[name=seen]").val(), "text",
                bea.page().select("#text").val());
        assertThat(bea.status()).isEqualTo(302);
        bea.get(draft);
        assertThat(bea.body()).contains("Who is second?").doesNotContain("Who is first?");
    }

    @Test
    void it_leaves_as_yaml_and_as_a_workbook_and_each_is_in_the_audit_log() {
        var id = FrameworkOf.published(context, board);
        bea.get(HOME + "/" + id);
        bea.post(HOME + "/" + id + "/yaml");
        assertThat(bea.status()).isEqualTo(200);
        assertThat(bea.header("Content-Disposition")).contains("fell-2026-version-1.yaml");
        assertThat(YamlText.read(bea.body()).tree()).isEqualTo(frameworks.tree(board, id));
        bea.get(HOME + "/" + id);
        bea.post(HOME + "/" + id + "/workbook");
        assertThat(bea.header("Content-Disposition")).contains("fell-2026-version-1.xlsx");
        assertThat(
                town.count("select count(*) from platform.trail where act = 'framework.export' and record_id = '" + id
                        + "'"))
                .isEqualTo(2);
    }

    @Test
    void only_those_who_keep_frameworks_open_the_pages_and_a_coordinator_reads_what_is_published() {
        var id = FrameworkOf.published(context, board);
        var cora = town.visitor(town.person("Cora Vale", Role.COORDINATOR), port);
        assertThat(cora.get(HOME + "/" + id).status()).isEqualTo(200);
        assertThat(cora.page().select("form[action$=/correcting]")).isEmpty();
        assertThat(cora.get(HOME).status()).isEqualTo(404);
        assertThat(cora.get(HOME + "/loading").status()).isEqualTo(404);
        var dee = town.visitor(town.person("Dee Marsh", Role.DSO), port);
        assertThat(dee.get(HOME + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void what_comes_with_heed_is_published_from_the_list() {
        bea.get(HOME).post(HOME + "/shipped");
        assertThat(bea.status()).isEqualTo(422);
        assertThat(bea.page().select(".govuk-error-summary li").text()).isEqualTo("Tick at least one");
        bea.post(HOME + "/shipped", "code", "ox-2017");
        bea.follow();
        assertThat(bea.page().select("tbody th").eachText()).containsExactly("Standards BRAG, 2017",
                "Joint safeguarding self-assessment 2017");
        drafts.load(board, "code: impact-2013\ntitle: Ours\nsubject: impact\nlevels: []\n"
                .getBytes(StandardCharsets.UTF_8));
        bea.post(HOME + "/shipped", "code", "impact-2013");
        assertThat(bea.page().select(".govuk-error-summary li").text())
                .isEqualTo("Publish or give up the drafts of the same codes first");
    }
}
