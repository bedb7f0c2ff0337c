package heed.assurance.peerreview;

import heed.assurance.exercise.Audience;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.RatingScale;
import heed.assurance.exercise.Verdict;
import heed.assurance.exercise.Voice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a panel decided on one question of one return, with its minute.
 *
 * @param id        which
 * @param ret       the return
 * @param owner     whose it is
 * @param item      the question's code
 * @param audience  whose rating it is about
 * @param verdict   what it comes to
 * @param why       its reason, which all parties read
 * @param minute    where it is written down
 * @param deciding  the organisations whose people decided
 * @param refs      the challenges it settles; none for a question that the panel took up itself
 */
public record PanelDecision(UUID id, UUID ret, UUID owner, String item, Audience audience, Verdict verdict, String why,
        Minute minute, Set<UUID> deciding, Set<String> refs) {
    /** Copies the sets. */
    public PanelDecision {
        deciding = Set.copyOf(deciding);
        refs = Set.copyOf(refs);
    }

    /** What is wrong with a decision, in words for whoever records it. */
    public enum Fault {
        /** The minute lacks a part, or lies ahead. */
        NO_MINUTE("Give the panel, the minute and a day that is not in the future"),
        /** It does not say why. */
        NO_REASON("Give the panel’s reason"),
        /** Nobody decided. */
        NOBODY("Say which organisations decided"),
        /** The owner sat on its own return. It is heard; it does not decide. */
        OWN_RETURN("An organisation is heard on its own return, and does not decide on it"),
        /** It settles a challenge that is about something else or not before the panel. */
        OTHER_CHALLENGE("A challenge named here is not before the panel on this question");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        /** What to tell whoever recorded it. */
        public String words() {
            return words;
        }
    }

    /** What is wrong with it; empty where it may be recorded. The rating has rules of its own. */
    public List<Fault> faults(List<Challenge> challenges, LocalDate today) {
        var found = new ArrayList<Fault>();
        if (!minute.good(today))
            found.add(Fault.NO_MINUTE);
        if (why.isBlank())
            found.add(Fault.NO_REASON);
        if (deciding.isEmpty())
            found.add(Fault.NOBODY);
        if (deciding.contains(owner))
            found.add(Fault.OWN_RETURN);
        if (!refs.stream().allMatch(ref -> challenges.stream().anyMatch(c -> c.ref().equals(ref) && c.ret().equals(ret)
                && c.item().equals(item) && c.state() == ChallengeState.REFERRED)))
            found.add(Fault.OTHER_CHALLENGE);
        return List.copyOf(found);
    }

    /** What the moderated rating and whatever else follows from it rest on. */
    public Rating.Ground ground() {
        return new Rating.Ground(Rating.Ground.Kind.PANEL, minute.words(), minute.day());
    }

    /** The moderated rating that follows. */
    public Rating rating(RatingScale scale, UUID board, UUID by, Instant at) {
        return new Rating(UUID.randomUUID(), item, Voice.MODERATED, audience, scale.code(), scale.version(), verdict,
                board, by, at, ground(), null, null);
    }

    /** What a challenge that it settles ends in, given the organisation's own rating. */
    public ChallengeOutcome outcome(Verdict own) {
        if (verdict instanceof Verdict.NotRated)
            return ChallengeOutcome.PANEL_ADVISED;
        return verdict.stored().equals(own.stored()) ? ChallengeOutcome.PANEL_KEPT : ChallengeOutcome.PANEL_CHANGED;
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "PanelDecision[" + id + "]";
    }
}
