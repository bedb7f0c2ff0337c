package heed.platform.notify;

import java.util.Optional;
import java.util.UUID;

/** Knows where people's mail goes. */
public interface Recipients {
    /**
     * Where somebody's mail goes, asked in the open transaction of the scope at the moment of sending, so that it is never
     * stored with the mail.
     *
     * @return empty where there is no such person, or they have left
     */
    Optional<Address> address(UUID scope, UUID staff);

    /**
     * Somebody's number for texts, asked as their address is.
     *
     * @return empty where they have none
     */
    default Optional<String> mobile(UUID scope, UUID staff) {
        return Optional.empty();
    }
}
