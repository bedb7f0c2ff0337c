package heed.casework.correction;

import heed.casework.ConcernRef;
import heed.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** A concern that somebody asked to have corrected, for tests of what comes after. */
public final class Asked {
    private Asked() {
    }

    /** Asks for it to be taken out of use; where somebody answers, it is. Returns its reference. */
    public static ConcernRef of(ApplicationContext context, Actor by, ConcernRef ref, @Nullable Actor answers) {
        var corrections = context.getBean(Corrections.class);
        corrections.ask(by, ref, "Recorded twice.");
        if (answers != null)
            corrections.answer(answers, ref, corrections.of(by, ref).open().orElseThrow().id(), true, "It was.");
        return ref;
    }
}
