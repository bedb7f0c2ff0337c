package heed.casework.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of what was found ended: the last concern that was looked at, whether it is shown or not.
 *
 * @param closeness 3 where all stands in names and dates of birth, 2 where all stands in what was told, 1 otherwise
 * @param at        when the concern was received
 * @param id        its id
 */
public record SearchCursor(int closeness, Instant at, UUID id) {
    /** As it stands in an address: a number, a time and an id, nothing personal. */
    public String asText() {
        return closeness + "." + at.getEpochSecond() + "." + at.getNano() + "." + id;
    }

    /** Reads one back; null where there is none or it is not one. */
    public static @Nullable SearchCursor of(@Nullable String text) {
        if (text == null)
            return null;
        var parts = text.split("\\.", 4);
        try {
            return parts.length == 4
                    ? new SearchCursor(Integer.parseInt(parts[0]),
                            Instant.ofEpochSecond(Long.parseLong(parts[1]), Long.parseLong(parts[2])),
                            UUID.fromString(parts[3]))
                    : null;
        } catch (IllegalArgumentException | DateTimeException notOne) {
            return null;
        }
    }
}
