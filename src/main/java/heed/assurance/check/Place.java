package heed.assurance.check;

/**
 * Where something stands in a return.
 *
 * @param item      the code of the question, such as "2.1"
 * @param part      which part of its answer
 * @param paragraph from 1, blank lines not counted; 0 for the part as a whole
 */
public record Place(String item, Part part, int paragraph) {
    /** The parts of an answer. */
    public enum Part {
        /** What was asked. */
        QUESTION("Question"),
        /** How it is met. */
        RESPONSE("Response"),
        /** What shows it. */
        EVIDENCE("Evidence"),
        /** The judgement. */
        RATING("Rating"),
        /** What is to be done. */
        ACTIONS("Actions");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        /** As said on a page. */
        public String words() {
            return words;
        }
    }

    /** Short: "2.1 Response p1". */
    public String words() {
        return item + " " + part.words() + (paragraph == 0 ? "" : " p" + paragraph);
    }
}
