package heed.assurance.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One sentence of a text, a line of a list, or a heading. */
public final class Sentence {
    private static final Pattern END = Pattern.compile(
            "[.!?]+[\"'”’)\\]]*(?=\\s+[\\p{Lu}\\d\"'“‘•(\\-])|[.!?]+[\"'”’)\\]]*\\s*(?=\\n|$)|(?<!,)\\n+|(?=[•▪◦])|\\s\\?\\s(?=\\p{Lu})");
    private static final Pattern SHORT = Pattern
            .compile("(?:^|[\\s(])(?:Mr|Mrs|Ms|Dr|St|No|Cllr|e\\.g|i\\.e|etc|approx|Prof|vs)\\.$");

    private final String text;
    private final int start;
    private final List<Word> words;
    private @Nullable List<Thing> things;

    private Sentence(String text, int start, List<Word> words) {
        this.text = text;
        this.start = start;
        this.words = List.copyOf(words);
    }

    /** It as written. */
    public String text() {
        return text;
    }

    /** Where in the whole text it begins, in characters from 0. */
    public int start() {
        return start;
    }

    /** Its words; their places count from the start of the sentence. */
    public List<Word> words() {
        return words;
    }

    /** What it speaks of: found when it is first asked for, as of most sentences nobody asks. */
    public List<Thing> things() {
        var known = things;
        // Two who ask at once find the same.
        return known != null ? known : (things = List.copyOf(Things.of(words)));
    }

    /** Parts a text into its sentences. */
    public static List<Sentence> of(String text) {
        var all = new ArrayList<Sentence>();
        var m = END.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            if (!mayEnd(text, at) || !m.region(at, text.length()).lookingAt())
                continue;
            int end = m.end();
            if (end > from && (end == text.length() || !shortened(text, from, end))) {
                add(all, text, from, end);
                from = end;
            }
            at = Math.max(at, end - 1);
        }
        add(all, text, from, text.length());
        return all;
    }

    /** Whether a sentence can end at this place: most places of a text are not tried any further. */
    private static boolean mayEnd(String text, int at) {
        return switch (text.charAt(at)) {
            case '.', '!', '?', '\n', '•', '▪', '◦' -> true;
            case ' ', '\t', '\r', '\f', '\u000B' -> at + 1 < text.length() && text.charAt(at + 1) == '?';
            default -> false;
        };
    }

    /** Whether what ends here is a word cut short. None of them is as long as the part of the text that is looked at. */
    private static boolean shortened(String text, int from, int end) {
        int last = end;
        while (last > from && Character.isWhitespace(text.charAt(last - 1)))
            last--;
        return last > from && text.charAt(last - 1) == '.'
                && SHORT.matcher(text.substring(Math.max(from, last - 12), last).stripLeading()).find();
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
            all.add(new Sentence(text.substring(from, to), from, words));
    }

    /** Where it ends in the whole text, exclusive. */
    public int end() {
        return start + text.length();
    }

    /** Its words in small letters, marks left out. */
    public List<String> plain() {
        return words.stream().filter(w -> w.letters() || w.digits()).map(Word::low).toList();
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "Sentence[" + start + "]";
    }
}
