package heed.assurance.check;

import heed.assurance.prose.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Text and tables that stand in two answers. */
final class RepeatChecks {
    /** A sentence of one answer. */
    private record Said(Block block, Sentence sentence, List<String> words, Set<String> set) {
    }

    private static final int SHORTEST = 10;
    /** So many words in one run are no accident, whatever stands around them. */
    private static final int RUN = 20;
    private static final int KEY = 4;
    private static final int COMMON = 60;
    private static final double ALIKE = 0.85;
    private static final Pattern QUOTED = Pattern.compile("[\"“][^\"“”]{12,}[\"”]|(?<![\\p{L}])['‘][^‘’']{12,}(?:['’](?=\\p{L})[^‘’']*)*['’](?!\\p{L})");

    private RepeatChecks() {
    }

    static List<Finding> of(List<Block> blocks) {
        var found = new ArrayList<Finding>();
        tables(blocks, found);
        var all = new ArrayList<Said>();
        for (var block : blocks)
            for (var sentence : block.sentences())
                said(block, sentence, all);
        var runs = new HashMap<List<String>, List<Integer>>();
        for (int j = 0; j < all.size(); j++) {
            var b = all.get(j);
            for (int i : before(runs, j, b))
                if (!all.get(i).block().item().equals(b.block().item()) && pasted(all.get(i), b))
                    found.add(finding(all.get(i), b));
        }
        return found;
    }

    private static Finding finding(Said a, Said b) {
        var sure = a.words().equals(b.words()) ? Finding.Sure.CERTAIN : Finding.Sure.LIKELY;
        var begins = String.join(" ", List.of(a.sentence().text().split("\\s+")).subList(0, 8));
        return new Finding(Finding.Kind.PASTE_DUPLICATE, sure, begins, a.block().place(a.sentence()), a.sentence().text(),
                b.block().place(b.sentence()), b.sentence().text());
    }

    /** The sentences before this one that share a run of four words with it; then it is added to those. */
    private static Set<Integer> before(Map<List<String>, List<Integer>> runs, int number, Said said) {
        var near = new TreeSet<Integer>();
        for (int w = 0; w + KEY <= said.words().size(); w++) {
            var had = runs.computeIfAbsent(said.words().subList(w, w + KEY), k -> new ArrayList<>());
            // What stands in very many sentences tells nothing.
            if (had.size() < COMMON)
                near.addAll(had);
            if (had.isEmpty() || had.getLast() != number)
                had.add(number);
        }
        near.remove(number);
        return near;
    }

    /** Keeps a sentence that somebody wrote for this answer: what is quoted, and questions, must stay as they are. */
    private static void said(Block block, Sentence sentence, List<Said> all) {
        if (sentence.text().endsWith("?") || sentence.text().endsWith("?'") || sentence.text().endsWith("?’"))
            return;
        var own = QUOTED.matcher(sentence.text()).replaceAll(" ");
        if (inQuotes(block, sentence))
            return;
        var words = new ArrayList<String>();
        for (var word : heed.assurance.prose.Words.of(own))
            if (word.letters() || word.digits())
                words.add(word.low());
        if (words.size() >= SHORTEST && !citesFact(block, sentence, words.size()))
            all.add(new Said(block, sentence, words, new HashSet<>(words)));
    }

    /** A quotation of several sentences: an odd number of double quotation marks stands before it. */
    private static boolean inQuotes(Block block, Sentence sentence) {
        var before = block.text().substring(0, Math.min(sentence.start(), block.text().length()));
        long straight = before.chars().filter(c -> c == '"').count();
        long open = before.chars().filter(c -> c == '“').count() - before.chars().filter(c -> c == '”').count();
        return straight % 2 == 1 || open > 0 || sentence.text().startsWith("\"") || sentence.text().startsWith("“");
    }

    /** A short sentence with a date and a figure states a fact, which is the same wherever it is stated. */
    private static boolean citesFact(Block block, Sentence sentence, int words) {
        boolean dated = block.dates().stream().anyMatch(d -> d.start() >= sentence.start() && d.end() <= sentence.end());
        boolean counted = block.figures().stream().anyMatch(f -> f.start() >= sentence.start() && f.end() <= sentence.end());
        return dated && (counted && words <= 30 || words <= 15);
    }

    private static boolean pasted(Said a, Said b) {
        if (a.words().equals(b.words()))
            return true;
        int common = 0;
        for (var word : a.set())
            if (b.set().contains(word))
                common++;
        int least = Math.min(a.set().size(), b.set().size());
        if (common < least * 0.4 && common < RUN * 0.7)
            return false;
        int run = longestRun(a.words(), b.words());
        return run >= RUN || least >= 10 && alike(a.words(), b.words()) >= ALIKE;
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
        var first = new java.util.LinkedHashMap<List<String>, Kept>();
        for (var block : blocks)
            for (var table : block.tables()) {
                var earlier = first.putIfAbsent(table.counts(), new Kept(block, table));
                if (earlier != null && !earlier.block().item().equals(block.item()))
                    found.add(new Finding(Finding.Kind.TABLE_DUPLICATE, Finding.Sure.CERTAIN, String.join(", ", table.counts()),
                            earlier.block().place(earlier.table().start()), text(earlier.block(), earlier.table()),
                            block.place(table.start()), text(block, table)));
            }
    }

    private static String text(Block block, Block.Table table) {
        return block.text().substring(table.start(), table.end());
    }
}
