package heed.assurance.peerreview;

import heed.assurance.cycle.CycleState;
import heed.assurance.exercise.ReturnState;
import heed.assurance.exercise.Voice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may rate a return, as which voice, and when. What the rating itself has to be is for
 * {@link heed.assurance.exercise.RatingRules}; what a change of it rests on, for {@link RatingChange}. Pure.
 */
public final class WhoRates {
    private WhoRates() {
    }

    /** Why somebody may not, in words for them. */
    public enum Fault {
        /** Somebody else's rating. */
        NOT_THEIRS("This is for the organisation whose return it is"),
        /** Only the board. */
        NOT_THE_BOARD("This is for the board that runs the cycle"),
        /** Their own. */
        OWN_RETURN("An organisation cannot be its own peer"),
        /** Nobody asked them to. */
        NOT_PAIRED("Your organisation does not review this return now"),
        /** They have not declared anything. */
        NOT_DECLARED("Declare your working relationships first, or that there are none"),
        /** What they declared is their own, and the panel has not said that they may. */
        PANEL_FIRST("The panel decides first whether you take part"),
        /** The panel said that they do not. */
        ASIDE("The panel decided that you do not rate this return"),
        /** Too early or too late. */
        NOT_THE_STAGE("The cycle is not at this stage"),
        /** There is nothing to rate yet, or it went back. */
        NOT_SUBMITTED("The return is not with the board");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        /** What to tell whoever tried. */
        public String words() {
            return words;
        }
    }

    /**
     * How things stand when somebody is about to rate.
     *
     * @param organisation for which organisation they act
     * @param owner        whose return it is
     * @param board        who runs the cycle; null for a return to no board
     * @param keeps        whether they may write for their organisation: keep its return, or run the board's cycles
     * @param cycle        where the cycle stands; null without one
     * @param state        where the return stands
     * @param today        the day in London
     * @param pairing      what their organisation was asked to review; null for nothing
     * @param declaration  what they declared last about the owner; null for nothing
     */
    public record Sitting(UUID organisation, UUID owner, @Nullable UUID board, boolean keeps,
            @Nullable CycleState cycle, ReturnState state, LocalDate today, @Nullable Pairing pairing,
            @Nullable Declaration declaration) {
        boolean owns() {
            return keeps && organisation.equals(owner);
        }

        boolean runs() {
            return keeps && organisation.equals(board);
        }

        boolean at(CycleState... stages) {
            return Arrays.stream(stages).anyMatch(s -> s == cycle);
        }
    }

    /** Why not; empty where they may. (Invariant 5) */
    public static List<Fault> faults(Voice voice, Sitting sitting) {
        var found = new ArrayList<Fault>();
        switch (voice) {
            case SELF -> {
                need(found, sitting.owns(), Fault.NOT_THEIRS);
                // Until it is signed off they write it; then only what peers and panels ask for.
                need(found, !sitting.state().fixed() || sitting.cycle() == null
                        || sitting.at(CycleState.PEER_REVIEW, CycleState.MODERATION), Fault.NOT_THE_STAGE);
            }
            case PEER -> {
                asking(sitting, found);
                var declared = sitting.declaration();
                if (declared != null && declared.asks() && !declared.rates())
                    found.add(Fault.ASIDE);
            }
            case MODERATED -> {
                need(found, sitting.runs(), Fault.NOT_THE_BOARD);
                need(found, sitting.at(CycleState.MODERATION), Fault.NOT_THE_STAGE);
                with(sitting, found);
            }
            case AGREED -> {
                need(found, sitting.runs(), Fault.NOT_THE_BOARD);
                // Until it is out a slip can be put right, by another minute; then never. (Invariant 1)
                need(found, sitting.at(CycleState.MODERATION, CycleState.AGREED), Fault.NOT_THE_STAGE);
                with(sitting, found);
            }
            case INDEPENDENT -> {
                need(found, sitting.owns() || sitting.runs(), Fault.NOT_THEIRS);
                need(found, sitting.state().fixed(), Fault.NOT_SUBMITTED);
            }
        }
        return List.copyOf(found);
    }

    /** Why they may not raise a challenge; empty where they may. */
    public static List<Fault> challenging(Sitting sitting) {
        var found = new ArrayList<Fault>();
        asking(sitting, found);
        return List.copyOf(found);
    }

    /** Whether they read the return as a peer: for the stage and the time granted, declared or not. */
    public static boolean reads(Sitting sitting) {
        var pairing = sitting.pairing();
        return pairing != null && pairing.reviewer().equals(sitting.organisation())
                && pairing.owner().equals(sitting.owner()) && pairing.opens(sitting.today())
                && sitting.at(CycleState.PEER_REVIEW) && sitting.state().submitted()
                && sitting.state() != ReturnState.RETURNED && !barred(sitting.declaration());
    }

    private static boolean barred(@Nullable Declaration declaration) {
        var ruling = declaration == null ? null : declaration.ruling();
        return ruling != null && ruling.says() == Declaration.Ruling.Says.STANDS_ASIDE;
    }

    private static void asking(Sitting sitting, List<Fault> found) {
        if (sitting.organisation().equals(sitting.owner())) {
            found.add(Fault.OWN_RETURN);
            return;
        }
        var pairing = sitting.pairing();
        need(found, pairing != null && pairing.reviewer().equals(sitting.organisation())
                && pairing.owner().equals(sitting.owner()) && pairing.opens(sitting.today()), Fault.NOT_PAIRED);
        need(found, sitting.at(CycleState.PEER_REVIEW), Fault.NOT_THE_STAGE);
        with(sitting, found);
        var declared = sitting.declaration();
        if (declared == null)
            found.add(Fault.NOT_DECLARED);
        else if (!declared.asks())
            found.add(declared.ruling() == null ? Fault.PANEL_FIRST : Fault.ASIDE);
    }

    private static void with(Sitting sitting, List<Fault> found) {
        need(found, sitting.state().submitted() && sitting.state() != ReturnState.RETURNED, Fault.NOT_SUBMITTED);
    }

    private static void need(List<Fault> found, boolean so, Fault otherwise) {
        if (!so)
            found.add(otherwise);
    }
}
