package heed.assurance.report;

import heed.assurance.exercise.SimpleText.Run;
import heed.assurance.exercise.Voice;
import heed.assurance.plan.PlanColour;
import heed.platform.web.LondonTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a report puts in the place of each placeholder: the same for Word, PDF and the page. */
public final class ReportBlocks {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK);
    private final FrozenReport report;
    private final @Nullable String hash;
    private final ReportState state;

    /**
     * For a report.
     *
     * @param report what it says
     * @param hash   of what was frozen; null while it is a draft, and then every paper says so
     * @param state  where it stands: every paper of one that was given up or withdrawn says so
     */
    public ReportBlocks(FrozenReport report, @Nullable String hash, ReportState state) {
        this.report = report;
        this.hash = hash;
        this.state = state;
    }

    /**
     * What a line says; empty where nothing was entered.
     *
     * @throws IllegalArgumentException for a placeholder that is a part
     */
    public String line(Placeholder placeholder) {
        var text = report.text();
        var header = text.header();
        return switch (placeholder) {
            case TITLE -> header.title();
            case BODY -> report.body();
            case VERSION -> "Version " + report.number() + (report.because() == null ? "" : ": " + report.because());
            case TO -> header.to();
            case DATE -> day(header.date());
            case FROM -> header.from();
            case PURPOSE -> header.purpose();
            case KEY_DECISION -> header.keyDecision();
            case MEMBER -> header.member();
            case PRIORITY -> header.priority();
            case POLICY -> header.policy();
            case FINANCE_NAME -> text.finance().name();
            case FINANCE_DATE -> day(text.finance().on());
            case LEGAL_NAME -> text.legal().name();
            case LEGAL_DATE -> day(text.legal().on());
            case AUTHOR -> text.author().name();
            case AUTHOR_POST -> text.author().post();
            case AUTHOR_SERVICE -> text.author().service();
            case AUTHOR_TELEPHONE -> text.author().telephone();
            case AUTHOR_EMAIL -> text.author().email();
            case HASH -> "Figures as at " + MOMENT.format(Instant.parse(report.computedAt()).atZone(LondonTime.ZONE))
                    + ". " + standing();
            default -> throw new IllegalArgumentException(placeholder + " is no line");
        };
    }

    /**
     * What a part says; empty where nothing was written and nothing can be computed.
     *
     * @throws IllegalArgumentException for a placeholder that is a line
     */
    public List<Block> part(Placeholder placeholder) {
        var text = report.text();
        return switch (placeholder) {
            case RECOMMENDATIONS -> recommendations();
            case APPENDICES -> appendices();
            case BACKGROUND -> written(ReportPart.BACKGROUND);
            case INTRODUCTION -> written(ReportPart.INTRODUCTION);
            case RESULTS_TEXT -> written(ReportPart.RESULTS);
            case COUNTS -> counts();
            case RESULTS -> results();
            case SCALE -> scale();
            case FIGURES -> figures();
            case ACHIEVEMENTS -> achievements();
            case COMPLETED_ACTIONS -> completed();
            case PRIORITIES -> written(ReportPart.PRIORITIES);
            case RISKS -> written(ReportPart.RISKS);
            case FINANCE -> written(ReportPart.FINANCE);
            case LEGAL -> written(ReportPart.LEGAL);
            case EQUALITIES -> written(ReportPart.EQUALITIES);
            case ACTION_PLAN -> plan();
            case APPENDIX_TEXTS -> {
                var blocks = new ArrayList<Block>();
                for (int i = 0; i < text.appendices().size(); i++) {
                    var appendix = text.appendices().get(i);
                    if (!appendix.text().isBlank()) {
                        blocks.add(new Block.Heading(1, "Appendix " + (i + 2) + ": " + appendix.title()));
                        blocks.addAll(Block.written(appendix.text()));
                    }
                }
                yield blocks;
            }
            default -> throw new IllegalArgumentException(placeholder + " is no part");
        };
    }

    private String standing() {
        var frozen = hash == null ? "" : "Content hash " + hash + ".";
        return switch (state) {
            case GIVEN_UP -> "Given up. It never went out.";
            case WITHDRAWN -> ("Withdrawn. It counts no longer. " + frozen).strip();
            case DRAFT, CHECKED, APPROVED, PUBLISHED -> hash == null ? "Draft, not checked." : frozen;
        };
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    private List<Block> written(ReportPart part) {
        return Block.written(report.text().part(part));
    }

    private List<Block> recommendations() {
        var said = report.text().recommendations().stream().filter(r -> !r.isBlank()).map(String::strip).toList();
        return said.isEmpty() ? List.of() : List.of(Block.points(true, said));
    }

    private List<Block> appendices() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Appendix 1", "Action plan"));
        for (int i = 0; i < report.text().appendices().size(); i++)
            rows.add(List.of("Appendix " + (i + 2), report.text().appendices().get(i).title()));
        return List.of(Block.Grid.of("", List.of(22, 78), List.of("Number", "Title"), rows.stream()));
    }

    private List<Block> counts() {
        return List.of(Block.points(false, report.results().counts()));
    }

    private List<Block> results() {
        var results = report.results();
        var heads = new ArrayList<>(List.of("Ref", "Standard"));
        results.columns().forEach(c -> heads.add(c + weakened(c)));
        int columns = results.columns().size();
        int each = Math.min(22, 58 / Math.max(1, columns));
        var widths = new ArrayList<>(List.of(10, 90 - each * columns));
        widths.addAll(Collections.nCopies(columns, each));
        var blocks = new ArrayList<Block>();
        blocks.add(Block.para(results.edition() + ", rated on " + results.scale() + ", version "
                + results.scaleVersion() + "."));
        // A table for each section: a row that only heads others is read out as one more standard.
        results.sections()
                .forEach((section, of) -> blocks.add(Block.Grid.of(section, widths, heads, of.stream().map(row -> {
                    var cells = new ArrayList<>(List.of(row.code(), row.title()));
                    cells.addAll(row.cells());
                    return cells;
                }))));
        if (!report.limitations().isEmpty())
            blocks.add(Block.points(false, report.limitations().stream()
                    .map(l -> "* " + l.voice().words() + ": " + l.words()).toList()));
        if (!results.notes().isEmpty())
            blocks.add(Block.points(false, results.notes()));
        return blocks;
    }

    /** A mark at the name of a column whose ratings something weakens; what does stands under the table. */
    private String weakened(String column) {
        return report.limitations().stream().map(FrozenReport.Limit::voice).map(Voice::words)
                .anyMatch(column::startsWith) ? " *" : "";
    }

    private List<Block> scale() {
        var results = report.results();
        return List.of(Block.Grid.of("What the ratings mean (" + results.scale() + ", version "
                + results.scaleVersion() + ")", List.of(22, 78), List.of("Rating", "Meaning"),
                results.levels().stream().map(l -> List.of(l.shown(), l.meaning()))));
    }

    private List<Block> figures() {
        if (report.figures().isEmpty())
            return List.of();
        return List.of(Block.Grid.of("Figures in this report", List.of(28, 20, 20, 32),
                List.of("Measure", "Figure", "Period", "Source"),
                report.figures().stream().map(f -> List.of(f.title(), f.says(), f.period(),
                        f.origin() + ". " + f.source() + counted(f)))));
    }

    /** Up to when a figure was counted that the return froze: that is earlier than the rest of the report. */
    private static String counted(ReportFigure f) {
        if (f.asAt().isEmpty())
            return "";
        return (f.source().endsWith(".") ? " " : ". ") + "Counted up to "
                + MOMENT.format(Instant.parse(f.asAt()).atZone(LondonTime.ZONE)) + ".";
    }

    private List<Block> achievements() {
        var blocks = new ArrayList<>(written(ReportPart.ACHIEVEMENTS));
        report.text().achievements().forEach((section, words) -> {
            if (!words.isBlank()) {
                blocks.add(new Block.Heading(2, section));
                blocks.addAll(Block.written(words));
            }
        });
        return blocks;
    }

    private List<Block> completed() {
        if (report.completed().isEmpty())
            return List.of();
        return List.of(Block.Grid.of("Actions completed in the year", List.of(34, 24, 24, 18),
                List.of("Action", "Outcome", "Impact", "Lead"),
                report.completed().stream().map(a -> List.of(a.words(), a.outcome(), a.impact(), a.leads()))));
    }

    private List<Block> plan() {
        if (report.plan().isEmpty())
            return List.of(Block.para("The plan has no actions yet."));
        var columns = new ArrayList<String>();
        var cells = new ArrayList<Function<ReportAction, String>>();
        if (report.plan().stream().anyMatch(a -> !a.group().isEmpty())) {
            columns.add("Standard");
            cells.add(ReportAction::group);
        }
        columns.addAll(List.of("Action", "Lead", "Timescale", "Status"));
        cells.addAll(List.of(ReportAction::words, ReportAction::leads, ReportAction::when, ReportAction::standing));
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Grid.of("", columns.size() == 5 ? List.of(13, 34, 17, 17, 19) : List.of(42, 20, 17, 21),
                columns, report.plan().stream().map(a -> cells.stream().map(c -> c.apply(a)).toList())));
        blocks.add(
                Block.para("The lead’s colour is their own judgement of the risk; Heed’s follows from dates, leads and"
                        + " reviews. Where they differ, or where Heed finds an action red or amber, the reason is given."));
        blocks.add(new Block.Points(false,
                Arrays.stream(PlanColour.values()).map(c -> List.of(new Run(c.inFull(), null))).toList()));
        return blocks;
    }
}
