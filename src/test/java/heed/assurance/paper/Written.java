package heed.assurance.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.dhatim.fastexcel.Workbook;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** Papers made for a test: a Word document, a workbook, a PDF. */
final class Written {
    /** A picture of one dot. */
    private static final byte[] DOT = java.util.Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    private Written() {
    }

    /** A Word document in the making. */
    static final class Word {
        private final XWPFDocument document = new XWPFDocument();
        private final BigInteger bullets;
        private final BigInteger numbers;
        private int lists;

        Word() {
            var styles = document.createStyles();
            for (int i = 1; i <= 3; i++) {
                var style = CTStyle.Factory.newInstance();
                style.setStyleId("H" + i);
                style.addNewName().setVal("heading " + i);
                styles.addStyle(new XWPFStyle(style));
            }
            bullets = list(STNumberFormat.BULLET, "•", 1, 1);
            numbers = list(STNumberFormat.DECIMAL, "%1.", 2, 1);
        }

        private BigInteger list(STNumberFormat.Enum format, String text, int id, long from) {
            var list = CTAbstractNum.Factory.newInstance();
            list.setAbstractNumId(BigInteger.valueOf(id));
            var level = list.addNewLvl();
            level.setIlvl(BigInteger.ZERO);
            level.addNewNumFmt().setVal(format);
            level.addNewLvlText().setVal(text);
            level.addNewStart().setVal(BigInteger.valueOf(from));
            var numbering = document.getNumbering() == null ? document.createNumbering() : document.getNumbering();
            return numbering.addNum(numbering.addAbstractNum(new org.apache.poi.xwpf.usermodel.XWPFAbstractNum(list)));
        }

        Word heading(int level, String text) {
            var paragraph = document.createParagraph();
            paragraph.setStyle("H" + level);
            paragraph.createRun().setText(text);
            return this;
        }

        Word text(String... paragraphs) {
            for (var text : paragraphs)
                document.createParagraph().createRun().setText(text);
            return this;
        }

        Word bullets(String... items) {
            return items(bullets, items);
        }

        Word numbers(String... items) {
            return items(numbers, items);
        }

        /** A list of this format that begins with this number. */
        Word counted(STNumberFormat.Enum format, long from, String... items) {
            return items(list(format, "%1.", 3 + lists++, from), items);
        }

        private Word items(BigInteger list, String... items) {
            for (var item : items) {
                var paragraph = document.createParagraph();
                paragraph.setNumID(list);
                paragraph.setNumILvl(BigInteger.ZERO);
                paragraph.createRun().setText(item);
            }
            return this;
        }

        Word picture() {
            try {
                document.createParagraph().createRun().addPicture(new java.io.ByteArrayInputStream(DOT),
                        Document.PICTURE_TYPE_PNG, "dot.png", Units.toEMU(10), Units.toEMU(10));
                return this;
            } catch (IOException | org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
                throw new IllegalStateException(e);
            }
        }

        /** A paragraph as Word writes it between its tags. */
        Word written(String inside) {
            try {
                document.createParagraph().getCTP()
                        .set(org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP.Factory
                                .parse("<xml-fragment xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                                        + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                                        + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
                                        + " xmlns:v=\"urn:schemas-microsoft-com:vml\">" + inside + "</xml-fragment>"));
                return this;
            } catch (org.apache.xmlbeans.XmlException e) {
                throw new IllegalStateException(e);
            }
        }

        /** A paragraph with a note at the foot of its page. */
        Word noted(String text, String note) {
            var footnote = document.createFootnote();
            footnote.createParagraph().createRun().setText(note);
            var paragraph = document.createParagraph();
            paragraph.createRun().setText(text);
            paragraph.addFootnoteReference(footnote);
            return this;
        }

        /** Rows of cells; a line feed in a cell begins another paragraph of it. */
        Word table(List<List<String>> rows) {
            var table = document.createTable(rows.size(), rows.getFirst().size());
            for (int r = 0; r < rows.size(); r++)
                for (int c = 0; c < rows.get(r).size(); c++) {
                    var cell = table.getRow(r).getCell(c);
                    cell.removeParagraph(0);
                    for (var text : rows.get(r).get(c).split("\n", -1))
                        cell.addParagraph().createRun().setText(text);
                }
            return this;
        }

        byte[] file() {
            try (var out = new ByteArrayOutputStream()) {
                document.write(out);
                document.close();
                return out.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A workbook of one sheet. */
    static byte[] sheet(String name, List<List<Object>> rows) {
        try (var out = new ByteArrayOutputStream(); var book = new Workbook(out, "Test", "1.0")) {
            var sheet = book.newWorksheet(name);
            for (int r = 0; r < rows.size(); r++)
                for (int c = 0; c < rows.get(r).size(); c++)
                    switch (rows.get(r).get(c)) {
                        case java.time.LocalDate day -> {
                            sheet.value(r, c, day);
                            sheet.style(r, c).format("dd/mm/yyyy").set();
                        }
                        case Number number -> sheet.value(r, c, number);
                        case Object text -> sheet.value(r, c, text.toString());
                    }
            book.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pages of a PDF; a line with "|" has its cells at columns of equal width. Blank lines leave room. */
    static byte[] pdf(List<String> pages, String password) {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (var text : pages) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var stream = new PDPageContentStream(document, page)) {
                    float y = 790;
                    for (var line : text.split("\n", -1)) {
                        var cells = line.split("\\|", -1);
                        for (int i = 0; i < cells.length; i++)
                            if (!cells[i].isBlank()) {
                                stream.beginText();
                                stream.setFont(font, 10);
                                stream.newLineAtOffset(50 + i * 500f / cells.length, y);
                                stream.showText(cells[i].strip());
                                stream.endText();
                            }
                        y -= line.isBlank() ? 10 : 12;
                    }
                }
            }
            if (!password.isEmpty())
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
