package heed.access.staff;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who starts to work here, as typed.
 *
 * @param council the council, company or provider they work for
 * @param service their service; null where it has none or is not known
 * @param manager their line manager; null where there is none or is not known
 * @param name    their name as people call them
 * @param mail    their work address for mail; one's own only, because it is how they sign in
 * @param post    what their job is called
 */
public record NewStaff(UUID council, @Nullable UUID service, @Nullable UUID manager, String name, String mail,
        String post) {
    /** Trims what was typed. */
    public NewStaff {
        name = name.strip();
        mail = mail.strip();
        post = post.strip();
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "NewStaff[council=" + council + "]";
    }
}
