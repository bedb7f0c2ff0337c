package heed.assurance.exchange;

import static heed.assurance.exchange.ArchiveFault.Kind.DISAGREES;
import static heed.assurance.exchange.ArchiveFault.Kind.UNREADABLE;

import heed.assurance.exercise.Fact;
import heed.assurance.exercise.FrozenReturn;
import heed.assurance.exercise.Rating;
import heed.assurance.framework.Edition;
import heed.assurance.framework.FrameworkText;
import heed.assurance.framework.Scale;
import heed.assurance.plan.ActionEntry;
import heed.assurance.plan.ActionSource;
import heed.assurance.plan.ActionState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Whether the parts of a return say what can all be so. A list is looked through to its end, so that all is put right at once. */
final class Agreement {
    /** What stands in place of a level on every scale. */
    private static final Set<String> NO_LEVEL = Set.of("not_rated", "not_applicable", "not_recoverable");
    private static final String STRANGE = "A day or a number in it cannot be so";
    private static final String UNTIMELY = "A time in it is after now, or before 1990";
    /** No return was kept with a computer before. */
    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
    /** How far two clocks may be apart. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);
    private final WholeReturn all;
    private final Edition edition;
    private final Instant last;
    private final Set<String> questions;
    private final List<ArchiveFault> faults = new ArrayList<>();

    private Agreement(WholeReturn all, Edition edition, Instant now) {
        this.all = all;
        this.edition = edition;
        this.last = now.plus(CLOCKS);
        this.questions = edition.items(all.head().profile()).stream().map(Edition.Node::code)
                .collect(Collectors.toSet());
    }

    /** The edition that a return answers; empty where its documents cannot be read. */
    static Optional<Edition> edition(WholeReturn all) {
        return Optional.ofNullable(FrameworkText.edition(all.edition(), all.head().editionVersion(), all.scale(),
                all.head().scaleVersion()).edition());
    }

    /**
     * What cannot be so; empty where all can.
     *
     * @param written when the archive was saved, as it says
     * @param now     after which nothing in it can have happened
     */
    static List<ArchiveFault> faults(WholeReturn all, Instant written, Instant now) {
        var read = FrameworkText.edition(all.edition(), all.head().editionVersion(), all.scale(),
                all.head().scaleVersion());
        var edition = read.edition();
        if (edition == null)
            return read.faults().stream().map(f -> ArchiveFault.at(UNREADABLE,
                    ArchivePart.EDITION.path() + ", " + ArchivePart.SCALE.path(), f.place(), f.words())).toList();
        var agreement = new Agreement(all, edition, now);
        agreement.bounds();
        agreement.times(written);
        agreement.head();
        agreement.signing();
        agreement.answers();
        agreement.ratings();
        agreement.evidence();
        agreement.actions();
        return agreement.faults;
    }

    private void wrong(ArchivePart part, String place, String words) {
        faults.add(ArchiveFault.at(DISAGREES, part.path(), place, words));
    }

    /** Days and numbers that no year and no count can be, which would be too much for whatever reads them next. */
    private void bounds() {
        if (strange(all.head()) || strange(all.signing()))
            faults.add(ArchiveFault.at(DISAGREES, ArchivePart.MANIFEST, "", STRANGE));
        each(all.ratings(), (r, n) -> bound(ArchivePart.RATINGS, r, n));
        each(all.evidence(), (e, n) -> bound(ArchivePart.EVIDENCE, e, n));
        each(all.figures(), (f, n) -> bound(ArchivePart.FIGURES, f, n));
        each(all.actions(), (a, n) -> bound(ArchivePart.ACTIONS, a, n));
        each(all.history(), (h, n) -> bound(ArchivePart.HISTORY, h, n));
    }

    private void bound(ArchivePart part, Object entry, String place) {
        if (strange(entry))
            wrong(part, place, STRANGE);
    }

    private static boolean strange(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case LocalDate day -> day.getYear() < 1000 || day.getYear() > 9999;
            case BigDecimal number -> number.precision() > 60 || Math.abs((long) number.scale()) > 40;
            case List<?> list -> list.stream().anyMatch(Agreement::strange);
            case Record record -> ArchiveReading.parts(record).anyMatch(Agreement::strange);
            default -> false;
        };
    }

    /** What is last decides how things stand, and an entry of a time to come would stay last for ever. */
    private void times(Instant written) {
        if (untimely(written))
            faults.add(ArchiveFault.at(DISAGREES, ArchivePart.MANIFEST, "", UNTIMELY));
        if (untimely(all.signing()))
            wrong(ArchivePart.SIGNING, "", UNTIMELY);
        each(all.ratings(), (r, n) -> timed(ArchivePart.RATINGS, r, n));
        each(all.evidence(), (e, n) -> timed(ArchivePart.EVIDENCE, e, n));
        each(all.figures(), (f, n) -> timed(ArchivePart.FIGURES, f, n));
        each(all.actions(), (a, n) -> timed(ArchivePart.ACTIONS, a, n));
        each(all.history(), (h, n) -> timed(ArchivePart.HISTORY, h, n));
    }

    private void timed(ArchivePart part, Object entry, String place) {
        if (untimely(entry))
            wrong(part, place, UNTIMELY);
    }

    private boolean untimely(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Instant at -> at.isBefore(FIRST) || at.isAfter(last);
            case List<?> list -> list.stream().anyMatch(this::untimely);
            case Record record -> ArchiveReading.parts(record).anyMatch(this::untimely);
            default -> false;
        };
    }

    private void head() {
        var head = all.head();
        if (!head.edition().equals(edition.code()))
            wrong(ArchivePart.EDITION, "", "This is another edition than the return answers");
        if (!head.scale().equals(edition.scale().code()))
            wrong(ArchivePart.SCALE, "", "This is another scale than the return is rated on");
        if (!head.profile().isEmpty() && !edition.profileCodes().contains(head.profile()))
            wrong(ArchivePart.EDITION, "", "The edition has no profile of the name that the return is answered with");
        if (head.windowUntil().isBefore(head.windowFrom()) || head.number() < 1 || head.editionVersion() < 1
                || head.scaleVersion() < 1)
            faults.add(ArchiveFault.at(DISAGREES, ArchivePart.MANIFEST, "", "A version or a window cannot be so"));
    }

    private void signing() {
        var frozen = all.frozen();
        var signing = all.signing();
        if ((frozen == null) != (signing == null))
            wrong(ArchivePart.SIGNING, "", "A return is signed off with both files, or with neither");
        if (frozen == null || signing == null)
            return;
        if (!signing.hash().equals(ArchiveJson.hash(ArchiveJson.bytes(frozen))))
            wrong(ArchivePart.FROZEN, "", "This is not what was signed off: its SHA-256 is another");
        try {
            var tree = ArchiveJson.JSON.readTree(frozen);
            if (!tree.path("id").isString() || !tree.path("id").asString().equals(all.head().id().toString())
                    || !tree.path("number").isInt() || tree.path("number").asInt() != all.head().number())
                wrong(ArchivePart.FROZEN, "", "This is another return, or another version of it");
            FrozenReturn.read(frozen);
        } catch (JacksonException | NullPointerException e) {
            // A list that is missing is as bad as one that is broken.
            faults.add(ArchiveFault.in(UNREADABLE, ArchivePart.FROZEN.path()));
        }
    }

    private void answers() {
        var seen = new HashSet<String>();
        each(all.answers(), (answer, n) -> {
            asked(ArchivePart.ANSWERS, n, answer.item());
            if (!seen.add(answer.item()))
                wrong(ArchivePart.ANSWERS, n, "Its question is answered twice");
        });
    }

    private void asked(ArchivePart part, String place, String item) {
        if (!questions.contains(item))
            wrong(part, place, "The edition does not ask its question");
    }

    private void ratings() {
        var scale = edition.scale();
        each(all.ratings(), (rating, n) -> {
            asked(ArchivePart.RATINGS, n, rating.item());
            if (!rating.scale().equals(scale.code()) || rating.scaleVersion() != scale.version())
                wrong(ArchivePart.RATINGS, n, "It is on another scale than the edition’s");
            else if (scale.level(rating.verdict()).isEmpty() && !NO_LEVEL.contains(rating.verdict()))
                wrong(ArchivePart.RATINGS, n, "The scale has no such level");
            else if (!derives(scale, rating))
                wrong(ArchivePart.RATINGS, n, "Its level does not follow from its two answers");
            var theirs = whose(rating);
            if (theirs != null)
                wrong(ArchivePart.RATINGS, n, theirs);
            var reason = rating.reason();
            if (rating.verdict().equals("not_applicable") && (reason == null || reason.isBlank()))
                wrong(ArchivePart.RATINGS, n, "“Not applicable” has a reason");
            else if (!rating.verdict().equals("not_applicable") && reason != null)
                wrong(ArchivePart.RATINGS, n, "Only “not applicable” has a reason");
        });
    }

    /** What is wrong with whose rating it is and what it rests on; null for nothing. (Invariant 5) */
    private @Nullable String whose(WholeReturn.RatingLine rating) {
        boolean own = rating.organisation().equals(all.head().body());
        return switch (rating.voice()) {
            case SELF -> own ? null : "An own rating is of the organisation whose return it is";
            case PEER -> own ? "A peer is another organisation" : null;
            case MODERATED -> rests(rating, Rating.Ground.Kind.PANEL, true)
                    ? null
                    : "A moderated rating rests on a panel’s decision, with its day";
            case AGREED -> rests(rating, Rating.Ground.Kind.MINUTE, true)
                    ? null
                    : "An agreed rating rests on a minute of the board, with its day";
            case INDEPENDENT -> rests(rating, Rating.Ground.Kind.REVIEW, false)
                    ? null
                    : "An independent rating rests on a review";
        };
    }

    /** One typed in from a paper has its source there. */
    private static boolean rests(WholeReturn.RatingLine rating, Rating.Ground.Kind kind, boolean dated) {
        var ground = rating.ground();
        return rating.transcribed() != null
                || ground != null && ground.kind() == kind && !ground.words().isBlank()
                        && (!dated || ground.day() != null);
    }

    /** A letter from a paper has no answers behind it; one that has follows from them. (Invariant 3) */
    private static boolean derives(Scale scale, WholeReturn.RatingLine rating) {
        var attainment = rating.attainment();
        var evidenced = rating.evidenced();
        if (attainment == null || evidenced == null)
            return attainment == null && evidenced == null;
        return scale.derived(Map.of("attainment", attainment, "evidenced", evidenced)).map(Scale.Level::code)
                .filter(rating.verdict()::equals).isPresent();
    }

    private void evidence() {
        var ids = new HashSet<UUID>();
        each(all.evidence(), (statement, n) -> {
            asked(ArchivePart.EVIDENCE, n, statement.item());
            if (!ids.add(statement.id()))
                wrong(ArchivePart.EVIDENCE, n, "It stands there twice");
        });
        each(all.evidence(), (statement, n) -> {
            if (statement.replaces() != null && !ids.contains(statement.replaces()))
                wrong(ArchivePart.EVIDENCE, n, "What it replaces is not there");
        });
        if (circle())
            wrong(ArchivePart.EVIDENCE, "", "Statements replace each other in a circle");
        var figures = new HashSet<UUID>();
        each(all.figures(), (figure, n) -> {
            figure.items().forEach(item -> asked(ArchivePart.FIGURES, n, item));
            if (!figures.add(figure.id()))
                wrong(ArchivePart.FIGURES, n, "It stands there twice");
            var until = figure.until();
            if (figure.from() != null && until != null && until.isBefore(figure.from()))
                wrong(ArchivePart.FIGURES, n, "Its period ends before it begins");
            if ((figure.from() == null) != (until == null))
                wrong(ArchivePart.FIGURES, n, "Its period has only one end");
            if (figure.items().isEmpty() || Set.copyOf(figure.items()).size() < figure.items().size())
                wrong(ArchivePart.FIGURES, n, "Each question that cites it is named once, and there is one at least");
            boolean counted = figure.origin() == Fact.Origin.COUNTED;
            if (counted != (figure.asAt() != null))
                wrong(ArchivePart.FIGURES, n, "What Heed counted, and only that, says up to when");
            if (counted && !figure.measure().matches("[A-Za-z0-9._-]{1,80}"))
                wrong(ArchivePart.FIGURES, n, "Heed has no such measure");
        });
    }

    /** Whether a statement stands in place of itself, in however many steps. */
    private boolean circle() {
        var before = all.evidence().stream().filter(e -> e.replaces() != null)
                .collect(Collectors.toMap(WholeReturn.EvidenceLine::id, e -> Objects.requireNonNull(e.replaces()),
                        (one, other) -> one));
        return before.keySet().stream().anyMatch(start -> {
            var at = before.get(start);
            for (int steps = 0; at != null && steps <= before.size(); steps++) {
                if (at.equals(start))
                    return true;
                at = before.get(at);
            }
            return false;
        });
    }

    private void actions() {
        var refs = new HashSet<String>();
        each(all.actions(), (action, n) -> {
            if (!refs.add(action.ref()))
                wrong(ArchivePart.ACTIONS, n, "It stands there twice");
            if (action.source() == ActionSource.RETURN_ITEM)
                asked(ArchivePart.ACTIONS, n, action.item());
            if (!reads(action.timescale()))
                wrong(ArchivePart.ACTIONS, n, "Its timescale cannot be so");
            if (!action.ref().matches("[A-Z0-9-]{1,20}") || !action.item().matches("[^\\p{Cntrl}]{0,60}"))
                wrong(ArchivePart.ACTIONS, n, "Its reference or number cannot be so");
            var result = action.result();
            // Invariant 16.
            if (action.state() == ActionState.CLOSED && (result == null || result.levels().isEmpty()))
                wrong(ArchivePart.ACTIONS, n, "A closed action says what came of it");
            // Invariant 14.
            if (action.judgement().filter(j -> j.why().isBlank()).isPresent())
                wrong(ArchivePart.ACTIONS, n, "The lead’s colour has a reason");
            if (action.entries().stream().anyMatch(Agreement::strangeEntry))
                wrong(ArchivePart.ACTIONS, n, "What was said of it cannot be so");
            if (strangePlan(action.plan()))
                wrong(ArchivePart.ACTIONS, n, "Its plan cannot be so");
            if (action.posts().stream().anyMatch(String::isBlank)
                    || action.milestones().stream().anyMatch(m -> m.what().isBlank()))
                wrong(ArchivePart.ACTIONS, n, "A lead or milestone has no words");
        });
    }

    /** A move says which, a judgement has a colour and a reason, and nothing else has either. */
    private static boolean strangeEntry(WholeReturn.EntryLine entry) {
        boolean judgement = entry.kind() == ActionEntry.Kind.JUDGEMENT;
        return (entry.kind() == ActionEntry.Kind.MOVE) != (entry.move() != null)
                || judgement != (entry.colour() != null)
                || judgement && (entry.words() == null || entry.words().isBlank());
    }

    private static boolean strangePlan(WholeReturn.PlanLine plan) {
        var from = plan.from();
        var until = plan.until();
        return plan.title().isBlank() || plan.title().length() > 500 || (from == null) != (until == null)
                || from != null && until != null && until.isBefore(from);
    }

    private static boolean reads(TimescaleLine timescale) {
        try {
            return timescale.schedule() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private interface Look<T> {
        void at(T one, String place);
    }

    private static <T> void each(List<T> list, Look<T> look) {
        for (int n = 0; n < list.size(); n++)
            look.at(list.get(n), "Entry " + (n + 1));
    }

    /** What stands in place of a level, in words; null for a level. */
    static @Nullable String outside(String verdict) {
        return switch (verdict) {
            case "not_rated" -> "Not rated";
            case "not_applicable" -> "Not applicable";
            case "not_recoverable" -> "Rating not recoverable";
            default -> null;
        };
    }
}
