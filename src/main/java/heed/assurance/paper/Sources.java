package heed.assurance.paper;

import heed.assurance.paper.Source.Fault;
import heed.assurance.paper.Source.Refused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From files to numbered lines. A file is known by what it holds, never by its name. */
public final class Sources {
    private static final Logger LOG = LoggerFactory.getLogger(Sources.class);
    /** A longer paper is not a return, plan, report or review, or is one with its annexes bound in. */
    public static final int MOST_PAGES = 250;
    /** Where a format knows no pages, so many characters are one. */
    private static final int PAGE = 3_000;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    /** What the older container holds where Word or Excel put a password on a file. */
    private static final byte[] LOCKED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private Sources() {
    }

    /** The lines of a file of any kind that is read, or why there are none; throws nothing for what a file holds. */
    public static Source of(byte[] file) {
        if (file.length == 0)
            return new Refused(Fault.EMPTY);
        try {
            return lengthwise(read(file));
        } catch (Unread e) {
            return new Refused(e.fault());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Whatever a library finds wrong with a file is one thing to the person who brought it. The words of the
            // exception may quote the file, so they are not kept.
            return new Refused(Fault.DAMAGED);
        }
    }

    /** Reads what a library opened. */
    interface Reader {
        /** @throws IOException where the library finds the file damaged after all */
        Source read() throws IOException;
    }

    /**
     * Reads a file that its library opened. What is thrown from here on is a fault of the reader, and nobody is told that
     * their sound file is damaged.
     */
    static Source opened(Reader reader) throws IOException {
        try {
            return reader.read();
        } catch (RuntimeException | StackOverflowError e) {
            // Where, for whoever puts the reader right; no message, which may quote the file.
            var trace = e.getStackTrace();
            LOG.warn("A reader failed on a file that opened: {} at {}", e.getClass().getName(),
                    trace.length == 0 ? "no place" : trace[0]);
            return new Refused(Fault.READER);
        }
    }

    private static Source read(byte[] file) throws IOException {
        int from = starts(file, PDF, 0) ? 0 : find(file, PDF, 1_024);
        if (from >= 0)
            return PdfLines.read(file);
        if (starts(file, ZIP, 0)) {
            if (find(file, "word/document".getBytes(StandardCharsets.US_ASCII), file.length) >= 0)
                return WordLines.read(file);
            if (find(file, "xl/workbook".getBytes(StandardCharsets.US_ASCII), file.length) >= 0)
                return WorkbookLines.read(file);
            return new Refused(Fault.TYPE);
        }
        if (starts(file, OLE, 0))
            return new Refused(find(file, LOCKED, file.length) >= 0 ? Fault.ENCRYPTED : Fault.TYPE);
        return opened(() -> text(file));
    }

    private static Source text(byte[] file) {
        var text = decoded(file);
        if (text == null)
            return new Refused(Fault.TYPE);
        var lines = new ArrayList<Line>();
        int page = 1;
        for (var line : text.split("\r\n|\r|\n", -1)) {
            page += (int) line.chars().filter(c -> c == '\f').count();
            lines.add(new Line(lines.size() + 1, page, line));
        }
        if (!lines.isEmpty() && lines.getLast().text().isEmpty())
            lines.removeLast();
        return new Source.Lines(lines, page);
    }

    /** The text in whichever writing it is; null where it is none. */
    private static @Nullable String decoded(byte[] file) {
        if (starts(file, new byte[]{(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0))
            return new String(file, 3, file.length - 3, StandardCharsets.UTF_8);
        if (starts(file, new byte[]{(byte) 0xFF, (byte) 0xFE}, 0))
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
        if (starts(file, new byte[]{(byte) 0xFE, (byte) 0xFF}, 0))
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
        for (byte b : file)
            if (b >= 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f')
                return null;
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException e) {
            // Older Windows programs still save so.
            return new String(file, Charset.forName("windows-1252"));
        }
    }

    private static Source lengthwise(Source source) {
        if (!(source instanceof Source.Lines read))
            return source;
        if (read.lines().stream().allMatch(Line::blank))
            return new Refused(Fault.EMPTY);
        long characters = read.lines().stream().mapToLong(l -> l.text().length()).sum();
        return read.pages() > MOST_PAGES || characters > (long) MOST_PAGES * PAGE
                ? new Refused(Fault.TOO_LONG)
                : source;
    }

    private static boolean starts(byte[] file, byte[] with, int at) {
        if (at + with.length > file.length)
            return false;
        for (int i = 0; i < with.length; i++)
            if (file[at + i] != with[i])
                return false;
        return true;
    }

    private static int find(byte[] file, byte[] what, int within) {
        for (int i = 0; i < Math.min(within, file.length - what.length + 1); i++)
            if (starts(file, what, i))
                return i;
        return -1;
    }

    /** Lines numbered from 1, all of one page. */
    static List<Line> numbered(List<String> texts) {
        var lines = new ArrayList<Line>();
        for (var text : texts)
            lines.add(new Line(lines.size() + 1, 1, text));
        return lines;
    }

    /** A file that gives no lines. */
    static final class Unread extends IOException {
        private static final long serialVersionUID = 1L;
        private final Fault fault;

        Unread(Fault fault) {
            super(fault.name());
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }
}
