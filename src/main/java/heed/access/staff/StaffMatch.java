package heed.access.staff;

import heed.platform.names.Reason;
import heed.platform.names.Strength;
import java.util.UUID;

/**
 * Somebody who works here whose name is like one that was typed.
 *
 * @param staff  who
 * @param reason why, holding no part of either name
 */
public record StaffMatch(UUID staff, Reason reason) {
    /** Whether they are taken for the same person until somebody says otherwise, or only shown to somebody who can tell. */
    public Strength strength() {
        return reason.strength();
    }
}
