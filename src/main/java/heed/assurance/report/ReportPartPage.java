package heed.assurance.report;

import heed.platform.web.DateField;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One part of a report that somebody writes, with what Heed computes for it beside it. Public only because templates compile
 * elsewhere.
 *
 * @param caption   the report
 * @param base      where the part's pages are
 * @param questions what is asked
 * @param was       the version that is shown
 * @param missing   what it lacks
 * @param theirs    what somebody else saved meanwhile; null for nothing
 * @param beside    what Heed computes, to be written about; empty for nothing
 * @param last      what the report before this one said; empty for nothing
 */
public record ReportPartPage(Frame frame, List<Problem> problems, String title, String caption, String base,
        List<Question> questions, int was, List<String> missing, @Nullable List<SummaryRow> theirs,
        List<Block> beside, List<Block> last) {
    static ReportPartPage of(Frame frame, ReportReading.Opened opened, WrittenPart part, Map<String, String> boxes,
            int was, List<Problem> problems, @Nullable Map<String, String> theirs, @Nullable FrozenReport earlier) {
        return new ReportPartPage(frame.withTitle(part.title()).withBack(opened.href()), problems, part.title(),
                ReportPage.title(opened.says()), opened.href() + "/parts/" + part.code(),
                questions(part, boxes, problems), was,
                opened.missing().stream().filter(m -> WrittenPart.box(m).startsWith(part.code() + "#"))
                        .map(Missing::words).toList(),
                theirs == null ? null : rows(part, theirs), beside(opened, part), last(part, opened, earlier));
    }

    private static List<Question> questions(WrittenPart part, Map<String, String> boxes, List<Problem> problems) {
        var all = new ArrayList<Question>();
        int most = part.code().equals(WrittenPart.APPENDICES) ? appendices(boxes) : Integer.MAX_VALUE;
        for (var box : part.boxes()) {
            if (box.name().matches(".*-\\d+")
                    && Integer.parseInt(box.name().substring(box.name().lastIndexOf('-') + 1)) > most)
                continue;
            all.add(switch (box.kind()) {
                case LINE -> new Question.Line(field(box, boxes, problems));
                case WORDS -> new Question.Words(field(box, boxes, problems),
                        part.code().equals(WrittenPart.APPENDICES) ? 6 : 14);
                case DAY -> new Question.Day(DateField.of(box.name(), box.label()).withHint(box.hint())
                        .withValue(get(boxes, box.name() + "-day"), get(boxes, box.name() + "-month"),
                                get(boxes, box.name() + "-year"))
                        .withProblem(FormPage.problem(problems, box.name() + "-day")));
            });
        }
        return all;
    }

    /** Those that something is in, and one more. */
    private static int appendices(Map<String, String> boxes) {
        int last = 0;
        for (int i = 1; i <= WrittenPart.MOST_APPENDICES; i++)
            if (!(get(boxes, "title-" + i) + get(boxes, "text-" + i)).isBlank())
                last = i;
        return last + 1;
    }

    private static Field field(WrittenPart.Box box, Map<String, String> boxes, List<Problem> problems) {
        return Field.of(box.name(), box.label()).withHint(box.hint()).withValue(get(boxes, box.name()))
                .withProblem(FormPage.problem(problems, box.name()));
    }

    private static String get(Map<String, String> boxes, String name) {
        return boxes.getOrDefault(name, "");
    }

    private static List<SummaryRow> rows(WrittenPart part, Map<String, String> theirs) {
        var rows = new ArrayList<SummaryRow>();
        for (var box : part.boxes()) {
            var words = String.join(" ", box.names().stream().map(n -> get(theirs, n)).toList()).strip();
            if (!words.isEmpty())
                rows.add(SummaryRow.of(box.label(), words));
        }
        return rows.isEmpty() ? List.of(SummaryRow.of(part.title(), "")) : rows;
    }

    private static List<Block> beside(ReportReading.Opened opened, WrittenPart part) {
        var says = opened.says();
        var blocks = new ReportBlocks(says, opened.report().hash(), opened.report().state());
        for (int i = 0; i < opened.sections().size(); i++)
            if (part.code().equals(WrittenPart.section(i))) {
                var section = opened.sections().get(i);
                return List.of(Block.points(false, says.results().rows().stream()
                        .filter(r -> r.section().equals(section))
                        .map(r -> row(says.results(), r)).toList()));
            }
        return switch (part.code()) {
            case "RESULTS" -> List.of(Block.points(false, says.results().counts()), Block.points(false,
                    says.results().rows().stream().map(r -> row(says.results(), r)).toList()));
            case "ACHIEVEMENTS" -> actions("Completed actions", says.completed(), false);
            case "PRIORITIES" -> actions("In the action plan", says.plan(), false);
            case "RISKS" -> actions("Red or amber in the action plan", says.plan(), true);
            case "FINANCE" -> blocks.part(Placeholder.FIGURES).isEmpty()
                    ? List.of()
                    : List.of(Block.points(false, says.figures().stream().map(f -> f.title() + ": " + f.says())
                            .toList()));
            default -> List.of();
        };
    }

    private static List<Block> actions(String heading, List<ReportAction> actions, boolean atRisk) {
        var told = actions.stream().filter(a -> !atRisk || risky(a.leadColour()) || risky(a.heedColour())).toList();
        if (told.isEmpty())
            return List.of();
        return List.of(new Block.Heading(3, heading), Block.points(false, told.stream()
                .map(a -> a.words() + (atRisk
                        ? " (" + colours(a) + ")"
                        : a.outcome().isBlank() ? "" : ": " + a.outcome()))
                .toList()));
    }

    /** A question with what each voice says of it, whose it is where there is more than one. */
    private static String row(ReportResults results, ReportResults.Row row) {
        var said = new ArrayList<String>();
        for (int i = 0; i < row.cells().size(); i++)
            said.add((row.cells().size() == 1 ? "" : results.columns().get(i) + ": ") + row.cells().get(i));
        return row.code() + " " + row.title() + (row.title().endsWith("?") ? " " : ": ") + String.join("; ", said);
    }

    /** Both colours where they differ. (Invariant 14) */
    private static String colours(ReportAction a) {
        return a.leadColour().isEmpty() || a.leadColour().equals(a.heedColour())
                ? a.heedColour()
                : "lead: " + a.leadColour() + (a.heedColour().isEmpty() ? "" : "; Heed: " + a.heedColour());
    }

    private static boolean risky(String colour) {
        return colour.startsWith("R ") || colour.startsWith("A ");
    }

    private static List<Block> last(WrittenPart part, ReportReading.Opened opened, @Nullable FrozenReport earlier) {
        if (earlier == null)
            return List.of();
        if (part.code().equals(WrittenPart.RECOMMENDATIONS))
            return List.of(Block.points(true, earlier.text().recommendations()));
        for (int i = 0; i < opened.sections().size(); i++)
            if (part.code().equals(WrittenPart.section(i)))
                return Block.written(earlier.text().achievements().getOrDefault(opened.sections().get(i), ""));
        for (var each : ReportPart.values())
            if (each.name().equals(part.code()))
                return Block.written(earlier.text().part(each));
        return List.of();
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "ReportPartPage[" + base + "]";
    }
}
