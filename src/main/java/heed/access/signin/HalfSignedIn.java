package heed.access.signin;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who gave the right password and not yet a code.
 *
 * @param staff whose password
 * @param scope their recording scope
 * @param next  the page of ours to show after signing in
 * @param at    when they gave it
 */
record HalfSignedIn(UUID staff, UUID scope, String next, Instant at) implements Serializable {
    private static final long serialVersionUID = 1L;
}
