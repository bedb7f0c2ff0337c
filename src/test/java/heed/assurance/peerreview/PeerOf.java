package heed.assurance.peerreview;

import heed.access.Role;
import heed.assurance.cycle.CycleMove;
import heed.assurance.cycle.CycleOf;
import heed.assurance.exercise.Audience;
import heed.assurance.exercise.Facets;
import heed.assurance.exercise.RatingScale;
import heed.assurance.exercise.ReceivedReturns;
import heed.assurance.exercise.ReturnOf;
import heed.assurance.exercise.Verdict;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.web.LondonTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** A cycle in peer review with a return that came, for tests that only need one to be there. */
public final class PeerOf {
    private PeerOf() {
    }

    /**
     * What there is.
     *
     * @param cycle    the cycle, in peer review
     * @param ret      the owner's return
     * @param received the board's copy of it
     * @param pairing  by which the peer reviews it
     */
    public record Made(UUID cycle, UUID ret, UUID received, UUID pairing) {
    }

    /** Everything up to peer review. */
    public static Made in(ApplicationContext context, Actor board, Actor keeper, Actor signer, UUID peerScope) {
        var cycle = CycleOf.planned(context, board);
        var invitation = CycleOf.invited(context, board, cycle, keeper.scope());
        CycleOf.moved(context, board, cycle, CycleMove.OPEN_IT);
        return paired(context, board, cycle, ReturnOf.submittedTo(context, keeper, signer, invitation),
                keeper.scope(), peerScope);
    }

    /** From one return that came to its review by a peer. */
    public static Made paired(ApplicationContext context, Actor board, UUID cycle, UUID ret, UUID owner,
            UUID peerScope) {
        CycleOf.moved(context, board, cycle, CycleMove.CLOSE);
        CycleOf.moved(context, board, cycle, CycleMove.BEGIN_PEER_REVIEW);
        context.getBean(BoardDesk.class).pair(board, cycle, peerScope, owner, LocalDate.of(2020, 1, 1),
                LocalDate.of(2100, 1, 1));
        return made(context, board, cycle, ret);
    }

    /** What there is once the one return that came has the one who reviews it. */
    public static Made made(ApplicationContext context, Actor board, UUID cycle, UUID ret) {
        var received = context.getBean(Transactions.class).inScope(board.scope(),
                () -> context.getBean(ReceivedReturns.class).of(board, cycle)).getFirst().id();
        return new Made(cycle, ret, received,
                context.getBean(BoardDesk.class).desk(board, cycle).pairings().getFirst().id());
    }

    /** The panel sits. */
    public static void moderated(ApplicationContext context, Actor board, Made made) {
        CycleOf.moved(context, board, made.cycle(), CycleMove.BEGIN_MODERATION);
    }

    /** A peer declares these kinds of relationship. */
    public static void declared(ApplicationContext context, Actor peer, Made made, Relationship.Kind... kinds) {
        context.getBean(PeerDesk.class).declare(peer, made.pairing(),
                List.of(kinds).stream().map(k -> new Relationship(k, "We share a duty desk")).toList());
    }

    /** The id of the declaration that was made last. */
    public static UUID declaration(ApplicationContext context, Actor board, Made made) {
        return context.getBean(BoardDesk.class).desk(board, made.cycle()).declarations().getLast().id();
    }

    /** The panel lets who declared that take part. */
    public static void allowed(ApplicationContext context, Actor board, UUID declaration, String panel, String why) {
        context.getBean(BoardDesk.class).rule(board, declaration, new Declaration.Ruling(
                Declaration.Ruling.Says.TAKES_PART, new Minute(panel, "4", today(context)), why));
    }

    /** A challenge on question 1.1. */
    public static UUID challenged(ApplicationContext context, Actor peer, Made made, ChallengeKind kind) {
        var raised = context.getBean(PeerDesk.class).raise(peer, made.pairing(), "1.1", Audience.ALL, kind,
                "Where is the training log?");
        if (raised.challenge() == null)
            throw new AssertionError(raised.wrong().toString());
        return raised.challenge();
    }

    /** A turn in it. */
    public static void turned(ApplicationContext context, Actor by, UUID challenge, String code, String words) {
        var challenging = context.getBean(Challenging.class);
        challenging.turn(by, challenge, challenging.open(by, challenge).challenge().version(), code,
                Challenge.Said.of(words));
    }

    /** Somebody who keeps the return of a scope, for acts that need nobody to sign in. */
    private static Actor keeperOf(UUID scope) {
        return new Actor(UUID.randomUUID(), scope, UUID.randomUUID(),
                Role.permits(Set.of(Role.STAFF, Role.COORDINATOR)), "test");
    }

    /** A cycle's reviews in a scope that is board and organisation in one, standing where this route works. */
    public static Map<String, String> reviews(ApplicationContext context, Actor board, Actor keeper, Actor signer,
            UUID peerScope, String path) {
        var made = in(context, board, keeper, signer, peerScope);
        declared(context, keeperOf(peerScope), made, Relationship.Kind.SAME_GROUP);
        if (path.endsWith("/panel") || path.endsWith("/agreement"))
            moderated(context, board, made);
        return Map.of("id", made.cycle().toString(), "received", made.received().toString(), "pairing",
                made.pairing().toString(), "declaration", declaration(context, board, made).toString(), "question",
                "1.1", "move", "SEND_BACK");
    }

    /** A review that a board elsewhere asks this scope for. */
    public static Map<String, String> review(ApplicationContext context, Actor board, Actor keeper, Actor signer,
            UUID peerScope, String path) {
        var made = in(context, board, keeper, signer, peerScope);
        if (path.endsWith("/rating") || path.endsWith("/challenge"))
            declared(context, keeperOf(peerScope), made);
        return Map.of("pairing", made.pairing().toString(), "question", "1.1");
    }

    /** A challenge on the return of a scope that is board and organisation in one. */
    public static Map<String, String> challenge(ApplicationContext context, Actor board, Actor keeper, Actor signer,
            Actor peer) {
        var made = in(context, board, keeper, signer, peer.scope());
        declared(context, peer, made);
        return Map.of("challenge", challenged(context, peer, made, ChallengeKind.TOO_HIGH).toString());
    }

    /** A review from outside. */
    public static UUID outside(ApplicationContext context, Actor keeper) {
        return outside(context, keeper, "A look from outside, " + UUID.randomUUID(), "Case files were not examined");
    }

    /** The same, called this, with something that its reviewers could not do. */
    public static UUID outside(ApplicationContext context, Actor keeper, String title, String limitation) {
        var review = new IndependentReview(UUID.randomUUID(), keeper.council(), ReviewKind.COMMISSIONED, title, null,
                LocalDate.of(2020, 5, 1), List.of(new IndependentReview.Member("Chair of a board elsewhere", false)),
                List.of(ReviewMethod.DOCUMENTS),
                List.of(new IndependentReview.Limitation(limitation, List.of(ReviewMethod.CASE_FILES), List.of())),
                List.of(new IndependentReview.Area("Leadership", List.of("1.1"))), List.of(), "Sound");
        var faults = context.getBean(OutsideReviews.class).record(keeper, review,
                new RatingScale("none", 1, "", List.of(), Map.of(), List.of()), null, null);
        if (!faults.isEmpty())
            throw new AssertionError(faults.toString());
        return review.id();
    }

    /** The day in London by the clock of the tests. */
    public static LocalDate today(ApplicationContext context) {
        return LocalDate.ofInstant(context.getBean(Clock.class).instant(), LondonTime.ZONE);
    }

    private static String[] minuted(ApplicationContext context, String... first) {
        var today = today(context);
        var all = new ArrayList<>(List.of(first));
        all.addAll(List.of("group", "Quality panel", "minute", "4", "minute-day-day",
                String.valueOf(today.getDayOfMonth()), "minute-day-month", String.valueOf(today.getMonthValue()),
                "minute-day-year", String.valueOf(today.getYear())));
        return all.toArray(String[]::new);
    }

    /** What is sent to forms of reviews; null for others. */
    public static String @Nullable [] sent(ApplicationContext context, String template, String path, Actor by) {
        if (template.startsWith("/assurance/reviews/{pairing}/questions/"))
            // Each reviewer declares for themselves.
            context.getBean(PeerDesk.class).declare(by, UUID.fromString(path.split("/")[3]), List.of());
        return switch (template) {
            case "/assurance/cycles/{id}/reviews/pairing" -> new String[]{"how", "all", "each", "1", "from-day", "1",
                    "from-month", "1", "from-year", "2026", "until-day", "1", "until-month", "1", "until-year", "2099"};
            case "/assurance/cycles/{id}/reviews/{pairing}/ending" -> new String[]{"end", "yes"};
            case "/assurance/declarations/{declaration}/ruling" ->
                minuted(context, "says", "TAKES_PART", "why", "A small county");
            case "/assurance/received/{received}/agreement" ->
                minuted(context, "level-1-1-ALL", "B", "level-1-2-ALL", "B",
                        "level-2-10-ALL", "B");
            case "/assurance/received/{received}/moves/{move}" -> new String[]{"note", "Question 1.2 is cut off"};
            case "/assurance/received/{received}/questions/{question}/panel" ->
                minuted(context, "says", "level", "attainment",
                        "begun", "evidenced", "evidence_ready", "why", "The log ends in May", "deciding",
                        by.scope().equals(ownerOf(context, by, path)) ? elsewhere(context, by) : by.scope().toString());
            case "/assurance/received/{received}/samples" -> new String[]{"words-1-1-1",
                    "All crews were trained in June 2025.", "read-1-1-1", "yes"};
            case "/assurance/reviews/{pairing}/declaration" -> new String[]{"any", "none"};
            case "/assurance/reviews/{pairing}/questions/{question}/challenge" -> new String[]{"kind", "CLARIFY",
                    "words", "What does it mean?"};
            case "/assurance/reviews/{pairing}/questions/{question}/rating" -> new String[]{"says", "not_rated"};
            case "/assurance/challenges/{challenge}" -> new String[]{"seen", "0", "turn", "ANSWER-OWNER", "words",
                    "In the appendix."};
            case "/assurance/challenges/{challenge}/rating" -> new String[]{"says", "level", "attainment", "begun",
                    "evidenced", "evidence_ready"};
            case "/assurance/outside-reviews/judgements/{edition}" -> new String[]{"voice", "SELF", "what", "all",
                    "level", "B", "standards", "1.1", "source", "Review, 1.2"};
            case "/assurance/outside-reviews/recording" ->
                new String[]{"kind", "AUDIT", "title", "A look " + UUID.randomUUID(), "team",
                        "Chair of a board elsewhere", "methods", "DOCUMENTS"};
            default -> null;
        };
    }

    private static UUID ownerOf(ApplicationContext context, Actor by, String path) {
        return context.getBean(PanelDesk.class).open(by, UUID.fromString(path.split("/")[3])).owner();
    }

    /** Another organisation than the person's own. */
    private static String elsewhere(ApplicationContext context, Actor by) {
        return context.getBean(Organisations.class).scopes().stream().filter(s -> !s.id().equals(by.scope()))
                .findFirst().orElseThrow().id().toString();
    }

    /** Everything that people write in a review, about a name: by the peer, the organisation, the panel and the board. */
    public static Made everythingAbout(ApplicationContext context, Actor board, Actor keeper, Actor signer, Actor peer,
            String name) {
        var made = in(context, board, keeper, signer, peer.scope());
        context.getBean(PeerDesk.class).declare(peer, made.pairing(),
                List.of(new Relationship(Relationship.Kind.SAME_GROUP, "In a group with " + name)));
        var minute = new Minute("Panel of " + name, "4", today(context));
        allowed(context, board, declaration(context, board, made), "Panel of " + name, "Nobody minds " + name);
        var level = new Verdict.Level("A", new Facets("begun", "evidence_ready"));
        context.getBean(PeerDesk.class).rate(peer, made.pairing(), "1.2", Audience.ALL,
                new Verdict.NotApplicable("Not for " + name));
        var raised = context.getBean(PeerDesk.class).raise(peer, made.pairing(), "1.1", Audience.ALL,
                ChallengeKind.TOO_HIGH, "What says " + name + "?").challenge();
        if (raised == null)
            throw new AssertionError("not raised");
        turned(context, keeper, raised, "ANSWER-OWNER", "Ask " + name);
        turned(context, peer, raised, "REFER-PEER", "We asked " + name);
        moderated(context, board, made);
        var ref = context.getBean(Challenging.class).open(board, raised).challenge().ref();
        var wrong = context.getBean(PanelDesk.class).decide(board, new PanelDecision(UUID.randomUUID(),
                made.received(), keeper.scope(), "1.1", Audience.ALL, level, "As " + name + " showed", minute,
                Set.of(peer.scope()), Set.of(ref)));
        var lines = List.of(new BoardAgreement.Line("1.1", Audience.ALL,
                new Verdict.Level("B", new Facets("met", "evidence_ready")), "Agreed with " + name));
        wrong = wrong.isEmpty()
                ? context.getBean(PanelDesk.class).agree(board, new BoardAgreement(made.received(), minute, lines))
                : wrong;
        if (!wrong.isEmpty())
            throw new AssertionError(wrong.toString());
        return made;
    }
}
