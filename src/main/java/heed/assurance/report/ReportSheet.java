package heed.assurance.report;

import heed.platform.web.SummaryRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report as a page and as a PDF, in the order of paper 001. Public only because templates compile elsewhere.
 *
 * @param title    its title
 * @param body     whose it is
 * @param head     the table at its head
 * @param summary  purpose and the lines that go with it
 * @param sections everything else, in order
 * @param stamp    which version, when its figures were computed, and the hash of what was frozen
 * @param fixed    whether it is frozen: then nobody writes any more what is empty in it, and it is left out
 */
public record ReportSheet(String title, String body, List<SummaryRow> head, List<SummaryRow> summary,
        List<Section> sections, String stamp, boolean fixed) {
    /** Copies the lists. */
    public ReportSheet {
        head = List.copyOf(head);
        summary = List.copyOf(summary);
        sections = List.copyOf(sections);
    }

    /** The first appendix: what belongs to the report itself ends before it. */
    public @Nullable Section firstAppendix() {
        return sections.stream().filter(Section::appendix).findFirst().orElse(null);
    }

    /** Rows as they are read: without those that stay empty. */
    public List<SummaryRow> told(List<SummaryRow> rows) {
        return fixed ? rows.stream().filter(r -> !r.value().isBlank()).toList() : rows;
    }

    /**
     * A heading and what stands under it: text, or lines of a name and a value.
     *
     * @param heading  with its number, where it has one
     * @param appendix whether it begins on a page of its own
     */
    public record Section(String heading, List<Block> blocks, List<SummaryRow> rows, boolean appendix) {
        /** Copies both. */
        public Section {
            blocks = List.copyOf(blocks);
            rows = List.copyOf(rows);
        }

        Section(String heading, List<Block> blocks) {
            this(heading, blocks, List.of(), false);
        }
    }

    /**
     * A report laid out.
     *
     * @param says  what it says
     * @param hash  of what was frozen; null for a draft
     * @param state where it stands
     */
    static ReportSheet of(FrozenReport says, @Nullable String hash, ReportState state) {
        return new Layout(says, new ReportBlocks(says, hash, state), hash).sheet();
    }

    private record Layout(FrozenReport says, ReportBlocks blocks, @Nullable String hash) {
        ReportSheet sheet() {
            var sections = new ArrayList<Section>();
            var recommended = new ArrayList<Block>();
            var asked = blocks.part(Placeholder.RECOMMENDATIONS);
            if (!asked.isEmpty()) {
                recommended.add(Block.para("That the " + or(line(Placeholder.TO), "committee") + " resolves to:"));
                recommended.addAll(asked);
            }
            sections.add(new Section("Recommendations", recommended));
            add(sections, "Appendices", Placeholder.APPENDICES);
            int next = told(sections, 1, ReportPart.BACKGROUND, Placeholder.BACKGROUND);
            next = told(sections, next, ReportPart.INTRODUCTION, Placeholder.INTRODUCTION);
            next = told(sections, next, ReportPart.RESULTS, Placeholder.RESULTS_TEXT, Placeholder.COUNTS,
                    Placeholder.RESULTS,
                    Placeholder.SCALE, Placeholder.FIGURES);
            next = told(sections, next, ReportPart.ACHIEVEMENTS, Placeholder.ACHIEVEMENTS,
                    Placeholder.COMPLETED_ACTIONS);
            next = told(sections, next, ReportPart.PRIORITIES, Placeholder.PRIORITIES);
            next = told(sections, next, ReportPart.RISKS, Placeholder.RISKS);
            next = told(sections, next, ReportPart.FINANCE, Placeholder.FINANCE, Placeholder.FINANCE_NAME);
            next = told(sections, next, ReportPart.LEGAL, Placeholder.LEGAL, Placeholder.LEGAL_NAME);
            told(sections, next, ReportPart.EQUALITIES, Placeholder.EQUALITIES);
            sections.add(new Section("Report author", List.of(), List.of(row("Name", Placeholder.AUTHOR),
                    row("Job title", Placeholder.AUTHOR_POST),
                    row("Service area or department", Placeholder.AUTHOR_SERVICE),
                    row("Telephone", Placeholder.AUTHOR_TELEPHONE), row("Email", Placeholder.AUTHOR_EMAIL)), false));
            sections.add(new Section("Appendix 1: Action plan", blocks.part(Placeholder.ACTION_PLAN), List.of(), true));
            var appendices = says.text().appendices();
            for (int i = 0; i < appendices.size(); i++)
                if (!appendices.get(i).text().isBlank())
                    sections.add(new Section("Appendix " + (i + 2) + ": " + appendices.get(i).title(),
                            Block.written(appendices.get(i).text()), List.of(), true));
            return new ReportSheet(or(line(Placeholder.TITLE), "Report without a title"), says.body(),
                    List.of(row("To", Placeholder.TO), row("Date", Placeholder.DATE),
                            row("Report of", Placeholder.FROM), row("Title of report", Placeholder.TITLE)),
                    List.of(row("Purpose of report", Placeholder.PURPOSE),
                            row("Key decision", Placeholder.KEY_DECISION),
                            row("Responsible member", Placeholder.MEMBER),
                            row("Corporate priority", Placeholder.PRIORITY),
                            row("Policy framework", Placeholder.POLICY)),
                    sections, line(Placeholder.VERSION) + ". " + line(Placeholder.HASH), hash != null);
        }

        private void add(List<Section> sections, String heading, Placeholder part) {
            sections.add(new Section(heading, blocks.part(part)));
        }

        /**
         * A part numbered as paper 001 and the Word template number theirs, so that all who hold the report find one place.
         *
         * @return the number of the part after it: one that stays empty in what is frozen is left out and takes none
         */
        private int told(List<Section> sections, int number, ReportPart part, Placeholder... placeholders) {
            var all = new ArrayList<Block>();
            int at = 0;
            for (var placeholder : placeholders)
                for (var block : of(placeholder))
                    all.add(block instanceof Block.Para para && placeholder != Placeholder.RESULTS
                            ? new Block.Para(para.runs(), number + "." + ++at)
                            : block);
            if (all.isEmpty() && hash != null)
                return number;
            sections.add(new Section(number + ". " + part.heading(), all));
            return number + 1;
        }

        private List<Block> of(Placeholder placeholder) {
            return switch (placeholder) {
                case COUNTS -> Stream.concat(Stream.of(Block.para("Counts are of those rated, and of all.")),
                        blocks.part(placeholder).stream()).toList();
                case FINANCE_NAME -> cleared(placeholder, Placeholder.FINANCE_DATE);
                case LEGAL_NAME -> cleared(placeholder, Placeholder.LEGAL_DATE);
                default -> blocks.part(placeholder);
            };
        }

        private List<Block> cleared(Placeholder name, Placeholder date) {
            return line(name).isBlank() || line(date).isBlank()
                    ? List.of()
                    : List.of(Block.para("Cleared by " + line(name) + " on " + line(date) + "."));
        }

        private SummaryRow row(String key, Placeholder placeholder) {
            return SummaryRow.of(key, line(placeholder));
        }

        private String line(Placeholder placeholder) {
            return blocks.line(placeholder);
        }

        private static String or(String words, String instead) {
            return words.isBlank() ? instead : words;
        }
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "ReportSheet";
    }
}
