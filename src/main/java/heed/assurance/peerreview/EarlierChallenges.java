package heed.assurance.peerreview;

import heed.assurance.cycle.Cycles;
import heed.assurance.exercise.FrozenReturn;
import heed.assurance.exercise.ReceivedReturns;
import heed.assurance.exercise.ReturnEditions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What was asked about a question in the board's earlier cycles, and what was done about it. Called in a transaction of the
 * board's scope.
 */
@Component
class EarlierChallenges {
    private final ReceivedReturns received;
    private final ChallengeBook challenges;
    private final Cycles cycles;
    private final ReturnEditions editions;

    EarlierChallenges(ReceivedReturns received, ChallengeBook challenges, Cycles cycles, ReturnEditions editions) {
        this.received = received;
        this.challenges = challenges;
        this.cycles = cycles;
        this.editions = editions;
    }

    /** Those of the latest earlier cycle that this organisation answered in. */
    List<EarlierChallenge> on(Room room, String question) {
        var asked = room.edition().question(question);
        var before = received.from(room.there(), room.owner()).stream()
                .filter(c -> !c.cycle().equals(room.cycle().id()) && c.at().isBefore(room.copy().at())).findFirst();
        if (asked.isEmpty() || before.isEmpty())
            return List.of();
        var codes = editions.same(room.there(), room.cycle().edition(), asked.get(),
                cycles.known(room.there(), before.get().cycle()).edition());
        var all = challenges.of(room.there(), List.of(before.get().id()));
        // What was done is what the organisation says it does on this question now.
        var actions = room.line(question).map(FrozenReturn.ItemLine::actions).orElse(List.of()).stream()
                .map(a -> a.words() + " (" + a.lead() + "; " + a.state() + ")").toList();
        Map<String, List<String>> done = new HashMap<>();
        for (var challenge : all) {
            var named = new ArrayList<>(actions.stream().filter(a -> a.contains(challenge.ref())).toList());
            done.put(challenge.ref(), named.isEmpty() ? actions : named);
        }
        return EarlierChallenge.on(codes, all, done);
    }
}
