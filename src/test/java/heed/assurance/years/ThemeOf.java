package heed.assurance.years;

import heed.assurance.framework.Frameworks;
import heed.platform.Actor;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Themes for tests that only need some to be there. */
public final class ThemeOf {
    /** The crosswalk that comes with Heed. */
    public static final String CROSSWALK = "ox-crosswalk-2013-2017-2022";

    private ThemeOf() {
    }

    /** A theme of a published crosswalk, whose editions and scales are published with it. */
    public static String published(ApplicationContext context, Actor board) {
        context.getBean(Frameworks.class).publishShipped(board, List.of(CROSSWALK));
        return "T08";
    }
}
