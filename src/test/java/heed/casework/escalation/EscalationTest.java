package heed.casework.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.access.Role;
import heed.access.policy.Barring;
import heed.casework.ConcernRef;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.concern.Concerns;
import heed.casework.concern.Telling;
import heed.casework.rota.Rota;
import heed.casework.triage.Desk;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Nobody takes it up: who is told when, computed from the clock, on the real database. */
@InTown
class EscalationTest {
    /** Friday 28 August 2026 at 17:55 in London, before the summer bank holiday. */
    private static final Instant FRIDAY = Instant.parse("2026-08-28T16:55:00Z");

    @Autowired
    ApplicationContext context;
    @Autowired
    Escalation escalation;
    @Autowired
    Desk desk;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Town town;
    Actor amina;
    Actor sam;
    Actor third;
    Actor lead;
    Actor coordinator;
    Actor crew;

    @BeforeEach
    void a_rota_with_cover() {
        town = Town.in(context);
        amina = town.person("Amina Khan", Role.DSO);
        sam = town.person("Sam Okoro", Role.DSO);
        third = town.person("Tess Orr", Role.DSO);
        lead = town.person("Lena Foss", Role.DSL);
        coordinator = town.person("Cora Dunn", Role.COORDINATOR);
        crew = town.person("Jo Bright");
        clock.goTo(FRIDAY);
        context.getBean(Rota.class).add(coordinator, amina.staff(), sam.staff(), FRIDAY.minus(Duration.ofDays(2)),
                FRIDAY.plus(Duration.ofDays(5)));
    }

    @AfterEach
    void time_starts_again() {
        clock.startAgain();
    }

    private List<UUID> told(ConcernRef ref) {
        return town.texts("select recipient::text from platform.outbox where ref = '" + ref
                + "' and channel = 'MAIL' order by written_at, recipient").stream().map(UUID::fromString).toList();
    }

    private List<UUID> newlyTold(ConcernRef ref, Runnable act) {
        var before = told(ref).size();
        act.run();
        var after = told(ref);
        return after.subList(before, after.size());
    }

    private List<UUID> after(ConcernRef ref, Duration sinceFriday) {
        clock.goTo(FRIDAY.plus(sinceFriday));
        return newlyTold(ref, () -> escalation.round(Actor.system(town.scope())));
    }

    private ConcernRef danger() {
        return town.raised(crew, Town.telling("He is locked in and shouts.").danger("yes"));
    }

    @Test
    void danger_climbs_at_ten_twenty_and_thirty_minutes_until_somebody_takes_it_up() {
        var ref = danger();
        assertThat(told(ref)).as("on duty and cover at once").containsExactlyInAnyOrder(amina.staff(), sam.staff());
        assertThat(after(ref, Duration.ofSeconds(599))).isEmpty();
        assertThat(after(ref, Duration.ofMinutes(10))).containsExactly(sam.staff());
        assertThat(after(ref, Duration.ofMinutes(12))).as("each step once").isEmpty();
        assertThat(after(ref, Duration.ofMinutes(20))).containsExactlyInAnyOrder(amina.staff(), sam.staff(),
                third.staff(), lead.staff());
        town.visitor(sam, port).get("/concerns/" + ref);
        assertThat(after(ref, Duration.ofMinutes(30))).as("looking stopped nothing")
                .containsExactly(coordinator.staff());
        assertThat(after(ref, Duration.ofDays(3))).as("there is no fourth step").isEmpty();
    }

    @Test
    void taking_it_up_stops_the_steps_and_handing_it_back_begins_them_again() {
        var ref = danger();
        clock.goTo(FRIDAY.plus(Duration.ofMinutes(9)));
        desk.takeUp(amina, ref);
        assertThat(after(ref, Duration.ofMinutes(40))).isEmpty();
        desk.handBack(amina, ref, "My shift ends.");
        assertThat(after(ref, Duration.ofMinutes(49))).isEmpty();
        assertThat(after(ref, Duration.ofMinutes(50))).containsExactly(sam.staff());
    }

    @Test
    void after_a_time_without_the_job_each_person_is_told_once_in_the_words_of_the_last_step() {
        var ref = danger();
        assertThat(after(ref, Duration.ofHours(5))).containsExactlyInAnyOrder(amina.staff(), sam.staff(),
                third.staff(), lead.staff(), coordinator.staff());
        assertThat(after(ref, Duration.ofHours(6))).isEmpty();
        assertThat(town.count("select count(*) from casework.escalation_step s join casework.concern c on c.id = "
                + "s.concern_id where c.ref = '" + ref + "'")).isEqualTo(3);
    }

    @Test
    void everything_else_is_reminded_of_before_it_is_due_then_told_then_given_to_the_coordinator() {
        var ref = town.raised(crew, Town.telling("She has not been in for a week."));
        assertThat(told(ref)).containsExactly(amina.staff());
        // Due on Tuesday 1 September at noon: Monday is the summer bank holiday.
        var due = Instant.parse("2026-09-01T11:00:00Z");
        var between = Duration.between(FRIDAY, due);
        assertThat(after(ref, between.minusMinutes(121))).isEmpty();
        assertThat(after(ref, between.minusMinutes(120))).containsExactly(amina.staff());
        assertThat(after(ref, between)).containsExactlyInAnyOrder(sam.staff(), lead.staff());
        assertThat(after(ref, between.plusHours(23))).isEmpty();
        assertThat(after(ref, between.plusHours(24))).containsExactly(coordinator.staff());
    }

    @Test
    void nobody_barred_is_told_at_any_step_and_another_is_told_instead() {
        var ref = danger();
        var concern = context.getBean(Transactions.class).inScope(town.scope(),
                () -> context.getBean(Concerns.class).office(lead, ref));
        for (var someone : List.of(sam, lead, coordinator))
            context.getBean(Transactions.class).inScope(town.scope(),
                    () -> context.getBean(Barring.class).exclude(amina, concern.id(), someone.staff(), "KNOWS"));
        assertThat(after(ref, Duration.ofMinutes(10))).as("another officer for the cover")
                .containsExactly(third.staff());
        assertThat(after(ref, Duration.ofMinutes(20))).containsExactlyInAnyOrder(amina.staff(), third.staff());
        assertThat(after(ref, Duration.ofMinutes(30))).as("no coordinator may see it")
                .containsExactlyInAnyOrder(amina.staff(), third.staff());
        assertThat(town.visitor(sam, port).get("/concerns/" + ref).status()).isEqualTo(404);
    }

    @Test
    void where_the_officer_on_duty_is_barred_the_cover_is_told_and_who_is_on_duty_is_shown_as_before() {
        var before = town.visitor(amina, port).get("/").bodyWithoutToken();
        var ref = town.raised(crew, Town.telling("x").worksHere(
                new Telling.WorksHere("no", "", "", "", "Amina Khan")));
        assertThat(told(ref)).containsExactly(sam.staff());
        assertThat(town.visitor(amina, port).get("/").bodyWithoutToken()).isEqualTo(before).contains("Amina Khan");
        assertThat(town.visitor(amina, port).get("/concerns/" + ref).status()).isEqualTo(404);
    }

    @Test
    void an_allegation_climbs_only_among_those_who_may_see_it() {
        var helen = town.person("Helen Abara", Role.ALLEGATIONS_RECIPIENT);
        var dev = town.person("Dev Mistry", Role.ALLEGATIONS_RECIPIENT);
        town.person("Callum Thorne");
        town.raised(crew, Town.telling("He messages her.").danger("yes")
                .worksHere(new Telling.WorksHere("yes", "", "Callum Thorne", "", "")));
        clock.goTo(FRIDAY.plus(Duration.ofMinutes(31)));
        escalation.round(Actor.system(town.scope()));
        var refs = town.texts("select ref from casework.concern where marking = 'ALLEGATION'");
        assertThat(refs).hasSize(1);
        assertThat(told(new ConcernRef(refs.getFirst()))).containsOnly(helen.staff(), dev.staff()).hasSize(4);
        var protective = town.texts("select ref from casework.concern where marking = 'RESTRICTED'");
        assertThat(told(new ConcernRef(protective.getFirst()))).as("the one lead who holds it")
                .containsOnly(lead.staff()).hasSize(2);
        for (var other : List.of(amina, sam, third, coordinator))
            assertThat(town.count("select count(*) from platform.outbox where recipient = '" + other.staff() + "'"))
                    .isZero();
    }

    @Test
    void the_concern_shows_who_was_told_and_when() {
        var ref = danger();
        after(ref, Duration.ofMinutes(10));
        var page = town.visitor(lead, port).get("/concerns/" + ref);
        assertThat(page.body()).contains("Who was told, and when", "Due now, waiting 10 minutes",
                "DANGER NOW: nobody has taken up " + ref, "Sam Okoro (mail on its way)");
        var queue = town.visitor(lead, port).get("/queue/waiting");
        assertThat(queue.page().select(".heed-clock--now").text()).isEqualTo("Due now, waiting 10 minutes");
        assertThat(town.visitor(lead, port).get("/").body()).contains("1 is overdue");
    }

    @Test
    void a_coordinator_sets_the_steps_and_nothing_that_could_not_work() {
        var visitor = town.visitor(coordinator, port).get("/settings/escalation");
        assertThat(visitor.page().select("#minutes-1").val()).isEqualTo("10");
        visitor.post("/settings/escalation", "version", "-1", "closing", "2pm", "minutes-1", "10", "minutes-2", "5",
                "minutes-3", "x", "before", "60", "danger-1", "SECOND", "danger-2", "LEADS", "others-1", "ON_DUTY",
                "others-2", "LEADS", "others-3", "COORDINATOR");
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.page().select(".govuk-error-summary li").eachText()).containsExactly(
                "Enter a time after 3pm, such as 17:00", "Enter more minutes than for the step before",
                "Enter minutes as a number from 1 to 1440", "Choose at least one who is told");
        assertThat(visitor.page().select("#minutes-2").val()).as("what was typed stays").isEqualTo("5");
        visitor.post("/settings/escalation", "version", "-1", "closing", "16:30", "minutes-1", "3", "minutes-2", "5",
                "minutes-3", "7", "before", "60", "danger-1", "COORDINATOR", "danger-2", "LEADS", "danger-3",
                "OFFICERS", "others-1", "ON_DUTY", "others-2", "LEADS", "others-3", "COORDINATOR");
        assertThat(visitor.status()).isEqualTo(302);
        var ref = danger();
        assertThat(after(ref, Duration.ofMinutes(3))).containsExactly(coordinator.staff());
        visitor.get("/settings/escalation").post("/settings/escalation", "version", "-1", "closing", "16:30",
                "minutes-1", "3", "minutes-2", "5", "minutes-3", "7", "before", "60", "danger-1", "COORDINATOR",
                "danger-2", "LEADS", "danger-3", "OFFICERS", "others-1", "ON_DUTY", "others-2", "LEADS", "others-3",
                "COORDINATOR");
        assertThat(visitor.status()).as("from a page older than what is set").isEqualTo(409);
        assertThat(town.visitor(amina, port).get("/settings/escalation").status()).isEqualTo(404);
    }
}
