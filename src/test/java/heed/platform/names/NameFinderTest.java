package heed.platform.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every name here is invented. */
class NameFinderTest {
    private static final KnownName BILL = known("William James Tordoff");
    private static final KnownName PEG = known("Margaret Oldroyde");
    private static final KnownName PAT = known("Patrick O'Grannon");
    private static final KnownName SARAH = known("Sarah Kettle-Jarrow");
    private static final KnownName COOK = known("William Cook");
    private static final KnownName ANNE = known("Annemarie van der Holm");
    private static final List<KnownName> ALL = List.of(BILL, PEG, PAT, SARAH, COOK, ANNE);

    @Test
    void a_given_name_or_a_form_of_it_next_to_the_surname_is_likely() {
        for (String text : List.of("I saw William Tordoff there", "bill tordoff shouted", "it was BILL TORDOFF.",
                "Tordoff, William was named", "W. Tordoff signed", "Bill J. Tordoff came", "Bill James Tordoff",
                "Bill Tordoff's car", "(Billy\nTordoff)", "Mr Bill Tordoff", "Mr. W Tordoff")) {
            assertThat(likely(text)).as(text).containsExactly(BILL.who());
        }
        assertThat(likely("Peggy Oldroyde and Paddy O’Grannon")).containsExactly(PEG.who(), PAT.who());
        assertThat(likely("Pat O Grannon left")).containsExactly(PAT.who());
        assertThat(likely("Sarah Jarrow, Sally Kettle-Jarrow")).containsExactly(SARAH.who());
        assertThat(likely("Anne Marie van der Holm")).containsExactly(ANNE.who());
        assertThat(likely("Anne-Marie Vanderholm")).containsExactly(ANNE.who());
    }

    @Test
    void a_title_and_a_surname_is_possible() {
        List<FoundName> found = NameFinder.fullNamesIn("I told Mr Tordoff and then Mr. Tordoff again",
                KnownNames.of(ALL));
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.who()).isEqualTo(BILL.who());
            assertThat(one.reason().strength()).isEqualTo(Strength.POSSIBLE);
            assertThat(one.from()).isEqualTo(7);
            assertThat(one.to()).isEqualTo(17);
        });
    }

    @Test
    void a_full_name_later_in_the_text_outweighs_a_title_before() {
        String text = "Mr Tordoff came. It was Bill Tordoff.";
        List<FoundName> found = NameFinder.fullNamesIn(text, KnownNames.of(ALL));
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.reason().strength()).isEqualTo(Strength.LIKELY);
            assertThat(text.substring(one.from(), one.to())).isEqualTo("Bill Tordoff");
        });
    }

    @Test
    void everyday_words_are_at_most_possible() {
        assertThat(likely("I will cook dinner")).isEmpty();
        assertThat(NameFinder.fullNamesIn("I will cook dinner", KnownNames.of(ALL))).hasSize(1);
        assertThat(likely("Will Cook made dinner")).containsExactly(COOK.who());
    }

    @Test
    void names_that_only_stand_near_each_other_are_not_found() {
        for (String text : List.of("Tordoff", "William", "Bill went home. Tordoff stayed", "Margaret Tordoff",
                "Bill and Tordoff", "Tordoff: William", "William, Tordoff's brother", "Bill (Tordoff)",
                "Billericay Tordoffs", "")) {
            assertThat(NameFinder.fullNamesIn(text, KnownNames.of(ALL))).as(text).filteredOn(
                    one -> one.reason().strength() == Strength.LIKELY).isEmpty();
        }
    }

    @Test
    void two_people_of_one_name_are_both_found() {
        KnownName other = known("Bill Tordoff");
        assertThat(NameFinder.fullNamesIn("Bill Tordoff", KnownNames.of(List.of(BILL, other))))
                .extracting(FoundName::who)
                .containsExactlyInAnyOrder(BILL.who(), other.who());
    }

    @Test
    void two_thousand_people_of_one_surname_are_found_in_a_long_text() {
        List<KnownName> people = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            people.add(known("Given" + letters(i) + " Smithson"));
        }
        var random = new Random(3);
        StringBuilder text = new StringBuilder();
        while (text.length() < 100_000) {
            text.append("Mr Smithson and Given").append(letters(random.nextInt(2_000))).append(" Smithson, ");
        }
        assertThat(NameFinder.fullNamesIn(text.toString(), KnownNames.of(people))).hasSize(2_000)
                .anyMatch(one -> one.reason().strength() == Strength.LIKELY);
    }

    private static String letters(int n) {
        return "" + (char) ('a' + n / 676) + (char) ('a' + n / 26 % 26) + (char) ('a' + n % 26);
    }

    private static List<UUID> likely(String text) {
        return NameFinder.fullNamesIn(text, KnownNames.of(ALL)).stream()
                .filter(one -> one.reason().strength() == Strength.LIKELY)
                .map(FoundName::who).toList();
    }

    private static KnownName known(String name) {
        return new KnownName(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)), name);
    }
}
