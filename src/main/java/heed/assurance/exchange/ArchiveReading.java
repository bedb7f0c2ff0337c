package heed.assurance.exchange;

import static heed.assurance.exchange.ArchiveFault.Kind.CHANGED;
import static heed.assurance.exchange.ArchiveFault.Kind.MISSING;
import static heed.assurance.exchange.ArchiveFault.Kind.NOT_OURS;
import static heed.assurance.exchange.ArchiveFault.Kind.NO_MANIFEST;
import static heed.assurance.exchange.ArchiveFault.Kind.OTHER_VERSION;
import static heed.assurance.exchange.ArchiveFault.Kind.UNLISTED;
import static heed.assurance.exchange.ArchiveFault.Kind.UNREADABLE;

import java.lang.reflect.RecordComponent;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** Reads a return from one file, or says why not: never part of it, never something else than was written. */
public final class ArchiveReading {
    private final Map<String, byte[]> files;
    private final Instant now;
    private final List<ArchiveFault> faults = new ArrayList<>();

    /**
     * What came of reading.
     *
     * @param all     the return; null where it is not taken
     * @param written when it was saved; null where it is not taken
     * @param faults  why it is not taken; empty where it is
     */
    public record Outcome(@Nullable WholeReturn all, @Nullable Instant written, List<ArchiveFault> faults) {
        /** Copies the faults. */
        public Outcome {
            faults = List.copyOf(faults);
        }

        static Outcome not(List<ArchiveFault> faults) {
            return new Outcome(null, null, faults);
        }

        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Outcome" + faults;
        }
    }

    private ArchiveReading(Map<String, byte[]> files, Instant now) {
        this.files = files;
        this.now = now;
    }

    /**
     * Reads an archive. Whatever the bytes are, it returns.
     *
     * @param now after which nothing in it can have happened
     */
    public static Outcome of(byte[] archive, Instant now) {
        var unpacked = Unpacking.of(archive);
        return unpacked.fault() == null
                ? new ArchiveReading(unpacked.files(), now).read()
                : Outcome.not(List.of(unpacked.fault()));
    }

    private Outcome read() {
        var list = manifest();
        if (list == null)
            return Outcome.not(faults);
        compare(list);
        if (!faults.isEmpty())
            return Outcome.not(faults);
        var signing = json(ArchivePart.SIGNING, new TypeReference<WholeReturn.Signing>() {
        });
        var answers = json(ArchivePart.ANSWERS, new TypeReference<List<WholeReturn.Answer>>() {
        });
        var ratings = json(ArchivePart.RATINGS, new TypeReference<List<WholeReturn.RatingLine>>() {
        });
        var evidence = json(ArchivePart.EVIDENCE, new TypeReference<List<WholeReturn.EvidenceLine>>() {
        });
        var figures = json(ArchivePart.FIGURES, new TypeReference<List<WholeReturn.FigureLine>>() {
        });
        var actions = json(ArchivePart.ACTIONS, new TypeReference<List<WholeReturn.ActionLine>>() {
        });
        var history = json(ArchivePart.HISTORY, new TypeReference<List<WholeReturn.HistoryLine>>() {
        });
        var edition = text(ArchivePart.EDITION);
        var scale = text(ArchivePart.SCALE);
        var frozen = text(ArchivePart.FROZEN);
        if (!faults.isEmpty() || answers == null || ratings == null || evidence == null || figures == null
                || actions == null || history == null || edition == null || scale == null)
            return Outcome.not(faults);
        var all = new WholeReturn(list.head(), edition, scale, frozen, signing, answers, ratings, evidence, figures,
                actions, history);
        faults.addAll(Agreement.faults(all, list.written(), now));
        return faults.isEmpty() ? new Outcome(all, list.written(), List.of()) : Outcome.not(faults);
    }

    private ArchiveJson.@Nullable Manifest manifest() {
        var bytes = files.get(ArchivePart.MANIFEST);
        if (bytes == null) {
            faults.add(ArchiveFault.of(NO_MANIFEST));
            return null;
        }
        try {
            // First only what it is: a later version may say more of itself than this one knows.
            var tree = ArchiveJson.JSON.readTree(ArchiveJson.text(bytes));
            if (!tree.path("format").isString() || !tree.path("format").asString().equals(ArchiveJson.FORMAT)) {
                faults.add(ArchiveFault.in(NOT_OURS, ArchivePart.MANIFEST));
                return null;
            }
            if (!tree.path("version").isInt() || tree.path("version").asInt() != ArchiveJson.VERSION) {
                faults.add(ArchiveFault.at(OTHER_VERSION, ArchivePart.MANIFEST, "", OTHER_VERSION.words()
                        + ": it reads form " + ArchiveJson.VERSION));
                return null;
            }
        } catch (JacksonException | CharacterCodingException e) {
            unreadable(ArchivePart.MANIFEST, e);
            return null;
        }
        return json(ArchivePart.MANIFEST, bytes, new TypeReference<ArchiveJson.Manifest>() {
        });
    }

    /** Whether the files are those that are listed, byte for byte. Every one that is not is said. */
    private void compare(ArchiveJson.Manifest list) {
        var known = Arrays.stream(ArchivePart.values()).map(ArchivePart::path).toList();
        var listed = new HashSet<String>();
        for (var part : list.parts()) {
            var bytes = files.get(part.path());
            if (!listed.add(part.path()) || !known.contains(part.path()))
                faults.add(ArchiveFault.in(UNREADABLE, ArchivePart.MANIFEST));
            else if (bytes == null)
                faults.add(ArchiveFault.in(MISSING, part.path()));
            else if (bytes.length != part.bytes() || !ArchiveJson.hash(bytes).equals(part.sha256()))
                faults.add(ArchiveFault.in(CHANGED, part.path()));
        }
        for (var path : files.keySet())
            if (!path.equals(ArchivePart.MANIFEST) && !listed.contains(path))
                // Not by its name: that is somebody else's, and may be anything.
                faults.add(ArchiveFault.of(UNLISTED));
        for (var part : ArchivePart.values())
            if (part.always() && !listed.contains(part.path()))
                faults.add(ArchiveFault.in(MISSING, part.path()));
    }

    private @Nullable String text(ArchivePart part) {
        var bytes = files.get(part.path());
        if (bytes == null)
            return null;
        try {
            return ArchiveJson.text(bytes);
        } catch (CharacterCodingException e) {
            unreadable(part.path(), e);
            return null;
        }
    }

    private <T> @Nullable T json(ArchivePart part, TypeReference<T> type) {
        var bytes = files.get(part.path());
        return bytes == null ? null : json(part.path(), bytes, type);
    }

    private <T> @Nullable T json(String path, byte[] bytes, TypeReference<T> type) {
        try {
            var read = ArchiveJson.JSON.readValue(ArchiveJson.text(bytes), type);
            var missing = missing(read);
            if (missing == null)
                return read;
            faults.add(ArchiveFault.at(UNREADABLE, path, "", UNREADABLE.words() + ": “" + missing + "” has no value"));
        } catch (JacksonException | CharacterCodingException e) {
            unreadable(path, e);
        }
        return null;
    }

    /** Says where; never what stands there, which may be about somebody. */
    private void unreadable(String path, Exception e) {
        var at = e instanceof JacksonException json ? json.getLocation() : null;
        faults.add(ArchiveFault.at(UNREADABLE, path, at == null || at.getLineNr() < 1 ? "" : "Line " + at.getLineNr(),
                UNREADABLE.words()));
    }

    /** The name of the first part that has to have a value and has none; null where all have. */
    private static @Nullable String missing(@Nullable Object value) {
        if (value == null)
            return "file";
        if (value instanceof List<?> list)
            return list.stream().map(ArchiveReading::missing).filter(java.util.Objects::nonNull).findFirst()
                    .orElse(null);
        if (value instanceof Record part)
            for (var component : part.getClass().getRecordComponents()) {
                var inner = of(component, part);
                boolean may = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                var missing = inner != null ? missing(inner) : may ? null : component.getName();
                if (missing != null)
                    return missing;
            }
        return null;
    }

    /** What stands in the parts of a record, those that have no value left out. */
    static Stream<Object> parts(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents()).map(c -> of(c, record))
                .filter(java.util.Objects::nonNull).map(Object.class::cast);
    }

    private static @Nullable Object of(RecordComponent component, Record part) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's parts can be read", e);
        }
    }
}
