package heed.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Each of the assurance model's invariants is claimed by a test that says so, as in "Invariant 4" or "invariants 13 to 15".
 * Whether the test holds what it claims is for its reader to judge.
 */
class InvariantsTest {
    private static final int LAST = 24;
    /** Those whose module is not there yet: questionnaires count in a way of their own. */
    private static final Set<Integer> WAIT = Set.of(10);
    private static final Pattern CLAIM = Pattern
            .compile("\\binvariants?\\s+(\\d+(?:(?:\\s*,\\s*|\\s+and\\s+|\\s+to\\s+)\\d+)*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE = Pattern.compile("(to\\s+)?(\\d+)");

    /** The numbers that a text claims. */
    private static Set<Integer> claimed(String text) {
        var all = new TreeSet<Integer>();
        var claims = CLAIM.matcher(text.replaceAll("\\R\\s*\\*", " "));
        while (claims.find()) {
            int before = 0;
            var ones = ONE.matcher(claims.group(1));
            while (ones.find()) {
                int number = Integer.parseInt(ones.group(2));
                IntStream.rangeClosed(ones.group(1) == null ? number : before, number).forEach(all::add);
                before = number;
            }
        }
        return all;
    }

    @Test
    void every_invariant_is_held_by_a_test_that_names_it() throws IOException {
        var holders = new TreeMap<Integer, Set<String>>();
        var tests = Path.of("src", "test", "java", "heed");
        try (var files = Files.walk(tests)) {
            for (var file : files.filter(f -> f.toString().endsWith("Test.java")
                    && !f.endsWith("InvariantsTest.java")).toList())
                for (int number : claimed(Files.readString(file)))
                    holders.computeIfAbsent(number, n -> new TreeSet<>()).add(file.getFileName().toString());
        }
        var must = IntStream.rangeClosed(1, LAST).boxed().filter(n -> !WAIT.contains(n)).collect(Collectors.toSet());
        assertThat(holders.keySet()).as("%s", holders).isEqualTo(must);
    }

    @Test
    void a_claim_is_read_as_it_is_written() {
        assertThat(claimed("/** Invariants 2, 3 and 7. */")).containsExactly(2, 3, 7);
        assertThat(claimed("in this order (invariants 13 to 15)")).containsExactly(13, 14, 15);
        assertThat(claimed(" * holds invariants 1,\n     * 4 and 6")).containsExactly(1, 4, 6);
        assertThat(claimed("invariant 8: in the window, 3 times")).containsExactly(8);
        assertThat(claimed("no variant 9, and invariants are many")).isEmpty();
    }
}
