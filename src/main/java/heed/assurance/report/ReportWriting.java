package heed.assurance.report;

import heed.access.Permission;
import heed.assurance.exercise.SignedCopies;
import heed.assurance.plan.ActionPlan;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Begins reports and writes in them. For who keeps the return. */
@Component
public class ReportWriting {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** What goes on from one year's report to the next by itself; all else is written each year. */
    private static final List<String> SAME_EACH_YEAR = List.of("to", "from", "keyDecision", "member", "priority",
            "policy");
    private static final int MOST_FIGURES = 20;

    private final Reports reports;
    private final ReportReading reading;
    private final ReportSources sources;
    private final ReportCounting counting;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    ReportWriting(Reports reports, ReportReading reading, ReportSources sources, ReportCounting counting,
            Transactions transactions, Trail trail, Clock clock) {
        this.reports = reports;
        this.reading = reading;
        this.sources = sources;
        this.counting = counting;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** What a report can be begun from. */
    record Offer(List<SignedCopies.Offered> returns, List<ActionPlan> plans) {
    }

    /** The returns and plans that there are. */
    Offer offer(Actor by) {
        by.must(Permission.KEEP_RETURN);
        return new Offer(sources.returns(by), sources.plans(by));
    }

    /**
     * Begins a report: its results, figures and plan are there at once, and words to begin with.
     *
     * @param ret any version of the return
     * @throws heed.platform.Refused as not found where it is none of theirs
     */
    public UUID begin(Actor by, UUID ret) {
        by.must(Permission.KEEP_RETURN);
        return transactions.inScope(by.scope(), () -> {
            var from = sources.returns(by).stream().filter(r -> r.id().equals(ret) || r.first().equals(ret))
                    .findFirst().orElseThrow(() -> Refusal.NOT_FOUND.because("no such return"));
            var plans = sources.likely(by, from.id());
            var begun = Report.begun(from.first(), by, clock.instant());
            var earlier = reports.all(by).stream().filter(r -> !r.report().state().givenUp()).findFirst();
            reports.begin(by, begun, plans.past(), plans.next());
            var id = begun.report().id();
            var header = new LinkedHashMap<String, String>();
            header.put("title", "Safeguarding report on " + from.title());
            header.put("purpose", "To report the results of the self-assessment and to agree the action plan");
            earlier.ifPresent(e -> {
                var same = reports.typed(by, e.id(), WrittenPart.HEADER).boxes();
                SAME_EACH_YEAR.stream().filter(same::containsKey).forEach(box -> header.put(box,
                        same.getOrDefault(box, "")));
                var author = reports.typed(by, e.id(), WrittenPart.AUTHOR).boxes();
                if (!author.isEmpty())
                    reports.type(by, id, WrittenPart.AUTHOR, 1, author, begun.at());
            });
            reports.type(by, id, WrittenPart.HEADER, 1, header, begun.at());
            reports.type(by, id, WrittenPart.RECOMMENDATIONS, 1, Map.of(WrittenPart.TEXT,
                    "Note the results of the self-assessment and what was achieved\nAgree the action plan in Appendix 1"),
                    begun.at());
            trail.add(by, new Trace("report.begin", id, List.of(), List.of(from.id()), null));
            return id;
        });
    }

    /** The report before this one, to look at while writing; none where there is none. */
    @Nullable
    FrozenReport earlier(Actor by, ReportReading.Opened opened) {
        by.must(Permission.KEEP_RETURN);
        return transactions.inScope(by.scope(), () -> {
            for (var kept : reports.all(by))
                if (!kept.report().ret().equals(opened.report().ret())
                        && kept.madeAt().isBefore(opened.kept().madeAt())) {
                    var frozen = reports.frozen(by, kept.id());
                    if (frozen.isPresent()) {
                        trail.add(by, Trace.of("report.view", kept.id()));
                        return FrozenReport.read(frozen.get());
                    }
                }
            return null;
        });
    }

    /** What became of what was typed, and how it is now. */
    public record Saved(How how, Reports.Typed typed) {
        /** Whether it was kept, and if not, why not. */
        public enum How {
            /** It is saved. */
            SAVED,
            /** It was so already. */
            SAME,
            /** Somebody else changed it since the page was made; what they saved was left alone. */
            CHANGED_ELSEWHERE
        }
    }

    /**
     * Saves what was typed into a part.
     *
     * @param seen the version that it was typed over
     * @throws heed.platform.Refused as not found where there is no such part; as not allowed now where it is no draft
     */
    public Saved write(Actor by, UUID id, String part, int seen, Map<String, String> boxes) {
        by.must(Permission.KEEP_RETURN);
        return transactions.inScope(by.scope(), () -> {
            var held = held(by, id);
            var names = WrittenPart.somewhere(part).orElseThrow(() -> Refusal.NOT_FOUND.because("no such part"))
                    .boxes().stream().flatMap(b -> b.names().stream()).toList();
            var before = reports.typed(by, id, part);
            var same = new HashMap<>(before.boxes());
            same.remove(WrittenPart.SAID_AT);
            var sent = new LinkedHashMap<String, String>();
            boxes.forEach((box, words) -> sent.put(box, clean(words)));
            sent.keySet().retainAll(names);
            sent.values().removeIf(String::isEmpty);
            if (sent.values().stream().anyMatch(words -> words.length() > WrittenPart.LONG))
                throw Refusal.NOT_ALLOWED_NOW.because("too long");
            if (part.equals(WrittenPart.APPENDICES))
                inARow(sent);
            if (same.equals(sent))
                return new Saved(Saved.How.SAME, before);
            if (before.version() != seen)
                return new Saved(Saved.How.CHANGED_ELSEWHERE, before);
            var now = clock.instant();
            said(part, before.boxes(), sent, now);
            var typed = new Reports.Typed(seen + 1, sent, by.staff(), now);
            keep(by, held, part, typed, now, "report.write");
            return new Saved(Saved.How.SAVED, typed);
        });
    }

    /** Appendices without a gap between them: each is asked for under the number that it is printed with. */
    private static void inARow(Map<String, String> boxes) {
        var all = new HashMap<>(boxes);
        boxes.clear();
        int next = 1;
        for (int i = 1; i <= WrittenPart.MOST_APPENDICES; i++)
            if (all.containsKey("title-" + i) || all.containsKey("text-" + i)) {
                for (var box : List.of("title-", "text-"))
                    if (all.containsKey(box + i))
                        boxes.put(box + next, all.getOrDefault(box + i, ""));
                next++;
            }
    }

    /** Without what no paper can hold, such as the signs that some programs paste along. */
    private static String clean(String words) {
        return words.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
    }

    /** For what somebody clears, when its text became what it is. */
    private static void said(String part, Map<String, String> before, Map<String, String> sent, Instant now) {
        if (!part.equals(ReportPart.FINANCE.name()) && !part.equals(ReportPart.LEGAL.name()))
            return;
        var text = sent.get(WrittenPart.TEXT);
        if (text == null)
            return;
        boolean as = text.equals(before.get(WrittenPart.TEXT));
        sent.put(WrittenPart.SAID_AT, as
                ? before.getOrDefault(WrittenPart.SAID_AT, now.toString())
                : now.toString());
    }

    private Reports.Kept held(Actor by, UUID id) {
        var held = reports.hold(by, id);
        if (!held.report().state().open())
            throw Refusal.NOT_ALLOWED_NOW.because("only a draft is written in");
        return held;
    }

    private void keep(Actor by, Reports.Kept held, String part, Reports.Typed typed, Instant at, String act) {
        reports.type(by, held.id(), part, typed.version(), typed.boxes(), at);
        reports.written(held.report().written(), held.past(), held.next());
        trail.add(by, Trace.of(act, held.id()).fields(part));
    }

    /**
     * Says which plans it takes.
     *
     * @param seen   those that it took when they were chosen
     * @param chosen those that it is to take
     * @return those that it takes now: others than were chosen where somebody else chose since, and is left alone
     * @throws heed.platform.Refused as not found where one is none of theirs
     */
    ReportSources.Pair plans(Actor by, UUID id, ReportSources.Pair seen, ReportSources.Pair chosen) {
        by.must(Permission.KEEP_RETURN);
        return transactions.inScope(by.scope(), () -> {
            var held = held(by, id);
            var now = new ReportSources.Pair(held.past(), held.next());
            if (now.equals(chosen) || !now.equals(seen))
                return now;
            var past = chosen.past();
            var next = chosen.next();
            var theirs = sources.plans(by).stream().map(ActionPlan::id).toList();
            if (past != null && !theirs.contains(past) || next != null && !theirs.contains(next))
                throw Refusal.NOT_FOUND.because("no such plan");
            reports.written(held.report().written(), past, next);
            trail.add(by, Trace.of("report.write", id).fields("plans"));
            return chosen;
        });
    }

    /**
     * Keeps a place that may tell of somebody, and says why it may stand.
     *
     * @throws heed.platform.Refused as moved on where it is not in the report any more; as not allowed now without a reason
     */
    public void settle(Actor by, UUID id, String mark, String why) {
        by.must(Permission.KEEP_RETURN);
        if (why.isBlank() || why.length() > WrittenPart.SHORT)
            throw Refusal.NOT_ALLOWED_NOW.because("a place stays for a reason, in a line");
        transactions.inScope(by.scope(), () -> {
            var held = held(by, id);
            var opened = reading.read(by, held);
            var found = Disclosure.in(opened.says(), LocalDate.ofInstant(clock.instant(), LondonTime.ZONE));
            if (found.stream().noneMatch(f -> f.mark().equals(mark)))
                throw Refusal.MOVED_ON.because("changed meanwhile");
            var before = opened.typed(WrittenPart.SETTLED);
            var boxes = new LinkedHashMap<String, String>();
            // What no longer stands in the report needs no reason in it.
            Disclosure.kept(found, opened.settled()).forEach(s -> boxes.put(s.mark(), s.why()));
            boxes.put(mark, why.strip());
            var now = clock.instant();
            keep(by, held, WrittenPart.SETTLED, new Reports.Typed(before.version() + 1, boxes, by.staff(), now), now,
                    "report.settle");
        });
    }

    /** Counts a measure for the report. @throws heed.platform.Refused as {@link ReportCounting#count} */
    void count(Actor by, UUID id, String measure, LocalDate from, LocalDate until) {
        by.must(Permission.KEEP_RETURN);
        transactions.inScope(by.scope(), () -> {
            var held = held(by, id);
            var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            var all = new ArrayList<>(ReportReading.counted(reports.typed(by, id)));
            all.removeIf(c -> c.measure().equals(measure) && c.from().equals(from) && c.until().equals(until));
            if (all.size() >= MOST_FIGURES)
                throw Refusal.NOT_ALLOWED_NOW.because("enough figures for one report");
            all.add(counting.count(by, measure, from, until, now));
            figures(by, held, all, now);
        });
    }

    /**
     * Takes a figure counted for the report out again.
     *
     * @param which its {@link CountedFigure#mark}
     * @throws heed.platform.Refused as moved on where somebody took it out already
     */
    void drop(Actor by, UUID id, String which) {
        by.must(Permission.KEEP_RETURN);
        transactions.inScope(by.scope(), () -> {
            var held = held(by, id);
            var all = new ArrayList<>(ReportReading.counted(reports.typed(by, id)));
            if (!all.removeIf(c -> c.mark().equals(which)))
                throw Refusal.MOVED_ON.because("not there any more");
            figures(by, held, all, clock.instant());
        });
    }

    private void figures(Actor by, Reports.Kept held, List<CountedFigure> all, Instant at) {
        var version = reports.typed(by, held.id(), WrittenPart.FIGURES).version();
        keep(by, held, WrittenPart.FIGURES, new Reports.Typed(version + 1, boxes(all), by.staff(), at), at,
                "report.write");
    }

    /** As they are kept: two digits, so that they stay in order. */
    static Map<String, String> boxes(List<CountedFigure> all) {
        var boxes = new LinkedHashMap<String, String>();
        for (int i = 0; i < all.size(); i++)
            boxes.put("%02d".formatted(i), JSON.writeValueAsString(all.get(i)));
        return boxes;
    }
}
