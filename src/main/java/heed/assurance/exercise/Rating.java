package heed.assurance.exercise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One rating of one question by one voice. Ratings are added and never changed; what a voice says now is its latest.
 *
 * @param id           which
 * @param item         the question's code
 * @param voice        whose it is
 * @param audience     whom it is about
 * @param scale        code of the scale it is on
 * @param scaleVersion the scale's version
 * @param verdict      what it says
 * @param organisation whose people gave it
 * @param by           who recorded it
 * @param at           when
 * @param ground       what it rests on: a challenge, a panel, a minute; null for none
 * @param override     why it stands though it is the top level without evidence; null where it needs no such words
 * @param transcribed  where it was typed in from, by whom; null for one given here
 */
public record Rating(UUID id, String item, Voice voice, Audience audience, String scale, int scaleVersion,
        Verdict verdict, UUID organisation, UUID by, Instant at, @Nullable Ground ground, @Nullable String override,
        @Nullable String transcribed) {
    /**
     * What a rating rests on besides its answer.
     *
     * @param kind  what it is
     * @param words which one, such as the minute's number, as people find it again
     * @param day   when it was decided; null where the kind has no date
     */
    public record Ground(Kind kind, String words, @Nullable LocalDate day) {
        /** What a rating may rest on. */
        public enum Kind {
            /** A peer's challenge. */
            CHALLENGE("Challenge"),
            /** A panel's decision. */
            PANEL("Panel decision"),
            /** A minute of the board. */
            MINUTE("Board minute"),
            /** An independent review. */
            REVIEW("Independent review");

            private final String words;

            Kind(String words) {
                this.words = words;
            }

            /** As shown. */
            public String words() {
                return words;
            }
        }

        /** As shown: what it is, which one, and when. */
        public String shown() {
            return kind.words() + ": " + words + (day == null ? "" : ", " + ReturnWords.day(day));
        }

        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return kind.name();
        }
    }

    /** Whether it stands in the same place as another: the later of the two is what the voice says now. */
    public boolean samePlace(Rating other) {
        return item.equals(other.item) && voice == other.voice && audience == other.audience
                && (voice != Voice.PEER && voice != Voice.INDEPENDENT || organisation.equals(other.organisation));
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "Rating[" + id + "]";
    }
}
