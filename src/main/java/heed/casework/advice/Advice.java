package heed.casework.advice;

import heed.access.policy.Marking;
import heed.casework.AdviceRef;
import heed.casework.concern.SubjectKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Advice that somebody asked for, opened.
 *
 * @param askedBy  the colleague who asked; null where it was somebody without an account here
 * @param asker    who asked, in words, where it was somebody else; empty otherwise
 * @param about    who or what it is about, without names
 * @param marking  how narrowly it is held
 * @param question what was asked
 * @param answer   what was advised; null while nobody has answered
 * @param recorded the officer who recorded it for them, such as after a telephone call; null where they asked here
 */
public record Advice(UUID id, AdviceRef ref, @Nullable UUID askedBy, String asker, Instant askedAt, SubjectKind about,
        Marking marking, String question, @Nullable Answer answer, @Nullable UUID recorded) {
    /** What was advised; {@code readAt} is when whoever asked first read it. */
    public record Answer(String words, UUID by, Instant at, @Nullable Instant readAt) {
    }
}
