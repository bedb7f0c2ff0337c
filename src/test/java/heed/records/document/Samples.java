package heed.records.document;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files made by tests, good and bad: nothing here was downloaded, and nothing harms. */
public final class Samples {
    /** Stands in the Exif of photos as the name of the camera's owner; must never leave. */
    public static final String OWNER = "Quillfeather's phone";
    /** The standard harmless file that every virus scanner finds; in two halves, so that scanners leave this source alone. */
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private Samples() {
    }

    /** A picture, its left half red and its right half blue. */
    static BufferedImage drawing(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var draw = picture.createGraphics();
        draw.setColor(Color.RED);
        draw.fillRect(0, 0, width / 2, height);
        draw.setColor(Color.BLUE);
        draw.fillRect(width / 2, 0, width - width / 2, height);
        draw.dispose();
        return picture;
    }

    /** A JPEG without anything but its pixels. */
    public static byte[] jpeg(int width, int height) {
        return written("jpg", drawing(width, height));
    }

    /** A PNG without anything but its pixels. */
    static byte[] png(int width, int height) {
        return written("png", drawing(width, height));
    }

    private static byte[] written(String format, BufferedImage picture) {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG as a phone saves it: turned, with its owner's name and the place where it was taken. */
    public static byte[] jpegWithPlace(int width, int height, int turn) {
        var plain = jpeg(width, height);
        var exif = exif(turn);
        return join(bytes("\u00FF\u00D8\u00FF\u00E1"), number(2, exif.length + 8), bytes("Exif\0\0"), exif,
                bytes("\u00FF\u00FE"), number(2, 2 + OWNER.length()), bytes(OWNER),
                java.util.Arrays.copyOfRange(plain, 2, plain.length));
    }

    /** Exif (CIPA DC-008) with orientation, the owner's name, and 54° 30' N, 3° 15' W. */
    static byte[] exif(int turn) {
        var words = bytes(OWNER + "\0");
        int gps = 8 + 2 + 3 * 12 + 4 + words.length;
        var out = ByteBuffer.allocate(gps + 2 + 4 * 12 + 4 + 48);
        out.put(bytes("MM\0*")).putInt(8);
        out.putShort((short) 3);
        field(out, 0x0112, 3, 1, turn << 16);
        field(out, 0x013B, 2, words.length, 8 + 2 + 3 * 12 + 4);
        field(out, 0x8825, 4, 1, gps);
        out.putInt(0).put(words);
        out.putShort((short) 4);
        field(out, 1, 2, 2, 'N' << 24);
        field(out, 2, 5, 3, gps + 2 + 4 * 12 + 4);
        field(out, 3, 2, 2, 'W' << 24);
        field(out, 4, 5, 3, gps + 2 + 4 * 12 + 4 + 24);
        out.putInt(0);
        for (int n : new int[]{54, 1, 30, 1, 0, 1, 3, 1, 15, 1, 0, 1})
            out.putInt(n);
        return out.array();
    }

    private static void field(ByteBuffer out, int tag, int type, int count, int value) {
        out.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** A PNG with its owner's name in a text chunk and Exif with a place. */
    static byte[] pngWithPlace(int width, int height) {
        var plain = png(width, height);
        int afterHeader = 8 + 25;
        return join(java.util.Arrays.copyOf(plain, afterHeader), chunk("tEXt", bytes("Author\0" + OWNER)),
                chunk("eXIf", exif(1)), java.util.Arrays.copyOfRange(plain, afterHeader, plain.length));
    }

    /** A PNG of a few bytes that says it is this large. */
    static byte[] pngSaying(int width, int height) {
        var packed = new byte[100];
        var deflater = new Deflater();
        deflater.setInput(new byte[1_000]);
        deflater.finish();
        int length = deflater.deflate(packed);
        deflater.end();
        return join(bytes("\u0089PNG\r\n\u001A\n"),
                chunk("IHDR", join(number(4, width), number(4, height), new byte[]{8, 2, 0, 0, 0})),
                chunk("IDAT", java.util.Arrays.copyOf(packed, length)), chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String name, byte[] body) {
        var sum = new CRC32();
        sum.update(bytes(name));
        sum.update(body);
        return join(number(4, body.length), bytes(name), body, number(4, (int) sum.getValue()));
    }

    /** What stands for the pixels in a HEIC made here. */
    static final byte[] HEIC_PIXELS = bytes("these bytes stand for the pixels of a photo");

    /** A HEIC with one picture of this size, an Exif item with a place, an XMP item, and boxes that no photo needs. */
    static byte[] heic(int width, int height) {
        return heic(width, height, 0, 0);
    }

    /** The same, where the item's place in the file is off by so much, and the file is followed by so many bytes. */
    static byte[] heic(int width, int height, int off, int tail) {
        var exif = join(number(4, 0), exif(1));
        var xmp = bytes("<x:xmpmeta>" + OWNER + "</x:xmpmeta>");
        var ftyp = box("ftyp", bytes("heic\0\0\0\0mif1heic"));
        // The places are known once the lengths are: written twice.
        int from = 0;
        byte[] meta = {};
        for (int round = 0; round < 2; round++) {
            int at = from + off;
            meta = box("meta", number(4, 0),
                    box("hdlr", number(4, 0), bytes("\0\0\0\0pict"), new byte[12], bytes("\0")),
                    box("pitm", number(4, 0), number(2, 1)),
                    box("iinf", number(4, 0), number(2, 3), infe(1, "hvc1", OWNER), infe(2, "Exif", ""),
                            infe(3, "mime", "\0application/rdf+xml")),
                    box("iprp",
                            box("ipco", box("ispe", number(4, 0), number(4, width), number(4, height)),
                                    box("udes", number(4, 0), bytes(OWNER))),
                            box("ipma", number(4, 0), number(4, 1), number(2, 1), new byte[]{1, (byte) 0x81})),
                    box("iloc", number(4, 0), number(2, 0x4400), number(2, 3), item(1, at, HEIC_PIXELS.length),
                            item(2, at + HEIC_PIXELS.length, exif.length),
                            item(3, at + HEIC_PIXELS.length + exif.length, xmp.length)));
            from = ftyp.length + meta.length + 8;
        }
        return join(ftyp, meta, box("mdat", HEIC_PIXELS, exif, xmp, bytes("left over: " + OWNER)),
                box("uuid", new byte[16], bytes(OWNER)), new byte[tail]);
    }

    private static byte[] infe(int item, String kind, String name) {
        return box("infe", number(4, 2 << 24), number(2, item), number(2, 0), bytes(kind), bytes(name + "\0"));
    }

    private static byte[] item(int id, int from, int length) {
        return join(number(2, id), number(2, 0), number(2, 1), number(4, from), number(4, length));
    }

    private static byte[] box(String name, byte[]... parts) {
        var body = join(parts);
        return join(number(4, body.length + 8), bytes(name), body);
    }

    /** A PDF of one empty page. */
    static byte[] pdf() {
        return bytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n"
                + "trailer<</Root 1 0 R>>\n%%EOF\n");
    }

    /** The parts of a Word document. */
    static Map<String, byte[]> wordParts() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml",
                bytes("<?xml version=\"1.0\"?><Types><Override PartName=\"/word/document.xml\" "
                        + "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"));
        parts.put("_rels/.rels", bytes("<Relationships><Relationship Id=\"r1\" Type=\"officeDocument\" "
                + "Target=\"word/document.xml\"/></Relationships>"));
        parts.put("word/document.xml", bytes("<w:document><w:body/></w:document>"));
        return parts;
    }

    /** The parts of an Excel workbook. */
    static Map<String, byte[]> sheetParts() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", bytes("<Types><Override PartName=\"/xl/workbook.xml\" "
                + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"));
        parts.put("xl/workbook.xml", bytes("<workbook/>"));
        return parts;
    }

    /** These parts as an archive. */
    static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Word's parts and these besides, as an archive. */
    static byte[] word(Map<String, byte[]> besides) {
        var parts = wordParts();
        parts.putAll(besides);
        return zip(parts);
    }

    /** A saved email. */
    static byte[] mail() {
        return bytes("Received: from mx.example by mail.example; Tue, 10 Mar 2026 09:00:00 +0000\r\n"
                + "From: kim@wexley.example\r\nTo: duty@fellmoor.example\r\nSubject: The flat\r\n"
                + "Date: Tue, 10 Mar 2026 09:00:00 +0000\r\nMessage-ID: <1@wexley.example>\r\n\r\nWe saw them again.\r\n");
    }

    /** The same letters as bytes, one each. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] number(int length, int value) {
        var out = new byte[length];
        for (int i = 0; i < length; i++)
            out[i] = (byte) (value >>> 8 * (length - 1 - i));
        return out;
    }

    /** One after the other. */
    public static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts)
            out.writeBytes(part);
        return out.toByteArray();
    }

    /** Whether some bytes hold these letters, in one byte or two each. */
    public static boolean holds(byte[] all, String letters) {
        var text = new String(all, StandardCharsets.ISO_8859_1);
        var wide = new String(letters.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        return text.contains(letters) || text.contains(wide);
    }
}
