package heed.assurance.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A text is parted into words, numbers and marks, and nothing of it is lost but the space between. */
class WordsTest {
    /** What a word, a number and a mark are, as plainly as it can be said; {@link Words} says the same and is quicker. */
    private static final Pattern WORD = Pattern.compile(
            "\\p{L}[\\p{L}\\p{N}]*(?:['’\\-&][\\p{L}\\p{N}]+)*['’]?|\\d[\\d,]*(?:\\.\\d+)?%?|[^\\s]");
    private static final List<String> BITS = List.of("a", "B", "é", "ß", "1", "23", "½", "٣", ",", ".", "%", "'", "’",
            "-", "&",
            " ", "\n", "\t", "\u00a0", "🙂", "𝒳", "\u0301", "(", "•", "\u000b", "\u2028");

    private static List<String> texts(String text) {
        return Words.of(text).stream().map(Word::text).toList();
    }

    @Test
    void words_numbers_and_marks_are_told_apart() {
        assertThat(texts("The crews’ well-known R&D lead’s 1,204.5% rose in Q2.")).containsExactly("The", "crews’",
                "well-known", "R&D", "lead’s", "1,204.5%", "rose", "in", "Q2", ".");
        assertThat(texts("(12, 13)")).containsExactly("(", "12,", "13", ")");
        assertThat(Words.of("Lead’s").getFirst().low()).isEqualTo("lead's");
        assertThat(texts(" \n\t")).isEmpty();
    }

    @Test
    void five_thousand_generated_texts_are_parted_as_the_pattern_says() {
        var random = new Random(3);
        for (int n = 0; n < 5000; n++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(14); i > 0; i--)
                text.append(BITS.get(random.nextInt(BITS.size())));
            assertThat(texts(text.toString())).as("text %d", n)
                    .isEqualTo(WORD.matcher(text).results().map(m -> m.group()).toList());
        }
    }
}
