package heed.house;

import heed.casework.rota.Handovers;
import heed.casework.rota.Rota;
import heed.directory.calendar.Calendar;
import heed.platform.Actor;
import heed.platform.calendar.DayChange;
import heed.platform.db.Transactions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes what the routes about the rota and its messages name. */
final class Rostered {
    private Rostered() {
    }

    /** A shift of this officer. */
    static UUID shift(ApplicationContext context, Actor by, Actor officer) {
        return context.getBean(Rota.class).add(by, officer.staff(), null, Instant.parse("2026-03-10T09:00:00Z"),
                Instant.parse("2026-03-10T17:00:00Z"));
    }

    /** A handover that every officer may read. */
    static UUID handover(ApplicationContext context, Actor officer) {
        var handovers = context.getBean(Handovers.class);
        handovers.write(officer, UUID.randomUUID(), "The line was engaged.", Map.of());
        return handovers.recent(officer).getFirst().id();
    }

    /** A message without a reference that could not be sent. */
    static UUID failed(ApplicationContext context, Actor to) {
        var id = UUID.randomUUID();
        context.getBean(Transactions.class).inScope(to.scope(), () -> {
            context.getBean(JdbcClient.class).sql("""
                    insert into platform.outbox (id, scope_id, recipient, kind, urgent, written_at, failed_at, failure)
                    values (:id, :scope, :to, 'ROTA_EMPTY', false, timestamptz '2026-03-10 09:00Z',
                      timestamptz '2026-03-10 09:00Z', 'MailConnectException')""")
                    .param("id", id).param("scope", to.scope()).param("to", to.staff()).update();
        });
        return id;
    }

    /** A day added to the calendar. */
    static UUID day(ApplicationContext context, Actor by) {
        var calendar = context.getBean(Calendar.class);
        var day = LocalDate.of(2030, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(10_000));
        calendar.add(by, new DayChange(day, "A day", false));
        return calendar.added(by).stream().filter(a -> a.change().day().equals(day)).findFirst().orElseThrow().id();
    }
}
