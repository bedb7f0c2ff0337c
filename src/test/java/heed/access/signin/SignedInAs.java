package heed.access.signin;

import heed.platform.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
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
        return begun(context.getBean(FindByIndexNameSessionRepository.class), who, "heed.signed-in", new SignedIn(
                who.staff(), who.scope(), Strength.CODE, context.getBean(Clock.class).instant().minus(ago)));
    }

    /** The value of the session cookie of somebody who gave the right password and not yet a code. */
    public static String half(ApplicationContext context, Actor who) {
        return begun(context.getBean(FindByIndexNameSessionRepository.class), who, "heed.half-signed-in",
                new HalfSignedIn(who.staff(), who.scope(), "/", context.getBean(Clock.class).instant()));
    }

    private static <S extends Session> String begun(SessionRepository<S> sessions, Actor who, String name,
            Object value) {
        var session = sessions.createSession();
        session.setAttribute(name, value);
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, who.staff().toString());
        sessions.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
