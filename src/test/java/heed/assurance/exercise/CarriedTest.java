package heed.assurance.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Text from last year is not this year's until somebody says so: invariant 12. */
class CarriedTest {
    @Test
    void only_untouched_text_from_last_year_cannot_be_submitted() {
        for (var carried : Carried.values())
            assertThat(carried.submittable()).as("%s", carried).isEqualTo(carried != Carried.CARRIED);
    }

    @ParameterizedTest
    @EnumSource(Carried.class)
    void saving_the_same_words_confirms_nothing(Carried carried) {
        assertThat(carried.saved("We met.\nTwice.", "We met.\r\nTwice. \n")).isEqualTo(carried);
    }

    @Test
    void other_words_are_a_change_and_own_words_stay_own() {
        assertThat(Carried.CARRIED.saved("We met.", "We met twice.")).isEqualTo(Carried.CHANGED);
        assertThat(Carried.REAFFIRMED.saved("We met.", "We met twice.")).isEqualTo(Carried.CHANGED);
        assertThat(Carried.OWN.saved("", "We met twice.")).isEqualTo(Carried.OWN);
    }
}
