package heed.records.document;

import static heed.records.document.Samples.bytes;
import static heed.records.document.Samples.join;
import static org.assertj.core.api.Assertions.assertThat;

import heed.records.document.Inspection.Found;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

/** What a file is goes by what it holds; and what could do harm is not taken, each with its reason. */
class InspectionTest {
    private static Object of(byte[] file, String name) {
        try {
            return switch (Inspection.of(new SeekableInMemoryByteChannel(file), name)) {
                case Found.Kind found -> found.kind();
                case Found.Not not -> not.why();
            };
        } catch (IOException e) {
            throw new AssertionError("looking into " + name + " failed", e);
        }
    }

    private static Object of(byte[] file) {
        return of(file, "file");
    }

    @Test
    void each_kind_is_known_by_what_it_holds_whatever_its_name_says() {
        var good = Map.of(FileKind.JPEG, Samples.jpeg(40, 30), FileKind.PNG, Samples.png(40, 30), FileKind.HEIC,
                Samples.heic(40, 30), FileKind.PDF, Samples.pdf(), FileKind.DOCX, Samples.zip(Samples.wordParts()),
                FileKind.XLSX, Samples.zip(Samples.sheetParts()), FileKind.TXT, bytes("I saw them twice.\r\n"),
                FileKind.EML, Samples.mail());
        assertThat(good).hasSize(FileKind.values().length);
        good.forEach((kind, file) -> {
            for (var name : List.of("file", "file." + kind.ending(), "file.exe", "file.html"))
                assertThat(of(file, name)).as(kind + " named " + name).isEqualTo(kind);
        });
    }

    @Test
    void a_name_settles_only_whether_a_note_that_begins_like_an_email_is_one() {
        assertThat(of(Samples.mail(), "note.txt")).isEqualTo(FileKind.TXT);
        assertThat(of(Samples.mail(), "note.eml")).isEqualTo(FileKind.EML);
        assertThat(of(Samples.jpeg(40, 30), "note.txt")).isEqualTo(FileKind.JPEG);
    }

    @Test
    void phones_and_programs_name_their_endings_as_they_like() {
        assertThat(of(Samples.jpegWithPlace(40, 30, 6), "IMG_0001.HEIC")).isEqualTo(FileKind.JPEG);
        assertThat(FileName.misnamed("IMG_0001.HEIC", FileKind.JPEG)).isTrue();
        assertThat(FileName.saved("IMG_0001.HEIC", FileKind.JPEG)).isEqualTo("IMG_0001.jpg");
    }

    @Test
    void an_empty_file_is_not_taken() {
        assertThat(of(new byte[0], "photo.jpg")).isEqualTo(Unfit.EMPTY);
    }

    @Test
    void other_kinds_are_not_taken_whatever_they_are_called() {
        var others = Map.of("a program", join(bytes("MZ\u0090\0\3\0\0\0"), new byte[200]), "an ELF program",
                join(bytes("\u007FELF\2\1\1"), new byte[200]), "a web page",
                bytes("<!DOCTYPE html><html><script>alert(1)</script></html>"), "a drawing that runs",
                bytes("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
                "a GIF",
                bytes("GIF89a\1\0\1\0\0\0\0;"), "an archive", Samples.zip(Map.of("a.txt", bytes("a"))), "a script",
                bytes("#!/bin/sh\nrm -rf /\n"), "noise", noise(500), "RTF", bytes("{\\rtf1\\ansi hello}"));
        others.forEach((what, file) -> {
            for (var kind : FileKind.values())
                assertThat(of(file, "file." + kind.ending())).as(what + " as " + kind).isEqualTo(Unfit.OTHER_KIND);
        });
    }

    @Test
    void old_office_files_and_locked_ones_are_named_for_what_they_are() {
        assertThat(of(join(bytes("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"), new byte[2_000]), "plan.doc"))
                .isEqualTo(Unfit.OLD_OFFICE);
        var locked = Samples.zip(Samples.wordParts());
        // The bit that says "encrypted", in every local header and in the directory.
        for (int i = 0; i < locked.length - 10; i++) {
            if (Inspection.starts(locked, i, "PK\u0003\u0004"))
                locked[i + 6] |= 1;
            if (Inspection.starts(locked, i, "PK\u0001\u0002"))
                locked[i + 8] |= 1;
        }
        assertThat(of(locked, "plan.docx")).isEqualTo(Unfit.OLD_OFFICE);
    }

    @Test
    void documents_with_programs_in_them_are_not_taken() {
        for (var part : List.of("word/vbaProject.bin", "word/VBAPROJECT.BIN", "word/vbaData.xml",
                "xl/macrosheets/sheet1.xml", "word/activeX/activeX1.bin"))
            assertThat(of(Samples.word(Map.of(part, bytes("x"))))).as(part).isEqualTo(Unfit.MACROS);
        var enabled = Samples.wordParts();
        enabled.put("[Content_Types].xml",
                bytes("<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"));
        assertThat(of(Samples.zip(enabled), "plan.docx")).isEqualTo(Unfit.MACROS);
    }

    @Test
    void documents_that_fetch_something_when_opened_are_not_taken_and_links_to_click_are() {
        var template = "<Relationships><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                + "relationships/%s\" Target=\"https://elsewhere.example/x\" TargetMode=\"%s\"/></Relationships>";
        for (var type : List.of("attachedTemplate", "oleObject", "frame", "subDocument"))
            assertThat(of(
                    Samples.word(Map.of("word/_rels/settings.xml.rels", bytes(template.formatted(type, "External"))))))
                    .as(type).isEqualTo(Unfit.REACHES_OUT);
        assertThat(of(Samples.word(
                Map.of("word/_rels/settings.xml.rels",
                        bytes(template.formatted("attachedTemplate", "Exter&#110;al"))))))
                .isEqualTo(Unfit.REACHES_OUT);
        assertThat(of(Samples.word(Map.of("word/_rels/settings.xml.rels",
                template.formatted("attachedTemplate", "External")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_16)))))
                .isEqualTo(Unfit.REACHES_OUT);
        assertThat(of(
                Samples.word(
                        Map.of("word/_rels/document.xml.rels", bytes(template.formatted("hyperlink", "External"))))))
                .isEqualTo(FileKind.DOCX);
    }

    @Test
    void what_unpacks_too_far_is_not_taken() {
        var much = Samples.word(Map.of("word/media/a.bin", new byte[60_000_000]));
        assertThat(much.length).as("the bomb is small").isLessThan(100_000);
        assertThat(of(much)).isEqualTo(Unfit.UNPACKS_TOO_FAR);
        var many = Samples.wordParts();
        IntStream.range(0, Zipped.MOST_ENTRIES + 1).forEach(i -> many.put("word/media/" + i, new byte[0]));
        assertThat(of(Samples.zip(many))).isEqualTo(Unfit.UNPACKS_TOO_FAR);
    }

    @Test
    void a_large_honest_document_is_taken() {
        assertThat(of(Samples.word(Map.of("word/media/photo.png", noise(5_000_000), "word/styles.xml",
                "<w:style/>".repeat(50_000).getBytes(java.nio.charset.StandardCharsets.UTF_8)))))
                .isEqualTo(FileKind.DOCX);
    }

    @Test
    void parts_that_lead_out_of_the_archive_or_are_there_twice_are_not_taken() {
        for (var part : List.of("../../etc/passwd", "/etc/passwd", "word\\..\\x"))
            assertThat(of(Samples.word(Map.of(part, bytes("x"))))).as(part).isEqualTo(Unfit.TWO_IN_ONE);
        assertThat(of(Samples.word(Map.of("WORD/document.xml", bytes("another"))))).isEqualTo(Unfit.TWO_IN_ONE);
    }

    @Test
    void pictures_with_too_many_pixels_are_not_taken_and_are_not_decoded() {
        assertThat(of(Samples.pngSaying(60_000, 60_000))).isEqualTo(Unfit.TOO_MANY_PIXELS);
        assertThat(of(Samples.pngSaying(Integer.MAX_VALUE, Integer.MAX_VALUE))).isEqualTo(Unfit.TOO_MANY_PIXELS);
        assertThat(of(Samples.pngSaying(0, 10))).isEqualTo(Unfit.CUT_SHORT);
        assertThat(of(Samples.pngSaying(-1, -1))).isEqualTo(Unfit.CUT_SHORT);
        assertThat(of(Samples.heic(60_000, 60_000))).isEqualTo(Unfit.TOO_MANY_PIXELS);
        assertThat(of(Samples.heic(-5, 40))).isEqualTo(Unfit.TOO_MANY_PIXELS);
        var jpeg = Samples.jpeg(40, 30);
        for (int i = 0; i < jpeg.length - 9; i++)
            if (Inspection.starts(jpeg, i, "\u00FF\u00C0"))
                for (int n = 5; n < 9; n++)
                    jpeg[i + n] = (byte) 0xFF;
        assertThat(of(jpeg)).isEqualTo(Unfit.TOO_MANY_PIXELS);
    }

    @Test
    void two_kinds_in_one_are_not_taken() {
        var zip = Samples.zip(Map.of("a.txt", bytes("a")));
        var page = bytes("<html><script>alert(1)</script></html>");
        assertThat(of(join(Samples.pdf(), zip), "a.pdf")).isEqualTo(Unfit.TWO_IN_ONE);
        assertThat(of(join(Samples.pdf(), page), "a.pdf")).isEqualTo(Unfit.TWO_IN_ONE);
        assertThat(of(join(Samples.pdf(), new byte[3_000]), "a.pdf")).isEqualTo(Unfit.TWO_IN_ONE);
        assertThat(of(join(bytes("A note.\n"), zip), "a.txt")).isEqualTo(Unfit.TWO_IN_ONE);
        var word = Samples.zip(Samples.wordParts());
        assertThat(of(join(word, zip), "a.docx")).isEqualTo(Unfit.TWO_IN_ONE);
        assertThat(of(join(bytes("PK\u0003\u0004 something before"), word), "a.docx")).isEqualTo(Unfit.TWO_IN_ONE);
    }

    @Test
    void what_is_cut_short_is_not_taken() {
        for (var file : List.of(Samples.jpeg(400, 300), Samples.png(400, 300), Samples.heic(400, 300), Samples.pdf(),
                Samples.zip(Samples.wordParts())))
            for (int tenth = 2; tenth < 10; tenth++)
                assertThat(of(Arrays.copyOf(file, file.length * tenth / 10))).as("%d tenths of %s", tenth,
                        new String(file, 0, 8, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .isEqualTo(Unfit.CUT_SHORT);
    }

    @Test
    void a_heic_whose_places_lead_elsewhere_is_not_taken() {
        assertThat(of(Samples.heic(40, 30, 1_000_000, 0))).isEqualTo(Unfit.CUT_SHORT);
        assertThat(of(Samples.heic(40, 30, -100, 0))).isEqualTo(Unfit.CUT_SHORT);
        assertThat(of(Samples.heic(40, 30, 0, 3))).isEqualTo(Unfit.CUT_SHORT);
    }

    @Test
    void text_in_any_common_writing_is_taken() {
        for (var charset : List.of("UTF-8", "UTF-16", "windows-1252"))
            assertThat(of("Elle a dit « viens », 10 €".getBytes(java.nio.charset.Charset.forName(charset)), "a.txt"))
                    .as(charset).isEqualTo(FileKind.TXT);
        assertThat(of(bytes("words \0 words"), "a.txt")).isEqualTo(Unfit.OTHER_KIND);
    }

    @Test
    void whatever_is_changed_looking_ends_with_an_answer() {
        var random = new Random(42);
        var good = List.of(Samples.jpegWithPlace(40, 30, 6), Samples.pngWithPlace(40, 30), Samples.heic(40, 30),
                Samples.pdf(), Samples.zip(Samples.wordParts()), Samples.zip(Samples.sheetParts()), Samples.mail());
        for (int i = 0; i < 7_000; i++) {
            var file = good.get(i % good.size()).clone();
            for (int n = random.nextInt(1, 6); n > 0; n--)
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            assertThat(of(i % 3 == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file)).isNotNull();
        }
    }

    private static byte[] noise(int length) {
        var noise = new byte[length];
        new Random(7).nextBytes(noise);
        return noise;
    }
}
