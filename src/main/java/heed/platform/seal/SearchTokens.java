package heed.platform.seal;

import com.google.crypto.tink.prf.PrfSet;
import heed.platform.names.NameKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keyed tokens by which sealed text is found: each is the first 64 bits of an HMAC-SHA256 under the scope's index key,
 * stored as {@code bigint[]} under a GIN index.
 * <p>
 * The same word has the same token throughout a scope and another one in every other scope. Whoever holds the database
 * alone can therefore see that two records share a token and how common it is, but not which word it stands for. The
 * same call makes the tokens to store and the tokens to look for. Candidates found by tokens are opened and ranked by
 * the caller: a shared token is a hint, not a match.
 */
@Component
public final class SearchTokens {
    private final Seals seals;

    /** Tokens under the index keys kept by {@code seals}. */
    public SearchTokens(Seals seals) {
        this.seals = seals;
    }

    /**
     * Tokens of people's names: each folded word, the names it is a short form of, how it sounds, and its runs of three
     * letters. Kinds never share a token, so a sound is never taken for a word.
     *
     * @param names
     *            whole names or parts of them, as typed
     * @return each token once
     * @throws SealBroken
     *             if the scope has no keys or they do not open
     */
    public long[] names(UUID scope, String... names) {
        Set<String> keys = new LinkedHashSet<>();
        for (String name : names) {
            keys.addAll(NameKeys.of(name));
        }
        return tokens(scope, keys);
    }

    /**
     * Tokens of the words of a text, brought to their English stems, without accents and without the commonest words.
     *
     * @return each token once
     * @throws SealBroken
     *             if the scope has no keys or they do not open
     */
    public long[] words(UUID scope, String text) {
        Set<String> stems = new LinkedHashSet<>();
        Stems.of(text).forEach(word -> stems.add("word:" + word.stem()));
        return tokens(scope, stems);
    }

    /**
     * Tokens of keys that each say their kind before a colon, such as {@code phone:}, so that no two kinds share a token.
     *
     * @return each token once
     * @throws IllegalArgumentException if a key does not say its kind; the message does not hold it
     * @throws SealBroken
     *             if the scope has no keys or they do not open
     */
    public long[] keyed(UUID scope, Collection<String> keys) {
        if (keys.stream().anyMatch(key -> key.indexOf(':') < 1))
            throw new IllegalArgumentException("a key says its kind before a colon");
        return tokens(scope, keys);
    }

    private long[] tokens(UUID scope, Collection<String> tagged) {
        PrfSet index = seals.index(scope);
        return tagged.stream().mapToLong(key -> token(index, key)).distinct().toArray();
    }

    private static long token(PrfSet index, String key) {
        try {
            return ByteBuffer.wrap(index.computePrimary(key.getBytes(StandardCharsets.UTF_8), Long.BYTES)).getLong();
        } catch (GeneralSecurityException e) {
            throw new SealBroken("Could not make a search token.", e);
        }
    }
}
