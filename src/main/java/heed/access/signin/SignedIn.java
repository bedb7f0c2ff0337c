package heed.access.signin;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * All that a session knows of who signed in: ids, never a name. What they may do is found anew at each request.
 *
 * @param staff    who
 * @param scope    their recording scope
 * @param strength what they proved
 * @param at       when they signed in
 */
record SignedIn(UUID staff, UUID scope, Strength strength, Instant at) implements Serializable {
    private static final long serialVersionUID = 1L;
}
