package heed.access.signin;

import heed.platform.web.Frame;
import java.util.List;

/**
 * How somebody signs in, and where they are signed in.
 *
 * @param frame    the page's frame
 * @param sessions where they are signed in, the latest used first
 * @param codes    whether they have a code app
 * @param passkeys their passkeys, the latest added first
 * @param links    accounts elsewhere that sign them in
 * @param linkable other systems whose account can be linked; empty where none is configured
 * @param others   whether there is another session than this one
 */
public record AccountPage(Frame frame, boolean codes, List<Key> passkeys, List<Key> links,
        List<SsoChoice> linkable, List<Where> sessions, boolean others) {
    /**
     * A passkey, or an account elsewhere.
     *
     * @param name   what they call it
     * @param when   when it was added and last used, in words
     * @param remove where to remove it
     */
    public record Key(String name, String when, String remove) {
    }

    /**
     * One place.
     *
     * @param browser the browser's family
     * @param when    when it began and was last used, in words
     * @param from    the network address
     * @param end     where to end it; empty for the one in use here
     */
    public record Where(String browser, String when, String from, String end) {
    }
}
