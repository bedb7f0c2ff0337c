package heed.assurance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.platform.Actor;
import heed.platform.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A report moves as its table says, goes out as it was checked, and then changes never again: invariants 1 and 24. */
class ReportTest {
    private static final Instant NOW = Instant.parse("2026-06-10T09:00:00Z");
    private final Actor cora = actor();
    private final Actor otto = actor();
    private final FrozenReport frozen = ReportOf.report();

    private static Actor actor() {
        return new Actor(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Set.of(), "test");
    }

    private Report draft() {
        return Report.begun(UUID.randomUUID(), cora, NOW).report();
    }

    private Report approved() {
        return draft().checked(cora, NOW, 0, 0, frozen).report().approved(otto, NOW).report();
    }

    @Test
    void every_state_is_reached_and_nothing_leads_back_from_what_went_out() {
        var reached = EnumSet.noneOf(ReportState.class);
        var open = new ArrayDeque<>(Arrays.stream(ReportMove.values()).filter(m -> m.from() == null)
                .map(ReportMove::to).toList());
        while (!open.isEmpty()) {
            var state = open.remove();
            if (reached.add(state))
                ReportMove.from(state).forEach(m -> open.add(m.to()));
        }
        assertThat(reached).isEqualTo(EnumSet.allOf(ReportState.class));
        for (var state : ReportState.values())
            if (state.fixed())
                assertThat(ReportMove.from(state)).allMatch(m -> m.to().fixed());
    }

    @Test
    void only_a_draft_is_given_up_for_a_reason_and_nothing_leads_on_from_there() {
        refused(() -> draft().move(ReportMove.GIVE_UP, cora, NOW, " "));
        for (var other : List.of(draft().checked(cora, NOW, 0, 0, frozen).report(), approved()))
            refused(() -> other.move(ReportMove.GIVE_UP, cora, NOW, "Begun on the wrong return"));
        var ended = draft().move(ReportMove.GIVE_UP, cora, NOW, "Begun on the wrong return").report();
        assertThat(ended.state()).isEqualTo(ReportState.GIVEN_UP);
        assertThat(ReportMove.from(ReportState.GIVEN_UP)).isEmpty();
        refused(ended::written);
        refused(() -> ended.amended(cora, NOW, "A figure was wrong"));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Refused.class);
    }

    @Test
    void it_is_not_checked_while_something_is_missing_or_may_tell_of_a_person() {
        assertThatThrownBy(() -> draft().checked(cora, NOW, 1, 0, frozen)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> draft().checked(cora, NOW, 0, 1, frozen)).isInstanceOf(Refused.class);
        var checked = draft().checked(cora, NOW, 0, 0, frozen);
        assertThat(checked.report().state()).isEqualTo(ReportState.CHECKED);
        assertThat(checked.report().hash()).isEqualTo(frozen.hash());
        assertThat(checked.move()).isEqualTo(ReportMove.CHECK);
    }

    @Test
    void whoever_checked_it_does_not_approve_it() {
        var checked = draft().checked(cora, NOW, 0, 0, frozen).report();
        assertThatThrownBy(() -> checked.approved(cora, NOW)).isInstanceOf(Refused.class);
        assertThat(checked.approved(otto, NOW).report().state()).isEqualTo(ReportState.APPROVED);
    }

    @Test
    void it_goes_out_as_it_was_checked_or_not_at_all() {
        var other = ReportOf.report(ReportOf.with(ReportOf.text(), ReportPart.RISKS, "There are none."),
                ReportOf.copy());
        assertThatThrownBy(() -> approved().published(cora, NOW, other.json())).isInstanceOf(Refused.class);
        var published = approved().published(cora, NOW, frozen.json()).report();
        assertThat(published.state()).isEqualTo(ReportState.PUBLISHED);
        assertThatThrownBy(published::written).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> published.move(ReportMove.WRITE_ON, cora, NOW, "A word")).isInstanceOf(Refused.class);
    }

    @Test
    void what_is_written_in_again_is_checked_again() {
        var checked = draft().checked(cora, NOW, 0, 0, frozen).report();
        assertThatThrownBy(checked::written).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> checked.move(ReportMove.WRITE_ON, cora, NOW, " ")).isInstanceOf(Refused.class);
        for (var again : List.of(checked.move(ReportMove.WRITE_ON, cora, NOW, "A figure is old").report(),
                approved().move(ReportMove.GIVE_BACK, otto, NOW, "Say more of training").report())) {
            assertThat(again.state()).isEqualTo(ReportState.DRAFT);
            assertThat(again.hash()).isNull();
            assertThat(again.checkedBy()).isNull();
            assertThat(again.written().version()).isEqualTo(again.version() + 1);
        }
    }

    @Test
    void no_guard_is_walked_around_and_no_move_starts_elsewhere() {
        for (var move : ReportMove.values())
            if (move.guard() != ReportMove.Guard.NONE || move.from() == null)
                assertThatThrownBy(() -> draft().move(move, cora, NOW, "So"))
                        .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> draft().approved(otto, NOW)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> draft().published(cora, NOW, frozen.json())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> draft().move(ReportMove.WITHDRAW, otto, NOW, "So")).isInstanceOf(Refused.class);
    }

    @Test
    void a_correction_is_a_new_version_with_a_reason() {
        var published = approved().published(cora, NOW, frozen.json()).report();
        assertThatThrownBy(() -> draft().amended(cora, NOW, "A slip")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> published.amended(cora, NOW, "")).isInstanceOf(Refused.class);
        var next = published.amended(cora, NOW, "A figure was wrong");
        assertThat(next.report().number()).isEqualTo(2);
        assertThat(next.report().amends()).isEqualTo(published.id());
        assertThat(next.report().state()).isEqualTo(ReportState.DRAFT);
        assertThat(published.move(ReportMove.WITHDRAW, otto, NOW, "Replaced").report().hash()).isEqualTo(frozen.hash());
    }

    @Test
    void what_is_frozen_comes_back_the_same_and_any_change_of_it_has_another_hash() {
        assertThat(FrozenReport.read(frozen.json())).isEqualTo(frozen);
        assertThat(frozen.hash()).hasSize(64).isEqualTo(FrozenReport.read(frozen.json()).hash());
        var copy = ReportOf.copy();
        var text = ReportOf.text();
        var others = List.of(ReportOf.report(ReportOf.with(text, ReportPart.LEGAL, "None."), copy),
                ReportOf.report(text, copy, List.of(), List.of(), null),
                ReportOf.report(text, copy, List.of(ReportOf.action("Another")), List.of(), null),
                ReportOf.report(text, copy, List.of(), List.of(), "A slip"),
                ReportOf.report(text, ReportOf.copy(copy.items().subList(0, 3))));
        assertThat(others).extracting(FrozenReport::hash).doesNotHaveDuplicates().doesNotContain(frozen.hash());
    }

    @Test
    void nothing_written_reaches_a_log() {
        assertThat(frozen.toString() + frozen.text() + frozen.text().header() + frozen.text().finance()
                + frozen.text().author() + frozen.plan() + frozen.results() + frozen.figures()).doesNotContain("Tarn",
                        "Beck",
                        "landlords", "Communities", "Concerns");
    }

    @Test
    void what_a_report_lacks_is_said_field_by_field() {
        var today = LocalDate.of(2026, 6, 10);
        assertThat(Missing.of(ReportOf.text(), today)).isEmpty();
        var nothing = new ReportText(new ReportText.Header("", null, "", "", "", "", "", "", ""), List.of(" "),
                java.util.Map.of(), java.util.Map.of(), ReportText.Clearance.NONE, ReportText.Clearance.NONE,
                new ReportText.Author("", "", "", "", ""), List.of(new ReportText.Appendix("", "")));
        assertThat(Missing.of(nothing, today)).extracting(Missing::field).containsExactly("to", "date", "from", "title",
                "purpose", "keyDecision", "recommendations", "BACKGROUND", "RESULTS", "PRIORITIES", "RISKS", "FINANCE",
                "LEGAL",
                "EQUALITIES", "ACHIEVEMENTS", "financeName", "financeDate", "legalName", "legalDate", "authorPost",
                "authorEmail", "appendix1");
        assertThat(Missing.of(ReportOf.text(), LocalDate.of(2026, 6, 1))).extracting(Missing::field)
                .containsExactly("legalDate");
    }
}
