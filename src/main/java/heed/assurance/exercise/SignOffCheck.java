package heed.assurance.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is still missing before a return can be signed off. Pure: what each question has is handed in. */
public final class SignOffCheck {
    private static final Set<String> LOW = Set.of("action");

    private SignOffCheck() {
    }

    /** Something missing. */
    public enum Kind {
        /** No answer, and nobody says that it does not apply. */
        NO_ANSWER(true, "No answer yet"),
        /** Text from last year that nobody confirmed. (Invariant 12) */
        NOT_CONFIRMED(true, "Text from last year to confirm or change"),
        /** No rating, and nobody says why. */
        NO_RATING(true, "No rating yet"),
        /** The top level without evidence or a reason. (Invariant 3) */
        NOT_EVIDENCED(true, "Rated best without accepted evidence from the window"),
        /** A level that asks for an action, without one and without a reason. (Invariant 4) */
        NO_ACTION(true, "Needs an action, or a reason why there is none"),
        /** A statement that nobody accepted. */
        NOT_ACCEPTED(true, "Evidence to accept or take back"),
        /** A statement without a date. (Invariant 8) */
        UNDATED(false, "Evidence without a date"),
        /** A statement about another time. (Invariant 8) */
        OUT_OF_WINDOW(false, "Evidence from outside the window"),
        /** No evidence at all where some is asked for. */
        NO_EVIDENCE(false, "No evidence from the window"),
        /** Two figures that do not agree. (Invariant 11) */
        CLASH(false, "Figures that do not agree"),
        /** Somebody was asked to write it and has not said that it is done. */
        WAITING(false, "Shared with somebody who is not done");

        private final boolean holdsUp;
        private final String words;

        Kind(boolean holdsUp, String words) {
            this.holdsUp = holdsUp;
            this.words = words;
        }

        /** Whether it keeps the return from being signed off; the others are shown and may stand. */
        public boolean holdsUp() {
            return holdsUp;
        }

        /** As shown. */
        public String words() {
            return words;
        }
    }

    /**
     * One thing missing.
     *
     * @param item the question's code
     * @param kind what
     * @param many how many of them
     */
    public record Missing(String item, Kind kind, int many) {
    }

    /**
     * What one question has.
     *
     * @param code        its code
     * @param answered    whether there is an answer
     * @param carried     what became of last year's text
     * @param own         its own rating as it stands; null for none
     * @param override    the reason for the top level without evidence; null for none
     * @param openActions how many actions of it are open
     * @param noAction    the reason why there is no action; null for none
     * @param accepted    accepted statements, by where they stand to the window
     * @param proposed    statements nobody accepted
     * @param asksEvidence whether the edition asks for evidence of the window
     * @param waiting     how many people were asked and are not done
     * @param clashes     figures of it that do not agree with others
     */
    public record Answered(String code, boolean answered, Carried carried, @Nullable Verdict own,
            @Nullable String override, int openActions, @Nullable String noAction, Standings accepted, int proposed,
            boolean asksEvidence, int waiting, int clashes) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Answered[" + code + "]";
        }
    }

    /** How many statements stand where to the window. */
    public record Standings(int in, int out, int undated) {
        /** None. */
        public static final Standings NONE = new Standings(0, 0, 0);
    }

    /** Everything missing, in the order of the questions. */
    public static List<Missing> of(RatingScale scale, List<Answered> items) {
        var found = new ArrayList<Missing>();
        for (var item : items)
            of(scale, item, found);
        return List.copyOf(found);
    }

    private static void of(RatingScale scale, Answered item, List<Missing> found) {
        var own = item.own();
        // What does not concern the organisation needs its reason, which the rating has, and nothing else.
        if (!(own instanceof Verdict.NotApplicable)) {
            add(found, item, Kind.NO_ANSWER, item.answered() ? 0 : 1);
            add(found, item, Kind.NOT_CONFIRMED, item.carried().submittable() ? 0 : 1);
            add(found, item, Kind.NO_RATING, own == null && scale.rates() ? 1 : 0);
            rated(scale, item, own, found);
            add(found, item, Kind.NO_EVIDENCE, item.asksEvidence() && item.accepted().in() == 0 ? 1 : 0);
        }
        add(found, item, Kind.NOT_ACCEPTED, item.proposed());
        add(found, item, Kind.UNDATED, item.accepted().undated());
        add(found, item, Kind.OUT_OF_WINDOW, item.accepted().out());
        add(found, item, Kind.CLASH, item.clashes());
        add(found, item, Kind.WAITING, item.waiting());
    }

    private static void rated(RatingScale scale, Answered item, @Nullable Verdict own, List<Missing> found) {
        if (!(own instanceof Verdict.Level said))
            return;
        var requires = scale.level(said.code()).map(RatingScale.Step::requires).orElse(List.of());
        add(found, item, Kind.NOT_EVIDENCED,
                requires.contains("evidence") && item.accepted().in() == 0 && blank(item.override()) ? 1 : 0);
        add(found, item, Kind.NO_ACTION,
                requires.stream().anyMatch(LOW::contains) && item.openActions() == 0 && blank(item.noAction()) ? 1 : 0);
    }

    private static void add(List<Missing> found, Answered item, Kind kind, int many) {
        if (many > 0)
            found.add(new Missing(item.code(), kind, many));
    }

    private static boolean blank(@Nullable String words) {
        return words == null || words.isBlank();
    }

    /** Whether nothing holds it up. */
    public static boolean clear(List<Missing> missing) {
        return missing.stream().noneMatch(m -> m.kind().holdsUp());
    }
}
