package heed.assurance.peerreview;

import heed.assurance.exercise.Audience;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.RatingScale;
import heed.assurance.exercise.Verdict;
import heed.assurance.exercise.Voice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of an old paper that judges many standards at once, such as "meets all the standards": typed in once, it
 * is a rating of each of them, transcribed, by whoever's judgement it was.
 *
 * @param voice        whose judgement
 * @param organisation whose people gave it
 * @param items        codes of the standards it covers
 * @param verdict      what it says of each
 * @param from         where it stands, as people find it again
 * @param ground       what it rests on, where its voice needs that: a review, a minute; null for nothing
 */
public record PastJudgement(Voice voice, UUID organisation, List<String> items, Verdict verdict, String from,
        Rating.@Nullable Ground ground) {
    /** Copies the codes. */
    public PastJudgement {
        items = List.copyOf(items);
    }

    /** What is wrong with it, in words for whoever types it. */
    public enum Fault {
        /** No standards. */
        NOTHING("Choose the standards it covers"),
        /** A standard twice. */
        TWICE("A standard is chosen twice"),
        /** No source. */
        NO_SOURCE("Say where it stands: the paper and the place in it"),
        /** A source that lies ahead. */
        AHEAD("It cannot have been decided on a day in the future");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        /** What to tell whoever typed it. */
        public String words() {
            return words;
        }
    }

    /** What is wrong with it; each rating has rules of its own besides. */
    public List<Fault> faults(LocalDate today) {
        var found = new ArrayList<Fault>();
        if (items.isEmpty())
            found.add(Fault.NOTHING);
        if (items.stream().distinct().count() < items.size())
            found.add(Fault.TWICE);
        if (from.isBlank())
            found.add(Fault.NO_SOURCE);
        var day = ground == null ? null : ground.day();
        if (day != null && day.isAfter(today))
            found.add(Fault.AHEAD);
        return List.copyOf(found);
    }

    /** The ratings, one for each standard, all at one time. */
    public List<Rating> ratings(RatingScale scale, UUID by, Instant at) {
        return items.stream().map(item -> new Rating(UUID.randomUUID(), item, voice, Audience.ALL, scale.code(),
                scale.version(), verdict, organisation, by, at, ground, null, from.strip())).toList();
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "PastJudgement[" + voice + "]";
    }
}
