package heed.records.document;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Looks into a file to see what it is and whether it can be taken. It goes by what the file holds; its name settles only
 * whether text that begins like an email is one. Nothing is decoded or unpacked beyond fixed limits.
 */
final class Inspection {
    /** The most pixels of a picture: a phone's 48 or 50 million are, a bomb is not. */
    static final long MOST_PIXELS = 50_000_000L;
    private static final int HEAD = 64 * 1024;
    /** The end of a zip archive is at most this far from the end of its file: 22 bytes and a comment. */
    private static final int ZIP_END = 22 + 65_535;
    private static final Set<String> OFFICE_BEFORE_2007 = Set.of("application/x-tika-msoffice",
            "application/x-tika-ooxml-protected", "application/msword", "application/vnd.ms-excel",
            "application/vnd.ms-outlook", "application/vnd.ms-powerpoint");
    /** Text that something would run or draw. */
    private static final Set<String> ACTIVE_TEXT = Set.of("text/html", "application/xhtml+xml", "image/svg+xml",
            "application/xml", "text/xml", "application/x-sh", "application/x-bat", "application/javascript",
            "text/javascript");

    private Inspection() {
    }

    /** What a file is found to be. */
    sealed interface Found {
        /** A kind that is taken. */
        record Kind(FileKind kind) implements Found {
        }

        /** Not taken. */
        record Not(Unfit why) implements Found {
        }
    }

    /** Looks into the file, which is read from its beginning. */
    static Found of(SeekableByteChannel file, String sentName) throws IOException {
        if (file.size() == 0)
            return new Found.Not(Unfit.EMPTY);
        var head = read(file, 0, (int) Math.min(HEAD, file.size()));
        try {
            return of(file, head, sentName);
        } catch (EOFException e) {
            return new Found.Not(Unfit.CUT_SHORT);
        }
    }

    private static Found of(SeekableByteChannel file, byte[] head, String sentName) throws IOException {
        if (starts(head, 0, "\u00FF\u00D8\u00FF"))
            return picture(FileKind.JPEG, Jpeg.size(stream(file)));
        if (starts(head, 0, "\u0089PNG\r\n\u001A\n"))
            return picture(FileKind.PNG, Png.size(stream(file)));
        if (Heic.is(head))
            return picture(FileKind.HEIC, Pictures.heavy(() -> Heic.size(read(file, 0, (int) file.size()))));
        if (starts(head, 0, "%PDF-"))
            return pdf(file);
        if (starts(head, 0, "PK\u0003\u0004"))
            return Zipped.look(file, zipEnd(file));
        var type = MimeTypes.getDefaultMimeTypes().detect(new ByteArrayInputStream(head), new Metadata());
        var name = type.getBaseType().toString();
        if (OFFICE_BEFORE_2007.contains(name))
            return new Found.Not(Unfit.OLD_OFFICE);
        if (zipEnd(file) >= 0)
            return new Found.Not(Unfit.TWO_IN_ONE);
        if (name.equals("message/rfc822"))
            return text(file, FileName.ends(sentName, "txt") ? FileKind.TXT : FileKind.EML);
        // Text with a letter or two of an older writing is not known as text; whether it is, its bytes say.
        if ((type.getType().equals("text") || name.equals("application/octet-stream")) && !ACTIVE_TEXT.contains(name))
            return text(file, FileKind.TXT);
        return new Found.Not(Unfit.OTHER_KIND);
    }

    private static Found picture(FileKind kind, Size size) {
        if (size.width() <= 0 || size.height() <= 0)
            return new Found.Not(Unfit.CUT_SHORT);
        return (long) size.width() * size.height() > MOST_PIXELS
                ? new Found.Not(Unfit.TOO_MANY_PIXELS)
                : new Found.Kind(kind);
    }

    /** Width and height in pixels, as the file itself says before anything is decoded; 0 where it does not say. */
    record Size(int width, int height) {
    }

    /** A PDF ends where it says so, give or take a line; what follows could be another file. */
    private static Found pdf(SeekableByteChannel file) throws IOException {
        int length = (int) Math.min(ZIP_END, file.size());
        var tail = new String(read(file, file.size() - length, length), StandardCharsets.ISO_8859_1);
        int end = tail.lastIndexOf("%%EOF");
        if (zipEnd(file) >= 0)
            return new Found.Not(Unfit.TWO_IN_ONE);
        if (end < 0)
            return new Found.Not(Unfit.CUT_SHORT);
        var after = tail.substring(end + 5);
        return after.length() > 1_024 || after.indexOf('<') >= 0
                ? new Found.Not(Unfit.TWO_IN_ONE)
                : new Found.Kind(FileKind.PDF);
    }

    /** Text holds no bytes that text does not: UTF-8, UTF-16 with its mark, or one byte a letter. */
    private static Found text(SeekableByteChannel file, FileKind kind) throws IOException {
        var head = read(file, 0, (int) Math.min(2, file.size()));
        boolean wide = starts(head, 0, "\u00FF\u00FE") || starts(head, 0, "\u00FE\u00FF");
        if (wide && kind == FileKind.TXT)
            return new Found.Kind(kind);
        try (var in = stream(file)) {
            for (int b = in.read(); b >= 0; b = in.read())
                if (b == 0x7F || b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B && b != '\b')
                    return new Found.Not(Unfit.OTHER_KIND);
        }
        return new Found.Kind(kind);
    }

    /** Where the end record of a zip archive that fills the file to its end begins; negative where there is none. */
    private static long zipEnd(SeekableByteChannel file) throws IOException {
        int length = (int) Math.min(ZIP_END, file.size());
        var tail = read(file, file.size() - length, length);
        for (int at = length - 22; at >= 0; at--)
            if (starts(tail, at, "PK\u0005\u0006")
                    && at + 22 + (tail[at + 20] & 0xFF | (tail[at + 21] & 0xFF) << 8) == length)
                return file.size() - length + at;
        return -1;
    }

    static boolean starts(byte[] bytes, int at, String with) {
        if (bytes.length < at + with.length())
            return false;
        for (int i = 0; i < with.length(); i++)
            if ((bytes[at + i] & 0xFF) != with.charAt(i))
                return false;
        return true;
    }

    /** From the beginning; closing it leaves the file open. */
    private static BufferedInputStream stream(SeekableByteChannel file) throws IOException {
        file.position(0);
        var in = Channels.newInputStream(file);
        return new BufferedInputStream(in, HEAD) {
            @Override
            public void close() {
                // The file is closed by whoever opened it.
            }
        };
    }

    static byte[] read(SeekableByteChannel file, long from, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        file.position(from);
        while (bytes.hasRemaining())
            if (file.read(bytes) < 0)
                throw new EOFException("the file is shorter than it was");
        return bytes.array();
    }
}
