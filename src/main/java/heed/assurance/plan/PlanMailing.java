package heed.assurance.plan;

import heed.access.Permission;
import heed.access.Role;
import heed.access.grant.Grants;
import heed.platform.Actor;
import heed.platform.notify.Outbox;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells those whom a move of an action calls on, but never whoever made it; in the caller's transaction. */
@Component
class PlanMailing {
    private final PostRows posts;
    private final Grants grants;
    private final Outbox outbox;
    private final Trail trail;

    PlanMailing(PostRows posts, Grants grants, Outbox outbox, Trail trail) {
        this.posts = posts;
        this.grants = grants;
        this.outbox = outbox;
        this.trail = trail;
    }

    /** @param today when the holders of its posts are looked for */
    void tell(Actor by, PlanAction action, ActionMove move, LocalDate today) {
        switch (move) {
            case AGREE -> tell(by, action, leads(by, action, today), PlanMail.ACTION_AGREED);
            case SEND_BACK -> tell(by, action, leads(by, action, today), PlanMail.ACTION_SENT_BACK);
            case CLAIM -> tell(by, action, keepers(by), PlanMail.ACTION_TO_VERIFY);
            case PROPOSE, BEGIN, HOLD, RESUME, VERIFY, CLOSE, CANCEL, CARRY -> {
                // Nobody has to do anything at once.
            }
        }
    }

    private Set<UUID> leads(Actor by, PlanAction action, LocalDate today) {
        return posts.book(by).holders(action.leads(), today);
    }

    private Set<UUID> keepers(Actor by) {
        var keepers = new LinkedHashSet<UUID>();
        for (var role : Role.giving(Permission.KEEP_PLANS))
            keepers.addAll(grants.holders(by, role));
        return keepers;
    }

    private void tell(Actor by, PlanAction action, Set<UUID> people, PlanMail mail) {
        var told = people.stream().filter(p -> !by.is(p)).toList();
        if (told.isEmpty())
            return;
        told.forEach(p -> outbox.add(by, p, mail, action.ref(), false));
        trail.add(by, Trace.list("action.tell", action.id(), List.copyOf(told)).because(mail.name()));
    }
}
