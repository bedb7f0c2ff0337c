package heed.demo;

import heed.access.Role;
import heed.demo.DemoWorld.StaffRole;
import heed.insight.report.History;
import heed.insight.report.Publications;
import heed.insight.report.Quarter;
import heed.platform.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The last three quarters as the coordinator published them, each a week after it was over, beside an older tool's totals. */
@Component
@Profile("demo")
class DemoQuarters {
    private static final int QUARTERS = 3;
    private static final Duration LATER = Duration.ofDays(7).plusHours(10);
    /** Concerns a month in the years before, month after month. */
    private static final List<Integer> BEFORE = List.of(14, 17, 12, 19, 11, 15, 18, 16, 13, 20, 15, 17);

    private final Publications publications;
    private final History history;

    DemoQuarters(Publications publications, History history) {
        this.publications = publications;
        this.history = history;
    }

    /** Loads last year's totals and publishes the quarters of one scope, where a coordinator works there and concerns are told. */
    void publish(DemoWorld world, DemoRegister register, Instant began) {
        var coordinator = world.holding(StaffRole.COORDINATOR).stream()
                .filter(m -> register.ids().containsKey("staff:" + m.key()) && world.raises(world.scopeOf(m.service())))
                .findFirst();
        if (coordinator.isEmpty())
            return;
        var by = new Actor(register.staff(coordinator.get().key()), register.scope(), Actor.NOBODY,
                Role.permits(Set.of(Role.STAFF, Role.COORDINATOR)), "demo");
        var quarters = new ArrayList<Quarter>();
        var last = Quarter.of(began.minus(LATER));
        for (int i = 0; i < QUARTERS; i++) {
            last = last.before();
            quarters.addFirst(last);
        }
        DemoClock.at(quarters.getFirst().period().start(), () -> history.load(by, totals(quarters)));
        for (var quarter : quarters)
            DemoClock.at(quarter.period().end().plus(LATER), () -> publications.publishFirst(by, quarter.code()));
    }

    private static byte[] totals(List<Quarter> quarters) {
        var text = new StringBuilder("from,to,measure,split,value,number,source\n");
        for (var quarter : quarters) {
            var then = quarter.lastYear().period();
            int whole = 0;
            for (var month : then.months()) {
                int number = BEFORE.get(month.getMonthValue() - 1);
                whole += number;
                line(text, quarter, "month", month, number);
            }
            line(text, quarter, "", null, whole);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, Quarter quarter, String split,
            @org.jspecify.annotations.Nullable YearMonth month, int number) {
        var then = quarter.lastYear().period();
        text.append(then.from()).append(',').append(then.last()).append(",concerns-raised,").append(split).append(',')
                .append(month == null ? "" : month).append(',').append(number).append(",the older tool\n");
    }
}
