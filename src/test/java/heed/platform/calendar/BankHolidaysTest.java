package heed.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankHolidaysTest {
    /** As published by the government for England and Wales. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2012 | 01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26
            2018 | 01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26
            2019 | 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26
            2020 | 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28
            2021 | 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28
            2022 | 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27
            2023 | 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26
            2024 | 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26
            2025 | 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26
            2026 | 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28
            2027 | 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28
            2028 | 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26""")
    void bank_holidays_are_those_that_were_published(int year, String days) {
        var published = List.of(days.split(" ")).stream().map(day -> LocalDate.parse(year + "-" + day)).toList();
        assertThat(WorkingDays.ENGLAND.holidays(year)).extracting(DayChange::day).containsExactlyElementsOf(published);
        for (var day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1))
            assertThat(WorkingDays.ENGLAND.holiday(day).isPresent()).as("%s", day).isEqualTo(published.contains(day));
    }

    @ParameterizedTest
    @CsvSource({"1961-04-02", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2038-04-25", "2049-04-18",
            "2285-03-22"})
    void easter_is_where_the_tables_have_it(LocalDate sunday) {
        assertThat(BankHolidays.easter(sunday.getYear())).isEqualTo(sunday);
    }

    @Test
    void a_council_can_add_a_day_and_take_one_away() {
        var added = LocalDate.of(2031, 6, 6);
        var gone = LocalDate.of(2031, 5, 26);
        var days = WorkingDays.with(List.of(new DayChange(added, "An anniversary", false),
                new DayChange(gone, "Spring bank holiday moved", true)));
        assertThat(days.working(added)).isFalse();
        assertThat(days.holiday(added)).contains("An anniversary");
        assertThat(days.working(gone)).isTrue();
        assertThat(days.holidays(2031)).extracting(DayChange::day).contains(added).doesNotContain(gone);
        assertThat(WorkingDays.ENGLAND.working(added)).as("another council's days are its own").isTrue();
    }

    @Test
    void working_days_are_counted_from_the_day_after() {
        var thursday = LocalDate.of(2026, 4, 2);
        assertThat(WorkingDays.ENGLAND.after(thursday)).as("after Easter").isEqualTo(LocalDate.of(2026, 4, 7));
        assertThat(WorkingDays.ENGLAND.after(thursday, 3)).isEqualTo(LocalDate.of(2026, 4, 9));
        assertThatThrownBy(() -> WorkingDays.ENGLAND.after(thursday, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
