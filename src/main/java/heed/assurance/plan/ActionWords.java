package heed.assurance.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a plan says of an action, as it was written. Any part but the action itself may be empty.
 *
 * @param standard  the standard or heading it stands under
 * @param objective what it is for
 * @param action    what is to be done
 * @param input     what goes into it
 * @param outcome   what is hoped for
 * @param impact    what difference a paper says that it made
 * @param measure   how one will see it
 * @param evidence  where one can look
 * @param leads     who leads, as written
 * @param timescale by when, as written
 * @param printed   the status that a paper printed
 */
public record ActionWords(String standard, String objective, String action, String input, String outcome,
        String impact, String measure, String evidence, String leads, String timescale, String printed) {
    /** Longest part, in characters. */
    static final int LONGEST = 4000;
    /** Nothing. */
    static final ActionWords NONE = new ActionWords("", "", "", "", "", "", "", "", "", "", "");

    /** What it is called in a list: the objective where there is one, else the action, in one line. */
    @JsonIgnore
    public String title() {
        return brief(objective.isBlank() ? action : objective);
    }

    /** The beginning of what was written, in one line. */
    static String brief(String words) {
        var first = words.strip().replaceAll("\\s+", " ");
        if (first.length() <= 140)
            return first;
        int cut = first.lastIndexOf(' ', 138);
        return first.substring(0, cut < 80 ? 138 : cut) + "…";
    }

    /** Every part with the name it has on screen, in the order in which it is asked for. */
    Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("What is to be done", action);
        parts.put("Timescale", timescale);
        parts.put("Objective", objective);
        parts.put("Standard", standard);
        parts.put("Input", input);
        parts.put("Desired outcome", outcome);
        parts.put("Measure", measure);
        parts.put("Evidence", evidence);
        return parts;
    }

    /** Whether no part is longer than it may be. */
    boolean fits() {
        return parts().values().stream().allMatch(p -> p.length() <= LONGEST);
    }

    ActionWords withLeads(String words) {
        return new ActionWords(standard, objective, action, input, outcome, impact, measure, evidence, words,
                timescale, printed);
    }

    /** Keeps the words out of logs. */
    @Override
    public String toString() {
        return "ActionWords[]";
    }
}
