package heed.assurance.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that a report lacks before it can be checked.
 *
 * @param field the name of the field that it belongs to
 * @param words what is to be done
 */
public record Missing(String field, String words) {
    /**
     * What a report lacks.
     *
     * @param text  what was written so far
     * @param today the day it is looked at: nobody clears a report on a later one
     */
    public static List<Missing> of(ReportText text, LocalDate today) {
        var missing = new ArrayList<Missing>();
        var header = text.header();
        need(missing, header.to(), "to", "Enter the committee that the report goes to");
        if (header.date() == null)
            missing.add(new Missing("date", "Enter the date of the meeting"));
        need(missing, header.from(), "from", "Enter the post that reports");
        need(missing, header.title(), "title", "Enter a title");
        need(missing, header.purpose(), "purpose", "Say what the report is for");
        need(missing, header.keyDecision(), "keyDecision", "Say whether it is a key decision");
        if (text.recommendations().stream().allMatch(String::isBlank))
            missing.add(new Missing("recommendations", "Enter at least one recommendation"));
        for (var part : ReportPart.values())
            if (part.needed())
                need(missing, text.part(part), part.name(), "Write “" + part.heading() + "”");
        if (text.part(ReportPart.ACHIEVEMENTS).isBlank()
                && text.achievements().values().stream().allMatch(String::isBlank))
            missing.add(
                    new Missing(ReportPart.ACHIEVEMENTS.name(), "Write “" + ReportPart.ACHIEVEMENTS.heading() + "”"));
        clearance(missing, text.finance(), "finance", "financial", today);
        clearance(missing, text.legal(), "legal", "legal", today);
        need(missing, text.author().post(), "authorPost", "Enter the post of the report’s author");
        if (text.author().email().isBlank() && text.author().telephone().isBlank())
            missing.add(new Missing("authorEmail", "Enter an email address or telephone number for questions"));
        for (int i = 0; i < text.appendices().size(); i++)
            need(missing, text.appendices().get(i).title(), "appendix" + (i + 1),
                    "Enter the title of Appendix " + (i + 2));
        return List.copyOf(missing);
    }

    private static void need(List<Missing> missing, String value, String field, String words) {
        if (value.isBlank())
            missing.add(new Missing(field, words));
    }

    private static void clearance(List<Missing> missing, ReportText.Clearance clearance, String field, String what,
            LocalDate today) {
        need(missing, clearance.name(), field + "Name", "Enter who cleared the " + what + " implications");
        var on = clearance.on();
        if (on == null)
            missing.add(new Missing(field + "Date", "Enter when the " + what + " implications were cleared"));
        else if (on.isAfter(today))
            missing.add(
                    new Missing(field + "Date", "The " + what + " implications cannot have been cleared after today"));
    }
}
