package heed.records.document;

import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Adds a file past the pages. */
public final class FileOf {
    private FileOf() {
    }

    /** A small text that somebody adds to this draft or concern; returns its id. */
    public static UUID in(ApplicationContext context, Actor by, UUID owner) {
        return in(context, by, owner, "note.txt", Samples.bytes("Seen again " + UUID.randomUUID()));
    }

    /** This file, added. */
    public static UUID in(ApplicationContext context, Actor by, UUID owner, String name, byte[] bytes) {
        return switch (context.getBean(Intake.class).take(by, name, new ByteArrayInputStream(bytes))) {
            case Taken.Not not -> throw new AssertionError(not.sentence());
            case Arriving file -> {
                try (file) {
                    context.getBean(Transactions.class).inScope(by.scope(), () -> context.getBean(Documents.class)
                            .add(by, owner, file, "", context.getBean(Clock.class).instant()));
                    yield file.id();
                }
            }
        };
    }
}
