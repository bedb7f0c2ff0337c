package heed.assurance.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Actions under one heading. Public only because templates compile elsewhere.
 *
 * @param count how many, in words
 */
public record ActionGroup(String heading, String count, List<ActionLine> lines) {
    /** Copies the lines. */
    public ActionGroup {
        lines = List.copyOf(lines);
    }

    /** By what a plan can be read. */
    enum By {
        STANDARD("By standard", ""), LEAD("By lead", ""), SOURCE("By source", ""), OVERDUE("Overdue",
                "No action is overdue."), OPEN("Still to be done", "Nothing is still to be done.");

        final String words;
        /** What is said where none is left. */
        final String none;

        By(String words, String none) {
            this.words = words;
            this.none = none;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static By of(String code) {
            for (var by : values())
                if (by.code().equals(code))
                    return by;
            return STANDARD;
        }
    }

    static List<ActionGroup> of(Plans.Sheet sheet, By by) {
        Map<String, List<ActionLine>> groups = new LinkedHashMap<>();
        for (var shown : sheet.actions()) {
            var action = shown.action();
            if (by == By.OVERDUE && !shown.overdue() || by == By.OPEN && !action.state().open())
                continue;
            for (var heading : headings(action, sheet, by))
                groups.computeIfAbsent(heading, h -> new ArrayList<>())
                        .add(ActionLine.of(shown, sheet.posts(), sheet.day()));
        }
        return groups.entrySet().stream()
                .map(g -> new ActionGroup(g.getKey(), count(g.getValue().size()), g.getValue())).toList();
    }

    static String count(int many) {
        return many == 1 ? "1 action" : many + " actions";
    }

    private static List<String> headings(PlanAction action, Plans.Sheet sheet, By by) {
        return switch (by) {
            case STANDARD -> List.of(action.words().standard().isBlank()
                    ? "No standard"
                    : action.words().standard().strip().replaceAll("\\s+", " "));
            case SOURCE -> List.of(action.origin().source().words()
                    + (action.origin().code().isBlank() ? "" : " " + action.origin().code()));
            case LEAD -> action.leads().isEmpty()
                    ? List.of("No lead")
                    : action.leads().stream().map(id -> sheet.posts().words(id, sheet.day())).toList();
            case OVERDUE -> List.of(By.OVERDUE.words);
            case OPEN -> List.of(By.OPEN.words);
        };
    }
}
