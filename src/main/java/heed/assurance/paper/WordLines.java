package heed.assurance.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ICell;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFSDTCell;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/**
 * Lines of a Word document: a paragraph or a row of a table each. Headings get the marks of Markdown, list items "- " or
 * the number that Word would print, a paragraph that is only a picture says so.
 */
final class WordLines {
    /** Stands for a paragraph with nothing but a picture: ratings are often given so. */
    static final String PICTURE = "[picture]";
    private final List<Line> lines = new ArrayList<>();
    /** How far each list has counted, by list and level. */
    private final Map<BigInteger, TreeMap<Integer, Integer>> counts = new HashMap<>();
    private int page = 1;

    private WordLines() {
    }

    static Source read(byte[] file) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
            var lines = new WordLines();
            for (var element : document.getBodyElements())
                lines.element(element);
            return new Source.Lines(lines.lines, lines.page);
        }
    }

    private void add(String text) {
        lines.add(new Line(lines.size() + 1, page, text));
    }

    private void element(IBodyElement element) {
        if (element instanceof XWPFParagraph paragraph) {
            if (paragraph.isPageBreak() || paragraph.getCTP().xmlText().contains("lastRenderedPageBreak"))
                page++;
            add(text(paragraph, true));
        } else if (element instanceof XWPFTable table) {
            // A table stands apart from what is before and after it.
            add("");
            table(table);
            add("");
        } else if (element instanceof XWPFSDT control)
            control.getContent().getText().lines().forEach(this::add);
    }

    private String text(XWPFParagraph paragraph, boolean marked) {
        var text = paragraph.getText().replace('\t', ' ').replace('\u000B', ' ').replace("\n", " ").strip();
        if (text.isEmpty())
            return paragraph.getRuns().stream().anyMatch(r -> !r.getEmbeddedPictures().isEmpty()
                    || r.getCTR().sizeOfDrawingArray() > 0 || r.getCTR().sizeOfPictArray() > 0) ? PICTURE : "";
        var number = number(paragraph);
        int heading = marked ? heading(paragraph) : 0;
        return (heading > 0 ? "#".repeat(heading) + " " : "") + number + text;
    }

    /** The level of a heading by its style, in whatever language Word names it; 0 for other paragraphs. */
    private static int heading(XWPFParagraph paragraph) {
        var style = paragraph.getStyle();
        if (style == null)
            return 0;
        var styles = paragraph.getDocument().getStyles();
        var found = styles == null ? null : styles.getStyle(style);
        var name = found == null || found.getName() == null ? style : found.getName();
        var plain = name.toLowerCase(java.util.Locale.ROOT).replace(" ", "");
        if (plain.equals("title"))
            return 1;
        return plain.matches("heading[1-6]") ? plain.charAt(7) - '0' : 0;
    }

    /** The mark of a list item as it would be printed, with a space behind it; empty for other paragraphs. */
    private String number(XWPFParagraph paragraph) {
        var list = paragraph.getNumID();
        if (list == null || list.signum() == 0)
            return "";
        var format = paragraph.getNumFmt();
        if (format == null || format.equals("none"))
            return "";
        int level = paragraph.getNumIlvl() == null ? 0 : paragraph.getNumIlvl().intValue();
        if (format.equals("bullet"))
            return "  ".repeat(level) + "- ";
        var counted = counts.computeIfAbsent(list, k -> new TreeMap<>());
        counted.merge(level, 1, Integer::sum);
        counted.tailMap(level, false).clear();
        var pattern = paragraph.getNumLevelText() == null ? "%" + (level + 1) + "." : paragraph.getNumLevelText();
        for (int i = 0; i <= level; i++)
            pattern = pattern.replace("%" + (i + 1), written(counted.getOrDefault(i, 1), i == level ? format : "decimal"));
        return pattern.strip() + " ";
    }

    private static String written(int count, String format) {
        return switch (format) {
            case "lowerLetter" -> String.valueOf((char) ('a' + (count - 1) % 26));
            case "upperLetter" -> String.valueOf((char) ('A' + (count - 1) % 26));
            case "lowerRoman" -> ROMAN[Math.min(count, ROMAN.length) - 1];
            case "upperRoman" -> ROMAN[Math.min(count, ROMAN.length) - 1].toUpperCase(java.util.Locale.ROOT);
            default -> String.valueOf(count);
        };
    }

    private static final String[] ROMAN = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
            "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"};

    private void table(XWPFTable table) {
        for (var row : table.getRows()) {
            var cells = new ArrayList<String>();
            for (ICell cell : row.getTableICells()) {
                if (cell instanceof XWPFTableCell own) {
                    var paragraphs = own.getBodyElements().stream().map(this::within).filter(t -> !t.isEmpty()).toList();
                    cells.add(String.join("\n", paragraphs));
                    var properties = own.getCTTc().getTcPr();
                    if (properties != null && properties.getGridSpan() != null)
                        for (int i = 1; i < properties.getGridSpan().getVal().intValue(); i++)
                            cells.add("");
                } else if (cell instanceof XWPFSDTCell control)
                    cells.add(control.getContent().getText().strip());
            }
            add(String.join("\t", cells));
        }
    }

    private String within(IBodyElement element) {
        if (element instanceof XWPFParagraph paragraph)
            return text(paragraph, false);
        if (element instanceof XWPFTable inner)
            return inner.getText().strip().replace('\t', ' ');
        return element instanceof XWPFSDT control ? control.getContent().getText().strip() : "";
    }
}
