package heed.assurance.prose;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says of which thing a verb is said, over the sentences of one text. */
public final class Clauses {
    private static final Set<String> STANDS_IN = Set.of("it", "this", "they", "these", "that");
    private static final Set<String> BREAKS = Set.of(",", ";", ":", "–", "—", "(", ")", "•", "but", "which", "-");
    private static final Set<String> JOINS = Set.of("and", ",", "or", "but");
    private static final int LOOK_BACK = 8;

    private final List<Sentence> sentences;

    /** Over these sentences, in their order. */
    public Clauses(List<Sentence> sentences) {
        this.sentences = List.copyOf(sentences);
    }

    /** Of what the verb at this word of this sentence is said, or nothing where that is not plain. */
    public Optional<Thing> subject(int sentence, int verb) {
        return named(sentence, verb, 0).map(t -> told(sentence, t));
    }

    private Optional<Thing> named(int sentence, int verb, int depth) {
        var words = sentences.get(sentence).words();
        int at = verb - 1;
        while (at >= 0 && (Words.AUXILIARIES.contains(words.get(at).low()) || Words.adverb(words.get(at))))
            at--;
        if (at < 0 || depth > 4)
            return sentence == 0 || depth > 4 ? Optional.empty() : subjectOf(sentence - 1, depth + 1);
        var before = words.get(at);
        boolean pronoun = STANDS_IN.contains(before.low())
                && (at == 0 || !Words.relative(before) || breaks(words.get(at - 1)));
        if (pronoun)
            return standsIn(sentence, at, depth);
        if (Words.relative(before))
            return lastBefore(sentence, at);
        if (JOINS.contains(before.low())) {
            int earlier = verbBefore(sentence, at);
            if (earlier >= 0)
                return named(sentence, earlier, depth + 1);
        }
        int start = at;
        while (start > 0) {
            do
                start--;
            while (start > 0 && !breaks(words.get(start)));
            var first = first(sentence, start, verb);
            if (first.isPresent())
                return first;
        }
        return first(sentence, 0, verb);
    }

    /** What a sentence as a whole is about: its first thing, or what its "it" stands for. */
    private Optional<Thing> subjectOf(int sentence, int depth) {
        var words = sentences.get(sentence).words();
        if (!words.isEmpty() && STANDS_IN.contains(words.getFirst().low()) && words.size() > 1
                && Words.AUXILIARIES.contains(words.get(1).low()))
            return sentence == 0 || depth > 4 ? Optional.empty() : subjectOf(sentence - 1, depth + 1);
        return first(sentence, 0, words.size()).map(t -> told(sentence, t));
    }

    private Optional<Thing> standsIn(int sentence, int at, int depth) {
        var here = first(sentence, 0, at);
        if (here.isPresent())
            return here;
        return sentence == 0 ? Optional.empty() : subjectOf(sentence - 1, depth + 1);
    }

    /** The first thing from one word to another that no preposition leads to. */
    private Optional<Thing> first(int sentence, int from, int to) {
        var here = sentences.get(sentence);
        return here.things().stream().filter(t -> t.from() >= from && t.to() <= to)
                .filter(t -> t.from() == 0 || !Words.PREPOSITIONS.contains(here.words().get(t.from() - 1).low()))
                .findFirst();
    }

    private Optional<Thing> lastBefore(int sentence, int at) {
        return sentences.get(sentence).things().stream().filter(t -> t.to() <= at).reduce((a, b) -> b);
    }

    private int verbBefore(int sentence, int at) {
        var words = sentences.get(sentence).words();
        for (int i = at - 1; i >= 0; i--)
            if (Verbs.verb(words, i) && !Words.AUXILIARIES.contains(words.get(i).low()))
                return i;
        return -1;
    }

    private static boolean breaks(Word word) {
        return BREAKS.contains(word.low());
    }

    /** "This project" is the last project that was told from others. */
    private Thing told(int sentence, Thing thing) {
        if (!thing.by().isEmpty() || !thing.pointed())
            return thing;
        for (int s = sentence; s >= 0 && s > sentence - LOOK_BACK; s--) {
            var earlier = sentences.get(s).things();
            for (int i = earlier.size() - 1; i >= 0; i--) {
                var other = earlier.get(i);
                boolean later = s == sentence && other.from() >= thing.from();
                if (!later && other.head().equals(thing.head()) && !other.by().isEmpty())
                    return other;
            }
        }
        return thing;
    }
}
