package heed.assurance.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words of a text in their order, and the small sets of words that hold English sentences together. */
public final class Words {
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
        for (int at = 0; at < text.length();) {
            int end = end(text, at);
            if (end > at) {
                var word = text.substring(at, end);
                all.add(new Word(word, word.toLowerCase(Locale.UK).replace('’', '\''), at, end));
                at = end;
            } else
                at++;
        }
        return all;
    }

    /** Where the word, number or mark ends that begins at this place; the place itself where none does. */
    private static int end(String text, int at) {
        int first = text.codePointAt(at);
        if (Character.isLetter(first))
            return letters(text, at + Character.charCount(first));
        if (digit(first))
            return number(text, at + 1);
        return first == ' ' || first >= '\t' && first <= '\r' ? at : at + Character.charCount(first);
    }

    /** A word goes on over an apostrophe, a hyphen or an "and" sign that letters follow, and may end with an apostrophe. */
    private static int letters(String text, int from) {
        int at = lettersAndNumbers(text, from);
        while (at < text.length() && "'’-&".indexOf(text.charAt(at)) >= 0) {
            int more = lettersAndNumbers(text, at + 1);
            if (more == at + 1)
                break;
            at = more;
        }
        return at < text.length() && "'’".indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
    }

    private static int lettersAndNumbers(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int next = text.codePointAt(at);
            if (!Character.isLetter(next) && !counts(next))
                break;
            at += Character.charCount(next);
        }
        return at;
    }

    private static boolean counts(int character) {
        return switch (Character.getType(character)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    private static boolean digit(int character) {
        return character >= '0' && character <= '9';
    }

    private static int number(String text, int from) {
        int at = from;
        while (at < text.length() && (digit(text.charAt(at)) || text.charAt(at) == ','))
            at++;
        if (at + 1 < text.length() && text.charAt(at) == '.' && digit(text.charAt(at + 1))) {
            at++;
            while (at < text.length() && digit(text.charAt(at)))
                at++;
        }
        return at < text.length() && text.charAt(at) == '%' ? at + 1 : at;
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
