package heed.platform.notify;

/**
 * A kind of mail. Modules name theirs in an enum, or with {@link MailKind}. All it can say besides its fixed words is a
 * reference and a link, so that no mail can hold personal data.
 */
public interface Mail {
    /** The kind's name, unique in the whole program; kept in the database, so it stays once chosen. */
    String name();

    /** The subject, in which <code>{ref}</code> stands for the reference. */
    String subject();

    /** The text, in which <code>{ref}</code> stands for the reference and <code>{link}</code> for the page's address. */
    String body();

    /** Where the link leads within Heed, such as <code>/concerns/{ref}</code>. */
    String path();
}
