package heed.access.signin;

import heed.platform.Actor;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** A form kept when somebody's session had ended, for tests of what comes after. */
public final class Kept {
    private Kept() {
    }

    /** Keeps one and returns its id. They need an account. */
    public static UUID by(ApplicationContext context, Actor who) {
        return context.getBean(ParkedForms.class).park(new WasSignedIn(who.staff(), who.scope()), who.from(), "/raise",
                List.of(new ParkedForm.Typed("danger", "no"), new ParkedForm.Typed("words", "Some words.")))
                .orElseThrow();
    }
}
