package heed.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void a_reference_has_the_shape_that_is_read_aloud() {
        for (int i = 0; i < 200; i++) {
            var ref = Reference.random('C');
            assertThat(ref).matches("C-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}");
            assertThat(Reference.valid('C', ref)).isTrue();
            assertThat(Reference.valid('K', ref)).isFalse();
        }
    }

    @Test
    void references_do_not_count() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 1000; i++)
            seen.add(Reference.random('C').substring(0, 3));
        assertThat(seen).hasSize(32);
    }

    @Test
    void every_single_slip_is_noticed() {
        for (int i = 0; i < 50; i++) {
            var ref = Reference.random('C');
            for (int at : new int[]{2, 3, 4, 5, 7, 8})
                for (char other : ALPHABET.toCharArray())
                    if (other != ref.charAt(at))
                        assertThat(Reference.valid('C', ref.substring(0, at) + other + ref.substring(at + 1)))
                                .isFalse();
        }
    }

    @Test
    void nearly_every_swap_of_neighbours_is_noticed() {
        int swaps = 0;
        int missed = 0;
        for (int i = 0; i < 2000; i++) {
            var ref = Reference.random('C');
            for (int at : new int[]{2, 3, 4, 7}) {
                char one = ref.charAt(at);
                char two = ref.charAt(at + 1);
                if (one == two)
                    continue;
                swaps++;
                if (Reference.valid('C', ref.substring(0, at) + two + one + ref.substring(at + 2)))
                    missed++;
            }
        }
        assertThat(missed).isLessThan(swaps / 100);
    }

    @Test
    void what_people_type_is_put_right_as_far_as_can_be_known() {
        var ref = "C-7K2M-" + tail("7K2M");
        assertThat(Reference.tidy('C', " c7k2m" + tail("7K2M").toLowerCase(java.util.Locale.ROOT) + " "))
                .isEqualTo(ref);
        assertThat(Reference.tidy('C', "7K2M " + tail("7K2M"))).isEqualTo(ref);
        assertThat(Reference.tidy('C', "oI2M-0L")).isEqualTo("C-012M-01");
        assertThat(Reference.tidy('C', "nonsense of any kind")).isEqualTo("nonsense of any kind");
    }

    private static String tail(String body) {
        for (char check : ALPHABET.toCharArray())
            if (Reference.valid('C', "C-" + body + "-0" + check))
                return "0" + check;
        throw new AssertionError("no check character fits");
    }

    @Test
    void one_that_something_has_already_is_not_given_again() {
        var made = java.util.List.of("C-1", "C-2", "C-3").iterator();
        assertThat(Reference.unused(made::next, ref -> !ref.equals("C-3"))).isEqualTo("C-3");
    }
}
