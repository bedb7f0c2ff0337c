package heed.assurance.peerreview;

/**
 * A working relationship that a reviewer declares before rating.
 *
 * @param kind  what it is
 * @param words in their words: with whom, since when
 */
public record Relationship(Kind kind, String words) {
    /** What may stand between two organisations, or between a reviewer and one. */
    public enum Kind {
        /** A service of both. */
        SHARED_SERVICE("The two organisations share a service or staff", false),
        /** One pays or supplies the other. */
        CONTRACT("One funds, supplies or commissions the other", false),
        /** They sit in the same group. */
        SAME_GROUP("They work together in a partnership or group", false),
        /** Each reads the other's. */
        EACH_OTHER("They review each other", false),
        /** The reviewer works or worked there. */
        WORKED_THERE("The reviewer works there, or did in the last three years", true),
        /** Somebody close to the reviewer is. */
        CLOSE_PERSON("Somebody close to the reviewer works there or uses its services", true),
        /** The reviewer had a part in what is reviewed. */
        OWN_WORK("The reviewer had a part in the work that is reviewed", true);

        private final String words;
        private final boolean personal;

        Kind(String words, boolean personal) {
            this.words = words;
            this.personal = personal;
        }

        /** As shown. */
        public String words() {
            return words;
        }

        /**
         * Whether it is the reviewer's own. That keeps this reviewer from rating until the panel says otherwise; what lies
         * between two organisations does not, for in a small county everybody works with everybody.
         */
        public boolean personal() {
            return personal;
        }
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return kind.name();
    }
}
