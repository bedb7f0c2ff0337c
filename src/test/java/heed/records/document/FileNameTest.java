package heed.records.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            photo.jpg, photo.jpg
            C:\\Users\\kim\\photo.jpg, photo.jpg
            ../../etc/passwd, passwd
            /tmp/a b.pdf, a b.pdf
            "", file
            "   ", file
            .., file
            <script>alert(1)</script>.jpg, script>.jpg
            Jay Marlow 10 March.docx, Jay Marlow 10 March.docx
            """)
    void a_name_is_shown_without_the_folders_before_it(String sent, String shown) {
        assertThat(FileName.shown(sent)).isEqualTo(shown);
    }

    @Test
    void what_cannot_be_seen_or_turns_text_around_is_left_out() {
        // Shown as it is, this would read "photoexe.jpg".
        assertThat(FileName.shown("photo\u202Egpj.exe")).isEqualTo("photogpj.exe");
        assertThat(FileName.shown("a\u0000b\u0007c\r\nd\u2028e.txt")).isEqualTo("a b c d e.txt");
        assertThat(FileName.shown("in\u200Bvi\u2060si\uFEFFble.txt")).isEqualTo("invisible.txt");
        assertThat(FileName.shown("half \uD83D a.txt")).isEqualTo("half \uFFFD a.txt");
        assertThat(FileName.shown("عربي 😢 👩‍👧.jpg")).isEqualTo("عربي 😢 👩‍👧.jpg");
    }

    @Test
    void a_very_long_name_keeps_its_ending() {
        var shown = FileName.shown("x".repeat(300) + ".jpeg");
        assertThat(shown).hasSize(200).endsWith("….jpeg");
        assertThat(FileName.saved("😢".repeat(300) + ".jpeg", FileKind.JPEG)).endsWith("😢.jpeg");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            photo.JPG, JPEG, photo.JPG
            photo.jpeg, JPEG, photo.jpeg
            invoice.pdf.exe, PDF, invoice.pdf.pdf
            invoice.exe, PDF, invoice.pdf
            note, TXT, note.txt
            page.html, TXT, page.txt
            CON.txt, TXT, _CON.txt
            con, TXT, _con.txt
            lpt1.pdf, PDF, _lpt1.pdf
            .htaccess, TXT, file.txt
            ".. .jpg", JPEG, file.jpg
            a:b*c?d|e.png, PNG, a_b_c_d_e.png
            "a""b;c%d.png", PNG, a_b_c_d.png
            run.me.bat, JPEG, run.me.jpg
            """)
    void a_file_is_saved_under_a_safe_name_with_the_ending_of_what_it_is(String sent, FileKind kind, String saved) {
        assertThat(FileName.saved(sent, kind)).isEqualTo(saved);
    }

    @Test
    void a_wrong_ending_is_noticed_and_a_missing_one_is_not_wrong() {
        assertThat(FileName.misnamed("photo.exe", FileKind.JPEG)).isTrue();
        assertThat(FileName.misnamed("photo.png", FileKind.JPEG)).isTrue();
        assertThat(FileName.misnamed("photo.JPeG", FileKind.JPEG)).isFalse();
        assertThat(FileName.misnamed("photo", FileKind.JPEG)).isFalse();
    }

    @Test
    void whatever_is_sent_what_is_saved_is_short_plain_and_ends_right() {
        var random = new Random(20260310);
        for (int i = 0; i < 20_000; i++) {
            var sent = random.ints(random.nextInt(40), 0, i % 2 == 0 ? 0x3000 : Character.MAX_CODE_POINT + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            var kind = FileKind.values()[random.nextInt(FileKind.values().length)];
            var saved = FileName.saved(sent, kind);
            assertThat(saved).isNotBlank().doesNotStartWith(".").doesNotContainPattern("[/\\\\:\"<>|?*\\p{Cc}]")
                    .doesNotContainPattern("[\\u202A-\\u202E\\u2066-\\u2069]");
            assertThat(kind.fits(saved)).as(saved).isTrue();
            assertThat(saved.codePointCount(0, saved.length())).isLessThanOrEqualTo(100);
            assertThat(FileName.shown(FileName.shown(sent))).isEqualTo(FileName.shown(sent));
        }
    }
}
