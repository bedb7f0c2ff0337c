package heed.assurance.exercise;

import heed.assurance.evidence.Span;
import heed.assurance.evidence.Standing;
import heed.assurance.evidence.Window;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One statement of evidence.
 *
 * @param id        which
 * @param item      the question's code
 * @param sort      its place among the question's statements
 * @param words     what it says
 * @param about     the times it is about; empty where nothing says when
 * @param typed     whether somebody typed those days; else they were read from the words
 * @param state     where it stands
 * @param replaces  the statement it stands in place of; null for none
 * @param version   goes up by one at every change
 * @param writtenBy who wrote it
 * @param writtenAt when
 */
public record Statement(UUID id, String item, int sort, String words, List<Span> about, boolean typed,
        EvidenceState state, @Nullable UUID replaces, int version, UUID writtenBy, Instant writtenAt) {
    /** Copies the times. */
    public Statement {
        about = List.copyOf(about);
    }

    /** How it stands to the window: in it iff one of its times shares a day with it. (Invariant 8) */
    public Standing in(Window window) {
        if (about.isEmpty())
            return Standing.UNDATED;
        return about.stream().anyMatch(s -> s.overlaps(window.span())) ? Standing.IN : Standing.OUT;
    }

    /** Whether it stands as evidence of this window. */
    public boolean proves(Window window) {
        return state == EvidenceState.ACCEPTED && in(window) == Standing.IN;
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "Statement[" + id + "]";
    }
}
