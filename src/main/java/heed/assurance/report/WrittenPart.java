package heed.assurance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a report that somebody writes on a page of its own, with the boxes on it. Their texts are plain, read as
 * {@link heed.assurance.exercise.SimpleText} reads them.
 *
 * @param code  what names it in addresses and in the database
 * @param title its heading
 * @param boxes what is asked, in order
 */
record WrittenPart(String code, String title, List<Box> boxes) {
    /** The tables at the head of the report. */
    static final String HEADER = "HEADER";
    /** What the committee is asked to resolve. */
    static final String RECOMMENDATIONS = "RECOMMENDATIONS";
    /** Whom members ask. */
    static final String AUTHOR = "AUTHOR";
    /** What is attached besides the plan. */
    static final String APPENDICES = "APPENDICES";
    /** With what stays although it may tell of somebody; on no page of its own. */
    static final String SETTLED = "SETTLED";
    /** With what was counted for the report alone; on no page of its own. */
    static final String FIGURES = "FIGURES";
    /** Achievements of the nth section of the edition follow. */
    private static final String SECTION = "SECTION_";
    /** The box of a part that is one text. */
    static final String TEXT = "text";
    /** When the text of a part that somebody clears was last changed; nobody types it. */
    static final String SAID_AT = "said-at";
    /** The longest text, in characters. */
    static final int LONG = 50_000;
    /** The longest line, in characters. */
    static final int SHORT = 300;
    /** The most appendices besides the plan. */
    static final int MOST_APPENDICES = 9;
    private static final String HINT = "Paragraphs, with an empty line between. Start a line with “- ” for a list, or put"
            + " “|” between the cells of a table.";

    WrittenPart {
        boxes = List.copyOf(boxes);
    }

    /** What a box takes. */
    enum Kind {
        LINE, WORDS, DAY
    }

    /** One box. */
    record Box(String name, String label, @Nullable String hint, Kind kind) {
        private static Box line(String name, String label) {
            return new Box(name, label, null, Kind.LINE);
        }

        private static Box text(String label, @Nullable String hint) {
            return new Box(TEXT, label, hint, Kind.WORDS);
        }

        private static Box day(String name, String label) {
            return new Box(name, label, null, Kind.DAY);
        }

        /** The names under which a form sends it. */
        List<String> names() {
            return kind == Kind.DAY ? List.of(name + "-day", name + "-month", name + "-year") : List.of(name);
        }

        int longest() {
            return kind == Kind.WORDS ? LONG : SHORT;
        }
    }

    /**
     * Every part of a report, in the order of paper 001.
     *
     * @param sections titles of the edition's sections, in order
     */
    static List<WrittenPart> of(List<String> sections) {
        var parts = new ArrayList<WrittenPart>();
        parts.add(new WrittenPart(HEADER, "Heading and purpose", List.of(Box.line("to", "Committee"),
                Box.day("date", "Date of the meeting"), Box.line("from", "Post that reports"),
                Box.line("title", "Title of the report"), Box.line("purpose", "What is the report for?"),
                Box.line("keyDecision", "Is it a key decision?"), Box.line("member", "Responsible member (optional)"),
                Box.line("priority", "Corporate priority (optional)"),
                Box.line("policy", "Policy framework (optional)"))));
        parts.add(new WrittenPart(RECOMMENDATIONS, "Recommendations", List.of(Box.text("Recommendations",
                "One on each line, as it goes on from “That the committee resolves to”. They are numbered."))));
        for (var part : ReportPart.values()) {
            var boxes = new ArrayList<Box>();
            boxes.add(Box.text(part.heading(), HINT));
            if (part == ReportPart.FINANCE || part == ReportPart.LEGAL) {
                boxes.add(Box.line("name", "Cleared by (name and post)"));
                boxes.add(Box.day("date", "Cleared on"));
            }
            parts.add(new WrittenPart(part.name(), part.heading(), boxes));
            if (part == ReportPart.ACHIEVEMENTS)
                for (int i = 0; i < sections.size(); i++)
                    if (!sections.get(i).isEmpty())
                        parts.add(new WrittenPart(section(i), "Achievements: " + sections.get(i),
                                List.of(Box.text("Achievements: " + sections.get(i), HINT))));
        }
        parts.add(new WrittenPart(AUTHOR, "Report author",
                List.of(Box.line("name", "Name"), Box.line("post", "Job title"),
                        Box.line("service", "Service area or department"), Box.line("telephone", "Telephone"),
                        Box.line("email", "Email"))));
        var appendices = new ArrayList<Box>();
        for (int i = 1; i <= MOST_APPENDICES; i++) {
            appendices.add(Box.line("title-" + i, "Title of Appendix " + (i + 1)));
            appendices.add(new Box("text-" + i, "Its text (optional)", "Empty where it is a paper of its own.",
                    Kind.WORDS));
        }
        parts.add(new WrittenPart(APPENDICES, "Appendices", appendices));
        return List.copyOf(parts);
    }

    /** The code of the achievements of the nth section, from 0. */
    static String section(int n) {
        return SECTION + (n + 1);
    }

    /** The one of this code. */
    static Optional<WrittenPart> of(List<String> sections, String code) {
        return of(sections).stream().filter(p -> p.code().equals(code)).findFirst();
    }

    /** The one of this code in some edition: which sections a return has is not looked up each time that somebody types. */
    static Optional<WrittenPart> somewhere(String code) {
        return code.matches(SECTION + "[1-9]\\d?")
                ? Optional.of(new WrittenPart(code, ReportPart.ACHIEVEMENTS.heading(),
                        List.of(Box.text(ReportPart.ACHIEVEMENTS.heading(), HINT))))
                : of(List.of(), code);
    }

    /** The box that a missing thing belongs to, such as {@code FINANCE#date-day}. */
    static String box(Missing missing) {
        var field = missing.field();
        if (field.equals("recommendations"))
            return RECOMMENDATIONS + "#" + TEXT;
        if (field.startsWith("appendix"))
            return APPENDICES + "#title-" + field.substring("appendix".length());
        for (var who : Map.of("finance", ReportPart.FINANCE.name(), "legal", ReportPart.LEGAL.name(), "author", AUTHOR)
                .entrySet())
            if (field.startsWith(who.getKey()) && field.length() > who.getKey().length()) {
                var rest = field.substring(who.getKey().length()).toLowerCase(Locale.ROOT);
                return who.getValue() + "#" + (rest.equals("date") ? "date-day" : rest);
            }
        for (var part : ReportPart.values())
            if (part.name().equals(field))
                return field + "#" + TEXT;
        return HEADER + "#" + (field.equals("date") ? "date-day" : field);
    }

    /** Keeps titles, which are the edition's, and nothing else. */
    @Override
    public String toString() {
        return "WrittenPart[" + code + "]";
    }
}
