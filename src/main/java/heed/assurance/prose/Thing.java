package heed.assurance.prose;

import java.util.Map;
import java.util.Set;

/**
 * What a sentence speaks of: "the annual audit of personnel files" is an audit, told from others by "personnel" and
 * "files".
 *
 * @param head    what it is, singular and in small letters; one word for those that mean the same
 * @param by      the words that tell it from others of its kind, singular and in small letters
 * @param pointed whether "the", "this" or "our" stands before it
 * @param plural  whether it is several
 * @param words   as written
 * @param from    its first word, by place in its sentence
 * @param to      past its last word
 */
public record Thing(String head, Set<String> by, boolean pointed, boolean plural, String words, int from, int to) {
    private static final Map<String, String> SAME = Map.of("programme", "project", "scheme", "project", "questionnaire",
            "survey", "initiative", "project", "colleague", "staff", "employee", "staff", "reply", "response", "answer",
            "response");
    /** Words that set one of a series apart from the next. */
    private static final Set<String> SERIES = Set.of("first", "second", "third", "fourth", "next", "previous",
            "further",
            "another", "other", "last", "new", "old", "final", "interim", "draft", "spring", "summer", "autumn",
            "winter", "morning",
            "evening", "upper", "lower", "north", "south", "east", "west");

    /** Copies the words. */
    public Thing {
        by = Set.copyOf(by);
    }

    /** One word for the things that mean the same. */
    public static String kind(String stem) {
        return SAME.getOrDefault(stem, stem);
    }

    /** The same thing, with one more word that tells it from others. */
    public Thing with(Set<String> more) {
        var all = new java.util.HashSet<>(by);
        all.addAll(more);
        return new Thing(head, all, pointed, plural, words, from, to);
    }

    /**
     * Whether both may be one thing: of one kind, neither told apart by what the other lacks, and with at least one word in
     * common that is not said of half of what there is.
     */
    public boolean may(Thing other) {
        if (!head.equals(other.head))
            return false;
        var common = new java.util.HashSet<>(by);
        common.retainAll(other.by);
        if (common.isEmpty())
            return by.isEmpty() && other.by.isEmpty() && pointed && other.pointed;
        var mine = new java.util.HashSet<>(by);
        mine.removeAll(common);
        var its = new java.util.HashSet<>(other.by);
        its.removeAll(common);
        return (mine.isEmpty() || its.isEmpty()) && mine.stream().noneMatch(Thing::sets)
                && its.stream().noneMatch(Thing::sets);
    }

    private static boolean sets(String word) {
        return SERIES.contains(word) || Character.isDigit(word.charAt(0));
    }
}
