package heed.platform.notify;

/**
 * A kind of mail. Modules name theirs in an enum, or with {@link MailKind}. All it can say besides its fixed words is a
 * reference and a link, so that no mail can hold personal data.
 */
public interface Mail {
    /** The kind's name, unique in the whole program; kept in the database, so it stays once chosen. */
    String name();

    /** What it says. */
    Words words();

    /**
     * What a mail says.
     *
     * @param subject in which <code>{ref}</code> stands for the reference
     * @param body    the text, in which <code>{ref}</code> stands for the reference and <code>{link}</code> for the page's
     *                address
     * @param path    where the link leads within Heed, such as <code>/concerns/{ref}</code>
     */
    record Words(String subject, String body, String path) {
    }
}
