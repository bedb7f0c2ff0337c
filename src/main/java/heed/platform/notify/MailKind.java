package heed.platform.notify;

import java.util.regex.Pattern;

/**
 * A kind of mail, checked.
 *
 * @param name    unique in the whole program: capitals and underscores
 * @param subject one line, in which <code>{ref}</code> stands for the reference
 * @param body    the text, in which <code>{ref}</code> and <code>{link}</code> stand for the reference and the address
 * @param path    where the link leads within Heed, in which <code>{ref}</code> stands for the reference
 */
public record MailKind(String name, String subject, String body, String path) implements Mail {
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z_]{1,39}");
    private static final Pattern PLACE = Pattern.compile("\\{(?!ref}|link})");

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException if the name is not one, the subject is empty or has several lines, the path does not
     *                                  start with a slash, or anything but a reference and a link could be put in
     */
    public MailKind {
        if (!NAME.matcher(name).matches())
            throw new IllegalArgumentException("a kind of mail is named in capitals and underscores");
        if (subject.isBlank() || subject.lines().count() != 1 || subject.contains("{link}"))
            throw new IllegalArgumentException("a subject is one line without a link: " + name);
        if (!path.startsWith("/") || path.startsWith("//"))
            throw new IllegalArgumentException("a link stays within Heed: " + name);
        if (PLACE.matcher(subject + body + path).find())
            throw new IllegalArgumentException("only {ref} and {link} can be put into mail: " + name);
    }

    /** The same, checked, of a kind named otherwise. */
    public static MailKind of(Mail mail) {
        var words = mail.words();
        return new MailKind(mail.name(), words.subject(), words.body(), words.path());
    }

    @Override
    public Words words() {
        return new Words(subject, body, path);
    }
}
