package heed.assurance.peerreview;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.Visitor;
import heed.access.Role;
import heed.assurance.AssuranceOf;
import heed.assurance.check.Place;
import heed.assurance.cycle.CycleMove;
import heed.assurance.cycle.CycleOf;
import heed.assurance.exercise.ReturnDesk;
import heed.assurance.exercise.ReturnOf;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An organisation records what people from outside found, and what old papers say of its standards. */
@InTown
class OutsidePagesTest {
    private static final String HOME = "/assurance/outside-reviews";

    @Autowired
    private ApplicationContext context;
    @Autowired
    private SetClock clock;
    @LocalServerPort
    private int port;

    private Town town;
    private Actor keeper;
    private Visitor cora;
    private UUID edition;

    @BeforeEach
    void a_council_with_an_edition() {
        clock.goTo(Instant.parse("2026-04-01T09:00:00Z"));
        town = Town.in(context);
        keeper = town.person("Cora Vale", Role.COORDINATOR);
        edition = AssuranceOf.edition(context, town.person("Bea Garrick", Role.BOARD_MANAGER));
        cora = town.visitor(keeper, port);
    }

    @AfterEach
    void time_goes_on() {
        clock.startAgain();
    }

    private static String main(Visitor visitor) {
        return visitor.page().select("main").text();
    }

    @Test
    void a_review_is_recorded_corrected_and_keeps_what_it_was() {
        cora.get(HOME + "/recording").post(HOME + "/recording", "kind", "COMMISSIONED", "title", "Look of 2020", "team",
                "", "methods", "DOCUMENTS", "limitations", "Case files were not examined", "areas", "Leadership | 1.1");
        assertThat(cora.status()).isEqualTo(422);
        assertThat(cora.page().select(".govuk-error-summary").text()).contains("Say who the reviewers were");
        assertThat(cora.page().select("#title").val()).isEqualTo("Look of 2020");
        cora.post(HOME + "/recording", "kind", "COMMISSIONED", "title", "Look of 2020", "team",
                "Chair of a board elsewhere", "methods", "DOCUMENTS", "limitations", "Case files were not examined",
                "areas", "Leadership | 1.1");
        var review = cora.location();
        assertThat(main(cora.follow())).contains("Look of 2020", "Documents read", "Weakens the whole review",
                "Standards 1.1");
        cora.get(review + "?correct=yes");
        assertThat(cora.page().select("#areas").text()).isEqualTo("Leadership | 1.1");
        cora.post(HOME + "/recording", "kind", "COMMISSIONED", "title", "Look of 2020", "team", "Two chairs", "methods",
                "DOCUMENTS", "replaces", review.substring(review.lastIndexOf('/') + 1));
        assertThat(main(cora.follow())).contains("Two chairs");
        assertThat(cora.get(HOME).page().select("main .heed-lines a").eachText()).containsExactly("Look of 2020");
        assertThat(town.count("select count(*) from assurance.independent_review")).isEqualTo(2);
    }

    @Test
    void one_sentence_of_an_old_paper_is_a_rating_of_each_standard_by_its_own_voice() {
        var review = PeerOf.outside(context, keeper, "Look of 2020", "Case files were not examined");
        var judgements = HOME + "/judgements/" + edition;
        cora.get(judgements).post(judgements, "voice", "INDEPENDENT", "review", review.toString(), "what", "all",
                "level", "B", "standards", "1.1", "standards", "1.2");
        assertThat(cora.page().select(".govuk-error-summary").text()).contains("Say where it stands");
        cora.post(judgements, "voice", "INDEPENDENT", "review", review.toString(), "what", "all", "level", "B",
                "standards", "1.1", "standards", "1.2", "source", "Review, 1.2");
        assertThat(cora.status()).as(cora.page().select(".govuk-error-summary").text()).isEqualTo(302);
        cora.get(judgements).post(judgements, "voice", "PEER", "peer", "A neighbour", "what", "all", "level", "G",
                "standards", "1.1", "source", "Review, 1.3");
        cora.get(judgements).post(judgements, "voice", "SELF", "what", "all", "level", "B", "standards", "1.1",
                "source", "Review, 1.1");
        assertThat(cora.status()).isEqualTo(302);
        cora.get("/assurance");
        var ret = cora.page().select("main a[href^=/assurance/returns/]").stream().map(a -> a.attr("href"))
                .filter(h -> !h.endsWith("/opening")).findFirst().orElseThrow();
        var question = main(cora.get(ret + "/questions/1.1"));
        assertThat(question).contains("Own rating", "Peer rating", "Independent rating",
                "Independent review: Look of 2020", "Limitation: Case files were not examined",
                "from: Review, 1.2", "from: Review, 1.1");
        assertThat(main(cora.get(ret + "/questions/1.2"))).contains("Independent rating").doesNotContain("Peer rating");
        assertThat(town.count("select count(*) from assurance.return")).as("one return for all of them").isEqualTo(1);
        cora.get("/assurance/reports/new").post("/assurance/reports", "return",
                ret.substring(ret.lastIndexOf('/') + 1));
        assertThat(main(cora.get(cora.location() + "/whole"))).as("what members read").contains("Own rating",
                "Peer rating", "Independent rating *",
                "* Independent rating: Limitation: Case files were not examined");
    }

    @Test
    void a_review_that_is_called_otherwise_later_still_weakens_the_ratings_that_name_it() {
        var review = PeerOf.outside(context, keeper, "Look of 2020", "Case files were not examined").toString();
        var judgements = HOME + "/judgements/" + edition;
        cora.get(judgements).post(judgements, "voice", "INDEPENDENT", "review", review, "what", "all", "level", "B",
                "standards", "1.1", "source", "Review, 1.2");
        cora.get(HOME + "/" + review + "?correct=yes").post(HOME + "/recording", "kind", "COMMISSIONED", "title",
                "Look of spring 2020", "team", "Two chairs", "methods", "DOCUMENTS", "limitations",
                "Case files were not opened", "replaces", review);
        assertThat(cora.status()).as(cora.page().select(".govuk-error-summary").text()).isEqualTo(302);
        cora.get("/assurance");
        var ret = cora.page().select("main a[href^=/assurance/returns/]").stream().map(a -> a.attr("href"))
                .filter(h -> !h.endsWith("/opening") && !h.endsWith("/files")).findFirst().orElseThrow();
        assertThat(main(cora.get(ret + "/questions/1.1"))).contains("Independent review: Look of 2020",
                "Limitation: Case files were not opened");
    }

    @Test
    void who_corrects_a_review_second_is_told_and_two_reviews_have_two_titles() {
        var review = PeerOf.outside(context, keeper, "Look of 2020", "Case files were not examined").toString();
        String[] typed = {"kind", "COMMISSIONED", "team", "Two chairs", "methods", "DOCUMENTS"};
        cora.get(HOME + "/recording").post(HOME + "/recording", with(typed, "title", "look of 2020"));
        assertThat(cora.status()).isEqualTo(422);
        assertThat(cora.page().select("#title-error").text()).contains("Another review has this title");
        var len = town.visitor(town.person("Len Burr", Role.COORDINATOR), port).get(HOME + "/" + review
                + "?correct=yes");
        cora.post(HOME + "/recording", with(typed, "title", "Look of 2020", "replaces", review));
        assertThat(cora.status()).isEqualTo(302);
        len.post(HOME + "/recording", with(typed, "title", "Look of May", "replaces", review));
        assertThat(len.status()).isEqualTo(409);
        assertThat(main(len)).contains("Somebody else corrected this review while you did");
        assertThat(len.page().select("#title").val()).isEqualTo("Look of May");
        assertThat(town.count("select count(*) from assurance.independent_review")).as("no second review").isEqualTo(2);
    }

    /** What a review from outside could not do stands beside its rating wherever that is read. */
    @Test
    void a_rating_from_outside_goes_to_the_board_with_what_its_reviewers_could_not_do() throws IOException {
        var ownerTown = Town.in(context);
        var owner = ownerTown.person("Edda Vale", Role.COORDINATOR);
        var signer = ownerTown.person("Ade Marsh", Role.ACCOUNTABLE_OFFICER);
        var board = town.person("Bo Garrick", Role.BOARD_MANAGER);
        var cycle = CycleOf.planned(context, board);
        var invitation = CycleOf.invited(context, board, cycle, ownerTown.scope());
        CycleOf.moved(context, board, cycle, CycleMove.OPEN_IT);
        var ret = context.getBean(ReturnDesk.class).answer(owner, invitation, null);
        ReturnOf.written(context, owner, ret);

        var edda = ownerTown.visitor(owner, port);
        var review = PeerOf.outside(context, owner, "Look of 2026",
                "Case files were not examined. Helen Marrick was too ill to be asked.").toString();
        var judgements = edda.get(HOME).page().select("main a[href*=/judgements/]").attr("href");
        var says = new String[]{"what", "all", "level", "G", "standards", "1.1", "source", "Review, 1.2"};
        edda.get(judgements).post(judgements, with(says, "voice", "PEER", "peer", "A neighbour"));
        assertThat(edda.status()).as("nobody else rates what is still written").isEqualTo(422);
        assertThat(edda.page().select(".govuk-error-summary").text()).contains("still being written");
        edda.post(judgements, with(says, "voice", "INDEPENDENT", "review", review));
        assertThat(edda.status()).as(edda.page().select(".govuk-error-summary").text()).isEqualTo(302);
        ReturnOf.inReview(context, owner, ret);
        ReturnOf.signed(context, signer, ret);
        ReturnOf.submitted(context, owner, ret);
        var peerTown = Town.in(context);
        var made = PeerOf.paired(context, board, cycle, ret, ownerTown.scope(), peerTown.scope());

        var limited = new String[]{"Independent rating", "Independent review: Look of 2026",
                "Limitation: Case files were not examined"};
        try (var word = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(
                ownerTown.confirmed(owner, port).download("/assurance/returns/" + ret + "/word").body())))) {
            assertThat(word.getText()).contains(limited);
        }
        var bo = town.visitor(board, port);
        assertThat(main(bo.get("/assurance/received/" + made.received() + "/questions/1.1"))).contains(limited)
                .contains("Reviewers from outside");
        assertThat(main(bo.get("/assurance/received/" + made.received() + "/questions/1.2")))
                .doesNotContain("Limitation");
        assertThat(main(bo.get("/assurance/cycles/" + cycle + "/moderation/1.1"))).contains(limited);
        var peer = peerTown.person("Per Burr", Role.COORDINATOR);
        PeerOf.declared(context, peer, made);
        var per = peerTown.visitor(peer, port);
        assertThat(main(per.get("/assurance/reviews/" + made.pairing() + "/questions/1.1"))).contains(limited);

        var pack = context.getBean(ReviewPack.class).forPeer(peer, made.pairing());
        assertThat(pack.found()).as("what the board has to read before it publishes")
                .anyMatch(f -> f.place().part() == Place.Part.RATING);
        assertThat(PrintedPack.of(pack, "today").items().getFirst().ratings()).anySatisfy(line -> assertThat(line)
                .contains(limited).contains("[removed: a person may be known by this]"))
                .noneMatch(line -> line.contains("Marrick"));
    }

    private static String[] with(String[] more, String... first) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void only_those_who_keep_the_return_see_any_of_it() {
        var review = PeerOf.outside(context, keeper);
        var len = town.visitor(town.person("Len Burr"), port);
        assertThat(len.get(HOME).status()).isEqualTo(404);
        assertThat(len.get(HOME + "/" + review).status()).isEqualTo(404);
        var elsewhere = Town.in(context);
        var stray = elsewhere.visitor(elsewhere.person("Stray Wold", Role.COORDINATOR), port);
        assertThat(stray.get(HOME + "/" + review).status()).isEqualTo(404);
    }
}
