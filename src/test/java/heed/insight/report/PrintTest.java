package heed.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import heed.platform.print.PdfFile;
import heed.platform.print.TaggedPdf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The quarterly page on paper: one A4, which a screen reader reads too. */
class PrintTest {
    private static final String NOTE = "Training for the company’s crews began in May. ".repeat(12).substring(0, 560);

    private static byte[] printed(Sheet sheet) {
        return new PdfFile().of("insight/report/print", SheetView.of(sheet, "Fellmoor District Council",
                "Revision 1, published on 3 July 2026 by Cara Lyth", "Full figures, for those named to see them",
                "3 July 2026 at 9:00am", "0123456789abcdef".repeat(4)));
    }

    private static Sheet fullest() {
        return SheetOf.random(new Random(9), 40, true).withNote(NOTE).withChanges(java.util.stream.IntStream.range(0, 9)
                .mapToObj(n -> "Planning and building control, number " + n + ": 41 as published, 42 now").toList());
    }

    @Test
    void the_fullest_quarter_fits_one_a4_page() throws IOException {
        var bytes = printed(fullest());
        Files.createDirectories(Path.of("target/screens"));
        Files.write(Path.of("target/screens/quarter.pdf"), bytes);
        try (var file = Loader.loadPDF(bytes)) {
            assertThat(file.getNumberOfPages()).isEqualTo(1);
            var box = file.getPage(0).getMediaBox();
            assertThat(Math.round(box.getWidth())).isEqualTo(595);
            assertThat(Math.round(box.getHeight())).isEqualTo(842);
            var text = new PDFTextStripper().getText(file);
            assertThat(text).contains("Safeguarding: April to June 2026", "Housing options", "Concerns raised",
                    "Content hash");
            assertThat(file.getDocumentInformation().getTitle()).contains("April to June 2026");
        }
    }

    @Test
    void it_is_a_tagged_pdf_as_the_standard_wants_it() throws Exception {
        assertThat(TaggedPdf.faults(printed(fullest()))).isEmpty();
    }

    @Test
    void a_pdf_without_tags_is_found() throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        try (var file = new org.apache.pdfbox.pdmodel.PDDocument()) {
            file.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            file.save(out);
        }
        assertThat(TaggedPdf.faults(out.toByteArray())).isNotEmpty();
    }
}
