package heed.platform;

import java.util.Set;
import java.util.UUID;

/**
 * Who is acting, in which recording scope and for which council, with what they hold at this moment. Handed down the
 * call, never looked up from the thread, and made anew at each request so that a change bites at the next one.
 *
 * @param staff       the person's id; {@link #NOBODY} for the system itself and for someone not signed in
 * @param scope       the recording scope they act in; {@link #INSTALLATION} before one is known
 * @param council     the council, company or provider they work for
 * @param permissions names of the {@link Permit}s they hold now
 * @param from        network address the request came from, for the audit log
 */
public record Actor(UUID staff, UUID scope, UUID council, Set<String> permissions, String from) {
    /** Stands for the system itself, or for someone not signed in. */
    public static final UUID NOBODY = new UUID(0, 0);
    /** The scope of things that happen before a recording scope is known, such as a failed sign-in. */
    public static final UUID INSTALLATION = new UUID(0, 0);

    /** Copies the permissions. */
    public Actor {
        permissions = Set.copyOf(permissions);
    }

    /** The system itself acting in a scope: jobs, set-up. It holds no permission. */
    public static Actor system(UUID scope) {
        return new Actor(NOBODY, scope, NOBODY, Set.of(), "system");
    }

    /** Someone who has not signed in. */
    public static Actor stranger(String from) {
        return new Actor(NOBODY, INSTALLATION, NOBODY, Set.of(), from);
    }

    /** Whether this person holds the permit now. */
    public boolean may(Permit permit) {
        return permissions.contains(permit.name());
    }

    /**
     * Requires the permit.
     *
     * @throws Refused as not found, so that "you may not" and "there is no such thing" are one answer
     */
    public void must(Permit permit) {
        if (!may(permit))
            throw Refusal.NOT_FOUND.because("lacks " + permit.name());
    }

    /** Whether this is the person with that id. */
    public boolean is(UUID someone) {
        return staff.equals(someone) && !staff.equals(NOBODY);
    }
}
