package heed.platform.seal;

import heed.platform.Actor;
import heed.platform.db.Private;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was disposed of, kept outside the database and its backups, so that a backup put back does not revive it: a file
 * that is only ever added to, with ids and times in it.
 * <p>
 * A disposal is two lines. {@code destroying} is on the disk before the transaction that deletes the key commits;
 * {@code destroyed} follows when it has, or {@code kept} when it was undone. Only {@code destroyed} is ever repeated: a
 * line without its end may tell of a transaction that never was, and to destroy a living record is worse than to ask
 * somebody to dispose of one again. Where the database survives, {@code platform.disposal}, written in the same
 * transaction, settles such a line at the next start.
 */
public final class DisposalList {
    private static final Logger LOG = LoggerFactory.getLogger(DisposalList.class);
    private static final String HEAD = "# Heed's disposal list: keep it apart from backups, and never shorten it.\n";
    private static final Pattern LINE = Pattern
            .compile("(destroying|destroyed|kept) (\\S+) ([0-9a-f-]{36}) ([0-9a-f-]{36})");
    private static final int AT_ONCE = 1000;

    private final Path file;

    /**
     * What the file says.
     *
     * @param destroyed records that are gone for certain
     * @param unsettled records whose disposal was begun and whose end is not noted
     * @param unread lines that are not whole, left by a power cut or a full disk
     */
    public record Said(List<Disposal> destroyed, List<Disposal> unsettled, int unread) {
    }

    private enum Step {
        DESTROYING, DESTROYED, KEPT
    }

    private DisposalList(Path file) {
        this.file = file;
    }

    /** Where the list is, unless {@code heed.disposals} says otherwise. */
    public static Path placeIn(Path data) {
        return data.resolve("disposals.txt");
    }

    /** The list at this place, which is made where there is none. */
    public static DisposalList at(Path file) {
        DisposalList list = new DisposalList(file.toAbsolutePath().normalize());
        list.make();
        return list;
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    private void make() {
        if (Files.exists(file)) {
            return;
        }
        Path folder = file.getParent();
        try {
            if (folder == null) {
                throw new IOException("no folder");
            }
            Private.folder(folder);
            Private.write(file, HEAD);
            Private.sync(folder);
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    /** Reads it. */
    public Said read() {
        Map<Disposal.Of, Disposal> destroyed = new LinkedHashMap<>();
        Map<Disposal.Of, Disposal> begun = new LinkedHashMap<>();
        int unread = 0;
        try (var lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                Matcher parts = LINE.matcher(line);
                Disposal told = parts.matches() ? disposal(parts) : null;
                if (told == null) {
                    unread++;
                    continue;
                }
                switch (parts.group(1)) {
                    case "destroying" -> begun.put(told.of(), told);
                    case "destroyed" -> {
                        begun.remove(told.of());
                        destroyed.put(told.of(), told);
                    }
                    default -> begun.remove(told.of());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The disposal list " + file + " cannot be read ("
                    + e.getClass().getSimpleName() + "). Without it a backup could revive what was disposed of.", e);
        }
        begun.keySet().removeAll(destroyed.keySet());
        return new Said(List.copyOf(destroyed.values()), List.copyOf(begun.values()), unread);
    }

    private static @org.jspecify.annotations.Nullable Disposal disposal(Matcher parts) {
        try {
            return new Disposal(UUID.fromString(parts.group(3)), UUID.fromString(parts.group(4)),
                    Instant.parse(parts.group(2)));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return null;
        }
    }

    /**
     * Has the open transaction's end noted for a record whose key it has deleted.
     *
     * @throws IllegalStateException when no transaction is open whose end could be followed
     */
    void follow(Disposal disposal) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("a key is destroyed in a transaction, so that its end is known");
        }
        for (TransactionSynchronization each : TransactionSynchronizationManager.getSynchronizations()) {
            if (each instanceof Following following && following.of(this)) {
                following.all.add(disposal);
                return;
            }
        }
        Following following = new Following(this);
        following.all.add(disposal);
        TransactionSynchronizationManager.registerSynchronization(following);
    }

    /** The disposals of one transaction. */
    private static final class Following implements TransactionSynchronization {
        private final DisposalList list;
        private final List<Disposal> all = new ArrayList<>();
        private boolean begun;

        Following(DisposalList list) {
            this.list = list;
        }

        boolean of(DisposalList other) {
            return list == other;
        }

        /** A list that cannot be written to undoes the disposal. */
        @Override
        public void beforeCommit(boolean readOnly) {
            list.append(Step.DESTROYING, all);
            begun = true;
        }

        @Override
        public void afterCompletion(int status) {
            if (!begun || status == STATUS_UNKNOWN) {
                return;
            }
            try {
                list.append(status == STATUS_COMMITTED ? Step.DESTROYED : Step.KEPT, all);
            } catch (UncheckedIOException e) {
                // What was committed is in platform.disposal, from which the next start adds the missing lines.
                LOG.error("The disposal list {} could not be written to; the next start makes up for it", list.file);
            }
        }
    }

    /**
     * Brings list and database together, before anything is served: adds to the list what only the database knows, and
     * destroys again, in a database that came out of a backup, the keys of what the list says is gone.
     *
     * @return how many keys were there again
     */
    public int settle(JdbcClient db, Transactions transactions, Trail trail) {
        make();
        Said said = read();
        if (said.unread() > 0) {
            LOG.warn("{} lines of the disposal list {} are not whole and were passed over", said.unread(), file);
        }
        List<Disposal> known = kept(db, transactions);
        Set<Disposal.Of> listed = said.destroyed().stream().map(Disposal::of).collect(Collectors.toSet());
        List<Disposal> missing = known.stream().filter(each -> !listed.contains(each.of())).toList();
        if (!missing.isEmpty()) {
            append(Step.DESTROYED, missing);
            LOG.info("{} disposals were added to the list {}", missing.size(), file);
        }
        Set<Disposal.Of> inDatabase = known.stream().map(Disposal::of).collect(Collectors.toSet());
        Map<UUID, List<Disposal>> byScope = said.destroyed().stream().collect(Collectors.groupingBy(Disposal::scope));
        int again = 0;
        for (Map.Entry<UUID, List<Disposal>> scope : byScope.entrySet()) {
            for (int from = 0; from < scope.getValue().size(); from += AT_ONCE) {
                List<Disposal> some = scope.getValue().subList(from,
                        Math.min(from + AT_ONCE, scope.getValue().size()));
                again += transactions.inScope(scope.getKey(),
                        () -> repeat(scope.getKey(), some, inDatabase, db, trail));
            }
        }
        if (again > 0) {
            LOG.warn("{} records that had been disposed of were in the database again and were destroyed again", again);
        }
        return again;
    }

    private static int repeat(UUID scope, List<Disposal> some, Set<Disposal.Of> inDatabase, JdbcClient db,
            Trail trail) {
        List<UUID> revived = db.sql("""
                delete from platform.record_key where scope_id = :scope and record_id = any(:records)
                returning record_id""")
                .param("scope", scope)
                .param("records", some.stream().map(Disposal::record).toArray(UUID[]::new))
                .query((row, n) -> row.getObject("record_id", UUID.class))
                .list();
        some.stream().filter(each -> !inDatabase.contains(each.of())).forEach(each -> note(each, db));
        if (!revived.isEmpty()) {
            trail.add(Actor.system(scope), Trace.list("disposal.repeat", revived));
        }
        return revived.size();
    }

    /** Writes it to the table, in the caller's transaction. */
    static void note(Disposal disposal, JdbcClient db) {
        db.sql("""
                insert into platform.disposal (scope_id, record_id, disposed_at) values (:scope, :record, :at)
                on conflict do nothing""")
                .param("scope", disposal.scope())
                .param("record", disposal.record())
                .param("at", java.sql.Timestamp.from(disposal.at()))
                .update();
    }

    /**
     * What the database knows of and the list does not, not even as begun: such a list is another Heed's, or lines of it
     * are lost.
     */
    public List<Disposal> unknownTo(JdbcClient db, Transactions transactions) {
        Said said = read();
        Set<Disposal.Of> listed = said.destroyed().stream().map(Disposal::of).collect(Collectors.toSet());
        said.unsettled().forEach(each -> listed.add(each.of()));
        return kept(db, transactions).stream().filter(each -> !listed.contains(each.of())).toList();
    }

    private static List<Disposal> kept(JdbcClient db, Transactions transactions) {
        return transactions.outsideScopes(() -> db
                .sql("select scope_id, record_id, disposed_at from platform.disposal")
                .query((row, n) -> new Disposal(row.getObject("scope_id", UUID.class),
                        row.getObject("record_id", UUID.class), row.getTimestamp("disposed_at").toInstant()))
                .list());
    }

    /** Adds to this list whatever another says is gone. */
    public void takeOver(DisposalList other) {
        Set<Disposal.Of> here = read().destroyed().stream().map(Disposal::of).collect(Collectors.toSet());
        append(Step.DESTROYED, other.read().destroyed().stream().filter(each -> !here.contains(each.of())).toList());
    }

    /** Adds lines; they are on the disk when this returns. */
    private synchronized void append(Step step, Collection<Disposal> all) {
        if (all.isEmpty()) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        all.stream().sorted(Comparator.comparing(Disposal::at))
                .forEach(each -> lines.append(step.name().toLowerCase(Locale.ROOT)).append(' ')
                        .append(each.at().truncatedTo(ChronoUnit.SECONDS)).append(' ').append(each.scope()).append(' ')
                        .append(each.record()).append('\n'));
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            // A line that a full disk or a power cut broke off must not swallow the first of these.
            ByteBuffer left = StandardCharsets.US_ASCII.encode((endsWhole() ? "" : "\n") + lines);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private boolean endsWhole() throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            if (in.size() == 0) {
                return true;
            }
            ByteBuffer last = ByteBuffer.allocate(1);
            in.read(last, in.size() - 1);
            return last.get(0) == '\n';
        }
    }

    private UncheckedIOException unwritten(IOException e) {
        return new UncheckedIOException("The disposal list " + file + " cannot be written to ("
                + e.getClass().getSimpleName() + "): nothing is disposed of without it.", e);
    }
}
