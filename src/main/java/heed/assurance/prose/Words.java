package heed.assurance.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words of a text in their order, and the small sets of words that hold English sentences together. */
public final class Words {
    private static final Pattern WORD = Pattern.compile(
            "\\p{L}[\\p{L}\\p{N}]*(?:['’\\-&][\\p{L}\\p{N}]+)*['’]?|\\d[\\d,]*(?:\\.\\d+)?%?|[^\\s]");
    /** What comes before a thing. */
    public static final Set<String> DETERMINERS = Set.of("a", "an", "the", "this", "that", "these", "those", "its",
            "their",
            "our", "his", "her", "my", "your", "each", "every", "any", "some", "no", "all", "both", "another", "such",
            "one", "either", "neither");
    /** What joins a thing to a sentence. */
    public static final Set<String> PREPOSITIONS = Set.of("of", "in", "on", "at", "by", "for", "with", "from", "to",
            "into",
            "onto", "about", "over", "under", "through", "throughout", "during", "within", "between", "among",
            "against",
            "across", "after", "before", "since", "until", "till", "via", "per", "as", "than", "without", "upon",
            "towards",
            "toward", "following", "including", "regarding", "around", "near", "off", "out", "up", "down", "beside",
            "like");
    /** What joins sentences, or parts of them. */
    public static final Set<String> CONJUNCTIONS = Set.of("and", "or", "but", "nor", "so", "because", "although",
            "though",
            "while", "whilst", "where", "when", "whereby", "if", "unless", "then", "also", "yet", "however",
            "therefore",
            "whether", "how", "why", "there", "here", "not", "now", "only", "just", "still", "ever", "never", "already",
            "again", "too", "very", "more", "most", "less", "least", "well", "soon", "often", "once", "twice", "first",
            "last");
    /** What stands for a thing. */
    public static final Set<String> PRONOUNS = Set.of("it", "they", "them", "we", "us", "i", "he", "she", "him", "you",
            "who", "which", "whom", "whose", "what", "themselves", "itself", "anybody", "anyone", "everybody",
            "everyone",
            "somebody", "someone", "nobody", "others");
    /** What helps a verb. */
    public static final Set<String> AUXILIARIES = Set.of("is", "are", "was", "were", "be", "been", "being", "am", "has",
            "have", "had", "having", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "do",
            "does", "did", "get", "gets", "got");
    private static final Set<String> SMALL = Stream
            .of(PREPOSITIONS, CONJUNCTIONS, PRONOUNS, AUXILIARIES, DETERMINERS).flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> RELATIVE = Set.of("which", "that", "who");
    private static final Set<String> NO_ADVERBS = Set.of("family", "july", "early", "monthly", "weekly", "fortnightly",
            "quarterly", "yearly", "daily", "elderly", "supply", "assembly", "likely", "only");
    private static final Set<String> ADVERBS = Set.of("now", "also", "then", "since", "subsequently", "not", "never",
            "last", "first",
            "already", "just", "still", "always", "ever", "most", "recently");

    private Words() {
    }

    /** Parts a text. */
    public static List<Word> of(String text) {
        var all = new ArrayList<Word>();
        var m = WORD.matcher(text);
        while (m.find()) {
            var word = m.group();
            all.add(new Word(word, word.toLowerCase(Locale.UK).replace('’', '\''), m.start(), m.end()));
        }
        return all;
    }

    /** Whether it is one of the few words that only hold a sentence together. */
    public static boolean small(Word word) {
        return SMALL.contains(word.low());
    }

    /** Whether it says how rather than what: "successfully". */
    public static boolean adverb(Word word) {
        var low = word.low();
        return low.length() > 4 && low.endsWith("ly") && !NO_ADVERBS.contains(low) || ADVERBS.contains(low);
    }

    /** Whether it opens a clause about the thing before it. */
    public static boolean relative(Word word) {
        return RELATIVE.contains(word.low());
    }
}
