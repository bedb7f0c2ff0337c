package heed.casework.triage;

import heed.casework.call.Call;
import heed.casework.coding.Coding;
import heed.casework.concern.Concern;
import heed.casework.concern.Correspondence;
import heed.platform.Actor;
import heed.platform.web.LondonTime;
import heed.platform.web.TimelineEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that happened to a concern in one line of time: moves, calls, coding, notes, letters, files, advice. */
final class ConcernTimeline {
    /** Something that happened; of those of one moment the move comes last on screen. */
    private record Happened(Instant at, int order, TimelineEvent event) {
    }

    private final List<Happened> all = new ArrayList<>();
    private final Map<UUID, String> names;
    private final LondonTime time;

    private ConcernTimeline(Map<UUID, String> names, LondonTime time) {
        this.names = names;
        this.time = time;
    }

    /** A file that was added. */
    record Added(String name, Instant at, String by) {
    }

    /** Latest first. */
    static List<TimelineEvent> of(Desk.Opened o, Background.Known known, List<Added> files, LondonTime time) {
        var line = new ConcernTimeline(known.names(), time);
        o.history().stream().sorted(Comparator.comparing(Concern.Entry::at).thenComparing(Concern.Entry::act))
                .forEach(e -> line.add(e.at(), e.act().words(), e.by(), e.note()));
        o.addenda()
                .forEach(a -> line.add(a.at(),
                        a.kind() == Correspondence.Kind.SUMMARY ? "Summary written" : "Note added",
                        a.by(), null));
        o.feedback().forEach(f -> line.add(f.at(), "Written to whoever told us", f.by(), null));
        files.forEach(f -> line.all.add(new Happened(f.at(), line.all.size(),
                new TimelineEvent("File added", f.by(), time.dayAndTime(f.at()), f.name()))));
        known.calls().forEach(line::call);
        line.coding(known.coding());
        known.signed().values().forEach(s -> line.add(s.at(),
                s.agrees() ? "Decision countersigned" : "Decision not countersigned", s.by(), s.reasons()));
        known.advice().forEach(a -> {
            line.add(a.askedAt(), "Advice asked (" + a.ref() + ")", a.askedBy() == null ? Actor.NOBODY : a.askedBy(),
                    null);
            var answer = a.answer();
            if (answer != null)
                line.add(answer.at(), "Advice given (" + a.ref() + ")", answer.by(), null);
        });
        return line.all.stream()
                .sorted(Comparator.comparing(Happened::at).thenComparing(Happened::order).reversed())
                .map(Happened::event).toList();
    }

    private void call(Call call) {
        add(call.madeAt(), "Call: " + call.whom().words(), call.loggedBy(), call.details().spokeTo());
        for (var step : call.steps())
            add(step.kind() == Call.Kind.DUE ? step.madeAt() : step.at(),
                    step.kind() == Call.Kind.DUE
                            ? "Written follow-up due " + time.dayAndTime(step.at())
                            : step.kind().words(),
                    step.by(), step.note());
    }

    private void coding(Coding coding) {
        coding.types().stream().collect(Collectors.groupingBy(t -> Map.entry(t.at(), t.by())))
                .forEach((when, set) -> add(when.getKey(), "Types set", when.getValue(), words(coding, set)));
        coding.types().stream().filter(t -> t.offAt() != null && t.offBy() != null)
                .collect(Collectors.groupingBy(t -> Map.entry(java.util.Objects.requireNonNull(t.offAt()),
                        java.util.Objects.requireNonNull(t.offBy()))))
                .forEach((when, off) -> add(when.getKey(), "Types taken off", when.getValue(), words(coding, off)));
        coding.levels().forEach(l -> add(l.at(), "Level as we see it: " + coding.words().level(l.code()), l.by(),
                l.reasons().isBlank() ? null : l.reasons()));
        coding.wards().forEach(w -> add(w.at(),
                w.code() == null ? "Ward taken back" : "Ward: " + coding.words().ward(w.code()), w.by(), null));
        coding.actBys().forEach(a -> add(a.at(), "Act by " + time.dayAndTime(a.due()), a.by(), null));
    }

    private static String words(Coding coding, List<Coding.Typed> types) {
        return types.stream().map(t -> coding.words().type(t.type().list(), t.type().code())).sorted()
                .collect(Collectors.joining("\n"));
    }

    private void add(Instant at, String title, UUID by, @Nullable String text) {
        all.add(new Happened(at, all.size(), new TimelineEvent(title,
                by.equals(Actor.NOBODY) ? "Heed" : names.getOrDefault(by, "Someone who has left"),
                time.dayAndTime(at), text == null || text.isBlank() ? null : text)));
    }
}
