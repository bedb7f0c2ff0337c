package heed.demo;

import heed.demo.DemoWorld.Member;
import heed.platform.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who takes part in the years of assurance, when they take place, and under which ids things were kept so far.
 *
 * @param world     the invented world
 * @param registers of its scopes, by the scope's key
 * @param began     when the demonstration began
 * @param kept      ids, by what they are of; added to as the years go on
 */
record DemoStory(DemoWorld world, Map<String, DemoRegister> registers, Instant began, Map<String, UUID> kept) {
    /** Scopes that take part. */
    static final String COUNCIL = "wexmoor";
    static final String NEIGHBOUR = "orrisdale";
    static final String BOARD = "partnership";

    DemoStory {
        kept = new HashMap<>(kept);
    }

    /** Reads ids as {@link #asText} writes them. */
    static Map<String, UUID> ids(String text) {
        return text.isBlank() ? Map.of() : DemoRegister.of(text).ids();
    }

    String asText() {
        return kept.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).sorted()
                .collect(Collectors.joining("\n"));
    }

    DemoRegister register(String scope) {
        return Objects.requireNonNull(registers.get(scope), "every scope was opened");
    }

    UUID scope(String scope) {
        return register(scope).scope();
    }

    /** Somebody of the world, by key. */
    Actor acting(String key) {
        Member member = Objects.requireNonNull(world.staff().get(key), "the world is checked when it is read");
        return register(world.scopeOf(member.service())).acting(member);
    }

    Actor board() {
        return acting("board-manager");
    }

    /** Who keeps the return of a council. */
    Actor keeper(String scope) {
        return acting(scope.equals(COUNCIL) ? "coordinator" : "orrisdale-coordinator");
    }

    /** Who signs it off. */
    Actor signer(String scope) {
        return acting(scope.equals(COUNCIL) ? "chief" : "orrisdale-chief");
    }

    LocalDate today() {
        return DemoScript.day(began);
    }

    /** The day so many days from the one on which the demonstration began. */
    LocalDate day(int from) {
        return today().plusDays(from);
    }

    /** Half past nine, London time, of that day and some minutes on, but never after the demonstration began. */
    Instant at(int day, int minutes) {
        var moment = day(day).atTime(9, 30).plusMinutes(minutes).atZone(WorkingTime.LONDON).toInstant();
        return moment.isBefore(began) ? moment : began;
    }

    /** Something kept. @throws IllegalStateException where it is not */
    UUID id(String of) {
        return find(of).orElseThrow(() -> new IllegalStateException("nothing is kept as " + of));
    }

    Optional<UUID> find(String of) {
        return Optional.ofNullable(kept.get(of));
    }

    void keep(String of, UUID id) {
        kept.put(of, id);
    }
}
