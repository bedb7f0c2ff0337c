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
            "In the academic year 2021/22 all were taught.|2021-09-01|2022-08-31|YEAR",
            "In the 2021-22 academic year all were taught.|2021-09-01|2022-08-31|YEAR",
            "Taught through School Year 2021/2022 to all.|2021-09-01|2022-08-31|YEAR",
            "In academic years 2020/21 and 2021/22 all were taught.|2020-09-01|2022-08-31|YEAR",
            "The academic years 2020/21 to 2021/22 were hard.|2020-09-01|2022-08-31|YEAR",
            "In early academic year 2021/22 all were taught.|2021-09-01|2021-12-30|PART_OF_YEAR",
            "This academic year all were taught.|2025-09-01|2025-11-20|COUNTED_BACK",
            "Last school year all were taught.|2024-09-01|2025-08-31|COUNTED_BACK",
            "Taught in the autumn term 2021 to all.|2021-09-01|2021-12-31|SEASON",
            "Taught in the Spring Term of 2022 to all.|2022-01-01|2022-04-30|SEASON",
            "Taught in summer term 2022 to all.|2022-04-01|2022-07-31|SEASON",
            "Taught in the autumn term 2021/22 to all.|2021-09-01|2021-12-31|SEASON",
            "Taught in the spring term 2021/22 to all.|2022-01-01|2022-04-30|SEASON",
            "Taught in the summer term of 2021-22 to all.|2022-04-01|2022-07-31|SEASON",
            "Taught in the 2021 autumn term to all.|2021-09-01|2021-12-31|SEASON",
            "Taught in the 2021/22 spring term to all.|2022-01-01|2022-04-30|SEASON",
            "Taught in the autumn and spring terms of 2021/22 to all.|2021-09-01|2022-04-30|SEASON",
            "Taught in the spring and summer terms 2022 to all.|2022-01-01|2022-07-31|SEASON",
            "Taught in the autumn, spring and summer terms of 2021/22.|2021-09-01|2022-07-31|SEASON",
            "Taught in the spring 2022 term to all.|2022-01-01|2022-04-30|SEASON",
            "Summer Term (2022): all were taught.|2022-04-01|2022-07-31|SEASON",
            "Through the 2020/21 and 2021/22 academic years all were taught.|2020-09-01|2022-08-31|YEAR",
            "In Q1 and Q2 of 2021/22 it fell.|2021-04-01|2021-09-30|QUARTER",
            "Q1-Q4 2021/22: it fell.|2021-04-01|2022-03-31|QUARTER",
            "In quarters 1, 2 and 3 of 2021/22 it fell.|2021-04-01|2021-12-31|QUARTER",
            "The third and fourth quarters of 2021/22 were poor.|2021-10-01|2022-03-31|QUARTER",
            "Taught from autumn to spring terms 2021/22.|2021-09-01|2022-04-30|SEASON",
            "Since the autumn term 2021 all are taught.|2021-09-01|2025-11-20|SEASON",
            "Since Q3 2021/22 it fell.|2021-10-01|2025-11-20|QUARTER",
            "Taught from autumn term 2021 to summer term 2022.|2021-09-01|2022-07-31|SEASON",
            "Last summer term all were taught.|2025-04-01|2025-07-31|SEASON",
            "This autumn term all are taught.|2025-09-01|2025-12-31|SEASON",
            "In Q3 2021/22 it fell.|2021-10-01|2021-12-31|QUARTER",
            "In quarter 3 of 2021/22 it fell.|2021-10-01|2021-12-31|QUARTER",
            "In Q3 of the financial year 2021/22 it fell.|2021-10-01|2021-12-31|QUARTER",
            "In the third quarter of the calendar year 2021 it fell.|2021-07-01|2021-09-30|QUARTER",
            "Six months ago all were told.|2025-05-01|2025-05-31|COUNTED_BACK",
            "Two years ago all were told.|2023-01-01|2023-12-31|COUNTED_BACK",
            "A year ago all were told.|2024-01-01|2024-12-31|COUNTED_BACK",
            "All were told three weeks ago.|2025-10-27|2025-11-02|COUNTED_BACK",
            "All were told ten days ago.|2025-11-10|2025-11-10|COUNTED_BACK",
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

    /** A quarter of the calendar year and one of the financial year are three months apart. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"In 2021/22 the most came in Q3.", "The most came in quarter 3, for 2021/22.",
            "During the third quarter the most came, of all in 2021/22.",
            "In Q3 the most came (2021/22: 40 in all).",
            "Since Q3 of the year 2021/22 more came.", "In Q3 of the 2021/22 financial year more came."})
    void a_quarter_is_of_the_financial_year_that_its_sentence_names(String text) {
        assertThat(DateReader.read(text, WRITTEN)).extracting(m -> m.span().from(), DateMention::precision)
                .contains(org.assertj.core.groups.Tuple.tuple(LocalDate.of(2021, 10, 1), Precision.QUARTER));
    }

    @Test
    void two_quarters_of_one_financial_year_are_both_read() {
        assertThat(About.of("From Q1 to Q3 2021/22 more came.", WRITTEN).spans())
                .containsExactly(new Span(LocalDate.of(2021, 4, 1), LocalDate.of(2021, 12, 31)));
        assertThat(About.of("In Q1 and Q4 2021/22 more came.", WRITTEN).spans()).as("not the two between")
                .containsExactly(new Span(LocalDate.of(2021, 4, 1), LocalDate.of(2021, 6, 30)),
                        new Span(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 3, 31)));
        assertThat(DateReader.read("In Q1 and in Q2 of 2021/22 more came.", WRITTEN))
                .extracting(m -> m.span().from())
                .containsExactly(LocalDate.of(2021, 4, 1), LocalDate.of(2021, 7, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"The most came in Q3.", "The most came in quarter 3.",
            "In the third quarter the most came.", "In 2021 the most came in Q3.",
            "In the academic year 2021/22 the most came in Q3.", "The most came in Q3. In 2021/22 that changed.",
            "In 2020/21 more came in Q3 than in 2021/22.", "See Section Q3 of the 2021/22 return.",
            "In Q3 of the 2021/22 return we said so.", "In answer to Q3 we told of 2021/22.",
            "Question 3 was asked in 2021/22.", "Q3: in 2021/22 all were told.", "Section Q3 2021/22 says so.",
            "In Q3 and in Q7 we told of 2021/22.", "In the first quarter of cases in 2021/22 nobody was told.",
            "The responses in Q3 are of 2021/22.", "Q3.1 and Q3a were asked in 2021/22.",
            "In Q3 of 2021/22 academic year more came.", "See Q1 and Q2 2021/22.", "Q3 2021 - 40 came.",
            "In the financial year 2024 the most came in Q3.", "In the third quarter of the financial year 2024."})
    void a_quarter_of_no_known_year_or_the_number_of_a_question_is_no_date(String text) {
        assertThat(DateReader.read(text, WRITTEN)).extracting(DateMention::precision)
                .doesNotContain(Precision.QUARTER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"In the autumn term all were taught.", "In the academic year all were taught.",
            "Long-term plans for spring were made.", "Summer terms and conditions were sent.",
            "In the long term a school year is short.", "The school has 2,022 pupils a year.",
            "In recent months all were told.", "Recently all were told.", "Some years ago all were told.",
            "In the last few months all were told.", "More than two years ago all were told.",
            "Under six months ago all were told.", "Long ago all were told."})
    void what_does_not_say_which_year_or_month_is_undated(String text) {
        assertThat(About.of(text, WRITTEN).in(YEAR)).isEqualTo(Standing.UNDATED);
    }

    /** The autumn and spring terms of one calendar year are of two school years: which is meant is not known. */
    @Test
    void terms_that_are_not_of_one_school_year_are_not_put_together() {
        assertThat(DateReader.read("Taught in the autumn and spring terms 2022.", WRITTEN))
                .extracting(DateMention::precision).containsExactly(Precision.YEAR);
        assertThat(DateReader.read("Taught in the autumn and summer terms of 2021/22.", WRITTEN))
                .as("and not in spring").extracting(DateMention::precision).containsExactly(Precision.YEAR);
    }

    /** A paper that is brought in does not say on which day it was written. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Last month all were told.|Last month",
            "All were told two years ago.|two years ago",
            "Six months ago all were told.|Six months ago", "This year all were told.|This year",
            "Last year, and again last September, all were told.|Last year",
            "This autumn term all were told.|This autumn term",
            "Since last year all are told.|last year", "In recent months all were told.|recent months",
            "More than two years ago all were told.|two years ago",
            "In the past six months all were told.|the past six months", "Recently all were told.|Recently",
            "Last term all were told.|Last term",
            "For the same period last year, 7 came.|the same period last year"})
    void words_that_count_from_an_unknown_day_leave_the_date_missing_and_are_named(String text, String words) {
        assertThat(About.printed(text, WRITTEN).in(YEAR)).isEqualTo(Standing.UNDATED);
        assertThat(About.counting(text)).isEqualTo(words);
    }

    @Test
    void what_a_paper_dates_by_name_is_dated_whatever_else_it_says() {
        assertThat(About.printed("Last month, and in May 2025, all were told.", WRITTEN).spans())
                .containsExactly(new Span(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 5, 31)));
        assertThat(About.printed("From May 2025 to last month all were told.", WRITTEN).spans()).isEmpty();
        assertThat(About.printed("In May 2025, 23 came. For the same period last year, 7 came.", WRITTEN).spans())
                .hasSize(2);
        assertThat(About.counting("In May 2025 all were told.")).isEmpty();
        assertThat(About.counting("For the same period last year 7 came, in May 2025 23.")).isNotEmpty();
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
                "autumn term ", "academic year ", "spring and summer terms ", "Q3 ", "six months ago ", "2021/22 ",
                ". ",
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
