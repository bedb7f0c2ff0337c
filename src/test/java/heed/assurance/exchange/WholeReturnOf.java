package heed.assurance.exchange;

import heed.assurance.evidence.Span;
import heed.assurance.exercise.Audience;
import heed.assurance.exercise.Carried;
import heed.assurance.exercise.EvidenceState;
import heed.assurance.exercise.Fact;
import heed.assurance.exercise.FrozenReturn;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.ReturnKeeping;
import heed.assurance.exercise.ReturnMove;
import heed.assurance.exercise.Voice;
import heed.assurance.plan.ActionEntry;
import heed.assurance.plan.ActionMove;
import heed.assurance.plan.ActionResult;
import heed.assurance.plan.ActionSource;
import heed.assurance.plan.ActionState;
import heed.assurance.plan.ActionWords;
import heed.assurance.plan.ImpactLevel;
import heed.assurance.plan.PlanColour;
import heed.assurance.plan.Schedule;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import heed.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Invented returns of every shape, the same for the same seed. */
public final class WholeReturnOf {
    private static final List<String> BITS = List.of("Crews met weekly. ", "“Quotes” and \"quotes\" ", "\n", "\r\n",
            "\n\n- one\n- two\n", "1. first\n2. second\n", "| Year | Count |\n|---|---|\n| 2025 | 12 |\n", "\t", "\\",
            "back\\slash ", "*stars* _lines_ `ticks` ", "{{ insert: param, rating }} ", "<script>alert(1)</script> ",
            "&amp; & ", "naïve café ", "שלום ", "🙂🏽 ", "e\u0301 ", "\u2028", "\u0001", "\u007f", "../../etc ",
            "=1+1 ", "null ", "---\n", "# heading\n", "+ plus\n", "12) twelve\n", "https://fellmoor.example/a_b?c=d&e ",
            "\uFEFF", "\uFFFD", "~5% ^2 $x$ [a](b) ![c](d) ", "  ", "long ".repeat(40));
    private static final List<String> PICKED = List.of("1", "2", "3");
    private final Random random;

    private WholeReturnOf(long seed) {
        random = new Random(seed);
    }

    /** Signed off, with a few of everything: for tests that change one thing of it. */
    static WholeReturn some() {
        for (long seed = 1; seed < 500; seed++) {
            var all = of(seed);
            if (all.frozen() != null && all.answers().size() > 1 && all.ratings().size() > 1
                    && all.evidence().size() > 1
                    && !all.figures().isEmpty() && all.actions().size() > 1 && all.head().scale().equals("fell-brag"))
                return all;
        }
        throw new AssertionError("no such return among five hundred");
    }

    /** The file of a return of the actor's own body that Heed does not have yet. */
    public static byte[] file(ApplicationContext context, Actor by) {
        return ArchiveWriting.of(of(some(), context.getBean(ReturnKeeping.class).body(by), UUID.randomUUID()),
                Instant.parse("2026-03-04T05:06:07Z"));
    }

    /** The same as a return of this body and id, not signed off where the frozen copy would say otherwise. */
    static WholeReturn of(WholeReturn all, String body, UUID id) {
        var head = all.head();
        return new WholeReturn(
                new WholeReturn.Head(id, body, head.edition(), head.editionVersion(), head.scale(), head.scaleVersion(),
                        head.profile(), head.year(), head.number(), head.windowFrom(), head.windowUntil()),
                all.edition(), all.scale(), id.equals(head.id()) ? all.frozen() : null,
                id.equals(head.id()) ? all.signing() : null, all.answers(),
                all.ratings().stream().map(r -> r.organisation().equals(head.body()) ? by(r, body) : r).toList(),
                all.evidence(), all.figures(), all.actions(), all.history());
    }

    private static WholeReturn.RatingLine by(WholeReturn.RatingLine r, String organisation) {
        return new WholeReturn.RatingLine(r.item(), r.voice(), r.audience(), r.scale(), r.scaleVersion(), r.verdict(),
                r.attainment(), r.evidenced(), r.reason(), organisation, r.at(), r.ground(), r.override(),
                r.transcribed());
    }

    /** The same with one rating more, as this voice of this organisation. */
    static WholeReturn rated(WholeReturn all, Voice voice, String organisation, Rating.Ground.@Nullable Kind ground) {
        var one = all.ratings().getFirst();
        var ratings = new ArrayList<>(all.ratings());
        ratings.add(new WholeReturn.RatingLine(one.item(), voice, Audience.ALL, one.scale(), one.scaleVersion(),
                "not_rated", null, null, null, organisation, one.at(),
                ground == null ? null : new WholeReturn.GroundLine(ground, "7", LocalDate.of(2020, 1, 2)), null, null));
        return new WholeReturn(all.head(), all.edition(), all.scale(), all.frozen(), all.signing(), all.answers(),
                ratings, all.evidence(), all.figures(), all.actions(), all.history());
    }

    static WholeReturn of(long seed) {
        return new WholeReturnOf(seed).all();
    }

    private WholeReturn all() {
        boolean facets = random.nextInt(3) > 0;
        var sections = 1 + random.nextInt(3);
        var questions = new ArrayList<String>();
        var nodes = new StringBuilder();
        int sort = 0;
        for (int s = 1; s <= sections; s++) {
            nodes.append("  - {code: \"%d\", kind: section, sort: %d, title: \"Part %d\"}\n".formatted(s, ++sort, s));
            for (int q = 1; q <= 1 + random.nextInt(11); q++) {
                var code = s + "." + q;
                questions.add(code);
                nodes.append(("  - {code: \"%s\", kind: %s, parent: \"%d\", sort: %d, title: \"How is it with %s?\", "
                        + "last_year_evidence: %s}\n").formatted(code, random.nextBoolean() ? "question" : "standard",
                                s,
                                ++sort, code, random.nextBoolean()));
                for (int b = 0; b < random.nextInt(3); b++)
                    nodes.append("  - {code: \"%s.%c\", kind: subitem, parent: \"%s\", sort: %d, title: \"Bullet\"}\n"
                            .formatted(code, 'a' + b, code, ++sort));
            }
        }
        boolean cut = random.nextInt(3) == 0;
        var profile = cut ? "part" : "";
        if (cut)
            questions.removeIf(q -> !q.startsWith("1."));
        var scale = facets ? "fell-brag" : "fell-steps";
        var edition = """
                # A comment that has to come through, as the rest of the file.
                code: fell-%d
                title: "Fellmoor standards: “all of them”"
                year: %d
                population: both
                scale: %s
                profiles:
                  - {code: part, sections_answered: ["1"]}
                lineage:
                  - {from: fell-old, sources: [], targets: ["1.1"], relation: new, why: "Not *asked* before"}
                  - {from: fell-old, sources: ["9"], targets: [], relation: retired, why: ""}
                nodes:
                %s""".formatted(2000 + random.nextInt(90), 2000 + random.nextInt(90), scale, nodes);
        var year = 2000 + random.nextInt(90);
        var from = LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
        var tree = heed.assurance.framework.FrameworkText.edition(edition, 1, scale(facets), 1);
        if (tree.edition() == null)
            throw new AssertionError(tree.faults().toString());
        var head = new WholeReturn.Head(id(), "Fellmoor " + word(), tree.edition().code(), 1 + random.nextInt(4), scale,
                1 + random.nextInt(4), profile, year, 1 + random.nextInt(5), from, from.plusDays(random.nextInt(700)));
        var evidence = some(25, () -> evidence(questions));
        for (int n = 1; n < evidence.size(); n++)
            if (random.nextInt(5) == 0)
                evidence.set(n, replacing(evidence.get(n), evidence.get(random.nextInt(n)).id()));
        var answered = new ArrayList<>(questions);
        java.util.Collections.shuffle(answered, random);
        boolean signed = random.nextBoolean();
        var frozen = signed
                ? new FrozenReturn(head.id().toString(), head.body(), head.edition(), word(), head.editionVersion(),
                        profile, year, head.number(), head.windowFrom().toString(), head.windowUntil().toString(),
                        scale,
                        word(), head.scaleVersion(), List.of(), text(),
                        List.of(new FrozenReturn.ItemLine("1", questions.getFirst(), word(), text(), Carried.OWN.name(),
                                null, List.of(), List.of(), List.of(), List.of())))
                        .json()
                : null;
        return new WholeReturn(head, edition, scale(facets), frozen,
                frozen == null
                        ? null
                        : new WholeReturn.Signing(word(), word(), day(), word(), instant(),
                                ArchiveJson.hash(ArchiveJson.bytes(frozen))),
                answered.subList(0, random.nextInt(answered.size() + 1)).stream()
                        .map(q -> new WholeReturn.Answer(q, text(), one(Carried.values()), maybe(this::text))).toList(),
                some(30, () -> rating(questions, head, facets)), evidence, some(10, () -> figure(questions)),
                actions(questions), some(6, () -> new WholeReturn.HistoryLine(moves(), instant(), maybe(this::text))));
    }

    private ReturnMove moves() {
        var move = one(ReturnMove.values());
        return move.name().startsWith("BRING_IN") ? ReturnMove.START : move;
    }

    private static String scale(boolean facets) {
        return facets ? """
                code: fell-brag
                title: Fellmoor letters
                subject: standard
                ordered: true
                best_first: [B, G, R]
                facets:
                  attainment:
                    - {code: met, word: "Met"}
                    - {code: not_met, word: "Not met"}
                  evidenced:
                    - {code: shown, word: "Shown"}
                    - {code: not_shown, word: "Not shown"}
                levels:
                  - {letter: B, word: Blue, colour: blue, meaning: "Met and shown", requires: [evidence]}
                  - {letter: G, word: Green, colour: green, meaning: "Met, not shown", requires: []}
                  - {letter: R, word: Red, colour: red, meaning: "Not met", requires: [action]}
                derivation:
                  - {attainment: met, evidenced: shown, letter: B}
                  - {attainment: met, evidenced: not_shown, letter: G}
                  - {attainment: not_met, evidenced: shown, letter: R}
                  - {attainment: not_met, evidenced: not_shown, letter: R}
                """ : """
                code: fell-steps
                title: Fellmoor steps
                subject: standard
                ordered: false
                levels:
                  - {code: "1", word: "One", meaning: "The first"}
                  - {code: "2", word: "Two", meaning: "The second"}
                  - {code: "3", word: "Three", meaning: "The third"}
                """;
    }

    private WholeReturn.RatingLine rating(List<String> questions, WholeReturn.Head head, boolean facets) {
        var voice = one(Voice.values());
        var ground = switch (voice) {
            case MODERATED -> new WholeReturn.GroundLine(Rating.Ground.Kind.PANEL, word(), day());
            case AGREED -> new WholeReturn.GroundLine(Rating.Ground.Kind.MINUTE, word(), day());
            case INDEPENDENT -> new WholeReturn.GroundLine(Rating.Ground.Kind.REVIEW, word(), maybe(this::day));
            case SELF, PEER -> random.nextInt(3) > 0
                    ? null
                    : new WholeReturn.GroundLine(one(Rating.Ground.Kind.values()), word(), maybe(this::day));
        };
        int kind = random.nextInt(6);
        String verdict;
        String attainment = null;
        String evidenced = null;
        if (kind == 0)
            verdict = "not_rated";
        else if (kind == 1)
            verdict = "not_applicable";
        else if (kind == 2)
            verdict = "not_recoverable";
        else if (!facets)
            verdict = PICKED.get(random.nextInt(3));
        else if (kind == 3)
            verdict = "G";
        else {
            boolean met = random.nextBoolean();
            boolean shown = random.nextBoolean();
            attainment = met ? "met" : "not_met";
            evidenced = shown ? "shown" : "not_shown";
            verdict = met ? shown ? "B" : "G" : "R";
        }
        return new WholeReturn.RatingLine(one(questions), voice, one(Audience.values()), head.scale(),
                head.scaleVersion(), verdict, attainment, evidenced,
                verdict.equals("not_applicable") ? "Because " + text() : null,
                voice == Voice.SELF ? head.body() : "Beside " + word(), instant(), ground,
                maybe(this::text), maybe(this::text));
    }

    private WholeReturn.EvidenceLine evidence(List<String> questions) {
        return new WholeReturn.EvidenceLine(id(), one(questions), random.nextInt(100), text(), some(3, this::span),
                random.nextBoolean(), one(EvidenceState.values()), null, instant());
    }

    private static WholeReturn.EvidenceLine replacing(WholeReturn.EvidenceLine e, UUID other) {
        return new WholeReturn.EvidenceLine(e.id(), e.item(), e.sort(), e.words(), e.about(), e.typed(), e.state(),
                other,
                e.writtenAt());
    }

    private Span span() {
        var day = day();
        return random.nextInt(4) == 0
                ? new Span(maybe(() -> day), null)
                : new Span(day, day.plusDays(random.nextInt(900)));
    }

    private WholeReturn.FigureLine figure(List<String> questions) {
        var from = maybe(this::day);
        var origin = one(Fact.Origin.values());
        var items = new TreeSet<String>(some(3, () -> one(questions)));
        items.add(one(questions));
        boolean counted = origin == Fact.Origin.COUNTED;
        return new WholeReturn.FigureLine(id(), List.copyOf(items), counted ? "casework.raised" : word(), word(),
                new BigDecimal(new BigInteger(random.nextInt(60), random), random.nextInt(12) - 4), word(), from,
                from == null ? null : from.plusDays(random.nextInt(400)), origin, text(), text(),
                some(3, () -> new Fact.Part(word(), word())), maybe(this::word), counted ? instant() : null,
                instant());
    }

    private List<WholeReturn.ActionLine> actions(List<String> questions) {
        var actions = new ArrayList<WholeReturn.ActionLine>();
        var from = maybe(this::day);
        var plan = new WholeReturn.PlanLine(word(), from, from == null ? null : from.plusDays(random.nextInt(900)));
        for (int n = 0; n < random.nextInt(6); n++) {
            var state = one(ActionState.values());
            actions.add(new WholeReturn.ActionLine("P-" + n, plan, one(questions), one(ActionSource.values()),
                    new ActionWords(text(), text(), text(), text(), text(), text(), text(), text(), text(), text(),
                            text()),
                    TimescaleLine.of(schedule()), some(3, this::word), state, maybe(this::day), maybe(this::day),
                    maybe(this::day), state == ActionState.CLOSED || state == ActionState.VERIFIED ? day() : null,
                    maybe(this::day),
                    state == ActionState.CLOSED ? result() : maybe(this::result),
                    some(3, () -> new WholeReturn.MilestoneLine(word(), day(), maybe(this::day))), some(5, this::entry),
                    maybe(this::colour)));
        }
        return actions;
    }

    private ActionResult result() {
        var levels = new ArrayList<>(some(3, () -> one(ImpactLevel.values())));
        levels.add(one(ImpactLevel.values()));
        return new ActionResult(text(), text(), levels);
    }

    private WholeReturn.EntryLine entry() {
        var kind = one(ActionEntry.Kind.values());
        boolean judgement = kind == ActionEntry.Kind.JUDGEMENT;
        return new WholeReturn.EntryLine(kind, kind == ActionEntry.Kind.MOVE ? one(ActionMove.values()) : null,
                judgement ? one(PlanColour.values()) : null,
                judgement ? "Because of " + word() + text() : maybe(this::text), instant());
    }

    private WholeReturn.ColourLine colour() {
        return new WholeReturn.ColourLine(one(PlanColour.values()), "Because of " + word() + text(), day());
    }

    Schedule schedule() {
        return switch (random.nextInt(6)) {
            case 0 -> new Schedule.OnDate(day(), one(Schedule.Precision.values()));
            case 1 -> new Schedule.Between(maybe(this::day), maybe(this::day));
            case 2 -> new Schedule.Every(interval(), maybe(this::day), maybe(this::day));
            case 3 -> new Schedule.Ongoing(maybe(this::day), maybe(this::interval));
            case 4 -> new Schedule.WhenNeeded();
            default -> new Schedule.Unread(one(Schedule.Why.values()));
        };
    }

    private Schedule.Interval interval() {
        return new Schedule.Interval(1 + random.nextInt(999), one(Schedule.Unit.values()));
    }

    private String text() {
        var text = new StringBuilder();
        for (int n = random.nextInt(8); n > 0; n--)
            text.append(one(BITS));
        return text.toString();
    }

    private String word() {
        return "w" + random.nextInt(1000) + (random.nextInt(6) == 0 ? one(BITS) + "x" : "");
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private LocalDate day() {
        // From 2000 on: the schemas of OSCAL 1.1.3 do not know 29 February of any year before.
        return LocalDate.of(2000, 1, 1).plusDays(random.nextInt(30_000));
    }

    private Instant instant() {
        // Between 2000 and the beginning of 2026: no entry is of a time to come.
        return Instant.ofEpochSecond(950_000_000L + random.nextInt(820_000_000), random.nextInt(1_000_000) * 1000L);
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> List<T> some(int most, Supplier<T> value) {
        var all = new ArrayList<T>();
        for (int n = random.nextInt(most + 1); n > 0; n--)
            all.add(value.get());
        return all;
    }
}
