package heed.assurance.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.StatementCount;
import heed.access.Role;
import heed.assurance.cycle.CycleMove;
import heed.assurance.cycle.CycleOf;
import heed.assurance.cycle.Invitations;
import heed.assurance.evidence.Standing;
import heed.assurance.evidence.Window;
import heed.assurance.exercise.SignOffCheck.Kind;
import heed.assurance.exercise.SignOffCheck.Missing;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import heed.platform.seal.Seals;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A return is opened, written, shared, signed off, submitted and corrected; nobody else sees it and nothing is lost. */
@InTown
class ReturnsTest extends InReturns {
    @Autowired
    private FactWriting figures;
    @Autowired
    private SigningOff signing;

    private List<Kind> missing(UUID ret, String code) {
        return reading.overview(keeper, ret).missing().stream().filter(m -> m.item().equals(code)).map(Missing::kind)
                .toList();
    }

    private Item item(UUID ret, String code) {
        return reading.item(keeper, ret, code).item();
    }

    @Test
    void an_empty_return_has_the_questions_of_its_edition_and_says_what_is_missing() {
        var ret = ReturnOf.opened(context, keeper);
        var opened = reading.overview(keeper, ret);
        assertThat(opened.items()).extracting(Item::code).containsExactlyElementsOf(ReturnOf.QUESTIONS);
        assertThat(opened.made().state()).isEqualTo(ReturnState.NOT_STARTED);
        assertThat(missing(ret, "1.1")).containsExactly(Kind.NO_ANSWER, Kind.NO_RATING, Kind.NO_EVIDENCE);
        assertThat(missing(ret, "1.2")).as("no evidence of the last year is asked for")
                .containsExactly(Kind.NO_ANSWER, Kind.NO_RATING);
        refused(Refusal.NOT_ALLOWED_NOW, () -> {
            writing.answer(keeper, ret, "1.1", 0, "We lead.");
            ReturnOf.inReview(context, keeper, ret);
            ReturnOf.signed(context, officer, ret);
        });
    }

    /** Invariants 3 and 8. */
    @Test
    void the_best_letter_is_refused_until_there_is_accepted_evidence_from_the_window() {
        var ret = ReturnOf.opened(context, keeper);
        var best = new Verdict.Level("B", new Facets("met", "evidence_ready"));
        assertThat(writing.rate(keeper, ret, "1.1", Audience.ALL, best, null))
                .containsExactly(RatingRules.Fault.NOT_EVIDENCED);
        var proposed = evidence.write(shared(ret, "1.1"), ret, "1.1", "Leads met every month of 2025.", null);
        evidence.write(keeper, ret, "1.1", "Leads met in May 2019.", null);
        evidence.write(keeper, ret, "1.1", "Leads meet.", null);
        assertThat(reading.item(keeper, ret, "1.1").opened().statements())
                .extracting(s -> s.in(ReturnOf.WINDOW)).containsExactly(Standing.IN, Standing.OUT, Standing.UNDATED);
        assertThat(writing.rate(keeper, ret, "1.1", Audience.ALL, best, null))
                .as("what is in the window is not accepted yet").containsExactly(RatingRules.Fault.NOT_EVIDENCED);
        evidence.move(keeper, ret, "1.1", proposed, EvidenceMove.ACCEPT.name(), null);
        assertThat(writing.rate(keeper, ret, "1.1", Audience.ALL, best, null)).isEmpty();
        evidence.move(keeper, ret, "1.1", proposed, EvidenceMove.WITHDRAW.name(), null);
        assertThat(missing(ret, "1.1")).contains(Kind.NOT_EVIDENCED);
        refused(Refusal.MOVED_ON, () -> evidence.move(keeper, ret, "1.1", proposed, EvidenceMove.ACCEPT.name(), null));
    }

    private Actor shared(UUID ret, String code) {
        ReturnOf.shared(context, keeper, ret, code, colleague);
        return colleague;
    }

    @Test
    void days_typed_by_hand_stand_before_what_the_words_say() {
        var ret = ReturnOf.opened(context, keeper);
        evidence.write(keeper, ret, "1.1", "Leads met in May 2019.",
                new heed.assurance.evidence.Span(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 5, 31)));
        assertThat(reading.item(keeper, ret, "1.1").opened().statements()).singleElement()
                .satisfies(s -> assertThat(s.in(ReturnOf.WINDOW)).isEqualTo(Standing.IN));
    }

    @Test
    void an_accepted_statement_that_is_changed_stays_on_record_beside_the_new_one() {
        var ret = ReturnOf.opened(context, keeper);
        var first = ReturnOf.evidence(context, keeper, ret, "1.1");
        evidence.change(keeper, ret, "1.1", first, 0, "We met in May and July 2025.", null);
        assertThat(reading.item(keeper, ret, "1.1").opened().statements())
                .extracting(Statement::state, Statement::words, Statement::replaces)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(EvidenceState.SUPERSEDED, "We met in May 2025.", null),
                        org.assertj.core.groups.Tuple.tuple(EvidenceState.ACCEPTED, "We met in May and July 2025.",
                                first));
        refused(Refusal.MOVED_ON, () -> evidence.change(keeper, ret, "1.1", first, 0, "Again.", null));
    }

    /** Invariant 12. */
    @Test
    void text_from_last_year_is_marked_and_holds_the_return_up_until_confirmed_or_changed() {
        var last = ReturnOf.opened(context, keeper);
        ReturnOf.answered(context, keeper, last, "1.1", "We led last year.");
        ReturnOf.answered(context, keeper, last, "1.2", "Crews knew last year.");
        var ret = ReturnOf.opened(context, keeper, last,
                new Window(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31)));
        assertThat(item(ret, "1.1").answer()).isEqualTo("We led last year.");
        assertThat(item(ret, "1.1").carried()).isEqualTo(Carried.CARRIED);
        assertThat(item(ret, "2.10").carried()).isEqualTo(Carried.OWN);
        assertThat(missing(ret, "1.1")).contains(Kind.NOT_CONFIRMED);
        assertThat(reading.overview(keeper, ret).ratings()).as("ratings are not taken over").isEmpty();

        writing.answer(keeper, ret, "1.1", 0, " We led last year.\r\n");
        assertThat(item(ret, "1.1").carried()).as("saved without a change").isEqualTo(Carried.CARRIED);
        writing.answer(keeper, ret, "1.1", 0, "We lead.");
        assertThat(item(ret, "1.1").carried()).isEqualTo(Carried.CHANGED);
        writing.confirm(keeper, ret, "1.2", 0);
        assertThat(item(ret, "1.2").carried()).isEqualTo(Carried.REAFFIRMED);
        assertThat(missing(ret, "1.1")).doesNotContain(Kind.NOT_CONFIRMED);
        assertThat(missing(ret, "1.2")).doesNotContain(Kind.NOT_CONFIRMED);
        refused(Refusal.MOVED_ON, () -> writing.confirm(keeper, ret, "1.1", 1));

        var beside = reading.item(keeper, ret, "1.1").before();
        assertThat(beside).isNotNull();
        assertThat(beside.item().answer()).isEqualTo("We led last year.");
        assertThat(beside.ratings()).singleElement().satisfies(r -> assertThat(r.verdict().stored()).isEqualTo("B"));
        assertThat(beside.evidence()).hasSize(1);
    }

    @Test
    void two_people_in_one_answer_lose_nothing() {
        var ret = ReturnOf.opened(context, keeper);
        var other = shared(ret, "1.1");
        assertThat(writing.answer(keeper, ret, "1.1", 0, "Mine.").how()).isEqualTo(ItemWriting.Kept.How.SAVED);
        var second = writing.answer(other, ret, "1.1", 0, "Theirs.");
        assertThat(second.how()).isEqualTo(ItemWriting.Kept.How.CHANGED_ELSEWHERE);
        assertThat(second.item().answer()).isEqualTo("Mine.");
        assertThat(item(ret, "1.1").answer()).isEqualTo("Mine.");
        assertThat(writing.answer(other, ret, "1.1", 0, "Mine.").how()).isEqualTo(ItemWriting.Kept.How.SAME);
        assertThat(writing.answer(other, ret, "1.1", 1, "Mine and theirs.").how())
                .isEqualTo(ItemWriting.Kept.How.SAVED);
    }

    @Test
    void lists_of_returns_take_as_many_statements_for_many_as_for_one() {
        var first = ReturnOf.opened(context, keeper);
        long listed = StatementCount.of(() -> reading.all(keeper));
        long offered = StatementCount.of(() -> desk.offer(keeper));
        var edition = reading.overview(keeper, first).made().edition();
        for (int i = 0; i < 3; i++)
            ReturnOf.on(context, keeper, edition, ReturnOf.WINDOW);
        assertThat(reading.all(keeper)).hasSize(4).extracting(ReturnReading.Listed::title)
                .containsOnly("Fellmoor standards");
        assertThat(desk.offer(keeper).earlier()).hasSize(4).extracting(ReturnReading.Listed::title)
                .containsOnly("Fellmoor standards");
        assertThat(StatementCount.of(() -> reading.all(keeper))).isEqualTo(listed);
        assertThat(StatementCount.of(() -> desk.offer(keeper))).isEqualTo(offered);
    }

    @Test
    void who_is_asked_sees_their_questions_and_nothing_else_until_it_is_ended() {
        var ret = ReturnOf.opened(context, keeper);
        ReturnOf.written(context, keeper, ret);
        refused(Refusal.NOT_FOUND, () -> reading.overview(colleague, ret));
        var share = ReturnOf.shared(context, keeper, ret, "1.2", colleague);
        assertThat(reading.all(colleague)).hasSize(1);
        var opened = reading.overview(colleague, ret);
        assertThat(opened.items()).extracting(Item::code).containsExactly("1.2");
        assertThat(opened.ratings()).extracting(Rating::item).containsOnly("1.2");
        assertThat(opened.statements()).extracting(Statement::item).containsOnly("1.2");
        refused(Refusal.NOT_FOUND, () -> reading.item(colleague, ret, "1.1"));
        refused(Refusal.NOT_FOUND, () -> writing.answer(colleague, ret, "1.1", 1, "No."));
        refused(Refusal.NOT_FOUND, () -> evidence.write(colleague, ret, "1.1", "No.", null));
        refused(Refusal.NOT_FOUND, () -> context.getBean(Checked.class).of(colleague, ret));
        refused(Refusal.NOT_FOUND, () -> signing.printed(colleague, ret, "pdf"));
        refused(Refusal.NOT_FOUND, () -> desk.askForReview(colleague, ret, 1));
        assertThat(signing.of(colleague, ret)).isEmpty();

        context.getBean(ItemSharing.class).done(colleague, ret, "1.2", share, true);
        assertThat(reading.overview(keeper, ret).shares()).singleElement()
                .satisfies(s -> assertThat(s.doneAt()).isNotNull());
        context.getBean(ItemSharing.class).end(keeper, ret, "1.2", share);
        assertThat(reading.all(colleague)).isEmpty();
        refused(Refusal.NOT_FOUND, () -> reading.overview(colleague, ret));
    }

    @Test
    void the_rule_who_reads_a_return_is_one_for_lists_and_for_each() {
        var ret = ReturnOf.opened(context, keeper);
        var other = ReturnOf.opened(context, keeper);
        ReturnOf.shared(context, keeper, ret, "1.2", colleague);
        for (var person : List.of(keeper, officer, colleague, town.person("Dee Small"),
                town.person("Amina Sefton", Role.DSO), town.person("Ada Quill", Role.ADMINISTRATOR)))
            for (var one : List.of(ret, other)) {
                var listed = reading.all(person).stream().anyMatch(l -> l.made().id().equals(one));
                boolean got = true;
                try {
                    reading.overview(person, one);
                } catch (Refused no) {
                    got = false;
                }
                assertThat(listed).as("%s", person.permissions()).isEqualTo(got);
            }
        var stranger = Town.in(context).person("Sol Ferrier", Role.COORDINATOR, Role.ACCOUNTABLE_OFFICER);
        assertThat(reading.all(stranger)).isEmpty();
        refused(Refusal.NOT_FOUND, () -> reading.overview(stranger, ret));
    }

    /** Invariant 4. */
    @Test
    void amber_holds_the_return_up_until_there_is_a_reason() {
        var ret = ReturnOf.opened(context, keeper);
        ReturnOf.written(context, keeper, ret);
        clock.pass(Duration.ofSeconds(1));
        assertThat(writing.rate(keeper, ret, "2.10", Audience.ALL,
                new Verdict.Level("A", new Facets("begun", "evidence_ready")), null)).isEmpty();
        assertThat(missing(ret, "2.10")).contains(Kind.NO_ACTION);
        writing.withoutAction(keeper, ret, "2.10", item(ret, "2.10").version(), "Waits for the county’s own plan.");
        assertThat(missing(ret, "2.10")).doesNotContain(Kind.NO_ACTION);
        assertThat(reading.item(keeper, ret, "2.10").ratings()).as("the earlier one stays").hasSize(2);
    }

    /** Invariants 9 and 11. */
    @Test
    void a_figure_says_how_it_came_and_two_that_differ_are_shown() {
        var ret = ReturnOf.opened(context, keeper);
        town.raised(colleague, Town.telling("A worry."));
        figures.count(keeper, ret, "1.1", "concerns-raised", "service",
                new heed.platform.measure.Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 2)));
        clock.pass(Duration.ofSeconds(1));
        ReturnOf.figure(context, keeper, ret, "1.1", "233");
        clock.pass(Duration.ofSeconds(1));
        var typed = ReturnOf.figure(context, keeper, ret, "1.2", "231");
        var all = reading.overview(keeper, ret).facts();
        assertThat(all).extracting(Fact::origin).containsExactly(Fact.Origin.COUNTED, Fact.Origin.TYPED,
                Fact.Origin.TYPED);
        assertThat(all.getFirst().value()).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(all.getFirst().says()).isEqualTo("1");
        assertThat(missing(ret, "1.1")).contains(Kind.CLASH);
        assertThat(missing(ret, "1.2")).contains(Kind.CLASH);
        figures.drop(keeper, ret, "1.2", typed);
        assertThat(missing(ret, "1.1")).doesNotContain(Kind.CLASH);
        figures.cite(keeper, ret, "2.10", all.get(1).id());
        assertThat(reading.item(keeper, ret, "2.10").opened().facts()).extracting(Fact::says)
                .containsExactly("233 people");
    }

    @Test
    void figures_are_counted_again_for_the_review_and_stand_once_it_is_signed_off() {
        var ret = ReturnOf.opened(context, keeper);
        ReturnOf.written(context, keeper, ret);
        town.raised(colleague, Town.telling("A worry."));
        figures.count(keeper, ret, "1.1", "concerns-raised", null,
                new heed.platform.measure.Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1)));
        town.raised(colleague, Town.telling("Another worry."));
        ReturnOf.inReview(context, keeper, ret);
        assertThat(reading.overview(keeper, ret).facts()).singleElement()
                .satisfies(f -> assertThat(f.says()).isEqualTo("2"));
        ReturnOf.signed(context, officer, ret);
        town.raised(colleague, Town.telling("A third worry."));
        assertThat(signing.of(keeper, ret).orElseThrow().copy().items().getFirst().facts()).singleElement()
                .satisfies(f -> assertThat(f.says()).isEqualTo("2"));
    }

    /** Invariant 1. */
    @Test
    void what_was_signed_off_does_not_change_any_more_and_is_corrected_by_a_new_version_with_a_reason() {
        var ret = ReturnOf.opened(context, keeper);
        ReturnOf.written(context, keeper, ret);
        ReturnOf.inReview(context, keeper, ret);
        refused(Refusal.NOT_ALLOWED_NOW, () -> writing.answer(keeper, ret, "1.1", 1, "Late."));
        ReturnOf.signed(context, officer, ret);
        clock.pass(Duration.ofSeconds(1));
        var before = signing.of(keeper, ret).orElseThrow();
        int version = item(ret, "1.1").version();
        refused(Refusal.NOT_ALLOWED_NOW, () -> writing.answer(keeper, ret, "1.1", version, "Late."));
        refused(Refusal.NOT_ALLOWED_NOW,
                () -> writing.rate(keeper, ret, "1.1", Audience.ALL, new Verdict.NotRated(), null));
        refused(Refusal.NOT_ALLOWED_NOW, () -> evidence.write(keeper, ret, "1.1", "Late.", null));
        refused(Refusal.NOT_ALLOWED_NOW, () -> ReturnOf.figure(context, keeper, ret, "1.1", "1"));
        refused(Refusal.MOVED_ON, () -> desk.goOnWriting(keeper, ret, ReturnOf.version(context, keeper, ret), "Late."));
        refused(Refusal.NOT_ALLOWED_NOW, () -> desk.amend(keeper, ret, " "));

        var next = desk.amend(keeper, ret, "A figure was wrong.");
        refused(Refusal.MOVED_ON, () -> desk.amend(keeper, ret, "Twice."));
        var made = reading.overview(keeper, next);
        assertThat(made.made().number()).isEqualTo(2);
        assertThat(made.items()).extracting(Item::answer)
                .isEqualTo(reading.overview(keeper, ret).items().stream().map(Item::answer).toList());
        assertThat(made.statements()).hasSize(3);
        assertThat(made.missing()).isEmpty();
        writing.answer(keeper, next, "1.1", 0, "Put right.");
        assertThat(signing.of(keeper, ret).orElseThrow()).isEqualTo(before);
        assertThat(reading.overview(keeper, ret).amending()).isNotNull();
        assertThat(FrozenReturn.shown(FrozenReturn.hash(before.copy().json()))).isEqualTo(before.hash());
    }

    @Test
    void moves_of_one_instant_stay_in_the_order_in_which_they_were_made() {
        var ret = ReturnOf.opened(context, keeper);
        ReturnOf.written(context, keeper, ret);
        for (int n = 0; n < 6; n++) {
            ReturnOf.inReview(context, keeper, ret);
            desk.goOnWriting(officer, ret, ReturnOf.version(context, officer, ret), "Look again " + n);
        }
        assertThat(reading.overview(keeper, ret).moves()).extracting(Returns.Entry::note)
                .startsWith("Look again 5", null, "Look again 4", null, "Look again 3", null, "Look again 2", null,
                        "Look again 1", null, "Look again 0", null);
    }

    /** Invariants 1 and 5, held by the database too. */
    @Test
    void the_application_cannot_change_or_delete_ratings_sign_offs_or_copies() {
        var ret = ReturnOf.opened(context, keeper);
        ReturnOf.written(context, keeper, ret);
        ReturnOf.inReview(context, keeper, ret);
        ReturnOf.signed(context, officer, ret);
        ReturnOf.submitted(context, keeper, ret);
        for (var sql : List.of("update assurance.rating set verdict = 'G'", "delete from assurance.rating",
                "update assurance.sign_off set copy = ''", "delete from assurance.sign_off",
                "delete from assurance.submission", "update assurance.submission set content_hash = ''",
                "update assurance.received_return set copy = ''", "delete from assurance.return",
                "update assurance.return_move set move = 'OPEN'"))
            assertThatThrownBy(() -> context.getBean(Transactions.class).inScope(town.scope(),
                    () -> context.getBean(JdbcClient.class).sql(sql).update())).as(sql)
                    .hasStackTraceContaining("permission denied");
    }

    @Test
    void an_answer_to_a_board_is_told_in_states_and_counts_and_the_copy_goes_over_whole_and_once() {
        var boardTown = Town.in(context);
        var board = boardTown.person("Bea Garrick", Role.BOARD_MANAGER);
        var cycle = CycleOf.planned(context, board);
        var invitation = CycleOf.invited(context, board, cycle, town.scope());
        CycleOf.moved(context, board, cycle, CycleMove.OPEN_IT);
        assertThat(desk.offer(keeper).invitations()).extracting(i -> i.id()).containsExactly(invitation);
        var ret = desk.answer(keeper, invitation, null);
        assertThat(desk.offer(keeper).invitations()).isEmpty();
        refused(Refusal.MOVED_ON, () -> desk.answer(keeper, invitation, null));
        ReturnOf.answered(context, keeper, ret, "1.1", "We lead.");
        assertThat(context.getBean(Invitations.class).participation(keeper, invitation)).satisfies(p -> {
            assertThat(p.state()).isEqualTo("IN_PROGRESS");
            assertThat(p.done()).isEqualTo(1);
            assertThat(p.items()).isEqualTo(3);
            assertThat(p.handedIn()).isFalse();
        });
        ReturnOf.written(context, keeper, ret);
        ReturnOf.inReview(context, keeper, ret);
        ReturnOf.signed(context, officer, ret);
        assertThat(boardTown.count("select count(*) from assurance.received_return")).isZero();
        ReturnOf.submitted(context, keeper, ret);
        context.getBean(ReturnDelivery.class).deliver(Actor.system(town.scope()));
        assertThat(boardTown.count("select count(*) from assurance.received_return")).isEqualTo(1);
        assertThat(context.getBean(Invitations.class).participation(keeper, invitation).handedIn()).isTrue();
        var signed = signing.of(keeper, ret).orElseThrow();
        assertThat(signed.deliveredAt()).isNotNull();
        assertThat(received(boardTown)).isEqualTo(signed.copy().json());
        assertThat(boardTown.texts("select encode(content_hash, 'hex') from assurance.received_return"))
                .containsExactly(signed.hash());
        assertThat(town.count("select count(*) from assurance.received_return")).isZero();
    }

    private String received(Town board) {
        return context.getBean(Transactions.class).inScope(board.scope(), () -> context.getBean(JdbcClient.class)
                .sql("select id, copy from assurance.received_return").query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    return context.getBean(Seals.class).key(board.scope(), id).open(row.getBytes("copy"),
                            "assurance.received_return.copy", id);
                }).single());
    }

    @Test
    void only_whoever_is_accountable_signs_and_only_what_they_have_read() {
        var ret = ReturnOf.opened(context, keeper);
        ReturnOf.written(context, keeper, ret);
        ReturnOf.inReview(context, keeper, ret);
        refused(Refusal.NOT_FOUND, () -> ReturnOf.signed(context, keeper, ret));
        int seen = ReturnOf.version(context, officer, ret);
        clock.pass(Duration.ofSeconds(1));
        desk.goOnWriting(officer, ret, seen, "2.10 says too little.");
        refused(Refusal.MOVED_ON, () -> signing.sign(officer, ret, seen, new SigningOff.Signature("Group", "1",
                LocalDate.of(2026, 3, 1), "Chief executive")));
        assertThat(reading.overview(keeper, ret).moves().getFirst().note()).isEqualTo("2.10 says too little.");
        refused(Refusal.NOT_FOUND, () -> writing.answer(officer, ret, "1.1", 1, "Mine."));
    }

    @Test
    void lost_ratings_are_typed_in_once_with_where_they_are_from() {
        var ret = ReturnOf.opened(context, keeper);
        writing.transcribe(keeper, ret, List.of(new ItemWriting.Typed("1.1", "G")), "The signed copy");
        assertThat(reading.item(keeper, ret, "1.1").ratings()).singleElement().satisfies(r -> {
            assertThat(r.transcribed()).isEqualTo("The signed copy");
            assertThat(r.verdict()).isEqualTo(new Verdict.Level("G", null));
        });
        refused(Refusal.MOVED_ON, () -> writing.transcribe(keeper, ret, List.of(new ItemWriting.Typed("1.1", "B")),
                "Another copy"));
        refused(Refusal.NOT_ALLOWED_NOW, () -> writing.transcribe(keeper, ret,
                List.of(new ItemWriting.Typed("1.2", "X")), "The signed copy"));
        refused(Refusal.NOT_ALLOWED_NOW, () -> writing.transcribe(keeper, ret,
                List.of(new ItemWriting.Typed("1.2", "G")), " "));
        refused(Refusal.NOT_FOUND, () -> writing.transcribe(officer, ret, List.of(new ItemWriting.Typed("1.2", "G")),
                "The signed copy"));
    }
}
