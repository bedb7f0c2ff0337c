package heed.assurance.plan;

import java.util.Locale;

/** A way to read the actions of all plans. */
enum ActionView {
    /** What one leads. */
    MINE("Yours", "Your actions", "No post that you hold leads an action that is still to be done."),
    /** What is late. */
    OVERDUE("Overdue", "Overdue actions", "Nothing is overdue."),
    /** What waits for those who keep plans. */
    WAITING("To agree, verify or close", "Actions to agree, verify or close",
            "Nothing waits to be agreed, verified or closed."),
    /** Everything. */
    OPEN("All still to be done", "Actions still to be done", "Nothing is still to be done.");

    private final String words;
    private final String title;
    private final String none;

    ActionView(String words, String title, String none) {
        this.words = words;
        this.title = title;
        this.none = none;
    }

    /** The one that a page's address names; one's own where it names none. */
    static ActionView of(String code) {
        for (var view : values())
            if (view.code().equals(code))
                return view;
        return MINE;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its link says. */
    String words() {
        return words;
    }

    /** The heading. */
    String title() {
        return title;
    }

    /** What is said where there is none. */
    String none() {
        return none;
    }

    /** Whether an action that is still to be done is in it. */
    boolean holds(ShownAction shown) {
        var state = shown.action().state();
        return switch (this) {
            case MINE, OPEN -> true;
            case OVERDUE -> shown.overdue();
            case WAITING -> state == ActionState.PROPOSED || state == ActionState.CLAIMED_COMPLETE
                    || state == ActionState.VERIFIED;
        };
    }
}
