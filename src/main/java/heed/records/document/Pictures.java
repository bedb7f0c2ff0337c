package heed.records.document;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Gives out photos and pictures without what the camera wrote into them: where, when, with which phone. JPEG and PNG are
 * drawn and saved anew, turned the way the camera was held; what cannot be drawn (a JPEG for printing) and HEIC are
 * copied part by part, leaving out all that is not the picture.
 */
final class Pictures {
    /** A larger picture is given out smaller, so that drawing it never needs more memory than there is. */
    static final long DRAWN_MOST = 16_000_000L;
    /** Decoding takes some 200 MB at worst: never more than two at once, others wait their turn. */
    private static final Semaphore HEAVY = new Semaphore(2, true);
    private static final float QUALITY = 0.92f;

    private Pictures() {
    }

    /** Opens the same bytes from their beginning each time. */
    interface Source {
        InputStream open() throws IOException;
    }

    /** Work that needs much memory. */
    interface Work<T> {
        T done() throws IOException;
    }

    /** Does it when it is its turn. */
    static <T> T heavy(Work<T> work) throws IOException {
        HEAVY.acquireUninterruptibly();
        try {
            return work.done();
        } finally {
            HEAVY.release();
        }
    }

    /** Writes the picture to {@code out} without what is not the picture. */
    static void bare(FileKind kind, Source source, OutputStream out) throws IOException {
        heavy(() -> {
            switch (kind) {
                case HEIC -> {
                    try (var in = source.open()) {
                        out.write(Heic.bare(in.readAllBytes()));
                    }
                }
                case JPEG, PNG -> {
                    var drawn = drawn(kind, source);
                    if (drawn != null)
                        save(kind, drawn, out);
                    else
                        copied(kind, source, out);
                }
                case PDF, DOCX, XLSX, TXT, EML -> throw new IllegalArgumentException(kind + " is no picture");
            }
            return kind;
        });
    }

    private static void copied(FileKind kind, Source source, OutputStream out) throws IOException {
        try (var in = new java.io.BufferedInputStream(source.open())) {
            if (kind == FileKind.JPEG)
                Jpeg.bare(in, out);
            else
                Png.bare(in, out);
        }
    }

    /** The picture as it is seen; null where it cannot be drawn. */
    private static @org.jspecify.annotations.Nullable BufferedImage drawn(FileKind kind, Source source)
            throws IOException {
        int turn = turn(source);
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.ending()).next();
        try (var in = new MemoryCacheImageInputStream(source.open())) {
            // Nothing but the pixels is read: text packed into a picture could be a bomb too.
            reader.setInput(in, true, true);
            var how = reader.getDefaultReadParam();
            int step = 1;
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            while (pixels / ((long) step * step) > DRAWN_MOST)
                step++;
            how.setSourceSubsampling(step, step, 0, 0);
            return turned(reader.read(0, how), turn);
        } catch (IOException | RuntimeException e) {
            // The decoder's own limits (colours for printing, odd samplings, damage inside): the copy needs no decoder.
            return null;
        } finally {
            reader.dispose();
        }
    }

    /** How the camera was held: 1 to 8 of the Exif standard (CIPA DC-008), 1 where it does not say. */
    static int turn(Source source) {
        try (var in = new java.io.BufferedInputStream(source.open())) {
            for (var part : ImageMetadataReader.readMetadata(in).getDirectoriesOfType(ExifIFD0Directory.class))
                if (part.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
                    int turn = part.getInt(ExifIFD0Directory.TAG_ORIENTATION);
                    return turn >= 1 && turn <= 8 ? turn : 1;
                }
            return 1;
        } catch (IOException | ImageProcessingException | MetadataException | RuntimeException e) {
            return 1;
        }
    }

    private static BufferedImage turned(BufferedImage picture, int turn) {
        int w = picture.getWidth();
        int h = picture.getHeight();
        boolean onItsSide = turn >= 5;
        boolean seeThrough = picture.getColorModel().hasAlpha();
        // Drawing brings any colour profile to the one that every screen takes for granted.
        var out = new BufferedImage(onItsSide ? h : w, onItsSide ? w : h,
                seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_3BYTE_BGR);
        var how = switch (turn) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
        Graphics2D draw = out.createGraphics();
        draw.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        draw.drawImage(picture, how, null);
        draw.dispose();
        return out;
    }

    private static void save(FileKind kind, BufferedImage picture, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(kind.ending()).next();
        try (var to = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(to);
            var how = writer.getDefaultWriteParam();
            if (kind == FileKind.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
