package heed.platform.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonNameTest {
    @Test
    void titles_case_accents_and_points_are_gone() {
        PersonName name = PersonName.of("  Cllr. Dr ZOË Brightmöor, MBE ");
        assertThat(name.given()).containsExactly("zoe");
        assertThat(name.surname()).containsExactly("brightmoor");
        assertThat(name.titled()).isTrue();
    }

    @Test
    void surname_first_with_a_comma_is_read_the_other_way_round() {
        PersonName name = PersonName.of("Tordoff, Mr William James");
        assertThat(name.given()).contains("william");
        assertThat(name.middle()).containsExactly("james");
        assertThat(name.surname()).containsExactly("tordoff");
    }

    @Test
    void what_belongs_to_a_surname_is_joined_to_it() {
        assertThat(PersonName.of("Pat O Grannon").surname()).contains("ogrannon");
        assertThat(PersonName.of("Pat O. Grannon").surname()).as("an initial").containsExactly("grannon");
        assertThat(PersonName.of("Pat van der Holm").surname()).containsExactly("vanderholm", "holm");
        assertThat(PersonName.of("Mc Donagh").surname()).containsExactly("mcdonagh", "donagh");
        assertThat(PersonName.of("Van Tran").given()).as("a given name").containsExactly("van");
    }

    @Test
    void hyphenated_names_are_known_whole_and_by_their_parts() {
        PersonName name = PersonName.of("Anne-Marie Kettle–Jarrow");
        assertThat(name.given()).containsExactly("annemarie", "anne");
        assertThat(name.surname()).containsExactly("kettlejarrow", "kettle", "jarrow");
    }

    @Test
    void one_word_is_a_surname_and_nothing_is_nothing() {
        assertThat(PersonName.of("Tordoff").isSingleWord()).isTrue();
        assertThat(PersonName.of("Mr Tordoff").titled()).isTrue();
        assertThat(PersonName.of("Mr").surname()).as("only a title: kept").containsExactly("mr");
        assertThat(PersonName.of(" - ' ").surname()).isEmpty();
    }
}
