package heed.records.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A photo is given out without where, when and by whom it was taken, and the right way up. */
class PicturesTest {
    private static byte[] bare(FileKind kind, byte[] photo) throws Exception {
        var out = new ByteArrayOutputStream();
        Pictures.bare(kind, () -> new ByteArrayInputStream(photo), out);
        return out.toByteArray();
    }

    private static boolean tellsWhere(byte[] photo) throws Exception {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(photo))
                .getDirectoriesOfType(GpsDirectory.class).stream().anyMatch(gps -> gps.getGeoLocation() != null);
    }

    @Test
    void a_jpeg_tells_neither_where_nor_by_whom_it_was_taken() throws Exception {
        var taken = Samples.jpegWithPlace(400, 300, 1);
        assertThat(tellsWhere(taken)).as("the photo says where it was taken").isTrue();
        assertThat(Samples.holds(taken, Samples.OWNER)).isTrue();
        var given = bare(FileKind.JPEG, taken);
        assertThat(tellsWhere(given)).isFalse();
        assertThat(Samples.holds(given, Samples.OWNER)).isFalse();
        assertThat(Samples.holds(given, "Exif")).isFalse();
        assertThat(ImageIO.read(new ByteArrayInputStream(given)).getWidth()).isEqualTo(400);
    }

    @Test
    void a_png_tells_neither_where_nor_by_whom_it_was_made() throws Exception {
        var taken = Samples.pngWithPlace(400, 300);
        assertThat(tellsWhere(taken)).isTrue();
        var given = bare(FileKind.PNG, taken);
        assertThat(tellsWhere(given)).isFalse();
        assertThat(Samples.holds(given, Samples.OWNER)).isFalse();
        assertThat(ImageIO.read(new ByteArrayInputStream(given)).getHeight()).isEqualTo(300);
    }

    @Test
    void a_heic_keeps_its_pixels_and_its_places_and_tells_nothing_else() throws Exception {
        var taken = Samples.heic(400, 300);
        assertThat(tellsWhere(taken)).isTrue();
        assertThat(Samples.holds(taken, Samples.OWNER)).isTrue();
        var given = bare(FileKind.HEIC, taken);
        assertThat(given).hasSameSizeAs(taken);
        assertThat(tellsWhere(given)).isFalse();
        assertThat(Samples.holds(given, Samples.OWNER)).isFalse();
        assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(given))
                .getDirectoriesOfType(ExifDirectoryBase.class)).isEmpty();
        assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(given))
                .getDirectoriesOfType(XmpDirectory.class)).isEmpty();
        assertThat(Samples.holds(given,
                new String(Samples.HEIC_PIXELS, java.nio.charset.StandardCharsets.ISO_8859_1))).isTrue();
        assertThat(Heic.size(given)).isEqualTo(new Inspection.Size(400, 300));
        assertThat(Heic.bare(given)).isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1, 40, 30, left
            2, 40, 30, right
            3, 40, 30, right
            4, 40, 30, left
            5, 30, 40, top
            6, 30, 40, top
            7, 30, 40, bottom
            8, 30, 40, bottom
            """)
    void a_photo_is_given_out_the_way_up_it_is_seen(int turn, int width, int height, String red) throws Exception {
        var given = ImageIO.read(new ByteArrayInputStream(bare(FileKind.JPEG, Samples.jpegWithPlace(40, 30, turn))));
        assertThat(given.getWidth()).isEqualTo(width);
        assertThat(given.getHeight()).isEqualTo(height);
        int x = red.equals("left") ? 2 : red.equals("right") ? width - 3 : width / 2;
        int y = red.equals("top") ? 2 : red.equals("bottom") ? height - 3 : height / 2;
        assertThat(new Color(given.getRGB(x, y)).getRed()).as("the red half is " + red).isGreaterThan(200);
        assertThat(new Color(given.getRGB(width - 1 - x, height - 1 - y)).getBlue()).as("the blue half is across")
                .isGreaterThan(200);
    }

    @Test
    void what_follows_the_end_of_a_picture_is_not_given_out() throws Exception {
        var page = Samples.bytes("<html><script>alert(1)</script></html>");
        for (var kind : new FileKind[]{FileKind.JPEG, FileKind.PNG}) {
            var photo = kind == FileKind.JPEG ? Samples.jpeg(40, 30) : Samples.png(40, 30);
            assertThat(Samples.holds(bare(kind, Samples.join(photo, page)), "script")).as(kind.words()).isFalse();
        }
    }

    @Test
    void a_picture_that_cannot_be_drawn_is_copied_without_what_is_not_the_picture() throws Exception {
        var jpeg = Samples.jpegWithPlace(400, 300, 1);
        var out = new ByteArrayOutputStream();
        Jpeg.bare(new ByteArrayInputStream(Samples.join(jpeg, Samples.bytes("tail"))), out);
        assertThat(tellsWhere(out.toByteArray())).isFalse();
        assertThat(Samples.holds(out.toByteArray(), Samples.OWNER)).isFalse();
        assertThat(Samples.holds(out.toByteArray(), "tail")).isFalse();
        assertThat(pixels(ImageIO.read(new ByteArrayInputStream(out.toByteArray()))))
                .isEqualTo(pixels(ImageIO.read(new ByteArrayInputStream(jpeg))));
        var png = new ByteArrayOutputStream();
        Png.bare(new ByteArrayInputStream(Samples.pngWithPlace(40, 30)), png);
        assertThat(Samples.holds(png.toByteArray(), Samples.OWNER)).isFalse();
        assertThat(tellsWhere(png.toByteArray())).isFalse();
        // A frame with damaged tables: the decoder gives up, the copy does not.
        var damaged = jpeg.clone();
        for (int i = 0; i < damaged.length - 6; i++)
            if (Inspection.starts(damaged, i, "\u00FF\u00C4"))
                Arrays.fill(damaged, i + 5, i + 21, (byte) 0xFF);
        assertThat(Samples.holds(bare(FileKind.JPEG, damaged), Samples.OWNER)).isFalse();
    }

    @Test
    void a_very_large_picture_is_given_out_smaller() throws Exception {
        var given = ImageIO.read(new ByteArrayInputStream(bare(FileKind.PNG, written(6_000, 4_000))));
        assertThat((long) given.getWidth() * given.getHeight()).isLessThanOrEqualTo(Pictures.DRAWN_MOST);
        assertThat(given.getWidth()).isEqualTo(3_000);
    }

    @Test
    void no_damaged_heic_ever_tells_more() throws Exception {
        var random = new Random(3);
        int answered = 0;
        for (int i = 0; i < 3_000; i++) {
            var photo = Samples.heic(40, 30);
            // The owner's name stays whole: whatever is changed around it, it must not come out.
            for (int n = random.nextInt(1, 4); n > 0; n--) {
                int at = random.nextInt(16, 330);
                photo[at] = (byte) random.nextInt(256);
            }
            try {
                if (Heic.size(photo).width() == Integer.MAX_VALUE)
                    continue;
            } catch (java.io.EOFException refused) {
                continue;
            }
            answered++;
            if (!sameKinds(photo))
                continue;
            assertThat(Samples.holds(Heic.bare(photo), "left over: " + Samples.OWNER)).isFalse();
        }
        assertThat(answered).as("some were still photos").isGreaterThan(50);
    }

    /** Whether the damage left the places alone: a place moved onto other bytes makes those the picture. */
    private static boolean sameKinds(byte[] photo) {
        var good = Samples.heic(40, 30);
        int iloc = new String(good, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("iloc");
        return Arrays.equals(photo, iloc, iloc + 60, good, iloc, iloc + 60);
    }

    private static byte[] written(int width, int height) throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", out);
        return out.toByteArray();
    }

    private static int pixels(BufferedImage picture) {
        return Arrays.hashCode(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0,
                picture.getWidth()));
    }
}
