package heed.records.document;

/** What became of a file that was sent. */
public sealed interface Taken permits Arriving, Taken.Not {
    /** Its name as it was sent: anything at all. */
    String name();

    /**
     * It was not taken, and nothing of it is left.
     *
     * @param name its name as it was sent
     * @param why  what is wrong with it
     */
    record Not(String name, Unfit why) implements Taken {
        /** The sentence to show. */
        public String sentence() {
            return why.sentence(name);
        }
    }
}
