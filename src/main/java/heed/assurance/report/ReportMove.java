package heed.assurance.report;

import static heed.assurance.report.ReportState.*;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every move of a report: where it starts and ends, whose it is, whether it needs words and what has to be so. Written
 * down only here. Nothing leads out of what was published but withdrawing it, and nothing out of what was given up.
 */
public enum ReportMove {
    /** A report is begun. */
    BEGIN(null, DRAFT, Who.AUTHOR, false, Guard.NONE, "Begun"),
    /** A correction of one that went out: begins with what that one says. */
    AMEND(null, DRAFT, Who.AUTHOR, true, Guard.NONE, "Begun to correct the version before"),
    /** It is whole and tells of nobody: its figures are fixed, with their hash. */
    CHECK(DRAFT, CHECKED, Who.AUTHOR, false, Guard.WHOLE_AND_TELLS_OF_NOBODY, "Checked"),
    /** More is to be written. */
    WRITE_ON(CHECKED, DRAFT, Who.AUTHOR, true, Guard.NONE, "Opened for writing again"),
    /** Somebody who did not check it says that it may go out. */
    APPROVE(CHECKED, APPROVED, Who.SIGNATORY, false, Guard.ANOTHER_PERSON, "Approved"),
    /** Who approves it wants it otherwise. */
    GIVE_BACK(APPROVED, DRAFT, Who.SIGNATORY, true, Guard.NONE, "Given back for writing"),
    /** It was begun by mistake, or is not needed: it never goes out. */
    GIVE_UP(DRAFT, GIVEN_UP, Who.AUTHOR, true, Guard.NONE, "Given up"),
    /** It goes out, as it was checked. */
    PUBLISH(APPROVED, PUBLISHED, Who.AUTHOR, false, Guard.SAME_AS_CHECKED, "Published"),
    /** It counts no longer; it stays readable with the reason. */
    WITHDRAW(PUBLISHED, WITHDRAWN, Who.SIGNATORY, true, Guard.NONE, "Withdrawn");

    /** Whose move it is. */
    public enum Who {
        /** Who keeps the return. */
        AUTHOR,
        /** Who signs the return off. */
        SIGNATORY
    }

    /** What has to be so besides where it starts. */
    public enum Guard {
        /** Nothing. */
        NONE,
        /** {@link Missing} finds nothing, and everything {@link Disclosure} finds was looked at. (Invariant 22) */
        WHOLE_AND_TELLS_OF_NOBODY,
        /** Not whoever checked it. */
        ANOTHER_PERSON,
        /** What goes out has the hash of what was checked. (Invariant 24) */
        SAME_AS_CHECKED
    }

    private final @Nullable ReportState from;
    private final ReportState to;
    private final Who who;
    private final boolean note;
    private final Guard guard;
    private final String done;

    ReportMove(@Nullable ReportState from, ReportState to, Who who, boolean note, Guard guard, String done) {
        this.from = from;
        this.to = to;
        this.who = who;
        this.note = note;
        this.guard = guard;
        this.done = done;
    }

    /** Where it starts; null where a report comes to be. */
    public @Nullable ReportState from() {
        return from;
    }

    /** Where it ends. */
    public ReportState to() {
        return to;
    }

    /** Whose it is. */
    public Who who() {
        return who;
    }

    /** Whether it needs words. */
    public boolean note() {
        return note;
    }

    /** What has to be so. */
    public Guard guard() {
        return guard;
    }

    /** What was done, as the history shows it. */
    public String done() {
        return done;
    }

    /** The moves that start from a state. */
    public static List<ReportMove> from(ReportState state) {
        return Arrays.stream(values()).filter(m -> m.from == state).toList();
    }
}
