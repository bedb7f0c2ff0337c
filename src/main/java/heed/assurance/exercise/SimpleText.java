package heed.assurance.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text as people type it in a plain box, read as paragraphs, lists, links and tables, and nothing else. An empty line
 * parts paragraphs; a line that begins with "-", "*" or "•" is of a list, with "1." or "1)" of a numbered one; lines with
 * "|" between cells are a table whose first line names the columns; a web address is a link.
 */
public final class SimpleText {
    private static final Pattern BULLET = Pattern.compile("\\s*[-*•]\\s+(.*)");
    private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,3}[.)]\\s+(.*)");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"|]*[^\\s<>\"|.,;:!?)\\]'’”]");
    private static final Pattern RULE = Pattern.compile("[\\s|:-]*");

    private SimpleText() {
    }

    /** A part of it. */
    public sealed interface Block {
    }

    /** A paragraph; line breaks within it are kept. */
    public record Paragraph(List<Run> runs) implements Block {
        /** Copies the runs. */
        public Paragraph {
            runs = List.copyOf(runs);
        }
    }

    /** A list. */
    public record Lines(boolean numbered, List<List<Run>> lines) implements Block {
        /** Copies the lines. */
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /** A table: the names of its columns and its rows, each as long as the longest. */
    public record Table(List<String> heads, List<List<List<Run>>> rows) implements Block {
        /** Copies both. */
        public Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /** A run of words, with where it leads; null for nowhere. */
    public record Run(String text, @Nullable String href) {
    }

    /** Reads it. Every character but markers, and space at the ends of lines, is in the result. */
    public static List<Block> read(String text) {
        var blocks = new ArrayList<Block>();
        var lines = text.replace("\r\n", "\n").split("\n", -1);
        for (int i = 0; i < lines.length;) {
            if (lines[i].isBlank()) {
                i++;
                continue;
            }
            int end = i;
            while (end < lines.length && kind(lines[end]) == kind(lines[i]) && !lines[end].isBlank())
                end++;
            blocks.add(block(List.of(lines).subList(i, end)));
            i = end;
        }
        return List.copyOf(blocks);
    }

    private enum Kind {
        WORDS, BULLET, NUMBER, ROW
    }

    private static Kind kind(String line) {
        if (line.strip().startsWith("|") && line.strip().indexOf('|', 1) > 0)
            return Kind.ROW;
        return BULLET.matcher(line).matches() ? Kind.BULLET : NUMBER.matcher(line).matches() ? Kind.NUMBER : Kind.WORDS;
    }

    private static Block block(List<String> lines) {
        return switch (kind(lines.getFirst())) {
            case WORDS -> new Paragraph(runs(String.join("\n", lines.stream().map(String::strip).toList())));
            case BULLET -> new Lines(false, lines.stream().map(l -> runs(after(BULLET, l))).toList());
            case NUMBER -> new Lines(true, lines.stream().map(l -> runs(after(NUMBER, l))).toList());
            case ROW -> table(lines);
        };
    }

    private static String after(Pattern marker, String line) {
        var found = marker.matcher(line);
        return found.matches() ? found.group(1).strip() : line;
    }

    private static Table table(List<String> lines) {
        var rows = lines.stream().filter(l -> !RULE.matcher(l).matches()).map(SimpleText::cells).toList();
        int wide = rows.stream().mapToInt(List::size).max().orElse(0);
        var filled = rows.stream().map(r -> {
            var row = new ArrayList<>(r);
            while (row.size() < wide)
                row.add("");
            return row;
        }).toList();
        return new Table(filled.isEmpty() ? List.of() : filled.getFirst(),
                filled.stream().skip(1).map(r -> r.stream().map(SimpleText::runs).toList()).toList());
    }

    private static List<String> cells(String line) {
        var inner = line.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
        return List.of(inner.split("\\|", -1)).stream().map(String::strip).toList();
    }

    private static List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        var links = LINK.matcher(text);
        int from = 0;
        while (links.find()) {
            if (links.start() > from)
                runs.add(new Run(text.substring(from, links.start()), null));
            runs.add(new Run(links.group(), links.group()));
            from = links.end();
        }
        if (from < text.length() || runs.isEmpty())
            runs.add(new Run(text.substring(from), null));
        return List.copyOf(runs);
    }
}
