package heed.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PasswordsTest {
    private static final String COUNCIL = "Brackwater District Council";

    @Test
    void what_owasp_recommends_is_what_runs_when_nothing_is_configured() {
        new ApplicationContextRunner().withBean(Passwords.class).run(context -> {
            var digest = context.getBean(Passwords.class).digest("umbrella kettle larch");
            assertThat(digest).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        });
    }

    @Test
    void only_the_right_password_matches_and_none_matches_nothing() {
        var passwords = new Passwords(64, 1);
        var digest = passwords.digest("umbrella kettle larch");

        assertThat(passwords.matches("umbrella kettle larch", digest)).isTrue();
        assertThat(passwords.matches("umbrella kettle larcH", digest)).isFalse();
        assertThat(passwords.matches("umbrella kettle larch", null)).isFalse();
        assertThat(passwords.matches("nobody signs in with this one", null)).isFalse();
    }

    @Test
    void an_unknown_account_takes_as_long_as_a_wrong_password() {
        var passwords = new Passwords(Passwords.MEMORY_KIB, Passwords.PASSES);
        var digest = passwords.digest("umbrella kettle larch");
        // The shortest of several, so that whatever else the machine does falls out.
        long known = LongStream.range(0, 7).map(i -> time(() -> passwords.matches("wrong", digest))).min()
                .orElseThrow();
        long unknown = LongStream.range(0, 7).map(i -> time(() -> passwords.matches("wrong", null))).min()
                .orElseThrow();

        assertThat((double) unknown / known).isBetween(0.5, 2.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"umbrella kettle larch", "mögen die Füchse tanzen", "xK9#pq2Lw!vR",
            "summer 2026 otters swim quietly"})
    void a_password_hard_to_guess_is_taken(String wanted) {
        assertThat(new Passwords(64, 1).problem(wanted, COUNCIL)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eleven char", "aaaaaaaaaaaaaaaa", "password1234", "Password-2026!", "brackwater2026!",
            "Brackwater District",
            "qwertyuiop123", "safeguarding2026", "1234567890123"})
    void one_that_is_short_common_or_names_the_council_is_not(String wanted) {
        assertThat(new Passwords(64, 1).problem(wanted, COUNCIL)).isNotNull();
    }

    @Test
    void a_password_of_128_characters_is_the_longest() {
        var longest = "abcdefghijklmnop".repeat(8);
        assertThat(new Passwords(64, 1).problem(longest, COUNCIL)).isNull();
        assertThat(new Passwords(64, 1).problem(longest + "q", COUNCIL))
                .isEqualTo("Your password must be 128 characters or fewer");
    }

    private static long time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }
}
