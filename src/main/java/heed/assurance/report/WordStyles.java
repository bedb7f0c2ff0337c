package heed.assurance.report;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.xmlbeans.XmlException;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * The styles and lists of a document: its own by their names, which Word keeps the same in every language of its menus, and
 * plain ones where it has none.
 */
final class WordStyles {
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private final XWPFDocument document;
    private final Map<String, String> ids = new HashMap<>();
    private @Nullable BigInteger bullets;
    private @Nullable BigInteger numbers;

    WordStyles(XWPFDocument document) {
        this.document = document;
        var styles = document.getStyles() == null ? document.createStyles() : document.getStyles();
        for (var style : styles.getStyles())
            if (style.getName() != null)
                ids.putIfAbsent(style.getName().toLowerCase(Locale.ROOT), style.getStyleId());
    }

    /** The id of a heading's style. */
    String heading(int level) {
        return style("heading " + level, "paragraph", "<w:basedOn w:val=\"" + normal() + "\"/><w:qFormat/>"
                + "<w:pPr><w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"" + (level - 1)
                + "\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"" + (30 - 2 * level) + "\"/></w:rPr>");
    }

    /** Whether a style is a heading's. */
    boolean heads(@Nullable String id) {
        return id != null && ids.entrySet().stream()
                .anyMatch(s -> s.getValue().equals(id) && s.getKey().startsWith("heading "));
    }

    /** The id of the style that stands over tables. */
    String caption() {
        return style("caption", "paragraph", "<w:basedOn w:val=\"" + normal() + "\"/><w:qFormat/>"
                + "<w:pPr><w:keepNext/><w:spacing w:before=\"120\" w:after=\"80\"/></w:pPr><w:rPr><w:b/></w:rPr>");
    }

    /** The id of the style of tables with lines. */
    String grid() {
        return style("Table Grid", "table", "<w:tblPr><w:tblBorders>" + line("top") + line("left") + line("bottom")
                + line("right") + line("insideH") + line("insideV") + "</w:tblBorders><w:tblCellMar><w:left w:w=\"108\""
                + " w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>");
    }

    /** The id of the style of text in tables: the template's "Table text", else its ordinary one. */
    @Nullable
    String tableText() {
        return ids.get("table text");
    }

    /** The id of the style of links. */
    String link() {
        return style("Hyperlink", "character", "<w:rPr><w:color w:val=\"1D4F91\"/><w:u w:val=\"single\"/></w:rPr>");
    }

    /** The id of a list's style. */
    String list(boolean numbered) {
        return style(numbered ? "List Number" : "List Bullet", "paragraph",
                "<w:basedOn w:val=\"" + normal() + "\"/><w:qFormat/><w:pPr><w:contextualSpacing/></w:pPr>");
    }

    /** The list that a new list's paragraphs belong to. A numbered one begins with 1 each time. */
    BigInteger numbering(boolean numbered) {
        var numbering = document.getNumbering() == null ? document.createNumbering() : document.getNumbering();
        var kind = numbered ? numbers : bullets;
        if (kind == null) {
            kind = pattern(numbering, numbered);
            if (numbered)
                numbers = kind;
            else
                bullets = kind;
        }
        var id = numbering.addNum(kind);
        if (numbered) {
            var change = numbering.getNum(id).getCTNum().addNewLvlOverride();
            change.setIlvl(BigInteger.ZERO);
            change.addNewStartOverride().setVal(BigInteger.ONE);
        }
        return id;
    }

    /** The pattern of the list that the style has in this document, or a plain one. */
    private BigInteger pattern(XWPFNumbering numbering, boolean numbered) {
        var style = document.getStyles().getStyle(list(numbered));
        var properties = style == null ? null : style.getCTStyle().getPPr();
        var listed = properties == null || properties.getNumPr() == null ? null : properties.getNumPr().getNumId();
        var own = listed == null ? null : numbering.getAbstractNumID(listed.getVal());
        if (own != null)
            return own;
        var level = numbered
                ? "<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/>"
                : "<w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/>";
        try {
            var parsed = NumberingDocument.Factory.parse("<w:numbering xmlns:w=\"" + W
                    + "\"><w:abstractNum w:abstractNumId=\""
                    + free(numbering)
                    + "\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
                    + level
                    + "<w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"567\" w:hanging=\"567\"/></w:pPr></w:lvl>"
                    + "</w:abstractNum></w:numbering>");
            CTAbstractNum made = parsed.getNumbering().getAbstractNumArray(0);
            return numbering.addAbstractNum(new XWPFAbstractNum(made, numbering));
        } catch (XmlException e) {
            throw new IllegalStateException("a list of our own is not well formed", e);
        }
    }

    private static long free(XWPFNumbering numbering) {
        return 1 + numbering.getAbstractNums().stream()
                .mapToLong(a -> a.getAbstractNum().getAbstractNumId().longValue()).max().orElse(0);
    }

    private static String line(String side) {
        return "<w:" + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>";
    }

    private String normal() {
        return ids.getOrDefault("normal", "Normal");
    }

    private String style(String name, String type, String inside) {
        return ids.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> add(name, type, inside));
    }

    private String add(String name, String type, String inside) {
        var id = "Heed" + name.replace(" ", "");
        try {
            var parsed = StylesDocument.Factory.parse("<w:styles xmlns:w=\"" + W + "\"><w:style w:type=\"" + type
                    + "\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" + inside
                    + "</w:style></w:styles>");
            CTStyle made = parsed.getStyles().getStyleArray(0);
            document.getStyles().addStyle(new XWPFStyle(made));
        } catch (XmlException e) {
            throw new IllegalStateException("a style of our own is not well formed", e);
        }
        return id;
    }
}
