package heed.assurance.peerreview;

import heed.assurance.exercise.Audience;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.RatingRules;
import heed.assurance.exercise.RatingScale;
import heed.assurance.exercise.ReturnWords;
import heed.assurance.exercise.Verdict;
import heed.assurance.exercise.Voice;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everybody's rating of one question side by side: the board's first, every other after it, each with letter, word and
 * definition, and with whatever has to be known when one reads it. (Invariants 5 and 23)
 *
 * @param lines what each voice says now
 */
public record RatingsBeside(List<Line> lines) {
    private static final List<Voice> ORDER = List.of(Voice.AGREED, Voice.MODERATED, Voice.SELF, Voice.PEER,
            Voice.INDEPENDENT);

    /** Copies the lines. */
    public RatingsBeside {
        lines = List.copyOf(lines);
    }

    /**
     * One rating.
     *
     * @param whose    whose it is, with whom it is about where that is not everybody
     * @param from     the organisation that gave it, as it is called here
     * @param shown    letter and word, or why there is none
     * @param meaning  its definition
     * @param colour   decoration only
     * @param rests    what it rests on, such as a minute; empty for nothing
     * @param declared working relationships of a peer; empty for other voices
     * @param weakened limitations of the review it is from; empty for none
     * @param noted    that it was typed in from a paper, or stands without evidence; empty for neither
     */
    public record Line(String whose, String from, String shown, String meaning, String colour, String rests,
            List<String> declared, List<String> weakened, List<String> noted) {
        /** Copies the lists. */
        public Line {
            declared = List.copyOf(declared);
            weakened = List.copyOf(weakened);
            noted = List.copyOf(noted);
        }

        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Line[]";
        }
    }

    /**
     * Sets them side by side.
     *
     * @param item     the question's code
     * @param scale    the edition's scale
     * @param ratings  every rating of the return
     * @param names    how an organisation is called here
     * @param declared what each reviewer declared about the owner, by person and by organisation
     * @param weakened what limits a rating, such as what its reviewers could not do
     */
    public static RatingsBeside of(String item, RatingScale scale, Collection<Rating> ratings,
            Function<UUID, String> names, Map<UUID, Declaration> declared, Function<Rating, List<String>> weakened) {
        return new RatingsBeside(RatingRules.now(ratings.stream().filter(r -> r.item().equals(item)).toList()).stream()
                .sorted(Comparator.comparing((Rating r) -> ORDER.indexOf(r.voice())).thenComparing(Rating::audience)
                        .thenComparing(r -> names.apply(r.organisation())))
                .map(r -> line(scale, r, names, declared, weakened)).toList());
    }

    private static Line line(RatingScale scale, Rating r, Function<UUID, String> names,
            Map<UUID, Declaration> declared, Function<Rating, List<String>> weakened) {
        var ground = r.ground();
        // Who rated, before whoever of the same organisation declared last.
        var own = declared.get(r.by());
        var declaration = own == null ? declared.get(r.organisation()) : own;
        return new Line(
                r.voice().words()
                        + (r.audience() == Audience.ALL ? "" : ", " + r.audience().words().toLowerCase(Locale.UK)),
                switch (r.voice()) {
                    case MODERATED -> "The panel";
                    case AGREED -> "The board";
                    case INDEPENDENT -> "Reviewers from outside";
                    case SELF, PEER -> names.apply(r.organisation());
                }, ReturnWords.verdict(scale, r.verdict()),
                ReturnWords.meaning(scale, r.verdict()), ReturnWords.colour(scale, r.verdict()),
                ground == null ? "" : ground.shown(),
                r.voice() != Voice.PEER
                        ? List.of()
                        : declaration == null
                                ? List.of("Working relationships were not declared")
                                : declaration.beside(),
                weakened.apply(r), noted(r));
    }

    private static List<String> noted(Rating r) {
        var from = r.transcribed();
        var override = r.override();
        return Stream.of(from == null ? "" : "Typed in from: " + from,
                override == null ? "" : "Stands without evidence: " + override,
                r.verdict() instanceof Verdict.Level level && level.facets() == null && from != null
                        ? "Only the letter was printed"
                        : "")
                .filter(n -> !n.isEmpty()).toList();
    }
}
