package heed.assurance.peerreview;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.Visitor;
import heed.access.Role;
import heed.assurance.cycle.CycleMove;
import heed.assurance.cycle.CycleOf;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import heed.platform.print.TaggedPdf;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A board, an organisation and its peer, each on their own pages and in a scope of their own. */
@InTown
class PeerPagesTest {
    private static final String[] MINUTE = {"group", "Quality panel", "minute", "4", "minute-day-day", "1",
            "minute-day-month", "4", "minute-day-year", "2026"};

    @Autowired
    private ApplicationContext context;
    @Autowired
    private SetClock clock;
    @LocalServerPort
    private int port;

    private Town boardTown;
    private Town ownerTown;
    private Town peerTown;
    private Actor board;
    private Actor keeper;
    private Actor peer;
    private Visitor bea;
    private Visitor cora;
    private Visitor per;
    private PeerOf.Made made;
    private String review;
    private String received;

    @BeforeEach
    void a_board_an_organisation_and_a_peer() {
        clock.goTo(Instant.parse("2026-04-01T09:00:00Z"));
        boardTown = Town.in(context);
        ownerTown = Town.in(context);
        peerTown = Town.in(context);
        board = boardTown.person("Bea Garrick", Role.BOARD_MANAGER);
        keeper = ownerTown.person("Cora Vale", Role.COORDINATOR);
        peer = peerTown.person("Per Burr", Role.COORDINATOR);
        made = PeerOf.in(context, board, keeper, ownerTown.person("Ade Marsh", Role.ACCOUNTABLE_OFFICER),
                peerTown.scope());
        bea = boardTown.visitor(board, port);
        cora = ownerTown.visitor(keeper, port);
        per = peerTown.visitor(peer, port);
        review = "/assurance/reviews/" + made.pairing();
        received = "/assurance/received/" + made.received();
    }

    @AfterEach
    void time_goes_on() {
        clock.startAgain();
    }

    private static String[] with(String[] more, String... first) {
        var all = java.util.Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    private static String main(Visitor visitor) {
        return visitor.page().select("main").text();
    }

    @Test
    void a_peer_declares_rates_and_asks_and_the_organisation_answers() {
        assertThat(main(per.get("/assurance"))).contains("Review " + ownerName());
        assertThat(main(per.get(review))).contains("Declare your working relationships first", "Fellmoor standards");
        per.get(review + "/questions/1.1/rating");
        per.post(review + "/questions/1.1/rating", "says", "not_rated");
        assertThat(per.status()).as("declared nothing yet").isEqualTo(422);
        assertThat(per.page().select(".govuk-error-summary").text()).contains("Declare your working relationships");

        per.get(review + "/declaration").post(review + "/declaration", "any", "some", "kinds", "SAME_GROUP");
        assertThat(per.status()).as("says nothing about it").isEqualTo(422);
        per.post(review + "/declaration", "any", "some", "kinds", "SAME_GROUP", "words", "The county group since 2020");
        assertThat(main(per.follow())).contains("They work together in a partnership or group: The county group");
        per.get(review + "/questions/1.1/rating").post(review + "/questions/1.1/rating", "says", "level", "attainment",
                "begun", "evidenced", "evidence_ready");
        assertThat(per.status()).isEqualTo(302);
        assertThat(main(per.follow())).contains("Peer rating", "The county group since 2020");

        per.get(review + "/questions/1.1/challenge").post(review + "/questions/1.1/challenge", "kind", "TOO_HIGH",
                "words", "Where is the training log?");
        assertThat(main(per.follow())).contains("Finds the rating too high", "Waits for an answer");

        cora.get("/assurance");
        var challenge = cora.page().select("main a[href^=/assurance/challenges/]").attr("href");
        assertThat(main(cora.get(challenge))).contains("Where is the training log?");
        cora.post(challenge, "seen", "0", "turn", "ANSWER-OWNER", "words", " ");
        assertThat(cora.status()).isEqualTo(422);
        cora.post(challenge, "seen", "0", "turn", "ANSWER-OWNER", "words", "In the appendix.");
        assertThat(main(cora.follow())).contains("Answered", "In the appendix.");
        assertThat(main(cora.get("/assurance/returns/" + made.ret()))).contains("Under challenge");
        assertThat(main(cora.get("/assurance/returns/" + made.ret() + "/questions/1.1"))).contains("Peer rating");

        per.get(challenge).post(challenge, "seen", "1", "turn", "RESOLVE-PEER", "outcome", "RATING_CHANGED");
        assertThat(per.status()).as("nothing was changed").isEqualTo(422);
        cora.get(challenge + "/rating").post(challenge + "/rating", "says", "level", "attainment", "met", "evidenced",
                "evidence_ready");
        assertThat(cora.status()).as("the same as before").isEqualTo(422);
        cora.post(challenge + "/rating", "says", "level", "attainment", "begun", "evidenced", "evidence_ready");
        assertThat(cora.status()).as(cora.page().select(".govuk-error-summary").text()).isEqualTo(302);
        assertThat(main(cora.get("/assurance/returns/" + made.ret() + "/questions/1.1"))).contains("Challenge: Q-");
        per.get(challenge).post(challenge, "seen", "1", "turn", "RESOLVE-PEER", "outcome", "RATING_CHANGED");
        assertThat(main(per.follow())).contains("The organisation changed its rating");
    }

    private String ownerName() {
        return context.getBean(heed.directory.organisation.Organisations.class).scopes().stream()
                .filter(s -> s.id().equals(ownerTown.scope())).findFirst().orElseThrow().name();
    }

    @Test
    void who_has_an_own_tie_waits_for_the_panel_and_one_set_aside_reads_no_more() {
        PeerOf.declared(context, peer, made, Relationship.Kind.WORKED_THERE);
        assertThat(main(per.get(review))).contains("The panel decides first");
        assertThat(per.get(review + "/questions/1.1/rating").post(review + "/questions/1.1/rating", "says",
                "not_rated").status()).isEqualTo(422);
        var ruling = bea.get("/assurance/cycles/" + made.cycle() + "/reviews").page()
                .select("main a[href^=/assurance/declarations/]").attr("href");
        bea.get(ruling).post(ruling, with(MINUTE, "says", "ASKS_ONLY", "why", ""));
        assertThat(bea.status()).isEqualTo(422);
        bea.post(ruling, with(MINUTE, "says", "ASKS_ONLY", "why", "Left two years ago"));
        assertThat(main(bea.follow())).contains("May ask, does not rate (Quality panel, minute 4)");
        bea.get(ruling).post(ruling, with(MINUTE, "says", "TAKES_PART", "why", "On reflection"));
        assertThat(bea.status()).as("the panel has decided").isEqualTo(422);
        per.get(review + "/questions/1.1/rating").post(review + "/questions/1.1/rating", "says", "not_rated");
        assertThat(per.page().select(".govuk-error-summary").text()).contains("do not rate");
        assertThat(PeerOf.challenged(context, peer, made, ChallengeKind.CLARIFY)).isNotNull();

        clock.goTo(Instant.parse("2026-04-01T09:10:00Z"));
        PeerOf.declared(context, peer, made, Relationship.Kind.CLOSE_PERSON);
        var again = "/assurance/declarations/" + PeerOf.declaration(context, board, made) + "/ruling";
        bea.get(again).post(again, with(MINUTE, "says", "STANDS_ASIDE", "why", "Too close"));
        assertThat(per.get(review + "/questions/1.1").status()).isEqualTo(404);
        assertThat(main(per.get(review))).contains("Not open");
    }

    @Test
    void nobody_but_the_three_reads_any_of_it_and_a_peer_only_for_the_time_granted() {
        PeerOf.declared(context, peer, made);
        var challenge = "/assurance/challenges/" + PeerOf.challenged(context, peer, made, ChallengeKind.EVIDENCE);
        var elsewhere = Town.in(context);
        var stray = elsewhere.visitor(elsewhere.person("Stray Wold", Role.COORDINATOR, Role.BOARD_MANAGER), port);
        for (var path : new String[]{review, review + "/questions/1.1", received, received + "/questions/1.1",
                received + "/samples", challenge, "/assurance/cycles/" + made.cycle() + "/reviews"})
            assertThat(stray.get(path).status()).as(path).isEqualTo(404);
        var len = peerTown.visitor(peerTown.person("Len Moor"), port);
        assertThat(len.get(review).status()).as("keeps no return").isEqualTo(404);
        assertThat(len.get(challenge).status()).isEqualTo(404);
        assertThat(cora.get(review).status()).as("the owner is no peer").isEqualTo(404);
        assertThat(cora.get(received).status()).as("the copy is the board's").isEqualTo(404);
        assertThat(per.get(received).status()).isEqualTo(404);
        assertThat(bea.get(challenge).status()).isEqualTo(200);

        bea.get("/assurance/cycles/" + made.cycle() + "/reviews")
                .post("/assurance/cycles/" + made.cycle() + "/reviews/" + made.pairing() + "/ending");
        assertThat(per.get(review + "/questions/1.1").status()).as("the pairing ended").isEqualTo(404);
        assertThat(per.get(challenge).status()).as("what they asked stays theirs").isEqualTo(200);
    }

    /** Invariants 5, 6 and 22. */
    @Test
    void the_panel_decides_what_is_referred_and_the_board_agrees_with_its_minute() {
        PeerOf.declared(context, peer, made);
        per.get(review + "/questions/1.1/rating").post(review + "/questions/1.1/rating", "says", "level", "attainment",
                "begun", "evidenced", "evidence_ready");
        var id = PeerOf.challenged(context, peer, made, ChallengeKind.TOO_HIGH);
        PeerOf.turned(context, keeper, id, "ANSWER-OWNER", "It is in the appendix.");
        PeerOf.turned(context, peer, id, "REFER-PEER", "We still differ.");
        bea.get(received + "/questions/1.1/panel").post(received + "/questions/1.1/panel",
                with(MINUTE, "says", "not_rated", "why", "Too early", "deciding", boardTown.scope().toString()));
        assertThat(bea.page().select(".govuk-error-summary").text()).contains("The cycle is not at this stage");
        PeerOf.moderated(context, board, made);
        assertThat(bea.get(received + "/agreement").post(received + "/agreement", agreement("B", "")).status())
                .as("in dispute").isEqualTo(422);
        assertThat(bea.page().select(".govuk-error-summary").text())
                .contains("A challenge on this question is not settled");

        var panel = received + "/questions/1.1/panel";
        var ref = bea.get(panel).page().select("input[name=refs]").val();
        bea.post(panel, with(MINUTE, "says", "level", "attainment", "begun", "evidenced", "evidence_ready", "why",
                "The log ends in May.", "refs", ref, "deciding", boardTown.scope().toString()));
        assertThat(bea.status()).as(bea.page().select(".govuk-error-summary").text()).isEqualTo(302);
        assertThat(main(bea.follow())).contains("Moderated rating", "Panel decision: Quality panel, minute 4",
                "The panel changed the rating", "Peer rating", "Own rating");
        assertThat(main(cora.get("/assurance/challenges/" + id))).contains("The log ends in May.");

        bea.get(received + "/agreement").post(received + "/agreement", agreement("B", ""));
        assertThat(bea.page().select(".govuk-error-summary").text())
                .contains("Say why the board agreed another rating");
        assertThat(bea.page().select("#why-1-1-ALL-error").text()).contains("Say why the board agreed another rating");
        bea.post(received + "/agreement", with(agreement("B", "The log was shown"), "minute-day-year", "2001"));
        assertThat(bea.page().select("#minute-day-error").text()).as("beside the day").contains("before it had the");
        bea.post(received + "/agreement", agreement("B", "The log was shown at the meeting"));
        assertThat(bea.status()).as(bea.page().select(".govuk-error-summary").text()).isEqualTo(302);
        assertThat(bea.follow().heading()).contains("Agreed");
        assertThat(main(cora.get("/assurance/returns/" + made.ret()))).contains("Agreed");
        assertThat(main(cora.get("/assurance/returns/" + made.ret() + "/questions/1.1"))).contains("Agreed rating",
                "Moderated rating", "Peer rating", "Own rating", "Board minute: Quality panel, minute 4");

        CycleOf.moved(context, board, made.cycle(), CycleMove.AGREE);
        bea.get(received + "/moves/PUBLISH").post(received + "/moves/PUBLISH");
        assertThat(bea.status()).as("nobody read it for names").isEqualTo(422);
        bea.post(received + "/moves/PUBLISH", "checked", "yes");
        assertThat(bea.follow().heading()).contains("Published");
        assertThat(main(cora.get("/assurance/returns/" + made.ret()))).contains("Published");
    }

    @Test
    void what_crosses_from_a_board_is_only_what_is_addressed_to_whoever_asks() {
        PeerOf.declared(context, peer, made);
        PeerOf.challenged(context, peer, made, ChallengeKind.EVIDENCE);
        for (var function : new String[]{"reviews_asked", "challenges_with"}) {
            var mine = "select count(*) from assurance." + function + "('" + peerTown.scope() + "')";
            assertThat(peerTown.count(mine)).as(function).isEqualTo(1);
            assertThat(ownerTown.count(mine)).as(function + " asked for by another").isZero();
            assertThat(boardTown.count(mine)).as(function + " asked for by the board").isZero();
        }
        assertThat(ownerTown.count("select count(*) from assurance.challenges_with('" + ownerTown.scope() + "')"))
                .isEqualTo(1);
        assertThat(ownerTown.count("select count(*) from assurance.reviews_asked('" + ownerTown.scope() + "')"))
                .isZero();
        assertThat(ownerTown.count("select count(*) from assurance.challenge")
                + peerTown.count("select count(*) from assurance.challenge_turn")).as("rows are the board's").isZero();
    }

    @Test
    void a_reviewer_whose_colleague_rated_meanwhile_is_told() {
        PeerOf.declared(context, peer, made);
        var rating = review + "/questions/1.1/rating";
        String[] amber = {"says", "level", "attainment", "begun", "evidenced", "evidence_ready"};
        per.get(rating).post(rating, with(amber, "seen", ""));
        assertThat(per.status()).isEqualTo(302);
        var colleague = peerTown.person("Pia Burr", Role.COORDINATOR);
        PeerOf.declared(context, colleague, made);
        var pia = peerTown.visitor(colleague, port).get(rating);
        pia.post(rating, "says", "not_rated", "seen", "");
        assertThat(pia.status()).isEqualTo(409);
        assertThat(main(pia)).contains("A colleague rated this while you did: A, Amber");
        clock.pass(Duration.ofMinutes(1));
        pia.post(rating, "says", "not_rated", "seen", pia.page().select("input[name=seen]").val());
        assertThat(pia.status()).as(pia.page().select(".govuk-error-summary").text()).isEqualTo(302);
    }

    @Test
    void who_writes_down_what_was_decided_second_is_told_what_the_first_wrote() {
        PeerOf.moderated(context, board, made);
        var bo = boardTown.visitor(boardTown.person("Bo Garrick", Role.BOARD_MANAGER), port);
        var panel = received + "/questions/1.1/panel";
        var seen = bea.get(panel).page().select("input[name=seen]").val();
        String[] decided = {"why", "The log ends in May.", "deciding", boardTown.scope().toString(), "says", "level",
                "evidenced", "evidence_ready"};
        bo.get(panel).post(panel, with(with(MINUTE, decided), "attainment", "begun", "seen", seen));
        assertThat(bo.status()).as(bo.page().select(".govuk-error-summary").text()).isEqualTo(302);
        bea.post(panel, with(with(MINUTE, decided), "attainment", "met", "seen", seen));
        assertThat(bea.status()).isEqualTo(409);
        assertThat(main(bea)).contains("Moderated rating: A, Amber", "Yours is below and not kept yet");
        assertThat(bea.page().select("textarea[name=why]").text()).isEqualTo("The log ends in May.");
        clock.pass(Duration.ofMinutes(1));
        bea.post(panel, with(with(MINUTE, decided), "attainment", "met", "seen",
                bea.page().select("input[name=seen]").val()));
        assertThat(bea.status()).as("knowing it").isEqualTo(302);

        var agreement = received + "/agreement";
        var before = bea.get(agreement).page().select("input[name=seen]").val();
        bo.get(agreement).post(agreement, with(agreement("B", ""), "seen", before));
        assertThat(bo.status()).as(bo.page().select(".govuk-error-summary").text()).isEqualTo(302);
        bea.post(agreement, with(agreement("G", "Leads are new"), "seen", before));
        assertThat(bea.status()).isEqualTo(409);
        assertThat(main(bea)).contains("Agreed rating: B, Blue");
        assertThat(bea.page().select("input[name=why-1-1-ALL]").val()).isEqualTo("Leads are new");
    }

    @Test
    void the_board_may_rate_children_and_adults_apart() {
        PeerOf.moderated(context, board, made);
        assertThat(main(bea.get(received))).contains("Record them for children and adults apart");
        bea.get(received + "/agreement?apart=yes");
        assertThat(bea.page().select("select").eachAttr("name")).contains("level-1-1-CHILDREN", "level-1-1-ADULTS")
                .doesNotContain("level-1-1-ALL");
        var levels = with(MINUTE, "apart", "yes", "level-1-1-CHILDREN", "B", "level-1-1-ADULTS", "G",
                "level-1-2-CHILDREN", "B", "level-1-2-ADULTS", "B", "level-2-10-CHILDREN", "B", "level-2-10-ADULTS",
                "B");
        bea.post(received + "/agreement", levels);
        assertThat(bea.page().select(".govuk-error-summary").text()).as("other than for both together")
                .contains("Say why the board agreed another rating");
        bea.post(received + "/agreement", with(levels, "why-1-1-ADULTS", "Leads for adults are new"));
        assertThat(bea.status()).as(bea.page().select(".govuk-error-summary").text()).isEqualTo(302);
        assertThat(main(cora.get("/assurance/returns/" + made.ret() + "/questions/1.1")))
                .contains("Agreed rating, Children", "Agreed rating, Adults", "G, Green", "Own rating");
    }

    private String[] agreement(String first, String why) {
        return with(MINUTE, "level-1-1-ALL", first, "why-1-1-ALL", why, "level-1-2-ALL", "B", "why-1-2-ALL", "",
                "level-2-10-ALL", "B", "why-2-10-ALL", "");
    }

    @Test
    void names_that_are_hidden_are_nowhere_on_the_page() {
        PeerOf.declared(context, peer, made, Relationship.Kind.SAME_GROUP);
        per.get(review + "/questions/1.1/challenge").post(review + "/questions/1.1/challenge", "kind", "CLARIFY",
                "words",
                "What does " + ownerName() + " mean by it?");
        per.get(review + "/questions/1.1/rating").post(review + "/questions/1.1/rating", "says", "not_rated");
        PeerOf.moderated(context, board, made);
        var desk = "/assurance/cycles/" + made.cycle() + "/moderation/1.1";
        assertThat(main(bea.get(desk))).contains(ownerName(), "What does " + ownerName());
        bea.get(bea.page().select("a:contains(Hide names)").attr("href"));
        assertThat(main(bea)).contains("Organisation A", "Organisation B", "Asks for clarity")
                .doesNotContain(ownerName());
        assertThat(bea.page().select("main a[href*=received]")).isEmpty();
        var next = bea.page().select("a:contains(Next question)").attr("href");
        assertThat(main(bea.get(next))).containsPattern("Organisation [AB]").doesNotContain(ownerName());
        assertThat(bea.get("/assurance/cycles/" + made.cycle() + "/moderation/9.9").status()).isEqualTo(404);
    }

    @Test
    void a_return_sent_back_says_why_and_can_be_corrected() {
        bea.get(received + "/moves/SEND_BACK").post(received + "/moves/SEND_BACK", "note", " ");
        assertThat(bea.status()).isEqualTo(422);
        bea.post(received + "/moves/SEND_BACK", "note", "Question 1.2 is cut off");
        assertThat(bea.follow().heading()).contains("Sent back");
        assertThat(main(cora.get("/assurance/returns/" + made.ret()))).contains("Question 1.2 is cut off", "The board");
        assertThat(per.get(review + "/questions/1.1").status()).as("it is with the organisation").isEqualTo(404);
    }

    @Test
    void evidence_is_in_the_pack_only_once_somebody_has_read_it_through() {
        var samples = bea.get(received + "/samples").page();
        var words = samples.select("textarea[name=words-1-1-1]").text();
        assertThat(words).contains("All crews were trained");
        bea.post(received + "/samples", "words-1-1-1", "Something else", "read-1-1-1", "yes");
        assertThat(bea.status()).isEqualTo(422);
        bea.post(received + "/samples", "words-1-1-1", words.replace("crews", "[[crews]]"), "read-1-1-1", "yes");
        assertThat(bea.status()).isEqualTo(302);
        assertThat(bea.get(received + "/samples").page().select("main").text()).contains("1 of 3 read through");
        assertThat(bea.page().select("textarea[name=words-1-1-1]").text()).contains("[[crews]]");
        var pack = context.getBean(ReviewPack.class).forPeer(peer, made.pairing());
        var printed = PrintedPack.of(pack, "today").items();
        assertThat(printed.getFirst().evidence()).singleElement().asString().contains("[removed: for privacy]")
                .doesNotContain("crews");
        assertThat(printed.get(1).evidence()).isEmpty();
        assertThat(printed.get(1).kept()).contains("nobody has read it through");
    }

    /** What one person left out would else be printed by what another kept a moment later. */
    @Test
    void what_somebody_leaves_out_meanwhile_is_not_put_back_by_a_page_opened_before() {
        var samples = received + "/samples";
        var words = bea.get(samples).page().select("textarea[name=words-1-1-1]").text();
        bea.post(samples, "words-1-1-1", words, "read-1-1-1", "yes");
        assertThat(bea.status()).isEqualTo(302);
        bea.get(samples);
        var before = bea.page().select("input[name=seen-1-1-1]").val();
        clock.pass(Duration.ofMinutes(1));
        var other = boardTown.visitor(boardTown.person("Bo Garrick", Role.BOARD_MANAGER), port).get(samples);
        other.post(samples, "words-1-1-1", words.replace("crews", "[[crews]]"), "read-1-1-1", "yes", "seen-1-1-1",
                before);
        assertThat(other.status()).isEqualTo(302);

        var second = bea.page().select("textarea[name=words-1-2-1]").text();
        bea.post(samples, "words-1-1-1", words, "read-1-1-1", "yes", "seen-1-1-1", before, "words-1-2-1", second,
                "read-1-2-1", "yes", "seen-1-2-1", "");
        assertThat(bea.status()).isEqualTo(409);
        assertThat(bea.page().select(".govuk-error-summary").text()).contains("Somebody else read this through",
                "[[crews]]");
        assertThat(bea.page().select("textarea[name=words-1-1-1]").text()).as("what was typed").isEqualTo(words);
        var now = bea.page().select("input[name=seen-1-1-1]").val();
        bea.post(samples, "words-1-1-1", words.replace("crews", "[[crews]]"), "read-1-1-1", "yes", "seen-1-1-1", now,
                "words-1-2-1", second, "read-1-2-1", "yes", "seen-1-2-1", "");
        assertThat(bea.status()).isEqualTo(302);
        assertThat(bea.get(samples).page().select("textarea[name=words-1-1-1]").text()).contains("[[crews]]");
        assertThat(main(bea)).contains("2 of 3 read through");
    }

    @Test
    void the_pack_is_printed_after_a_fresh_confirmation() throws Exception {
        clock.goTo(Instant.parse("2026-04-01T09:10:00Z"));
        assertThat(per.get(review + "/pack").location()).startsWith("/confirm?next=");
        var fresh = peerTown.confirmed(peer, port).get(review + "/pack");
        assertThat(fresh.status()).isEqualTo(200);
        assertThat(fresh.body()).startsWith("%PDF");
        assertThat(TaggedPdf.faults(fresh.download(review + "/pack").body())).isEmpty();
    }

    @Test
    void what_was_said_in_a_meeting_the_board_writes_down_with_its_minute() {
        PeerOf.declared(context, peer, made);
        var challenge = "/assurance/challenges/" + PeerOf.challenged(context, peer, made, ChallengeKind.CLARIFY);
        bea.get(challenge).post(challenge, "seen", "0", "turn", "ANSWER-OWNER-HEARD", "words", "The chair said so");
        assertThat(bea.page().select(".govuk-error-summary").text()).contains("Enter which group met");
        bea.post(challenge, with(MINUTE, "seen", "0", "turn", "ANSWER-OWNER-HEARD", "words", "The chair said so"));
        assertThat(main(bea.follow())).contains("Answered", "The chair said so", "From Quality panel, minute 4");
        per.get(challenge).post(challenge, "seen", "0", "turn", "ASK_AGAIN-PEER", "words", "And since when?");
        assertThat(per.status()).as("another turn was first").isEqualTo(409);
        assertThat(per.page().select("textarea[name=words]").text()).isEqualTo("And since when?");
        assertThat(main(per)).contains("The chair said so");
        bea.get(challenge).post(challenge, "seen", "1", "turn", "ASK_AGAIN-PEER", "words", "In writing, as the peer");
        assertThat(bea.status()).as("nobody writes for another without a minute").isEqualTo(422);
    }

    @Test
    void next_year_s_peers_see_what_was_asked_and_what_came_of_it() {
        PeerOf.declared(context, peer, made);
        var id = PeerOf.challenged(context, peer, made, ChallengeKind.EVIDENCE);
        PeerOf.turned(context, keeper, id, "ANSWER-OWNER", "The log is kept from now on.");
        clock.goTo(Instant.parse("2026-06-01T09:00:00Z"));
        var next = PeerOf.in(context, board, keeper, ownerTown.person("Al Marsh", Role.ACCOUNTABLE_OFFICER),
                peerTown.scope());
        var question = "/assurance/reviews/" + next.pairing() + "/questions/";
        per = peerTown.visitor(peer, port);
        assertThat(main(per.get(question + "1.1"))).contains("Asked before", "Where is the training log?",
                "Left: Answered", "The log is kept from now on.");
        assertThat(main(per.get(question + "1.2"))).doesNotContain("Asked before");
    }
}
