package heed.casework.raise;

import heed.casework.concern.BodyFigure;
import heed.casework.concern.Person;
import heed.casework.concern.Telling;
import heed.casework.concern.Told;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import heed.platform.web.SummaryRow;
import heed.platform.web.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything told so far, to look over and send. Public only because templates compile elsewhere.
 *
 * @param danger  whether it says that somebody is in danger now
 * @param told    the parts that hold something, each with where to change it
 * @param more    the parts that are still empty; none has to be filled in
 * @param problems what has to be put right before sending, each leading to its step
 */
public record CheckPage(Frame frame, String base, boolean danger, List<Part> told, List<Task> more,
        List<Problem> problems) {

    /** A part that holds something. */
    public record Part(String title, String href, List<SummaryRow> rows) {
    }

    static CheckPage of(Frame frame, UUID draft, Telling t, List<SummaryRow> files,
            List<Raise.StepProblem> wrong) {
        var base = "/raise/" + draft;
        var told = new ArrayList<Part>();
        var more = new ArrayList<Task>();
        part(told, more, base, Step.DANGER, t.danger().isEmpty()
                ? List.of()
                : List.of(SummaryRow.of("In danger now?", t.inDanger() ? "Yes" : "No, or not as far as known")), null);
        part(told, more, base, Step.ACCOUNT, Told.account(t), null);
        people(told, more, base, t);
        part(told, more, base, Step.WORKS_HERE, Told.worksHere(t), null);
        part(told, more, base, Step.HAPPENED, Told.happened(t), null);
        part(told, more, base, Step.KNOWING, Told.knowing(t), "You do not need agreement to tell us");
        part(told, more, base, Step.ELSEWHERE, Told.elsewhere(t), "Or reported to someone else");
        part(told, more, base, Step.CONTACT, Told.contact(t), null);
        optional(told, more, base + "/files", "Photos and documents", files,
                "Letters, messages or other papers you were given");
        optional(told, more, base + "/body-map", "Body map", BodyFigure.rows(t.marks()),
                "Marks you happened to see, shown on a drawing instead of a photo");
        var problems = wrong.stream()
                .map(w -> new Problem("part-" + w.step().path(), w.problem().text()))
                .toList();
        return new CheckPage(frame, base, t.inDanger(), told, more, problems);
    }

    private static void people(List<Part> told, List<Task> more, String base, Telling t) {
        var main = t.main();
        var rows = new ArrayList<SummaryRow>();
        if (!t.kind().isEmpty())
            rows.add(SummaryRow.of("About", t.subject().words()));
        if (main != null && !main.empty()) {
            rows.add(SummaryRow.of("Name", main.shown()));
            rows.addAll(Told.person(main));
        }
        part(told, more, base, Step.WHO, rows, null);
        for (int i = 1; i < t.people().size(); i++) {
            Person person = t.people().get(i);
            var theirs = new ArrayList<SummaryRow>();
            theirs.add(SummaryRow.of("Name", person.shown()));
            theirs.addAll(Told.person(person));
            told.add(new Part(person.inRole().words(), base + "/who/" + i, theirs));
        }
        if (!rows.isEmpty())
            more.add(new Task("Someone else involved", base + "/who/" + Math.max(1, t.people().size()),
                    "Family, a witness, or someone who may have caused harm", "Optional", false));
    }

    private static void part(List<Part> told, List<Task> more, String base, Step step, List<SummaryRow> rows,
            @Nullable String hint) {
        if (rows.isEmpty())
            more.add(new Task(step.words(), base + "/" + step.path(), hint,
                    step == Step.ACCOUNT ? "Needed" : "Optional", false));
        else
            told.add(new Part(step.words(), base + "/" + step.path(), rows));
    }

    private static void optional(List<Part> told, List<Task> more, String href, String title, List<SummaryRow> rows,
            String hint) {
        if (rows.isEmpty())
            more.add(new Task(title, href, hint, "Optional", false));
        else
            told.add(new Part(title, href, rows));
    }

    /** The id that an error about this part leads to. */
    public static String id(String href) {
        return "part-" + href.replaceFirst("^/raise/[^/]+/", "").replaceFirst("/\\d+$", "");
    }
}
