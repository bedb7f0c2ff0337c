package heed.demo;

import heed.assurance.cycle.Cycle;
import heed.assurance.cycle.CycleMove;
import heed.assurance.cycle.Cycles;
import heed.assurance.framework.Edition;
import heed.assurance.framework.FrameworkDrafts;
import heed.platform.Actor;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The invented partnership: its scale, editions and crosswalk, and three cycles. Each act in a transaction of its scope. */
@Component
@Profile("demo")
class DemoBoard {
    private final FrameworkDrafts drafts;
    private final Cycles cycles;

    DemoBoard(FrameworkDrafts drafts, Cycles cycles) {
        this.drafts = drafts;
        this.cycles = cycles;
    }

    /** The first day of the month in which the demonstration began: windows of evidence end before it. */
    private static LocalDate month(DemoStory story) {
        return story.today().withDayOfMonth(1);
    }

    private UUID published(DemoStory story, String file, int day) {
        var by = story.board();
        var taken = DemoClock.at(story.at(day, 0),
                () -> drafts.load(by, DemoScript.filled(file, story.today()).getBytes(StandardCharsets.UTF_8)));
        var draft = taken.draft();
        if (draft == null)
            throw new IllegalStateException("demo/assurance/" + file + ": " + taken.faults());
        return DemoClock.at(story.at(day, 20), () -> drafts.publish(by, draft, 0, null, ""));
    }

    /** Last year's edition is out, its cycle open, both councils invited. */
    void lastYear(DemoStory story) {
        published(story, "scale.yaml", -416);
        var edition = published(story, "edition-last.yaml", -415);
        var month = month(story);
        open(story, DemoReturns.LAST, edition, -400, new Cycle.Dates(month.minusMonths(24),
                month.minusMonths(12).minusDays(1), story.day(-400), story.day(-345), story.day(-318), story.day(-300),
                story.day(-260)));
    }

    /** This year's, the one of years ago, and the crosswalk through the three. */
    void thisYear(DemoStory story) {
        published(story, "scale-early.yaml", -50);
        published(story, "edition-early.yaml", -49);
        var edition = published(story, "edition-this.yaml", -48);
        published(story, "crosswalk.yaml", -47);
        var month = month(story);
        open(story, DemoReturns.THIS, edition, -35, new Cycle.Dates(month.minusMonths(12), month.minusDays(1),
                story.day(-35), story.day(28), story.day(63), story.day(84), story.day(120)));
    }

    /** The short audit. */
    void audit(DemoStory story) {
        var edition = published(story, "edition-audit.yaml", -75);
        var month = month(story);
        open(story, DemoReturns.AUDIT, edition, -68, new Cycle.Dates(month.minusMonths(8), month.minusDays(1),
                story.day(-68), story.day(-44), story.day(14), story.day(28), story.day(56)));
    }

    private void open(DemoStory story, String year, UUID edition, int day, Cycle.Dates dates) {
        var by = story.board();
        var cycle = DemoClock.at(story.at(day - 6, 0), () -> cycles.plan(by, edition, dates));
        story.keep("cycle:" + year, cycle);
        var scopes = List.of(DemoStory.COUNCIL, DemoStory.NEIGHBOUR);
        DemoClock.at(story.at(day - 5, 0),
                () -> cycles.invite(by, cycle, scopes.stream().map(story::scope).toList(), Edition.WHOLE));
        move(story, year, CycleMove.OPEN_IT, day, null);
        for (var standing : cycles.standing(by, cycle))
            for (var scope : scopes)
                if (standing.scope().equals(story.scope(scope)))
                    story.keep("invitation:" + year + ":" + scope, standing.id());
    }

    private void move(DemoStory story, String year, CycleMove move, int day, @Nullable String note) {
        Actor by = story.board();
        var cycle = story.id("cycle:" + year);
        DemoClock.at(story.at(day, 5),
                () -> cycles.move(by, cycle, move, note == null ? "" : note, cycles.known(by, cycle).version()));
    }

    /** Returns are in, and peers begin. */
    void lastYearInReview(DemoStory story) {
        move(story, DemoReturns.LAST, CycleMove.CLOSE, -344, null);
        move(story, DemoReturns.LAST, CycleMove.BEGIN_PEER_REVIEW, -343, null);
    }

    /** The panel begins. */
    void lastYearInModeration(DemoStory story) {
        move(story, DemoReturns.LAST, CycleMove.BEGIN_MODERATION, -317, null);
    }

    /** The board has agreed, and what it agreed is out. */
    void lastYearPublished(DemoStory story) {
        move(story, DemoReturns.LAST, CycleMove.AGREE, -295, "Partnership board, minute 6, "
                + DemoPeers.words(story.day(-296)));
        move(story, DemoReturns.LAST, CycleMove.PUBLISH, -270, null);
    }

    /** The audit's returns are in, and peers begin. */
    void auditInReview(DemoStory story) {
        move(story, DemoReturns.AUDIT, CycleMove.CLOSE, -43, null);
        move(story, DemoReturns.AUDIT, CycleMove.BEGIN_PEER_REVIEW, -42, null);
    }
}
