package heed.records.document;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.IntPredicate;

/** The segments of a JPEG file (ITU-T T.81, annex B), read one after the other without decoding a pixel. */
final class Jpeg {
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int COMMENT = 0xFE;

    private Jpeg() {
    }

    /**
     * Width and height.
     *
     * @throws EOFException
     *             where the file ends before the picture does
     */
    static Inspection.Size size(InputStream in) throws IOException {
        var found = new int[2];
        walk(in, marker -> true, OutputStream.nullOutputStream(), found);
        return new Inspection.Size(found[0], found[1]);
    }

    /**
     * Copies the picture and nothing that a camera or program wrote beside it: no Exif, no XMP, no comments, no second
     * pictures, nothing after its end. Colours stay as they are, because the profile and Adobe's colour mark do.
     */
    static void bare(InputStream in, OutputStream out) throws IOException {
        // APP0 is JFIF, APP2 the colour profile (and pointers to further pictures, which are cut off), APP14 Adobe's mark.
        walk(in, marker -> marker == 0xE0 || marker == 0xE2 || marker == 0xEE
                || (marker < 0xE0 || marker > 0xEF) && marker != COMMENT, out, new int[2]);
    }

    private static void walk(InputStream stream, IntPredicate kept, OutputStream out, int[] size) throws IOException {
        var in = new DataInputStream(stream);
        if (in.readUnsignedShort() != 0xFFD8)
            throw new EOFException("no picture");
        out.write(0xFF);
        out.write(0xD8);
        int marker = next(in);
        while (marker != END) {
            int length = in.readUnsignedShort();
            if (length < 2)
                throw new EOFException("a segment without length");
            var body = in.readNBytes(length - 2);
            if (body.length < length - 2)
                throw new EOFException("a segment cut short");
            if (isFrame(marker) && body.length >= 5) {
                size[1] = (body[1] & 0xFF) << 8 | body[2] & 0xFF;
                size[0] = (body[3] & 0xFF) << 8 | body[4] & 0xFF;
            }
            if (kept.test(marker) && !isMultiPicture(marker, body))
                write(out, marker, length, body);
            marker = marker == SCAN ? scan(in, out) : next(in);
        }
        out.write(0xFF);
        out.write(END);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean isMultiPicture(int marker, byte[] body) {
        return marker == 0xE2 && !Inspection.starts(body, 0, "ICC_PROFILE");
    }

    private static void write(OutputStream out, int marker, int length, byte[] body) throws IOException {
        out.write(0xFF);
        out.write(marker);
        out.write(length >> 8);
        out.write(length & 0xFF);
        out.write(body);
    }

    private static int next(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != 0xFF)
            throw new EOFException("no segment where one must be");
        int marker = in.readUnsignedByte();
        while (marker == 0xFF)
            marker = in.readUnsignedByte();
        return marker;
    }

    /** Copies the pixels of a scan; returns the marker that ends it. */
    private static int scan(DataInputStream in, OutputStream out) throws IOException {
        while (true) {
            int b = in.readUnsignedByte();
            if (b != 0xFF) {
                out.write(b);
                continue;
            }
            int marker = in.readUnsignedByte();
            while (marker == 0xFF)
                marker = in.readUnsignedByte();
            if (marker != 0 && (marker < 0xD0 || marker > 0xD7))
                return marker;
            out.write(0xFF);
            out.write(marker);
        }
    }
}
