package heed.assurance.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Writes a plan as a Word document: A4 across, headings that a screen reader finds, table headings on every page. */
final class PlanDocument {
    private static final int ACROSS = 16838;
    private static final int DOWN = 11906;
    private static final int MARGIN = 850;
    private static final int SMALL = 9;
    private static final String FONT = "Arial";
    private static final String SHADE = "E7EDEE";

    private PlanDocument() {
    }

    static byte[] written(PlanFiles.Printed plan) {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            page(document);
            font(document);
            for (int level = 1; level <= 2; level++)
                style(document, level);
            document.getProperties().getCoreProperties().setTitle(plan.title());
            document.getProperties().getCoreProperties().setCreator("Heed");
            paragraph(document, plan.title(), "Heading1");
            plan.about().forEach(line -> paragraph(document, line, null));
            plan.legend().forEach(line -> paragraph(document, line, null));
            for (var table : plan.tables()) {
                paragraph(document, table.heading(), "Heading2");
                table(document, table.columns(), table.rows());
            }
            paragraph(document, "Document control", "Heading2");
            control(document, plan.control());
            document.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void page(XWPFDocument document) {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setOrient(STPageOrientation.LANDSCAPE);
        size.setW(BigInteger.valueOf(ACROSS));
        size.setH(BigInteger.valueOf(DOWN));
        var margins = section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(MARGIN));
        margins.setRight(BigInteger.valueOf(MARGIN));
        margins.setTop(BigInteger.valueOf(MARGIN));
        margins.setBottom(BigInteger.valueOf(MARGIN));
    }

    private static void font(XWPFDocument document) {
        var fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        document.createStyles().setDefaultFonts(fonts);
    }

    private static void style(XWPFDocument document, int level) {
        var style = CTStyle.Factory.newInstance();
        style.setStyleId("Heading" + level);
        style.addNewName().setVal("heading " + level);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewQFormat();
        var paragraph = style.addNewPPr();
        paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
        paragraph.addNewKeepNext();
        var spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(240));
        spacing.setAfter(BigInteger.valueOf(120));
        var run = style.addNewRPr();
        run.addNewB();
        run.addNewSz().setVal(BigInteger.valueOf(level == 1 ? 36 : 26));
        document.createStyles().addStyle(new XWPFStyle(style));
    }

    private static void paragraph(XWPFDocument document, String words,
            @org.jspecify.annotations.Nullable String style) {
        var paragraph = document.createParagraph();
        if (style != null)
            paragraph.setStyle(style);
        paragraph.createRun().setText(words);
    }

    private static void table(XWPFDocument document, List<String> columns, List<List<String>> rows) {
        var table = made(document, rows.size() + 1, columns.size());
        var head = table.getRow(0);
        head.setRepeatHeader(true);
        for (int i = 0; i < columns.size(); i++) {
            cell(head.getCell(i), columns.get(i), true);
            head.getCell(i).setColor(SHADE);
        }
        for (int r = 0; r < rows.size(); r++)
            for (int c = 0; c < columns.size(); c++)
                cell(table.getRow(r + 1).getCell(c), rows.get(r).get(c), false);
    }

    private static void control(XWPFDocument document, List<List<String>> rows) {
        var table = made(document, rows.size(), 2);
        for (int r = 0; r < rows.size(); r++) {
            cell(table.getRow(r).getCell(0), rows.get(r).get(0), true);
            cell(table.getRow(r).getCell(1), rows.get(r).get(1), false);
            table.getRow(r).getTableCells().forEach(c -> c.getParagraphs().forEach(p -> p.setKeepNext(true)));
        }
    }

    private static XWPFTable made(XWPFDocument document, int rows, int columns) {
        var table = document.createTable(rows, columns);
        table.setWidth("100%");
        // A row that would not fit goes whole to the next page.
        table.getRows().forEach(row -> row.setCantSplitRow(true));
        return table;
    }

    private static void cell(XWPFTableCell cell, String words, boolean bold) {
        XWPFParagraph paragraph = cell.getParagraphs().getFirst();
        boolean first = true;
        for (var line : words.strip().split("\\R")) {
            if (!first)
                paragraph = cell.addParagraph();
            first = false;
            paragraph.setSpacingAfter(0);
            var run = paragraph.createRun();
            run.setFontSize(SMALL);
            run.setBold(bold);
            run.setText(line.strip());
        }
    }
}
