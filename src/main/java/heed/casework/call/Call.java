package heed.casework.call;

import heed.casework.clock.Clocks;
import heed.casework.clock.CountyClock;
import heed.casework.concern.SubjectKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call or other contact about a concern, as it was logged. It never changes; what came of it is added as steps, and what
 * is still owed is computed from them.
 *
 * @param id       its id
 * @param concern  the concern it is about
 * @param whom     who was rung
 * @param madeAt   when, which may be long before it was logged
 * @param details  what was said, to whom
 * @param loggedBy who logged it
 * @param loggedAt when
 * @param steps    what came of it, in the order it was added
 */
public record Call(UUID id, UUID concern, Whom whom, Instant madeAt, Details details, UUID loggedBy, Instant loggedAt,
        List<Step> steps) {
    /** Copies the steps. */
    public Call {
        steps = List.copyOf(steps);
    }

    /** Who can be rung. */
    public enum Whom {
        /** The emergency services. */
        EMERGENCY("999"),
        /** The police, where it is no emergency. */
        POLICE("Police (101)"),
        /** The county's front door for children. */
        CHILDREN("County children’s hub"),
        /** The county's front door for adults. */
        ADULTS("County adult team"),
        /** The county's team outside office hours. */
        DUTY("Emergency duty team"),
        /** Anyone else. */
        OTHER("Someone else");

        private final String words;

        Whom(String words) {
            this.words = words;
        }

        /** As shown on screen. */
        public String words() {
            return words;
        }

        /** Whether it is the county's, which has clocks of its own. */
        boolean county() {
            return switch (this) {
                case CHILDREN, ADULTS, DUTY -> true;
                case EMERGENCY, POLICE, OTHER -> false;
            };
        }
    }

    /** The words of it, encrypted when stored: who answered, their reference, what was said and what they will do. */
    public record Details(String spokeTo, String reference, String said, String outcome) {
    }

    /** What can come of a call. */
    public enum Kind {
        /** A written follow-up is due at that time. */
        DUE("Written follow-up due"),
        /** No written follow-up is needed after all. */
        NOT_DUE("No written follow-up needed"),
        /** It was sent. */
        SENT("Written follow-up sent"),
        /** They received it: their clock runs from here. */
        RECEIVED("They received it"),
        /** They said that they have it. */
        ACKNOWLEDGED("They acknowledged it"),
        /** They were asked for what they owe. */
        CHASED("Chased"),
        /** A named manager of theirs was told. */
        ESCALATED("Escalated to a named manager"),
        /** Their decision, which is theirs. */
        DECIDED("Their decision");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As shown on screen. */
        public String words() {
            return words;
        }
    }

    /**
     * Something that came of a call.
     *
     * @param at   when it happened or, for {@link Kind#DUE}, when it is due
     * @param code their level, for {@link Kind#DECIDED}
     * @param note what was said, encrypted when stored; whom it was escalated to is its first line
     */
    public record Step(UUID id, Kind kind, Instant at, @Nullable String code, @Nullable String note, UUID by,
            Instant madeAt) {
    }

    /** What is owed after a call. */
    public enum Owed {
        /** We owe them something in writing. */
        WRITTEN("Written follow-up"),
        /** They owe us an answer. */
        ANSWER("Their answer");

        private final String words;

        Owed(String words) {
            this.words = words;
        }

        /** As shown on screen. */
        public String words() {
            return words;
        }
    }

    /** Something owed, and by when. */
    public record Due(Owed owed, Instant by) {
    }

    /**
     * What is owed now: our written follow-up until it was sent, then their answer until it came, by the county's own clock
     * from when they received it (from when we sent it, where they have not said).
     */
    public Optional<Due> due(Clocks clocks, SubjectKind about) {
        var asked = last(Kind.DUE, Kind.NOT_DUE);
        var sent = last(Kind.SENT);
        if (asked.isPresent() && asked.get().kind() == Kind.DUE && sent.isEmpty())
            return Optional.of(new Due(Owed.WRITTEN, asked.get().at()));
        if (!whom.county() || last(Kind.ACKNOWLEDGED, Kind.DECIDED).isPresent())
            return Optional.empty();
        return last(Kind.RECEIVED).or(() -> sent)
                .map(from -> new Due(Owed.ANSWER, clocks.county(clock(about), from.at())));
    }

    /** The county's clock for this call: children's for the hub and for what is about children, otherwise adults'. */
    public CountyClock clock(SubjectKind about) {
        return switch (whom) {
            case CHILDREN -> CountyClock.CHILD_DECISION;
            case ADULTS -> CountyClock.ADULT_FIRST_SCREEN;
            case DUTY, EMERGENCY, POLICE, OTHER -> switch (about) {
                case CHILD, UNBORN, FAMILY -> CountyClock.CHILD_DECISION;
                case ADULT, PLACE, NOT_KNOWN -> CountyClock.ADULT_FIRST_SCREEN;
            };
        };
    }

    /** The last step of one of these kinds. */
    public Optional<Step> last(Kind... kinds) {
        return steps.reversed().stream().filter(s -> List.of(kinds).contains(s.kind())).findFirst();
    }
}
