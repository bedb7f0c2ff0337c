package heed.casework.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChanceTest {
    @Test
    void the_ends_are_those_of_the_distribution() {
        // From published tables of the Poisson distribution: P(X <= 3) = 0.0103, P(X <= 4) = 0.0293; P(X <= 16) = 0.9730, P(X <= 17) = 0.9857.
        assertThat(Chance.of(10)).isEqualTo(new Chance.Range(4, 17));
        assertThat(Chance.of(1)).isEqualTo(new Chance.Range(0, 3));
        assertThat(Chance.of(0)).isEqualTo(new Chance.Range(0, 0));
    }

    @Test
    void large_numbers_come_near_the_normal_curve() {
        var range = Chance.of(2_500);
        assertThat(range.low()).isBetween(2_400L, 2_405L);
        assertThat(range.high()).isBetween(2_596L, 2_602L);
    }
}
