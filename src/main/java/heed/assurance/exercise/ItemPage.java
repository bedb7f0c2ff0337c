package heed.assurance.exercise;

import heed.assurance.evidence.Standing;
import heed.assurance.exercise.ReturnReading.Before;
import heed.assurance.exercise.ReturnReading.OpenedItem;
import heed.platform.Actor;
import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One question with everything beside it. Public only because templates compile elsewhere.
 *
 * @param title    the question
 * @param caption  the return, and the question's number
 * @param back     the return
 * @param base     where the question's pages are
 * @param bullets  what is to be answered one by one
 * @param toDo     what is to be done about it
 * @param writes   whether it can be written now
 * @param keeps    whether they keep the return
 * @param answer   the answer, to be written
 * @param blocks   the answer, to be read
 * @param was      the version that is shown
 * @param carried  how it stands to last year's text; null for nothing to say
 * @param confirms whether last year's text can be confirmed
 * @param theirs   what somebody else saved meanwhile; null for nothing
 * @param ratings  what each voice says
 * @param past     ratings that were, latest first
 * @param evidence statements that stand
 * @param aside    statements that do not
 * @param window   what evidence has to be about
 * @param figures  figures cited
 * @param offered  figures that its text gives and that are not among them
 * @param actions  actions that answer it
 * @param begin    where an action is begun; null where none can be
 * @param noAction why there is none; null for no reason given
 * @param shares   whom it is shared with
 * @param mine     their own part in it; null where it was not shared with them
 * @param before   what was answered a year before; null where nothing was
 * @param counted  figures that Heed counts and that bear on it
 * @param earlier  the question before this one; null at the start
 * @param next     the question after it; null at the end
 */
public record ItemPage(Frame frame, List<Problem> problems, String title, String caption, String back, String base,
        List<String> bullets, List<String> toDo, boolean writes, boolean keeps, Field answer,
        List<SimpleText.Block> blocks, int was, @Nullable String carried, boolean confirms, @Nullable String theirs,
        List<Said> ratings, List<Said> past, List<Proof> evidence, List<Proof> aside, String window,
        List<Number> figures, List<Offer> offered, List<Act> actions, @Nullable String begin, @Nullable String noAction,
        List<Shared> shares, @Nullable Mine mine, @Nullable LastYear before, List<Counted> counted,
        @Nullable Neighbour earlier, @Nullable Neighbour next) {
    /** A rating as shown: whose, what, what that means, and what goes with it. */
    public record Said(String voice, String words, String colour, String meaning, List<String> more, String who) {
    }

    /** A statement as shown. */
    public record Proof(String words, String about, String standing, String colour, String state, String who,
            @Nullable String change, List<Move> moves) {
    }

    /** Something that can be done to a statement. */
    public record Move(String action, String move, String words, String version) {
    }

    /** A figure as shown. */
    public record Number(String title, String says, String more, List<Fact.Part> parts, String source,
            @Nullable String clash, @Nullable String removal) {
    }

    /** A figure of the text. @param says the figure @param sentence where it stands @param keep where it is kept */
    public record Offer(String says, String sentence, String keep) {
    }

    /** An action as shown. */
    public record Act(String words, String href, String lead, String state) {
    }

    /** A figure that Heed counts. @param keep where it is cited */
    public record Counted(String title, String says, String keep) {
    }

    /** Another question of the return. */
    public record Neighbour(String code, String href) {
    }

    /** Somebody it is shared with. */
    public record Shared(String name, String words, @Nullable String ending, @Nullable String done) {
    }

    /** Their own part. */
    public record Mine(String words, String action, boolean done) {
    }

    /** What was answered a year before. @param href its page; null where they may not open it */
    public record LastYear(String title, @Nullable String href, List<Said> ratings, List<SimpleText.Block> answer,
            List<String> evidence) {
    }

    static ItemPage of(Actor by, Frame frame, OpenedItem item, @Nullable String begin, Map<UUID, String> names,
            LondonTime time, LocalDate today, ItemPages.Typed typed, List<FiguresBeside.Counted> counted) {
        var opened = item.opened();
        var made = opened.made();
        var base = made.href() + "/questions/" + item.item().code();
        var shares = opened.shares().stream().filter(s -> s.item().equals(item.item().code())).toList();
        var mine = shares.stream().filter(s -> by.is(s.staff())).findFirst().orElse(null);
        boolean writes = opened.writes() && (opened.keeps() || mine != null);
        var scale = opened.edition().scale();
        Predicate<Rating> now = r -> opened.ratings().stream().anyMatch(n -> n.id().equals(r.id()));
        return new ItemPage(frame.withTitle(item.item().code() + " " + item.asked().title()).withBack(made.href()),
                typed.problems(), item.asked().title(),
                opened.edition().title() + " " + made.year() + ", question " + item.item().code(), made.href(), base,
                item.asked().bullets(),
                made.state().fixed()
                        ? List.of()
                        : opened.missing().stream().filter(m -> m.kind() != SignOffCheck.Kind.WAITING)
                                .map(m -> m.kind().words()).toList(),
                writes, opened.keeps(),
                Field.of("answer", "Answer").withHint(
                        "Paragraphs, with an empty line between. Start a line with “- ” for a list, or put “|” between the cells of a table.")
                        .withValue(typed.answer() == null ? item.item().answer() : typed.answer())
                        .withProblem(typed.problems().stream().map(Problem::text).findFirst().orElse(null)),
                SimpleText.read(item.item().answer()), item.item().version(), item.item().carried().words(),
                writes && item.item().carried() == Carried.CARRIED && item.item().answered(), typed.theirs(),
                opened.ratings().stream().map(r -> said(scale, r, names, opened.beside(r), time)).toList(),
                item.ratings().reversed().stream().filter(now.negate())
                        .map(r -> said(scale, r, names, opened.beside(r), time))
                        .toList(),
                opened.statements().stream().filter(s -> s.state().live())
                        .map(s -> proof(by, opened, s, base, writes, names, time)).toList(),
                opened.statements().stream().filter(s -> !s.state().live())
                        .map(s -> proof(by, opened, s, base, writes, names, time)).toList(),
                ReturnWords.window(made.window()),
                opened.facts().stream().map(f -> number(f, opened.clashes(), base, writes, time)).toList(),
                writes ? offered(item, base) : List.of(),
                opened.actions().stream().map(a -> new Act(a.words(), a.href(), a.lead(), a.state())).toList(),
                writes ? begin : null, item.item().noAction(),
                shares.stream().map(s -> new Shared(names.getOrDefault(s.staff(), "Someone who has left"),
                        capital(s.words(today)),
                        opened.keeps() ? base + "/shares/" + s.id() + "/ending" : null,
                        opened.keeps() && made.state().open() && s.doneAt() == null
                                && !by.is(s.staff())
                                        ? base + "/shares/" + s.id() + "/done"
                                        : null))
                        .toList(),
                // Once nobody writes any more, nothing is asked of them.
                mine == null || !made.state().open()
                        ? null
                        : new Mine(names.getOrDefault(mine.askedBy(), "A colleague") + " asks you to answer this by "
                                + ReturnWords.day(mine.due()) + "." + (mine.late(today) ? " That day is past." : ""),
                                base + "/shares/" + mine.id() + "/done", mine.doneAt() != null),
                item.before() == null ? null : before(item.before(), opened, names, time),
                counted.stream()
                        .map(c -> new Counted(c.title(), c.says(), base + "/figures?measure=" + c.code())).toList(),
                neighbour(item, -1), neighbour(item, 1));
    }

    private static @Nullable Neighbour neighbour(OpenedItem item, int step) {
        int at = item.order().indexOf(item.item().code()) + step;
        return at < 0 || at >= item.order().size()
                ? null
                : new Neighbour(item.order().get(at),
                        ItemController.href(item.opened().made().id(), item.order().get(at)));
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static List<Offer> offered(OpenedItem item, String base) {
        var found = FoundFigure.in(item.item(), item.opened().statements(), item.opened().facts());
        return java.util.stream.IntStream.range(0, found.size())
                .mapToObj(n -> new Offer(found.get(n).says(), found.get(n).sentence(), base + "/figures?found=" + n))
                .toList();
    }

    static Said said(RatingScale scale, Rating r, Map<UUID, String> names, List<String> beside,
            LondonTime time) {
        var more = new java.util.ArrayList<String>();
        if (r.override() != null)
            more.add("Stands without evidence from the window: " + r.override());
        var ground = r.ground();
        if (ground != null)
            more.add(ground.shown());
        more.addAll(beside);
        // What others gave is their organisation's; what was typed here is whoever's typed it.
        var typist = names.getOrDefault(r.by(), "Someone who has left");
        var who = r.voice() == Voice.SELF || names.containsKey(r.by())
                ? typist
                : names.getOrDefault(r.organisation(), "Another organisation");
        if (r.transcribed() != null)
            more.add("Transcribed by " + typist + ", from: " + r.transcribed());
        return new Said(
                r.voice().words() + (r.audience() == Audience.ALL ? "" : ", " + r.audience().words()),
                ReturnWords.verdict(scale, r.verdict()), ReturnWords.colour(scale, r.verdict()),
                ReturnWords.meaning(scale, r.verdict()), more, who + ", " + time.dayAndTime(r.at()));
    }

    private static Proof proof(Actor by, ReturnReading.Opened opened, Statement s, String base, boolean writes,
            Map<UUID, String> names, LondonTime time) {
        var standing = s.in(opened.made().window());
        var here = base + "/evidence/" + s.id();
        boolean own = by.is(s.writtenBy());
        return new Proof(s.words(),
                s.about().isEmpty() ? ReturnWords.undated(s.words()) : "About " + ReturnWords.about(s.about()),
                standing.words(), switch (standing) {
                    case IN -> "green";
                    case OUT -> "orange";
                    case UNDATED -> "yellow";
                }, s.state().words(),
                names.getOrDefault(s.writtenBy(), "Someone who has left") + ", " + time.dayAndTime(s.writtenAt()),
                writes && s.state().live() && (opened.keeps() || own) ? here : null,
                writes
                        ? EvidenceMove.from(s.state()).stream()
                                .filter(m -> offered(m, standing, opened.keeps(), own))
                                .map(m -> new Move(here + "/moving", m.name(), words(m),
                                        Integer.toString(s.version())))
                                .toList()
                        : List.of());
    }

    private static boolean offered(EvidenceMove move, Standing standing, boolean keeps, boolean own) {
        return switch (move) {
            case PROPOSE, PUT_IN, REPLACE -> false;
            case SET_ASIDE -> keeps && standing == Standing.OUT;
            case WITHDRAW_PROPOSED -> keeps || own;
            case ACCEPT, TAKE_UP, WITHDRAW -> keeps;
        };
    }

    private static String words(EvidenceMove move) {
        return switch (move) {
            case ACCEPT -> "Accept";
            case SET_ASIDE -> "Set aside";
            case TAKE_UP -> "Use it after all";
            case WITHDRAW, WITHDRAW_PROPOSED -> "Take back";
            case PROPOSE, PUT_IN, REPLACE -> move.words();
        };
    }

    private static Number number(Fact f, List<FactClash> clashes, String base, boolean writes, LondonTime time) {
        var asAt = f.asAt();
        var period = ReturnWords.period(f);
        var clash = clashes.stream().filter(c -> c.one().id().equals(f.id()) || c.other().id().equals(f.id()))
                .map(c -> c.one().id().equals(f.id()) ? c.other() : c.one())
                .map(o -> "Does not agree with “" + o.says() + "” (" + o.origin().words().toLowerCase(
                        java.util.Locale.UK) + ") for the same thing and time")
                .findFirst().orElse(null);
        return new Number(f.title(), f.says(),
                (period.isEmpty() ? "" : period + ". ") + f.origin().words()
                        + (asAt == null ? "" : ", as at " + time.dayAndTime(asAt)),
                f.parts(), f.source(), clash, writes ? base + "/figures/" + f.id() + "/removal" : null);
    }

    private static LastYear before(Before before, ReturnReading.Opened opened, Map<UUID, String> names,
            LondonTime time) {
        var scale = before.edition().scale();
        return new LastYear(
                before.edition().title() + " " + before.made().year() + ", question " + before.item().code(),
                before.opens() ? before.made().href() + "/questions/" + before.item().code() : null,
                before.ratings().stream().map(r -> said(scale, r, names, opened.beside(r), time)).toList(),
                SimpleText.read(before.item().answer()),
                before.evidence().stream().map(Statement::words).filter(Objects::nonNull).toList());
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "ItemPage[" + base + "]";
    }
}
