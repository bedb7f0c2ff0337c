package heed.assurance.plan;

import heed.access.Permission;
import heed.platform.Actor;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which actions somebody may read: all of the council's for those who keep plans or sign its return off, and for everyone
 * else those that a post leads which they hold today. The yes and no of one record and the predicate of lists are the same
 * words.
 */
record PlanSight(UUID staff, boolean all, LocalDate today) {
    static PlanSight of(Actor by, LocalDate today) {
        return new PlanSight(by.staff(), seesAll(by), today);
    }

    /** For the system itself, which reminds. */
    static PlanSight ofSystem(Actor system, LocalDate today) {
        if (!system.equals(Actor.system(system.scope())))
            throw new IllegalStateException("only the system reads past the rule");
        return new PlanSight(system.staff(), true, today);
    }

    static boolean seesAll(Actor by) {
        return by.may(Permission.KEEP_PLANS) || by.may(Permission.SIGN_OFF_RETURN);
    }

    /** What must hold of a row of {@code assurance.action}. */
    String sql(String action) {
        return all ? "true" : leading(action);
    }

    /** That a post leads the action which this person holds today. */
    String leading(String action) {
        return action + """
                .id = any (array(
                  select l.action_id from assurance.action_lead l
                    join assurance.post_holder h on h.scope_id = l.scope_id and h.post_id = l.post_id
                   where l.scope_id = nullif(current_setting('heed.scope', true), '')::uuid
                     and h.staff_id = '%1$s' and h.from_day <= '%2$s' and (h.until_day is null or h.until_day >= '%2$s')))
                """
                .formatted(staff, today);
    }

    /** Whether they hold a post that leads this action. */
    boolean leads(JdbcClient db, UUID action) {
        return db.sql("select exists (select from assurance.action a where a.id = :id and " + leading("a") + ")")
                .param("id", action).query(Boolean.class).single();
    }
}
