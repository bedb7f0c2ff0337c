package heed.assurance.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a statement is about, as people write it. */
class AboutTest {
    private static final LocalDate WRITTEN = LocalDate.of(2025, 11, 20);
    private static final Window YEAR = Window.yearTo(LocalDate.of(2025, 10, 31));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "The tender was let in autumn 2024.|2024-09-01|2024-11-30|SEASON",
            "Held throughout 2024.|2024-01-01|2024-12-31|YEAR",
            "Counted between April and October 2024.|2024-04-01|2024-10-31|MONTH",
            "It was most recently read again in July 2024.|2024-07-01|2024-07-31|MONTH",
            "From April 2023 to October 2024, nine came.|2023-04-01|2024-10-31|MONTH",
            "From 1 April 2023 to 31 July 2024, nine came.|2023-04-01|2024-07-31|DAY",
            "It ran from January to July 2024.|2024-01-01|2024-07-31|MONTH",
            "It ran from November to March 2024.|2023-11-01|2024-03-31|MONTH",
            "Open from 1 to 14 May 2025.|2025-05-01|2025-05-14|DAY",
            "Changed between 3 and 21 March 2025.|2025-03-03|2025-03-21|DAY",
            "Sent on 5th September 2024 to all.|2024-09-05|2024-09-05|DAY",
            "Sent on 05/09/2024 to all.|2024-09-05|2024-09-05|DAY",
            "Sent on 5.9.24 to all.|2024-09-05|2024-09-05|DAY",
            "Sent on 2024-09-05 to all.|2024-09-05|2024-09-05|DAY",
            "In the financial year 2023/24 it cost nothing.|2023-04-01|2024-03-31|YEAR",
            "In 2023-24 it cost nothing.|2023-04-01|2024-03-31|YEAR",
            "In 2023–2024 it cost nothing.|2023-04-01|2024-03-31|YEAR",
            "In Q3 2024 it fell.|2024-07-01|2024-09-30|QUARTER",
            "In the third quarter of 2023/24 it fell.|2023-10-01|2023-12-31|QUARTER",
            "In the quarter to June 2024 it fell.|2024-04-01|2024-06-30|MONTH",
            "In the year to September 2024 it fell.|2023-10-01|2024-09-30|MONTH",
            "In the year ending 31 March 2025 it fell.|2024-04-01|2025-03-31|DAY",
            "In the six months to March 2025 it fell.|2024-10-01|2025-03-31|MONTH",
            "It was done in early 2024.|2024-01-01|2024-05-01|PART_OF_YEAR",
            "It was done at the end of May 2024.|2024-05-01|2024-05-31|MONTH",
            "It was done in winter 2024/25.|2024-12-01|2025-02-28|SEASON",
            "Last month all were told.|2025-10-01|2025-10-31|COUNTED_BACK",
            "Last year all were told.|2024-01-01|2024-12-31|COUNTED_BACK",
            "In the last six months all were told.|2025-05-20|2025-11-20|COUNTED_BACK",
            "Over the past 12 months all were told.|2024-11-20|2025-11-20|COUNTED_BACK",
            "Last September all were told.|2025-09-01|2025-09-30|MONTH",
            "This summer all were told.|2025-06-01|2025-08-31|SEASON",
            "In December all were told.|2024-12-01|2024-12-31|MONTH",
            "All will be told in December.|2025-12-01|2025-12-31|MONTH",
            "Since March 2024 all are told.|2024-03-01|2025-11-20|MONTH",
            "April 2024 to date: nine came.|2024-04-01|2025-11-20|MONTH",
            "Nine came, May 2024 – present.|2024-05-01|2025-11-20|MONTH",
            "From June 2024 onwards nine came.|2024-06-01|2025-11-20|MONTH",
            "This financial year nine came.|2025-04-01|2025-11-20|COUNTED_BACK",
            "In 2024/25 Q3 nine came.|2024-10-01|2024-12-31|QUARTER",
            "Sent on September 5th, 2024 to all.|2024-09-05|2024-09-05|DAY",
            "The plan was read again in March.|2025-03-01|2025-03-31|MONTH",
            "Due to illness it was held in March.|2025-03-01|2025-03-31|MONTH",
            "The next round is due to begin in March.|2026-03-01|2026-03-31|MONTH",
            "It goes on until August 2026.|-|2026-08-31|MONTH",
            "The 2024 survey asked all.|2024-01-01|2024-12-31|YEAR"})
    void a_period_is_read_from_words(String text, LocalDate from, LocalDate to, Precision precision) {
        var about = About.of(text, WRITTEN);
        assertThat(about.spans()).containsExactly(new Span(from, to));
        assertThat(about.said()).singleElement().extracting(DateMention::precision).isEqualTo(precision);
    }

    @Test
    void a_strategy_named_by_several_years_has_been_in_force_through_them() {
        assertThat(About.of("The harbour strategy 2023-2027 was adopted in September 2023.", WRITTEN).in(YEAR))
                .isEqualTo(Standing.IN);
        assertThat(About.of("The harbour strategy 2023-24 was adopted in September 2023.", WRITTEN).in(YEAR))
                .isEqualTo(Standing.OUT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Staff may march to the hall.",
            "There were 2024 of them counted, of 1,950 sent.",
            "It follows the Care Act 2014.", "Ring 020 7946 1999 or read section 2.10.",
            "Level 2 and level 3 are taught.",
            "All 2000 leaflets went, at 12.30 each.", "The quarter finals were well attended.",
            "31/31/2024 is no day."})
    void what_only_looks_like_a_date_is_none(String text) {
        assertThat(About.of(text, WRITTEN).spans().stream().filter(s -> s.days() < 300)).isEmpty();
    }

    @Test
    void a_law_is_not_dated_by_its_title() {
        assertThat(About.of("We act under the Care Act 2014 and the Housing (Homes) Act 2004.", WRITTEN).spans())
                .isEmpty();
    }

    /** Invariant 8: in the window if and only if the period overlaps it; undated is never in. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Done in October 2024.|OUT", "Done in November 2024.|IN",
            "Done in October 2025.|IN",
            "Done in November 2025.|OUT", "Done in autumn 2024.|IN", "Done in 2024.|IN", "Done in 2023.|OUT",
            "Done between January 2023 and January 2025.|IN", "Done between January 2023 and January 2024.|OUT",
            "Done well.|UNDATED", "|UNDATED", "Since 2019 all are told.|IN", "It goes on until March 2026.|IN",
            "It went on until March 2024.|OUT", "Done in 2019 and again in May 2025.|IN",
            "Adopted in 2020 and next due for review in March 2027.|IN",
            "Adopted in 2020 and published in March 2021.|OUT",
            "The 2024 survey asked all.|IN", "The 2023 survey was sent again in June 2025.|IN"})
    void a_statement_is_in_the_window_only_where_its_period_overlaps_it(String text, Standing standing) {
        assertThat(About.of(text == null ? "" : text, WRITTEN).in(YEAR)).isEqualTo(standing);
    }

    @Test
    void an_overlap_of_one_day_is_an_overlap() {
        var may = new Span(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 5, 31));
        assertThat(may.overlaps(new Span(LocalDate.of(2025, 5, 31), LocalDate.of(2025, 6, 30)))).isTrue();
        assertThat(may.overlaps(new Span(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 30)))).isFalse();
        assertThat(may.overlaps(new Span(null, LocalDate.of(2025, 4, 30)))).isFalse();
        assertThat(may.overlaps(new Span(LocalDate.of(2025, 5, 2), null))).isTrue();
    }

    @Test
    void a_period_said_to_be_the_same_a_year_before_is_a_year_before() {
        var said = DateReader.read("From January 2025 to May 2025, 23 came. For the same period last year, 7 came.",
                WRITTEN);
        assertThat(said).extracting(DateMention::span).containsExactly(
                new Span(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 5, 31)),
                new Span(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 5, 31)));
    }

    @Test
    void two_months_joined_by_and_are_two_dates_of_one_year() {
        var said = DateReader.read("Meetings were held in August and October 2024.", WRITTEN);
        assertThat(said).extracting(m -> m.span().from()).containsExactly(LocalDate.of(2024, 8, 1),
                LocalDate.of(2024, 10, 1));
    }

    @Test
    void no_text_makes_the_reader_fail_and_every_place_it_gives_is_in_the_text() {
        var random = new java.util.Random(20251120);
        var parts = new String[]{"in ", "May ", "31 ", "2024", "/", "-", "between ", "and ", "early ", "Q4 ",
                "the year to ", "winter ",
                "last ", "since ", "until ", "30 February 2023", "99", " the ", "to ", "–", "'", "\n", "half of "};
        for (int n = 0; n < 4000; n++) {
            var text = new StringBuilder();
            for (int k = random.nextInt(12); k >= 0; k--)
                text.append(parts[random.nextInt(parts.length)]);
            int last = 0;
            for (var mention : DateReader.read(text.toString(), WRITTEN)) {
                assertThat(mention.start()).isGreaterThanOrEqualTo(last);
                assertThat(text.substring(mention.start(), mention.end())).isEqualTo(mention.words());
                last = mention.end();
            }
        }
    }
}
