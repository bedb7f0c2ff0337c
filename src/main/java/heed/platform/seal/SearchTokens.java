package heed.platform.seal;

import com.google.crypto.tink.prf.PrfSet;
import heed.platform.names.NameKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
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
    private static final Analyzer ENGLISH = new English();

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
        try (TokenStream stream = ENGLISH.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                stems.add("word:" + term);
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory could not be read.", e);
        }
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

    /** Lucene's English analysis, with accents folded so that a name in a narrative is found however it was typed. */
    private static final class English extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var source = new StandardTokenizer();
            TokenStream words = new LowerCaseFilter(new EnglishPossessiveFilter(source));
            words = new StopFilter(new ASCIIFoldingFilter(words), EnglishAnalyzer.getDefaultStopSet());
            return new TokenStreamComponents(source, new PorterStemFilter(words));
        }
    }
}
