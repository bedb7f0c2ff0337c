package heed.assurance.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Tables of a questionnaire: an option, how many, what share. They stand as rows, or run through the text of an answer
 * where a converter tore them apart: then they are known by their headings and by number and percentage following each
 * other.
 */
final class FigureTables {
    private static final Pattern HEAD = Pattern.compile("(?i)\\b(?:option|answer|response|choice|category|reply)s?\\s+"
            + "(?:total|count|number|responses|n)\\s+(?:percent(?:age)?|per cent|%|share)(?=\\s|$)");
    private static final Pattern ROW = Pattern.compile(
            "\\G\\s*(\\S(?:(?!\\.\\s[A-Z]|%)[^\\n]){0,130}?)\\s+(\\d{1,3}(?:,\\d{3})+|\\d+)\\s+(\\d{1,3}(?:\\.\\d+)?)\\s?%");
    private static final Pattern ASKED = Pattern.compile("[^.?:‘“\"]*[^.?:]\\?['’”\"]?");

    private FigureTables() {
    }

    /** One row. */
    record Figure(String option, String total, String percent, TreeSet<Integer> lines) {
    }

    /**
     * One table.
     *
     * @param asked the question before it, or empty
     * @param torn whether it was put together from running text
     * @param whole lines that hold nothing else
     */
    record FigureTable(String asked, List<Figure> figures, TreeSet<Integer> lines, boolean torn, TreeSet<Integer> whole) {
        /** Adds it under an item, its figures under it. */
        void into(Gathering gathering, Gathering.Draft item) {
            var draft = gathering.add(PieceKind.TABLE, null, item, lines).with(Field.TITLE, asked);
            if (torn)
                draft.flag(Flag.Kind.TORN_TABLE);
            for (var figure : figures)
                gathering.add(PieceKind.FIGURE, null, draft, figure.lines()).with(Field.OPTION, figure.option())
                        .with(Field.TOTAL, figure.total()).with(Field.PERCENT, figure.percent());
        }
    }

    /** The tables in these parts, which follow each other. */
    static List<FigureTable> in(List<Part> parts) {
        var text = new StringBuilder();
        var starts = new ArrayList<Integer>();
        for (var part : parts) {
            starts.add(text.length());
            text.append(part.text().replace('\n', ' ')).append(' ');
        }
        var tables = new ArrayList<FigureTable>();
        var head = HEAD.matcher(text);
        int from = 0;
        while (head.find(from)) {
            from = head.end();
            var figures = new ArrayList<Figure>();
            var row = ROW.matcher(text).region(head.end(), text.length());
            var lines = new TreeSet<Integer>(covered(parts, starts, head.start(), head.end()));
            int end = head.end();
            while (row.find()) {
                var where = covered(parts, starts, row.start(1), row.end());
                figures.add(new Figure(row.group(1), row.group(2), row.group(3), where));
                lines.addAll(where);
                end = row.end();
            }
            if (figures.isEmpty())
                continue;
            from = end;
            var whole = new TreeSet<Integer>();
            boolean torn = false;
            for (int i = 0; i < parts.size(); i++) {
                int first = starts.get(i);
                int last = first + parts.get(i).text().length();
                if (lines.contains(parts.get(i).number())) {
                    if (first >= head.start() && last <= end + 1)
                        whole.add(parts.get(i).number());
                    torn |= parts.get(i).cells().size() < 3;
                }
            }
            tables.add(new FigureTable(asked(text.substring(0, head.start())), figures, lines, torn, whole));
        }
        return tables;
    }

    private static TreeSet<Integer> covered(List<Part> parts, List<Integer> starts, int from, int to) {
        var lines = new TreeSet<Integer>();
        for (int i = 0; i < parts.size(); i++)
            if (starts.get(i) < to && starts.get(i) + parts.get(i).text().length() > from)
                lines.add(parts.get(i).number());
        return lines;
    }

    /** The last question before the table, if it is near. */
    private static String asked(String before) {
        var near = before.substring(Math.max(0, before.length() - 400));
        var question = ASKED.matcher(near);
        var last = "";
        while (question.find())
            last = question.group();
        return last.replaceAll("^[\\s'‘’“”\"]+|[\\s'’”\"]+$", "");
    }
}
