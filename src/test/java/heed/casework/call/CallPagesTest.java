package heed.casework.call;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.Visitor;
import heed.access.Role;
import heed.access.policy.Barring;
import heed.casework.ConcernRef;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.concern.Concerns;
import heed.casework.concern.Telling;
import heed.casework.work.WorkLists;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The call log and what is owed after calls, read as an officer would, without script. */
@InTown
class CallPagesTest {
    @Autowired
    ApplicationContext context;
    @Autowired
    Calls calls;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Town town;
    Actor amina;
    Actor bola;
    Actor omar;
    Visitor officer;
    ConcernRef ref;
    String page;

    @BeforeEach
    void an_officer_and_a_concern() {
        clock.startAgain();
        town = Town.in(context);
        amina = town.person("Amina Sefton", Role.DSO);
        bola = town.person("Bola Ekwueme", Role.DSO);
        omar = town.person("Omar Tindall");
        officer = town.visitor(amina, port);
        ref = town.raised(omar, Town.telling("He is locked in.").danger("yes").kind("ADULT").elsewhere(
                new Telling.Elsewhere("Knocked twice.", "yes", "Emergency duty team", "Friday, about six", "EDT-77")));
        page = "/concerns/" + ref + "/calls";
    }

    @AfterEach
    void the_time_is_back() {
        clock.startAgain();
    }

    String submission() {
        return officer.get(page).page().select("input[name=submission]").val();
    }

    Visitor log(String... sent) {
        var all = new ArrayList<>(
                List.of("submission", submission(), "whom", "DUTY", "made-day", "10", "made-month", "3",
                        "made-year", "2026", "made-time", "8:12", "spokeTo", "Ms Lowe", "followUp", "usual"));
        all.addAll(List.of(sent));
        return officer.post(page, all.toArray(String[]::new));
    }

    @Test
    void a_call_is_logged_with_who_when_and_reference_and_stands_on_the_concern() {
        assertThat(log("reference", "EDT-4471", "said", "He cannot get out.", "outcome", "A visit tonight.").status())
                .isEqualTo(302);
        officer.get("/concerns/" + ref);
        assertThat(officer.page().select("main").text()).contains("Emergency duty team, today at 8:12am", "Ms Lowe",
                "EDT-4471", "He cannot get out.", "A visit tonight.", "Written follow-up: due today by 5pm");
        assertThat(town.texts("select whom from casework.call")).containsExactly("DUTY");
        assertThat(town.count("select count(*) from platform.trail where act = 'call.log'")).isEqualTo(1);
    }

    @Test
    void a_mistake_is_said_beside_its_field_and_nothing_typed_is_lost() {
        officer.post(page, "submission", submission(), "made-day", "31", "made-month", "2", "made-year", "2026",
                "made-time", "late", "said", "He cannot get out.");
        assertThat(officer.status()).isEqualTo(422);
        assertThat(officer.page().select(".govuk-error-summary a").eachText()).containsExactly("Select who was rung",
                "The date of the call must be a real date, like 27 3 2026", "Enter a time like 14:30 or 2.30pm",
                "Enter who you spoke to, or “not given”", "Select whether a written follow-up is due");
        assertThat(officer.page().select("#said").text()).isEqualTo("He cannot get out.");
        assertThat(officer.page().select("#made-day").val()).isEqualTo("31");
    }

    @Test
    void a_call_cannot_have_been_made_in_the_future() {
        officer.post(page, "submission", submission(), "whom", "POLICE", "made-day", "10", "made-month", "3",
                "made-year", "2026", "made-time", "9:01", "spokeTo", "Sgt Poole", "followUp", "no");
        assertThat(officer.status()).isEqualTo(422);
        assertThat(officer.page().select(".govuk-error-summary a").eachText())
                .containsExactly("The date of the call must be now or in the past");
    }

    @Test
    void the_same_form_sent_twice_logs_one_call() {
        var submission = submission();
        for (int i = 0; i < 2; i++)
            officer.get(page).post(page, "submission", submission, "whom", "EMERGENCY", "made-day", "10", "made-month",
                    "3",
                    "made-year", "2026", "made-time", "8:58", "spokeTo", "Operator", "followUp", "no");
        assertThat(officer.status()).isEqualTo(302);
        assertThat(town.count("select count(*) from casework.call")).isEqualTo(1);
    }

    @Test
    void what_the_reporter_says_was_reported_is_one_click_from_the_log_and_not_in_the_address() {
        officer.get("/concerns/" + ref);
        var link = officer.page().select("a:containsOwn(Log it as a call)").attr("href");
        assertThat(link).isEqualTo(page + "?from=told");
        officer.get(link);
        assertThat(officer.page().select("#whom option[selected]").val()).isEqualTo("DUTY");
        assertThat(officer.page().select("#spokeTo").val()).isEqualTo("Emergency duty team");
        assertThat(officer.page().select("#reference").val()).isEqualTo("EDT-77");
        assertThat(officer.page().select("#said").text()).contains("Friday, about six", "Knocked twice.");
    }

    @Test
    void in_danger_the_numbers_and_logging_a_call_come_first() {
        officer.get("/concerns/" + ref);
        assertThat(officer.page().select(".heed-panel .govuk-button").eachText()).containsExactly("Log a call",
                "Take it up");
        assertThat(officer.page().select("main .heed-numbers a[href='tel:999']")).isNotEmpty();
        assertThat(officer.get(page).page().select("main .heed-numbers a[href='tel:999']")).isNotEmpty();
    }

    @Test
    void a_follow_up_is_owed_until_it_is_sent_and_then_the_county_owes_an_answer_by_its_own_clock() {
        log();
        var followUps = officer.get("/follow-ups");
        assertThat(followUps.page().select(".heed-queue tbody tr").eachText()).singleElement().asString()
                .contains(ref.value(), "Written follow-up to the emergency duty team", "Due today by 5pm", "Not yet");
        clock.pass(Duration.ofHours(10));
        officer.get("/follow-ups");
        assertThat(officer.page().select(".heed-list-head p").text()).isEqualTo("1 follow-up, 1 overdue");
        assertThat(officer.page().select(".heed-queue .govuk-tag").text()).contains("Overdue by 2 hours");
        var call = officer.page().select(".heed-queue tbody th a").attr("href");
        step(call, "SENT", "19:00", "By secure mail.");
        officer.get("/follow-ups");
        assertThat(officer.page().select(".heed-queue tbody tr").text()).contains(
                "Their answer from the emergency duty team", "Due today by 9pm");
        step(call, "ACKNOWLEDGED", "19:00", "Seen by Mr Hale.");
        assertThat(officer.get("/follow-ups").page().select("main").text()).contains("Nothing is owed.");
        officer.get(call);
        assertThat(officer.page().select(".heed-timeline__title").eachText()).containsExactly("They acknowledged it",
                "Written follow-up sent", "Written follow-up due today at 5pm");
    }

    void step(String call, String what, String time, String note, String... more) {
        var seen = officer.get(call).page().select("input[name=seen]").val();
        var sent = new ArrayList<>(List.of("seen", seen, "what", what, "made-day", "10", "made-month", "3", "made-year",
                "2026", "made-time", time, "note", note));
        sent.addAll(List.of(more));
        officer.post(call, sent.toArray(String[]::new));
        assertThat(officer.status()).as(officer.page().select(".govuk-error-summary").text()).isEqualTo(302);
    }

    @Test
    void what_is_owed_is_chased_each_time_dated_and_escalated_to_a_named_manager() {
        log();
        var call = officer.get("/follow-ups").page().select(".heed-queue tbody th a").attr("href");
        step(call, "CHASED", "8:30", "No answer.");
        step(call, "CHASED", "8:45", "Left word.");
        officer.post(call, "seen", officer.get(call).page().select("input[name=seen]").val(), "what", "ESCALATED",
                "made-day", "10", "made-month", "3", "made-year", "2026", "made-time", "9:00");
        assertThat(officer.page().select(".govuk-error-summary a").eachText())
                .containsExactly("Enter the manager’s name");
        step(call, "ESCALATED", "8:50", "Will ring by ten.", "manager", "Ruth Asher, service manager");
        assertThat(officer.get("/follow-ups").page().select("main").text())
                .contains("Escalated to a named manager today at 8:50am");
        assertThat(officer.get("/concerns/" + ref).page().select("main").text()).contains("Ruth Asher, service manager",
                "Will ring by ten.");
        assertThat(officer.get(call).page().select(".heed-timeline__title").eachText())
                .containsExactly("Escalated to a named manager", "Chased", "Chased",
                        "Written follow-up due today at 5pm");
    }

    @Test
    void their_level_is_shown_as_theirs() {
        log();
        var call = officer.get("/follow-ups").page().select(".heed-queue tbody th a").attr("href");
        step(call, "DECIDED", "9:00", "No further action by them.", "level", "ADULT_MONITOR");
        officer.get("/concerns/" + ref);
        assertThat(officer.page().select("main").text()).contains(
                "The county’s level Keep watch inside own organisation",
                "No further action by them.");
    }

    @Test
    void two_who_add_to_one_call_at_once_do_not_overwrite_each_other() {
        log();
        var call = officer.get("/follow-ups").page().select(".heed-queue tbody th a").attr("href");
        var second = town.visitor(bola, port).get(call);
        var seen = second.page().select("input[name=seen]").val();
        step(call, "SENT", "9:00", "By secure mail.");
        second.post(call, "seen", seen, "what", "SENT", "made-day", "10", "made-month", "3", "made-year", "2026",
                "made-time", "9:00", "note", "I had sent it too.");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.page().select("main").text()).contains("Someone else added", "By secure mail.");
        assertThat(second.page().select("#note").text()).isEqualTo("I had sent it too.");
        assertThat(town.count("select count(*) from casework.call_step where kind = 'SENT'")).isEqualTo(1);
    }

    @Test
    void the_list_holds_what_can_be_opened_and_its_number_is_its_length() {
        var people = new ArrayList<Actor>(List.of(amina, bola, town.person("Lena Foss", Role.DSL),
                town.person("Helen Abara", Role.ALLEGATIONS_RECIPIENT), town.person("Cora Nash", Role.COORDINATOR)));
        var made = new ArrayList<ConcernRef>();
        var random = new Random(20260310);
        for (int i = 0; i < 30; i++) {
            var concern = town.raised(omar, Town.telling("Worry " + i));
            CallOf.in(context, amina, concern);
            made.add(concern);
        }
        var held = town.raised(omar, Town.telling("A worry").worksHere(
                new Telling.WorksHere("yes", "STAFF", "Nobody Known", "", "")));
        CallOf.in(context, people.get(3), held);
        made.add(held);
        var concerns = context.getBean(Concerns.class);
        var barring = context.getBean(Barring.class);
        context.getBean(Transactions.class).inScope(town.scope(), () -> {
            var ids = made.subList(0, 30).stream().map(concern -> concerns.office(amina, concern).id()).toList();
            ids.forEach(id -> people.forEach(person -> {
                if (random.nextInt(4) == 0)
                    barring.exclude(amina, id, person.staff(), "KNOWS");
            }));
        });
        int seen = 0;
        for (var person : people) {
            var listed = calls.followUps(person).stream().map(f -> f.concern().ref()).toList();
            assertThat(listed).as("the list of %s", person).hasSize((int) calls.count(person));
            for (var concern : made)
                assertThat(listed.contains(concern)).as("%s by %s", concern, person).isEqualTo(opens(person, concern));
            seen += listed.size();
        }
        assertThat(seen).isBetween(40, people.size() * made.size() - 20);
        assertThat(calls.count(omar)).isZero();
        assertThat(context.getBean(WorkLists.class).waiting(people.get(3))).extracting(WorkLists.Waiting::words)
                .contains("follow-up is owed");
    }

    private boolean opens(Actor person, ConcernRef concern) {
        try {
            calls.logging(person, concern);
            return true;
        } catch (heed.platform.Refused notTheirs) {
            return false;
        }
    }

    @Test
    void a_follow_up_is_usually_due_the_same_working_day_or_by_the_end_of_the_next() {
        var friday = Instant.parse("2026-05-01T17:12:00Z");
        assertThat(calls.usuallyDue(amina, friday)).as("the Friday before a bank holiday")
                .isEqualTo(Instant.parse("2026-05-05T16:00:00Z"));
        assertThat(calls.usuallyDue(amina, Instant.parse("2026-03-10T15:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-10T17:00:00Z"));
        assertThat(calls.usuallyDue(amina, Instant.parse("2026-03-10T15:01:00Z")))
                .isEqualTo(Instant.parse("2026-03-11T17:00:00Z"));
    }

    @Test
    void somebody_elses_call_is_not_there() {
        var call = CallOf.in(context, amina, ref);
        var other = town.raised(omar, Town.telling("Another."));
        assertThat(officer.get("/concerns/" + other + "/calls/" + call).status()).isEqualTo(404);
        assertThat(town.visitor(omar, port).get("/concerns/" + ref + "/calls/" + call).status()).isEqualTo(404);
        assertThat(officer.get("/concerns/" + ref + "/calls/" + UUID.randomUUID()).status()).isEqualTo(404);
    }
}
