package heed.assurance.plan;

import java.util.List;

/**
 * A timescale as somebody wrote it, and how it was read.
 *
 * @param words    the words, as they were
 * @param schedule what they were read as
 * @param doubts   what a person should look at
 */
public record Timescale(String words, Schedule schedule, List<Doubt> doubts) {
    /** Copies the doubts. */
    public Timescale {
        doubts = List.copyOf(doubts);
    }

    /** What makes a reading less than sure. */
    public enum Doubt {
        /** Some of the words were not understood, and are not in the schedule. */
        WORDS_LEFT_OVER("Some of the words are not in the schedule."),
        /** "Early", "mid" or "late" of something: its last day was taken. */
        VAGUE("“Early”, “mid” or “late” is not a day: the last day of what is named was taken."),
        /** The year of the plan was taken, as the words name none. */
        YEAR_OF_PLAN("The words name no year: the plan’s was taken."),
        /** A first day without a last. */
        NO_END("The words name a first day and no last.");

        private final String words;

        Doubt(String words) {
            this.words = words;
        }

        /** A sentence for the person who looks. */
        public String words() {
            return words;
        }
    }
}
