package heed.assurance.exchange;

import heed.access.Permission;
import heed.assurance.evidence.Window;
import heed.assurance.exercise.Carried;
import heed.assurance.exercise.Facets;
import heed.assurance.exercise.Item;
import heed.assurance.exercise.KeptReturn;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.Return;
import heed.assurance.exercise.ReturnKeeping;
import heed.assurance.exercise.ReturnState;
import heed.assurance.exercise.Statement;
import heed.assurance.exercise.Verdict;
import heed.assurance.framework.Edition;
import heed.assurance.framework.FrameworkKind;
import heed.assurance.framework.Frameworks;
import heed.assurance.plan.KeptAction;
import heed.assurance.plan.PlanKeeping;
import heed.assurance.plan.PlanYear;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes returns out of Heed whole, and brings them in again. For who keeps returns and plans. */
@Component
class WholeReturns {
    private final ReturnKeeping returns;
    private final PlanKeeping plans;
    private final Frameworks frameworks;
    private final Transactions transactions;
    private final Clock clock;

    WholeReturns(ReturnKeeping returns, PlanKeeping plans, Frameworks frameworks, Transactions transactions,
            Clock clock) {
        this.returns = returns;
        this.plans = plans;
        this.frameworks = frameworks;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A return whole, to be taken out.
     *
     * @param act what for, as the audit log names it
     * @throws heed.platform.Refused as not found where there is none of theirs
     */
    WholeReturn of(Actor by, UUID id, String act) {
        return transactions.inScope(by.scope(), () -> {
            var kept = returns.whole(by, id, act);
            var made = kept.made();
            var edition = frameworks.edition(by, made.edition());
            var scale = edition.scale();
            var signed = kept.signed();
            return new WholeReturn(
                    new WholeReturn.Head(made.id(), kept.body(), edition.code(), edition.version(), scale.code(),
                            scale.version(), made.profile(), made.year(), made.number(), made.window().from(),
                            made.window().to()),
                    frameworks.yaml(by, edition.id()), frameworks.yaml(by, scale.id()),
                    signed == null ? null : signed.copy(),
                    signed == null
                            ? null
                            : new WholeReturn.Signing(signed.group(), signed.minute(), signed.day(), signed.post(),
                                    signed.at(), ArchiveJson.hash(ArchiveJson.bytes(signed.copy()))),
                    kept.items().stream()
                            .map(i -> new WholeReturn.Answer(i.code(), i.answer(), i.carried(), i.noAction())).toList(),
                    kept.ratings().stream().map(r -> rating(r, kept.organisations())).toList(),
                    kept.statements().stream()
                            .map(s -> new WholeReturn.EvidenceLine(s.id(), s.item(), s.sort(), s.words(), s.about(),
                                    s.typed(), s.state(), s.replaces(), s.writtenAt()))
                            .toList(),
                    kept.facts().stream().map(WholeReturn.FigureLine::of).toList(),
                    plans.ofReturn(by, id, act.equals("return.export") ? "action.export" : "action.list").stream()
                            .map(WholeReturns::action).toList(),
                    kept.moves().stream().map(m -> new WholeReturn.HistoryLine(m.move(), m.at(), m.note())).toList());
        });
    }

    private static WholeReturn.RatingLine rating(Rating r, Map<UUID, String> names) {
        var facets = r.verdict() instanceof Verdict.Level level ? level.facets() : null;
        var ground = r.ground();
        return new WholeReturn.RatingLine(r.item(), r.voice(), r.audience(), r.scale(), r.scaleVersion(),
                r.verdict().stored(), facets == null ? null : facets.attainment(),
                facets == null ? null : facets.evidenced(),
                r.verdict() instanceof Verdict.NotApplicable no ? no.reason() : null,
                names.getOrDefault(r.organisation(), "Another organisation"), r.at(),
                ground == null ? null : new WholeReturn.GroundLine(ground.kind(), ground.words(), ground.day()),
                r.override(), r.transcribed());
    }

    private static WholeReturn.ActionLine action(KeptAction a) {
        var year = a.plan().year();
        return new WholeReturn.ActionLine(a.ref(),
                new WholeReturn.PlanLine(a.plan().title(), year == null ? null : year.from(),
                        year == null ? null : year.to()),
                a.item(), a.source(), a.words(), TimescaleLine.of(a.schedule()), a.posts(), a.state(), a.agreedOn(),
                a.reviewOn(), a.claimedOn(), a.verifiedOn(), a.closedOn(), a.result(),
                a.milestones().stream().map(m -> new WholeReturn.MilestoneLine(m.what(), m.due(), m.metOn())).toList(),
                a.entries().stream().map(e -> new WholeReturn.EntryLine(e.kind(), e.move(), e.colour(), e.words(),
                        e.at())).toList(),
                colour(a.computed()));
    }

    private static WholeReturn.@Nullable ColourLine colour(KeptAction.@Nullable Colour c) {
        return c == null ? null : new WholeReturn.ColourLine(c.letter(), c.why(), c.on());
    }

    /** What people call it. */
    static String title(WholeReturn all) {
        return Agreement.edition(all).map(Edition::title).orElse(all.head().edition()) + " " + all.head().year();
    }

    /**
     * What came of bringing a file in.
     *
     * @param made   the return; null where the file was not taken
     * @param faults why not; empty where it was
     */
    record Brought(@Nullable UUID made, List<ArchiveFault> faults) {
        static Brought not(List<ArchiveFault> faults) {
            return new Brought(null, List.copyOf(faults));
        }
    }

    /** Brings a return in from its file: all of it, or nothing and why. */
    Brought bring(Actor by, byte[] archive) {
        by.must(Permission.KEEP_RETURN);
        by.must(Permission.KEEP_PLANS);
        var read = ArchiveReading.of(archive, clock.instant());
        var all = read.all();
        if (all == null)
            return Brought.not(read.faults());
        return transactions.inScope(by.scope(), () -> {
            var body = returns.body(by);
            var faults = new ArrayList<ArchiveFault>();
            if (!all.head().body().equals(body))
                faults.add(ArchiveFault.at(ArchiveFault.Kind.NOT_YOURS, ArchivePart.MANIFEST, "",
                        "This is a return of “" + all.head().body() + "”: here only returns of “" + body
                                + "” are kept"));
            if (returns.there(by, all.head().id()))
                faults.add(ArchiveFault.of(ArchiveFault.Kind.THERE));
            if (!faults.isEmpty())
                return Brought.not(faults);
            keep(by, all);
            return new Brought(all.head().id(), List.of());
        });
    }

    private void keep(Actor by, WholeReturn all) {
        var now = clock.instant();
        var head = all.head();
        var scale = frameworks.keepBrought(by, FrameworkKind.SCALE, head.scaleVersion(), all.scale(), null, now);
        var edition = frameworks.edition(by, frameworks.keepBrought(by, FrameworkKind.EDITION, head.editionVersion(),
                all.edition(), scale, now));
        var signing = all.signing();
        var frozen = all.frozen();
        var signed = signing == null || frozen == null
                ? null
                : new KeptReturn.Signed(signing.group(), signing.minute(), signing.day(), signing.post(), signing.at(),
                        frozen);
        var made = new Return(head.id(), null, edition.id(), by.council(), head.profile(), head.year(), head.number(),
                null, new Window(head.windowFrom(), head.windowUntil()),
                signed == null ? ReturnState.IN_PROGRESS : ReturnState.SIGNED_OFF, 0, by.staff(), now);
        var bodies = returns.bodies(by);
        var names = new HashMap<UUID, String>();
        var ratings = all.ratings().stream().map(r -> rating(by, r, bodies, names)).toList();
        returns.keep(by, new KeptReturn(made, head.body(), items(by, all, edition, now), ratings, names,
                all.evidence().stream()
                        .map(e -> new Statement(e.id(), e.item(), e.sort(), e.words(), e.about(), e.typed(), e.state(),
                                e.replaces(), 0, by.staff(), e.writtenAt()))
                        .toList(),
                all.figures().stream().map(WholeReturn.FigureLine::fact).toList(), signed,
                all.history().stream().map(h -> new KeptReturn.Move(h.move(), h.at(), h.note())).toList()));
        plans.keep(by, head.id(), all.actions().stream().map(WholeReturns::action).toList());
    }

    /** An answer for each question, empty where nothing was written. */
    private static List<Item> items(Actor by, WholeReturn all, Edition edition, Instant now) {
        var answers = all.answers().stream().collect(Collectors.toMap(WholeReturn.Answer::item, a -> a));
        var items = new ArrayList<Item>();
        for (var node : edition.items(all.head().profile())) {
            var answer = answers.get(node.code());
            items.add(new Item(UUID.randomUUID(), node.code(), items.size(), answer == null ? "" : answer.words(),
                    answer == null ? Carried.OWN : answer.carried(), answer == null ? null : answer.noAction(), 0,
                    by.staff(), now));
        }
        return items;
    }

    /** @param names takes the names of organisations that are not in the directory, each with an id of its own */
    private static Rating rating(Actor by, WholeReturn.RatingLine r, Map<String, UUID> bodies,
            Map<UUID, String> names) {
        var here = bodies.get(r.organisation());
        var organisation = here != null
                ? here
                : UUID.nameUUIDFromBytes(("organisation " + r.organisation()).getBytes(StandardCharsets.UTF_8));
        if (here == null)
            names.put(organisation, r.organisation());
        var ground = r.ground();
        return new Rating(UUID.randomUUID(), r.item(), r.voice(), r.audience(), r.scale(), r.scaleVersion(),
                verdict(r), organisation, by.staff(), r.at(),
                ground == null ? null : new Rating.Ground(ground.kind(), ground.words(), ground.day()), r.override(),
                r.transcribed());
    }

    private static Verdict verdict(WholeReturn.RatingLine r) {
        return switch (r.verdict()) {
            case "not_rated" -> new Verdict.NotRated();
            case "not_applicable" -> new Verdict.NotApplicable(Objects.requireNonNullElse(r.reason(), ""));
            case "not_recoverable" -> new Verdict.NotRecoverable();
            default -> new Verdict.Level(r.verdict(), r.attainment() == null || r.evidenced() == null
                    ? null
                    : new Facets(r.attainment(), r.evidenced()));
        };
    }

    private static KeptAction action(WholeReturn.ActionLine a) {
        var from = a.plan().from();
        var until = a.plan().until();
        return new KeptAction(a.ref(),
                new KeptAction.InPlan(a.plan().title(), from == null || until == null
                        ? null
                        : new PlanYear(from, until)),
                a.source(), a.item(), a.words(), a.timescale().schedule(), a.posts(), a.state(), a.agreedOn(),
                a.reviewOn(), a.claimedOn(), a.verifiedOn(), a.closedOn(), a.result(),
                a.milestones().stream().map(m -> new KeptAction.Way(m.what(), m.due(), m.metOn())).toList(),
                a.entries().stream().map(e -> new KeptAction.Said(e.kind(), e.move(), e.colour(), words(e), e.at()))
                        .toList(),
                null);
    }

    private static @Nullable String words(WholeReturn.EntryLine e) {
        return e.words() == null || e.words().isBlank() ? null : e.words().strip();
    }
}
