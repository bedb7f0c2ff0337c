package heed.assurance.plan;

import heed.access.Permission;
import heed.assurance.AssurancePart;
import heed.platform.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Action plans on the page "Assurance": one's own actions, and for those who keep plans the plans. */
@Component
@Order(40)
class PlanPart implements AssurancePart {
    private static final int MOST = 10;

    private final Plans plans;

    PlanPart(Plans plans) {
        this.plans = plans;
    }

    @Override
    public Optional<Part> part(Actor by) {
        boolean all = PlanSight.seesAll(by);
        if (!all && !plans.leads(by))
            return Optional.empty();
        var mine = plans.mine(by);
        var rows = new ArrayList<Row>();
        mine.actions().stream().limit(MOST).forEach(shown -> {
            var line = ActionLine.of(shown, mine.posts(), mine.day());
            rows.add(new Row(shown.action().id(), line.title(), line.href(), line.due(), line.heed(), line.heedTag()));
        });
        var ways = new ArrayList<Way>();
        if (mine.actions().size() > MOST || all)
            ways.add(
                    new Way(all ? "Yours, overdue and all other actions" : "All your actions", ActionsController.HOME));
        if (all) {
            plans.all(by).stream().limit(2).forEach(
                    p -> rows.add(new Row(p.id(), p.title(), "/assurance/plans/" + p.id(), p.yearWords(), "", "grey")));
            ways.add(new Way("All plans", "/assurance/plans"));
            ways.add(new Way("What became of recommendations", "/assurance/recommendations"));
        }
        if (by.may(Permission.KEEP_PLANS))
            ways.add(new Way("Posts that lead actions", "/assurance/posts"));
        return Optional.of(new Part("Action plans", List.copyOf(rows),
                all ? "No plan yet." : "No post that you hold leads an action that is still to be done.",
                List.copyOf(ways)));
    }

    @Override
    public boolean shared(Actor by) {
        return plans.leads(by);
    }
}
