package heed.assurance.report;

import heed.assurance.exercise.Audience;
import heed.assurance.exercise.FrozenReturn;
import heed.assurance.exercise.FrozenReturn.ActionLine;
import heed.assurance.exercise.FrozenReturn.EvidenceLine;
import heed.assurance.exercise.FrozenReturn.FactLine;
import heed.assurance.exercise.FrozenReturn.ItemLine;
import heed.assurance.exercise.FrozenReturn.LevelLine;
import heed.assurance.exercise.FrozenReturn.RatingLine;
import heed.assurance.exercise.Voice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An invented return and an invented report on it. */
final class ReportOf {
    static final LocalDate MEETING = LocalDate.of(2026, 6, 18);
    static final List<LevelLine> LEVELS = List.of(new LevelLine("B", "Blue", "Fully met and can be evidenced"),
            new LevelLine("G", "Green", "Near completion, or fully met without evidence yet"),
            new LevelLine("A", "Amber", "Not met; work has begun or is delayed"),
            new LevelLine("R", "Red", "Not met, not under way, trouble in starting"));
    private static final Map<String, String> SECTIONS = Map.of("1", "Leading and working together", "2",
            "Services and practice", "3", "Training and resources", "4", "What people experience");

    private ReportOf() {
    }

    static RatingLine rating(Voice voice, Audience audience, String code) {
        var word = switch (code) {
            case "not_rated" -> "Not rated";
            case "not_applicable" -> "Not applicable";
            case "not_recoverable" -> "Rating not recoverable";
            default ->
                code + ", " + LEVELS.stream().filter(l -> l.code().equals(code)).findFirst().orElseThrow().word();
        };
        return new RatingLine(voice.name(), audience.name(), code, word, null, null,
                code.equals("not_applicable") ? "The council runs no such service" : null, null, null, null,
                List.of());
    }

    static RatingLine own(String code) {
        return rating(Voice.SELF, Audience.ALL, code);
    }

    static ItemLine item(String code, RatingLine... ratings) {
        return new ItemLine(SECTIONS.getOrDefault(code.substring(0, 1), ""), code, "Standard " + code + " is kept",
                "We keep " + code + " in every service.\n\n- Teams meet each month\n- Leads write down what was agreed",
                "OWN", null, List.of(ratings),
                List.of(new EvidenceLine("The file audit of May 2025 found " + code + " kept.", List.of("May 2025"),
                        "IN"),
                        new EvidenceLine("Crews were briefed on " + code + " in July 2025.", List.of("July 2025"),
                                "IN")),
                List.of(new FactLine("Concerns raised", "48 concerns", "April 2025 to March 2026", "Counted by Heed",
                        "Concerns, all services", "2026-04-02T09:00:00Z", List.of())),
                List.of(new ActionLine("Write the guide for " + code, "Housing lead", "In progress")));
    }

    /** Eleven standards, ten rated: eight Blue, two Green. */
    static FrozenReturn copy() {
        var items = new ArrayList<ItemLine>();
        for (var code : List.of("1A", "1B", "1C", "2A", "2B", "2C", "2D"))
            items.add(item(code, own(code.equals("2A") || code.equals("2C") ? "G" : "B")));
        items.add(item("2E"));
        for (var code : List.of("3A", "3B", "4A"))
            items.add(item(code, own("B")));
        return copy(items);
    }

    static FrozenReturn copy(List<ItemLine> items) {
        return new FrozenReturn("0d0f2b1c-0000-4000-8000-000000000001", "Larkmoor District Council", "joint",
                "Joint return", 1,
                "", 2026, 1, "2025-04-01", "2026-03-31", "four-letters", "Four letters", 2, LEVELS,
                "8 Blue of 10 rated",
                items);
    }

    static ReportText text() {
        var parts = new LinkedHashMap<ReportPart, String>();
        parts.put(ReportPart.BACKGROUND, "Two boards ask for a return every year.\n\nThe council takes part in both.");
        parts.put(ReportPart.INTRODUCTION, "This report:\n\n- says what was achieved\n- gives the results");
        parts.put(ReportPart.RESULTS,
                "Peers from other councils read the return. More is at https://council.example/return.");
        parts.put(ReportPart.ACHIEVEMENTS, "All services took part this year.");
        parts.put(ReportPart.PRIORITIES,
                "Next year is about:\n\n1. training for new drivers\n2. a guide for landlords");
        parts.put(ReportPart.RISKS, "Training may fall behind while posts are empty.");
        parts.put(ReportPart.FINANCE, "All work is within the budget.");
        parts.put(ReportPart.LEGAL, "The duty is in section 11 of the Children Act 2004.");
        parts.put(ReportPart.EQUALITIES, "An assessment was made and found no harm.");
        var achievements = new LinkedHashMap<String, String>();
        achievements.put("Leading and working together",
                "Champions meet every quarter.\n\nThey carry news to their teams.");
        achievements.put("Training and resources", "Every new starter was trained.");
        return new ReportText(
                new ReportText.Header("Cabinet", MEETING, "Head of Communities", "Safeguarding report 2025/26",
                        "To report on the year's safeguarding work", "No", "Member for Communities", "Safe places",
                        "Council plan"),
                List.of("Note what was achieved in 2025/26", "Agree the action plan in Appendix 1"), parts,
                achievements,
                new ReportText.Clearance("A. Tarn", LocalDate.of(2026, 6, 1)),
                new ReportText.Clearance("B. Fell", LocalDate.of(2026, 6, 2)),
                new ReportText.Author("C. Beck", "Safeguarding coordinator", "Communities", "01632 960001",
                        "safeguarding@larkmoor.example"),
                List.of(new ReportText.Appendix("Groups the council takes part in", "Three groups meet each quarter."),
                        new ReportText.Appendix("Safeguarding policy", "")));
    }

    static ReportAction action(String words) {
        return new ReportAction("P-7K2M-9Q", "2C Sharing", words, "Housing lead", "March 2027", "In progress",
                "G Green",
                "A Amber", "A milestone is behind; the lead expects to catch up", "", "");
    }

    static ReportAction completed(String words, String outcome) {
        return new ReportAction("P-8K2M-9Q", "", words, "Licensing lead", "", "Closed", "", "B Blue", "", outcome,
                "Drivers know whom to ask");
    }

    static FrozenReport report() {
        return report(text(), copy());
    }

    static FrozenReport report(ReportText text, FrozenReturn copy) {
        return report(text, copy, List.of(action("Write a guide for landlords")),
                List.of(completed("Brief all drivers", "All drivers were briefed")), null);
    }

    static FrozenReport report(ReportText text, FrozenReturn copy, List<ReportAction> plan,
            List<ReportAction> completed,
            @Nullable String because) {
        return new FrozenReport(FrozenReport.FORMAT, because == null ? 1 : 2, because, copy.body(), text,
                ReportResults.of(copy), copy.id(), FrozenReturn.shown(FrozenReturn.hash(copy.json())),
                "2026-06-01T10:30:00Z", FrozenReport.figures(copy), completed, plan, List.of(), List.of());
    }

    static ReportText with(ReportText text, ReportPart part, String words) {
        var parts = new LinkedHashMap<>(text.parts());
        parts.put(part, words);
        return new ReportText(text.header(), text.recommendations(), parts, text.achievements(), text.finance(),
                text.legal(), text.author(), text.appendices());
    }
}
