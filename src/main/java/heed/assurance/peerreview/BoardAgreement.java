package heed.assurance.peerreview;

import heed.assurance.exercise.Audience;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.RatingRules;
import heed.assurance.exercise.RatingScale;
import heed.assurance.exercise.Verdict;
import heed.assurance.exercise.Voice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The ratings of one return as a board agreed them in one minute. The agreed rating is the board's decision; every other
 * stays beside it.
 *
 * @param ret    the return
 * @param minute which meeting, minute and day
 * @param lines  what was agreed
 */
public record BoardAgreement(UUID ret, Minute minute, List<Line> lines) {
    /** Copies the lines. */
    public BoardAgreement {
        lines = List.copyOf(lines);
    }

    /**
     * One agreed rating.
     *
     * @param item     the question's code
     * @param audience whose rating
     * @param verdict  what was agreed
     * @param why      the reason, needed where it is not what was there before it; empty for none
     */
    public record Line(String item, Audience audience, Verdict verdict, String why) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Line[" + item + "]";
        }
    }

    /** What is wrong with a line of it, in words for whoever records it. */
    public enum Fault {
        /** The minute lacks a part, or lies ahead. */
        NO_MINUTE("Give the board, the minute and a day that is not in the future"),
        /** Agreed before it was there. */
        BEFORE_SUBMISSION("The board cannot have agreed this before it had the return"),
        /** The same twice. */
        TWICE("This rating is given twice"),
        /** One for all and one apart. */
        MIXED("Rate children and adults together or apart, not both"),
        /** The panel still has it, or should. */
        IN_DISPUTE("A challenge on this question is not settled"),
        /** Another letter, and nobody says why. */
        NO_REASON("Say why the board agreed another rating than the one before it");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        /** What to tell whoever recorded it. */
        public String words() {
            return words;
        }
    }

    /** A fault and the question it is about; empty for the minute. */
    public record Found(Fault fault, String item) {
    }

    /**
     * What is wrong with it; empty where it may be recorded. Each rating has rules of its own besides.
     *
     * @param ratings     what every voice says now
     * @param challenges  every challenge of the return
     * @param submittedOn when the board had the return
     */
    public List<Found> faults(List<Rating> ratings, List<Challenge> challenges, LocalDate submittedOn,
            LocalDate today) {
        var found = new ArrayList<Found>();
        if (!minute.good(today))
            found.add(new Found(Fault.NO_MINUTE, ""));
        if (minute.day().isBefore(submittedOn))
            found.add(new Found(Fault.BEFORE_SUBMISSION, ""));
        Map<String, List<Audience>> seen = new LinkedHashMap<>();
        for (var line : lines) {
            var whose = seen.computeIfAbsent(line.item(), i -> new ArrayList<>());
            if (whose.contains(line.audience()))
                found.add(new Found(Fault.TWICE, line.item()));
            whose.add(line.audience());
            if (Challenge.inTheWay(challenges).stream().anyMatch(c -> c.item().equals(line.item())))
                found.add(new Found(Fault.IN_DISPUTE, line.item()));
            // Apart for the first time: held against what was said of children and adults together.
            var before = before(ratings, line.item(), line.audience())
                    .or(() -> before(ratings, line.item(), Audience.ALL));
            if (line.why().isBlank() && before.isPresent()
                    && !before.get().verdict().stored().equals(line.verdict().stored()))
                found.add(new Found(Fault.NO_REASON, line.item()));
        }
        seen.forEach((item, whose) -> {
            if (whose.contains(Audience.ALL) && whose.stream().anyMatch(a -> a != Audience.ALL))
                found.add(new Found(Fault.MIXED, item));
        });
        return List.copyOf(found);
    }

    /** What the board's rating is held against: the one before of its own, else the panel's, else the organisation's. */
    static Optional<Rating> before(List<Rating> ratings, String item, Audience audience) {
        var now = RatingRules.now(ratings.stream().filter(r -> r.item().equals(item) && r.audience() == audience)
                .toList());
        return List.of(Voice.AGREED, Voice.MODERATED, Voice.SELF).stream()
                .flatMap(v -> now.stream().filter(r -> r.voice() == v)).findFirst();
    }

    /** What the board may agree as it is: for each question what the panel, else the organisation says now. */
    public static List<Line> proposed(List<String> questions, List<Rating> ratings) {
        var lines = new ArrayList<Line>();
        for (var question : questions) {
            var each = new ArrayList<Line>();
            for (var audience : Audience.values())
                before(ratings, question, audience)
                        .ifPresent(r -> each.add(new Line(question, audience, r.verdict(), "")));
            if (each.stream().anyMatch(l -> l.audience() != Audience.ALL))
                each.removeIf(l -> l.audience() == Audience.ALL);
            lines.addAll(each);
        }
        return List.copyOf(lines);
    }

    /** The agreed ratings that follow, in its order. */
    public List<Rating> ratings(RatingScale scale, UUID board, UUID by, Instant at) {
        var ground = new Rating.Ground(Rating.Ground.Kind.MINUTE, minute.words(), minute.day());
        return lines.stream().map(l -> new Rating(UUID.randomUUID(), l.item(), Voice.AGREED, l.audience(), scale.code(),
                scale.version(), l.verdict(), board, by, at, ground, null, null)).toList();
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "BoardAgreement[" + ret + "]";
    }
}
