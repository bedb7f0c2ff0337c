package heed.assurance.paper;

import heed.assurance.paper.Source.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Lines of a PDF that holds text. It knows no paragraphs and no tables, only where letters stand: lines that follow each
 * other closely and fill the column are one paragraph; wide gaps at the same places down the page are columns.
 */
final class PdfLines {
    private PdfLines() {
    }

    /** A run of words on one height. */
    private record Run(float from, float to, String text) {
    }

    /** What stands on one height of a page. */
    private static final class Strip {
        private final float y;
        private final float size;
        private final List<Run> runs = new ArrayList<>();

        private Strip(float y, float size) {
            this.y = y;
            this.size = size;
        }

        float from() {
            return runs.getFirst().from();
        }

        float to() {
            return runs.getLast().to();
        }

        String text() {
            return String.join(" ", runs.stream().map(Run::text).toList());
        }
    }

    static Source read(byte[] file) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            // A file without its list of pages is damaged.
            int pages = document.getNumberOfPages();
            return Sources.opened(() -> read(document, pages));
        } catch (InvalidPasswordException e) {
            return new Source.Refused(Fault.ENCRYPTED);
        }
    }

    private static Source read(PDDocument document, int pages) throws IOException {
        if (pages == 0)
            return new Source.Refused(Fault.EMPTY);
        if (pages > Sources.MOST_PAGES)
            return new Source.Refused(Fault.TOO_LONG);
        var lines = new ArrayList<Line>();
        for (int page = 1; page <= pages; page++) {
            for (var text : paragraphs(strips(document, page)))
                lines.add(new Line(lines.size() + 1, page, text));
            lines.add(new Line(lines.size() + 1, page, ""));
        }
        return lines.stream().allMatch(Line::blank)
                ? new Source.Refused(Fault.NO_TEXT)
                : new Source.Lines(lines, pages);
    }

    private static List<Strip> strips(PDDocument document, int page) throws IOException {
        var letters = new ArrayList<TextPosition>();
        var stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                letters.addAll(positions);
            }
        };
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(document);
        letters.sort(Comparator.comparingDouble(TextPosition::getYDirAdj));
        var rows = new ArrayList<List<TextPosition>>();
        for (var letter : letters) {
            var last = rows.isEmpty() ? null : rows.getLast();
            if (last != null
                    && Math.abs(last.getFirst().getYDirAdj() - letter.getYDirAdj()) < letter.getHeightDir() * 0.6 + 1)
                last.add(letter);
            else
                rows.add(new ArrayList<>(List.of(letter)));
        }
        return rows.stream().map(PdfLines::strip).filter(s -> !s.runs.isEmpty()).toList();
    }

    private static Strip strip(List<TextPosition> letters) {
        letters.sort(Comparator.comparingDouble(TextPosition::getXDirAdj));
        var strip = new Strip(letters.getFirst().getYDirAdj(), letters.getFirst().getFontSizeInPt());
        var text = new StringBuilder();
        float from = 0;
        float end = 0;
        for (var letter : letters) {
            float space = Math.max(letter.getWidthOfSpace(), letter.getFontSizeInPt() * 0.2f);
            float gap = letter.getXDirAdj() - end;
            if (text.isEmpty())
                from = letter.getXDirAdj();
            else if (gap > space * 2.6f) {
                add(strip, from, end, text);
                from = letter.getXDirAdj();
            } else if (gap > space * 0.4f)
                text.append(' ');
            text.append(letter.getUnicode());
            end = letter.getXDirAdj() + letter.getWidthDirAdj();
        }
        add(strip, from, end, text);
        return strip;
    }

    private static void add(Strip strip, float from, float to, StringBuilder text) {
        var words = text.toString().replaceAll("\\s+", " ").strip();
        text.setLength(0);
        if (!words.isEmpty())
            strip.runs.add(new Run(from, to, words));
    }

    /** The paragraphs and rows of a page; a blank line where there is more room between two than within one. */
    private static List<String> paragraphs(List<Strip> strips) {
        var texts = new ArrayList<String>();
        var pitch = pitch(strips);
        float right = (float) strips.stream().mapToDouble(Strip::to).max().orElse(0);
        int i = 0;
        while (i < strips.size()) {
            int end = tableEnd(strips, i, pitch);
            if (!texts.isEmpty() && strips.get(i).y - strips.get(i - 1).y > pitch * 1.35f)
                texts.add("");
            if (end > i) {
                texts.addAll(rows(strips.subList(i, end), pitch));
                i = end;
                continue;
            }
            var text = new StringBuilder(strips.get(i).text());
            int next = i + 1;
            while (next < strips.size() && flows(strips.get(next - 1), strips.get(next), pitch, right)
                    && tableEnd(strips, next, pitch) == next)
                text.append(text.charAt(text.length() - 1) == '-' ? "" : " ").append(strips.get(next++).text());
            texts.add(text.toString());
            i = next;
        }
        return texts;
    }

    /** The usual way down from one line to the next. */
    private static float pitch(List<Strip> strips) {
        var gaps = new ArrayList<Float>();
        for (int i = 1; i < strips.size(); i++)
            if (strips.get(i).y - strips.get(i - 1).y < strips.get(i).size * 2.2f)
                gaps.add(strips.get(i).y - strips.get(i - 1).y);
        gaps.sort(Comparator.naturalOrder());
        return gaps.isEmpty() ? 14 : gaps.get(gaps.size() / 3);
    }

    private static boolean flows(Strip above, Strip below, float pitch, float right) {
        boolean close = below.y - above.y <= pitch * 1.35f;
        boolean same = Math.abs(above.size - below.size) < 0.6f;
        boolean full = above.to() > right * 0.78f;
        boolean begins = below.text()
                .matches("(?s)(?:[-–•·▪◦]\\s|\\(?\\d{1,2}(?:\\.\\d{1,2})*[.)]?\\s|\\(?[a-z][.)]\\s|[A-Z][a-z]+:).*");
        return close && same && full && !begins;
    }

    /** Where a table that begins here ends; here, if none does: two rows of which the first has two columns or more. */
    private static int tableEnd(List<Strip> strips, int from, float pitch) {
        var first = strips.get(from);
        if (first.runs.size() < 2
                || first.runs.getFirst().text().matches("\\(?(?:\\d{1,2}(?:\\.\\d{1,2})*|[a-z])[.)]?|[-–•·▪◦]"))
            return from;
        var columns = columns(first);
        int end = from + 1;
        int wide = 1;
        while (end < strips.size() && strips.get(end).y - strips.get(end - 1).y < pitch * 4) {
            var strip = strips.get(end);
            if (!strip.runs.stream().allMatch(r -> place(columns, r) >= 0))
                break;
            // One cell at the left that stands apart is text again, unless a row with more follows it closely.
            if (strip.runs.size() == 1 && place(columns, strip.runs.getFirst()) == 0
                    && strip.y - strips.get(end - 1).y > pitch * 1.35f
                    && (end + 1 == strips.size() || strips.get(end + 1).runs.size() == 1))
                break;
            // A line that starts at the left and runs over the next column is text again.
            if (strip.runs.size() == 1 && columns.size() > 1 && place(columns, strip.runs.getFirst()) == 0
                    && strip.to() > columns.get(1) - 2)
                break;
            if (strip.runs.size() > 1)
                wide++;
            end++;
        }
        return wide >= 2 ? end : from;
    }

    private static List<Float> columns(Strip strip) {
        return new ArrayList<>(strip.runs.stream().map(Run::from).toList());
    }

    private static int place(List<Float> columns, Run run) {
        for (int i = columns.size() - 1; i >= 0; i--)
            if (Math.abs(columns.get(i) - run.from()) < 4)
                return i;
        return -1;
    }

    /** A row begins where there is more room above, or, where there never is, where the first column says something. */
    private static List<String> rows(List<Strip> strips, float pitch) {
        var columns = columns(strips.getFirst());
        float least = Float.MAX_VALUE;
        float most = 0;
        for (int i = 1; i < strips.size(); i++) {
            float gap = strips.get(i).y - strips.get(i - 1).y;
            least = Math.min(least, gap);
            most = Math.max(most, gap);
        }
        boolean room = most > least * 1.25f;
        var texts = new ArrayList<String>();
        var cells = new ArrayList<StringBuilder>();
        for (int i = 0; i < strips.size(); i++) {
            var strip = strips.get(i);
            boolean begins = i == 0 || (room
                    ? strip.y - strips.get(i - 1).y > least * 1.2f
                    : place(columns, strip.runs.getFirst()) == 0);
            if (begins) {
                flush(texts, cells);
                columns.forEach(c -> cells.add(new StringBuilder()));
            }
            for (var run : strip.runs) {
                var cell = cells.get(Math.max(0, place(columns, run)));
                cell.append(cell.isEmpty() ? "" : " ").append(run.text());
            }
        }
        flush(texts, cells);
        return texts;
    }

    private static void flush(List<String> texts, List<StringBuilder> cells) {
        if (!cells.isEmpty())
            texts.add(String.join("\t", cells));
        cells.clear();
    }
}
