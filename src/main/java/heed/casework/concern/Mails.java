package heed.casework.concern;

import heed.platform.notify.MailKind;

/** The mail that concerns cause. None says what a concern is about, or even that it is an allegation. */
public final class Mails {
    /** To officers: something waits. The same words whatever kind of concern it is. */
    public static final MailKind CONCERN_WAITING = new MailKind("concern-waiting", "A concern is waiting: {ref}", """
            A concern is waiting for you in Heed.

            Reference: {ref}
            {urgency}
            {link}
            """, "/concerns/{ref}");
    /** To the person who told us: something was written to them. */
    public static final MailKind REPLY = new MailKind("reply", "There is a reply for you: {ref}", """
            There is a reply about something you told us.

            Reference: {ref}
            Sign in to read it:
            {link}
            """, "/my-concerns/{ref}");

    private Mails() {
    }
}
