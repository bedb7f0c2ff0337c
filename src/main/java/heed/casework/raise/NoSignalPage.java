package heed.casework.raise;

import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import heed.casework.concern.Telling;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one page that browsers keep for when there is no signal: the numbers to ring and a short empty form. The same for
 * everybody of a council, so it holds nothing of anybody. Public only because templates compile elsewhere.
 */
public record NoSignalPage(Frame frame, List<Question> questions) {
    static NoSignalPage of(Frame frame) {
        var works = new LinkedHashMap<String, List<Question>>();
        works.put("yes", List.of(new Question.Line(Field.of("workerName", "Their name"))));
        return new NoSignalPage(frame, List.of(
                new Question.Pick(Field.of("danger", "Is anyone in danger now?"),
                        List.of(new Choice("yes", "Yes", "Ring 999 first. A call can work where Heed does not.", false),
                                Choice.of("no", "No, or I do not think so", false)),
                        false),
                new Question.Words(Field.of("seen", "What are you worried about?")
                        .withHint("What you saw, heard or were told. Use your own words."), 6),
                new Question.Line(Field.of("who", "Who is it about?").withHint("Leave empty if you do not know.")),
                new Question.Line(Field.of("where", "Where?").withHint("Leave empty if you do not know.")),
                new Question.Pick(Field.of("works", "Is it about someone who works or volunteers here?"),
                        List.of(Choice.of("yes", "Yes", false), Choice.of("no", "No, or I do not know", false)), false,
                        works)));
    }

    /** What was told on it. */
    static Telling told(Map<String, String> sent) {
        var who = get(sent, "who");
        var told = Telling.BLANK.danger(get(sent, "danger"))
                .account(new Telling.Account(get(sent, "seen"), "", ""))
                .worksHere(new Telling.WorksHere(get(sent, "works"), "", get(sent, "workerName"), "", ""))
                .happened(new Telling.Happened("", "", "", "", "", get(sent, "where"), ""));
        return who.isBlank()
                ? told
                : told.person(0,
                        new Person(PersonRole.AT_RISK.name(), who, "", "", "", "", "", "", "", "", ""));
    }

    private static String get(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").replace("\r\n", "\n");
    }
}
