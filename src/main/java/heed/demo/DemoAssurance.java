package heed.demo;

import heed.platform.db.Transactions;
import heed.platform.notify.Outbox;
import heed.platform.setting.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Two years of assurance, lived through step by step: last year's check of the partnership's standards from its edition to
 * the committee report, this year's half way, and a short audit that peers are asking about. A step within one scope is
 * counted in its own transaction. One that goes from scope to scope is several, so it is counted before it begins: a start
 * that was stopped in the middle of it goes on with the next, and what the next needs of it and does not find it leaves out.
 */
@Component
@Profile("demo")
class DemoAssurance {
    private static final Logger LOG = LoggerFactory.getLogger(DemoAssurance.class);
    private static final String STEPS = "demo.assurance";
    private static final String KEPT = "demo.assurance.kept";

    private final List<Act> acts;
    private final Settings settings;
    private final Outbox outbox;
    private final Transactions transactions;

    /** What is done by one of the parts, in which scope; null for more than one. */
    record Act(@Nullable String scope, Consumer<DemoStory> does) {
    }

    DemoAssurance(DemoBoard board, DemoReturns returns, DemoPeers peers, DemoPlans plans, DemoReports reports,
            Settings settings, Outbox outbox, Transactions transactions) {
        this.settings = settings;
        this.outbox = outbox;
        this.transactions = transactions;
        this.acts = List.of(
                new Act(DemoStory.BOARD, board::lastYear),
                new Act(DemoStory.COUNCIL, plans::lastYear),
                new Act(DemoStory.COUNCIL, story -> returns.written(story, DemoStory.COUNCIL, DemoReturns.LAST)),
                new Act(DemoStory.NEIGHBOUR, story -> returns.written(story, DemoStory.NEIGHBOUR, DemoReturns.LAST)),
                new Act(null, story -> returns.submitted(story, DemoStory.COUNCIL, DemoReturns.LAST)),
                new Act(null, story -> returns.submitted(story, DemoStory.NEIGHBOUR, DemoReturns.LAST)),
                new Act(DemoStory.BOARD, board::lastYearInReview),
                new Act(null, peers::lastYear),
                new Act(DemoStory.BOARD, board::lastYearInModeration),
                new Act(null, peers::lastYearDecided),
                new Act(DemoStory.BOARD, board::lastYearPublished),
                new Act(null, peers::lastYearOut),
                new Act(DemoStory.COUNCIL, plans::thisYear),
                new Act(DemoStory.COUNCIL, reports::lastYear),
                new Act(DemoStory.COUNCIL, plans::thisYearSince),
                new Act(DemoStory.BOARD, board::audit),
                new Act(DemoStory.COUNCIL, story -> returns.written(story, DemoStory.COUNCIL, DemoReturns.AUDIT)),
                new Act(DemoStory.NEIGHBOUR, story -> returns.written(story, DemoStory.NEIGHBOUR, DemoReturns.AUDIT)),
                new Act(null, story -> returns.submitted(story, DemoStory.COUNCIL, DemoReturns.AUDIT)),
                new Act(null, story -> returns.submitted(story, DemoStory.NEIGHBOUR, DemoReturns.AUDIT)),
                new Act(DemoStory.BOARD, board::auditInReview),
                new Act(null, peers::audit),
                new Act(DemoStory.BOARD, board::thisYear),
                new Act(DemoStory.COUNCIL, returns::thisYear),
                new Act(DemoStory.COUNCIL, returns::yearsAgo),
                new Act(null, reports::earlierPaper),
                new Act(DemoStory.COUNCIL, reports::thisYear));
    }

    /** Whether everything is there. */
    boolean done() {
        return steps() >= acts.size();
    }

    private int steps() {
        return settings.get(STEPS).map(s -> Integer.parseInt(s.value())).orElse(0);
    }

    /** Goes on from where it was stopped, as long as that is wanted. */
    void load(DemoWorld world, Map<String, DemoRegister> registers, Instant began, BooleanSupplier wanted) {
        var story = new DemoStory(world, registers, began,
                settings.get(KEPT).map(s -> DemoStory.ids(s.value())).orElse(Map.of()));
        long from = System.nanoTime();
        int before = steps();
        for (int step = before; step < acts.size() && wanted.getAsBoolean(); step++) {
            var act = acts.get(step);
            var scope = act.scope();
            int next = step + 1;
            if (scope != null)
                transactions.inScope(story.scope(scope), () -> {
                    act.does().accept(story);
                    count(next);
                    keep(story);
                });
            else {
                count(next);
                act.does().accept(story);
                keep(story);
            }
            // What was written then was read then.
            for (var register : registers.values())
                outbox.passOver(register.system(), began.minus(Duration.ofDays(1)));
        }
        if (before < acts.size())
            LOG.info("Two years of assurance: {} of {} steps are there after {} ms more", steps(), acts.size(),
                    (System.nanoTime() - from) / 1_000_000);
    }

    private void count(int steps) {
        settings.put(STEPS, Integer.toString(steps), settings.get(STEPS).map(s -> s.version()).orElse(-1));
    }

    private void keep(DemoStory story) {
        settings.put(KEPT, story.asText(), settings.get(KEPT).map(s -> s.version()).orElse(-1));
    }
}
