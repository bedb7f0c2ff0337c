package heed.assurance.check;

import heed.assurance.prose.Sentence;
import heed.assurance.prose.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Text and tables that stand in two answers. */
final class RepeatChecks {
    /** A sentence of one answer. */
    private record Said(Block block, Sentence sentence, List<String> words, Set<String> set) {
        /** For each run of four words one number: two runs that differ hardly ever have the same. */
        long[] runs() {
            var runs = new long[Math.max(0, words.size() - KEY + 1)];
            for (int w = 0; w < runs.length; w++)
                for (int k = 0; k < KEY; k++)
                    runs[w] = runs[w] * 0x9E3779B97F4A7C15L + words.get(w + k).hashCode();
            return runs;
        }
    }

    private static final int SHORTEST = 10;
    /** So many words in one run are no accident, whatever stands around them. */
    private static final int RUN = 20;
    private static final int KEY = 4;
    private static final int COMMON = 60;
    private static final int NEAREST = 8;
    private static final double ALIKE = 0.85;
    private static final Pattern QUOTED = Pattern
            .compile("[\"“][^\"“”]{12,}[\"”]|(?<![\\p{L}])['‘][^‘’']{12,}(?:['’](?=\\p{L})[^‘’']*)*['’](?!\\p{L})");

    private static final String QUOTE = "\"“'‘";

    private RepeatChecks() {
    }

    static List<Finding> of(List<Block> blocks) {
        var found = new ArrayList<Finding>();
        tables(blocks, found);
        found.addAll(passages(sentences(blocks)));
        return found;
    }

    /** Sentences pasted from one paragraph into another are one passage, told once. */
    private static List<Finding> passages(List<Finding> sentences) {
        record Between(Place one, @Nullable Place other) {
        }
        var told = new LinkedHashMap<Between, Finding>();
        for (var each : sentences)
            told.merge(new Between(each.place(), each.other()), each, (passage, next) -> new Finding(passage.kind(),
                    passage.sure().compareTo(next.sure()) <= 0 ? passage.sure() : next.sure(), passage.about(),
                    passage.place(), passage.says() + " " + next.says(), passage.other(),
                    passage.against() + " " + next.against()));
        return List.copyOf(told.values());
    }

    private static List<Finding> sentences(List<Block> blocks) {
        var found = new ArrayList<Finding>();
        var all = new ArrayList<Said>();
        for (var block : blocks) {
            var quotes = new Quotes(block.text());
            for (var sentence : block.sentences())
                said(block, quotes, sentence, all);
        }
        var first = new HashMap<List<String>, Said>();
        var different = new ArrayList<Said>();
        for (var said : all) {
            // A sentence that stands in five answers is told four times: each time against the first.
            var earlier = first.putIfAbsent(said.words(), said);
            if (earlier == null)
                different.add(said);
            else if (!earlier.block().item().equals(said.block().item()))
                found.add(finding(earlier, said));
        }
        var runs = new HashMap<Long, List<Integer>>();
        for (int j = 0; j < different.size(); j++) {
            var b = different.get(j);
            for (int i : nearest(runs, j, b))
                if (!different.get(i).block().item().equals(b.block().item()) && pasted(different.get(i), b))
                    found.add(finding(different.get(i), b));
        }
        return found;
    }

    private static Finding finding(Said a, Said b) {
        var sure = a.words().equals(b.words()) ? Finding.Sure.CERTAIN : Finding.Sure.LIKELY;
        var begins = Stream.of(a.sentence().text().split("\\s+")).limit(8).collect(Collectors.joining(" "));
        return new Finding(Finding.Kind.PASTE_DUPLICATE, sure, begins, a.block().place(a.sentence()),
                a.sentence().text(),
                b.block().place(b.sentence()), b.sentence().text());
    }

    /** The sentences before this one that share most runs of four words with it; then it is added to those. */
    private static List<Integer> nearest(Map<Long, List<Integer>> runs, int number, Said said) {
        var shared = new HashMap<Integer, Integer>();
        for (long run : said.runs()) {
            var had = runs.computeIfAbsent(run, k -> new ArrayList<>(2));
            // What stands in very many sentences tells nothing.
            if (had.size() < COMMON)
                had.forEach(i -> shared.merge(i, 1, Integer::sum));
            if (had.isEmpty() || had.getLast() != number)
                had.add(number);
        }
        shared.remove(number);
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(NEAREST).map(Map.Entry::getKey).toList();
    }

    /** Which places of a text are within double quotation marks, also over several sentences. */
    private static final class Quotes {
        private final String text;
        private int at;
        private boolean straight;
        private int open;

        Quotes(String text) {
            this.text = text;
        }

        /** Whether a sentence begins within them; asked in the order of the text. */
        boolean within(Sentence sentence) {
            for (; at < sentence.start(); at++)
                switch (text.charAt(at)) {
                    case '"' -> straight = !straight;
                    case '“' -> open++;
                    case '”' -> open--;
                    default -> {
                    }
                }
            char first = sentence.text().charAt(0);
            return straight || open > 0 || first == '"' || first == '“';
        }
    }

    /** Keeps a sentence that somebody wrote for this answer: what is quoted, and questions, must stay as they are. */
    private static void said(Block block, Quotes quotes, Sentence sentence, List<Said> all) {
        var text = sentence.text();
        boolean quoted = quotes.within(sentence);
        if (quoted || text.endsWith("?") || text.endsWith("?'") || text.endsWith("?’"))
            return;
        var own = text.chars().anyMatch(c -> QUOTE.indexOf(c) >= 0)
                ? Words.of(QUOTED.matcher(text).replaceAll(" "))
                : sentence.words();
        var words = own.stream().filter(w -> w.letters() || w.digits()).map(w -> w.low()).toList();
        if (words.size() >= SHORTEST && !citesFact(block, sentence, words.size()))
            all.add(new Said(block, sentence, words, new HashSet<>(words)));
    }

    /** A short sentence with a date and a figure states a fact, which is the same wherever it is stated. */
    private static boolean citesFact(Block block, Sentence sentence, int words) {
        if (words > 30)
            return false;
        boolean dated = false;
        for (var date : block.dates())
            dated |= date.start() >= sentence.start() && date.end() <= sentence.end();
        return dated && (words <= 15 || block.figures().stream()
                .anyMatch(f -> f.start() >= sentence.start() && f.end() <= sentence.end()));
    }

    private static boolean pasted(Said a, Said b) {
        if (a.words().equals(b.words()))
            return true;
        int common = 0;
        for (var word : a.set())
            if (b.set().contains(word))
                common++;
        int least = Math.min(a.set().size(), b.set().size());
        int most = Math.max(a.set().size(), b.set().size());
        // Nothing is compared word by word that has not enough words in common to be found alike, or to have the run.
        if (least >= SHORTEST && common >= 0.7 * most && alike(a.words(), b.words()) >= ALIKE)
            return true;
        return common >= RUN * 0.6 && longestRun(a.words(), b.words()) >= RUN;
    }

    private static int longestRun(List<String> a, List<String> b) {
        int best = 0;
        var last = new int[b.size() + 1];
        for (int i = 1; i <= a.size(); i++) {
            var row = new int[b.size() + 1];
            for (int j = 1; j <= b.size(); j++)
                if (a.get(i - 1).equals(b.get(j - 1)))
                    best = Math.max(best, row[j] = last[j - 1] + 1);
            last = row;
        }
        return best;
    }

    /** The share of words that both have in the same order. */
    private static double alike(List<String> a, List<String> b) {
        var last = new int[b.size() + 1];
        for (int i = 1; i <= a.size(); i++) {
            var row = new int[b.size() + 1];
            for (int j = 1; j <= b.size(); j++)
                row[j] = a.get(i - 1).equals(b.get(j - 1)) ? last[j - 1] + 1 : Math.max(last[j], row[j - 1]);
            last = row;
        }
        return 2.0 * last[b.size()] / (a.size() + b.size());
    }

    private static void tables(List<Block> blocks, List<Finding> found) {
        record Kept(Block block, Block.Table table) {
        }
        var first = new LinkedHashMap<List<String>, Kept>();
        for (var block : blocks)
            for (var table : block.tables()) {
                var earlier = first.putIfAbsent(table.counts(), new Kept(block, table));
                if (earlier != null && !earlier.block().item().equals(block.item()))
                    found.add(new Finding(Finding.Kind.TABLE_DUPLICATE, Finding.Sure.CERTAIN,
                            String.join(", ", table.counts()),
                            earlier.block().place(earlier.table().start()), text(earlier.block(), earlier.table()),
                            block.place(table.start()), text(block, table)));
            }
    }

    private static String text(Block block, Block.Table table) {
        return block.text().substring(table.start(), table.end());
    }
}
