package heed.casework.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a search is read as. */
class SoughtTest {
    @Test
    void dates_are_dates_of_birth_however_they_were_written() {
        for (var typed : List.of("2/4/1980", "02.04.1980", "2-4-1980", "1980-04-02", "2 April 1980", "2nd apr 1980",
                "2 4 1980"))
            assertThat(Sought.of(typed).parts()).as(typed).extracting(Sought.Part::born)
                    .containsExactly(LocalDate.of(1980, 4, 2));
        assertThat(Sought.of("31/2/1980").parts()).as("no day").allMatch(p -> p.born() == null).isNotEmpty();
        assertThat(Sought.of("Applegarth 2/4/1980").parts()).hasSize(2);
    }

    @Test
    void common_words_and_titles_are_not_asked_for_unless_they_are_all_there_is() {
        assertThat(Sought.of("the bruises on his arm").stems()).containsExactly("bruis", "hi", "arm");
        assertThat(Sought.of("Mrs Vale").stems()).containsExactly("vale");
        assertThat(Sought.of("will").parts()).singleElement().matches(p -> p.stem() == null && !p.names().isEmpty());
        assertThat(Sought.of("? !").problem()).isNotNull();
        assertThat(Sought.of("").problem()).isNotNull();
        assertThat(Sought.of("word ".repeat(60)).problem()).isEqualTo("Enter 200 characters or fewer");
        assertThat(Sought.of("aa bb cc dd ee ff gg hh kk ll mm nn pp").problem())
                .isEqualTo("Search for 12 words or fewer");
    }

    @Test
    void words_in_quotes_have_to_stand_so_whatever_signs_are_between() {
        var sought = Sought.of("“did not go” school");
        assertThat(sought.phrases()).containsExactly(List.of("did", "not", "go"));
        assertThat(sought.phrasesIn(List.of("He did, not go."))).isTrue();
        assertThat(sought.phrasesIn(List.of("He did go, not her."))).isFalse();
        assertThat(Sought.of("\"mum’s house").phrasesIn(List.of("At Mum's house"))).isTrue();
    }
}
