package heed.casework.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.platform.calendar.WorkingDays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClocksTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Clocks CLOCKS = new Clocks(WorkingDays.ENGLAND, Clocks.FIVE);
    /** Typed from the published lists, so that this side owes nothing to the rules it is compared with. */
    private static final Set<LocalDate> CLOSED = Stream.of("2020-12-25 2020-12-28",
            "2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28",
            "2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27",
            "2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26",
            "2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28",
            "2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28", "2028-01-03")
            .flatMap(year -> Stream.of(year.split(" "))).map(LocalDate::parse).collect(Collectors.toSet());

    /** Finds the due time by walking on from receipt a minute at a time and asking the wall clock. */
    private static Instant naive(Instant received) {
        var at = received.atZone(LONDON);
        boolean today = open(at.toLocalDate()) && at.toLocalTime().compareTo(LocalTime.of(15, 0)) <= 0;
        var wanted = today ? LocalTime.of(17, 0) : LocalTime.of(12, 0);
        var walk = received.truncatedTo(java.time.temporal.ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
        while (true) {
            var wall = walk.atZone(LONDON);
            boolean day = today
                    ? wall.toLocalDate().equals(at.toLocalDate())
                    : wall.toLocalDate().isAfter(at.toLocalDate()) && open(wall.toLocalDate());
            if (day && wall.getHour() == wanted.getHour() && wall.getMinute() == 0)
                return walk;
            walk = walk.plus(Duration.ofMinutes(1));
        }
    }

    private static boolean open(LocalDate day) {
        return !Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek()) && !CLOSED.contains(day);
    }

    /** Moments of a year: drawn, and the edges of every day, and every minute around both changes of the clocks. */
    private static List<Instant> moments(int year) {
        var random = new Random(year);
        var moments = new ArrayList<Instant>();
        var start = ZonedDateTime.of(year, 1, 1, 0, 0, 0, 0, LONDON);
        long seconds = Duration.between(start, start.plusYears(1)).toSeconds();
        for (int i = 0; i < 300; i++)
            moments.add(start.toInstant().plusSeconds(random.nextLong(seconds)));
        for (var day = start; day.getYear() == year; day = day.plusDays(1)) {
            var three = day.toLocalDate().atTime(15, 0).atZone(LONDON).toInstant();
            moments.addAll(List.of(day.toInstant(), day.toInstant().minusMillis(1), three, three.plusMillis(1)));
        }
        var rules = LONDON.getRules();
        for (var change = rules.nextTransition(start.toInstant()); change.getDateTimeBefore()
                .getYear() == year; change = rules.nextTransition(change.getInstant()))
            for (int minute = -130; minute <= 130; minute++)
                moments.add(change.getInstant().plus(Duration.ofMinutes(minute)));
        return moments.stream().sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {2021, 2022, 2026, 2027})
    void every_due_time_of_a_year_is_that_of_a_clock_walked_by_hand(int year) {
        for (var received : moments(year))
            assertThat(CLOCKS.firstLook(received, false)).as("received %s", received.atZone(LONDON))
                    .isEqualTo(naive(received));
    }

    @ParameterizedTest
    @ValueSource(ints = {2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028})
    void nothing_is_due_before_it_came_or_when_nobody_works_or_before_what_came_earlier(int year) {
        Instant last = Instant.MIN;
        for (var received : moments(year)) {
            var due = CLOCKS.firstLook(received, false);
            var wall = due.atZone(LONDON);
            assertThat(due).isAfter(received).isAfterOrEqualTo(last);
            assertThat(WorkingDays.ENGLAND.working(wall.toLocalDate())).isTrue();
            assertThat(wall.toLocalTime()).isIn(LocalTime.NOON, Clocks.FIVE);
            assertThat(Duration.between(received, due)).as("the longest Easter or Christmas")
                    .isLessThan(Duration.ofDays(6));
            assertThat(CLOCKS.firstLook(received, true)).as("danger, round the clock").isEqualTo(received);
            assertThat(CLOCKS.nextNoon(due)).isAfter(due);
            last = due;
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-03-10T09:00,2026-03-10T17:00", "2026-03-10T15:00,2026-03-10T17:00",
            "2026-03-10T15:00:01,2026-03-11T12:00", "2026-03-28T10:00,2026-03-30T12:00",
            "2026-08-28T17:55,2026-09-01T12:00", "2026-04-02T16:00,2026-04-07T12:00",
            "2026-12-24T15:30,2026-12-29T12:00", "2021-12-24T16:00,2021-12-29T12:00",
            "2022-12-23T18:00,2022-12-28T12:00", "2026-12-31T16:00,2027-01-04T12:00",
            "2026-10-23T16:00,2026-10-26T12:00"})
    void a_first_look_is_due_the_same_working_day_or_by_noon_of_the_next(LocalDateTime received, LocalDateTime due) {
        assertThat(CLOCKS.firstLook(received.atZone(LONDON).toInstant(), false))
                .isEqualTo(due.atZone(LONDON).toInstant());
    }

    @Test
    void a_council_says_when_its_working_day_ends_but_not_before_three() {
        var received = Instant.parse("2026-03-10T09:00:00Z");
        assertThat(new Clocks(WorkingDays.ENGLAND, LocalTime.of(16, 30)).firstLook(received, false))
                .isEqualTo(Instant.parse("2026-03-10T16:30:00Z"));
        assertThatThrownBy(() -> new Clocks(WorkingDays.ENGLAND, LocalTime.of(15, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"CHILD_REFERRAL_DECISION,2026-08-28T18:12,2026-09-01T17:00",
            "CHILD_REFERRAL_DECISION,2026-03-10T09:00,2026-03-11T17:00",
            "ADULT_FIRST_SCREEN,2026-08-28T18:12,2026-08-28T20:12", "MASH_GREEN,2026-03-27T10:00,2026-04-01T17:00",
            "CHANNEL_REVIEW_1,2026-08-31T09:00,2027-02-28T09:00"})
    void the_countys_clock_runs_from_when_they_received_it(String code, LocalDateTime received, LocalDateTime due) {
        assertThat(CLOCKS.county(CountyClock.named(code).orElseThrow(), received.atZone(LONDON).toInstant()))
                .isEqualTo(due.atZone(LONDON).toInstant());
    }

    @Test
    void every_shipped_clock_can_be_told_and_computed() {
        assertThat(CountyClock.all()).hasSize(20).allSatisfy(clock -> assertThat(
                CLOCKS.county(clock, Instant.parse("2026-03-10T09:00:00Z"))).isAfter(
                        Instant.parse("2026-03-10T09:00:00Z")));
        assertThat(CountyClock.CHILD_DECISION.length()).isEqualTo("1 working day");
        assertThat(CountyClock.ADULT_FIRST_SCREEN.length()).isEqualTo("2 hours");
        assertThat(CountyClock.named("NO_SUCH_CLOCK")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-10T09:00,LATER,Due today by 5pm", "2026-03-10T14:59,LATER,Due today by 5pm",
            "2026-03-10T15:00,SOON,Due today by 5pm", "2026-03-10T17:00,SOON,Due today by 5pm",
            "2026-03-10T17:00:01,OVERDUE,Overdue by less than a minute",
            "2026-03-10T19:10,OVERDUE,Overdue by 2 hours 10 minutes", "2026-03-09T16:00,LATER,Due tomorrow by 5pm",
            "2026-03-06T16:00,LATER,Due Tuesday 10 March by 5pm"})
    void time_left_is_words_and_a_state(LocalDateTime now, TimeLeft.State state, String words) {
        var due = LocalDateTime.of(2026, 3, 10, 17, 0).atZone(LONDON).toInstant();
        assertThat(TimeLeft.of(due, now.atZone(LONDON).toInstant())).isEqualTo(new TimeLeft(state, words));
    }

    @Test
    void danger_is_due_now_and_says_how_long_it_waits() {
        var received = Instant.parse("2026-08-28T16:55:00Z");
        assertThat(TimeLeft.firstLook(CLOCKS, received, true, received).words()).isEqualTo("Due now");
        var later = TimeLeft.firstLook(CLOCKS, received, true, received.plus(Duration.ofMinutes(20)));
        assertThat(later.words()).isEqualTo("Due now, waiting 20 minutes");
        assertThat(later.overdue()).isTrue();
    }
}
