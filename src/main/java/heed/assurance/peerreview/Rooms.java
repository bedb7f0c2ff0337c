package heed.assurance.peerreview;

import heed.assurance.cycle.Cycle;
import heed.assurance.cycle.Cycles;
import heed.assurance.exercise.Audience;
import heed.assurance.exercise.Facets;
import heed.assurance.exercise.FrozenReturn;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.ReceivedReturns;
import heed.assurance.exercise.ReturnEdition;
import heed.assurance.exercise.ReturnEditions;
import heed.assurance.exercise.ReturnState;
import heed.assurance.exercise.Verdict;
import heed.assurance.exercise.Voice;
import heed.assurance.framework.Frameworks;
import heed.directory.organisation.Organisations;
import heed.directory.organisation.RecordingScope;
import heed.platform.Actor;
import heed.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Opens returns as a board has them. Called in a transaction of the board's scope; whether somebody may is for the caller
 * to have asked.
 */
@Component
class Rooms {
    private final ReceivedReturns received;
    private final ReturnEditions editions;
    private final Frameworks frameworks;
    private final Cycles cycles;
    private final BoardRatings ratings;
    private final ChallengeBook challenges;
    private final Pairings pairings;
    private final Organisations organisations;

    Rooms(ReceivedReturns received, ReturnEditions editions, Frameworks frameworks, Cycles cycles,
            BoardRatings ratings, ChallengeBook challenges, Pairings pairings, Organisations organisations) {
        this.received = received;
        this.editions = editions;
        this.frameworks = frameworks;
        this.cycles = cycles;
        this.ratings = ratings;
        this.challenges = challenges;
        this.pairings = pairings;
        this.organisations = organisations;
    }

    /** Names of all organisations. */
    Map<UUID, String> names() {
        return organisations.scopes().stream().collect(Collectors.toMap(RecordingScope::id, RecordingScope::name));
    }

    /** One. @throws heed.platform.Refused as not found */
    Room of(Actor there, UUID copy) {
        var one = received.get(there, copy);
        return open(there, cycles.known(there, one.cycle()), cycles.standing(there, one.cycle()), List.of(one))
                .stream().findFirst().orElseThrow(() -> Refusal.NOT_FOUND.because("its key was disposed of"));
    }

    /** The latest copy of every return of a cycle, in the order of their owners' names. */
    List<Room> all(Actor there, UUID id) {
        return open(there, cycles.known(there, id), cycles.standing(there, id), received.of(there, id)).stream()
                .sorted(java.util.Comparator.comparing((Room r) -> r.name(r.owner()))).toList();
    }

    /** Codes of every question that one of some returns of a cycle answers, in the order of the edition. */
    List<String> order(Actor there, UUID cycle, List<Room> answering) {
        var asked = answering.stream().flatMap(r -> r.said().items().stream()).map(FrozenReturn.ItemLine::code)
                .collect(Collectors.toSet());
        return editions.of(there, cycles.known(there, cycle).edition(), "").questions().stream()
                .map(ReturnEdition.Asked::code).filter(asked::contains).toList();
    }

    static ReturnState state(List<Cycles.Standing> standing, ReceivedReturns.Copy copy) {
        var code = standing.stream().filter(s -> s.id().equals(copy.participation())).map(Cycles.Standing::state)
                .findFirst().orElse("");
        return java.util.Arrays.stream(ReturnState.values()).filter(s -> s.name().equals(code)).findFirst()
                .orElse(ReturnState.SUBMITTED);
    }

    /** Opens copies of one cycle, however many, in as many statements as one takes. */
    private List<Room> open(Actor there, Cycle cycle, List<Cycles.Standing> standing,
            List<ReceivedReturns.Copy> copies) {
        var ordered = frameworks.edition(there, cycle.edition()).scale().ordered();
        var declarations = pairings.declarations(there, cycle.id());
        var names = names();
        var ids = copies.stream().map(ReceivedReturns.Copy::id).toList();
        var said = received.said(there, copies);
        var given = ratings.of(there, ids);
        var asked = challenges.of(there, ids).stream().collect(Collectors.groupingBy(Challenge::ret));
        var decided = ratings.decisions(there, copies.stream()
                .collect(Collectors.toMap(ReceivedReturns.Copy::id, ReceivedReturns.Copy::from)));
        Map<String, ReturnEdition> cut = new HashMap<>();
        var rooms = new ArrayList<Room>();
        for (var copy : copies) {
            var says = said.get(copy.id());
            if (says == null)
                continue;
            var inCopy = inCopy(says, copy);
            var limits = new HashMap<UUID, List<String>>();
            inCopy.forEach((rating, words) -> limits.put(rating.id(), words));
            var all = new ArrayList<>(inCopy.keySet());
            all.addAll(given.getOrDefault(copy.id(), List.of()));
            rooms.add(new Room(there, cycle,
                    cut.computeIfAbsent(says.profile(), p -> editions.of(there, cycle.edition(), p)), ordered, copy,
                    says, state(standing, copy), all, limits, asked.getOrDefault(copy.id(), List.of()),
                    declarations.stream().filter(d -> d.owner().equals(copy.from())).toList(),
                    decided.getOrDefault(copy.id(), List.of()), names));
        }
        return List.copyOf(rooms);
    }

    /** The ratings that a copy holds, as they were when it was signed off, each with what limits it. */
    private static Map<Rating, List<String>> inCopy(FrozenReturn said, ReceivedReturns.Copy copy) {
        var all = new LinkedHashMap<Rating, List<String>>();
        for (var item : said.items())
            for (var line : item.ratings()) {
                var ground = line.ground();
                all.put(new Rating(
                        UUID.nameUUIDFromBytes((copy.id() + item.code() + line.voice() + line.audience() + all.size())
                                .getBytes(StandardCharsets.UTF_8)),
                        item.code(), Voice.valueOf(line.voice()), Audience.valueOf(line.audience()), said.scale(),
                        said.scaleVersion(), verdict(line), whose(line, copy), Actor.NOBODY, copy.at(),
                        ground == null ? null : ground.ground(), line.override(), line.transcribed()), line.beside());
            }
        return all;
    }

    /** Two reviews from outside that rate one question stay two; all else that is in a copy is its owner's. */
    private static UUID whose(FrozenReturn.RatingLine line, ReceivedReturns.Copy copy) {
        var ground = line.ground();
        return line.voice().equals(Voice.INDEPENDENT.name()) && ground != null
                ? UUID.nameUUIDFromBytes((copy.id() + ground.words()).getBytes(StandardCharsets.UTF_8))
                : copy.council();
    }

    private static Verdict verdict(FrozenReturn.RatingLine line) {
        var attainment = line.attainment();
        var evidenced = line.evidenced();
        var reason = line.reason();
        return switch (BoardRatings.verdict(line.verdict())) {
            case Verdict.Level level -> new Verdict.Level(level.code(),
                    attainment == null || evidenced == null ? null : new Facets(attainment, evidenced));
            case Verdict.NotApplicable said -> new Verdict.NotApplicable(reason == null ? "" : reason);
            case Verdict.NotRated said -> said;
            case Verdict.NotRecoverable said -> said;
        };
    }
}
