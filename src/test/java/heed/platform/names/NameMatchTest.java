package heed.platform.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every name here is invented. */
class NameMatchTest {
    @ParameterizedTest(name = "{0} is likely {1}")
    @CsvFileSource(resources = "/heed/platform/names/likely.csv", delimiter = ';', commentCharacter = '#')
    void names_of_one_person_are_likely(String typed, String known) {
        assertThat(NameMatch.likely(typed, known)).as("%s / %s", typed, known).isPresent();
        assertThat(NameMatch.likely(known, typed)).as("%s / %s", known, typed).isPresent();
    }

    @ParameterizedTest(name = "{0} is not likely {1}")
    @CsvFileSource(resources = "/heed/platform/names/not_likely.csv", delimiter = ';', commentCharacter = '#')
    void names_of_different_people_are_not_likely(String typed, String known) {
        assertThat(NameMatch.likely(typed, known)).as("%s / %s", typed, known).isEmpty();
        assertThat(NameMatch.likely(known, typed)).as("%s / %s", known, typed).isEmpty();
    }

    @Test
    void a_single_word_is_possible_and_never_likely() {
        for (String word : List.of("Tordoff", "Mr Tordoff", "William", "Bill")) {
            assertThat(NameMatch.likely(word, "William Tordoff")).as(word).isEmpty();
            assertThat(NameMatch.possible(word, "William Tordoff")).as(word).isPresent();
        }
        assertThat(NameMatch.compare("Mr William", "William Tordoff")).isEmpty();
    }

    @Test
    void a_middle_name_used_as_the_first_is_possible() {
        assertThat(NameMatch.possible("Jim Tordoff", "William James Tordoff")).map(Reason::given)
                .contains(Agreement.MIDDLE_NAME);
    }

    @Test
    void the_reason_says_how_each_part_agrees() {
        assertThat(NameMatch.likely("Tordof Bill", "William Tordoff"))
                .contains(new Reason(Strength.LIKELY, Agreement.SHORT_FORM, Agreement.SOUNDS_ALIKE, true));
        assertThat(NameMatch.likely("William Tordoff", "Bill Tordoff")).map(Reason::words)
                .contains("Surname the same, first name a short form");
    }

    @Test
    void anything_may_be_typed() {
        var random = new Random(7);
        String signs = "aB é'’-.,  MrO\u202e\ud83d\ude00\u0000()\"ßæ李";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder typed = new StringBuilder();
            int length = random.nextInt(14);
            for (int j = 0; j < length; j++) {
                typed.append(signs.charAt(random.nextInt(signs.length())));
            }
            assertThat(NameMatch.compare(typed.toString(), "William Tordoff").filter(
                    reason -> reason.strength() == Strength.LIKELY)).as(typed.toString()).isEmpty();
            NameKeys.of(typed.toString());
        }
    }

    @Test
    void every_name_is_likely_itself_in_any_case_and_order() {
        for (String name : List.of("William Tordoff", "Mary-Jane O'Brien", "Siân van der Velde", "X Æ",
                "Anne Marie Smith-Jones", "Łukasz Wójcik")) {
            String swapped = PersonName.of(name).surname().getFirst() + ", " + PersonName.of(name).given().getFirst();
            assertThat(NameMatch.likely(name.toUpperCase(java.util.Locale.ROOT), name)).as(name).isPresent();
            assertThat(NameMatch.likely(swapped, name)).as(swapped).isPresent();
        }
    }

    @Test
    void a_name_is_matched_against_a_whole_council() {
        List<PersonName> staff = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            staff.add(PersonName.of("Given" + (char) ('a' + i % 26) + " Surname" + i));
        }
        staff.add(PersonName.of("William Tordoff"));
        PersonName typed = PersonName.of("Bill Tordoff");
        assertThat(staff.stream().filter(known -> NameMatch.compare(typed, known).isPresent()).count()).isEqualTo(1);
    }

    @Test
    void the_table_of_short_forms_is_large_and_reads_both_ways() {
        assertThat(Nicknames.groups()).isGreaterThan(150);
        assertThat(Nicknames.related("peggy", "margaret")).isTrue();
        assertThat(Nicknames.related("jack", "john")).isTrue();
        assertThat(Nicknames.related("bert", "robert")).isTrue();
        assertThat(Nicknames.related("albert", "robert")).as("related only through Bert").isFalse();
    }
}
