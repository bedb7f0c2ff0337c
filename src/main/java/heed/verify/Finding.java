package heed.verify;

/**
 * Something that is not as Heed writes it.
 *
 * @param by   what showed it
 * @param what a sentence: numbers and ids only
 */
record Finding(By by, String what) {
    /** What shows that something is wrong. */
    enum By {
        /** An entry's bytes have another hash than the one signed. */
        ENTRY("entry hash"),
        /** An entry that a batch holds is not there. */
        GONE("entry missing"),
        /** An entry is in no batch, or in one that is not there. */
        LOOSE("in no batch"),
        /** An entry is dated before its batch could hold it. */
        DATE("date"),
        /** Entries are not in the places in which they were signed. */
        PLACE("place"),
        /** An entry is in a batch of another scope. */
        SCOPE("scope"),
        /** An entry is there twice. */
        TWICE("there twice"),
        /** The entries together have another root than the one signed. */
        ROOT("root"),
        /** The heads are not one chain. */
        CHAIN("chain"),
        /** A signature is not that of the key. */
        SIGNATURE("signature"),
        /** A key signs that no key before it named, or not the one that was given. */
        KEY("key"),
        /** The heads outside the database say something else. */
        HEADS("heads file"),
        /** A head that somebody has to explain: a database put back, entries with old dates. */
        EXPLAIN("to be explained"),
        /** The file is not whole. */
        FILE("export");

        private final String words;

        By(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
