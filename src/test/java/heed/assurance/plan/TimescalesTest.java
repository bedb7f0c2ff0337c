package heed.assurance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import heed.assurance.plan.Schedule.Between;
import heed.assurance.plan.Schedule.Every;
import heed.assurance.plan.Schedule.Interval;
import heed.assurance.plan.Schedule.OnDate;
import heed.assurance.plan.Schedule.Ongoing;
import heed.assurance.plan.Schedule.Past;
import heed.assurance.plan.Schedule.Precision;
import heed.assurance.plan.Schedule.Unit;
import heed.assurance.plan.Schedule.Unread;
import heed.assurance.plan.Schedule.WhenNeeded;
import heed.assurance.plan.Schedule.Why;
import heed.assurance.plan.Timescale.Doubt;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Timescales are read as people write them, and nothing is guessed. */
class TimescalesTest {
    private static final PlanYear YEAR = PlanYear.financial(2021);

    private static Schedule read(String words) {
        return Timescales.read(words, null).schedule();
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private static Every every(int many, Unit unit, @Nullable LocalDate from, @Nullable LocalDate until) {
        return new Every(new Interval(many, unit), from, until);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "14 March 2022|2022-03-14|DAY", "14th March 2022|2022-03-14|DAY", "14 of March, 2022|2022-03-14|DAY",
            "March 14th, 2022|2022-03-14|DAY", "14/03/2022|2022-03-14|DAY", "14.3.22|2022-03-14|DAY",
            "2022-03-14|2022-03-14|DAY", "By 14 March 2022|2022-03-14|DAY", "Feb 2024|2024-02-29|MONTH",
            "February 2023|2023-02-28|MONTH", "Sept. 2022|2022-09-30|MONTH", "Jun-22|2022-06-30|MONTH",
            "Jun ’22|2022-06-30|MONTH", "end of May 2022|2022-05-31|MONTH", "By the end of May 2022|2022-05-31|MONTH",
            "To be completed by May 2022|2022-05-31|MONTH",
            "by end of 2022|2022-12-31|YEAR", "By end of 2022/23|2023-03-31|YEAR", "by summer 2022|2022-08-31|SEASON",
            "by winter 2022|2023-02-28|SEASON", "by Q1 2022/23|2022-06-30|QUARTER",
            "end of the fourth quarter of 2022-23|2023-03-31|QUARTER", "30th Sep 22|2022-09-30|DAY",
            "01-Sep-22|2022-09-01|DAY", "not later than 3 March 2022|2022-03-03|DAY",
            "Friday 3 June 2022|2022-06-03|DAY", "w/c 6 June 2022|2022-06-06|DAY"})
    void a_date_is_the_last_day_of_what_was_named(String words, LocalDate due, Precision precision) {
        assertThat(read(words)).isEqualTo(new OnDate(due, precision));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "between April and October 2022|2022-04-01|2022-10-31", "April to October 2022|2022-04-01|2022-10-31",
            "from April to October 2022|2022-04-01|2022-10-31", "Oct-Nov 2016|2016-10-01|2016-11-30",
            "October/November 2016|2016-10-01|2016-11-30", "November to February 2023|2022-11-01|2023-02-28",
            "between 3 May 2022 and 6 June 2022|2022-05-03|2022-06-06", "June 2021 - March 2022|2021-06-01|2022-03-31",
            "throughout 2022|2022-01-01|2022-12-31", "2022/23|2022-04-01|2023-03-31",
            "FY 2022-23|2022-04-01|2023-03-31",
            "during autumn 2022|2022-09-01|2022-11-30", "Q3 2022/23|2022-10-01|2022-12-31",
            "third quarter of 2022/2023|2022-10-01|2022-12-31", "until March 2022||2022-03-31"})
    void a_range_goes_from_its_first_day_to_its_last(String words, @Nullable LocalDate from, LocalDate to) {
        assertThat(read(words)).isEqualTo(new Between(from, to));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Quarterly meetings|3|MONTH", "monthly|1|MONTH", "every two months|2|MONTH", "every other month|2|MONTH",
            "six-monthly|6|MONTH", "6 monthly|6|MONTH", "half yearly|6|MONTH", "twice a year|6|MONTH",
            "four times per year|3|MONTH", "3x a year|4|MONTH", "each quarter|3|MONTH", "weekly|1|WEEK",
            "fortnightly|2|WEEK", "every 6 weeks|6|WEEK", "annually|1|YEAR", "once a year|1|YEAR", "biennial|2|YEAR",
            "every half-year|6|MONTH", "Annual review|1|YEAR", "twice yearly|6|MONTH", "Four times yearly|3|MONTH",
            "2 x per year|6|MONTH", "Twice-yearly|6|MONTH", "once annually|1|YEAR", "daily|1|DAY"})
    void a_rhythm_is_an_interval(String words, int many, Unit unit) {
        assertThat(read(words)).isEqualTo(every(many, unit, null, null));
    }

    @Test
    void spaces_of_any_kind_are_spaces() {
        assertThat(read("  no later than\u00a0May\n2022 ")).isEqualTo(new OnDate(day("2022-05-31"), Precision.MONTH));
    }

    @Test
    void a_rhythm_may_have_a_first_and_a_last_day() {
        assertThat(read("June 2016, quarterly.")).isEqualTo(every(3, Unit.MONTH, day("2016-06-01"), null));
        assertThat(read("June 2016 and then quarterly")).isEqualTo(every(3, Unit.MONTH, day("2016-06-01"), null));
        assertThat(read("Quarterly until March 2022")).isEqualTo(every(3, Unit.MONTH, null, day("2022-03-31")));
        assertThat(read("monthly throughout 2022"))
                .isEqualTo(every(1, Unit.MONTH, day("2022-01-01"), day("2022-12-31")));
        assertThat(read("monthly in 2022/23")).isEqualTo(every(1, Unit.MONTH, day("2022-04-01"), day("2023-03-31")));
        assertThat(read("monthly from April 2021 to March 2022"))
                .isEqualTo(every(1, Unit.MONTH, day("2021-04-01"), day("2022-03-31")));
        assertThat(Timescales.read("Monthly, all year", YEAR).schedule())
                .isEqualTo(every(1, Unit.MONTH, day("2021-04-01"), day("2022-03-31")));
    }

    @Test
    void what_is_ongoing_may_have_a_first_day_and_a_review() {
        assertThat(read("On-going")).isEqualTo(new Ongoing(null, null));
        assertThat(read("June 2016 –on-going")).isEqualTo(new Ongoing(day("2016-06-01"), null));
        assertThat(read("April 2016 and ongoing")).isEqualTo(new Ongoing(day("2016-04-01"), null));
        assertThat(read("Ongoing, reviewed quarterly"))
                .isEqualTo(new Ongoing(null, new Interval(3, Unit.MONTH)));
        assertThat(read("Ongoing – 6 month review")).isEqualTo(new Ongoing(null, new Interval(6, Unit.MONTH)));
        for (var words : List.of("September 2022 onwards", "not before September 2022",
                "no earlier than September 2022"))
            assertThat(read(words)).as(words).isEqualTo(new Ongoing(day("2022-09-01"), null));
        var open = Timescales.read("From September 2022", null);
        assertThat(open.schedule()).isEqualTo(new Ongoing(day("2022-09-01"), null));
        assertThat(open.doubts()).containsExactly(Doubt.NO_END);
    }

    @ParameterizedTest
    @ValueSource(strings = {"As and when", "as and when required", "As required", "When needed", "ad hoc", "Ad-hoc",
            "as necessary", "On request"})
    void some_things_are_done_when_there_is_cause(String words) {
        assertThat(read(words)).isEqualTo(new WhenNeeded());
    }

    @Test
    void all_year_is_the_year_of_the_plan_and_of_no_other() {
        assertThat(read("All year")).isEqualTo(new Between(null, null));
        assertThat(read("All year").past(day("2030-01-01"))).isEqualTo(Past.NOT_DECIDABLE);
        var known = Timescales.read("Throughout the year", YEAR);
        assertThat(known.schedule()).isEqualTo(new Between(day("2021-04-01"), day("2022-03-31")));
        assertThat(known.doubts()).containsExactly(Doubt.YEAR_OF_PLAN);
    }

    @Test
    void a_month_without_a_year_is_taken_from_the_plan_or_not_at_all() {
        assertThat(read("March")).isEqualTo(new Unread(Why.NO_YEAR));
        var known = Timescales.read("by end of January", YEAR);
        assertThat(known.schedule()).isEqualTo(new OnDate(day("2022-01-31"), Precision.MONTH));
        assertThat(known.doubts()).containsExactly(Doubt.YEAR_OF_PLAN);
        assertThat(Timescales.read("3rd June", YEAR).schedule())
                .isEqualTo(new OnDate(day("2021-06-03"), Precision.DAY));
        assertThat(Timescales.read("year end", YEAR).schedule())
                .isEqualTo(new OnDate(day("2022-03-31"), Precision.DAY));
        var twoYears = new PlanYear(day("2021-04-01"), day("2023-03-31"));
        assertThat(Timescales.read("June", twoYears).schedule()).isEqualTo(new Unread(Why.NO_YEAR));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''|EMPTY", "TBC|NOT_SET", "to be confirmed|NOT_SET", "-|NOT_SET",
            "N/A|NOT_SET", "ASAP|NO_DATE", "Immediately|NO_DATE", "Medium term|NO_DATE", "within three months|NO_START",
            "12 weeks|NO_START", "bi-annual|TWO_MEANINGS", "Bi-monthly|TWO_MEANINGS", "Q2 2022|TWO_MEANINGS",
            "March 22|TWO_MEANINGS", "31 June 2022|NO_SUCH_DAY", "13/13/2022|NO_SUCH_DAY", "2022/25|NO_SUCH_DAY",
            "Completed|SAYS_DONE", "October 2016 /June 2016|SEVERAL", "March 2022 and June 2022|SEVERAL",
            "monthly and quarterly|SEVERAL", "monthly, as required|SEVERAL", "year end|NO_YEAR", "spring|NO_YEAR",
            "soon|UNKNOWN", "Every meeting|UNKNOWN",
            "not monthly|UNKNOWN", "6-8 weekly|SEVERAL", "every 3 to 6 months|SEVERAL", "6 or 12 monthly|SEVERAL",
            "marching band|UNKNOWN", "5 times a year|UNKNOWN"})
    void what_cannot_be_read_for_certain_says_why(String words, Why why) {
        assertThat(read(words)).isEqualTo(new Unread(why));
        assertThat(Timescales.read(words, null).doubts()).isEmpty();
    }

    @Test
    void every_january_comes_back_each_year() {
        assertThat(Timescales.read("Every January", YEAR).schedule())
                .isEqualTo(every(1, Unit.YEAR, day("2022-01-01"), null));
        assertThat(read("each January")).isEqualTo(new Unread(Why.NO_YEAR));
    }

    @Test
    void words_left_over_and_vague_words_are_doubts() {
        assertThat(Timescales.read("Quarterly, at the champions’ lunch", null).doubts())
                .containsExactly(Doubt.WORDS_LEFT_OVER);
        var mid = Timescales.read("mid-June 2022", null);
        assertThat(mid.schedule()).isEqualTo(new OnDate(day("2022-06-30"), Precision.MONTH));
        assertThat(mid.doubts()).containsExactly(Doubt.VAGUE);
        assertThat(Timescales.read("Quarterly meetings", null).doubts()).isEmpty();
    }

    @Test
    void the_words_are_kept_as_they_were() {
        assertThat(Timescales.read("  Sept\n2021 ", null).words()).isEqualTo("  Sept\n2021 ");
    }

    @Test
    void only_a_last_day_can_go_by() {
        assertThat(read("July 2020").past(day("2020-07-31"))).isEqualTo(Past.NO);
        assertThat(read("July 2020").past(day("2020-08-01"))).isEqualTo(Past.YES);
        assertThat(read("quarterly").past(day("2050-08-01"))).isEqualTo(Past.NO);
        assertThat(read("ongoing").past(day("2050-08-01"))).isEqualTo(Past.NO);
        assertThat(read("as and when").past(day("2050-08-01"))).isEqualTo(Past.NO);
        assertThat(read("TBC").past(day("2050-08-01"))).isEqualTo(Past.NOT_DECIDABLE);
    }

    @Test
    void an_action_is_agreed_only_on_words_that_were_read_and_with_a_review_where_it_never_ends() {
        var words = Map.of("March 2022", true, "quarterly", true, "all year", true, "as and when", true, "ongoing",
                false,
                "ongoing, quarterly reviews", true, "asap", false);
        words.forEach((said, stands) -> assertThat(read(said).standsUp()).as(said).isEqualTo(stands));
    }

    @Test
    void a_schedule_says_in_words_how_it_was_read() {
        assertThat(List.of("Sept 2021", "quarterly", "All year", "ongoing, 6 monthly", "as and when").stream()
                .map(TimescalesTest::read).map(Schedule::words))
                .containsExactly("By 30 September 2021, the last day of the month named", "Every 3 months",
                        "All year, of a plan whose year is not known", "Ongoing, reviewed every 6 months",
                        "When needed");
    }
}
