package heed.assurance.check;

import heed.assurance.evidence.About;
import heed.assurance.evidence.DateMention;
import heed.assurance.evidence.DateReader;
import heed.assurance.evidence.FigureMention;
import heed.assurance.evidence.FigureReader;
import heed.assurance.prose.Clauses;
import heed.assurance.prose.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One part of one answer, read once for all checks: its sentences, dates, figures and tables. */
final class Block {
    /**
     * A table that runs through the text.
     *
     * @param start  where it begins in the text
     * @param end    where it ends
     * @param counts its counts, in order
     */
    record Table(int start, int end, List<String> counts) {
    }

    private static final String ENDS = ".!?:;”\"’)";
    private static final Pattern COUNTED = Pattern
            .compile("(?<=[\\s\\t])(\\d[\\d,]*)[\\s\\t]+(\\d{1,3}(?:\\.\\d+)?)\\s?%");
    private static final int LONGEST_LABEL = 160;
    /** What may stand before the first label of a table and belongs to none of its rows. */
    private static final Pattern BEFORE_LABEL = Pattern.compile(
            "(?is)^.*(?:[?:.!]['’\"”]?\\s|\\bpercent(?:age)?\\b|\\btotal\\b|\\bnumber\\b|%|\\d\\S*|\\n)\\s*(?=\\S)");

    private final List<Passage> passages;
    private final List<Integer> starts = new ArrayList<>();
    private final String text;
    private final List<Table> tables = new ArrayList<>();
    private final List<Sentence> sentences;
    private final List<DateMention> dates;
    private final List<FigureMention> figures;
    private final Clauses clauses;

    Block(List<Passage> passages, LocalDate writtenOn) {
        this.passages = passages;
        var all = new StringBuilder();
        for (var passage : passages) {
            if (!all.isEmpty())
                // A page's end can part a sentence: it goes on where it does not end and the next begins small.
                all.append(ENDS.indexOf(all.charAt(all.length() - 1)) >= 0
                        || !Character.isLowerCase(passage.text().strip().codePointAt(0))
                                ? "\n"
                                : " ");
            starts.add(all.length());
            all.append(passage.text().strip());
        }
        this.text = all.toString();
        findTables();
        var masked = masked();
        this.sentences = Sentence.of(masked);
        this.dates = DateReader.read(masked, writtenOn);
        this.figures = FigureReader.read(sentences, dates);
        this.clauses = new Clauses(sentences);
    }

    /** Rows are a label, a count and a percentage; a table is two or more without anything between them. */
    private void findTables() {
        if (text.indexOf('%') < 0)
            return;
        var m = COUNTED.matcher(text);
        int start = -1;
        int end = -1;
        var counts = new ArrayList<String>();
        while (m.find()) {
            boolean follows = start >= 0 && m.start() - end <= LONGEST_LABEL && isLabel(text.substring(end, m.start()));
            if (!follows) {
                keep(start, end, counts);
                counts.clear();
                int from = Math.max(Math.max(0, end), m.start() - LONGEST_LABEL);
                start = from + label(text.substring(from, m.start()));
            }
            end = m.end();
            counts.add(m.group(1));
        }
        keep(start, end, counts);
    }

    private static boolean isLabel(String between) {
        return between.chars().anyMatch(Character::isLetter)
                && between.chars().noneMatch(c -> c == '%' || Character.isDigit(c));
    }

    /** How much of what was taken for the first label stands before it: a sentence, or the headings of the columns. */
    private static int label(String taken) {
        var before = BEFORE_LABEL.matcher(taken);
        return before.find() ? before.end() : 0;
    }

    private void keep(int start, int end, List<String> counts) {
        if (counts.size() > 1)
            tables.add(new Table(start, end, List.copyOf(counts)));
    }

    /** The text with its tables as blanks, so that nothing is read across them. */
    private String masked() {
        var out = new StringBuilder(text);
        for (var table : tables)
            for (int i = table.start(); i < table.end(); i++)
                out.setCharAt(i, i == table.start() ? '\n' : ' ');
        return out.toString();
    }

    Place place(int at) {
        int i = 0;
        while (i + 1 < starts.size() && starts.get(i + 1) <= at)
            i++;
        return passages.get(i).place();
    }

    Place place(Sentence sentence) {
        return place(sentence.start());
    }

    /** What one of its paragraphs is about, in time. */
    About about(Passage passage) {
        int i = passages.indexOf(passage);
        if (i < 0)
            return new About(List.of(), List.of());
        int from = starts.get(i);
        int to = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
        return About.of(text.substring(from, to), dates.stream().filter(d -> d.start() >= from && d.end() <= to)
                .map(d -> d.movedBy(-from)).toList());
    }

    String text() {
        return text;
    }

    List<Passage> passages() {
        return passages;
    }

    List<Sentence> sentences() {
        return sentences;
    }

    List<DateMention> dates() {
        return dates;
    }

    List<FigureMention> figures() {
        return figures;
    }

    List<Table> tables() {
        return tables;
    }

    Clauses clauses() {
        return clauses;
    }

    String item() {
        return passages.getFirst().place().item();
    }

    Place.Part part() {
        return passages.getFirst().place().part();
    }

    /** The sentence that holds this place of the text, from 0; -1 where none does. */
    int sentenceAt(int at) {
        for (int i = 0; i < sentences.size(); i++)
            if (sentences.get(i).start() <= at && at < sentences.get(i).end())
                return i;
        return -1;
    }
}
