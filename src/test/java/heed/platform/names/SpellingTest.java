package heed.platform.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SpellingTest {
    @Test
    void letters_that_one_word_lacks_never_say_more_than_the_edits_between_them() {
        var random = new Random(7);
        int told = 0;
        for (int i = 0; i < 20_000; i++) {
            var a = word(random);
            var b = random.nextBoolean() ? word(random) : slip(a, random);
            int least = Spelling.fewestEdits(a, b);
            assertThat(least).as("%s %s", a, b).isLessThanOrEqualTo(Spelling.edits(a, b));
            if (least > 0)
                told++;
        }
        assertThat(told).isGreaterThan(10_000);
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        int length = random.nextInt(10);
        for (int i = 0; i < length; i++)
            word.append("abeimnorstéя".charAt(random.nextInt(12)));
        return word.toString();
    }

    /** One letter dropped, doubled, changed or swapped with its neighbour. */
    private static String slip(String word, Random random) {
        if (word.length() < 2)
            return word + "a";
        int at = random.nextInt(word.length() - 1);
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
            case 2 -> word.substring(0, at) + 'x' + word.substring(at + 1);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }
}
