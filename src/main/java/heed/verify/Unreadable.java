package heed.verify;

/** Something is not in the form that it should be; the message says how, and quotes nothing. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
        super(why);
    }
}
