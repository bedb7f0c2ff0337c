package heed.access.signin;

import java.util.UUID;

/**
 * Who a browser was last signed in as, from its own encrypted cookie. It opens nothing: it only says whose a form is that
 * arrives after the session ended.
 */
record WasSignedIn(UUID staff, UUID scope) {
}
