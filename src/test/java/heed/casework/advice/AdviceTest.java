package heed.casework.advice;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.Visitor;
import heed.access.Role;
import heed.access.policy.Barring;
import heed.casework.AdviceRef;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.work.WorkLists;
import heed.platform.Actor;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Advice asked and given, and that it is no way round who may read a worry about a colleague. */
@InTown
class AdviceTest {
    @Autowired
    ApplicationContext context;
    @Autowired
    AdviceDesk desk;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Town town;
    Actor amina;
    Actor bola;
    Actor omar;
    Visitor staff;
    Visitor officer;

    @BeforeEach
    void somebody_who_is_not_sure() {
        clock.startAgain();
        town = Town.in(context);
        amina = town.person("Amina Sefton", Role.DSO);
        bola = town.person("Bola Ekwueme", Role.DSO);
        omar = town.person("Omar Tindall");
        staff = town.visitor(omar, port);
        officer = town.visitor(amina, port);
    }

    String asked(String question) {
        return asked(question, "no");
    }

    String asked(String question, String worksHere) {
        staff.get("/advice/asking").post("/advice/asking", "submission",
                staff.page().select("input[name=submission]").val(), "question", question, "about", "ADULT",
                "worksHere",
                worksHere);
        assertThat(staff.status()).as(staff.page().select(".govuk-error-summary").text()).isEqualTo(302);
        return staff.location().substring("/advice/".length());
    }

    @Test
    void wanting_advice_first_is_a_choice_when_raising_and_the_page_says_not_to_wait_in_danger() {
        staff.get("/raise");
        staff.get(staff.page().select("a:containsOwn(I want advice first)").attr("href"));
        assertThat(staff.heading()).isEqualTo("Ask for advice");
        assertThat(staff.page().select("main .heed-numbers").text()).contains("If someone is in danger, do not wait",
                "ring 999");
        staff.post("/advice/asking", "submission", staff.page().select("input[name=submission]").val(), "question", " ",
                "about", "CHILD");
        assertThat(staff.status()).isEqualTo(422);
        assertThat(staff.page().select(".govuk-error-summary a").eachText())
                .containsExactly("Enter what the question is");
        assertThat(staff.page().select("input[value=CHILD][checked]")).hasSize(1);
    }

    @Test
    void a_question_is_answered_and_read_and_the_mail_holds_neither() {
        var ref = asked("A tenant gives her rent to a neighbour. Is that a worry?");
        assertThat(officer.get("/").page().select("main").text()).contains("1 question asks for advice");
        officer.get("/advice-desk");
        assertThat(officer.page().select(".heed-queue tbody tr").text()).contains(ref, "Omar Tindall",
                "A tenant gives her rent", "Waiting");
        officer.get("/advice-desk/" + ref).post("/advice-desk/" + ref + "/answer", "words", "");
        assertThat(officer.page().select(".govuk-error-summary a").eachText()).containsExactly("Enter your advice");
        officer.post("/advice-desk/" + ref + "/answer", "words", "Ask her, and ring us tomorrow.");
        assertThat(officer.follow().page().select("main").text()).contains("Your advice is there", "Not yet");
        assertThat(staff.get("/advice").page().select(".govuk-tag").text()).isEqualTo("New answer");
        assertThat(staff.get("/advice/" + ref).page().select("main").text()).contains("Ask her, and ring us tomorrow.",
                "Amina Sefton");
        assertThat(staff.get("/advice").page().select(".heed-lines .govuk-tag")).isEmpty();
        assertThat(officer.get("/advice-desk/" + ref).page().select("main").text()).contains("Read by them today");
        for (var mail : List.of(staff.get("/outbox").page().text(), officer.get("/outbox").page().text()))
            assertThat(mail).contains(ref).doesNotContain("tenant").doesNotContain("ring us");
        assertThat(town.texts("select act from platform.trail where act like 'advice.%'")).contains("advice.ask",
                "advice.list", "advice.view", "advice.answer", "advice.view-own", "advice.mine");
    }

    @Test
    void the_same_question_sent_twice_is_one() {
        var submission = staff.get("/advice/asking").page().select("input[name=submission]").val();
        for (int i = 0; i < 2; i++)
            staff.get("/advice/asking").post("/advice/asking", "submission", submission, "question",
                    "May I visit alone?", "about", "ADULT");
        assertThat(staff.status()).isEqualTo(302);
        assertThat(town.count("select count(*) from casework.advice")).isEqualTo(1);
    }

    @Test
    void the_second_of_two_answers_is_not_sent_and_not_lost() {
        var ref = asked("May I visit alone?");
        var second = town.visitor(bola, port).get("/advice-desk/" + ref);
        officer.get("/advice-desk/" + ref).post("/advice-desk/" + ref + "/answer", "words", "No. Take a colleague.");
        second.post("/advice-desk/" + ref + "/answer", "words", "Yes, by day.");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.page().select("main").text()).contains("No. Take a colleague.", "has not been sent");
        assertThat(second.page().select("textarea").text()).isEqualTo("Yes, by day.");
        assertThat(staff.get("/advice/" + ref).page().text()).doesNotContain("Yes, by day.");
    }

    @Test
    void officers_see_who_has_looked_at_it_and_whoever_asked_does_not() {
        var ref = asked("A neighbour leaves her bins for weeks. Is that for you?");
        town.visitor(bola, port).get("/advice-desk/" + ref);
        officer.get("/advice-desk/" + ref + "/looks");
        assertThat(officer.page().select("table").text()).contains("Bola Ekwueme 1");
        assertThat(staff.get("/advice-desk/" + ref + "/looks").status()).isEqualTo(404);
    }

    @Test
    void it_becomes_a_concern_of_whoever_asked_and_officers_see_what_came_before() {
        var ref = asked("A tenant gives her rent to a neighbour.");
        officer.get("/advice-desk/" + ref).post("/advice-desk/" + ref + "/answer", "words", "Raise it, please.");
        staff.get("/advice/" + ref).post("/advice/" + ref + "/concern").follow();
        var draft = staff.page().select("main form").attr("action").replaceFirst("/danger$", "");
        assertThat(staff.get(draft + "/account").page().select("#seen").text())
                .isEqualTo("A tenant gives her rent to a neighbour.");
        staff.post(draft + "/sending").follow();
        var concern = staff.page().select(".govuk-panel__body strong").text();
        assertThat(officer.get("/concerns/" + concern).page().select("main").text()).contains("Began as advice " + ref,
                "Raise it, please.");
        assertThat(staff.get("/advice/" + ref).page().select("main").text())
                .contains("It became a concern: " + concern);
    }

    @Test
    void an_officer_raises_it_without_waiting_for_whoever_asked_and_without_naming_them() {
        var ref = asked("A tenant gives her rent to a neighbour.");
        officer.get("/advice-desk/" + ref).post("/advice-desk/" + ref + "/concern").follow();
        var draft = officer.page().select("main form").attr("action").replaceFirst("/danger$", "");
        assertThat(officer.get(draft + "/account").page().select("#told").text()).contains(ref,
                "A tenant gives her rent").doesNotContain("Omar");
        officer.post(draft + "/sending").follow();
        assertThat(town.texts("select marking from casework.concern")).containsExactly("NORMAL");
    }

    @Test
    void advice_by_telephone_is_recorded_for_a_colleague_found_by_name_or_for_somebody_else() {
        var page = "/advice-desk/recording";
        var submission = officer.get(page).page().select("input[name=submission]").val();
        officer.post(page, "submission", submission);
        assertThat(officer.page().select(".govuk-error-summary a").eachText()).containsExactly("Enter who asked",
                "Enter what the question is", "Enter what you advised");
        officer.post(page, "submission", submission, "who", "Omar Tindal", "question", "May he visit alone?", "advised",
                "No.", "about", "ADULT");
        assertThat(officer.page().select(".govuk-error-summary a").eachText())
                .containsExactly("Select which of them asked");
        officer.post(page, "submission", submission, "who", "Omar Tindal", "colleague", omar.staff().toString(),
                "question", "May Omar visit alone?", "advised", "No.", "about", "ADULT");
        assertThat(officer.status()).isEqualTo(302);
        assertThat(officer.follow().page().select("main").text()).contains("Omar Tindall", "after a conversation");
        assertThat(staff.get("/advice").page().select("main").text()).contains("May Omar visit alone?");
        officer.get(page).post(page, "submission", officer.page().select("input[name=submission]").val(), "who",
                "A school nurse", "question", "Who do I ring?", "advised", "The hub.", "about", "CHILD");
        assertThat(officer.follow().page().select("main").text()).contains("A school nurse");
    }

    @Test
    void a_question_about_a_colleague_goes_only_to_the_recipients_whoever_types_the_name() {
        var hr = town.person("Helen Abara", Role.ALLEGATIONS_RECIPIENT);
        var callum = town.person("Callum Thorne", Role.DSO);
        var subject = town.visitor(callum, port);
        var before = List.of(officer.get("/advice-desk").page().select("main").text(),
                officer.get("/outbox").page().select("main").text(), officer.get("/").page().select("main").text(),
                subject.get("/advice-desk").page().select("main").text());
        var named = asked("Callum Thorne messages a swimmer at night. Should I say so?");
        var ticked = asked("The new coach messages a swimmer.", "yes");
        assertThat(List.of(officer.get("/advice-desk").page().select("main").text(),
                officer.get("/outbox").page().select("main").text(), officer.get("/").page().select("main").text(),
                subject.get("/advice-desk").page().select("main").text())).isEqualTo(before);
        for (var ref : List.of(named, ticked)) {
            assertThat(officer.get("/advice-desk/" + ref).status()).isEqualTo(404);
            assertThat(subject.get("/advice-desk/" + ref).status()).isEqualTo(404);
            assertThat(town.visitor(hr, port).get("/advice-desk/" + ref).status()).isEqualTo(200);
            assertThat(staff.get("/advice/" + ref).status()).as("whoever asked").isEqualTo(200);
        }
        assertThat(desk.listed(hr, false, 1).advice()).hasSize(2);
        officer.get("/advice-desk/recording").post("/advice-desk/recording", "submission",
                officer.page().select("input[name=submission]").val(), "who", "A parent", "question",
                "Is Callum Thorne checked?", "advised", "I will ask.", "about", "CHILD");
        assertThat(officer.location()).isEqualTo("/advice-desk/answered");
        assertThat(officer.follow().page().select("main").text()).contains("only the people who handle that")
                .doesNotContain("Callum Thorne checked");
        town.visitor(hr, port).get("/advice-desk/" + named).post("/advice-desk/" + named + "/concern");
        staff.get("/advice/" + named).post("/advice/" + named + "/concern").follow();
        var draft = staff.page().select("main form").attr("action").replaceFirst("/danger$", "");
        staff.post(draft + "/sending");
        assertThat(town.texts("select distinct marking from casework.concern where raised_by is not null"))
                .containsExactly("ALLEGATION");
    }

    @Test
    void nobody_answers_what_they_asked_or_reads_what_another_asked() {
        var own = AdviceOf.in(context, amina, "Am I right?");
        officer.get("/advice-desk/" + own).post("/advice-desk/" + own + "/answer", "words", "Yes.");
        assertThat(officer.status()).isEqualTo(422);
        assertThat(town.count("select count(*) from casework.advice where answer is not null")).isZero();
        assertThat(staff.get("/advice/" + own).status()).isEqualTo(404);
        assertThat(staff.get("/advice-desk/" + own).status()).isEqualTo(404);
    }

    @Test
    void what_is_listed_is_what_can_be_opened_and_the_numbers_are_the_lists() {
        var people = new ArrayList<Actor>(List.of(amina, bola, omar, town.person("Lena Foss", Role.DSL),
                town.person("Helen Abara", Role.ALLEGATIONS_RECIPIENT), town.person("Ada Quill", Role.ADMINISTRATOR),
                town.person("Callum Thorne", Role.DSO)));
        var random = new Random(77);
        var made = new ArrayList<AdviceRef>();
        for (int i = 0; i < 40; i++)
            made.add(AdviceOf.in(context, people.get(random.nextInt(4)),
                    i % 4 == 0 ? "Is Callum Thorne well?" : "Question " + i));
        var barring = context.getBean(Barring.class);
        context.getBean(Transactions.class).inScope(town.scope(), () -> town
                .texts("select id::text from casework.advice where marking = 'NORMAL'")
                .forEach(id -> people.forEach(p -> {
                    if (random.nextInt(5) == 0)
                        barring.exclude(amina, UUID.fromString(id), p.staff(), "KNOWS");
                })));
        int office = 0;
        for (var person : people) {
            var listed = lists(person);
            for (var ref : made)
                assertThat(listed.contains(ref)).as("%s by %s", ref, person).isEqualTo(opens(person, ref, false));
            assertThat(desk.waiting(person)).isEqualTo(listed.size());
            office += listed.size();
            var mine = desk.mine(person).stream().map(Advice::ref).toList();
            for (var ref : made)
                assertThat(mine.contains(ref)).as("%s of %s", ref, person).isEqualTo(opens(person, ref, true));
        }
        assertThat(office).isBetween(60, people.size() * made.size() - 100);
        assertThat(context.getBean(WorkLists.class).tabs(amina, "")).extracting(WorkLists.Tab::text)
                .contains("Advice asked (" + lists(amina).size() + ")");
    }

    private List<AdviceRef> lists(Actor person) {
        try {
            return desk.listed(person, false, 1).advice().stream().map(Advice::ref).toList();
        } catch (Refused noOfficer) {
            return List.of();
        }
    }

    private boolean opens(Actor person, AdviceRef ref, boolean own) {
        try {
            return (own ? desk.own(person, ref) : desk.open(person, ref)) != null;
        } catch (Refused notTheirs) {
            return false;
        }
    }
}
