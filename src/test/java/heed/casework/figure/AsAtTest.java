package heed.casework.figure;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.triage.Desk;
import heed.platform.Actor;
import heed.platform.measure.Measures;
import heed.platform.measure.Period;
import heed.platform.measure.Question;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Any figure can be asked as at a moment, and answers as things stood then: invariant 21 of the assurance model. */
@InTown
class AsAtTest {
    private static final Period MARCH = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));

    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @Autowired
    Measures measures;
    @Autowired
    Desk desk;
    Town town;
    Actor officer;

    @BeforeEach
    void a_council() {
        town = Town.in(context);
        officer = town.person("Amina Sefton", Role.DSO);
    }

    @AfterEach
    void time_starts_again() {
        clock.startAgain();
    }

    private double asAt(String measure, String moment) {
        return measures.get(measure).ask(officer, Question.of(MARCH, Instant.parse(moment))).whole().value();
    }

    @Test
    void what_came_or_was_done_after_the_moment_is_left_out() {
        var omar = town.person("Omar Tindall");
        clock.goTo(Instant.parse("2026-03-02T09:00:00Z"));
        var first = town.raised(omar, Town.telling("A worry."));
        clock.goTo(Instant.parse("2026-03-04T09:00:00Z"));
        town.raised(omar, Town.telling("Another worry."));
        clock.goTo(Instant.parse("2026-03-06T09:00:00Z"));
        desk.takeUp(officer, first);
        clock.goTo(Instant.parse("2026-03-08T09:00:00Z"));
        assertThat(asAt("concerns-raised", "2026-03-01T09:00:00Z")).isZero();
        assertThat(asAt("concerns-raised", "2026-03-03T09:00:00Z")).isEqualTo(1);
        assertThat(asAt("concerns-raised", "2026-03-07T09:00:00Z")).isEqualTo(2);
        assertThat(asAt("triaged", "2026-03-05T09:00:00Z")).isZero();
        assertThat(asAt("triaged", "2026-03-07T09:00:00Z")).isEqualTo(50);
    }
}
