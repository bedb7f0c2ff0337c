package heed.platform.notify;

import heed.platform.setting.Setting;
import heed.platform.setting.Settings;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Which mail server is set: on the settings page, or where nothing was set there by {@code spring.mail.host}, {@code port},
 * {@code username} and {@code password} with {@code heed.mail.from}. Who may set it, and telling the audit log, is for the
 * page that asks.
 */
@Component
public class MailServers {
    private static final String NAME = "mail";

    private final Settings settings;
    private final Environment environment;

    MailServers(Settings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /** The server to send through; empty where none is set, and mail then waits. */
    public Optional<MailServer> now() {
        return kept().map(Kept::server).or(this::configured);
    }

    /** The server set on the settings page. */
    public Optional<Kept> kept() {
        return settings.get(NAME).map(MailServers::kept);
    }

    /**
     * Sets the server.
     *
     * @param seenVersion the version the change was made from; -1 where none was set
     * @throws IllegalArgumentException if anything is wrong with it
     * @throws heed.platform.Refused    as moved on where somebody changed it since
     */
    public void set(MailServer server, int seenVersion) {
        if (!server.wrongs().isEmpty())
            throw new IllegalArgumentException("a mail server that could not work");
        settings.put(NAME, server.kept(), seenVersion);
    }

    /**
     * A server as it was set.
     *
     * @param server  the server
     * @param version goes up by one at every change
     */
    public record Kept(MailServer server, int version) {
    }

    private static Kept kept(Setting setting) {
        return new Kept(MailServer.of(setting.value()), setting.version());
    }

    private Optional<MailServer> configured() {
        var host = environment.getProperty("spring.mail.host", "");
        if (host.isBlank())
            return Optional.empty();
        var user = environment.getProperty("spring.mail.username", "");
        return Optional.of(new MailServer(host, environment.getProperty("spring.mail.port", Integer.class, 587), user,
                environment.getProperty("spring.mail.password", ""), environment.getProperty("heed.mail.from", user)));
    }
}
