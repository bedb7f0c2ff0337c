package heed.platform.web;

import java.util.List;

/** How each way of failing is told. */
enum Failure {
    BAD_REQUEST(400, false, "Heed could not read that request",
            "The address or the form was not in a shape Heed understands.",
            "Go back and try again. If you typed the address, check that it is right."), STALE(403, false,
                    "This page was open too long",
                    "Nothing was saved or sent. To protect you, Heed only takes a form from a page it gave to this browser recently.",
                    "Open a new tab and sign in to Heed there. Then come back to this tab, use your browser’s Back button, and copy "
                            + "what you typed before you load the page again.",
                    "This also happens when your browser does not keep cookies."), NOT_FOUND(404, false,
                            "Page not found",
                            "There is no such page, or it is not one that you can see. Heed gives the same answer to both.",
                            "If you typed the address, check that it is right. If you followed a link from Heed, go back and try again."), METHOD(
                                    405, false, "That cannot be done here",
                                    "The address is right, but it does not take what your browser sent. Nothing was saved.",
                                    "Go back and use the buttons on the page."), MOVED_ON(409, false,
                                            "Someone else changed this first",
                                            "Nothing you did was saved, so that their change is not lost.",
                                            "Go back, load the page again to see what changed, and then make your change."), TOO_LARGE(
                                                    413, false, "That was too much to send at once",
                                                    "Nothing was saved. Use your browser’s Back button, shorten what you typed or leave out a file, and send it again."), NOT_ALLOWED_NOW(
                                                            422, false, "That cannot be done now",
                                                            "A rule stops it in the state this is in. Nothing was changed.",
                                                            "Go back and load the page again to see what can be done."), UNEXPECTED(
                                                                    500, true, "Something went wrong",
                                                                    "Heed failed to do what you asked. Nothing was saved.",
                                                                    "Try again. If someone may be at risk, do not wait for Heed: ring."), AWAY(
                                                                            503, true, "Heed cannot reach its records",
                                                                            "The database is not answering, so nothing can be shown or saved at the moment.",
                                                                            "Try again in a few minutes. If someone may be at risk, do not wait for Heed: ring.");

    private final int status;
    private final boolean urgent;
    private final String heading;
    private final List<String> words;

    Failure(int status, boolean urgent, String heading, String... words) {
        this.status = status;
        this.urgent = urgent;
        this.heading = heading;
        this.words = List.of(words);
    }

    /** The nearest of them for an HTTP status that nothing more is known about. */
    static Failure of(int status) {
        for (var failure : values())
            if (failure.status == status)
                return failure;
        return status == 401 ? STALE : status >= 400 && status < 500 ? BAD_REQUEST : UNEXPECTED;
    }

    int status() {
        return status;
    }

    String heading() {
        return heading;
    }

    boolean urgent() {
        return urgent;
    }

    List<String> words() {
        return words;
    }
}
