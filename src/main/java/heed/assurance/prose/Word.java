package heed.assurance.prose;

import java.util.Locale;

/**
 * A word, number or mark of a text.
 *
 * @param text  as written
 * @param start where it begins, in characters from 0
 * @param end   where it ends, exclusive
 */
public record Word(String text, int start, int end) {
    /** In small letters, its apostrophe straight. */
    public String low() {
        return text.toLowerCase(Locale.UK).replace('’', '\'');
    }

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
        var word = low().replaceAll("'s$|'$", "");
        if (word.length() > 4 && word.endsWith("ies"))
            return word.substring(0, word.length() - 3) + "y";
        if (word.length() > 4 && (word.endsWith("sses") || word.endsWith("ches") || word.endsWith("shes") || word.endsWith("xes")))
            return word.substring(0, word.length() - 2);
        if (word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is"))
            return word.substring(0, word.length() - 1);
        return word;
    }

    /** Whether it is written as a plural. */
    public boolean plural() {
        var word = low();
        return !word.endsWith("'s") && !stem().equals(word.replaceAll("'$", ""));
    }
}
