package heed.assurance.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line with what can be seen of its shape: whether it is a heading or an item of a list, what number it begins with,
 * what cells it has.
 *
 * @param number of the line
 * @param text the whole line as plain text, without the mark of a heading or list
 * @param cells the plain text of each cell; one where the line has no tab
 * @param tabFirst whether the line begins with a tab
 * @param heading whether it is marked as a heading
 * @param bullet whether it is marked as an item of a list
 * @param code the number or letter it begins with, or null
 * @param rest the text behind the code; the text where there is none
 * @param dotted whether the code is followed by a full stop, bracket or colon
 * @param blanks blank lines before it; many for the first
 */
record Part(int number, String text, List<String> cells, boolean tabFirst, boolean heading, boolean bullet,
        @Nullable String code, String rest, boolean dotted, int blanks) {
    private static final Pattern HEADING = Pattern.compile("^\\s*#{1,6}\\s+");
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-–—•·▪◦‣●○*\\uF0B7\\uF0A7]|\\?(?=\\s+[A-Z]))\\s+");
    private static final Pattern TAB_FIRST = Pattern.compile(" *\\t");
    private static final Pattern CODE = Pattern.compile(
            "^\\(?(\\d{1,2}(?:\\.\\d{1,2}){0,3}[A-Za-z]?|[A-Za-z](?=[.)]\\s)|[A-Z]\\d{1,2}(?:\\.\\d{1,2})?)([.):]{0,2})(?=\\s|$)\\s*");

    Part {
        cells = List.copyOf(cells);
    }

    /** The lines that are not blank, and those that hold a tab alone. */
    static List<Part> of(List<Line> lines) {
        var parts = new ArrayList<Part>();
        int blanks = 99;
        for (var line : lines) {
            // A tab alone begins a cell of a torn table that may stay empty.
            if (line.blank() && line.text().indexOf('\t') < 0) {
                blanks++;
                continue;
            }
            parts.add(of(line, blanks));
            blanks = 0;
        }
        return parts;
    }

    /** A paragraph of a cell. */
    static Part ofCell(int line, String text) {
        return of(new Line(line, 1, text), 0);
    }

    private static Part of(Line line, int blanks) {
        var raw = line.text().replace("\f", "");
        var tabFirst = TAB_FIRST.matcher(raw).lookingAt();
        var marked = HEADING.matcher(raw);
        var heading = marked.find();
        var unmarked = heading ? raw.substring(marked.end()) : raw;
        var listed = BULLET.matcher(unmarked.indexOf('\t') < 0 || !tabFirst ? unmarked : "");
        var bullet = listed.find() && !unmarked.substring(listed.end()).isBlank();
        var bare = bullet ? unmarked.substring(listed.end()) : unmarked;
        var cells = Stream.of(bare.split("\t", -1)).map(Plain::of).toList();
        var text = String.join(" ", cells.stream().filter(c -> !c.isEmpty()).toList());
        var numbered = CODE.matcher(text);
        var found = numbered.find() ? numbered.group(1) : null;
        return new Part(line.number(), text, cells, tabFirst, heading, bullet, found,
                found == null ? text : text.substring(numbered.end()).strip(),
                found != null && !numbered.group(2).isEmpty(), blanks);
    }

    /** The parts without those lines: what stood behind one of them stands apart. */
    static List<Part> without(List<Part> parts, java.util.Set<Integer> lines) {
        var left = new ArrayList<Part>();
        boolean dropped = false;
        for (var part : parts) {
            if (lines.contains(part.number())) {
                dropped = true;
                continue;
            }
            left.add(dropped && part.blanks() == 0
                    ? new Part(part.number(), part.text(), part.cells(), part.tabFirst(), part.heading(), part.bullet(),
                            part.code(), part.rest(), part.dotted(), 1)
                    : part);
            dropped = false;
        }
        return left;
    }

    /** Whether it could be a title: short, and not a sentence. */
    boolean titleLike() {
        return text.length() <= 110 && !text.isEmpty() && ".;,".indexOf(text.charAt(text.length() - 1)) < 0
                && text.indexOf('\n') < 0;
    }

    /** How many dots are in its code; -1 where it has none. */
    int depth() {
        return code == null ? -1 : (int) code.chars().filter(c -> c == '.').count();
    }

    /** Cells that say something. */
    long filled() {
        return cells.stream().filter(c -> !c.isEmpty()).count();
    }
}
