package heed.insight.report;

import heed.insight.report.Sheet.Breakdown;
import heed.insight.report.Sheet.Line;
import heed.insight.report.Sheet.Meaning;
import heed.insight.report.Sheet.Row;
import heed.insight.report.Sheet.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up sheets. */
final class SheetOf {
    private static final List<String> COUNCIL = List.of("Housing options", "Repairs", "Tenancy and estates",
            "Environmental health", "Licensing", "Community safety", "Benefits and revenues", "Customer services",
            "Planning and building control", "Finance and people");
    private static final List<String> COMPANY = List.of("Leisure centres", "Parks and open spaces",
            "Waste and cleansing");

    private SheetOf() {
    }

    static Value count(long n) {
        return new Value(Long.toString(n), n, n, 0, Value.State.SHOWN);
    }

    static Value share(long n, long of) {
        return of == 0
                ? Value.NONE
                : new Value(Math.round(100.0 * n / of) + "% (" + n + " of " + of + ")", 100.0 * n / of, n, of,
                        Value.State.SHOWN);
    }

    /** With this many concerns at most in a service, and last year's from an older tool where that is wanted. */
    static Sheet random(Random random, int most, boolean older) {
        var rows = new ArrayList<Row>();
        long all = 0;
        for (var body : List.of("council", "company")) {
            var under = new ArrayList<Row>();
            long sum = 0;
            long then = 0;
            for (var service : body.equals("council") ? COUNCIL : COMPANY) {
                long n = random.nextInt(3) == 0 ? 0 : random.nextInt(most);
                long before = random.nextInt(most);
                under.add(new Row(body + " " + service, body, service, count(n), older(before, older),
                        new Value("2.4, within", 2.4, n, 100, Value.State.SHOWN)));
                sum += n;
                then += before;
            }
            rows.add(new Row(body, "", body.equals("council") ? "Fellmoor District Council" : "Fellmoor Living Ltd",
                    count(sum), older(then, older), new Value("2.1", 2.1, sum, 400, Value.State.SHOWN)));
            rows.addAll(under);
            all += sum;
        }
        long first = random.nextLong(all + 1);
        long second = random.nextLong(all - first + 1);
        long danger = random.nextLong(Math.min(all, 9) + 1);
        var kinds = new ArrayList<Row>();
        for (var kind : List.of("Neglect (child)", "Self-neglect (adult)", "Domestic abuse (adult)", "Physical (child)",
                "Exploitation (child)", "Financial (adult)", "Emotional (child)", "Modern slavery (adult)",
                "Hate crime",
                "Sexual (child)"))
            kinds.add(new Row(kind, "", kind, count(random.nextLong(Math.min(all, most) + 1)), older(7, older),
                    Value.NONE));
        return new Sheet("2026-q1", "2026-07-03T09:00:00Z", 0, lines(random, all, danger, older), List.of(
                new Breakdown("service", "By service and company", false, true, rows),
                new Breakdown("month", "By month", false, false, List.of(row("2026-04", "April 2026", first, older),
                        row("2026-05", "May 2026", second, older),
                        row("2026-06", "June 2026", all - first - second, older))),
                new Breakdown("danger", "By danger", false, false, List.of(row("YES", "Danger reported", danger, older),
                        row("NO", "No danger reported", all - danger, older))),
                new Breakdown("subject", "By who it is about", false, false,
                        List.of(row("CHILD", "Child", danger, older), row("ADULT", "Adult", all - danger, older),
                                row("FAMILY", "Family", 0, older), row("PLACE", "Place", 0, older),
                                row("UNBORN", "Unborn child", 0, older), row("NOT_KNOWN", "Not known", 0, older))),
                new Breakdown("type", "By kind of harm", true, false, kinds)),
                List.of(new Meaning(Sheet.RAISED, "Concerns raised", "Every concern that somebody sent.")),
                List.of("Last year: as published."), "Training for the company’s crews began in May.", List.of());
    }

    private static List<Line> lines(Random random, long all, long danger, boolean older) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(Sheet.RAISED, "Concerns", "Concerns raised", true, count(all), older(40, older)));
        lines.add(new Line("people", "Concerns", "People at risk named", true, count(all + 3), older(44, older)));
        lines.add(
                new Line("danger", "Concerns", "Concerns with danger reported", true, count(danger), older(3, older)));
        for (int i = 0; i < 8; i++)
            lines.add(new Line("named-" + i, "Named counts", "Concerns with a named kind, number " + i, true,
                    count(random.nextLong(Math.min(all, 12) + 1)), older(2, older)));
        for (int i = 0; i < 8; i++) {
            long of = random.nextLong(all + 1);
            lines.add(new Line("share-" + i, i < 4 ? "Time" : "Support and repeats",
                    "Looked at within the time, share " + i,
                    false, share(random.nextLong(of + 1), of), Value.NONE));
        }
        lines.add(new Line("hours", "Time", "Time to a first look", false,
                new Value("2 hours 10 minutes", 2.2, all, 0, Value.State.SHOWN), Value.NONE));
        return lines;
    }

    private static Row row(String key, String words, long n, boolean older) {
        return new Row(key, "", words, count(n), older(n + 2, older), Value.NONE);
    }

    private static Value older(long n, boolean older) {
        return older ? new Value(n + Sheet.OLDER, n, n, 0, Value.State.SHOWN) : Value.NONE;
    }
}
