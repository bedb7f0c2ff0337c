package heed.insight.report;

import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** A quarter that is published, and totals from an older tool, for tests that only need some to be there. */
public final class PublishedQuarter {
    private static int loaded;

    private PublishedQuarter() {
    }

    /** Publishes the last quarter that is over, unless it is, and returns its code. */
    public static String in(ApplicationContext context, Actor by) {
        var code = Quarter.of(context.getBean(Clock.class).instant()).before().code();
        context.getBean(Publications.class).publishFirst(by, code);
        return code;
    }

    /** Sends a file of one total, which waits; or is applied. Returns its id. */
    public static synchronized UUID totals(ApplicationContext context, Actor by, boolean apply) {
        var history = context.getBean(History.class);
        int day = 1 + loaded++ % 28;
        int month = 1 + loaded / 28 % 12;
        var when = "20%02d-%02d-%02d".formatted(1 + loaded / 336 % 20, month, day);
        var id = history.check(by, ("from,to,measure,split,value,number,source\n" + when + "," + when
                + ",concerns-raised,,,4,Old tool\n").getBytes(StandardCharsets.UTF_8)).id();
        if (id == null)
            throw new IllegalStateException("the totals are wrong");
        if (apply)
            context.getBean(Transactions.class).inScope(by.scope(), () -> history.apply(by, id));
        return id;
    }
}
