package heed.assurance.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A published framework stays as it is; a correction is the next version, with its reason: invariant 1. */
@InTown
class FrameworksTest {
    @Autowired
    private ApplicationContext context;
    @Autowired
    private Frameworks frameworks;
    @Autowired
    private FrameworkDrafts drafts;

    private Town town;
    private Actor board;

    @BeforeEach
    void a_board() {
        town = Town.in(context);
        board = town.person("Bea Garrick", Role.BOARD_MANAGER);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private UUID draft(String yaml) {
        var taken = drafts.load(board, bytes(yaml));
        assertThat(taken.faults()).isEmpty();
        return java.util.Objects.requireNonNull(taken.draft());
    }

    @Test
    void what_comes_with_heed_is_published_in_one_step_with_what_it_needs() {
        assertThat(drafts.publishShipped(board, List.of("ox-crosswalk-2013-2017-2022"))).isEqualTo(7);
        assertThat(frameworks.published(board)).extracting(Framework::code).containsExactly("s11-2012", "std-2022",
                "std-brag-2017", "ox-2013", "ox-2017", "ox-2022", "ox-crosswalk-2013-2017-2022");
        assertThat(drafts.publishShipped(board, List.of("ox-2017"))).as("a second time").isZero();
        var edition = frameworks.latestEdition(board, "ox-2017").orElseThrow();
        assertThat(edition.items(Edition.WHOLE)).hasSize(11);
        assertThat(edition.scale().code()).isEqualTo("std-brag-2017");
        assertThat(YamlText.read(frameworks.yaml(board, edition.id())).tree())
                .isEqualTo(YamlText.read(ShippedFrameworks.get("ox-2017").orElseThrow().text()).tree());
    }

    @Test
    void nothing_can_change_what_is_published_not_even_the_program() {
        var id = FrameworkOf.published(context, board);
        for (var sql : List.of("update assurance.framework set title = 'Other' where id = '" + id + "'",
                "delete from assurance.framework where id = '" + id + "'"))
            assertThatThrownBy(
                    () -> town.count("with changed as (" + sql + " returning 1) select count(*) from changed"))
                    .rootCause().hasMessageContaining("permission denied");
        assertThat(frameworks.get(board, id).title()).isEqualTo("Fellmoor standards");
    }

    @Test
    void a_correction_is_the_next_version_with_its_reason_and_the_first_stays() {
        var first = FrameworkOf.published(context, board);
        var draft = drafts.correct(board, first);
        assertThatThrownBy(() -> drafts.publish(board, draft, 0, Framework.Reason.WORDING, ""))
                .as("nothing differs").isInstanceOf(Refused.class);
        assertThat(drafts.change(board, draft,
                bytes(FrameworkOf.edition("fell-2026", "Fellmoor standards").replace("Who leads?", "Who answers?")), 0))
                .isEmpty();
        assertThatThrownBy(() -> drafts.publish(board, draft, 1, null, "")).as("no reason")
                .isInstanceOf(Refused.class);
        var second = drafts.publish(board, draft, 1, Framework.Reason.WORDING, "The word was wrong.");

        assertThat(frameworks.get(board, first)).extracting(Framework::version, Framework::superseded)
                .containsExactly(1, true);
        assertThat(frameworks.get(board, second)).extracting(Framework::version, Framework::superseded,
                Framework::reason, Framework::words)
                .containsExactly(2, false, Framework.Reason.WORDING, "The word was wrong.");
        assertThat(frameworks.edition(board, first).node("1.1").orElseThrow().title()).isEqualTo("Who leads?");
        assertThat(frameworks.edition(board, second).node("1.1").orElseThrow().title()).isEqualTo("Who answers?");
        assertThat(town.count("select count(*) from assurance.framework_draft")).isZero();
    }

    /** Invariant 2. */
    @Test
    void an_edition_keeps_the_version_of_its_scale_that_it_was_published_on() {
        var edition = FrameworkOf.published(context, board);
        var scale = frameworks.edition(board, edition).scale();
        var draft = drafts.correct(board, scale.id());
        assertThat(drafts.change(board, draft, bytes(frameworks.yaml(board, scale.id())
                .replace("version: 1", "version: 2").replace("Fully met and can be evidenced", "Met, and shown")), 0))
                .isEmpty();
        drafts.publish(board, draft, 1, Framework.Reason.DECIDED, "");
        assertThat(frameworks.latestScale(board, "std-brag-2017").orElseThrow().version()).isEqualTo(2);
        assertThat(frameworks.edition(board, edition).scale()).isEqualTo(scale);
    }

    @Test
    void an_edition_waits_for_its_scale() {
        var draft = draft(FrameworkOf.edition("early-2026", "Too early"));
        assertThat(drafts.prospect(board, drafts.draft(board, draft)).faults())
                .containsExactly(new FrameworkFault("", "Publish its scale “std-brag-2017” first"));
        assertThatThrownBy(() -> drafts.publish(board, draft, 0, null, "")).isInstanceOf(Refused.class);
    }

    @Test
    void the_second_of_two_who_change_a_draft_is_told() {
        var draft = draft(FrameworkOf.edition("two-2026", "Two at once"));
        drafts.change(board, draft, bytes(FrameworkOf.edition("two-2026", "The first")), 0);
        assertThatThrownBy(
                () -> drafts.change(board, draft, bytes(FrameworkOf.edition("two-2026", "The second")), 0))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.kind()).isEqualTo(Refusal.MOVED_ON));
        assertThat(drafts.draft(board, draft).title()).isEqualTo("The first");
        assertThat(drafts.change(board, draft, bytes(FrameworkOf.edition("other-2026", "Another")), 1))
                .extracting(FrameworkFault::words).first().asString().contains("Keep the code");
    }

    @Test
    void a_file_with_faults_leaves_nothing_behind() {
        var taken = drafts.load(board, bytes(FrameworkOf.edition("bad-2026", "Bad").replace("kind: section",
                "kind: chapter")));
        assertThat(taken.draft()).isNull();
        assertThat(taken.faults()).hasSize(2);
        assertThat(town.count("select count(*) from assurance.framework_draft")).isZero();
    }

    @Test
    void only_those_who_keep_frameworks_load_and_publish_and_each_scope_has_its_own() {
        var id = FrameworkOf.published(context, board);
        var cora = town.person("Cora Vale", Role.COORDINATOR);
        assertThat(frameworks.edition(cora, id).code()).isEqualTo("fell-2026");
        assertThatThrownBy(() -> drafts.load(cora, bytes("code: x"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> drafts.publishShipped(cora, List.of("ox-2013"))).isInstanceOf(Refused.class);
        var other = Town.in(context).person("Olu Farr", Role.BOARD_MANAGER);
        assertThat(frameworks.published(other)).isEmpty();
        assertThatThrownBy(() -> frameworks.get(other, id)).isInstanceOf(Refused.class);
    }
}
