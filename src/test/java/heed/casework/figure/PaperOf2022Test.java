package heed.casework.figure;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.access.Role;
import heed.access.staff.NewStaff;
import heed.access.staff.Staff;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.triage.Desk;
import heed.directory.organisation.Council;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.measure.Figure;
import heed.platform.measure.Measures;
import heed.platform.measure.Period;
import heed.platform.measure.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * The figures that the council wrote in its return of 2022, out of concerns that were raised and taken up one by one at times
 * of their own: 193 in ten months, each triaged (000 Q2.7, Q2.9), and the company's 7, then 23 after training (000 Q4.2).
 */
@InTown
class PaperOf2022Test {
    private static final Period TEN_MONTHS = new Period(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 11, 1));
    private static final Period ELEVEN_MONTHS = new Period(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 1));

    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @Autowired
    Measures measures;
    @Autowired
    Desk desk;

    @AfterEach
    void the_time_is_back() {
        clock.startAgain();
    }

    @Test
    void the_figures_of_the_return_come_out_of_the_concerns_themselves() {
        clock.goTo(Instant.parse("2020-06-01T09:00:00Z"));
        var town = Town.in(context);
        var organisations = context.getBean(Organisations.class);
        var system = Actor.system(town.scope());
        var council = organisations.councils(system).getFirst().id();
        var company = organisations.addCouncil(system, "Fellmoor Homes", Council.Kind.COMPANY);
        var officer = town.person("Amina Sefton", Role.DSO);
        var housing = town.person("Omar Tindall");
        var repairs = new Actor(context.getBean(Staff.class).add(system,
                new NewStaff(company, null, null, "Bryn Hale", "bryn@fellmoor.example", "Repairs operative")),
                town.scope(), company, housing.permissions(), "192.0.2.7");
        var random = new Random(2022);
        record Told(Instant at, Actor by) {
        }
        var told = new ArrayList<Told>();
        var earlier = ELEVEN_MONTHS.lastYear();
        moments(random, earlier, 7).forEach(at -> told.add(new Told(at, repairs)));
        moments(random, TEN_MONTHS.lastYear(), 150).forEach(at -> told.add(new Told(at, housing)));
        moments(random, TEN_MONTHS, 21).forEach(at -> told.add(new Told(at, repairs)));
        moments(random, new Period(TEN_MONTHS.until(), ELEVEN_MONTHS.until()), 2)
                .forEach(at -> told.add(new Told(at, repairs)));
        moments(random, TEN_MONTHS, 172).forEach(at -> told.add(new Told(at, housing)));
        told.sort(Comparator.comparing(Told::at));
        int n = 0;
        for (var one : told) {
            clock.goTo(one.at());
            var ref = town.raised(one.by(), Town.telling("Number " + n++ + ": a child alone on the landing."));
            clock.pass(Duration.ofMinutes(20 + random.nextInt(200)));
            desk.takeUp(officer, ref);
        }
        clock.goTo(Instant.parse("2022-12-05T09:00:00Z"));
        var ten = Question.of(TEN_MONTHS, clock.instant());
        assertThat(whole(officer, "concerns-raised", ten).counted()).isEqualTo(193);
        assertThat(whole(officer, "triaged", ten)).satisfies(t -> {
            assertThat(t.counted()).isEqualTo(193);
            assertThat(t.outOf()).isEqualTo(193);
            assertThat(t.value()).isEqualTo(100);
        });
        assertThat(measures.get("triaged").definition().unit().say(whole(officer, "triaged", ten)))
                .isEqualTo("100% (193 of 193)");
        var eleven = Question.of(ELEVEN_MONTHS, clock.instant()).by("council");
        var now = measures.get("concerns-raised").ask(officer, eleven);
        var before = measures.get("concerns-raised").ask(officer, eleven.lastYear());
        assertThat(now.part(company.toString()).orElseThrow().counted()).isEqualTo(23);
        assertThat(before.part(company.toString()).orElseThrow().counted()).isEqualTo(7);
        assertThat(now.part(council.toString()).orElseThrow().counted()).isEqualTo(172);
        var months = measures.get("concerns-raised").ask(officer, ten.by("month"));
        assertThat(months.parts()).hasSize(10).allMatch(m -> m.counted() > 0);
        assertThat(months.parts().stream().mapToLong(Figure::counted).sum()).isEqualTo(193);
        assertThat(whole(officer, "concerns-raised",
                ten.in(new Period(LocalDate.of(2022, 4, 1), LocalDate.of(2022, 7, 1)))).counted()).isEqualTo(
                        months.parts().subList(3, 6).stream().mapToLong(Figure::counted).sum());
    }

    private Figure whole(Actor by, String code, Question question) {
        return measures.get(code).ask(by, question).whole();
    }

    private static List<Instant> moments(Random random, Period period, int many) {
        var length = period.end().getEpochSecond() - period.start().getEpochSecond();
        return random.longs(many, 0, length).mapToObj(s -> period.start().plusSeconds(s)).toList();
    }
}
