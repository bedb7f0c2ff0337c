package heed.assurance.exercise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** What a rating has to be before it is added. Pure: everything it needs is handed in. */
public final class RatingRules {
    private static final String EVIDENCE = "evidence";

    private RatingRules() {
    }

    /** What is wrong with a rating, in words for whoever gives it. */
    public enum Fault {
        /** Another scale, or another version of it, than the edition's. (Invariant 2) */
        OTHER_SCALE("This rating is on another scale than the framework’s"),
        /** No such level. */
        NO_SUCH_LEVEL("Choose one of the levels of this scale"),
        /** A letter that its two answers do not give, or without them. (Invariant 3) */
        PICKED("The letter follows from the two answers: answer both"),
        /** The top level, with nothing to show for it and nobody's reason. (Invariant 3) */
        NOT_EVIDENCED(
                "This level needs accepted evidence from the window, or a reason that everybody who reads it sees"),
        /** An own rating by somebody else. (Invariant 5) */
        NOT_THEIRS("Only the organisation itself gives its own rating"),
        /** A peer rating of one's own return. (Invariant 5) */
        OWN_PEER("An organisation cannot be its own peer"),
        /** A moderated rating without a panel. (Invariant 5) */
        NO_PANEL("A moderated rating needs the panel’s decision and its date"),
        /** An agreed rating without a minute. (Invariant 5) */
        NO_MINUTE("An agreed rating needs the board’s minute and its date"),
        /** An independent rating that does not say which review. */
        NO_REVIEW("An independent rating needs the review it is from"),
        /** Changed after submission without a reference. (Invariant 6) */
        AFTER_SUBMISSION("After submission a rating changes only with a challenge or a panel’s decision"),
        /** Not applicable without a reason. (Invariant 7) */
        NO_REASON("Say why this does not apply"),
        /** Children and adults apart where the edition does not have both. */
        ONE_AUDIENCE("This framework does not rate children and adults apart");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        /** What to tell whoever gave it. */
        public String words() {
            return words;
        }
    }

    /**
     * What a rating is measured against.
     *
     * @param owner    the organisation whose return it is
     * @param scale    the edition's
     * @param state    where the return stands
     * @param both     whether the edition is for children and adults both
     * @param evidence whether the question has accepted evidence in the window
     * @param before   what the same voice says of the same audience now; null for nothing
     */
    public record Against(UUID owner, RatingScale scale, ReturnState state, boolean both, boolean evidence,
            @Nullable Verdict before) {
        /** Whether a level typed in now is what the return said all along, and no change. */
        boolean late() {
            return before == null || before instanceof Verdict.NotRecoverable;
        }
    }

    /** What is wrong with it; empty where it may be added. */
    public static List<Fault> check(Rating rating, Against against) {
        var found = new ArrayList<Fault>();
        if (!rating.scale().equals(against.scale().code()) || rating.scaleVersion() != against.scale().version())
            found.add(Fault.OTHER_SCALE);
        else
            verdict(rating, against, found);
        if (rating.audience() != Audience.ALL && !against.both())
            found.add(Fault.ONE_AUDIENCE);
        voice(rating, against, found);
        return List.copyOf(found);
    }

    private static void verdict(Rating rating, Against against, List<Fault> found) {
        switch (rating.verdict()) {
            case Verdict.Level said -> level(said, rating, against, found);
            case Verdict.NotApplicable said -> {
                if (said.reason().isBlank())
                    found.add(Fault.NO_REASON);
            }
            case Verdict.NotRated said -> {
                // Somebody may well say that they have not rated it.
            }
            case Verdict.NotRecoverable said -> {
                if (blank(rating.transcribed()))
                    found.add(Fault.NO_SUCH_LEVEL);
            }
        }
    }

    private static void level(Verdict.Level said, Rating rating, Against against, List<Fault> found) {
        var level = against.scale().level(said.code());
        if (level.isEmpty()) {
            found.add(Fault.NO_SUCH_LEVEL);
            return;
        }
        var facets = said.facets();
        // What was printed as a letter alone is taken as printed: the answers behind it are not to be had.
        var printed = !blank(rating.transcribed()) || rating.voice() != Voice.SELF;
        if (against.scale().derives()
                && (facets == null
                        ? !printed
                        : !said.code().equals(against.scale().derived().get(facets))))
            found.add(Fault.PICKED);
        if (rating.voice() == Voice.SELF && blank(rating.transcribed()) && level.get().requires().contains(EVIDENCE)
                && !against.evidence() && blank(rating.override()))
            found.add(Fault.NOT_EVIDENCED);
    }

    private static void voice(Rating rating, Against against, List<Fault> found) {
        boolean own = rating.organisation().equals(against.owner());
        var ground = rating.ground();
        switch (rating.voice()) {
            case SELF -> {
                if (!own)
                    found.add(Fault.NOT_THEIRS);
                if (against.state().submitted() && !rests(ground, Rating.Ground.Kind.CHALLENGE, false)
                        && !rests(ground, Rating.Ground.Kind.PANEL, true)
                        && (blank(rating.transcribed()) || !against.late()))
                    found.add(Fault.AFTER_SUBMISSION);
            }
            case PEER -> {
                if (own)
                    found.add(Fault.OWN_PEER);
            }
            case MODERATED -> {
                if (!rests(ground, Rating.Ground.Kind.PANEL, true))
                    found.add(Fault.NO_PANEL);
            }
            case AGREED -> {
                if (!rests(ground, Rating.Ground.Kind.MINUTE, true))
                    found.add(Fault.NO_MINUTE);
            }
            case INDEPENDENT -> {
                if (!rests(ground, Rating.Ground.Kind.REVIEW, false))
                    found.add(Fault.NO_REVIEW);
            }
        }
    }

    private static boolean rests(Rating.@Nullable Ground ground, Rating.Ground.Kind kind, boolean dated) {
        return ground != null && ground.kind() == kind && !ground.words().isBlank()
                && (!dated || ground.day() != null);
    }

    private static boolean blank(@Nullable String words) {
        return words == null || words.isBlank();
    }

    /** What each voice says now: of those in one place the latest, in the order of voices and then of audiences. */
    public static List<Rating> now(List<Rating> all) {
        var latest = new LinkedHashMap<String, Rating>();
        BinaryOperator<Rating> later = (a, b) -> b.at().isBefore(a.at()) ? a : b;
        for (var rating : all)
            latest.merge(rating.item() + '\n' + rating.voice() + '\n' + rating.audience() + '\n'
                    + (rating.voice() == Voice.PEER || rating.voice() == Voice.INDEPENDENT
                            ? rating.organisation()
                            : ""),
                    rating, later);
        return latest.values().stream().sorted(Comparator.comparing(Rating::item).thenComparing(Rating::voice)
                .thenComparing(Rating::audience).thenComparing(Rating::organisation)).toList();
    }
}
