package heed.assurance.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.SetClock;
import heed.access.Role;
import heed.assurance.exercise.ReturnOf;
import heed.assurance.framework.FrameworkText;
import heed.assurance.plan.ActionMove;
import heed.assurance.plan.PlanAction;
import heed.assurance.plan.PlanColour;
import heed.assurance.plan.PlanOf;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A return leaves the database whole and comes into another scope the same, or not at all. */
@InTown
class WholeReturnsTest {
    private static final Instant WHEN = Instant.parse("2026-03-04T05:06:07.000008Z");
    private static final String BODY = "Fellmoor District Council";
    @Autowired
    private ApplicationContext context;
    @Autowired
    private WholeReturns wholes;
    @Autowired
    private SetClock clock;
    @LocalServerPort
    private int port;
    private Town here;
    private Actor keeper;
    private Actor elsewhere;

    @BeforeEach
    void two_councils() {
        clock.goTo(Instant.parse("2026-04-01T09:00:00Z"));
        here = Town.in(context);
        keeper = here.person("Cora Vale", Role.COORDINATOR);
        elsewhere = Town.in(context).person("Cora Vale", Role.COORDINATOR);
    }

    @AfterEach
    void time_goes_on() {
        clock.startAgain();
    }

    private UUID brought(Actor by, WholeReturn all) {
        var brought = wholes.bring(by, ArchiveWriting.of(all, WHEN));
        assertThat(brought.faults()).isEmpty();
        return brought.made();
    }

    private WholeReturn out(Actor by, UUID id) {
        return wholes.of(by, id, "return.export");
    }

    @Test
    void generated_returns_go_through_the_database_of_one_council_and_of_another_and_are_the_same() {
        int statements = 0;
        int signed = 0;
        for (long seed = 0; seed < 30; seed++) {
            var made = WholeReturnOf.of(seed);
            var all = WholeReturnOf.of(made, BODY, made.head().id());
            var first = out(keeper, brought(keeper, all));
            // Once more by its file, as it leaves.
            var second = out(elsewhere,
                    brought(elsewhere, ArchiveReading.of(ArchiveWriting.of(first, WHEN), WHEN).all()));
            assertThat(second).as("seed " + seed).isEqualTo(first);
            assertThat(ArchiveWriting.of(second, WHEN)).isEqualTo(ArchiveWriting.of(first, WHEN));
            assertThat(plain(first)).as("seed " + seed).isEqualTo(plain(all));
            assertThat(edition(first)).isEqualTo(edition(all));
            statements += first.evidence().size();
            signed += first.signing() == null ? 0 : 1;
        }
        assertThat(statements).isGreaterThan(200);
        assertThat(signed).isBetween(5, 25);
    }

    private static Object edition(WholeReturn all) {
        return FrameworkText.edition(all.edition(), 1, all.scale(), 1);
    }

    /**
     * What must be the same for whatever came from outside, too: without the order of lists that have none, references that
     * may be taken, Heed's own colour, which is of the day, and answers in which nothing was written.
     */
    private static WholeReturn plain(WholeReturn all) {
        return new WholeReturn(all.head(), "", "", all.frozen(), all.signing(),
                all.answers().stream().filter(a -> !a.words().isEmpty() || a.noAction() != null)
                        .map(a -> a.words().isEmpty() ? new WholeReturn.Answer(a.item(), "", null, a.noAction()) : a)
                        .sorted(Comparator.comparing(WholeReturn.Answer::item)).toList(),
                all.ratings().stream().sorted(Comparator.comparing(WholeReturn.RatingLine::at)).toList(),
                all.evidence().stream().sorted(Comparator.comparing(WholeReturn.EvidenceLine::id)).toList(),
                all.figures().stream().map(WholeReturnsTest::plain)
                        .sorted(Comparator.comparing(WholeReturn.FigureLine::id)).toList(),
                all.actions().stream().map(WholeReturnsTest::plain).toList(),
                all.history().stream().sorted(Comparator.comparing(WholeReturn.HistoryLine::at)).toList());
    }

    /** A number with zeros before its point is the number. */
    private static WholeReturn.FigureLine plain(WholeReturn.FigureLine f) {
        return new WholeReturn.FigureLine(f.id(), f.items(), f.measure(), f.title(),
                f.value().scale() < 0 ? new BigDecimal(f.value().toPlainString()) : f.value(), f.unit(), f.from(),
                f.until(), f.origin(), f.source(), f.says(), f.parts(), f.split(), f.asAt(), f.enteredAt());
    }

    private static WholeReturn.ActionLine plain(WholeReturn.ActionLine a) {
        return new WholeReturn.ActionLine("", a.plan(), a.item(), a.source(), a.words(), a.timescale(),
                List.copyOf(new java.util.LinkedHashSet<>(a.posts())), a.state(), a.agreedOn(), a.reviewOn(),
                a.claimedOn(), a.verifiedOn(), a.closedOn(), a.result(),
                a.milestones().stream()
                        .map(m -> new WholeReturn.MilestoneLine(m.what().strip(), m.due(), m.metOn()))
                        .sorted(Comparator.comparing(WholeReturn.MilestoneLine::due)).toList(),
                a.entries().stream().map(e -> new WholeReturn.EntryLine(e.kind(), e.move(), e.colour(),
                        e.words() == null || e.words().isBlank() ? null : e.words().strip(), e.at()))
                        .sorted(Comparator.comparing(WholeReturn.EntryLine::at)).toList(),
                null);
    }

    @Test
    void a_return_that_was_written_signed_off_and_acted_on_here_stands_the_same_elsewhere() {
        var officer = here.person("Ade Marsh", Role.ACCOUNTABLE_OFFICER);
        var ret = ReturnOf.opened(context, keeper);
        ReturnOf.written(context, keeper, ret);
        ReturnOf.figure(context, keeper, ret, "1.1", "12");
        PlanOf.answering(context, keeper, ret, "2.10", "Train every crew",
                PlanOf.post(context, keeper, "Parks lead", officer));
        ReturnOf.inReview(context, keeper, ret);
        ReturnOf.signed(context, officer, ret);
        var all = out(keeper, ret);
        assertThat(all.head().body()).isEqualTo(BODY);
        assertThat(all.signing().post()).isEqualTo("Chief executive");
        assertThat(all.answers()).hasSize(3);
        assertThat(all.actions()).singleElement().satisfies(a -> assertThat(a.posts()).containsExactly("Parks lead"));
        var there = out(elsewhere, brought(elsewhere, all));
        assertThat(plain(there)).isEqualTo(plain(all));
        assertThat(there.edition()).isEqualTo(all.edition());
        assertThat(there.scale()).isEqualTo(all.scale());
        assertThat(ReturnOf.version(context, elsewhere, ret)).isZero();
    }

    /** What was said of actions counts for their colours elsewhere as it does here. (Invariant 14) */
    @Test
    void plans_progress_judgements_and_history_come_along() {
        var officer = here.person("Ade Marsh", Role.ACCOUNTABLE_OFFICER);
        var ret = ReturnOf.opened(context, keeper);
        ReturnOf.written(context, keeper, ret);
        var action = PlanOf.answering(context, keeper, ret, "2.10", "Train every crew",
                PlanOf.post(context, keeper, "Parks lead", keeper));
        PlanOf.move(context, keeper, action, ActionMove.AGREE, PlanAction.Said.NOTHING);
        PlanOf.said(context, keeper, action, "Two crews of five are trained", PlanColour.A, "The trainer is ill");
        ReturnOf.inReview(context, keeper, ret);
        ReturnOf.signed(context, officer, ret);
        var all = out(keeper, ret);
        var taken = all.actions().getFirst();
        assertThat(taken.entries()).extracting(WholeReturn.EntryLine::words).contains("Two crews of five are trained",
                "The trainer is ill");
        assertThat(taken.judgement().orElseThrow().letter()).isEqualTo(PlanColour.A);
        assertThat(all.history()).extracting(h -> h.move().name()).containsExactlyInAnyOrder("OPEN", "START",
                "ASK_FOR_REVIEW",
                "SIGN_OFF");
        var there = out(elsewhere, brought(elsewhere, all));
        assertThat(there.history()).isEqualTo(all.history());
        assertThat(there.actions().getFirst().entries()).isEqualTo(taken.entries());
        assertThat(there.actions().getFirst().plan()).isEqualTo(taken.plan());
        assertThat(there.actions().getFirst().agreedOn()).isEqualTo(taken.agreedOn());
    }

    @Test
    void one_that_is_here_already_or_is_anothers_does_not_come_in() {
        var mine = WholeReturnOf.of(WholeReturnOf.some(), BODY, UUID.randomUUID());
        brought(keeper, mine);
        assertThat(wholes.bring(keeper, ArchiveWriting.of(mine, WHEN)).faults()).extracting(ArchiveFault::kind)
                .containsExactly(ArchiveFault.Kind.THERE);
        var theirs = WholeReturnOf.of(mine, "Combevale District Council", UUID.randomUUID());
        assertThat(wholes.bring(keeper, ArchiveWriting.of(theirs, WHEN)).faults()).singleElement()
                .satisfies(f -> assertThat(f.words()).contains("Combevale", BODY));
        assertThat(wholes.bring(keeper, new byte[3]).faults()).hasSize(1);
    }

    @Test
    void two_editions_of_one_code_and_version_that_say_different_things_are_both_kept() {
        var all = WholeReturnOf.of(WholeReturnOf.some(), BODY, UUID.randomUUID());
        var first = out(keeper, brought(keeper, all));
        var other = new WholeReturn(WholeReturnOf.of(all, BODY, UUID.randomUUID()).head(),
                all.edition().replace("Part 1", "Part one"), all.scale(), null, null, all.answers(), all.ratings(),
                List.of(), List.of(), List.of(), List.of());
        var second = out(keeper, brought(keeper, other));
        assertThat(edition(second)).isEqualTo(edition(other)).isNotEqualTo(edition(first));
        assertThat(edition(out(keeper, first.head().id()))).isEqualTo(edition(all));
        var ids = new HashSet<UUID>();
        context.getBean(heed.assurance.framework.Frameworks.class).published(keeper).forEach(f -> ids.add(f.id()));
        assertThat(ids).as("two editions, and one scale for both").hasSize(3);
    }

    @Test
    void only_who_keeps_returns_takes_them_out_or_brings_them_in() {
        var ret = ReturnOf.opened(context, keeper);
        var officer = here.person("Ade Marsh", Role.ACCOUNTABLE_OFFICER);
        for (var other : List.of(officer, here.person("Len Burr"), elsewhere))
            assertThatThrownBy(() -> out(other, ret)).isInstanceOfSatisfying(Refused.class,
                    r -> assertThat(r.kind()).isEqualTo(Refusal.NOT_FOUND));
        assertThatThrownBy(() -> wholes.bring(officer, new byte[0])).isInstanceOf(Refused.class);
    }

    @Test
    void a_coordinator_saves_a_return_and_brings_it_in_elsewhere_by_pages() {
        var ret = ReturnOf.opened(context, keeper);
        ReturnOf.written(context, keeper, ret);
        var page = here.confirmed(keeper, port);
        var base = "/assurance/returns/" + ret;
        assertThat(page.get(base).page().select("a[href$=/taking-out]").text()).isEqualTo("Take it out");
        assertThat(page.get(base + "/taking-out").page().text()).contains("3 of 3 questions", "3 statements",
                "Not yet", "Catalog: the framework");
        page.post(base + "/archive");
        assertThat(page.status()).isEqualTo(200);
        page.get(base + "/taking-out").post(base + "/oscal", "document", "assessment-results.json");
        assertThat(page.body()).contains("\"assessment-results\"", "1.1.3");
        page.get(base + "/taking-out").post(base + "/oscal", "document", "../secret");
        assertThat(page.status()).isEqualTo(404);
    }
}
