package heed.demo;

import heed.assurance.exercise.Audience;
import heed.assurance.exercise.ReceivedReturns;
import heed.assurance.exercise.ReturnMove;
import heed.assurance.exercise.Verdict;
import heed.assurance.peerreview.BoardAgreement;
import heed.assurance.peerreview.BoardDesk;
import heed.assurance.peerreview.Challenge;
import heed.assurance.peerreview.ChallengeKind;
import heed.assurance.peerreview.ChallengeOutcome;
import heed.assurance.peerreview.Challenging;
import heed.assurance.peerreview.Minute;
import heed.assurance.peerreview.PanelDecision;
import heed.assurance.peerreview.PanelDesk;
import heed.assurance.peerreview.PeerDesk;
import heed.assurance.peerreview.Relationship;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What the invented neighbours ask about each other's returns, and what panel and board make of it. Every act goes from one
 * scope to another, so none of this is one transaction; what an earlier one should have left and did not is passed over.
 */
@Component
@Profile("demo")
class DemoPeers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final BoardDesk desk;
    private final PeerDesk peer;
    private final Challenging challenging;
    private final PanelDesk panel;
    private final ReceivedReturns received;
    private final Transactions transactions;

    DemoPeers(BoardDesk desk, PeerDesk peer, Challenging challenging, PanelDesk panel, ReceivedReturns received,
            Transactions transactions) {
        this.desk = desk;
        this.peer = peer;
        this.challenging = challenging;
        this.panel = panel;
        this.received = received;
        this.transactions = transactions;
    }

    /** A day as people write it. */
    static String words(LocalDate day) {
        return DAY.format(day);
    }

    private static DemoScript script(DemoStory story, String year) {
        return DemoScript.read("peers.yaml", story.today()).under(year);
    }

    private static String other(String scope) {
        return scope.equals(DemoStory.COUNCIL) ? DemoStory.NEIGHBOUR : DemoStory.COUNCIL;
    }

    /** Each reviews the other's return, and says what there is between them. */
    private void paired(DemoStory story, String year, int from, int until) {
        var board = story.board();
        var cycle = story.id("cycle:" + year);
        var tie = DemoScript.read("peers.yaml", story.today()).text("tie");
        for (var owner : List.of(DemoStory.COUNCIL, DemoStory.NEIGHBOUR)) {
            var reviewer = story.scope(other(owner));
            DemoClock.at(story.at(from, 15), () -> desk.pair(board, cycle, reviewer, story.scope(owner),
                    story.day(from), story.day(until)));
            var pairing = DemoClock.at(story.at(from, 16), () -> desk.desk(board, cycle)).pairings().stream()
                    .filter(p -> p.reviewer().equals(reviewer)).findFirst().orElseThrow().id();
            story.keep("pairing:" + year + ":" + owner, pairing);
            DemoClock.at(story.at(from + 1, 0), () -> peer.declare(story.keeper(other(owner)), pairing,
                    List.of(new Relationship(Relationship.Kind.SAME_GROUP, tie))));
        }
    }

    /** A challenge to an owner's answer; what it is about stands under that name. */
    private Optional<UUID> asked(DemoStory story, String year, String owner, DemoScript what, ChallengeKind kind,
            int day) {
        var pairing = story.find("pairing:" + year + ":" + owner);
        if (pairing.isEmpty())
            return Optional.empty();
        var raised = DemoClock.at(story.at(day, 0), () -> peer.raise(story.keeper(other(owner)), pairing.get(),
                what.text("code"), Audience.ALL, kind, what.text("words")));
        if (!raised.wrong().isEmpty())
            throw new IllegalStateException(what.text("code") + " cannot be asked about: " + raised.wrong());
        return Optional.ofNullable(raised.challenge());
    }

    private void turn(DemoStory story, @Nullable UUID challenge, int seen, Actor by, String code, String words,
            @Nullable ChallengeOutcome outcome, int day) {
        if (challenge != null)
            DemoClock.at(story.at(day, 25),
                    () -> challenging.turn(by, challenge, seen, code, new Challenge.Said(words, null, outcome)));
    }

    /** Last year: praise, a question that was answered, and one that went to the panel; and each other's rating. */
    void lastYear(DemoStory story) {
        paired(story, DemoReturns.LAST, -342, -318);
        var script = script(story, DemoReturns.LAST);
        var owner = story.keeper(DemoStory.COUNCIL);
        var reviewer = story.keeper(DemoStory.NEIGHBOUR);
        asked(story, DemoReturns.LAST, DemoStory.COUNCIL, script.under("praise"), ChallengeKind.GOOD_PRACTICE, -340);
        var shown = script.under("evidence");
        var evidence = asked(story, DemoReturns.LAST, DemoStory.COUNCIL, shown, ChallengeKind.EVIDENCE, -339)
                .orElse(null);
        turn(story, evidence, 0, owner, "ANSWER-OWNER", shown.text("answer"), null, -335);
        turn(story, evidence, 1, reviewer, "RESOLVE-PEER", shown.text("end"), ChallengeOutcome.EVIDENCE_SHOWN, -333);
        var disputed = script.under("high");
        var high = asked(story, DemoReturns.LAST, DemoStory.COUNCIL, disputed, ChallengeKind.TOO_HIGH, -338)
                .orElse(null);
        turn(story, high, 0, owner, "ANSWER-OWNER", disputed.text("answer"), null, -334);
        turn(story, high, 1, reviewer, "REFER-PEER", disputed.text("refer"), null, -331);
        if (high != null)
            story.keep("challenge:high", high);
        rated(story, script.under("rating").text("code"), script.under("rating").text("level"), -330);
        rated(story, disputed.text("code"), "G", -330);
    }

    private void rated(DemoStory story, String code, String level, int day) {
        var pairing = story.find("pairing:" + DemoReturns.LAST + ":" + DemoStory.COUNCIL);
        var wrong = pairing.isEmpty()
                ? List.<String>of()
                : DemoClock.at(story.at(day, 0), () -> peer.rate(story.keeper(DemoStory.NEIGHBOUR), pairing.get(),
                        code, Audience.ALL, new Verdict.Level(level, null)));
        if (!wrong.isEmpty())
            throw new IllegalStateException(code + " cannot be rated by a peer: " + wrong);
    }

    private UUID copy(DemoStory story, String year, String owner) {
        var board = story.board();
        return transactions.inScope(board.scope(), () -> received.of(board, story.id("cycle:" + year))).stream()
                .filter(c -> c.from().equals(story.scope(owner))).findFirst().orElseThrow().id();
    }

    /** The panel decides what was referred, and the board agrees every rating. */
    void lastYearDecided(DemoStory story) {
        var board = story.board();
        var script = script(story, DemoReturns.LAST);
        var minute = new Minute("Quality panel", "3", story.day(-301));
        var code = script.under("high").text("code");
        var panelSays = new Verdict.Level("G", null);
        var high = story.find("challenge:high").orElse(null);
        if (high != null)
            DemoClock.at(story.at(-300, 0), () -> refused(panel.decide(board, new PanelDecision(UUID.randomUUID(),
                    copy(story, DemoReturns.LAST, DemoStory.COUNCIL), story.scope(DemoStory.COUNCIL), code,
                    Audience.ALL, panelSays, script.text("panel"), minute,
                    Set.of(story.scope(DemoStory.NEIGHBOUR), board.scope()),
                    Set.of(challenging.open(board, high).challenge().ref())))));
        for (var owner : List.of(DemoStory.COUNCIL, DemoStory.NEIGHBOUR)) {
            var lines = new ArrayList<BoardAgreement.Line>();
            for (var item : DemoReturns.items(story, owner, DemoReturns.LAST)) {
                boolean decided = high != null && owner.equals(DemoStory.COUNCIL) && item.text("code").equals(code);
                lines.add(new BoardAgreement.Line(item.text("code"), Audience.ALL,
                        decided ? panelSays : new Verdict.Level(DemoReturns.verdict(item).code(), null), ""));
            }
            DemoClock.at(story.at(-295, 0), () -> refused(panel.agree(board,
                    new BoardAgreement(copy(story, DemoReturns.LAST, owner),
                            new Minute("Partnership board", "6", story.day(-296)), lines))));
        }
    }

    private static void refused(List<String> wrong) {
        if (!wrong.isEmpty())
            throw new IllegalStateException("neither panel nor board would write this: " + wrong);
    }

    /** Both returns are out. */
    void lastYearOut(DemoStory story) {
        for (var owner : List.of(DemoStory.COUNCIL, DemoStory.NEIGHBOUR))
            DemoClock.at(story.at(-268, 0), () -> panel.move(story.board(), copy(story, DemoReturns.LAST, owner),
                    ReturnMove.PUBLISH, "", true));
    }

    /** The audit: one question settled, one answered, one open, and one that the council asked its neighbour. */
    void audit(DemoStory story) {
        paired(story, DemoReturns.AUDIT, -41, 14);
        var script = script(story, DemoReturns.AUDIT);
        var owner = story.keeper(DemoStory.COUNCIL);
        var settled = script.under("settled");
        var first = asked(story, DemoReturns.AUDIT, DemoStory.COUNCIL, settled, ChallengeKind.CLARIFY, -30)
                .orElse(null);
        turn(story, first, 0, owner, "ANSWER-OWNER", settled.text("answer"), null, -26);
        turn(story, first, 1, story.keeper(DemoStory.NEIGHBOUR), "RESOLVE-PEER", settled.text("end"),
                ChallengeOutcome.CLEARER, -24);
        var answered = script.under("answered");
        var second = asked(story, DemoReturns.AUDIT, DemoStory.COUNCIL, answered, ChallengeKind.EVIDENCE, -20)
                .orElse(null);
        turn(story, second, 0, owner, "ANSWER-OWNER", answered.text("answer"), null, -9);
        asked(story, DemoReturns.AUDIT, DemoStory.COUNCIL, script.under("open"), ChallengeKind.CLARIFY, -6);
        asked(story, DemoReturns.AUDIT, DemoStory.NEIGHBOUR, script.under("asked"), ChallengeKind.TOO_LOW, -5);
    }
}
