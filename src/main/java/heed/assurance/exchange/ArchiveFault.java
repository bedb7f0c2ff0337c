package heed.assurance.exchange;

/**
 * Why an archive is not taken.
 *
 * @param kind  what is wrong
 * @param part  in which of its files; empty for the whole
 * @param place where there, such as "Line 12"; empty for anywhere
 * @param words what to say of it, in a sentence without a full stop
 */
public record ArchiveFault(Kind kind, String part, String place, String words) {
    /** What can be wrong. */
    public enum Kind {
        /** There is nothing in it. */
        EMPTY("This file is empty"),
        /** It is no ZIP. */
        NO_ZIP("This is no ZIP file: choose a return that was saved from Heed"),
        /** It breaks off, or its bytes are not those that were written. */
        DAMAGED("This file is damaged: save or send it again"),
        /** It has a password. */
        ENCRYPTED("This file has a password: save it without one"),
        /** It is larger than is read, packed or unpacked. */
        TOO_LARGE("This file is larger than Heed reads"),
        /** A path leads out of the archive, or to another file. */
        CLIMBS_OUT("This file was made to write outside its folder: it was not opened"),
        /** Two of its files have one name. */
        TWICE("Two files in it have the same name"),
        /** It has no manifest. */
        NO_MANIFEST("This ZIP file is no return from Heed: its list of contents, manifest.json, is missing"),
        /** Something else wrote it. */
        NOT_OURS("This ZIP file is no return from Heed"),
        /** It is written in a way that this Heed does not know. */
        OTHER_VERSION("This file is in a form that this version of Heed does not read"),
        /** A file is not there. */
        MISSING("A file is missing"),
        /** A file is there that does not belong. */
        UNLISTED("There is a file in it that its list of contents does not name"),
        /** A file is not what it was when it was written. */
        CHANGED("This file in it has been changed since it was saved from Heed"),
        /** A file does not read as it should. */
        UNREADABLE("This file in it cannot be read"),
        /** Two files say what cannot both be so. */
        DISAGREES("Its files do not agree"),
        /** It is a return of another body. */
        NOT_YOURS("This is a return of another organisation"),
        /** There is a return of that id. */
        THERE("This return is in Heed already");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** In a sentence. */
        public String words() {
            return words;
        }
    }

    static ArchiveFault of(Kind kind) {
        return new ArchiveFault(kind, "", "", kind.words());
    }

    static ArchiveFault in(Kind kind, String part) {
        return new ArchiveFault(kind, part, "", kind.words());
    }

    static ArchiveFault at(Kind kind, String part, String place, String words) {
        return new ArchiveFault(kind, part, place, words);
    }
}
