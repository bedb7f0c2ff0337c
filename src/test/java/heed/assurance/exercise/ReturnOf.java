package heed.assurance.exercise;

import heed.access.Role;
import heed.assurance.cycle.CycleMove;
import heed.assurance.cycle.CycleOf;
import heed.assurance.evidence.Window;
import heed.assurance.framework.FrameworkOf;
import heed.platform.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Returns for tests that only need some to be there. */
public final class ReturnOf {
    /** The questions of {@link FrameworkOf#edition}. */
    public static final List<String> QUESTIONS = List.of("1.1", "1.2", "2.10");
    /** What evidence has to be about. */
    public static final Window WINDOW = new Window(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31));

    private ReturnOf() {
    }

    /** A return of the keeper's scope, without a board, begun from another or empty. */
    public static UUID opened(ApplicationContext context, Actor keeper, @Nullable UUID from, Window window) {
        var edition = FrameworkOf.published(context, publisher(keeper));
        return context.getBean(ReturnDesk.class).open(keeper, edition, "", window, from);
    }

    /** An empty one that answers this edition. */
    public static UUID on(ApplicationContext context, Actor keeper, UUID edition, Window window) {
        return context.getBean(ReturnDesk.class).open(keeper, edition, "", window, null);
    }

    /** An empty one. */
    public static UUID opened(ApplicationContext context, Actor keeper) {
        return opened(context, keeper, null, WINDOW);
    }

    /** Somebody of the same scope who may publish frameworks. */
    private static Actor publisher(Actor keeper) {
        return new Actor(keeper.staff(), keeper.scope(), keeper.council(),
                Role.permits(Set.of(Role.STAFF, Role.BOARD_MANAGER)), keeper.from());
    }

    /** Writes and rates every answer, with evidence from the window, so that nothing is missing. */
    public static void written(ApplicationContext context, Actor keeper, UUID ret) {
        for (var code : QUESTIONS)
            answered(context, keeper, ret, code, "We do this well, and say how in " + code + ".");
    }

    /** Writes and rates one. */
    public static void answered(ApplicationContext context, Actor keeper, UUID ret, String code, String words) {
        var item = context.getBean(ReturnReading.class).item(keeper, ret, code).item();
        context.getBean(ItemWriting.class).answer(keeper, ret, code, item.version(), words);
        context.getBean(EvidenceWriting.class).write(keeper, ret, code, "All crews were trained in June 2025.", null);
        var faults = context.getBean(ItemWriting.class).rate(keeper, ret, code, Audience.ALL,
                new Verdict.Level("B", new Facets("met", "evidence_ready")), null);
        if (!faults.isEmpty())
            throw new AssertionError(faults.toString());
    }

    /** A statement of evidence. */
    public static UUID evidence(ApplicationContext context, Actor keeper, UUID ret, String code) {
        return context.getBean(EvidenceWriting.class).write(keeper, ret, code, "We met in May 2025.", null);
    }

    /** A typed figure. */
    public static UUID figure(ApplicationContext context, Actor keeper, UUID ret, String code, String value) {
        return context.getBean(FactWriting.class).type(keeper, ret, code,
                new FactWriting.Typed("Crews trained", new java.math.BigDecimal(value), "people",
                        LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31), "The training log"));
    }

    /** Shares an answer. */
    public static UUID shared(ApplicationContext context, Actor keeper, UUID ret, String code, Actor with) {
        context.getBean(ItemSharing.class).share(keeper, ret, List.of(code), with.staff(), LocalDate.of(2026, 5, 1));
        return context.getBean(ReturnReading.class).overview(keeper, ret).shares().stream()
                .filter(s -> s.staff().equals(with.staff()) && s.item().equals(code)).findFirst().orElseThrow().id();
    }

    /** Sends it for internal review. */
    public static void inReview(ApplicationContext context, Actor keeper, UUID ret) {
        context.getBean(ReturnDesk.class).askForReview(keeper, ret, version(context, keeper, ret));
    }

    /** Signs it off. */
    public static void signed(ApplicationContext context, Actor signer, UUID ret) {
        context.getBean(SigningOff.class).sign(signer, ret, version(context, signer, ret),
                new SigningOff.Signature("Strategic group", "Minute 12", LocalDate.of(2026, 3, 1), "Chief executive"));
    }

    /** Submits it. */
    public static void submitted(ApplicationContext context, Actor keeper, UUID ret) {
        context.getBean(SigningOff.class).submit(keeper, ret, version(context, keeper, ret));
    }

    /** Begins the version that corrects it. */
    public static UUID amended(ApplicationContext context, Actor keeper, UUID ret) {
        return context.getBean(ReturnDesk.class).amend(keeper, ret, "A figure was wrong");
    }

    /** Written, signed off and submitted to the board that invited; its id. */
    public static UUID submittedTo(ApplicationContext context, Actor keeper, Actor signer, UUID invitation) {
        var ret = context.getBean(ReturnDesk.class).answer(keeper, invitation, null);
        written(context, keeper, ret);
        inReview(context, keeper, ret);
        signed(context, signer, ret);
        submitted(context, keeper, ret);
        return ret;
    }

    /** The version that whoever moves it has read. */
    public static int version(ApplicationContext context, Actor by, UUID ret) {
        return context.getBean(ReturnReading.class).overview(by, ret).made().version();
    }

    /** A return with everything in it, standing where a route of this path works. */
    public static Map<String, String> standing(ApplicationContext context, Actor keeper, Actor signer, Actor colleague,
            String path) {
        var from = path.endsWith("/confirming") ? opened(context, keeper) : null;
        if (from != null)
            answered(context, keeper, from, "1.1", "We led last year.");
        var ret = opened(context, keeper, from, from == null
                ? WINDOW
                : new Window(WINDOW.to().plusDays(1), WINDOW.to().plusYears(1)));
        if (from == null && !path.endsWith("/lost-ratings"))
            written(context, keeper, ret);
        var share = shared(context, keeper, ret, "1.1", colleague);
        var values = Map.of("ret", ret.toString(), "question", "1.1", "share", share.toString(), "fact",
                figure(context, keeper, ret, "1.1", "12").toString(), "statement",
                evidence(context, keeper, ret, "1.1").toString());
        if (path.endsWith("/writing") || path.endsWith("/sign-off") || path.endsWith("/submission")
                || path.endsWith("/amending"))
            inReview(context, keeper, ret);
        if (path.endsWith("/submission") || path.endsWith("/amending"))
            signed(context, signer, ret);
        return values;
    }

    /** A return to this scope's own board with everything that people write in it about a name. Its path. */
    public static String everythingAbout(ApplicationContext context, Actor keeper, Actor signer, Actor board,
            String name) {
        var cycle = CycleOf.planned(context, board);
        var invitation = CycleOf.invited(context, board, cycle, board.scope());
        CycleOf.moved(context, board, cycle, CycleMove.OPEN_IT);
        var desk = context.getBean(ReturnDesk.class);
        var ret = desk.answer(keeper, invitation, null);
        written(context, keeper, ret);
        var writing = context.getBean(ItemWriting.class);
        var reading = context.getBean(ReturnReading.class);
        var best = new Verdict.Level("B", new Facets("met", "evidence_ready"));
        var low = new Verdict.Level("A", new Facets("begun", "evidence_ready"));
        writing.answer(keeper, ret, "1.1", reading.item(keeper, ret, "1.1").item().version(), "Answer on " + name);
        context.getBean(EvidenceWriting.class).write(keeper, ret, "1.1", "In May 2025 we met " + name, null);
        writing.rate(keeper, ret, "1.1", Audience.ALL, best, "Shown to " + name);
        writing.rate(keeper, ret, "2.10", Audience.ALL, low, null);
        writing.withoutAction(keeper, ret, "2.10", reading.item(keeper, ret, "2.10").item().version(),
                "No action for " + name);
        context.getBean(FactWriting.class).type(keeper, ret, "1.1", new FactWriting.Typed("Visits to " + name,
                new java.math.BigDecimal("3"), "visits", null, null, "Log of " + name));
        inReview(context, keeper, ret);
        desk.goOnWriting(signer, ret, version(context, signer, ret), "Ask " + name);
        inReview(context, keeper, ret);
        context.getBean(SigningOff.class).sign(signer, ret, version(context, signer, ret),
                new SigningOff.Signature("Group of " + name, "Minute 1", LocalDate.of(2025, 3, 1), "Post of " + name));
        submitted(context, keeper, ret);
        return "/assurance/returns/" + ret;
    }
}
