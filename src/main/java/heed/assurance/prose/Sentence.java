package heed.assurance.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One sentence of a text, a line of a list, or a heading.
 *
 * @param text  it
 * @param start where in the whole text it begins, in characters from 0
 * @param words its words; their places count from the start of the sentence
 * @param things what it speaks of
 */
public record Sentence(String text, int start, List<Word> words, List<Thing> things) {
    private static final Pattern END = Pattern.compile(
            "[.!?]+[\"'”’)\\]]*(?=\\s+[\\p{Lu}\\d\"'“‘•(\\-])|[.!?]+[\"'”’)\\]]*\\s*(?=\\n|$)|(?<!,)\\n+|(?=[•▪◦])|\\s\\?\\s(?=\\p{Lu})");
    private static final Pattern SHORT = Pattern
            .compile("(?:^|[\\s(])(?:Mr|Mrs|Ms|Dr|St|No|Cllr|e\\.g|i\\.e|etc|approx|Prof|vs)\\.$");

    /** Copies the lists. */
    public Sentence {
        words = List.copyOf(words);
        things = List.copyOf(things);
    }

    /** Parts a text into its sentences. */
    public static List<Sentence> of(String text) {
        var all = new ArrayList<Sentence>();
        var m = END.matcher(text);
        int from = 0;
        while (m.find()) {
            if (m.end() <= from
                    || SHORT.matcher(text.substring(from, m.end()).strip()).find() && m.end() < text.length())
                continue;
            add(all, text, from, m.end());
            from = m.end();
        }
        add(all, text, from, text.length());
        return all;
    }

    private static void add(List<Sentence> all, String text, int from, int to) {
        while (from < to && Character.isWhitespace(text.charAt(from)))
            from++;
        while (to > from && Character.isWhitespace(text.charAt(to - 1)))
            to--;
        if (from >= to)
            return;
        var words = Words.of(text.substring(from, to));
        if (words.stream().anyMatch(w -> w.letters() || w.digits()))
            all.add(new Sentence(text.substring(from, to), from, words, Things.of(words)));
    }

    /** Where it ends in the whole text, exclusive. */
    public int end() {
        return start + text.length();
    }

    /** Its words in small letters, marks left out. */
    public List<String> plain() {
        return words.stream().filter(w -> w.letters() || w.digits()).map(Word::low).toList();
    }
}
