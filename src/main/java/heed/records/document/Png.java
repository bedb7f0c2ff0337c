package heed.records.document;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The chunks of a PNG file (W3C, PNG third edition, section 5), read one after the other without decoding a pixel. */
final class Png {
    private static final int CHUNK_MOST = 26_000_000;
    /** What makes the picture and its colours; everything else is about it. */
    private static final Set<String> PICTURE = Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB",
            "iCCP", "sBIT");

    private Png() {
    }

    /**
     * Width and height.
     *
     * @throws EOFException
     *             where the file ends before the picture does
     */
    static Inspection.Size size(InputStream in) throws IOException {
        return walk(in, OutputStream.nullOutputStream());
    }

    /** Copies the picture without text, Exif and times, and nothing after its end. */
    static void bare(InputStream in, OutputStream out) throws IOException {
        walk(in, out);
    }

    private static Inspection.Size walk(InputStream stream, OutputStream out) throws IOException {
        var in = new DataInputStream(stream);
        out.write(exactly(in, 8));
        int width = 0;
        int height = 0;
        while (true) {
            int length = in.readInt();
            if (length < 0 || length > CHUNK_MOST)
                throw new EOFException("a chunk longer than any file taken");
            var name = new String(exactly(in, 4), StandardCharsets.ISO_8859_1);
            var body = exactly(in, length);
            var check = exactly(in, 4);
            if (name.equals("IHDR") && length >= 8) {
                var numbers = java.nio.ByteBuffer.wrap(body);
                width = numbers.getInt();
                height = numbers.getInt();
            }
            if (PICTURE.contains(name)) {
                out.write(java.nio.ByteBuffer.allocate(4).putInt(length).array());
                out.write(name.getBytes(StandardCharsets.ISO_8859_1));
                out.write(body);
                out.write(check);
            }
            if (name.equals("IEND"))
                return new Inspection.Size(width, height);
        }
    }

    private static byte[] exactly(DataInputStream in, int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length)
            throw new EOFException("cut short");
        return bytes;
    }
}
