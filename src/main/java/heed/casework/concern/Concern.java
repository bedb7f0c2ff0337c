package heed.casework.concern;

import heed.access.policy.Marking;
import heed.casework.ConcernRef;
import heed.platform.Actor;
import heed.platform.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A worry as first told. It changes only by an {@link Act}; what was told never does.
 *
 * @param id           its id, also the name of its key
 * @param ref          what people read aloud
 * @param council      the body whose figures it counts in
 * @param service      the teller's service, where known
 * @param raisedBy     who told us; null on a lead's protective record
 * @param receivedAt   when we received it; clocks run from here
 * @param danger       whether somebody is in danger now
 * @param subject      who or what it is about
 * @param marking      how narrowly it is held
 * @param status       where it stands
 * @param takenBy      the officer who has it
 * @param takenAt      when they took it up
 * @param firstTakenAt when it was first taken up, whoever has it now
 * @param decidedAt    when it was last decided
 * @param outcome      the last decision
 * @param caseId       the case it opened or joined
 * @param version      counts changes
 */
public record Concern(UUID id, ConcernRef ref, UUID council, @Nullable UUID service, @Nullable UUID raisedBy,
        Instant receivedAt, boolean danger, SubjectKind subject, Marking marking, Status status, @Nullable UUID takenBy,
        @Nullable Instant takenAt, @Nullable Instant firstTakenAt, @Nullable Instant decidedAt,
        Decision.@Nullable Outcome outcome, @Nullable UUID caseId, int version) {

    /** A line in the concern's own history; the note is encrypted when stored. */
    public record Entry(Act act, UUID by, Instant at, @Nullable String note) {
    }

    /** A concern and the entry that explains it. The store takes nothing less. */
    public record Moved(Concern concern, Entry entry) {
    }

    /** A concern just received, under a reference that no other has. */
    public static Moved received(UUID id, ConcernRef ref, Actor by, @Nullable UUID service, @Nullable UUID raisedBy,
            Instant at,
            boolean danger,
            SubjectKind subject, Marking marking) {
        var concern = new Concern(id, ref, by.council(), service, raisedBy, at, danger, subject,
                marking,
                Status.RECEIVED, null, null, null, null, null, null, 0);
        // A record that is not to tell who told us does not tell it in its history either.
        return new Moved(concern, new Entry(Act.RAISE, raisedBy == null ? Actor.NOBODY : raisedBy, at, null));
    }

    /** An officer takes it up. */
    public Moved takeUp(Actor by, Instant at) {
        return moved(Act.TAKE_UP, by, at, null, c -> c.held(by.staff(), at, firstTakenAt == null ? at : firstTakenAt));
    }

    /** The officer who has it gives it back to the queue. */
    public Moved handBack(Actor by, Instant at, @Nullable String note) {
        return moved(Act.HAND_BACK, by, at, note, c -> c.held(null, null, firstTakenAt));
    }

    /** The officer who has it decides; nobody else may, so that it is known whose decision it is. */
    public Moved decide(Decision decision, Actor by, Instant at, @Nullable UUID inCase) {
        if (status == Status.IN_TRIAGE && !by.is(takenBy == null ? Actor.NOBODY : takenBy))
            throw Refusal.NOT_ALLOWED_NOW.because("only the officer who took it up decides");
        return moved(Act.DECIDE, by, at, null,
                c -> new Concern(id, ref, council, service, raisedBy, receivedAt, danger, subject,
                        marking, c.status, takenBy, takenAt, firstTakenAt, at, decision.outcome(),
                        inCase == null ? caseId : inCase, version));
    }

    /** A correction: it is to be decided again, by the officer who reopens it. */
    public Moved reopen(Actor by, Instant at, String why) {
        return moved(Act.REOPEN, by, at, why, c -> c.held(by.staff(), at, firstTakenAt));
    }

    /** A correction: the protective record ends, because the full concern can now be read. */
    public Moved join(Actor by, Instant at) {
        return moved(status == Status.RECEIVED ? Act.JOIN : Act.JOIN_BEGUN, by, at, null, c -> c);
    }

    /** A correction: it should not have been recorded. Nobody has it any more. */
    public Moved setAside(Actor by, Instant at) {
        return moved(switch (status) {
            case IN_TRIAGE -> Act.SET_ASIDE_BEGUN;
            case DECIDED -> Act.SET_ASIDE_DECIDED;
            case RECEIVED, JOINED, IN_ERROR -> Act.SET_ASIDE;
        }, by, at, null, c -> c.held(null, null, firstTakenAt));
    }

    /** A correction: it was no error after all; it waits again. */
    public Moved putBack(Actor by, Instant at) {
        return moved(Act.PUT_BACK, by, at, null, c -> c.held(null, null, firstTakenAt));
    }

    /** Whether it is in use: not recorded in error. */
    public boolean inUse() {
        return status != Status.IN_ERROR;
    }

    /**
     * Requires that it is in use.
     *
     * @throws heed.platform.Refused as not allowed now, where it was recorded in error
     */
    public void mustBeInUse() {
        if (!inUse())
            throw Refusal.NOT_ALLOWED_NOW.because("recorded in error");
    }

    /** The same concern, held as narrowly as that. Who may see it is changed with {@code access.policy.Barring}. */
    public Concern marked(Marking other) {
        return new Concern(id, ref, council, service, raisedBy, receivedAt, danger, subject, other, status, takenBy,
                takenAt,
                firstTakenAt, decidedAt, outcome, caseId, version);
    }

    private Concern held(@Nullable UUID officer, @Nullable Instant at, @Nullable Instant first) {
        return new Concern(id, ref, council, service, raisedBy, receivedAt, danger, subject, marking, status, officer,
                at, first,
                decidedAt, outcome, caseId, version);
    }

    private Moved moved(Act act, Actor by, Instant at, @Nullable String note,
            java.util.function.UnaryOperator<Concern> change) {
        if (!act.mayStartFrom(status))
            throw Refusal.MOVED_ON.because(act + " cannot start from " + status);
        var there = new Concern(id, ref, council, service, raisedBy, receivedAt, danger, subject, marking, act.to(),
                takenBy, takenAt,
                firstTakenAt, decidedAt, outcome, caseId, version);
        return new Moved(change.apply(there), new Entry(act, by.staff(), at, note));
    }
}
