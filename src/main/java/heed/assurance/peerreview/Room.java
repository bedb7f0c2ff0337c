package heed.assurance.peerreview;

import heed.assurance.cycle.Cycle;
import heed.assurance.evidence.Standing;
import heed.assurance.exercise.FrozenReturn;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.RatingRules;
import heed.assurance.exercise.ReceivedReturns;
import heed.assurance.exercise.ReturnEdition;
import heed.assurance.exercise.ReturnState;
import heed.assurance.exercise.Verdict;
import heed.assurance.exercise.Voice;
import heed.platform.Actor;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A return as the board has it, with everything that is said about it. Organisations are named by their recording scope;
 * the return's own ratings by the organisation that owns it.
 *
 * @param there        whoever acts, in the board's scope
 * @param cycle        the cycle
 * @param edition      what is asked, as this organisation was asked it
 * @param ordered      whether one level of the scale is better than another
 * @param copy         the copy of the return
 * @param said         what it says
 * @param state        where the return stands
 * @param ratings      every rating of it, oldest first
 * @param limits       what limits a rating that its copy holds, by the rating's id
 * @param challenges   every challenge on it
 * @param declarations every declaration of the cycle about its owner, oldest first
 * @param decisions    every panel's decision on it
 * @param names        names of organisations
 */
record Room(Actor there, Cycle cycle, ReturnEdition edition, boolean ordered, ReceivedReturns.Copy copy,
        FrozenReturn said, ReturnState state, List<Rating> ratings, Map<UUID, List<String>> limits,
        List<Challenge> challenges,
        List<Declaration> declarations, List<PanelDecision> decisions, Map<UUID, String> names) {
    /** The board's recording scope. */
    UUID board() {
        return there.scope();
    }

    /** Whose return it is. */
    UUID owner() {
        return copy.from();
    }

    /** Which return, in the owner's scope. */
    UUID ret() {
        return UUID.fromString(said.id());
    }

    /** An organisation's name. */
    String name(UUID organisation) {
        return names.getOrDefault(organisation.equals(copy.council()) ? copy.from() : organisation,
                "An organisation that has left");
    }

    /** The question with its answer. */
    Optional<FrozenReturn.ItemLine> line(String code) {
        return said.items().stream().filter(i -> i.code().equals(code)).findFirst();
    }

    /** What each voice says of a question now. */
    List<Rating> now(String code) {
        return RatingRules.now(ratings.stream().filter(r -> r.item().equals(code)).toList());
    }

    /** What the organisation itself says now; null for nothing. */
    @Nullable
    Verdict own(String code, heed.assurance.exercise.Audience audience) {
        return now(code).stream().filter(r -> r.voice() == Voice.SELF && r.audience() == audience)
                .map(Rating::verdict).findFirst().orElse(null);
    }

    /** What limits a rating, such as what its reviewers could not do. */
    List<String> limits(Rating rating) {
        return limits.getOrDefault(rating.id(), List.of());
    }

    /** Everybody's rating of a question side by side. */
    RatingsBeside beside(String code) {
        return RatingsBeside.of(code, edition.scale(), ratings, this::name, declared(), this::limits);
    }

    /** Challenges on a question. */
    List<Challenge> on(String code) {
        return challenges.stream().filter(c -> c.item().equals(code)).toList();
    }

    /** What holds of what each reviewer declared about the owner: by who declared it, and the last by their organisation. */
    Map<UUID, Declaration> declared() {
        Map<UUID, Declaration> latest = new HashMap<>();
        for (var d : declarations)
            Declaration.latest(declarations, d.reviewer(), d.owner(), d.staff()).ifPresent(now -> {
                latest.put(d.reviewer(), now);
                latest.put(d.staff(), now);
            });
        return latest;
    }

    /** How many accepted statements stand in the window, out of it, or have no date. */
    static Map<Standing, Integer> evidence(FrozenReturn.ItemLine line) {
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        line.evidence().forEach(e -> counts.merge(Standing.valueOf(e.standing()), 1, Integer::sum));
        return counts;
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "Room[" + copy.id() + "]";
    }
}
