package heed.insight.report;

import heed.insight.report.Sheet.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A quarterly sheet as it is shown, on screen, on paper and as PDF alike.
 *
 * @param title    its days
 * @param which    which quarter of which year
 * @param body     whose figures
 * @param stamp    draft or published: when, by whom
 * @param forWhom  whose copy it is
 * @param left     tables on the left
 * @param right    tables on the right
 * @param lastYear where last year's numbers come from, a sentence each
 * @param treated  how small numbers were treated
 * @param note     what changed, a paragraph each
 * @param changes  what a revision says has changed
 * @param asAt     up to when was counted
 * @param hash     of the frozen copy; null for a draft
 */
public record SheetView(String title, String which, String body, String stamp, String forWhom, List<Table> left,
        List<Table> right, List<String> lastYear, String treated, List<String> note, List<String> changes, String asAt,
        @Nullable String hash) {
    /** As many kinds of harm as there is room for; the spreadsheet has them all. */
    private static final int KINDS = 8;
    /** As many changes as there is room for. */
    private static final int CHANGES = 6;

    /**
     * One table.
     *
     * @param title what it is of
     * @param rated whether it has rates
     * @param rows  its rows
     * @param more  what is not in it; null where all is
     */
    public record Table(String title, boolean rated, List<Row> rows, @Nullable String more) {
    }

    /**
     * One row.
     *
     * @param words  what is counted
     * @param look   how it is set: whole, part or plain
     * @param now    this quarter
     * @param before the same quarter last year
     * @param rate   for each hundred staff; empty without
     */
    public record Row(String words, String look, String now, String before, String rate) {
    }

    static SheetView of(Sheet sheet, String body, String stamp, String forWhom, String asAt, @Nullable String hash) {
        var quarter = Quarter.parse(sheet.quarter());
        var left = new ArrayList<Table>();
        sheet.lines().stream().map(Sheet.Line::group).distinct().forEach(group -> left.add(new Table(group, false,
                sheet.lines().stream().filter(l -> l.group().equals(group))
                        .map(l -> new Row(l.title(), "plain", l.now().says(), l.before().says(), "")).toList(),
                null)));
        sheet.breakdowns().stream().filter(Sheet.Breakdown::overlaps).map(SheetView::table).forEach(left::add);
        var right = sheet.breakdowns().stream().filter(b -> !b.overlaps()).map(SheetView::table).toList();
        var changes = sheet.changes().size() > CHANGES
                ? Stream.concat(sheet.changes().stream().limit(CHANGES),
                        Stream.of((sheet.changes().size() - CHANGES) + " more: see the spreadsheet")).toList()
                : sheet.changes();
        return new SheetView(quarter.words(), quarter.which(), body, stamp, forWhom, left, right, sheet.lastYear(),
                sheet.treated(),
                sheet.note().isBlank() ? List.of() : sheet.note().lines().filter(l -> !l.isBlank()).toList(),
                changes, asAt, hash);
    }

    private static Table table(Sheet.Breakdown part) {
        var rows = part.rows().stream().map(r -> new Row(r.words(),
                part.rated() && r.under().isEmpty() ? "whole" : r.under().isEmpty() ? "plain" : "part", r.now().says(),
                r.before().says(), part.rated() ? rate(r.rate()) : "")).toList();
        if (!part.overlaps())
            return new Table(part.title(), part.rated(), rows, null);
        int over = rows.size() - KINDS;
        return new Table(part.title() + " (a concern may be of several)", false, rows.stream().limit(KINDS).toList(),
                over > 0 ? over + (over == 1 ? " kind more is" : " kinds more are") + " in the spreadsheet." : null);
    }

    private static String rate(Value value) {
        return value.says();
    }

    /** Keeps the note out of logs. */
    @Override
    public String toString() {
        return "SheetView[]";
    }
}
