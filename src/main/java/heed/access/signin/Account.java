package heed.access.signin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one member of staff signs in. */
record Account(UUID staff, UUID scope, @Nullable String password, byte @Nullable [] codeSecret, boolean codeConfirmed,
        boolean demo, boolean closed) {
    /** Keeps the digest and the secret out of logs. */
    @Override
    public String toString() {
        return "Account[staff=" + staff + "]";
    }
}
