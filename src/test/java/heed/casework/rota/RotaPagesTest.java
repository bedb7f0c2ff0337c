package heed.casework.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.SetClock;
import heed.access.Role;
import heed.access.policy.Barring;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.concern.Concerns;
import heed.casework.triage.Desk;
import heed.platform.Actor;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The rota, who is on duty, and handovers, as their pages show them. */
@InTown
class RotaPagesTest {
    /** Tuesday 10 March 2026, when the tests' clock begins. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
    private static final String NONE = "Nobody on duty";

    @Autowired
    ApplicationContext context;
    @Autowired
    Rota rota;
    @Autowired
    GapWatch gaps;
    @Autowired
    Desk desk;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Town town;
    Actor amina;
    Actor sam;
    Actor coordinator;
    Actor crew;

    @BeforeEach
    void officers() {
        town = Town.in(context);
        amina = town.person("Amina Khan", Role.DSO);
        sam = town.person("Sam Okoro", Role.DSO);
        coordinator = town.person("Cora Dunn", Role.COORDINATOR);
        crew = town.person("Jo Bright");
    }

    @AfterEach
    void time_starts_again() {
        clock.startAgain();
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(heed.platform.web.LondonTime.ZONE).toInstant();
    }

    @Test
    void a_coordinator_makes_a_week_copies_it_changes_and_removes() {
        var visitor = town.visitor(coordinator, port).get("/rota");
        assertThat(visitor.body()).contains("There is no rota yet");
        visitor.get("/rota/shifts/new?day=" + MONDAY).post("/rota/shifts/new", "officer", amina.staff().toString(),
                "cover", sam.staff().toString(), "starts-day", "9", "starts-month", "3", "starts-year", "2026",
                "starts-time",
                "9:00", "ends-day", "13", "ends-month", "3", "ends-year", "2026", "ends-time", "5pm");
        assertThat(visitor.location()).isEqualTo("/rota?week=2026-03-09");
        visitor.follow();
        assertThat(visitor.page().select(".heed-duty").text()).contains("Amina Khan On duty", "Sam Okoro Cover");
        assertThat(visitor.page().select(".heed-rota__gap").eachText()).containsExactly(
                "midnight to 9am " + NONE, "5pm to midnight, Sunday 15 March " + NONE, "all day " + NONE,
                "all day " + NONE);
        assertThat(visitor.page().select(".heed-rota__day").get(2).text()).as("no day looks like nobody's")
                .startsWith("Wednesday 11 March").contains("all day Amina Khan Cover: Sam Okoro");
        visitor.post("/rota/copy", "monday", "2026-03-16").follow();
        assertThat(visitor.page().select(".heed-rota__rows strong").eachText()).contains("Amina Khan");
        assertThat(visitor.body()).contains("The week before is copied.");
        visitor.post("/rota/copy", "monday", "2026-03-16").follow();
        assertThat(visitor.body()).as("copied once").contains("There was nothing to copy");
        var change = visitor.page().select(".heed-rota__rows a").attr("href");
        visitor.get(change).post(change, "officer", sam.staff().toString(), "cover", "", "starts-day", "16",
                "starts-month", "3", "starts-year", "2026", "starts-time", "9:00", "ends-day", "20", "ends-month", "3",
                "ends-year", "2026", "ends-time", "17:00");
        visitor.follow();
        assertThat(visitor.page().select(".heed-rota__rows strong").eachText()).contains("Sam Okoro")
                .doesNotContain("Amina Khan");
        visitor.get(change);
        assertThat(visitor.status()).as("the one there was is off the rota").isEqualTo(404);
        var left = visitor.get("/rota?week=2026-03-16").page().select(".heed-rota__rows a").attr("href");
        visitor.get(left).post(left, "do", "remove");
        visitor.follow();
        assertThat(visitor.page().select(".heed-rota__rows strong").eachText()).containsOnly(NONE);
        assertThat(town.count("select count(*) from casework.shift")).as("all stay on record").isEqualTo(3);
    }

    @Test
    void what_is_no_shift_is_said_beside_its_box_and_nothing_typed_is_lost() {
        var visitor = town.visitor(coordinator, port).get("/rota/shifts/new?day=" + MONDAY);
        visitor.post("/rota/shifts/new", "officer", crew.staff().toString(), "cover", sam.staff().toString(),
                "starts-day", "31", "starts-month", "2", "starts-year", "2026", "starts-time", "25:00", "ends-day", "9",
                "ends-month", "3", "ends-year", "2026", "ends-time", "17.00");
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.page().select(".govuk-error-summary li").eachText()).containsExactly(
                "Choose who is on duty", "Enter the day as a date, such as 27 3 2026", "Enter a time, such as 17:00");
        assertThat(visitor.page().select("#starts-time").val()).isEqualTo("25:00");
        visitor.post("/rota/shifts/new", "officer", sam.staff().toString(), "cover", sam.staff().toString(),
                "starts-day", "9", "starts-month", "3", "starts-year", "2026", "starts-time", "17:00", "ends-day", "9",
                "ends-month", "3", "ends-year", "2026", "ends-time", "9:00");
        assertThat(visitor.page().select(".govuk-error-summary li").eachText()).containsExactly(
                "Choose someone else: nobody covers for themselves", "Enter an end that is after the start");
        assertThat(town.visitor(amina, port).get("/rota").body()).doesNotContain("Add a shift");
        assertThat(town.visitor(amina, port).get("/rota/shifts/new?day=" + MONDAY).status()).isEqualTo(404);
        assertThat(town.visitor(crew, port).get("/rota").status()).isEqualTo(404);
    }

    @Test
    void everyone_reads_who_is_on_duty_with_the_number_to_ring_and_a_leaver_never_is() {
        rota.add(coordinator, amina.staff(), sam.staff(), at(MONDAY, 9), at(MONDAY.plusDays(4), 17));
        town.visitor(amina, port).get("/my-mobile").post("/my-mobile", "mobile", "+44 7700 900123");
        assertThat(town.visitor(crew, port).get("/").page().select(".heed-duty").text())
                .contains("Amina Khan On duty 07700 900123", "Sam Okoro Cover");
        assertThat(town.texts("select encode(mobile, 'escape') from access.staff where mobile is not null"))
                .singleElement().asString().doesNotContain("900123");
        town.leaves(amina);
        assertThat(town.visitor(crew, port).get("/").page().select(".heed-duty").text()).doesNotContain("Amina")
                .contains("Sam Okoro");
        town.leaves(sam);
        assertThat(town.visitor(crew, port).get("/").page().select(".heed-duty").text())
                .contains("Nobody is on the rota now");
        var mobile = town.visitor(crew, port).get("/my-mobile");
        mobile.post("/my-mobile", "mobile", "01632 960001");
        assertThat(mobile.status()).isEqualTo(422);
        assertThat(mobile.page().select("#mobile").val()).isEqualTo("01632 960001");
    }

    @Test
    void an_empty_rota_is_told_of_once_to_every_officer_and_the_coordinator() {
        assertThat(gaps.look(Actor.system(town.scope()))).as("no rota was ever made").isFalse();
        rota.add(coordinator, amina.staff(), null, at(MONDAY, 9), at(MONDAY.plusDays(1), 17));
        assertThat(gaps.look(Actor.system(town.scope()))).as("somebody is on duty").isFalse();
        assertThat(town.visitor(coordinator, port).get("/").body())
                .contains("Nobody is on the rota from today at 5pm");
        clock.goTo(at(MONDAY.plusDays(1), 17));
        assertThat(gaps.look(Actor.system(town.scope()))).isTrue();
        clock.pass(Duration.ofMinutes(1));
        assertThat(gaps.look(Actor.system(town.scope()))).as("once for each such time").isFalse();
        assertThat(town.texts("select recipient::text from platform.outbox where kind = 'ROTA_EMPTY' and scope_id = '"
                + town.scope() + "'")).containsExactlyInAnyOrder(amina.staff().toString(), sam.staff().toString(),
                        coordinator.staff().toString());
        assertThat(town.visitor(coordinator, port).get("/").body()).contains("Nobody is on the rota now. Every");
        var ref = town.raised(crew, Town.telling("x"));
        assertThat(town.texts("select recipient::text from platform.outbox where ref = '" + ref + "'"))
                .containsExactlyInAnyOrder(amina.staff().toString(), sam.staff().toString());
    }

    @Test
    void a_handover_line_is_seen_only_by_those_who_may_see_its_concern() {
        var hidden = town.raised(crew, Town.telling("She hides her arm."));
        var open = town.raised(crew, Town.telling("No heating."));
        desk.takeUp(amina, hidden);
        desk.takeUp(amina, open);
        var transactions = context.getBean(Transactions.class);
        transactions.inScope(town.scope(), () -> context.getBean(Barring.class).exclude(amina,
                context.getBean(Concerns.class).office(amina, hidden).id(), sam.staff(), "KNOWS"));
        var visitor = town.visitor(amina, port).get("/handovers/new");
        assertThat(visitor.page().select("#ref-0, #ref-1").eachAttr("value"))
                .containsExactlyInAnyOrder(hidden.value(), open.value());
        var form = visitor.page().select("input[name=submission]").val();
        visitor.post("/handovers", "submission", form, "ref-0", "C-0000-00", "line-0", "Gone?", "words", "");
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.page().select("#line-0").text()).isEqualTo("Gone?");
        visitor.post("/handovers", "submission", form, "ref-0", hidden.value(), "line-0",
                "Her aunt rings back at nine.");
        assertThat(visitor.status()).isEqualTo(302);
        var his = town.visitor(sam, port).get("/queue/waiting");
        assertThat(his.body()).as("a handover of which he may see nothing does not exist").doesNotContain("Handover");
        assertThat(his.get("/handovers").body()).doesNotContain("Her aunt").doesNotContain("Amina");
        var second = visitor.get("/handovers/new").page().select("input[name=submission]").val();
        for (int twice = 0; twice < 2; twice++)
            visitor.get("/handovers/new").post("/handovers", "submission", second, "ref-0", hidden.value(), "line-0",
                    "Ring her aunt.",
                    "ref-1", open.value(), "line-1", "The boiler is mended.", "words", "The line was engaged.");
        assertThat(town.count("select count(*) from casework.handover")).as("sent twice, kept once").isEqualTo(2);
        his.get("/queue/waiting");
        assertThat(his.body()).contains("Handover from", "Amina Khan", "The boiler is mended.", "The line was engaged.")
                .doesNotContain("aunt").doesNotContain(hidden.value());
        var read = his.page().select("form[action$=/reading]").attr("action");
        his.post(read);
        assertThat(his.get("/queue/waiting").body()).doesNotContain("The boiler is mended.");
        assertThat(town.visitor(coordinator, port).get("/queue/waiting").body()).contains("aunt", "The boiler");
        assertThat(town.texts("select encode(words, 'escape') from casework.handover_line"))
                .noneSatisfy(words -> assertThat(words).contains("aunt"));
        var notHis = town.texts("select h.id::text from casework.handover h where not exists (select 1 from "
                + "casework.handover_line l join casework.concern c on c.id = l.concern_id where l.handover_id = h.id "
                + "and c.ref = '" + open + "')").getFirst();
        his.get("/my-mobile").post("/handovers/" + notHis + "/reading");
        assertThat(his.status()).isEqualTo(404);
    }

    @Test
    void gaps_are_what_no_shift_runs_in() {
        var shifts = List.of(new Shift(UUID.randomUUID(), amina.staff(), null, at(MONDAY, 9), at(MONDAY, 17)),
                new Shift(UUID.randomUUID(), sam.staff(), null, at(MONDAY, 12), at(MONDAY, 20)));
        assertThat(Rota.gaps(shifts, at(MONDAY, 0), at(MONDAY, 22))).containsExactly(
                new Rota.Gap(at(MONDAY, 0), at(MONDAY, 9)), new Rota.Gap(at(MONDAY, 20), at(MONDAY, 22)));
        assertThat(Rota.gaps(List.of(), at(MONDAY, 0), at(MONDAY, 1)))
                .containsExactly(new Rota.Gap(at(MONDAY, 0), at(MONDAY, 1)));
        assertThat(Rota.gaps(shifts, at(MONDAY, 10), at(MONDAY, 19))).isEmpty();
        assertThatThrownBy(() -> rota.add(coordinator, crew.staff(), null, at(MONDAY, 9), at(MONDAY, 17)))
                .isInstanceOf(Refused.class);
    }
}
