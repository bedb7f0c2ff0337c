package heed.assurance.exchange;

import static heed.assurance.exchange.ArchiveJson.JSON;
import static heed.assurance.exchange.ArchiveJson.bytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a return into one file. The same return, written at the same time, gives the same bytes. */
public final class ArchiveWriting {
    // The first moment a ZIP can name: when its files were written is said in the manifest, in UTC.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ArchiveWriting() {
    }

    /**
     * The archive.
     *
     * @param all     the return
     * @param written when
     * @throws IllegalArgumentException where its text holds half a character, which no file can
     */
    public static byte[] of(WholeReturn all, Instant written) {
        var parts = new EnumMap<ArchivePart, byte[]>(ArchivePart.class);
        var frozen = all.frozen();
        if (frozen != null)
            parts.put(ArchivePart.FROZEN, bytes(frozen));
        if (all.signing() != null)
            parts.put(ArchivePart.SIGNING, json(all.signing()));
        parts.put(ArchivePart.EDITION, bytes(all.edition()));
        parts.put(ArchivePart.SCALE, bytes(all.scale()));
        parts.put(ArchivePart.ANSWERS, json(all.answers()));
        parts.put(ArchivePart.RATINGS, json(all.ratings()));
        parts.put(ArchivePart.EVIDENCE, json(all.evidence()));
        parts.put(ArchivePart.FIGURES, json(all.figures()));
        parts.put(ArchivePart.ACTIONS, json(all.actions()));
        parts.put(ArchivePart.HISTORY, json(all.history()));
        parts.put(ArchivePart.ABOUT, bytes(ABOUT));
        return zip(new ArchiveJson.Manifest(ArchiveJson.FORMAT, ArchiveJson.VERSION, written, all.head(),
                parts.entrySet().stream().map(p -> new ArchiveJson.Listed(p.getKey().path(), p.getValue().length,
                        ArchiveJson.hash(p.getValue()))).toList()),
                parts);
    }

    private static byte[] json(Object part) {
        return bytes(JSON.writeValueAsString(part) + "\n");
    }

    private static byte[] zip(ArchiveJson.Manifest manifest, Map<ArchivePart, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            put(zip, ArchivePart.MANIFEST, json(manifest));
            for (var part : parts.entrySet())
                put(zip, part.getKey().path(), part.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String path, byte[] bytes) throws IOException {
        var entry = new ZipEntry(path);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static final String ABOUT = """
            A return of a safeguarding self-assessment, saved from Heed
            ===========================================================

            manifest.json   which return this is; every other file with its length and SHA-256
            return.json     what was signed off, letter for letter (only once it is signed off)
            sign-off.json   the minute, the accountable post, and the SHA-256 of return.json
            edition.yaml    the standards or questions that it answers
            scale.yaml      the scale that it is rated on
            answers.json    what was written to each question
            ratings.json    every rating: whose, on which scale, what it rests on
            evidence.json   every statement, with the days it is about
            figures.json    every figure, with its period and source
            actions.json    what is to be done about it, by which post and when, and all that was said of it since
            history.json    what happened to it and when: opened, signed off, submitted and so on

            Days are written as 2026-03-31, times in UTC. The text is UTF-8.
            The hashes show that a file was damaged or changed by mistake. Whoever changes a file on purpose can write
            new ones: to be sure, compare the SHA-256 of return.json with the one that the board holds.
            """;
}
