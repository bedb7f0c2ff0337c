package heed.records.document;

/** Why a file is not taken, in words that say what to do instead. */
public enum Unfit {
    /** Nothing in it. */
    EMPTY("is empty. Choose another file, or take the photo again"),
    /** Over 25 MB. */
    TOO_LARGE("is larger than 25 MB. Send a smaller copy, or say in words what it shows"),
    /** None of the kinds that are taken, whatever its name says. */
    OTHER_KIND("is not a kind of file you can add. Add a photo (JPEG, PNG or HEIC), PDF, Word (DOCX) or Excel (XLSX) "
            + "document, plain text or a saved email (EML)"),
    /** An older Office format, or one locked with a password: they look the same from outside. */
    OLD_OFFICE("is locked with a password or in an old Office format. Save it as DOCX or XLSX without a password"),
    /** Programs inside a document. */
    MACROS("holds macros, which are small programs that can do harm. Save it without them, as DOCX or XLSX"),
    /** A document that loads something from elsewhere when it is opened. */
    REACHES_OUT("fetches something from elsewhere when it is opened. Save it as a PDF"),
    /** A zip bomb, or what looks like one. */
    UNPACKS_TOO_FAR("unpacks to far more than a document needs. Save it again from the program you made it with"),
    /** A pixel bomb, or a very large picture. */
    TOO_MANY_PIXELS("has more than 50 million pixels. Save a smaller copy"),
    /** Truncated or damaged. */
    CUT_SHORT("is cut short or damaged. Take the photo again, or save it again"),
    /** Two files in one, of which one could be run where the other is expected. */
    TWO_IN_ONE("is two kinds of file in one, which can do harm. Save it again from the program you made it with"),
    /** The connection ended or was too slow. */
    BROKEN_OFF("did not arrive whole, and was not kept. Add it again where the signal is better"),
    /** There are ten already. */
    NO_ROOM("was not added, because there are 10 files already");

    private final String words;

    Unfit(String words) {
        this.words = words;
    }

    /** The sentence for a file of this name, which is made safe to show. */
    public String sentence(String sentName) {
        return "“" + FileName.shown(sentName) + "” " + words;
    }
}
