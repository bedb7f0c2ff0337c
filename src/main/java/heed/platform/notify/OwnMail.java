package heed.platform.notify;

import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In the demo, each person's own mail, read instead of sent. */
@Component
@Profile("demo")
class OwnMail {
    private static final int MOST = 50;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK)
            .withZone(ZoneId.of("Europe/London"));

    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;
    private final Kinds kinds;
    private final Site site;
    private final Clock clock;

    private record Row(UUID id, String kind, @Nullable String ref, boolean urgent, Timestamp writtenAt, boolean text) {
    }

    OwnMail(JdbcClient db, Transactions transactions, Trail trail, Kinds kinds, Site site, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
        this.kinds = kinds;
        this.site = site;
        this.clock = clock;
    }

    /**
     * The last of this person's own mail, newest first. What is read counts as sent.
     *
     * @throws heed.platform.Refused as not found for nobody
     */
    List<OutboxPage.Shown> read(Actor by) {
        if (by.staff().equals(Actor.NOBODY))
            throw Refusal.NOT_FOUND.because("nobody's mail");
        return transactions.inScope(by.scope(), () -> letters(by));
    }

    private List<OutboxPage.Shown> letters(Actor by) {
        var rows = db.sql("""
                select id, kind, ref, urgent, written_at, channel from platform.outbox
                where recipient = :me and scope_id = :scope order by written_at desc, channel, id limit :most""")
                .param("me", by.staff()).param("scope", by.scope()).param("most", MOST)
                .query((row, n) -> new Row(row.getObject("id", UUID.class), row.getString("kind"), row.getString("ref"),
                        row.getBoolean("urgent"), row.getTimestamp("written_at"),
                        row.getString("channel").equals(Channel.TEXT.name())))
                .list();
        db.sql("update platform.outbox set sent_at = :now where sent_at is null and id = any(:ids)")
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", rows.stream().map(Row::id).toArray(UUID[]::new))
                .update();
        trail.add(by, Trace.list("outbox.view", rows.stream().map(Row::id).toList()));
        return rows.stream().map(this::shown).toList();
    }

    private OutboxPage.Shown shown(Row row) {
        var when = WHEN.format(row.writtenAt().toInstant());
        return kinds.named(row.kind()).map(kind -> {
            var letter = Letter.of(kind, row.ref(), site.address());
            return new OutboxPage.Shown("mail-" + row.id(), letter.subject(),
                    row.text() ? letter.asText() : letter.text().strip(), when, row.urgent(), row.text(),
                    letter.link().substring(site.address().length()));
        }).orElseGet(() -> new OutboxPage.Shown("mail-" + row.id(), "A mail of another release of Heed", "", when,
                row.urgent(), row.text(), null));
    }
}
