package heed.assurance.plan;

import heed.access.Permission;
import heed.access.staff.Staff;
import heed.platform.Actor;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.SummaryRow;
import heed.platform.web.TimelineEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words the page of one action. */
@Component
class ActionPages {
    private final Plans plans;
    private final Staff staff;
    private final Frames frames;
    private final LondonTime time;

    ActionPages(Plans plans, Staff staff, Frames frames, LondonTime time) {
        this.plans = plans;
        this.staff = staff;
        this.frames = frames;
        this.time = time;
    }

    /** An action as somebody reads it. */
    ActionPage page(Actor by, Plans.Sheet sheet, HttpServletRequest request) {
        return page(by, sheet, "", List.of(), request);
    }

    /**
     * An action as it stands now, for somebody whose own entry came too late: what they typed is read back, so that they can
     * copy it.
     */
    ActionPage late(Actor by, String action, Map<String, String> typed, HttpServletRequest request) {
        var sheet = plans.action(by, action);
        var rows = typed.entrySet().stream().filter(e -> !e.getValue().isBlank())
                .map(e -> SummaryRow.of(e.getKey(), e.getValue().strip())).toList();
        return page(by, sheet, "Somebody else changed this action while you did: it now stands at “"
                + sheet.actions().getFirst().action().state().words() + "”. "
                + (rows.isEmpty() ? "Nothing was done." : "Nothing of yours is saved: what you typed is below."), rows,
                request);
    }

    private ActionPage page(Actor by, Plans.Sheet sheet, String warning, List<SummaryRow> typed,
            HttpServletRequest request) {
        var shown = sheet.actions().getFirst();
        var a = shown.action();
        var at = ActionsController.HOME + "/" + a.ref();
        var all = PlanSight.seesAll(by);
        var line = ActionLine.of(shown, sheet.posts(), sheet.day());
        var judged = shown.judgement().orElse(null);
        var computed = shown.computed();
        boolean works = a.state().open() && (by.may(Permission.KEEP_PLANS) || shown.leading());
        var names = names(by, shown);
        return new ActionPage(
                frames.of(request, by, a.words().title())
                        .withBack(all ? "/assurance/plans/" + a.plan() : ActionsController.HOME),
                warning,
                typed, line,
                at, all ? "/assurance/plans/" + a.plan() : "", computed == null ? "" : computed.colour().meaning(),
                judged == null ? "" : Objects.requireNonNull(judged.colour()).meaning(),
                judged == null
                        ? ""
                        : Objects.requireNonNullElse(judged.words(), "") + "\n" + name(names, judged.by()) + ", "
                                + time.day(judged.at()),
                facts(shown, sheet), doubts(by, a, all), result(shown, names), stones(shown, at, works, sheet),
                a.state() == ActionState.PROPOSED && !a.schedule().standsUp()
                        ? ways(a, by, shown, at).stream().filter(w -> !w.href().endsWith("/AGREE")).toList()
                        : ways(a, by, shown, at),
                works, a.state().open() && by.may(Permission.KEEP_PLANS), lineage(by, a), history(shown, names));
    }

    private static List<ActionPage.Way> ways(PlanAction a, Actor by, ShownAction shown, String at) {
        return ActionMove.from(a.state()).stream()
                .filter(m -> m != ActionMove.CARRY && a.may(m, by, shown.leading()))
                .map(m -> new ActionPage.Way(m.imperative(), at + "/moves/" + m.name())).toList();
    }

    private Map<UUID, String> names(Actor by, ShownAction shown) {
        var ids = shown.entries().stream().map(ActionEntry::by).collect(Collectors.toCollection(HashSet::new));
        if (shown.action().standing().verifiedBy() instanceof UUID verifier)
            ids.add(verifier);
        return staff.names(by, ids);
    }

    private static String name(Map<UUID, String> names, @Nullable UUID id) {
        return id == null ? "Nobody" : names.getOrDefault(id, "Someone who has left");
    }

    private static List<SummaryRow> facts(ShownAction shown, Plans.Sheet sheet) {
        var a = shown.action();
        var w = a.words();
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of("What is to be done", w.action()));
        rows.add(SummaryRow.of("Lead", ActionLine.leads(a, sheet.posts(), sheet.day())));
        rows.add(SummaryRow.of("When", (w.timescale().isBlank() ? "" : "“" + w.timescale().strip() + "”\n")
                + a.schedule().words()));
        if (shown.next() != null)
            rows.add(SummaryRow.of("News is due by", PlanDays.words(shown.next())));
        if (a.standing().reviewOn() instanceof java.time.LocalDate day)
            rows.add(SummaryRow.of("On hold, looked at again", PlanDays.words(day)));
        add(rows, "Objective", w.objective());
        add(rows, "Standard", w.standard());
        add(rows, "Input", w.input());
        add(rows, "Desired outcome", w.outcome());
        add(rows, "Impact, says the paper", w.impact());
        add(rows, "Measure", w.measure());
        add(rows, "Evidence", w.evidence());
        add(rows, "Status in the paper", w.printed());
        rows.add(SummaryRow.of("Comes from", a.origin().source().words()
                + (a.origin().code().isBlank() ? "" : " " + a.origin().code())));
        return rows;
    }

    private static void add(List<SummaryRow> rows, String key, String value) {
        if (!value.isBlank())
            rows.add(SummaryRow.of(key, value));
    }

    private List<String> doubts(Actor by, PlanAction a, boolean all) {
        if (!a.state().open())
            return List.of();
        var doubts = new ArrayList<String>();
        var claimed = a.standing().claimedBy();
        if (a.state() == ActionState.CLAIMED_COMPLETE && !a.may(ActionMove.VERIFY, by, false))
            doubts.add(claimed != null && by.is(claimed)
                    ? "You said that it is complete: somebody else who keeps plans has to look and verify it."
                    : "It waits for somebody who keeps plans to look and verify it.");
        if (!a.state().timed() && a.state() != ActionState.PROPOSED)
            return doubts;
        var then = a.state() == ActionState.PROPOSED ? ", before it is agreed." : ".";
        if (a.schedule() instanceof Schedule.Unread unread)
            doubts.add(unread.why().words()
                    + (by.may(Permission.KEEP_PLANS) ? " Change the action to say when" + then : ""));
        else if (!a.schedule().standsUp())
            doubts.add("It never ends, so it needs a review, such as “ongoing, reviewed every 6 months”" + then);
        else if (all)
            Timescales.read(a.words().timescale(), plans.get(by, a.plan()).year()).doubts()
                    .forEach(d -> doubts.add(d.words()));
        return doubts;
    }

    private static List<SummaryRow> result(ShownAction shown, Map<UUID, String> names) {
        var s = shown.action().standing();
        var rows = new ArrayList<SummaryRow>();
        var result = s.result();
        if (result != null) {
            rows.add(SummaryRow.of("Outcome", result.outcome()));
            rows.add(SummaryRow.of("Impact", result.impact()));
            rows.add(SummaryRow.of("Kind of impact",
                    String.join("\n", result.levels().stream().map(ImpactLevel::inFull).toList())));
        }
        if (s.verifiedBy() != null)
            rows.add(SummaryRow.of("Verified by", (s.verifiedBy().equals(Actor.NOBODY)
                    ? "Somebody elsewhere, before it was brought in"
                    : name(names, s.verifiedBy()))
                    + (s.verifiedOn() == null ? "" : ", " + PlanDays.words(s.verifiedOn()))));
        return rows;
    }

    private static List<ActionPage.Stone> stones(ShownAction shown, String at, boolean works, Plans.Sheet sheet) {
        return shown.milestones().stream().map(m -> {
            var met = m.metOn();
            boolean behind = met == null && m.due().isBefore(sheet.day());
            return new ActionPage.Stone(m.what(), "By " + PlanDays.words(m.due()),
                    met != null ? "Met " + PlanDays.words(met) : behind ? "Behind" : "To come",
                    met != null ? "green" : behind ? "red" : "grey",
                    works && met == null ? at + "/milestones/" + m.id() : "");
        }).toList();
    }

    private List<ActionPage.Way> lineage(Actor by, PlanAction a) {
        var ids = new HashSet<UUID>();
        var from = a.origin().comesFrom();
        var to = a.standing().carriedTo();
        if (from != null)
            ids.add(from);
        if (to != null)
            ids.add(to);
        var ways = new ArrayList<ActionPage.Way>();
        if (!ids.isEmpty())
            for (var other : plans.related(by, ids))
                ways.add(new ActionPage.Way(
                        other.id().equals(from)
                                ? "Carried here from " + other.ref()
                                : "Goes on as " + other.ref(),
                        ActionsController.HOME + "/" + other.ref()));
        if (a.origin().id() != null && PlanSight.seesAll(by))
            ways.add(new ActionPage.Way("What it answers", "/assurance/recommendations/" + a.origin().id()));
        return ways;
    }

    private List<TimelineEvent> history(ShownAction shown, Map<UUID, String> names) {
        return shown.entries().stream().map(e -> {
            var move = e.move();
            var colour = e.colour();
            return new TimelineEvent(
                    move != null
                            ? move.words()
                            : colour != null ? e.kind().words() + ": " + colour.shown() : e.kind().words(),
                    name(names, e.by()), time.dayAndTime(e.at()), e.words());
        }).toList();
    }
}
