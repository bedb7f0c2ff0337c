package heed.assurance.exchange;

import heed.platform.web.Frame;
import heed.platform.web.SummaryRow;
import java.util.ArrayList;
import java.util.List;

/**
 * Taking a return out. Public only because templates compile elsewhere.
 *
 * @param title     the return
 * @param base      where its pages are
 * @param holds     what the file holds
 * @param documents the same for other programs
 */
public record TakeOutPage(Frame frame, String title, String base, List<SummaryRow> holds, List<Document> documents) {
    /** A document in a form that other programs read. @param name of the file @param words what it holds */
    public record Document(String name, String words) {
    }

    static TakeOutPage of(Frame frame, WholeReturn all, String title, List<String> documents) {
        var base = "/assurance/returns/" + all.head().id();
        var rows = new ArrayList<SummaryRow>();
        var signing = all.signing();
        rows.add(SummaryRow.of("Answers", String.valueOf(all.answers().stream().filter(a -> !a.words().isBlank())
                .count()) + " of " + all.answers().size() + " questions"));
        rows.add(SummaryRow.of("Ratings", all.ratings().size() + ", earlier ones too"));
        rows.add(SummaryRow.of("Evidence", count(all.evidence().size(), "statement")));
        rows.add(SummaryRow.of("Figures", String.valueOf(all.figures().size())));
        rows.add(SummaryRow.of("Actions", all.actions().isEmpty()
                ? "0"
                : all.actions().size() + ", with their plans, progress and judgements"));
        rows.add(SummaryRow.of("Framework",
                all.head().edition() + ", version " + all.head().editionVersion() + ", with its scale"));
        rows.add(SummaryRow.of("Signed off", signing == null
                ? "Not yet"
                : "With the frozen copy, SHA-256 " + signing.hash()));
        rows.add(SummaryRow.of("Not in it",
                "Names of people: whom questions were shared with, who wrote or changed what. What peers asked and the committee report"));
        return new TakeOutPage(frame.withBack(base), title, base, rows,
                documents.stream().map(d -> new Document(d, words(d))).toList());
    }

    private static String count(int many, String what) {
        return many + " " + what + (many == 1 ? "" : "s");
    }

    private static String words(String document) {
        return switch (document) {
            case "catalog.json" -> "Catalog: the framework and its scale";
            case "profile.json" -> "Profile: what was asked of you";
            case "plan-of-action.json" -> "Plan of action: what is to be done";
            default -> "Assessment results: answers, ratings, evidence and figures";
        };
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "TakeOutPage[" + base + "]";
    }
}
