package heed.assurance.report;

/**
 * Why a Word template cannot be used as it is.
 *
 * @param kind  what is wrong
 * @param where the placeholder or the place, in words; empty where it is the whole file
 */
public record TemplateFault(Kind kind, String where) {
    /** What may be wrong with a template. */
    public enum Kind {
        /** Not a Word document. */
        NOT_WORD("Choose a Word document (.docx)"),
        /** A password is asked for. */
        ENCRYPTED("The file has a password: save a copy without one"),
        /** Cut short or otherwise unreadable. */
        DAMAGED("The file is damaged: open it in Word and save it again"),
        /** Larger than {@link WordTemplate#MOST}. */
        TOO_LARGE("The file is larger than 5 MB: make its pictures smaller"),
        /** It runs something. */
        MACROS("The file has macros: save it as a document without them (.docx)"),
        /** It takes something from elsewhere whenever it is opened. */
        LINKED("The file takes a picture or template from elsewhere: put it into the file"),
        /** A name that nobody knows. */
        UNKNOWN("Heed has nothing of this name"),
        /** Something a report must say has no place. */
        MISSING("The report must say this: give it a place"),
        /** A part shares its paragraph. */
        NOT_ALONE("Put this in a paragraph of its own"),
        /** A part in a header or footer. */
        NOT_HERE("This is too long for a header or footer"),
        /** In a text box, a content control, a note or a comment, which are not filled. */
        HIDDEN("Move this out of the text box, content control or note that it stands in"),
        /** Braces that do not close. */
        BROKEN("A placeholder is begun here and not ended");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What a person is told. */
        public String words() {
            return words;
        }
    }

    /** What is wrong, and where. */
    public String words() {
        return where.isEmpty() ? kind.words() : where + ": " + kind.words();
    }
}
