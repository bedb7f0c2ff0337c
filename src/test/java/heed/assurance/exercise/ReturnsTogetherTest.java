package heed.assurance.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.Visitor;
import heed.access.Role;
import heed.assurance.cycle.CycleMove;
import heed.assurance.cycle.CycleOf;
import heed.assurance.cycle.Invitations;
import heed.assurance.evidence.Window;
import heed.assurance.exercise.SignOffCheck.Kind;
import heed.assurance.exercise.SignOffCheck.Missing;
import heed.assurance.framework.FrameworkOf;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Several people in one return: who is reminded, what the board is told, and what two at once are shown. */
@InTown
class ReturnsTogetherTest extends InReturns {
    private static final Verdict BEST = new Verdict.Level("B", new Facets("met", "evidence_ready"));
    private static final Verdict LOW = new Verdict.Level("A", new Facets("begun", "evidence_ready"));

    @Autowired
    private ItemSharing sharing;
    @Autowired
    private ShareReminders reminders;
    @LocalServerPort
    private int port;

    private List<String> mail() {
        return town.texts("select kind from platform.outbox where scope_id = '" + town.scope()
                + "' and kind <> 'ANSWER_ASKED' order by written_at, kind");
    }

    @Test
    void who_is_asked_is_reminded_near_the_day_and_after_it_and_whoever_asked_is_told_once() {
        var ret = ReturnOf.opened(context, keeper);
        var system = Actor.system(town.scope());
        sharing.share(keeper, ret, List.of("1.1", "1.2"), colleague.staff(), LocalDate.of(2026, 4, 20));
        assertThat(reminders.look(system)).as("far off").isZero();
        clock.goTo(Instant.parse("2026-04-17T09:00:00Z"));
        assertThat(reminders.look(system)).as("one mail for both questions").isEqualTo(1);
        assertThat(reminders.look(system)).isZero();
        clock.goTo(Instant.parse("2026-04-21T09:00:00Z"));
        assertThat(reminders.look(system)).as("both of them").isEqualTo(2);
        assertThat(reminders.look(system)).isZero();
        assertThat(mail()).containsExactlyInAnyOrder("ANSWER_DUE", "ANSWER_LATE", "ANSWERS_WAITED_FOR");
        clock.goTo(Instant.parse("2026-04-28T09:00:00Z"));
        assertThat(reminders.look(system)).as("a week later, only who is late").isEqualTo(1);
        var asked = reading.overview(keeper, ret).shares();
        asked.forEach(s -> sharing.done(colleague, ret, s.item(), s.id(), true));
        clock.goTo(Instant.parse("2026-05-20T09:00:00Z"));
        assertThat(reminders.look(system)).as("done").isZero();
    }

    @Test
    void who_is_asked_the_same_again_gets_no_second_mail_and_nothing_is_done_once_nobody_writes() {
        var ret = ReturnOf.opened(context, keeper);
        ReturnOf.written(context, keeper, ret);
        sharing.share(keeper, ret, List.of("1.1"), colleague.staff(), LocalDate.of(2026, 4, 20));
        sharing.share(keeper, ret, List.of("1.1"), colleague.staff(), LocalDate.of(2026, 4, 20));
        assertThat(asked()).isEqualTo(1);
        sharing.share(keeper, ret, List.of("1.1", "1.2"), colleague.staff(), LocalDate.of(2026, 4, 20));
        assertThat(asked()).as("another question").isEqualTo(2);
        sharing.share(keeper, ret, List.of("1.1"), colleague.staff(), LocalDate.of(2026, 4, 22));
        assertThat(asked()).as("another day").isEqualTo(3);
        var share = reading.overview(keeper, ret).shares().getFirst();
        ReturnOf.inReview(context, keeper, ret);
        assertThatThrownBy(() -> sharing.done(colleague, ret, share.item(), share.id(), true))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.kind()).isEqualTo(Refusal.NOT_ALLOWED_NOW));
    }

    private long asked() {
        return town.count("select count(*) from platform.outbox where scope_id = '" + town.scope()
                + "' and kind = 'ANSWER_ASKED'");
    }

    @Test
    void asked_again_they_have_their_new_day_and_a_return_in_review_reminds_nobody() {
        var ret = ReturnOf.opened(context, keeper);
        ReturnOf.written(context, keeper, ret);
        var system = Actor.system(town.scope());
        sharing.share(keeper, ret, List.of("1.1"), colleague.staff(), LocalDate.of(2026, 4, 3));
        assertThat(reminders.look(system)).as("asked a moment ago").isZero();
        clock.goTo(Instant.parse("2026-04-04T09:00:00Z"));
        assertThat(reminders.look(system)).isEqualTo(2);
        sharing.share(keeper, ret, List.of("1.1"), colleague.staff(), LocalDate.of(2026, 4, 6));
        clock.goTo(Instant.parse("2026-04-07T09:00:00Z"));
        assertThat(reminders.look(system)).as("late once more").isEqualTo(2);
        ReturnOf.inReview(context, keeper, ret);
        clock.goTo(Instant.parse("2026-04-20T09:00:00Z"));
        assertThat(reminders.look(system)).isZero();
    }

    @Test
    void a_day_that_passed_stands_where_the_return_is_seen() {
        var ret = ReturnOf.opened(context, keeper);
        sharing.share(keeper, ret, List.of("1.1"), colleague.staff(), LocalDate.of(2026, 4, 3));
        clock.goTo(Instant.parse("2026-04-09T09:00:00Z"));
        var cora = town.visitor(keeper, port);
        assertThat(cora.get("/assurance").page().select("main").text()).contains("1 question shared out and late");
        assertThat(cora.get("/assurance/returns/" + ret).page().select("main").text())
                .contains("Len Burr, was due on 3 April 2026");
        var len = town.visitor(colleague, port);
        assertThat(len.get("/assurance").page().select("main").text())
                .contains("1 question for you, by 3 April 2026 (late)");
        assertThat(len.get("/assurance/returns/" + ret + "/questions/1.1").page().select("main").text())
                .contains("asks you to answer this by 3 April 2026. That day is past.");
    }

    @Test
    void what_was_shared_waits_for_nobody_once_the_return_is_no_longer_written_and_stays_readable() {
        var ret = ReturnOf.opened(context, keeper);
        ReturnOf.written(context, keeper, ret);
        ReturnOf.shared(context, keeper, ret, "1.1", colleague);
        var len = town.visitor(colleague, port);
        assertThat(part(len, "Returns").select("a").eachAttr("href")).containsExactly("/assurance/returns/" + ret);
        assertThat(part(len, "Returns you helped to write")).isEmpty();
        ReturnOf.inReview(context, keeper, ret);
        nothingWaits(len, ret);
        ReturnOf.signed(context, officer, ret);
        nothingWaits(len, ret);
        var corrected = ReturnOf.amended(context, keeper, ret);
        ReturnOf.shared(context, keeper, corrected, "1.1", colleague);
        assertThat(part(len, "Returns").select("a").eachAttr("href"))
                .containsExactly("/assurance/returns/" + corrected);
        assertThat(part(len, "Returns").text()).contains("1 question for you");
    }

    private void nothingWaits(Visitor len, UUID ret) {
        assertThat(part(len, "Returns")).isEmpty();
        assertThat(part(len, "Returns you helped to write").select("a").eachAttr("href"))
                .containsExactly("/assurance/returns/" + ret);
        assertThat(len.get("/assurance/returns/" + ret).status()).isEqualTo(200);
        var question = len.get("/assurance/returns/" + ret + "/questions/1.1");
        assertThat(question.status()).isEqualTo(200);
        assertThat(question.page().select("main").text()).doesNotContain("asks you to answer", "Say that it is done");
    }

    private static Elements part(Visitor visitor, String title) {
        return visitor.get("/assurance").page().select("section.heed-part:has(h2)").stream()
                .filter(s -> s.select("h2").text().equals(title))
                .collect(java.util.stream.Collectors.toCollection(Elements::new));
    }

    @Test
    void what_is_missing_is_gathered_under_its_question() {
        var ret = ReturnOf.opened(context, keeper);
        var page = town.visitor(keeper, port).get("/assurance/returns/" + ret + "/check").page();
        var questions = page.select("section:has(h2:containsOwn(Before it can)) ul.heed-lines > li");
        assertThat(questions.select("a").eachAttr("href")).containsExactlyElementsOf(ReturnOf.QUESTIONS.stream()
                .map(code -> "/assurance/returns/" + ret + "/questions/" + code).toList());
        assertThat(questions.first().select("a + ul > li").eachText()).containsExactly("No answer yet",
                "No rating yet");
    }

    @Test
    void only_somebody_who_works_here_is_asked() {
        var ret = ReturnOf.opened(context, keeper);
        refused(Refusal.NOT_FOUND,
                () -> sharing.share(keeper, ret, List.of("1.1"), UUID.randomUUID(), LocalDate.of(2026, 5, 1)));
        var elsewhere = Town.in(context).person("Per Burr");
        refused(Refusal.NOT_FOUND,
                () -> sharing.share(keeper, ret, List.of("1.1"), elsewhere.staff(), LocalDate.of(2026, 5, 1)));
    }

    @Test
    void a_statement_is_changed_by_who_wrote_it_or_keeps_the_return_and_by_nobody_else_it_is_shared_with() {
        var ret = ReturnOf.opened(context, keeper);
        ReturnOf.shared(context, keeper, ret, "1.1", colleague);
        var theirs = ReturnOf.evidence(context, keeper, ret, "1.1");
        refused(Refusal.NOT_FOUND,
                () -> evidence.change(colleague, ret, "1.1", theirs, 0, "Something else in May 2025.", null));
        refused(Refusal.NOT_FOUND, () -> evidence.get(colleague, ret, "1.1", theirs));
        var mine = ReturnOf.evidence(context, colleague, ret, "1.1");
        evidence.change(colleague, ret, "1.1", mine, 0, "We met in June 2025.", null);
        evidence.change(keeper, ret, "1.1", mine, 1, "We met in July 2025.", null);
    }

    private UUID invitation(Town boardTown, Actor board) {
        assertThat(boardTown.scope()).isEqualTo(board.scope());
        var cycle = CycleOf.planned(context, board);
        var invitation = CycleOf.invited(context, board, cycle, town.scope());
        CycleOf.moved(context, board, cycle, CycleMove.OPEN_IT);
        return invitation;
    }

    @Test
    void the_board_counts_what_is_answered_and_not_what_stands_there_from_last_year() {
        var last = ReturnOf.opened(context, keeper);
        ReturnOf.written(context, keeper, last);
        var boardTown = Town.in(context);
        var invitation = invitation(boardTown, boardTown.person("Bea Garrick", Role.BOARD_MANAGER));
        var ret = desk.answer(keeper, invitation, last);
        var carried = reading.overview(keeper, ret).items().stream().filter(i -> i.carried() == Carried.CARRIED)
                .toList();
        assertThat(carried).hasSize(3);
        writing.confirm(keeper, ret, "1.1", 0);
        assertThat(context.getBean(Invitations.class).participation(keeper, invitation)).satisfies(p -> {
            assertThat(p.done()).isEqualTo(1);
            assertThat(p.items()).isEqualTo(3);
        });
    }

    @Test
    void a_return_is_with_the_board_while_it_is_corrected_and_not_once_the_board_sent_it_back() {
        var boardTown = Town.in(context);
        var board = boardTown.person("Bea Garrick", Role.BOARD_MANAGER);
        var invitation = invitation(boardTown, board);
        var ret = ReturnOf.submittedTo(context, keeper, officer, invitation);
        var invitations = context.getBean(Invitations.class);
        assertThat(invitations.participation(keeper, invitation).handedIn()).isTrue();
        var second = ReturnOf.amended(context, keeper, ret);
        assertThat(invitations.participation(keeper, invitation)).satisfies(p -> {
            assertThat(p.state()).isEqualTo("IN_PROGRESS");
            assertThat(p.done()).as("all that it says is there").isEqualTo(3);
            assertThat(p.handedIn()).as("the board has the version before").isTrue();
        });
        ReturnOf.inReview(context, keeper, second);
        ReturnOf.signed(context, officer, second);
        ReturnOf.submitted(context, keeper, second);
        context.getBean(WordFromBoard.class).move(Actor.system(town.scope()), second, ReturnMove.SEND_BACK,
                "Question 1.2 is cut off", true);
        assertThat(invitations.participation(keeper, invitation).handedIn()).as("sent back").isFalse();
    }

    @Test
    void a_version_that_is_being_corrected_is_not_submitted_any_more() {
        var ret = ReturnOf.opened(context, keeper);
        ReturnOf.written(context, keeper, ret);
        ReturnOf.inReview(context, keeper, ret);
        ReturnOf.signed(context, officer, ret);
        ReturnOf.amended(context, keeper, ret);
        refused(Refusal.MOVED_ON, () -> ReturnOf.submitted(context, keeper, ret));
    }

    private List<Kind> missing(UUID ret) {
        return reading.overview(keeper, ret).missing().stream().filter(m -> m.item().equals("1.1")).map(Missing::kind)
                .toList();
    }

    /** Invariants 4 and 5. */
    @Test
    void children_and_adults_rated_apart_each_need_what_their_level_asks_for() {
        var ret = ReturnOf.opened(context, keeper);
        ReturnOf.answered(context, keeper, ret, "1.1", "We lead.");
        assertThat(missing(ret)).isEmpty();
        assertThat(writing.rate(keeper, ret, "1.1", Audience.ADULTS, LOW, null)).isEmpty();
        assertThat(missing(ret)).as("amber for adults, blue for all others").containsExactly(Kind.NO_ACTION);
        assertThat(reading.overview(keeper, ret).tally()).contains("Children: 1 Blue of 1 rated",
                "Adults: 1 Amber of 1 rated");
        assertThat(town.visitor(keeper, port).get("/assurance/returns/" + ret).page().select("tbody tr").first()
                .text()).contains("Children B, Blue", "Adults A, Amber");
        clock.goTo(Instant.parse("2026-04-02T09:00:00Z"));
        assertThat(writing.rate(keeper, ret, "1.1", Audience.ALL, BEST, null)).isEmpty();
        assertThat(missing(ret)).as("rated anew for everybody").isEmpty();
    }

    @Test
    void rated_for_children_alone_it_is_not_rated_for_adults() {
        var ret = ReturnOf.opened(context, keeper);
        writing.answer(keeper, ret, "1.1", 0, "We lead.");
        ReturnOf.evidence(context, keeper, ret, "1.1");
        assertThat(writing.rate(keeper, ret, "1.1", Audience.CHILDREN, BEST, null)).isEmpty();
        assertThat(missing(ret)).containsExactly(Kind.NO_RATING);
    }

    @Test
    void the_second_of_two_who_rate_is_told_and_keeps_what_they_chose() {
        var ret = ReturnOf.opened(context, keeper);
        ReturnOf.answered(context, keeper, ret, "1.1", "We lead.");
        var base = "/assurance/returns/" + ret + "/questions/1.1";
        var cora = town.visitor(keeper, port).get(base + "/rating");
        var seen = cora.page().select("input[name=seen]").val();
        clock.goTo(Instant.parse("2026-04-01T09:05:00Z"));
        writing.rate(keeper, ret, "1.1", Audience.ALL, LOW, null);
        String[] sent = {"says", "not_applicable", "reason", "We have none", "audience", "ALL", "seen", seen};
        cora.post(base + "/rating", sent);
        assertThat(cora.status()).isEqualTo(409);
        assertThat(cora.page().select("main").text()).contains("Somebody else rated this meanwhile: A, Amber");
        assertThat(cora.page().select("#reason").val()).isEqualTo("We have none");
        sent[7] = cora.page().select("input[name=seen]").val();
        assertThat(cora.post(base + "/rating", sent).status()).isEqualTo(302);
    }

    @Test
    void what_was_typed_stays_where_the_return_moved_on_meanwhile() {
        var ret = ReturnOf.opened(context, keeper);
        ReturnOf.written(context, keeper, ret);
        var base = "/assurance/returns/" + ret;
        var cora = town.visitor(keeper, port).get(base + "/questions/1.1");
        ReturnOf.inReview(context, keeper, ret);
        cora.post(base + "/questions/1.1", "answer", "A long afternoon’s words", "was", "1");
        assertThat(cora.status()).isEqualTo(422);
        assertThat(cora.page().select("textarea").val()).isEqualTo("A long afternoon’s words");
        assertThat(cora.page().select("main").text()).contains("not open for writing any more");
        cora.get(base + "/writing");
        ReturnOf.signed(context, officer, ret);
        cora.post(base + "/writing", "reason", "2.10 has to say more", "version", "2");
        assertThat(cora.status()).isEqualTo(409);
        assertThat(cora.page().select("textarea").val()).isEqualTo("2.10 has to say more");
        assertThat(cora.page().select("main").text()).contains("it is now “Signed off”");
    }

    @Test
    void a_statement_taken_back_meanwhile_can_be_kept_as_a_new_one() {
        var ret = ReturnOf.opened(context, keeper);
        var base = "/assurance/returns/" + ret + "/questions/1.1";
        var id = ReturnOf.evidence(context, keeper, ret, "1.1");
        var cora = town.visitor(keeper, port).get(base + "/evidence/" + id);
        evidence.move(keeper, ret, "1.1", id, EvidenceMove.WITHDRAW.name(), null);
        cora.post(base + "/evidence/" + id, "words", "We met in May and June 2025.", "version", "0");
        assertThat(cora.status()).isEqualTo(409);
        assertThat(cora.page().select("textarea").val()).isEqualTo("We met in May and June 2025.");
        assertThat(cora.page().select("main form").attr("action")).isEqualTo(base + "/evidence");
        cora.post(base + "/evidence", "words", "We met in May and June 2025.");
        assertThat(cora.status()).isEqualTo(302);
    }

    @Test
    void a_question_leads_to_the_next_and_to_last_year_only_for_those_who_read_it() {
        var last = ReturnOf.opened(context, keeper);
        ReturnOf.answered(context, keeper, last, "1.1", "We led last year.");
        var ret = ReturnOf.opened(context, keeper, last,
                new Window(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31)));
        sharing.share(keeper, ret, List.of("1.1", "2.10"), colleague.staff(), LocalDate.of(2026, 5, 1));
        var base = "/assurance/returns/" + ret + "/questions/";
        var cora = town.visitor(keeper, port).get(base + "1.1");
        assertThat(cora.page().select("a[rel=next]").attr("href")).isEqualTo(base + "1.2");
        assertThat(cora.page().select("#last-year a[href]").eachAttr("href"))
                .contains("/assurance/returns/" + last + "/questions/1.1");
        var len = town.visitor(colleague, port).get(base + "1.1");
        assertThat(len.page().select("a[rel=next]").attr("href")).as("theirs").isEqualTo(base + "2.10");
        assertThat(len.page().select("#last-year").text()).contains("We led last year.");
        assertThat(len.page().select("#last-year a[href^=/assurance]")).isEmpty();
    }

    @Test
    void beside_a_question_stands_what_heed_counts_of_it() {
        town.raised(colleague, Town.telling("A worry."));
        clock.goTo(Instant.parse("2026-05-01T09:00:00Z"));
        var ret = ReturnOf.opened(context, keeper, null,
                new Window(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31)));
        var base = "/assurance/returns/" + ret + "/questions/1.1";
        var cora = town.visitor(keeper, port).get(base);
        assertThat(cora.page().select("#counted")).as("nothing bears on it").isEmpty();
        writing.answer(keeper, ret, "1.1", 0, "Every concern is triaged on its day.");
        cora.get(base);
        assertThat(cora.page().select("#counted").text()).contains("Concerns triaged");
        cora.get(cora.page().select("#counted a").attr("href"));
        assertThat(cora.page().select("#measure option[selected]").val()).isEqualTo("triaged");
        ReturnOf.shared(context, keeper, ret, "1.1", colleague);
        assertThat(town.visitor(colleague, port).get(base).page().select("#counted"))
                .as("who sees no figures").isEmpty();
    }

    @Test
    void a_statement_is_accepted_as_it_was_read() {
        var ret = ReturnOf.opened(context, keeper);
        ReturnOf.shared(context, keeper, ret, "1.1", colleague);
        var proposed = ReturnOf.evidence(context, colleague, ret, "1.1");
        var base = "/assurance/returns/" + ret + "/questions/1.1";
        var cora = town.visitor(keeper, port).get(base);
        evidence.change(colleague, ret, "1.1", proposed, 0, "We met in June 2025.", null);
        cora.post(base + "/evidence/" + proposed + "/moving", "move", "ACCEPT", "version",
                cora.page().select("#evidence input[name=version]").first().val());
        assertThat(cora.status()).isEqualTo(409);
        assertThat(reading.item(keeper, ret, "1.1").opened().statements()).singleElement()
                .satisfies(s -> assertThat(s.state()).isEqualTo(EvidenceState.PROPOSED));
    }

    @Test
    void a_return_begins_from_the_last_of_its_framework_and_shows_it_beside_whatever_else_was_answered() {
        var last = ReturnOf.opened(context, keeper);
        ReturnOf.answered(context, keeper, last, "1.1", "We led last year.");
        var bea = town.person("Bea Garrick", Role.BOARD_MANAGER);
        ReturnOf.on(context, keeper, FrameworkOf.other(context, bea, "fell-audit"), ReturnOf.WINDOW);
        var cora = town.visitor(keeper, port).get("/assurance/returns/opening");
        var edition = cora.page().select("#edition option").stream().map(o -> o.val())
                .filter(v -> v.startsWith(reading.overview(keeper, last).edition().id().toString())).findFirst()
                .orElseThrow();
        cora.post("/assurance/returns/opening", "for", "own", "edition", edition, "from",
                cora.page().select("#from option[selected]").val(), "window-from-day", "1", "window-from-month", "4",
                "window-from-year", "2026", "window-until-day", "31", "window-until-month", "3", "window-until-year",
                "2027");
        assertThat(cora.follow().page().select("main").text()).contains("Text from last year has to be confirmed",
                "Text from last year to confirm or change: 1 question");
        assertThat(cora.get(cora.page().select("tbody a").attr("href")).page().select("#last-year").text())
                .contains("We led last year.");
    }

    @Test
    void once_the_board_takes_no_more_returns_none_is_submitted_but_a_correction() {
        var boardTown = Town.in(context);
        var board = boardTown.person("Bea Garrick", Role.BOARD_MANAGER);
        var cycle = CycleOf.planned(context, board);
        var invitation = CycleOf.invited(context, board, cycle, town.scope());
        CycleOf.moved(context, board, cycle, CycleMove.OPEN_IT);
        var ret = desk.answer(keeper, invitation, null);
        ReturnOf.written(context, keeper, ret);
        ReturnOf.inReview(context, keeper, ret);
        ReturnOf.signed(context, officer, ret);
        CycleOf.moved(context, board, cycle, CycleMove.CLOSE);
        refused(Refusal.NOT_ALLOWED_NOW, () -> ReturnOf.submitted(context, keeper, ret));
        assertThat(town.visitor(keeper, port).get("/assurance/returns/" + ret + "/sign-off").page().select("main")
                .text()).contains("The board takes no more returns for this cycle").doesNotContain("Submit");
        CycleOf.moved(context, board, cycle, CycleMove.REOPEN);
        ReturnOf.submitted(context, keeper, ret);
        CycleOf.moved(context, board, cycle, CycleMove.CLOSE);
        var second = ReturnOf.amended(context, keeper, ret);
        ReturnOf.inReview(context, keeper, second);
        ReturnOf.signed(context, officer, second);
        ReturnOf.submitted(context, keeper, second);
    }
}
