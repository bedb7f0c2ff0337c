package heed.casework.concern;

import heed.casework.CaseRef;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What triage can conclude (domain 2.3): six decisions, each with a reason from an edited list and reasons in words. */
public sealed interface Decision {
    /** The code chosen from the list under this decision. */
    String reasonCode();

    /** Why, in the officer's own words; never blank. A decision not to act is a decision with reasons. */
    String reasons();

    /** Which of the six it is. */
    Outcome outcome();

    /** The six, as stored and counted. */
    enum Outcome {
        /** Nothing further. */
        NO_FURTHER_ACTION("No further action", "We decided that nothing further needs doing."),
        /** Advice given to whoever told us. */
        ADVICE_GIVEN("Advice given", "We gave advice."),
        /** Pointed to a service that can help. */
        SIGNPOST("Signpost to a service", "We pointed to a service that can help."),
        /** Sent to another body. */
        REFER("Refer to another body", "We told another body whose job it is."),
        /** A case of our own. */
        OPEN_CASE("Open a case", "We are looking into it further."),
        /** Joined to a case we have. */
        ADD_TO_CASE("Add to an open case", "We added it to work that we are already doing.");

        private final String words;
        private final String toReporter;

        Outcome(String words, String toReporter) {
            this.words = words;
            this.toReporter = toReporter;
        }

        /** As officers read it. */
        public String words() {
            return words;
        }

        /** What the person who told us reads, beside what an officer writes to them. */
        public String toReporter() {
            return toReporter;
        }
    }

    /** Nothing further, and why. */
    record NoFurtherAction(String reasonCode, String reasons) implements Decision {
        /** @throws IllegalArgumentException without reasons */
        public NoFurtherAction {
            reasons = given(reasons);
        }

        @Override
        public Outcome outcome() {
            return Outcome.NO_FURTHER_ACTION;
        }
    }

    /** What was advised. */
    record AdviceGiven(String reasonCode, String reasons, String advice) implements Decision {
        /** @throws IllegalArgumentException without reasons */
        public AdviceGiven {
            reasons = given(reasons);
        }

        @Override
        public Outcome outcome() {
            return Outcome.ADVICE_GIVEN;
        }
    }

    /** Which service was named, and to whom. */
    record Signpost(String reasonCode, String reasons, String service) implements Decision {
        /** @throws IllegalArgumentException without reasons */
        public Signpost {
            reasons = given(reasons);
        }

        @Override
        public Outcome outcome() {
            return Outcome.SIGNPOST;
        }
    }

    /** Which route, and who there was told. */
    record Refer(String reasonCode, String reasons, String routeCode, String toldWhom) implements Decision {
        /** @throws IllegalArgumentException without reasons */
        public Refer {
            reasons = given(reasons);
        }

        @Override
        public Outcome outcome() {
            return Outcome.REFER;
        }
    }

    /** Who leads the case. */
    record OpenCase(String reasonCode, String reasons, UUID lead) implements Decision {
        /** @throws IllegalArgumentException without reasons */
        public OpenCase {
            reasons = given(reasons);
        }

        @Override
        public Outcome outcome() {
            return Outcome.OPEN_CASE;
        }
    }

    /** Which case it joins. */
    record AddToCase(String reasonCode, String reasons, CaseRef joins) implements Decision {
        /** @throws IllegalArgumentException without reasons */
        public AddToCase {
            reasons = given(reasons);
        }

        @Override
        public Outcome outcome() {
            return Outcome.ADD_TO_CASE;
        }
    }

    private static String given(@Nullable String reasons) {
        if (reasons == null || reasons.isBlank())
            throw new IllegalArgumentException("a decision needs reasons");
        return reasons.strip();
    }
}
