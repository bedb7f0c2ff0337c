package heed.assurance.prose;

/**
 * A word, number or mark of a text.
 *
 * @param text  as written
 * @param low   in small letters, its apostrophe straight
 * @param start where it begins, in characters from 0
 * @param end   where it ends, exclusive
 */
public record Word(String text, String low, int start, int end) {
    /** Whether it begins with a capital letter. */
    public boolean capital() {
        return Character.isUpperCase(text.charAt(0));
    }

    /** Whether it begins with a letter. */
    public boolean letters() {
        return Character.isLetter(text.charAt(0));
    }

    /** Whether it begins with a digit. */
    public boolean digits() {
        return Character.isDigit(text.charAt(0));
    }

    /** Its singular in small letters, without a possessive ending. */
    public String stem() {
        return stem(low);
    }

    /** The same of a word in small letters with a straight apostrophe. */
    public static String stem(String low) {
        var word = bare(low);
        if (word.length() > 4 && word.endsWith("ies"))
            return word.substring(0, word.length() - 3) + "y";
        if (word.length() > 4
                && (word.endsWith("sses") || word.endsWith("ches") || word.endsWith("shes") || word.endsWith("xes")))
            return word.substring(0, word.length() - 2);
        if (word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
                && !word.endsWith("is"))
            return word.substring(0, word.length() - 1);
        return word;
    }

    /** Whether it is written as a plural. */
    public boolean plural() {
        return !low.endsWith("'s") && !stem().equals(bare(low));
    }

    private static String bare(String low) {
        return low.endsWith("'s")
                ? low.substring(0, low.length() - 2)
                : low.endsWith("'") ? low.substring(0, low.length() - 1) : low;
    }
}
