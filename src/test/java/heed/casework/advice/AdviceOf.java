package heed.casework.advice;

import heed.casework.AdviceRef;
import heed.casework.concern.SubjectKind;
import heed.platform.Actor;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** A question that was asked, for tests of what comes after. */
public final class AdviceOf {
    private AdviceOf() {
    }

    /** Asks this. Returns its reference. */
    public static AdviceRef in(ApplicationContext context, Actor by, String question) {
        return context.getBean(AdviceDesk.class).ask(by, UUID.randomUUID(),
                new AdviceDesk.Asking(SubjectKind.ADULT, false, question));
    }
}
