package heed.platform;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * References that people read aloud, such as C-7K2M-9Q: five random characters of Crockford's base 32 and a check
 * character (ISO 7064, hybrid MOD 33,32), so that a slip is noticed and none tells how many there are.
 */
public final class Reference {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("[A-Z]-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {
    }

    /** A new random reference beginning with this letter. */
    public static String random(char letter) {
        var body = new StringBuilder();
        for (int i = 0; i < 5; i++)
            body.append(ALPHABET.charAt(RANDOM.nextInt(32)));
        body.append(check(body));
        return letter + "-" + body.substring(0, 4) + "-" + body.substring(4);
    }

    /**
     * A new one that nothing has yet. There are 33 million: among 30,000 the first two alike are likely to have met.
     *
     * @param made  makes a random one
     * @param taken whether something has it already
     */
    public static <R> R unused(Supplier<R> made, Predicate<R> taken) {
        var ref = made.get();
        while (taken.test(ref))
            ref = made.get();
        return ref;
    }

    /** Whether it has the shape of a reference with this letter and its check character is right. */
    public static boolean valid(char letter, String value) {
        if (!SHAPE.matcher(value).matches() || value.charAt(0) != letter)
            return false;
        var body = value.substring(2).replace("-", "");
        return check(body.substring(0, 5)) == body.charAt(5);
    }

    /**
     * What somebody typed, put right as far as can be known: spaces and small letters, O for zero, I or L for one.
     * The result may still not be valid.
     */
    public static String tidy(char letter, String typed) {
        var letters = typed.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (letters.length() == 7 && letters.charAt(0) == letter)
            letters = letters.substring(1);
        letters = letters.replace('O', '0').replace('I', '1').replace('L', '1');
        return letters.length() == 6
                ? letter + "-" + letters.substring(0, 4) + "-" + letters.substring(4)
                : typed.strip();
    }

    private static char check(CharSequence body) {
        int p = 32;
        for (int i = 0; i < body.length(); i++) {
            p = (p + ALPHABET.indexOf(body.charAt(i))) % 32;
            p = (p == 0 ? 32 : p) * 2 % 33;
        }
        return ALPHABET.charAt((33 - p) % 32);
    }
}
