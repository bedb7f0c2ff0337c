package heed.platform.notify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A council's account with GOV.UK Notify. Its text template holds <code>((message))</code>; its mail template has
 * <code>((subject))</code> as subject and <code>((message))</code> as text.
 *
 * @param key          the API key
 * @param textTemplate the id of the template for texts; empty for no texts
 * @param mailTemplate the id of the template for mail; empty where mail leaves through the mail server
 */
public record NotifyAccount(String key, String textTemplate, String mailTemplate) {
    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,100}-" + ID + "-" + ID);

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "NotifyAccount[]";
    }

    /** What is wrong with it, by the name of the part; nothing where it could work. */
    public List<MailServer.Wrong> wrongs() {
        var wrongs = new ArrayList<MailServer.Wrong>();
        if (!KEY.matcher(key).matches())
            wrongs.add(new MailServer.Wrong("key",
                    "Enter the whole API key as GOV.UK Notify showed it: a name and two long codes, joined by hyphens"));
        if (textTemplate.isEmpty() && mailTemplate.isEmpty())
            wrongs.add(
                    new MailServer.Wrong("text-template", "Enter the id of a template for texts, for mail, or both"));
        if (!textTemplate.isEmpty() && !textTemplate.matches(ID))
            wrongs.add(new MailServer.Wrong("text-template", "Enter the template’s id as GOV.UK Notify shows it"));
        if (!mailTemplate.isEmpty() && !mailTemplate.matches(ID))
            wrongs.add(new MailServer.Wrong("mail-template", "Enter the template’s id as GOV.UK Notify shows it"));
        return List.copyOf(wrongs);
    }

    /** As kept among the settings. */
    String kept() {
        return String.join("\n", "key=" + key, "text=" + textTemplate, "mail=" + mailTemplate);
    }

    /** As it was kept. */
    static NotifyAccount of(String kept) {
        var parts = new HashMap<String, String>();
        kept.lines().forEach(line -> {
            int at = line.indexOf('=');
            parts.put(line.substring(0, at), line.substring(at + 1));
        });
        return new NotifyAccount(parts.getOrDefault("key", ""), parts.getOrDefault("text", ""),
                parts.getOrDefault("mail", ""));
    }
}
