package heed.assurance.prose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the things a sentence speaks of. */
public final class Things {
    /** What returns mostly speak of: after one of these, words that might belong to it are taken to be verbs. */
    private static final Set<String> USUAL = Set.of("project", "programme", "scheme", "policy", "procedure", "strategy",
            "plan",
            "audit", "survey", "questionnaire", "review", "report", "group", "forum", "board", "committee", "panel",
            "team",
            "service", "network", "newsletter", "package", "pilot", "guide", "statement", "protocol", "agreement",
            "contract",
            "council", "partnership", "framework", "form", "page", "course", "depot", "desk", "rota", "fund", "tender");
    /** Words that describe without telling one thing from another. */
    private static final Set<String> WEAK = Set.of("internal", "annual", "current", "existing", "own", "whole", "full",
            "main",
            "key", "relevant", "appropriate", "specific", "recent", "latest", "revised", "updated", "entire", "yearly");

    private static final Set<String> POINTING = Set.of("the", "this", "these", "that", "those", "our", "its", "their");
    private static final Set<String> TELLING = Set.of("of", "on", "for");

    private Things() {
    }

    /** Every thing of a sentence, in order. */
    public static List<Thing> of(List<Word> words) {
        var all = new ArrayList<Thing>();
        int at = 0;
        while (at < words.size()) {
            var thing = at(words, at);
            if (thing == null)
                at++;
            else {
                all.add(thing);
                at = Math.max(thing.to(), at + 1);
            }
        }
        return all;
    }

    private static boolean year(Word word) {
        return word.text().length() == 4 && (word.text().startsWith("19") || word.text().startsWith("20"));
    }

    /** The thing that begins at this word, or null. */
    public static @Nullable Thing at(List<Word> words, int from) {
        int at = from;
        boolean determined = false;
        boolean pointed = false;
        while (at < words.size() && Words.DETERMINERS.contains(words.get(at).low())) {
            determined = true;
            pointed |= POINTING.contains(words.get(at).low());
            at++;
        }
        var inside = new ArrayList<Word>();
        int end = at;
        while (end < words.size()) {
            var word = words.get(end);
            boolean adjective = inside.isEmpty() && determined && word.low().endsWith("ed");
            if (!word.letters() && !word.digits() || word.low().endsWith("%"))
                break;
            if (word.digits() && inside.isEmpty() && !year(word))
                break;
            boolean joins = word.low().equals("and") && joinsNames(words, end, inside);
            if (!joins && !adjective && (Words.small(word) || Words.adverb(word)
                    || Verbs.verb(words, end) && !word.capital()))
                break;
            if (!inside.isEmpty() && USUAL.contains(inside.getLast().stem()) && !word.capital()
                    && !USUAL.contains(word.stem())
                    && word.low().endsWith("s"))
                break;
            if (!joins)
                inside.add(word);
            end++;
        }
        while (!inside.isEmpty() && inside.getLast().digits())
            inside.removeLast();
        if (inside.isEmpty())
            return null;
        var head = inside.getLast();
        var by = new HashSet<String>();
        for (var word : inside.subList(0, inside.size() - 1))
            if (!WEAK.contains(word.stem()))
                by.add(word.stem());
        int to = end;
        // "The audit of personnel files" is told from others by its files.
        if (end + 1 < words.size() && TELLING.contains(words.get(end).low())) {
            int more = end + 1;
            while (more < words.size()
                    && (Words.DETERMINERS.contains(words.get(more).low()) || words.get(more).letters()
                            && !Words.small(words.get(more)) && !Verbs.verb(words, more)
                            || words.get(more).low().equals("and"))
                    && more < end + 9) {
                if (!Words.small(words.get(more)) && !WEAK.contains(words.get(more).stem()))
                    by.add(words.get(more).stem());
                more++;
            }
            if (!by.isEmpty() && more > end + 1)
                to = end;
        }
        var said = new StringBuilder();
        for (int i = from; i < end; i++)
            said.append(said.isEmpty() ? "" : " ").append(words.get(i).text());
        return new Thing(Thing.kind(head.stem()), by, pointed, head.plural(), said.toString(), from, to);
    }

    /** "Equality and Diversity policy": the "and" stands between capitals, within one name. */
    private static boolean joinsNames(List<Word> words, int at, List<Word> inside) {
        return !inside.isEmpty() && inside.getLast().capital() && at + 2 < words.size() && words.get(at + 1).capital()
                && words.get(at + 2).letters() && !Words.small(words.get(at + 2));
    }
}
