package heed.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.casework.ConcernRef;
import heed.access.policy.Marking;
import heed.casework.concern.Act;
import heed.casework.concern.Concern;
import heed.casework.concern.Decision;
import heed.casework.concern.Status;
import heed.casework.concern.SubjectKind;
import heed.platform.Actor;
import heed.platform.Refused;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A concern moves as the table of moves says and in no other way. */
class ConcernMovesTest {
    private static final Instant RECEIVED_AT = Instant.parse("2026-03-10T09:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-10T11:30:00Z");

    private final UUID scope = UUID.randomUUID();
    private final Actor amina = new Actor(UUID.randomUUID(), scope, UUID.randomUUID(), Set.of(), "192.0.2.7");
    private final Actor bola = new Actor(UUID.randomUUID(), scope, amina.council(), Set.of(), "192.0.2.8");
    private final Decision decision = new Decision.NoFurtherAction("KNOWN", "Already known, and safe today.");

    /** How each move but the first is made on a concern. */
    private final Map<Act, Function<Concern, Concern.Moved>> moves = new EnumMap<>(Map.of(
            Act.TAKE_UP, c -> c.takeUp(amina, LATER),
            Act.HAND_BACK, c -> c.handBack(amina, LATER, "Going home"),
            Act.DECIDE, c -> c.decide(decision, amina, LATER, null),
            Act.REOPEN, c -> c.reopen(amina, LATER, "New information"),
            Act.JOIN, c -> c.join(amina, LATER),
            Act.JOIN_BEGUN, c -> c.join(amina, LATER),
            Act.SET_ASIDE, c -> c.setAside(amina, LATER),
            Act.SET_ASIDE_BEGUN, c -> c.setAside(amina, LATER),
            Act.SET_ASIDE_DECIDED, c -> c.setAside(amina, LATER),
            Act.PUT_BACK, c -> c.putBack(amina, LATER)));
    /** One thing to do with several lines in the table: which it is follows from where it starts. */
    private static final java.util.List<Set<Act>> ALIKE = java.util.List.of(Set.of(Act.JOIN, Act.JOIN_BEGUN),
            Set.of(Act.SET_ASIDE, Act.SET_ASIDE_BEGUN, Act.SET_ASIDE_DECIDED));

    @Test
    void every_status_occurs_and_every_move_leads_somewhere_else() {
        var reached = EnumSet.noneOf(Status.class);
        for (var act : Act.values()) {
            reached.add(act.to());
            assertThat(act.from()).as("where %s starts", act).isNotEqualTo(act.to());
            assertThat(act.from() == null).as("%s starts from nowhere", act).isEqualTo(act == Act.RAISE);
        }
        assertThat(reached).isEqualTo(EnumSet.allOf(Status.class));
    }

    @Test
    void every_move_can_be_tried_here() {
        assertThat(moves.keySet()).isEqualTo(EnumSet.complementOf(EnumSet.of(Act.RAISE)));
    }

    @Test
    void every_concern_begins_received_with_the_entry_that_says_so() {
        var moved = Concern.received(UUID.randomUUID(), ConcernRef.random(), amina, null, amina.staff(), RECEIVED_AT,
                false,
                SubjectKind.CHILD, Marking.NORMAL);
        assertThat(moved.concern().status()).isEqualTo(Act.RAISE.to());
        assertThat(moved.entry()).isEqualTo(new Concern.Entry(Act.RAISE, amina.staff(), RECEIVED_AT, null));
    }

    @Test
    void from_every_status_the_moves_of_the_table_work_and_all_others_are_refused() {
        int worked = 0;
        int refused = 0;
        for (var status : Status.values())
            for (var act : moves.keySet()) {
                var concern = standing(status);
                var alike = ALIKE.stream().filter(a -> a.contains(act)).findFirst().orElse(Set.of(act));
                boolean legal = alike.stream().anyMatch(a -> a.mayStartFrom(status));
                if (legal) {
                    var moved = moves.get(act).apply(concern);
                    assertThat(moved.concern().status()).as("%s from %s", act, status).isEqualTo(act.to());
                    assertThat(moved.entry().act().mayStartFrom(status)).isTrue();
                    assertThat(alike).contains(moved.entry().act());
                    assertThat(moved.entry().by()).isEqualTo(amina.staff());
                    assertThat(moved.entry().at()).isEqualTo(LATER);
                    assertThat(moved.concern().id()).isEqualTo(concern.id());
                    assertThat(moved.concern().receivedAt()).isEqualTo(RECEIVED_AT);
                    worked++;
                } else {
                    assertThatThrownBy(() -> moves.get(act).apply(concern)).as("%s from %s", act, status)
                            .isInstanceOf(Refused.class);
                    refused++;
                }
            }
        assertThat(worked).isEqualTo(18);
        assertThat(refused).isEqualTo(Status.values().length * moves.size() - 18);
    }

    @Test
    void only_the_officer_who_took_it_up_decides() {
        var taken = standing(Status.IN_TRIAGE);
        assertThatThrownBy(() -> taken.decide(decision, bola, LATER, null)).isInstanceOf(Refused.class);
        assertThat(taken.decide(decision, amina, LATER, null).concern().outcome())
                .isEqualTo(Decision.Outcome.NO_FURTHER_ACTION);
    }

    @Test
    void handing_back_leaves_it_with_nobody_and_keeps_when_it_was_first_taken_up() {
        var back = standing(Status.IN_TRIAGE).handBack(amina, LATER, null).concern();
        assertThat(back.takenBy()).isNull();
        assertThat(back.takenAt()).isNull();
        assertThat(back.takeUp(bola, LATER.plusSeconds(60)).concern().firstTakenAt())
                .isEqualTo(RECEIVED_AT.plusSeconds(60));
    }

    @Test
    void the_table_of_moves_is_the_one_a_reviewer_saw() {
        Golden.compare("moves.md", drawn() + AssuranceMoves.drawn());
    }

    private static String drawn() {
        var text = new StringBuilder("""
                # Moves of a concern

                Written by ConcernMovesTest from `heed.casework.concern.Act`.

                ```mermaid
                stateDiagram-v2
                """);
        for (var act : Act.values())
            text.append("    ").append(act.from() == null ? "[*]" : act.from()).append(" --> ").append(act.to())
                    .append(": ").append(act).append('\n');
        for (var status : Status.values())
            if (Act.from(status).isEmpty())
                text.append("    ").append(status).append(" --> [*]\n");
        text.append("```\n\n| move | from | to | correction | shown as |\n|---|---|---|---|---|\n");
        for (var act : Act.values())
            text.append(
                    "| %s | %s | %s | %s | %s |%n".formatted(act, act.from() == null ? "nothing" : act.from(), act.to(),
                            act.correction() ? "yes" : "", act.words()));
        text.append("\n| status | shown as | moves that start here |\n|---|---|---|\n");
        for (var status : Status.values())
            text.append("| %s | %s | %s |%n".formatted(status, status.words(), Act.from(status).isEmpty()
                    ? "none: it ends here"
                    : String.join(", ",
                            Arrays.stream(Act.values()).filter(a -> a.mayStartFrom(status)).map(Enum::name).toList())));
        return text.toString();
    }

    private Concern standing(Status status) {
        var held = status == Status.IN_TRIAGE || status == Status.DECIDED;
        return new Concern(UUID.randomUUID(), heed.casework.ConcernRef.random(), amina.council(), null, amina.staff(),
                RECEIVED_AT, false,
                SubjectKind.CHILD, Marking.NORMAL, status, held ? amina.staff() : null,
                held ? RECEIVED_AT.plusSeconds(60) : null,
                held ? RECEIVED_AT.plusSeconds(60) : null,
                status == Status.DECIDED ? RECEIVED_AT.plusSeconds(90) : null,
                status == Status.DECIDED ? Decision.Outcome.NO_FURTHER_ACTION : null, null, 3);
    }
}
