package heed.casework.raise;

import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import heed.casework.concern.SubjectKind;
import heed.casework.concern.Telling;
import heed.platform.web.Choice;
import heed.platform.web.DateField;
import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of telling us, worded. Public only because templates compile elsewhere.
 *
 * @param action    where it is sent
 * @param ring      whether the numbers to ring come first
 * @param intro     a sentence under the heading
 * @param warning   something that must not be missed
 * @param questions what is asked
 * @param problems  what has to be put right
 * @param overview  where everything told so far can be seen; null before there is anything
 * @param removal   where this person is removed; null where there is nobody to remove
 * @param was       a mark of what the step held when the page was made
 * @param elsewhere what another tab saved in this step meanwhile; empty unless one did
 * @param typing    where the step is saved while it is typed; null before there is a draft
 */
public record StepPage(Frame frame, String title, String action, boolean ring, @Nullable String intro,
        @Nullable String warning,
        List<Question> questions, List<Problem> problems, @Nullable String overview, @Nullable String removal,
        String was,
        List<SummaryRow> elsewhere, @Nullable String typing) {

    /** The same page, beside what another tab saved meanwhile. */
    StepPage beside(List<SummaryRow> saved, String savedMark) {
        return new StepPage(frame, title, action, ring, intro, warning, questions, problems, overview, removal,
                savedMark,
                saved, typing);
    }

    static StepPage of(Frame frame, Step step, String action, Telling t, int person, List<Problem> problems,
            @Nullable String overview,
            @Nullable String removal) {
        var ask = new Asking(problems);
        var was = StepMark.of(t, step, person);
        var typing = overview == null ? null : action + "/typing";
        return switch (step) {
            case DANGER ->
                new StepPage(frame, step.words(), action, true, null, null, danger(ask, t), problems, overview, null,
                        was, List.of(), typing);
            case ACCOUNT -> new StepPage(frame, step.words(), action, t.inDanger(),
                    "Use your own words. Only one of these is needed, and you do not have to be sure.", null,
                    account(ask, t.account()),
                    problems, overview, null, was, List.of(), typing);
            case WHO -> person == 0
                    ? new StepPage(frame, step.words(), action, false,
                            "Leave out what you do not know. You do not need a name.", null,
                            mainPerson(ask, t), problems, overview, removal, was, List.of(), typing)
                    : new StepPage(frame, "Someone else involved", action, false, "Leave out what you do not know.",
                            null,
                            otherPerson(ask, t, person), problems, overview, removal, was, List.of(), typing);
            case WORKS_HERE -> new StepPage(frame, "Is your worry about someone who works here?", action, false,
                    "This means staff, volunteers, contractors, councillors and taxi drivers we license.", null,
                    worksHere(ask, t.worksHere()), problems, overview, null, was, List.of(), typing);
            case HAPPENED -> new StepPage(frame, step.words(), action, false, "Leave out what you do not know.", null,
                    happened(ask, t.happened()), problems, overview, null, was, List.of(), typing);
            case KNOWING -> new StepPage(frame, "What they know, say and want", action, false,
                    "You do not need anyone’s agreement to tell us. Do not ask if it could make things less safe.",
                    null,
                    knowing(ask, t.knowing(), t.subject()), problems, overview, null, was, List.of(), typing);
            case ELSEWHERE ->
                new StepPage(frame, step.words(), action, false, null, null, elsewhere(ask, t.elsewhere()), problems,
                        overview, null, was, List.of(), typing);
            case CONTACT -> new StepPage(frame, step.words(), action, false,
                    "Someone may read their messages or be listening. If you are not sure, say so.", null,
                    contact(ask, t.contact()),
                    problems, overview, null, was, List.of(), typing);
        };
    }

    private static List<Question> danger(Asking ask, Telling t) {
        return List.of(new Question.Pick(ask.field("danger", "Is anyone in danger now?", null, t.danger()),
                List.of(new Choice("yes", "Yes", "Ring 999 first if you have not. Then tell us here.",
                        t.danger().equals("yes")),
                        new Choice("no", "No, or I do not think so", null, t.danger().equals("no"))),
                false));
    }

    private static List<Question> account(Asking ask, Telling.Account a) {
        return List.of(
                new Question.Words(ask.field("seen", "What did you see or hear yourself?",
                        "Write what people said in the words they used.", a.seen()), 6),
                new Question.More("Add what someone told you, or what you think", List.of(
                        new Question.Words(ask.field("told", "What did someone tell you?",
                                "Say who told you, if you can.", a.told()), 4),
                        new Question.Words(ask.field("think", "What do you think is happening?",
                                "Your own view or worry, kept apart from what you saw.", a.think()), 4)),
                        !a.told().isBlank() || !a.think().isBlank() || ask.wrong("told", "think")));
    }

    private static List<Question> mainPerson(Asking ask, Telling t) {
        var p = t.people().isEmpty() ? Person.blank(PersonRole.AT_RISK) : t.people().getFirst();
        var kinds = Arrays.stream(SubjectKind.values())
                .map(k -> Choice.of(k.name(), k.words(), k.name().equals(t.kind()))).toList();
        var first = List.<Question>of(
                new Question.Pick(ask.field("kind", "Who or what are you worried about?", null, t.kind()), kinds,
                        false),
                new Question.Line(ask.field("name", "Their name", "Or the name of the place.", p.name())));
        return Stream.concat(first.stream(), details(ask, p, "Add their age, address or other details").stream())
                .toList();
    }

    private static List<Question> otherPerson(Asking ask, Telling t, int person) {
        var p = person < t.people().size() ? t.people().get(person) : Person.blank(PersonRole.NOT_SURE);
        var roles = Arrays.stream(PersonRole.values())
                .map(r -> Choice.of(r.name(), r.words(), r.name().equals(p.role()))).toList();
        var first = List.<Question>of(
                new Question.Line(ask.field("name", "Their name", "Leave empty if you do not know it.", p.name())),
                new Question.Pick(ask.field("role", "What part do they have in this?", null, p.role()), roles, false));
        return Stream.concat(first.stream(), details(ask, p, "Add their age, address or other details").stream())
                .toList();
    }

    private static List<Question> details(Asking ask, Person p, String summary) {
        var open = !p.as(PersonRole.NOT_SURE)
                .equals(new Person(PersonRole.NOT_SURE.name(), p.name(), "", "", "", "", "", "", "", "", ""))
                || ask.wrong("knownAs", "born-day", "born-month", "born-year", "age", "address", "contact",
                        "description");
        return List.of(new Question.More(summary, List.of(
                new Question.Words(ask.field("description", "Who are they?",
                        "If you do not know a name, describe them. Say how they are related to others.",
                        p.description()), 3),
                new Question.Line(ask.field("age", "Age", "A guess will do.", p.age()), "govuk-input--width-4", "", ""),
                new Question.Day(ask.day("born", "Date of birth", p.bornDay(), p.bornMonth(), p.bornYear())),
                new Question.Tick(ask.field("unborn", "Unborn child", null, p.unborn()),
                        List.of(Choice.of("yes", "Not born yet. The date is when the child is due", p.notYetBorn()))),
                new Question.Words(ask.field("address", "Where they live", null, p.address()), 3),
                new Question.Line(ask.field("contact", "Telephone or email", null, p.contact())),
                new Question.Line(ask.field("knownAs", "Other names they use", null, p.knownAs()))), open));
    }

    private static List<Question> worksHere(Asking ask, Telling.WorksHere w) {
        var works = List.of(Choice.of("STAFF", "Member of staff", w.works().equals("STAFF")),
                Choice.of("VOLUNTEER", "Volunteer", w.works().equals("VOLUNTEER")),
                Choice.of("CONTRACTOR", "Contractor", w.works().equals("CONTRACTOR")),
                Choice.of("COUNCILLOR", "Councillor", w.works().equals("COUNCILLOR")),
                Choice.of("LICENSED_DRIVER", "Licensed driver", w.works().equals("LICENSED_DRIVER")),
                Choice.of("NOT_SURE", "Not sure", w.works().equals("NOT_SURE")));
        Map<String, List<Question>> opens = new LinkedHashMap<>();
        opens.put("yes", List.of(new Question.Line(ask.field("name", "Their name", null, w.name())),
                new Question.Line(ask.field("post", "Their job or where they work", null, w.post())),
                new Question.Pick(ask.field("works", "They are", null, w.works()), works, false)));
        return List.of(
                new Question.Pick(
                        ask.field("answer", "Is it about someone who works or volunteers here?", null, w.answer()),
                        List.of(new Choice("yes", "Yes",
                                "Only the people named to receive these worries, who do not manage them, will read what you wrote.",
                                w.answer().equals("yes")),
                                Choice.of("no", "No, or I do not know", w.answer().equals("no"))),
                        false, opens),
                new Question.More("Is there anyone here who should not see this?",
                        List.of(new Question.Words(ask.field("keepFrom", "Who should not see this?",
                                "For example a friend or relative of someone in it who works here. Give their names.",
                                w.keepFrom()), 2)),
                        !w.keepFrom().isBlank() || ask.wrong("keepFrom")));
    }

    private static List<Question> happened(Asking ask, Telling.Happened h) {
        return List.of(new Question.Day(ask.day("happened", "What day did it happen?", h.day(), h.month(), h.year())),
                new Question.Line(ask.field("time", "What time?", "For example 14:30 or 2.30pm", h.time()),
                        "govuk-input--width-10", "", ""),
                new Question.Words(ask.field("words", "Or say when in your own words",
                        "For example “most evenings since May”.", h.words()), 2),
                new Question.Words(ask.field("where", "Where did it happen?", null, h.where()), 3),
                new Question.Line(ask.field("ward", "Ward or area, if you know it", null, h.ward())));
    }

    private static List<Question> knowing(Asking ask, Telling.Knowing k, SubjectKind subject) {
        var adult = subject == SubjectKind.ADULT;
        var child = new Question.Words(
                ask.field("childView", "What does the child say?", "In their own words.", k.childView()), 3);
        var parent = new Question.Words(
                ask.field("parentView", "What does the parent or carer say?", null, k.parentView()), 3);
        var all = new java.util.ArrayList<Question>(List.of(
                new Question.Pick(ask.field("knows", "Do they know you are telling us?", null, k.knows()),
                        yesNo(k.knows()), true),
                new Question.Pick(ask.field("agrees", "Do they agree?", null, k.agrees()), yesNo(k.agrees()), true),
                new Question.Words(
                        ask.field("words", "What did they say about it?", "Or why you did not ask.", k.words()), 3),
                new Question.Words(ask.field("wanted", "What do they want to happen?", null, k.wanted()), 3)));
        if (!adult || !k.childView().isBlank() || !k.parentView().isBlank())
            all.addAll(List.of(child, parent));
        return all;
    }

    private static List<Question> elsewhere(Asking ask, Telling.Elsewhere e) {
        return List.of(new Question.Words(ask.field("done", "What have you or others done so far?", null, e.done()), 3),
                new Question.Pick(ask.field("reported", "Have you already reported it to someone else?",
                        "For example the police, the children’s hub or the adult team.", e.reported()),
                        yesNo(e.reported()), false,
                        Map.of("yes", List.of(new Question.Line(ask.field("to", "Who did you tell?", null, e.to())),
                                new Question.Line(ask.field("when", "When?", null, e.when()), "govuk-input--width-20",
                                        "", ""),
                                new Question.Line(
                                        ask.field("reference", "Their reference, if they gave one", null,
                                                e.reference()),
                                        "govuk-input--width-20", "", "")))));
    }

    private static List<Question> contact(Asking ask, Telling.Contact c) {
        return List.of(
                new Question.Pick(ask.field("safe", "Is it safe to contact them?", null, c.safe()), yesNo(c.safe()),
                        true),
                new Question.Words(ask.field("words", "How and when is it safe?",
                        "For example “text only, weekday mornings”.", c.words()), 3),
                new Question.Line(ask.field("interpreter", "Language, sign language or other help they need", null,
                        c.interpreter())));
    }

    private static List<Choice> yesNo(String picked) {
        return List.of(Choice.of("yes", "Yes", picked.equals("yes")), Choice.of("no", "No", picked.equals("no")),
                Choice.of("not-sure", "Not sure", picked.equals("not-sure")));
    }

    /** Makes fields, each with what is wrong with it. */
    private record Asking(List<Problem> problems) {
        Field field(String name, String label, @Nullable String hint, String value) {
            return new Field(name, label, hint, value, of(name));
        }

        DateField day(String name, String label, String day, String month, String year) {
            var problem = Stream.of("-day", "-month", "-year").map(part -> of(name + part)).filter(p -> p != null)
                    .findFirst();
            return new DateField(name, label, "For example, 27 3 2026", day, month, year, problem.orElse(null));
        }

        boolean wrong(String... names) {
            return problems.stream().anyMatch(p -> List.of(names).contains(p.field()));
        }

        private @Nullable String of(String name) {
            return problems.stream().filter(p -> p.field().equals(name)).map(Problem::text).findFirst().orElse(null);
        }
    }
}
