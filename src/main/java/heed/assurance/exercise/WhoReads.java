package heed.assurance.exercise;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import java.util.Collection;
import java.util.UUID;

/**
 * Who reads what of a return: those who keep it and those who sign it off all of it, everyone else the answers that were
 * shared with them. The same rule as a yes or no, and as a condition for lists.
 *
 * @param all whether they read all of every return of their scope
 * @param me  who they are
 */
record WhoReads(boolean all, UUID me) {
    /** For lists, of a return {@code r}; takes the parameters {@code all} and {@code me}. */
    static final String RETURNS = """
            (:all or exists (select from assurance.item_share s where s.scope_id = r.scope_id and s.return_id = r.id
              and s.staff_id = :me and s.ended_at is null))""";

    static WhoReads of(Actor by) {
        return new WhoReads(by.may(Permission.KEEP_RETURN) || by.may(Permission.SIGN_OFF_RETURN), by.staff());
    }

    /** Whether they read the return at all. */
    boolean reads(Collection<Share> shares) {
        return all || shares.stream().anyMatch(s -> s.staff().equals(me));
    }

    /** Whether they read that answer. */
    boolean reads(Collection<Share> shares, String item) {
        return all || shares.stream().anyMatch(s -> s.staff().equals(me) && s.item().equals(item));
    }

    /** Whether they write that answer: who keeps the return every one, everyone else those shared with them. */
    boolean writes(Actor by, Collection<Share> shares, String item) {
        return by.may(Permission.KEEP_RETURN)
                || shares.stream().anyMatch(s -> s.staff().equals(me) && s.item().equals(item));
    }

    /** @throws heed.platform.Refused as not found where they do not read that answer */
    void must(Collection<Share> shares, String item) {
        if (!reads(shares, item))
            throw Refusal.NOT_FOUND.because("not shared with them");
    }
}
