package heed.platform.notify;

import java.util.List;

/** A module's kinds of mail; each module that has some gives one bean. */
public interface Mails {
    /** All of them. */
    List<? extends Mail> mails();
}
