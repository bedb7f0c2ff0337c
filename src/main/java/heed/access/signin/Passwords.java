package heed.access.signin;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with the parameters OWASP recommends (19 MiB, two passes, one lane). A check takes the same work whether
 * there is a password to check against or not. Only as many run at once as there are processors, so that a flood of
 * tries fills no memory.
 */
@Component
class Passwords {
    static final int SHORTEST = 12;
    static final int LONGEST = 128;
    static final int MEMORY_KIB = 19456;
    static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    /** Common ones of that length, and words that a person might make one of here. Anything containing one is refused only if little else is left. */
    private static final List<String> COMMON = List.of("password", "passw0rd", "qwertyuiop", "qwerty", "letmein",
            "welcome", "iloveyou", "administrator", "admin", "changeme", "monkey", "dragon", "football", "liverpool",
            "arsenal", "chelsea", "sunshine", "princess", "summer", "winter", "autumn", "spring", "safeguarding",
            "council", "heed", "secret", "abcdefgh", "asdfghjkl", "zxcvbnm", "trustno1", "starwars", "computer");

    private final Argon2PasswordEncoder argon2;
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String nobodys;

    Passwords(@Value("${heed.password.memory-kib:" + MEMORY_KIB + "}") int memory,
            @Value("${heed.password.passes:" + PASSES + "}") int passes) {
        this.argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, memory, passes);
        this.nobodys = digest("nobody signs in with this one");
    }

    /** What is kept of a password. */
    String digest(String password) {
        return inTurn(() -> argon2.encode(normal(password)));
    }

    /** Whether this is the password; takes as long when there is none. */
    boolean matches(String typed, @Nullable String digest) {
        var tried = typed.length() > 4 * LONGEST ? "" : normal(typed);
        boolean same = inTurn(() -> argon2.matches(tried, digest == null ? nobodys : digest));
        return same && digest != null;
    }

    /**
     * What is wrong with a password somebody would like, in a sentence for them; null when nothing is.
     *
     * @param organisation the council's name
     */
    @Nullable
    String problem(String wanted, String organisation) {
        int length = normal(wanted).codePointCount(0, normal(wanted).length());
        if (wanted.isEmpty())
            return "Enter a password";
        if (length < SHORTEST)
            return "Your password must be " + SHORTEST + " characters or more";
        if (length > LONGEST)
            return "Your password must be " + LONGEST + " characters or fewer";
        var left = normal(wanted).toLowerCase(Locale.ROOT);
        for (var word : organisation.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1))
            if (word.length() > 3)
                left = left.replace(word, "");
        for (var word : COMMON)
            left = left.replace(word, "");
        // What is left when the guessable words, years, runs and repeats are taken out must still be something.
        left = left.replaceAll("(19|20)\\d\\d|0?123456789?0?|12345|123|(.)\\2{2,}|[^\\p{L}\\p{N}]", "");
        return left.codePoints().distinct().count() < 4
                ? "Choose a password that is harder to guess, such as three words that have nothing to do with each other"
                : null;
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
