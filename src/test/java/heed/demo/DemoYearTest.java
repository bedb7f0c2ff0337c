package heed.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.demo.DatedConcern.State;
import heed.demo.DemoWorld.StaffRole;
import heed.demo.Telling.Outcome;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoYearTest {
    static final DemoWorld WORLD = DemoWorld.read();
    static final LocalDate TODAY = LocalDate.of(2026, 3, 4);
    static final Instant NOON = TODAY.atTime(11, 30).atZone(WorkingTime.LONDON).toInstant();
    static final List<DatedConcern> YEAR = DemoYear.concerns(WORLD, TODAY, 7);

    static String texts(Telling t) {
        var all = new ArrayList<String>(List.of(t.account().whole(), t.feedback(), t.decision().reasons()));
        for (var s : new String[]{t.where(), t.wanted(), t.doneAlready(), t.childView(), t.parentView(), t.keepFrom(),
                t.summary(), t.knows().words(), t.agrees().words(), t.safeContact().words(), t.decision().toldTo()}) {
            if (s != null)
                all.add(s);
        }
        for (var p : t.people()) {
            for (var s : new String[]{p.name(), p.description(), p.knownAs(), p.relation(), p.address()}) {
                if (s != null)
                    all.add(s);
            }
        }
        return String.join("\n", all);
    }

    static String told(Telling t) {
        var all = new ArrayList<String>(List.of(t.account().whole()));
        for (var s : new String[]{t.where(), t.wanted(), t.doneAlready(), t.childView(), t.parentView(), t.keepFrom(),
                t.knows().words(), t.agrees().words(), t.safeContact().words()}) {
            if (s != null)
                all.add(s);
        }
        for (var p : t.people()) {
            for (var s : new String[]{p.name(), p.description(), p.knownAs(), p.relation(), p.address()}) {
                if (s != null)
                    all.add(s);
            }
        }
        return String.join("\n", all);
    }

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
    }

    @Test
    void the_year_has_230_concerns_of_which_eight_wait_and_ten_are_in_hand() {
        assertThat(YEAR).hasSize(230);
        var states = YEAR.stream().collect(groupingBy(DatedConcern::state, counting()));
        assertThat(states).containsEntry(State.WAITING, 8L).containsEntry(State.IN_HAND, 10L).containsEntry(
                State.DECIDED, 212L);
    }

    @Test
    void one_danger_waits_and_the_ages_run_from_ten_minutes_to_two_days() {
        var waiting = YEAR.stream().filter(d -> d.state() == State.WAITING).toList();
        assertThat(waiting).filteredOn(d -> d.telling().danger()).hasSize(1);
        var ages = waiting.stream().map(d -> Duration.between(d.receivedAt(), NOON)).sorted().toList();
        assertThat(ages.getFirst()).isEqualTo(Duration.ofMinutes(10));
        assertThat(ages.getLast()).isBetween(Duration.ofHours(36), Duration.ofHours(48));
    }

    @Test
    void one_allegation_is_in_hand_and_none_waits() {
        var allegations = YEAR.stream().filter(d -> d.telling().worksHere() != null).collect(groupingBy(
                DatedConcern::state, counting()));
        assertThat(allegations).containsEntry(State.IN_HAND, 1L).doesNotContainKey(State.WAITING);
    }

    @Test
    void the_same_day_and_seed_give_the_same_year_and_another_seed_another() {
        assertThat(DemoYear.concerns(DemoWorld.read(), TODAY, 7)).isEqualTo(YEAR);
        assertThat(DemoYear.concerns(WORLD, TODAY, 8)).isNotEqualTo(YEAR);
    }

    @Test
    void at_least_seventy_concerns_are_written_and_each_is_told() {
        assertThat(WORLD.tellings()).hasSizeGreaterThanOrEqualTo(70);
        assertThat(YEAR.stream().map(d -> d.telling().id()).collect(Collectors.toSet())).containsAll(WORLD.tellings()
                .stream().map(Telling::id).toList());
    }

    @Test
    void no_two_accounts_read_the_same() {
        for (long seed = 1; seed <= 20; seed++) {
            var accounts = DemoYear.concerns(WORLD, TODAY, seed).stream().map(d -> d.telling().account().whole())
                    .toList();
            assertThat(accounts).as("seed %d", seed).doesNotHaveDuplicates();
        }
    }

    @Test
    void no_slot_is_left_unfilled() {
        for (var d : YEAR)
            assertThat(texts(d.telling())).doesNotContain("{", "}", "|", "null");
    }

    @Test
    void moments_follow_each_other_and_none_lies_in_the_future_on_any_day_of_a_year() {
        for (int day = 0; day < 366; day += 13) {
            var today = TODAY.plusDays(day);
            var now = today.atTime(11, 30).atZone(WorkingTime.LONDON).toInstant();
            for (var d : DemoYear.concerns(WORLD, today, day)) {
                assertThat(d.receivedAt()).isBefore(now).isAfter(now.minus(Duration.ofDays(369)));
                var on = d.happenedOn();
                var at = d.happenedAt();
                if (on != null && at != null) {
                    assertThat(on.atTime(at).atZone(WorkingTime.LONDON).toInstant()).isBefore(d.receivedAt());
                }
                if (on != null) {
                    assertThat(on).isBeforeOrEqualTo(d.receivedAt().atZone(WorkingTime.LONDON).toLocalDate());
                }
                assertThat(d.takenUpAt() == null).isEqualTo(d.state() == State.WAITING);
                assertThat(d.takenUpBy() == null).isEqualTo(d.state() == State.WAITING);
                assertThat(d.decidedAt() != null).isEqualTo(d.state() == State.DECIDED);
                if (d.takenUpAt() != null)
                    assertThat(d.takenUpAt()).isAfter(d.receivedAt()).isBefore(now);
                if (d.decidedAt() != null)
                    assertThat(d.decidedAt()).isAfter(d.takenUpAt()).isBefore(now);
            }
        }
    }

    @Test
    void they_are_numbered_from_the_oldest() {
        for (int i = 0; i < YEAR.size(); i++) {
            assertThat(YEAR.get(i).number()).isEqualTo(i + 1);
            if (i > 0)
                assertThat(YEAR.get(i).receivedAt()).isAfterOrEqualTo(YEAR.get(i - 1).receivedAt());
        }
    }

    @Test
    void what_adds_to_a_case_comes_after_the_concern_that_opened_it_and_shares_a_person() {
        for (int day = 0; day < 366; day += 29) {
            var year = DemoYear.concerns(WORLD, TODAY.plusDays(day), 7);
            var adding = year.stream().filter(d -> d.telling().decision().outcome() == Outcome.ADD_TO_CASE).toList();
            assertThat(adding).hasSizeGreaterThanOrEqualTo(2);
            for (var d : adding) {
                var to = year.get(Objects.requireNonNull(d.addsTo()) - 1);
                assertThat(to.number()).isLessThan(d.number());
                assertThat(to.decidedAt()).isBefore(d.decidedAt());
                assertThat(to.telling().services()).doesNotContainAnyElementsOf(d.telling().services());
                assertThat(to.telling().people()).extracting(Telling.Person::name).containsAnyElementsOf(d.telling()
                        .people().stream().map(Telling.Person::name).filter(Objects::nonNull).toList());
            }
        }
    }

    @Test
    void each_is_told_and_taken_up_by_people_of_its_own_scope_who_were_there_and_not_about_themselves() {
        for (var d : YEAR) {
            var reporter = Objects.requireNonNull(WORLD.staff().get(d.reporter()));
            var works = d.telling().worksHere();
            assertThat(d.telling().services()).contains(reporter.service());
            assertThat(reporter.roles()).doesNotContain(StaffRole.ADMINISTRATOR);
            assertThat(WORLD.scopeOf(reporter.service())).isEqualTo(d.scope());
            assertThat(reporter.hereOn(d.receivedAt().atZone(WorkingTime.LONDON).toLocalDate(), TODAY)).isTrue();
            if (works != null)
                assertThat(works.staff()).isNotEqualTo(d.reporter());
            if (d.takenUpBy() == null)
                continue;
            var officer = Objects.requireNonNull(WORLD.staff().get(d.takenUpBy()));
            assertThat(officer).isNotEqualTo(reporter);
            assertThat(WORLD.scopeOf(officer.service())).isEqualTo(d.scope());
            if (works == null)
                assertThat(officer.roles()).containsAnyOf(StaffRole.DSO, StaffRole.DSL);
            else
                assertThat(officer.roles()).contains(StaffRole.ALLEGATIONS_RECIPIENT);
        }
    }

    @Test
    void only_allegations_carry_a_name_that_a_member_of_staff_bears() {
        for (long seed = 1; seed <= 5; seed++) {
            for (var d : DemoYear.concerns(WORLD, TODAY, seed)) {
                if (d.telling().worksHere() != null)
                    continue;
                var words = " " + plain(told(d.telling())).replaceAll("[^\\p{L}'-]+", " ") + " ";
                for (var m : WORLD.staff().values()) {
                    assertThat(words).as(d.telling().id()).doesNotContain(" " + plain(m.family()) + " ");
                    assertThat(words).as(d.telling().id()).doesNotContain(plain(m.name()), plain(m.called() + " " + m
                            .family()));
                }
            }
        }
    }

    @Test
    void an_allegation_against_staff_names_them_as_the_staff_list_does() {
        var allegations = WORLD.tellings().stream().filter(t -> t.worksHere() != null).toList();
        assertThat(allegations).hasSizeGreaterThanOrEqualTo(6);
        var against = allegations.stream().map(Telling::worksHere).filter(Objects::nonNull)
                .filter(w -> w.staff() != null)
                .toList();
        assertThat(against).isNotEmpty();
        for (var w : against) {
            assertThat(w.name()).isEqualTo(Objects.requireNonNull(WORLD.staff().get(Objects.requireNonNull(w.staff())))
                    .name());
        }
        assertThat(allegations.stream().map(t -> Objects.requireNonNull(t.worksHere()).kind())).contains(
                Telling.Works.STAFF, Telling.Works.VOLUNTEER, Telling.Works.CONTRACTOR, Telling.Works.LICENSED_DRIVER);
        assertThat(allegations).allSatisfy(t -> assertThat(t.summary()).isNotBlank());
    }

    @Test
    void each_person_outside_the_written_ones_has_a_name_of_their_own() {
        var households = new HashMap<String, Set<String>>();
        for (var d : YEAR) {
            for (var p : d.telling().people()) {
                if (p.name() != null)
                    households.computeIfAbsent(p.name(), k -> new TreeSet<>()).add(d.telling().written()
                            .once() ? "written once" : d.number() + "");
            }
        }
        assertThat(households).allSatisfy((name, where) -> assertThat(where).as(name).hasSize(1));
    }

    @Test
    void those_of_a_season_fall_into_it() {
        for (var d : YEAR) {
            if (d.state() == State.DECIDED) {
                assertThat(DemoYear.in(d.telling().written().season(), d.receivedAt().atZone(WorkingTime.LONDON)
                        .toLocalDate())).as(d.telling().id()).isTrue();
            }
        }
    }

    @Test
    void most_come_in_working_hours_and_some_at_night_or_on_a_weekend() {
        var inHours = YEAR.stream().filter(d -> {
            var at = d.receivedAt().atZone(WorkingTime.LONDON);
            return WorkingTime.works(at.toLocalDate()) && at.getHour() >= 8 && at.getHour() < 17;
        }).count();
        assertThat(inHours).isBetween(130L, 205L);
        assertThat(YEAR).filteredOn(d -> !WorkingTime.works(d.receivedAt().atZone(WorkingTime.LONDON).toLocalDate()))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void every_decision_every_kind_of_subject_and_every_ward_occurs() {
        assertThat(YEAR.stream().map(d -> d.telling().decision().outcome())).contains(Outcome.values());
        assertThat(YEAR.stream().map(d -> d.telling().about())).contains(Telling.About.values());
        assertThat(YEAR.stream().map(d -> d.telling().ward())).containsAll(WORLD.wards().keySet());
        var outcomes = YEAR.stream().collect(groupingBy(d -> d.telling().decision().outcome(), counting()));
        assertThat(outcomes.getOrDefault(Outcome.REFER, 0L)).isGreaterThan(80);
        assertThat(outcomes.getOrDefault(Outcome.NO_FURTHER_ACTION, 0L)).isBetween(5L, 45L);
    }

    @Test
    void staff_in_the_roles_that_the_council_needs() {
        assertThat(WORLD.staff().size()).isBetween(55, 80);
        assertThat(WORLD.holding(StaffRole.CHAMPION)).hasSize(14);
        assertThat(WORLD.holding(StaffRole.DSO)).hasSize(6);
        var leads = WORLD.holding(StaffRole.DSL).stream()
                .collect(groupingBy(DemoWorld.Member::organisation, counting()));
        assertThat(leads).containsEntry("WDC", 4L).containsEntry("WDS", 3L).containsEntry("TLS", 1L);
        assertThat(WORLD.holding(StaffRole.COORDINATOR)).as("one in each council").hasSize(2);
        assertThat(WORLD.holding(StaffRole.ALLEGATIONS_RECIPIENT)).hasSize(2);
        assertThat(WORLD.holding(StaffRole.ALLEGATIONS_SUBSTITUTE)).hasSize(1);
        for (var role : StaffRole.values())
            assertThat(WORLD.holding(role)).as(role.name()).isNotEmpty();
    }

    @Test
    void an_administrator_holds_nothing_else_that_reads_concerns() {
        for (var m : WORLD.holding(StaffRole.ADMINISTRATOR)) {
            assertThat(m.roles()).containsOnly(StaffRole.STAFF, StaffRole.ADMINISTRATOR);
        }
    }

    @Test
    void mail_addresses_differ_and_can_reach_nobody() {
        assertThat(WORLD.staff().values().stream().map(DemoWorld.Member::mail)).doesNotHaveDuplicates().allMatch(m -> m
                .matches("[a-z.-]+@[a-z.]+\\.example"));
    }

    @Test
    void telephone_numbers_are_from_the_ranges_kept_for_drama() {
        var drama = "999|101|01632 960\\d{3}|0808 157 0\\d{3}|07700 900\\d{3}";
        assertThat(WORLD.numbers()).allSatisfy(n -> assertThat(n.number()).matches(drama));
        for (var d : YEAR) {
            for (var p : d.telling().people())
                if (p.contact() != null)
                    assertThat(p.contact()).matches(drama);
        }
    }

    @Test
    void words_in_a_right_to_left_script_are_kept_as_said_in_exactly_one_written_concern() {
        assertThat(WORLD.tellings()).filteredOn(t -> t.account().whole().codePoints().anyMatch(c -> Character
                .getDirectionality(c) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)).hasSize(1);
    }

    @Test
    void the_coach_and_his_sister_in_law_bear_different_names_and_share_a_scope() {
        var coach = Objects.requireNonNull(WORLD.staff().get("coach"));
        var officer = Objects.requireNonNull(WORLD.staff().get("dso-sister-in-law"));
        assertThat(coach.family()).isNotEqualTo(officer.family());
        assertThat(WORLD.scopeOf(coach.service())).isEqualTo(WORLD.scopeOf(officer.service()));
        assertThat(officer.roles()).contains(StaffRole.DSO);
        assertThat(YEAR).filteredOn(d -> d.telling().worksHere() != null).extracting(DatedConcern::takenUpBy)
                .doesNotContain("dso-sister-in-law");
    }

    @Test
    void dates_of_birth_agree_with_the_age_told() {
        for (var d : YEAR) {
            for (var p : d.telling().people()) {
                var born = p.born();
                if (born == null || p.age() == null)
                    continue;
                assertThat(born.until(d.receivedAt().atZone(WorkingTime.LONDON).toLocalDate()).getYears()).isBetween(p
                        .age(), p.age() + 1);
            }
        }
    }

    @Test
    void a_word_that_is_not_known_in_a_file_is_an_error_that_names_the_concern() {
        assertThatThrownBy(
                () -> WrittenConcerns.read("- {id: odd, from: RENTS, about: ADULT, seen: x, after: 5, outcome: "
                        + "OPEN_CASE, reason: OPEN_CASE, reasons: y, feedback: z, colour: blue}", WORLD.staff()))
                .hasMessage(
                        "odd says colour, which is not known");
    }

    @Test
    void a_slot_that_nothing_fills_is_an_error() {
        var slots = new Slots(new HashMap<>(), new Random(1));
        assertThatThrownBy(() -> slots.fill("in {nowhere}")).hasMessageContaining("{nowhere}");
        assertThat(new HashSet<>(Set.of("one", "two"))).contains(slots.fill("{one|two}"));
    }

    @Test
    void working_minutes_skip_nights_weekends_and_christmas() {
        var friday = LocalDate.of(2026, 3, 6).atTime(16, 30).atZone(WorkingTime.LONDON).toInstant();
        assertThat(WorkingTime.after(friday, 60).atZone(WorkingTime.LONDON).toLocalDateTime()).isEqualTo(LocalDate.of(
                2026, 3, 9).atTime(9, 0));
        var eve = LocalDate.of(2026, 12, 24).atTime(17, 30).atZone(WorkingTime.LONDON).toInstant();
        assertThat(WorkingTime.after(eve, 10).atZone(WorkingTime.LONDON).toLocalDateTime()).isEqualTo(LocalDate.of(
                2026, 12, 28).atTime(8, 40));
    }

    @Test
    void whenever_the_year_begins_nobody_asks_for_advice_of_those_who_work_on_an_allegation() {
        var turns = new ArrayList<DatedConcern>();
        for (var now = NOON; now.isBefore(NOON.plus(Duration.ofDays(14))); now = now.plus(Duration.ofHours(7)))
            DemoYear.concerns(WORLD, now, DemoLoader.SEED).stream().filter(d -> d.number() % 40 == 15)
                    .forEach(turns::add);
        assertThat(turns).as("an allegation has its turn some day").anyMatch(d -> d.telling().worksHere() != null);
        assertThat(turns).filteredOn(DemoTriage::asksFirst).isNotEmpty()
                .allMatch(d -> d.telling().worksHere() == null);
    }
}
