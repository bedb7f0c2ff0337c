package heed.assurance.report;

import heed.access.Permission;
import heed.assurance.exercise.SignedCopies;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.LondonTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads reports: what people wrote beside what is computed now, or what was frozen when they were checked. */
@Component
class ReportReading {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Reports reports;
    private final ReportSources sources;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    ReportReading(Reports reports, ReportSources sources, Transactions transactions, Trail trail, Clock clock) {
        this.reports = reports;
        this.sources = sources;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A report.
     *
     * @param kept     its row
     * @param says     what it says: frozen, or as it would be frozen now
     * @param sections titles of the edition's sections, in order
     * @param typed    what was typed into its boxes, by part
     * @param missing  what it still lacks; empty once it is checked
     * @param moves    what happened to it, latest first
     * @param amending the version that corrects it; null for none
     * @param authors  whether they write it
     * @param signs    whether they approve it
     */
    record Opened(Reports.Kept kept, FrozenReport says, List<String> sections, Map<String, Reports.Typed> typed,
            List<Missing> missing, List<Reports.Entry> moves, @Nullable UUID amending, boolean authors,
            boolean signs) {
        Report report() {
            return kept.report();
        }

        String href() {
            return ReportController.HOME + "/" + kept.id();
        }

        /** Whether they write in it now. */
        boolean writes() {
            return authors && report().state().open();
        }

        /** What was typed into a part. */
        Reports.Typed typed(String part) {
            return typed.getOrDefault(part, Reports.Typed.NOTHING);
        }

        /** What stays although it may tell of somebody. */
        List<Disclosure.Settled> settled() {
            return ReportReading.settled(typed);
        }

        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Opened[" + kept.id() + "]";
        }
    }

    /** A report in a list. */
    record Listed(Reports.Kept kept, String title) {
        /** Keeps the title out of logs. */
        @Override
        public String toString() {
            return "Listed[" + kept.id() + "]";
        }
    }

    /** Every report that they read, the latest first. */
    List<Listed> all(Actor by) {
        mustRead(by);
        return transactions.inScope(by.scope(), () -> {
            var all = listed(by);
            trail.add(by, Trace.list("report.list", all.stream().map(l -> l.kept().id()).toList()));
            return all;
        });
    }

    /** The same for a page that writes the audit log itself. */
    List<Listed> listed(Actor by) {
        var titles = !SignedCopies.reads(by)
                ? Map.<UUID, String>of()
                : sources.returns(by).stream()
                        .collect(Collectors.toMap(SignedCopies.Offered::first, SignedCopies.Offered::title,
                                (a, b) -> a));
        var all = reports.all(by);
        var headers = reports.typed(by, all.stream().map(Reports.Kept::id).toList(), WrittenPart.HEADER);
        return all.stream().map(k -> {
            var own = headers.getOrDefault(k.id(), Reports.Typed.NOTHING).boxes().getOrDefault("title", "");
            return new Listed(k, own.isBlank()
                    ? "Report on " + titles.getOrDefault(k.report().ret(), "a return")
                    : own.strip());
        }).toList();
    }

    /** Whether somebody reads what is published, and nothing else. */
    static boolean onlyPublished(Actor by) {
        return !SignedCopies.reads(by) && by.may(Permission.READ_PUBLISHED);
    }

    private static void mustRead(Actor by) {
        if (!onlyPublished(by))
            must(by);
    }

    static void must(Actor by) {
        if (!SignedCopies.reads(by))
            throw Refusal.NOT_FOUND.because("reads no reports");
    }

    /** One report. @throws heed.platform.Refused as not found where it is not theirs to read */
    Opened open(Actor by, UUID id) {
        return open(by, id, "report.view");
    }

    /** One report, for this act. */
    Opened open(Actor by, UUID id, String act) {
        must(by);
        return opened(by, id, act);
    }

    /** One report, to be read whole: also for those who read what is published, once it is. */
    Opened whole(Actor by, UUID id) {
        mustRead(by);
        return opened(by, id, "report.view");
    }

    private Opened opened(Actor by, UUID id, String act) {
        return transactions.inScope(by.scope(), () -> {
            var opened = read(by, reports.get(by, id));
            trail.add(by, Trace.of(act, id));
            return opened;
        });
    }

    /** A report to be taken away in a file of this kind. */
    Opened take(Actor by, UUID id, String kind) {
        mustRead(by);
        return transactions.inScope(by.scope(), () -> {
            var opened = read(by, reports.get(by, id));
            trail.add(by, Trace.of("report.export", id).because(kind));
            return opened;
        });
    }

    /**
     * One report, to write in it.
     *
     * @throws heed.platform.Refused as not allowed now where it is no draft
     */
    Opened forWriting(Actor by, UUID id) {
        by.must(Permission.KEEP_RETURN);
        var opened = open(by, id);
        if (!opened.writes())
            throw Refusal.NOT_ALLOWED_NOW.because("no draft");
        return opened;
    }

    /** A report as it is, in the caller's transaction, which writes the audit log. */
    Opened read(Actor by, Reports.Kept kept) {
        var id = kept.id();
        var typed = reports.typed(by, id);
        var moves = reports.moves(by, id);
        var amending = reports.amending(id).orElse(null);
        boolean authors = by.may(Permission.KEEP_RETURN);
        boolean signs = by.may(Permission.SIGN_OFF_RETURN);
        var frozen = reports.frozen(by, id);
        if (frozen.isPresent()) {
            var says = FrozenReport.read(frozen.get());
            return new Opened(kept, says, says.results().rows().stream().map(ReportResults.Row::section).distinct()
                    .toList(), typed, List.of(), moves, amending, authors, signs);
        }
        var now = sources.now(by, kept);
        var says = says(kept.report(), now, typed, moves, clock.instant());
        var sections = ReportSources.sections(now.ret().copy());
        return new Opened(kept, says, sections, typed, missing(says.text(), now.ret().fixed(), kept, typed), moves,
                amending, authors, signs);
    }

    private static FrozenReport says(Report report, ReportSources.Now now, Map<String, Reports.Typed> typed,
            List<Reports.Entry> moves, Instant at) {
        var copy = now.ret().copy();
        var boxes = new LinkedHashMap<String, Map<String, String>>();
        typed.forEach((part, in) -> boxes.put(part, in.boxes()));
        var figures = new ArrayList<>(FrozenReport.figures(copy));
        counted(typed).forEach(c -> figures.add(c.figure()));
        var amended = moves.stream().filter(m -> m.move() == ReportMove.AMEND).findFirst().orElse(null);
        var because = amended == null ? null : amended.note();
        return new FrozenReport(FrozenReport.FORMAT, report.number(), because, copy.body(),
                TypedReport.text(boxes, ReportSources.sections(copy)), ReportResults.of(copy, now.ret().rests()),
                copy.id(),
                now.ret().hash(), at.truncatedTo(ChronoUnit.SECONDS).toString(), figures.stream().distinct().toList(),
                now.completed(), now.plan(), now.limits(), settled(typed));
    }

    /** What was counted for the report alone. */
    static List<CountedFigure> counted(Map<String, Reports.Typed> typed) {
        return typed.getOrDefault(WrittenPart.FIGURES, Reports.Typed.NOTHING).boxes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey()).map(e -> JSON.readValue(e.getValue(), CountedFigure.class))
                .toList();
    }

    private static List<Disclosure.Settled> settled(Map<String, Reports.Typed> typed) {
        return typed.getOrDefault(WrittenPart.SETTLED, Reports.Typed.NOTHING).boxes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey()).map(e -> new Disclosure.Settled(e.getKey(), e.getValue()))
                .toList();
    }

    private List<Missing> missing(ReportText text, boolean fixed, Reports.Kept kept,
            Map<String, Reports.Typed> typed) {
        var missing = new ArrayList<Missing>();
        if (!fixed)
            missing.add(new Missing("return", "Sign the return off: until then its results can change"));
        if (kept.next() == null)
            missing.add(new Missing("plans", "Choose the action plan that the committee is to agree"));
        missing.addAll(Missing.of(text, LocalDate.ofInstant(clock.instant(), LondonTime.ZONE)));
        stale(missing, text.finance(), ReportPart.FINANCE, typed);
        stale(missing, text.legal(), ReportPart.LEGAL, typed);
        return List.copyOf(missing);
    }

    /** Who cleared a text has cleared that text, and not what it became later. */
    private static void stale(List<Missing> missing, ReportText.Clearance clearance, ReportPart part,
            Map<String, Reports.Typed> typed) {
        var said = typed.getOrDefault(part.name(), Reports.Typed.NOTHING).boxes().get(WrittenPart.SAID_AT);
        var on = clearance.on();
        if (said != null && on != null && LocalDate.ofInstant(Instant.parse(said), LondonTime.ZONE).isAfter(on))
            missing.add(new Missing(part.name().toLowerCase(Locale.ROOT) + "Date",
                    "“" + part.heading() + "” was changed after it was cleared: have it cleared again"));
    }
}
