package heed.casework.clock;

import heed.access.Permission;
import heed.directory.calendar.Calendar;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The plan of each recording scope, and the clocks that follow from it and from its calendar. */
@Component
public class ResponsePlans {
    private final JdbcClient db;
    private final Calendar calendar;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    ResponsePlans(JdbcClient db, Calendar calendar, Transactions transactions, Trail trail, Clock clock) {
        this.db = db;
        this.calendar = calendar;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** The clocks of the actor's scope. */
    public Clocks clocks(Actor by) {
        return new Clocks(calendar.workingDays(by), of(by).closing());
    }

    /** The plan of the actor's scope; what ships where nothing was set. Nobody is in it, so reading is not in the audit log. */
    public ResponsePlan of(Actor by) {
        return transactions.inScope(by.scope(), () -> db.sql("""
                select closing, danger_minutes, danger_told, before_due, others_told, version
                from casework.response_plan where scope_id = :scope""")
                .param("scope", by.scope()).query(ResponsePlans::plan).optional().orElse(ResponsePlan.SHIPPED));
    }

    /**
     * Sets the plan.
     *
     * @param to with the version that the change was made from
     * @throws IllegalArgumentException if something is wrong with it
     * @throws heed.platform.Refused    as not found without {@link Permission#EDIT_ESCALATION}; as moved on where somebody
     *                                  changed it since
     */
    public void set(Actor by, ResponsePlan to) {
        by.must(Permission.EDIT_ESCALATION);
        if (!to.wrongs().isEmpty())
            throw new IllegalArgumentException("a plan that could not be used");
        transactions.inScope(by.scope(), () -> {
            var sql = to.version() < 0 ? """
                    insert into casework.response_plan (scope_id, closing, danger_minutes, danger_told, before_due,
                      others_told, version, changed_by, changed_at)
                    values (:scope, :closing, :minutes, :danger, :before, :others, 0, :by, :now)
                    on conflict do nothing""" : """
                    update casework.response_plan set closing = :closing, danger_minutes = :minutes, danger_told = :danger,
                      before_due = :before, others_told = :others, version = version + 1, changed_by = :by,
                      changed_at = :now
                    where scope_id = :scope and version = :seen""";
            var asked = db.sql(sql).param("scope", by.scope()).param("closing", to.closing())
                    .param("minutes", to.danger().stream().map(ResponsePlan.Step::minutes).toArray(Integer[]::new))
                    .param("danger", to.danger().stream().map(s -> text(s.told())).toArray(String[]::new))
                    .param("before", to.beforeDue())
                    .param("others", to.others().stream().map(ResponsePlans::text).toArray(String[]::new))
                    .param("by", by.staff()).param("now", Timestamp.from(clock.instant()));
            if ((to.version() < 0 ? asked : asked.param("seen", to.version())).update() == 0)
                throw Refusal.MOVED_ON.because("the plan changed");
            trail.add(by, Trace.of("escalation.plan").fields("closing", "danger", "before_due", "others"));
        });
    }

    private static String text(Set<Responder> told) {
        return told.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static ResponsePlan plan(ResultSet row, int number) throws SQLException {
        var minutes = (Integer[]) row.getArray("danger_minutes").getArray();
        var danger = told(row.getArray("danger_told"));
        var steps = new ArrayList<ResponsePlan.Step>();
        for (int i = 0; i < minutes.length; i++)
            steps.add(new ResponsePlan.Step(minutes[i], danger.get(i)));
        return new ResponsePlan(row.getObject("closing", LocalTime.class), steps, row.getInt("before_due"),
                told(row.getArray("others_told")), row.getInt("version"));
    }

    private static List<Set<Responder>> told(Array steps) throws SQLException {
        return Arrays.stream((String[]) steps.getArray())
                .map(step -> Arrays.stream(step.split(" ")).map(Responder::valueOf).collect(Collectors.toSet()))
                .toList();
    }
}
