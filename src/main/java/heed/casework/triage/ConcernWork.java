package heed.casework.triage;

import heed.casework.advice.Advice;
import heed.casework.call.Call;
import heed.casework.call.CallPage;
import heed.casework.clock.TimeLeft;
import heed.casework.coding.Vocabulary;
import heed.casework.concern.Address;
import heed.casework.concern.Concern;
import heed.casework.concern.Person;
import heed.casework.concern.Status;
import heed.casework.concern.Telling;
import heed.casework.household.Earlier;
import heed.casework.known.KnownPanel;
import heed.platform.Actor;
import heed.platform.web.LondonTime;
import heed.platform.web.SummaryRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What officers do about a concern and what is known already, worded. Public only because templates compile elsewhere.
 *
 * @param told         what whoever told us says they reported already; null for nothing
 * @param countersign  that a second officer has to read the decision; null where not
 * @param countersigns whether this officer is one who can
 */
public record ConcernWork(List<Rung> calls, @Nullable String told, List<SummaryRow> coding, boolean overdue,
        KnownPanel known, List<Before> earlier, List<String> homes, List<Asked> advice, @Nullable String countersign,
        boolean countersigns) {
    /** A call. */
    public record Rung(String title, String when, String href, List<SummaryRow> rows, @Nullable String owed,
            boolean late) {
    }

    /** An earlier concern that may name the same people. */
    public record Before(String ref, String href, String received, String status, List<Match> matches) {
    }

    /** Who may be whom, and why. */
    public record Match(String who, String why, boolean strong) {
    }

    /** Advice that came before. */
    public record Asked(String ref, String href, String asked, String question, @Nullable String answer) {
    }

    /** Earlier concerns at the same address that are not in the panel of known people. */
    public List<Before> sameHome() {
        var shown = known.refs();
        return earlier.stream().filter(before -> !shown.contains(before.ref())).toList();
    }

    static ConcernWork of(Actor by, Concern c, Telling t, Background.Known known, boolean acts, Instant now,
            LondonTime time) {
        var waits = known.waits();
        return new ConcernWork(known.calls().stream().map(call -> rung(c, call, known, now, time)).toList(),
                told(t), coding(c, known, now, time), late(c, known, now),
                KnownPanel.of(known.matched(), acts, time),
                known.earlier().stream().map(e -> before(e, known, time)).toList(), homes(t),
                known.advice().stream().map(a -> asked(a, time)).toList(),
                waits.map(w -> by.is(w.by())
                        ? "A second officer has to read your decision. They have been told; nothing waits for it."
                        : "Danger was reported and nothing is to be done. A second officer has to read this decision.")
                        .orElse(null),
                waits.map(w -> !by.is(w.by())).orElse(false));
    }

    private static Rung rung(Concern c, Call call, Background.Known known, Instant now, LondonTime time) {
        var rows = new ArrayList<SummaryRow>();
        var d = call.details();
        add(rows, "Spoke to", d.spokeTo());
        add(rows, "Reference", d.reference());
        add(rows, "Said", d.said());
        add(rows, "They will", d.outcome());
        call.last(Call.Kind.RECEIVED)
                .ifPresent(s -> rows.add(SummaryRow.of("They received it", time.dayAndTime(s.at()))));
        call.last(Call.Kind.ACKNOWLEDGED)
                .ifPresent(s -> rows.add(SummaryRow.of("Acknowledged", time.dayAndTime(s.at()))));
        call.last(Call.Kind.DECIDED).ifPresent(s -> {
            var level = s.code() == null ? "" : known.coding().words().level(s.code());
            var note = s.note() == null ? "" : s.note();
            rows.add(SummaryRow.of("Their decision", (level + "\n" + note).strip()));
        });
        call.last(Call.Kind.CHASED, Call.Kind.ESCALATED).ifPresent(s -> rows.add(SummaryRow.of(
                s.kind().words(), time.dayAndTime(s.at()) + (s.note() == null ? "" : "\n" + s.note()))));
        var due = known.due().get(call.id());
        return new Rung(call.whom().words(), time.dayAndTime(call.madeAt()),
                "/concerns/" + c.ref() + "/calls/" + call.id(),
                rows, due == null ? null : CallPage.owed(call, due, c.subject(), now),
                due != null && now.isAfter(due.by()));
    }

    private static @Nullable String told(Telling t) {
        return t.elsewhere().to().isBlank() && !t.elsewhere().reported().equals("yes")
                ? null
                : t.elsewhere().to().isBlank()
                        ? "They reported it already"
                        : "They reported it to: " + t.elsewhere().to();
    }

    private static List<SummaryRow> coding(Concern c, Background.Known known, Instant now, LondonTime time) {
        var rows = new ArrayList<SummaryRow>();
        for (var list : Vocabulary.TypeList.values())
            add(rows, list.words(), known.coding().words(list));
        var level = known.coding().level();
        if (level != null)
            rows.add(SummaryRow.of("Level as we see it",
                    (known.coding().words().level(level.code()) + "\n" + level.reasons()).strip()));
        known.calls().stream().flatMap(call -> call.last(Call.Kind.DECIDED).stream()).map(Call.Step::code)
                .filter(java.util.Objects::nonNull).findFirst()
                .ifPresent(code -> rows.add(SummaryRow.of("The county’s level", known.coding().words().level(code))));
        var ward = known.coding().ward();
        if (ward != null)
            rows.add(SummaryRow.of("Ward", known.coding().words().ward(ward)));
        var actBy = known.coding().actBy();
        if (actBy != null)
            rows.add(SummaryRow.of("Act by", late(c, known, now)
                    ? time.dayAndTime(actBy) + ". " + TimeLeft.of(actBy, now).words()
                    : time.dayAndTime(actBy)));
        return rows;
    }

    private static boolean late(Concern c, Background.Known known, Instant now) {
        var actBy = known.coding().actBy();
        return actBy != null && c.status() == Status.IN_TRIAGE && now.isAfter(actBy);
    }

    private static Before before(Earlier e, Background.Known known, LondonTime time) {
        var c = e.concern();
        var status = new StringBuilder(c.status().words());
        if (c.outcome() != null)
            status.append(": ").append(c.outcome().words());
        var lead = c.caseId() == null ? null : known.leads().get(c.caseId());
        if (lead != null)
            status.append(", case led by ").append(name(lead, known.names()));
        return new Before(c.ref().value(), "/concerns/" + c.ref(), time.dayAndTime(c.receivedAt()), status.toString(),
                e.alike().stream().map(a -> new Match(
                        a.here().equalsIgnoreCase(a.there()) ? a.here() : a.here() + " may be " + a.there(), a.why(),
                        a.strong())).toList());
    }

    /** Who of those named gives the same address. */
    private static List<String> homes(Telling t) {
        var lines = new ArrayList<String>();
        var left = new ArrayList<>(t.named().stream().filter(p -> !p.address().isBlank()).toList());
        while (!left.isEmpty()) {
            var first = left.removeFirst();
            var home = new LinkedHashSet<String>();
            home.add(first.shown());
            var others = left.stream().filter(p -> Address.same(first.address(), p.address())).toList();
            others.forEach((Person p) -> home.add(p.shown()));
            left.removeAll(others);
            if (home.size() > 1)
                lines.add(String.join(", ", home) + ": same address");
        }
        return lines;
    }

    private static Asked asked(Advice a, LondonTime time) {
        var answer = a.answer();
        return new Asked(a.ref().value(), "/advice-desk/" + a.ref(), time.dayAndTime(a.askedAt()), a.question(),
                answer == null ? null : answer.words());
    }

    private static String name(UUID id, Map<UUID, String> names) {
        return names.getOrDefault(id, "someone who has left");
    }

    private static void add(List<SummaryRow> rows, String key, String value) {
        if (!value.isBlank())
            rows.add(SummaryRow.of(key, value));
    }
}
