package heed.assurance.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ICell;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFSDTCell;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumPr;
import org.w3c.dom.Node;

/**
 * Lines of a Word document: a paragraph or a row of a table each. Headings get the marks of Markdown, list items "- " or
 * the number that Word would print, a paragraph that is only a picture says so.
 */
final class WordLines {
    /** Stands for a paragraph with nothing but a picture: ratings are often given so. */
    static final String PICTURE = "[picture]";
    /** What the library puts where a note is referred to; the note itself follows in brackets. */
    private static final Pattern NOTED = Pattern.compile("\\[(?:foot|end)noteRef:\\d+\\]");

    private static final int LETTERS = 26;
    private static final int[] WORTH = {100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN = {"c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    /** No list is longer; a file may say that one is. */
    private static final int MOST = 399;

    private final List<Line> lines = new ArrayList<>();
    /** How far each list has counted, by list and level. */
    private final Map<BigInteger, TreeMap<Integer, Integer>> counts = new HashMap<>();
    private int page = 1;

    private WordLines() {
    }

    static Source read(byte[] file) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
            return Sources.opened(() -> {
                var lines = new WordLines();
                for (var element : document.getBodyElements())
                    lines.element(element);
                return new Source.Lines(lines.lines, lines.page);
            });
        }
    }

    private void add(String text) {
        lines.add(new Line(lines.size() + 1, page, text));
    }

    private void element(IBodyElement element) {
        if (element instanceof XWPFParagraph paragraph) {
            var written = paragraph.getCTP().xmlText();
            if (paragraph.isPageBreak() || written.contains("lastRenderedPageBreak"))
                page++;
            add(text(paragraph, true));
            if (written.contains("txbxContent"))
                boxes(paragraph.getCTP().getDomNode(), false);
        } else if (element instanceof XWPFTable table) {
            // A table stands apart from what is before and after it.
            add("");
            table(table);
            add("");
        } else if (element instanceof XWPFSDT control)
            control.getContent().getText().lines().forEach(this::add);
    }

    /** What stands in boxes that hang on a paragraph, which is none of its text: a line each, once. */
    private void boxes(Node node, boolean within) {
        var name = node.getLocalName() == null ? node.getNodeName() : node.getLocalName();
        // Older programs get the same box once more.
        if (name.endsWith("Fallback"))
            return;
        boolean in = within || name.endsWith("txbxContent");
        if (in && name.equals("p")) {
            var text = boxed(node).strip();
            if (!text.isEmpty())
                add(text);
            return;
        }
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling())
            boxes(child, in);
    }

    private static String boxed(Node node) {
        var name = node.getLocalName() == null ? "" : node.getLocalName();
        if (node.getNodeType() == Node.TEXT_NODE)
            return "t".equals(node.getParentNode().getLocalName()) ? node.getNodeValue() : "";
        if (name.equals("tab") || name.equals("br"))
            return " ";
        var text = new StringBuilder();
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling())
            text.append(boxed(child));
        return text.toString();
    }

    private String text(XWPFParagraph paragraph, boolean marked) {
        var text = NOTED.matcher(paragraph.getText()).replaceAll("").replace('\t', ' ').replace('\u000B', ' ')
                .replace("\n", " ").strip();
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
        var plain = name.toLowerCase(Locale.ROOT).replace(" ", "");
        if (plain.equals("title"))
            return 1;
        return plain.matches("heading[1-6]") ? plain.charAt(7) - '0' : 0;
    }

    /** The mark of a list item as it would be printed, with a space behind it; empty for other paragraphs. */
    private String number(XWPFParagraph paragraph) {
        var place = place(paragraph);
        var numbering = paragraph.getDocument().getNumbering();
        var list = place == null || numbering == null ? null : numbering.getNum(place.list());
        var pattern = list == null ? null : numbering.getAbstractNum(list.getCTNum().getAbstractNumId().getVal());
        if (place == null || pattern == null)
            return "";
        var levels = new TreeMap<Integer, CTLvl>();
        for (var level : pattern.getCTAbstractNum().getLvlList())
            levels.put(level.getIlvl().intValue(), level);
        var level = levels.get(place.level());
        if (level == null || format(level).equals("none"))
            return "";
        if (format(level).equals("bullet"))
            return "  ".repeat(place.level()) + "- ";
        var counted = counts.computeIfAbsent(place.list(), k -> new TreeMap<>());
        int start = level.getStart() == null ? 1 : level.getStart().getVal().intValue();
        counted.merge(place.level(), start, (before, first) -> before + 1);
        counted.tailMap(place.level(), false).clear();
        var text = level.getLvlText() == null ? "%" + (place.level() + 1) + "." : level.getLvlText().getVal();
        for (int i = 0; i <= place.level(); i++) {
            var of = levels.get(i);
            text = text.replace("%" + (i + 1),
                    written(counted.getOrDefault(i, 1), of == null ? "decimal" : format(of)));
        }
        return text.isBlank() ? "" : text.strip() + " ";
    }

    private static String format(CTLvl level) {
        return level.getNumFmt() == null ? "decimal" : level.getNumFmt().getVal().toString();
    }

    private record Place(BigInteger list, int level) {
    }

    /** In which list a paragraph stands: by itself, or by its style or one that this is based on. */
    private static @Nullable Place place(XWPFParagraph paragraph) {
        var own = paragraph.getCTP().getPPr();
        if (own != null && own.getNumPr() != null && own.getNumPr().getNumId() != null)
            return place(own.getNumPr());
        var styles = paragraph.getDocument().getStyles();
        var style = styles == null || paragraph.getStyle() == null ? null : styles.getStyle(paragraph.getStyle());
        for (int i = 0; style != null && i < 10; i++) {
            var properties = style.getCTStyle().getPPr();
            if (properties != null && properties.getNumPr() != null && properties.getNumPr().getNumId() != null)
                return place(properties.getNumPr());
            style = style.getBasisStyleID() == null ? null : styles.getStyle(style.getBasisStyleID());
        }
        return null;
    }

    private static @Nullable Place place(CTNumPr properties) {
        var list = properties.getNumId().getVal();
        return list.signum() == 0
                ? null // a list that was taken off again
                : new Place(list, properties.getIlvl() == null ? 0 : properties.getIlvl().getVal().intValue());
    }

    /** A place in a list as Word writes it: after z comes aa; what has no letter or Roman number is written as it is. */
    private static String written(int count, String format) {
        if (count < 1 || count > MOST)
            return String.valueOf(count);
        var letter = String.valueOf((char) ('a' + (count - 1) % LETTERS)).repeat((count - 1) / LETTERS + 1);
        return switch (format) {
            case "lowerLetter" -> letter;
            case "upperLetter" -> letter.toUpperCase(Locale.ROOT);
            case "lowerRoman" -> roman(count);
            case "upperRoman" -> roman(count).toUpperCase(Locale.ROOT);
            default -> String.valueOf(count);
        };
    }

    private static String roman(int count) {
        var written = new StringBuilder();
        int left = count;
        for (int i = 0; i < ROMAN.length; i++)
            for (; left >= WORTH[i]; left -= WORTH[i])
                written.append(ROMAN[i]);
        return written.toString();
    }

    private void table(XWPFTable table) {
        for (var row : table.getRows()) {
            var cells = new ArrayList<String>();
            for (ICell cell : row.getTableICells()) {
                if (cell instanceof XWPFTableCell own) {
                    var paragraphs = own.getBodyElements().stream().map(this::within).filter(t -> !t.isEmpty())
                            .toList();
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
