package heed.access.signin;

import heed.platform.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Begins a session in the database as signing in does, for tests of what comes after. */
public final class SignedInAs {
    private SignedInAs() {
    }

    /** The value of the session cookie of somebody who has just signed in. They need an account. */
    public static String cookie(ApplicationContext context, Actor who) {
        return cookie(context, who, Duration.ZERO);
    }

    /** The value of the session cookie of somebody who signed in this long ago. They need an account. */
    public static String cookie(ApplicationContext context, Actor who, Duration ago) {
        var opened = new SignedIn(who.staff(), who.scope(), Strength.CODE,
                context.getBean(Clock.class).instant().minus(ago));
        return begun(context.getBean(SessionRepository.class), who, Map.of("heed.signed-in", opened, "heed.open",
                context.getBean(OpenSessions.class).open(opened, "Firefox on Linux", "192.0.2.7")));
    }

    /** Somewhere else that they are signed in. They need an account. */
    public static java.util.UUID somewhere(ApplicationContext context, Actor who) {
        return context.getBean(OpenSessions.class).open(
                new SignedIn(who.staff(), who.scope(), Strength.CODE, context.getBean(Clock.class).instant()),
                "Safari on iPhone", "192.0.2.8");
    }

    /** The value of the session cookie of somebody who gave the right password and not yet a code. */
    public static String half(ApplicationContext context, Actor who) {
        return begun(context.getBean(SessionRepository.class), who, Map.of("heed.half-signed-in",
                new HalfSignedIn(who.staff(), who.scope(), "/", context.getBean(Clock.class).instant())));
    }

    private static <S extends Session> String begun(SessionRepository<S> sessions, Actor who,
            Map<String, Object> values) {
        var session = sessions.createSession();
        values.forEach(session::setAttribute);
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, who.staff().toString());
        sessions.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
