package heed.assurance.peerreview;

import heed.assurance.exercise.Audience;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.RatingScale;
import heed.assurance.exercise.Verdict;
import heed.assurance.exercise.Voice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two invented organisations, a board, and what they say to each other. */
final class Asking {
    static final UUID OWNER = new UUID(0, 1);
    static final UUID PEER = new UUID(0, 2);
    static final UUID BOARD = new UUID(0, 3);
    static final UUID THIRD = new UUID(0, 4);
    static final UUID RETURN = new UUID(0, 9);
    static final UUID STAFF = new UUID(0, 7);
    static final Instant AT = Instant.parse("2026-10-05T09:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 10, 5);
    static final Minute MINUTE = new Minute("Quality panel", "4", LocalDate.of(2026, 10, 1));

    private Asking() {
    }

    /** B better than G better than A better than R, picked. */
    static RatingScale scale() {
        return scale(1);
    }

    static RatingScale scale(int version) {
        return new RatingScale("four", version, "Four letters",
                List.of(new RatingScale.Step("B", "Blue", "blue", "Met and shown", List.of()),
                        new RatingScale.Step("G", "Green", "green", "Nearly", List.of()),
                        new RatingScale.Step("A", "Amber", "amber", "Begun", List.of("action")),
                        new RatingScale.Step("R", "Red", "red", "Not begun", List.of("action"))),
                Map.of(), List.of());
    }

    static Speaker peer() {
        return Speaker.own(Party.PEER, PEER, STAFF);
    }

    static Speaker owner() {
        return Speaker.own(Party.OWNER, OWNER, STAFF);
    }

    static Speaker board() {
        return Speaker.own(Party.BOARD, BOARD, STAFF);
    }

    static Challenge asked(ChallengeKind kind) {
        return asked("K-0001", "1.1", kind);
    }

    static Challenge asked(String ref, String item, ChallengeKind kind) {
        return Challenge.raised(ref, RETURN, item, Audience.ALL, kind, OWNER, peer(), AT, "Where is the training log?",
                null).made();
    }

    static Challenge answered(ChallengeKind kind) {
        return move(asked(kind), ChallengeMove.ANSWER, owner(), "In the appendix.");
    }

    static Challenge referred(ChallengeKind kind) {
        return move(answered(kind), ChallengeMove.REFER, peer(), "We still differ.");
    }

    static Challenge move(Challenge challenge, ChallengeMove move, Speaker by, String words) {
        return challenge.move(move, by, AT.plusSeconds(60), Challenge.Said.of(words), true).made();
    }

    static Challenge ended(Challenge challenge, ChallengeMove move, Speaker by, ChallengeOutcome outcome) {
        return challenge.move(move, by, AT.plusSeconds(90), new Challenge.Said("So be it.", MINUTE, outcome), true)
                .made();
    }

    static Rating rating(Voice voice, UUID organisation, String letter, Rating.@Nullable Ground ground) {
        return rating("1.1", voice, Audience.ALL, organisation, letter, ground);
    }

    static Rating rating(String item, Voice voice, Audience audience, UUID organisation, String letter,
            Rating.@Nullable Ground ground) {
        return new Rating(UUID.randomUUID(), item, voice, audience, "four", 1, new Verdict.Level(letter, null),
                organisation, STAFF, AT, ground, null, null);
    }

    static PanelDecision decision(String letter, String... refs) {
        return new PanelDecision(new UUID(0, 20), RETURN, OWNER, "1.1", Audience.ALL, new Verdict.Level(letter, null),
                "The log was shown.", MINUTE, java.util.Set.of(PEER, THIRD), java.util.Set.of(refs));
    }
}
