package heed.platform.notify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The server that takes our mail.
 *
 * @param host     its name or address
 * @param port     465 for a connection encrypted from its first byte; any other begins plain and is then encrypted
 * @param user     the name to sign in with; empty for a server that asks for none
 * @param password the password to it; empty for none
 * @param from     the address that mail comes from
 */
public record MailServer(String host, int port, String user, String password, String from) {
    private static final int ENCRYPTED_FROM_THE_START = 465;
    private static final List<String> OWN_MACHINE = List.of("localhost", "127.0.0.1", "::1");

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "MailServer[host=" + host + ", port=" + port + "]";
    }

    /**
     * Something that sends through it. A password never leaves unencrypted, except to this very machine; nothing waits for
     * more than some seconds.
     */
    JavaMailSenderImpl sender() {
        var sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        boolean early = port == ENCRYPTED_FROM_THE_START;
        var protocol = early ? "smtps" : "smtp";
        sender.setProtocol(protocol);
        sender.setDefaultEncoding("UTF-8");
        var how = new Properties();
        how.setProperty("mail." + protocol + ".connectiontimeout", "5000");
        how.setProperty("mail." + protocol + ".timeout", "10000");
        how.setProperty("mail." + protocol + ".writetimeout", "10000");
        how.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        if (!user.isEmpty()) {
            sender.setUsername(user);
            sender.setPassword(password);
            how.setProperty("mail." + protocol + ".auth", "true");
        }
        if (!early && !OWN_MACHINE.contains(host)) {
            how.setProperty("mail.smtp.starttls.enable", "true");
            how.setProperty("mail.smtp.starttls.required", Boolean.toString(!user.isEmpty()));
        }
        sender.setJavaMailProperties(how);
        return sender;
    }

    /** As kept among the settings. */
    String kept() {
        return String.join("\n", "host=" + host, "port=" + port, "user=" + user, "password=" + password,
                "from=" + from);
    }

    /** As it was kept. */
    static MailServer of(String kept) {
        var parts = new HashMap<String, String>();
        kept.lines().forEach(line -> {
            int at = line.indexOf('=');
            parts.put(line.substring(0, at), line.substring(at + 1));
        });
        return new MailServer(parts.getOrDefault("host", ""), Integer.parseInt(parts.getOrDefault("port", "25")),
                parts.getOrDefault("user", ""), parts.getOrDefault("password", ""), parts.getOrDefault("from", ""));
    }

    /**
     * What is wrong with it, by the name of the part; nothing where it could work.
     */
    public List<Wrong> wrongs() {
        var wrongs = new ArrayList<Wrong>();
        if (host.isBlank() || !host.matches("[A-Za-z0-9.:_-]{1,253}"))
            wrongs.add(new Wrong("host", "Enter the name of the mail server, such as smtp.example.gov.uk"));
        if (port < 1 || port > 65_535)
            wrongs.add(new Wrong("port", "Enter the port as a number from 1 to 65535; it is usually 587 or 465"));
        if (!plausible(from))
            wrongs.add(new Wrong("from", "Enter the address mail comes from, such as heed@example.gov.uk"));
        if (manyLines(user))
            wrongs.add(new Wrong("user", "Enter the user name on one line"));
        if (manyLines(password))
            wrongs.add(new Wrong("password", "Enter the password on one line"));
        if (user.isEmpty() && !password.isEmpty())
            wrongs.add(new Wrong("user", "Enter the user name that the password belongs to"));
        return List.copyOf(wrongs);
    }

    /**
     * One part that is wrong.
     *
     * @param part what: {@code host}, {@code port}, {@code user}, {@code password} or {@code from}
     * @param text what to do, in a sentence without a full stop
     */
    public record Wrong(String part, String text) {
    }

    /** Whether something looks like an address for mail; whether it is one, only a mail tells. */
    public static boolean plausible(String address) {
        return address.length() <= 254
                && address.matches("[^\\s@<>,;:\"()\\[\\]\\\\]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");
    }

    private static boolean manyLines(String text) {
        return text.lines().count() > 1;
    }
}
