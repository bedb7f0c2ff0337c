package heed.assurance.peerreview;

import heed.assurance.evidence.Standing;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.RatingScale;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One question with all returns of a cycle side by side, for a panel; with names, or with letters in their place wherever
 * one could stand.
 *
 * @param code   the question's code
 * @param title  what is asked
 * @param hidden whether names are hidden
 * @param rows   the returns: by name, or by letter
 */
public record ModerationDesk(String code, String title, boolean hidden, List<Row> rows) {
    /** Copies the rows. */
    public ModerationDesk {
        rows = List.copyOf(rows);
    }

    /**
     * What of one return is laid on the desk.
     *
     * @param organisation whose it is
     * @param name         its name
     * @param also         other names it goes by
     * @param href         the return's page
     * @param answer       what it answers
     * @param evidence     how many accepted statements stand in the window, out of it, or have no date
     * @param ratings      every rating of it, of this question or others
     * @param challenges   every challenge on it, of this question or others
     * @param declared     the last declaration of each reviewing organisation about it
     * @param weakened     what limits one of its ratings
     */
    public record Entry(UUID organisation, String name, List<String> also, String href, String answer,
            Map<Standing, Integer> evidence, List<Rating> ratings, List<Challenge> challenges,
            Map<UUID, Declaration> declared, Function<Rating, List<String>> weakened) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Entry[" + organisation + "]";
        }
    }

    /**
     * A return on the desk.
     *
     * @param label      its name or letter
     * @param href       its page; null where names are hidden, for the page would tell
     * @param answer     what it answers
     * @param evidence   what it shows, in words
     * @param ratings    everybody's rating
     * @param challenges what peers said and what came of it
     * @param disputed   whether something waits for the panel
     */
    public record Row(String label, @Nullable String href, String answer, String evidence, RatingsBeside ratings,
            List<Asked> challenges, boolean disputed) {
        /** Copies the challenges. */
        public Row {
            challenges = List.copyOf(challenges);
        }

        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Row[]";
        }
    }

    /**
     * A challenge on the desk.
     *
     * @param ref   what people read aloud
     * @param from  who raised it, as they are called here
     * @param kind  what it says
     * @param turns each turn: who, and what
     * @param state where it stands, or what came of it
     */
    public record Asked(String ref, String from, String kind, List<String> turns, String state) {
        /** Copies the turns. */
        public Asked {
            turns = List.copyOf(turns);
        }

        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Asked[" + ref + "]";
        }
    }

    /** Lays a question out with names. */
    public static ModerationDesk open(String code, String title, RatingScale scale, Collection<Entry> entries,
            Collection<HiddenNames.Named> peers) {
        return new ModerationDesk(code, title, false,
                rows(code, scale, entries, id -> name(id, entries, peers), UnaryOperator.identity(), false));
    }

    /** Lays it out with letters in place of names, drawn for this sitting. */
    public static ModerationDesk hidden(UUID sitting, String code, String title, RatingScale scale,
            Collection<Entry> entries, Collection<HiddenNames.Named> peers) {
        var all = Stream.concat(
                entries.stream().map(e -> new HiddenNames.Named(e.organisation(), e.name(), e.also())),
                peers.stream().filter(p -> entries.stream().noneMatch(e -> e.organisation().equals(p.id())))).toList();
        var names = new HiddenNames(sitting, all);
        return new ModerationDesk(code, title, true, rows(code, scale, entries, names::label, names::in, true));
    }

    private static List<Row> rows(String code, RatingScale scale, Collection<Entry> entries,
            Function<UUID, String> names, UnaryOperator<String> text, boolean hidden) {
        return entries.stream().map(e -> {
            var challenges = e.challenges().stream().filter(c -> c.item().equals(code)).toList();
            return new Row(names.apply(e.organisation()), hidden ? null : e.href(), text.apply(e.answer()),
                    evidence(e.evidence()),
                    through(RatingsBeside.of(code, scale, e.ratings(), names, e.declared(), e.weakened()), text),
                    challenges.stream().map(c -> asked(c, names, text)).toList(),
                    challenges.stream().anyMatch(c -> c.state() == ChallengeState.REFERRED));
        }).sorted(Comparator.comparing((Row r) -> r.label().length() * (hidden ? 1 : 0)).thenComparing(Row::label))
                .toList();
    }

    private static String name(UUID id, Collection<Entry> entries, Collection<HiddenNames.Named> peers) {
        return entries.stream().filter(e -> e.organisation().equals(id)).map(Entry::name).findFirst()
                .or(() -> peers.stream().filter(p -> p.id().equals(id)).map(HiddenNames.Named::name).findFirst())
                .orElse("Another organisation");
    }

    private static String evidence(Map<Standing, Integer> counts) {
        return counts.getOrDefault(Standing.IN, 0) + " in the window, " + counts.getOrDefault(Standing.OUT, 0)
                + " out of it, " + counts.getOrDefault(Standing.UNDATED, 0) + " with the date missing";
    }

    private static Asked asked(Challenge c, Function<UUID, String> names, UnaryOperator<String> text) {
        var came = c.outcome();
        return new Asked(c.ref(), names.apply(c.peer()), c.kind().words(), c.turns().stream().map(t -> {
            var minute = t.minute();
            return t.by().party().words() + " " + t.move().words().toLowerCase(Locale.UK)
                    + (minute == null ? "" : " (" + text.apply(minute.words()) + ")")
                    + (t.words().isEmpty() ? "" : ": " + text.apply(t.words()));
        }).toList(), came == null ? c.state().words() : came.words());
    }

    private static RatingsBeside through(RatingsBeside ratings, UnaryOperator<String> text) {
        return new RatingsBeside(ratings.lines().stream()
                .map(l -> new RatingsBeside.Line(l.whose(), l.from(), l.shown(), text.apply(l.meaning()), l.colour(),
                        text.apply(l.rests()), l.declared().stream().map(text).toList(),
                        l.weakened().stream().map(text).toList(), l.noted().stream().map(text).toList()))
                .toList());
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "ModerationDesk[" + code + "]";
    }
}
