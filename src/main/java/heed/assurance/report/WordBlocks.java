package heed.assurance.report;

import heed.assurance.exercise.SimpleText.Run;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;

/** Puts blocks in the place of a paragraph of a Word document, in the document's own styles. */
final class WordBlocks {
    private static final int WHOLE = 9638;
    /** Between a table and what follows it, in twentieths of a point. */
    private static final int AFTER_TABLE = 160;
    private final WordStyles styles;

    WordBlocks(WordStyles styles) {
        this.styles = styles;
    }

    /** Puts blocks where the paragraph is. Plain paragraphs take its style; it goes, unless something needs it there. */
    void replace(XWPFParagraph place, List<Block> blocks) {
        var body = place.getBody();
        Block previous = null;
        for (var block : blocks) {
            switch (block) {
                case Block.Heading heading -> {
                    var paragraph = before(place, body);
                    paragraph.setStyle(styles.heading(heading.level()));
                    paragraph.createRun().setText(heading.words());
                }
                case Block.Para para -> {
                    var paragraph = before(place, body);
                    like(paragraph, place);
                    if (previous instanceof Block.Grid)
                        paragraph.setSpacingBefore(AFTER_TABLE);
                    runs(paragraph, para.runs());
                }
                case Block.Points points -> points(place, body, points, previous instanceof Block.Grid);
                case Block.Grid grid -> table(place, body, grid);
            }
            previous = block;
        }
        while (!place.getRuns().isEmpty())
            place.removeRun(0);
        // A section ends with its paragraph, a cell with one, and two tables that touch are one.
        var properties = place.getCTP().getPPr();
        boolean section = properties != null && properties.isSetSectPr();
        boolean table = !blocks.isEmpty() && blocks.getLast() instanceof Block.Grid;
        boolean only = body instanceof XWPFTableCell cell && cell.getParagraphs().size() == 1;
        if (section || table || only)
            unnumber(place);
        else
            remove(place, body);
    }

    /** Whether a paragraph is a heading. */
    boolean heads(XWPFParagraph paragraph) {
        return styles.heads(paragraph.getStyleID());
    }

    private static void unnumber(XWPFParagraph place) {
        var properties = place.getCTP().getPPr();
        if (properties != null) {
            if (properties.isSetNumPr())
                properties.unsetNumPr();
            if (properties.isSetPStyle())
                properties.unsetPStyle();
        }
        place.setSpacingAfter(0);
    }

    private static void remove(XWPFParagraph place, IBody body) {
        if (body instanceof org.apache.poi.xwpf.usermodel.XWPFDocument document)
            document.removeBodyElement(document.getPosOfParagraph(place));
        else if (body instanceof XWPFTableCell cell)
            cell.removeParagraph(cell.getParagraphs().indexOf(place));
    }

    private static XWPFParagraph before(XWPFParagraph place, IBody body) {
        try (var cursor = place.getCTP().newCursor()) {
            return Objects.requireNonNull(body.insertNewParagraph(cursor));
        }
    }

    private static void like(XWPFParagraph paragraph, XWPFParagraph place) {
        if (place.getCTP().getPPr() == null)
            return;
        var properties = (CTPPr) place.getCTP().getPPr().copy();
        if (properties.isSetSectPr())
            properties.unsetSectPr();
        paragraph.getCTP().setPPr(properties);
    }

    private void points(XWPFParagraph place, IBody body, Block.Points points, boolean afterTable) {
        var list = styles.numbering(points.numbered());
        boolean first = true;
        for (var point : points.points()) {
            var paragraph = before(place, body);
            paragraph.setStyle(styles.list(points.numbered()));
            if (first && afterTable)
                paragraph.setSpacingBefore(AFTER_TABLE);
            first = false;
            paragraph.setNumID(list);
            paragraph.setNumILvl(BigInteger.ZERO);
            runs(paragraph, point);
        }
    }

    private void table(XWPFParagraph place, IBody body, Block.Grid grid) {
        if (!grid.caption().isEmpty()) {
            var caption = before(place, body);
            caption.setStyle(styles.caption());
            caption.createRun().setText(grid.caption());
        }
        XWPFTable table;
        try (var cursor = place.getCTP().newCursor()) {
            table = Objects.requireNonNull(body.insertNewTbl(cursor));
        }
        table.getCTTbl().getTblPr().unsetTblBorders();
        table.setStyleID(styles.grid());
        table.setWidth("100%");
        looks(table);
        int columns = grid.heads().size();
        for (int c = 1; c < columns; c++)
            table.getRow(0).addNewTableCell();
        var head = table.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        for (int c = 0; c < columns; c++)
            cell(head.getCell(c), List.of(new Run(grid.heads().get(c), null)), true);
        for (var row : grid.rows()) {
            var made = table.createRow();
            made.setCantSplitRow(true);
            for (int c = 0; c < columns; c++)
                cell(made.getCell(c), row.get(c), false);
        }
        widths(table, grid);
    }

    /** Says that the first row and column are headings, for those who listen to the table. */
    private static void looks(XWPFTable table) {
        var properties = table.getCTTbl().getTblPr();
        var look = properties.isSetTblLook() ? properties.getTblLook() : properties.addNewTblLook();
        look.setVal(new byte[]{0x04, (byte) 0xA0});
        look.setFirstRow(true);
        look.setFirstColumn(true);
    }

    private static void widths(XWPFTable table, Block.Grid grid) {
        int columns = grid.heads().size();
        var widths = new ArrayList<Integer>();
        for (int c = 0; c < columns; c++)
            widths.add(WHOLE * (grid.widths().isEmpty() ? 100 / columns : grid.widths().get(c)) / 100);
        var lines = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (lines.sizeOfGridColArray() > 0)
            lines.removeGridCol(0);
        widths.forEach(w -> lines.addNewGridCol().setW(BigInteger.valueOf(w)));
        for (var row : table.getRows())
            for (int c = 0; c < columns; c++)
                row.getCell(c).setWidth((grid.widths().isEmpty() ? 100 / columns : grid.widths().get(c)) + "%");
    }

    private void cell(XWPFTableCell cell, List<Run> runs, boolean bold) {
        var paragraph = cell.getParagraphs().getFirst();
        var style = styles.tableText();
        if (style == null)
            paragraph.setSpacingAfter(0);
        else
            paragraph.setStyle(style);
        runs(paragraph, runs);
        if (bold)
            paragraph.getRuns().forEach(r -> r.setBold(true));
    }

    private void runs(XWPFParagraph paragraph, List<Run> runs) {
        for (var run : runs) {
            var href = run.href();
            if (href == null || !linked(paragraph, run.text(), href))
                lines(paragraph.createRun(), run.text());
        }
    }

    private boolean linked(XWPFParagraph paragraph, String text, String href) {
        try {
            new java.net.URI(href);
        } catch (java.net.URISyntaxException e) {
            return false; // typed as it is: it stays words
        }
        var run = paragraph.createHyperlinkRun(href);
        run.setStyle(styles.link());
        run.setText(text);
        return true;
    }

    private static void lines(org.apache.poi.xwpf.usermodel.XWPFRun run, String text) {
        boolean first = true;
        for (var line : text.split("\n", -1)) {
            if (!first)
                run.addBreak();
            first = false;
            run.setText(line);
        }
    }
}
