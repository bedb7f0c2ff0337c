package heed.assurance.cycle;

import static heed.assurance.cycle.CycleState.*;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every move of a cycle, all by those who run cycles. Written down only here. */
public enum CycleMove {
    /** It is planned. */
    PLAN(null, PLANNED, "Planned", false, false),
    /** Those invited may begin. */
    OPEN_IT(PLANNED, OPEN, "Open for returns", false, false),
    /** No more returns are taken. */
    CLOSE(OPEN, CLOSED, "Close for returns", false, false),
    /** It was closed too early. */
    REOPEN(CLOSED, OPEN, "Open again", true, true),
    /** Peers begin. */
    BEGIN_PEER_REVIEW(CLOSED, PEER_REVIEW, "Begin peer review", false, false),
    /** The board does without peers this time. */
    SKIP_PEER_REVIEW(CLOSED, MODERATION, "Go to moderation without peer review", true, false),
    /** The panel begins. */
    BEGIN_MODERATION(PEER_REVIEW, MODERATION, "Begin moderation", false, false),
    /** The board decided: the note says in which meeting, with date and minute. */
    AGREE(MODERATION, AGREED, "Record the board’s agreement", true, false),
    /** What was agreed goes out. */
    PUBLISH(AGREED, PUBLISHED, "Publish", false, false),
    /** It is done with. */
    ARCHIVE(PUBLISHED, ARCHIVED, "Archive", false, false);

    private final @Nullable CycleState from;
    private final CycleState to;
    private final String words;
    private final boolean note;
    private final boolean correction;

    CycleMove(@Nullable CycleState from, CycleState to, String words, boolean note, boolean correction) {
        this.from = from;
        this.to = to;
        this.words = words;
        this.note = note;
        this.correction = correction;
    }

    /** Where it starts; null for the one by which a cycle comes to be. */
    public @Nullable CycleState from() {
        return from;
    }

    /** Where it ends. */
    public CycleState to() {
        return to;
    }

    /** As its button says. */
    public String words() {
        return words;
    }

    /** Whether it needs a note. */
    public boolean note() {
        return note;
    }

    /** Whether it puts an earlier move right. */
    public boolean correction() {
        return correction;
    }

    /** What the note has to say. */
    public String ask() {
        return this == AGREE ? "Which meeting agreed, on which day, under which minute?" : "Why?";
    }

    /** Every move that starts there, in order. */
    public static List<CycleMove> from(CycleState state) {
        return Arrays.stream(values()).filter(m -> m.from == state).toList();
    }
}
