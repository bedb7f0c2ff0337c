package heed.assurance.plan;

import heed.platform.export.Cell;
import heed.platform.export.ExcelFile;
import heed.platform.web.LondonTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A plan as files that people work with. There are three tables, each where it has rows: actions under their standards, with
 * the columns of the plan 003; what was completed, with the columns of its second table; and what answers learning points,
 * with the columns of the plan 004. The readers of papers read them back.
 */
final class PlanFiles {
    /** A table: its heading, its columns and its rows. */
    record Table(String heading, List<String> columns, List<List<String>> rows) {
    }

    /** Everything that is printed. */
    record Printed(String title, List<String> about, List<String> legend, List<Table> tables,
            List<List<String>> control) {
    }

    private PlanFiles() {
    }

    /** As a Word document, with real headings and header rows. */
    static byte[] word(Plans.Sheet sheet, Map<UUID, Recommendation> points, Map<UUID, String> names) {
        return PlanDocument.written(printed(sheet, points, names));
    }

    /** As an Excel workbook, a sheet for each table. */
    static byte[] excel(Plans.Sheet sheet, Map<UUID, Recommendation> points, Map<UUID, String> names) {
        var printed = printed(sheet, points, names);
        var sheets = new ArrayList<ExcelFile.Sheet>();
        for (var table : printed.tables()) {
            var lines = new ArrayList<List<Cell>>();
            lines.add(List.of(Cell.text(table.heading())));
            lines.add(cells(table.columns()));
            table.rows().forEach(row -> lines.add(cells(row)));
            sheets.add(new ExcelFile.Sheet(table.heading(), lines));
        }
        var about = new ArrayList<List<Cell>>();
        about.add(List.of(Cell.text(printed.title())));
        printed.about().forEach(line -> about.add(List.of(Cell.text(line))));
        printed.legend().forEach(line -> about.add(List.of(Cell.text(line))));
        printed.control().forEach(row -> about.add(cells(row)));
        sheets.add(new ExcelFile.Sheet("About this plan", about));
        return ExcelFile.written(sheets);
    }

    private static List<Cell> cells(List<String> row) {
        return row.stream().map(Cell::text).toList();
    }

    /** @param names of those who verified, by id */
    static Printed printed(Plans.Sheet sheet, Map<UUID, Recommendation> points, Map<UUID, String> names) {
        var plan = Objects.requireNonNull(sheet.plan());
        var current = new ArrayList<List<String>>();
        var completed = new ArrayList<List<String>>();
        var answering = new LinkedHashMap<UUID, List<ShownAction>>();
        for (var shown : sheet.actions()) {
            var a = shown.action();
            var w = a.words();
            if (a.origin().id() instanceof UUID of && points.containsKey(of))
                answering.computeIfAbsent(of, p -> new ArrayList<>()).add(shown);
            else if (finished(a))
                completed.add(List.of(w.action(), w.measure(), outcome(a), impact(a), leads(a, sheet),
                        String.join("\n", status(shown, names))));
            else
                current.add(List.of(w.standard(), w.objective(), w.action(), w.input(), w.outcome(), leads(a, sheet),
                        w.timescale(), String.join("\n", status(shown, names))));
        }
        var tables = new ArrayList<Table>();
        if (!answering.isEmpty())
            tables.add(new Table("Learning points and actions", List.of("Learning Points", "Action", "Evidence",
                    "Completion date", "Lead", "Progress", "Status (RAG rating)"),
                    points(answering, points, sheet, names)));
        if (!current.isEmpty())
            tables.add(new Table("Actions", List.of("Standard", "Objective", "Action", "Input",
                    "Desired outcome", "Lead", "Timescale", "Status"), current));
        if (!completed.isEmpty())
            tables.add(new Table("Completed actions",
                    List.of("Action", "Measure", "Outcome", "Impact", "Lead", "Status"), completed));
        var legend = new ArrayList<String>();
        legend.add("What the colours of an action mean. The lead’s colour is their own judgement of the risk; Heed’s"
                + " follows from dates, leads and reviews. Where they differ, both stand with their reasons.");
        for (var colour : PlanColour.values())
            legend.add(colour.inFull());
        return new Printed(plan.title(),
                List.of("Year: " + plan.yearWords(), "As it stood on " + PlanDays.words(sheet.day())), legend, tables,
                List.of(List.of("Document", plan.title()), List.of("Date printed", PlanDays.words(sheet.day())),
                        List.of("Actions", String.valueOf(sheet.actions().size()))));
    }

    private static List<List<String>> points(Map<UUID, List<ShownAction>> answering,
            Map<UUID, Recommendation> points, Plans.Sheet sheet, Map<UUID, String> names) {
        var rows = new ArrayList<List<String>>();
        answering.forEach((id, actions) -> {
            var point = Objects.requireNonNull(points.get(id));
            boolean first = true;
            // A row for each, so that its date, lead and evidence are its own for certain.
            for (var shown : actions) {
                var a = shown.action();
                var progress = shown.entries().stream().filter(e -> e.kind() == ActionEntry.Kind.PROGRESS).findFirst()
                        .map(e -> Objects.requireNonNullElse(e.words(), "")).orElse("");
                rows.add(List.of(
                        first ? point.kind().words() + " " + point.code() + ": " + flat(point.words().text()) : "",
                        flat(a.words().action()), flat(a.words().evidence()), flat(a.words().timescale()),
                        flat(leads(a, sheet)), flat(progress), String.join("\n", status(shown, names))));
                first = false;
            }
        });
        return rows;
    }

    /** In one paragraph, as paragraphs part actions in a table of learning points. */
    private static String flat(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }

    private static boolean finished(PlanAction a) {
        return a.state() == ActionState.CLOSED || a.state() == ActionState.VERIFIED
                || a.state() == ActionState.CLAIMED_COMPLETE;
    }

    private static String outcome(PlanAction a) {
        return a.standing().result() instanceof ActionResult result ? result.outcome() : a.words().outcome();
    }

    private static String impact(PlanAction a) {
        return a.standing().result() instanceof ActionResult result
                ? result.impact() + "\n" + String.join("\n", result.levels().stream().map(ImpactLevel::inFull).toList())
                : a.words().impact();
    }

    private static String leads(PlanAction a, Plans.Sheet sheet) {
        return a.leads().isEmpty()
                ? a.words().leads()
                : String.join("\n", a.leads().stream().map(id -> sheet.posts().words(id, sheet.day())).toList());
    }

    /** Where it stands and who verified it, then each colour in letter and word; their reasons where they differ. */
    private static List<String> status(ShownAction shown, Map<UUID, String> names) {
        var lines = new ArrayList<String>();
        lines.add(shown.action().state() == ActionState.CLAIMED_COMPLETE && !shown.action().words().printed().isBlank()
                ? shown.action().words().printed()
                : shown.action().state().words());
        var standing = shown.action().standing();
        if (standing.verifiedBy() instanceof UUID verifier)
            lines.add("Verified by " + names.getOrDefault(verifier, "somebody who is not here any more")
                    + (standing.verifiedOn() == null ? "" : " on " + PlanDays.words(standing.verifiedOn())));
        shown.judgement().ifPresent(j -> lines.add("Lead: " + Objects.requireNonNull(j.colour()).shown()
                + " on " + PlanDays.words(LocalDate.ofInstant(j.at(), LondonTime.ZONE))
                + (shown.differs() ? ": " + Objects.requireNonNullElse(j.words(), "") : "")));
        if (shown.computed() instanceof Computed c)
            lines.add("Heed: " + c.colour().shown()
                    + (shown.differs() || c.colour() != PlanColour.G ? ". " + c.why().words() : ""));
        return lines;
    }
}
