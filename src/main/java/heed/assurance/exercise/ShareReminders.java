package heed.assurance.exercise;

import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.jobs.Job;
import heed.platform.notify.Outbox;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.LondonTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Writes to those who were asked to answer questions of a return that is still written: once when their day is near, once
 * when it has passed and then every week until they are done. Whoever asked them is told once that the day has passed.
 * However many questions somebody has, they get one mail.
 */
@Component
class ShareReminders {
    private static final int NEAR = 3;
    private static final int WEEK = 7;

    private final Returns returns;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    ShareReminders(Returns returns, Outbox outbox, Transactions transactions, Trail trail, Clock clock) {
        this.returns = returns;
        this.outbox = outbox;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Looks at one scope. @return how many mails were written */
    int look(Actor system) {
        return transactions.inScope(system.scope(), () -> {
            var today = clock.instant().atZone(LondonTime.ZONE).toLocalDate();
            var theirs = new LinkedHashMap<UUID, List<Returns.Waiting>>();
            var asked = new LinkedHashSet<UUID>();
            for (var waiting : returns.waiting(today.plusDays(NEAR)))
                if (reminds(waiting, today)) {
                    theirs.merge(waiting.staff(), List.of(waiting), ShareReminders::both);
                    if (firstLate(waiting, today) && !waiting.askedBy().equals(waiting.staff()))
                        asked.add(waiting.askedBy());
                    returns.reminded(waiting.id(), today);
                }
            theirs.forEach((staff, all) -> {
                outbox.add(system, staff, all.stream().anyMatch(w -> w.due().isBefore(today))
                        ? ReturnMail.ANSWER_LATE
                        : ReturnMail.ANSWER_DUE, null, false);
                trail.add(system, Trace.list("return-item.remind", staff,
                        all.stream().map(Returns.Waiting::id).toList()));
            });
            asked.forEach(who -> outbox.add(system, who, ReturnMail.ANSWERS_WAITED_FOR, null, false));
            return theirs.size() + asked.size();
        });
    }

    private static List<Returns.Waiting> both(List<Returns.Waiting> some, List<Returns.Waiting> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    private boolean reminds(Returns.Waiting waiting, LocalDate today) {
        if (firstLate(waiting, today))
            return true;
        var last = waiting.remindedOn();
        if (last == null)
            // Whoever was asked a moment ago need not hear at once that the day is near.
            return !waiting.askedAt().isAfter(clock.instant().minus(Duration.ofDays(1)));
        return waiting.due().isBefore(today) && !last.isAfter(today.minusDays(WEEK));
    }

    private static boolean firstLate(Returns.Waiting waiting, LocalDate today) {
        var last = waiting.remindedOn();
        return waiting.due().isBefore(today) && (last == null || !last.isAfter(waiting.due()));
    }

    /** Looks twice an hour. */
    @Configuration(proxyBeanMethods = false)
    static class ShareRound {
        @Bean
        Job remindOfShares(ShareReminders reminders, Organisations organisations) {
            return new Job("share-reminders", Duration.ofMinutes(30),
                    () -> organisations.scopes().forEach(scope -> reminders.look(Actor.system(scope.id()))));
        }
    }
}
