package heed.records.document;

import heed.records.document.Inspection.Found;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Looks into Word and Excel documents, which are zip archives: what they are, whether they run programs, how far they unpack. */
final class Zipped {
    /** The most files in a document; those of people have some dozens. */
    static final int MOST_ENTRIES = 5_000;
    /** The most bytes it unpacks to. */
    static final long MOST_UNPACKED = 250_000_000L;
    /** How many times larger unpacked than packed, once past 20 MB: sheets of repeated rows reach some dozens. */
    static final int MOST_RATIO = 150;
    private static final long RATIO_FROM = 20_000_000L;
    private static final int DIRECTORY_MOST = 1_000_000;
    private static final int LISTED_MOST = 2_000_000;
    private static final Pattern RELATION = Pattern.compile("<[^<>]*\\bRelationship\\b[^<>]*>");
    private static final Pattern FETCHED = Pattern
            .compile("(?i)attachedTemplate|oleObject|/frame\"|/subDocument|externalLinkPath|/package\"");

    private Zipped() {
    }

    /**
     * Looks into the archive.
     *
     * @param end where its end record begins; negative where it has none
     */
    static Found look(SeekableByteChannel file, long end) throws IOException {
        if (end < 0)
            return new Found.Not(Unfit.CUT_SHORT);
        var record = ByteBuffer.wrap(Inspection.read(file, end, 22)).order(ByteOrder.LITTLE_ENDIAN);
        long size = record.getInt(12) & 0xFFFFFFFFL;
        long from = record.getInt(16) & 0xFFFFFFFFL;
        // The directory ends where the end record begins: else something lies before, between or after.
        if (from + size != end)
            return new Found.Not(Unfit.TWO_IN_ONE);
        if (size > DIRECTORY_MOST)
            return new Found.Not(Unfit.UNPACKS_TOO_FAR);
        try (var zip = ZipFile.builder().setSeekableByteChannel(new Kept(file)).get()) {
            return look(zip, file.size());
        } catch (IOException | IllegalArgumentException e) {
            // The library's word for every way an archive can be wrong.
            return new Found.Not(Unfit.CUT_SHORT);
        }
    }

    private static Found look(ZipFile zip, long packed) throws IOException {
        var names = new HashSet<String>();
        var listed = new HashMap<String, String>();
        long unpacked = 0;
        var entries = zip.getEntries();
        while (entries.hasMoreElements()) {
            var entry = entries.nextElement();
            var name = entry.getName().toLowerCase(Locale.ROOT);
            var wrong = wrong(zip, entry, name, names);
            if (wrong != null)
                return new Found.Not(wrong);
            boolean list = name.equals("[content_types].xml") || name.endsWith(".rels");
            var content = new ByteArrayOutputStream();
            try (var in = zip.getInputStream(entry)) {
                var some = new byte[32 * 1024];
                for (int n = in.read(some); n >= 0; n = in.read(some)) {
                    unpacked += n;
                    if (unpacked > MOST_UNPACKED || unpacked > RATIO_FROM && unpacked > packed * MOST_RATIO)
                        return new Found.Not(Unfit.UNPACKS_TOO_FAR);
                    if (list)
                        content.write(some, 0, n);
                    if (content.size() > LISTED_MOST)
                        return new Found.Not(Unfit.UNPACKS_TOO_FAR);
                }
            }
            if (list)
                listed.put(name, content.toString(StandardCharsets.UTF_8));
        }
        return kind(names, listed);
    }

    private static @Nullable Unfit wrong(ZipFile zip, ZipArchiveEntry entry, String name, HashSet<String> names) {
        if (entry.getGeneralPurposeBit().usesEncryption())
            return Unfit.OLD_OFFICE;
        if (!names.add(name) || name.contains("..") || name.startsWith("/") || name.contains("\\")
                || name.indexOf('\0') >= 0)
            return Unfit.TWO_IN_ONE;
        if (names.size() > MOST_ENTRIES)
            return Unfit.UNPACKS_TOO_FAR;
        if (name.contains("vbaproject") || name.contains("vbadata") || name.contains("macrosheets/")
                || name.contains("activex"))
            return Unfit.MACROS;
        return zip.canReadEntryData(entry) ? null : Unfit.OTHER_KIND;
    }

    private static Found kind(HashSet<String> names, Map<String, String> listed) {
        var types = listed.getOrDefault("[content_types].xml", "");
        var small = types.toLowerCase(Locale.ROOT);
        if (small.contains("macroenabled") || small.contains("macrosheet") || small.contains("vbaproject"))
            return new Found.Not(Unfit.MACROS);
        for (var relations : listed.entrySet())
            if (relations.getKey().endsWith(".rels") && reachesOut(relations.getValue()))
                return new Found.Not(Unfit.REACHES_OUT);
        if (types.contains("wordprocessingml.document.main+xml") && names.contains("word/document.xml"))
            return new Found.Kind(FileKind.DOCX);
        if (types.contains("spreadsheetml.sheet.main+xml") && names.contains("xl/workbook.xml"))
            return new Found.Kind(FileKind.XLSX);
        return new Found.Not(Unfit.OTHER_KIND);
    }

    /** Links that a person clicks may lead elsewhere; what loads by itself may not. */
    private static boolean reachesOut(String relations) {
        // In another writing, or with letters written as numbers, nothing below would be found.
        if (relations.indexOf('\0') >= 0 || relations.indexOf('\uFFFD') >= 0 || relations.contains("<!"))
            return true;
        return RELATION.matcher(relations).results().map(java.util.regex.MatchResult::group)
                .filter(r -> r.contains("&#") || r.toLowerCase(Locale.ROOT).contains("external"))
                .anyMatch(r -> r.contains("&#") || FETCHED.matcher(r).find());
    }

    /** Closing the archive leaves the file open for whoever opened it. */
    private record Kept(SeekableByteChannel file) implements SeekableByteChannel {
        @Override
        public int read(ByteBuffer into) throws IOException {
            return file.read(into);
        }

        @Override
        public int write(ByteBuffer from) {
            throw new java.nio.channels.NonWritableChannelException();
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public SeekableByteChannel position(long at) throws IOException {
            file.position(at);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new java.nio.channels.NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() {
            // See above.
        }
    }
}
