package heed.casework.advice;

import heed.casework.concern.SubjectKind;
import heed.casework.concern.TellingCheck;
import heed.casework.concern.Typed;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A question as it was typed, right or wrong, by whoever asks or by an officer who records a call. */
record AskingForm(Map<String, String> sent) {
    AskingForm {
        sent = Map.copyOf(sent);
    }

    List<Problem> problems() {
        var found = new ArrayList<Problem>();
        if (get("question").isBlank())
            found.add(new Problem("question", "Enter what the question is"));
        tooLong(found, "question", "The question");
        return found;
    }

    /** What only an officer's record of a call has to have. */
    List<Problem> recordedProblems(List<Choice> colleagues) {
        var found = new ArrayList<Problem>();
        if (get("who").isBlank())
            found.add(new Problem("who", "Enter who asked"));
        else if (get("who").length() > TellingCheck.SHORT)
            found.add(new Problem("who", "The name must be %,d characters or fewer".formatted(TellingCheck.SHORT)));
        else if (!colleagues.isEmpty() && colleagues.stream().noneMatch(c -> c.value().equals(get("colleague"))))
            found.add(new Problem("colleague", "Select which of them asked"));
        found.addAll(problems());
        if (get("advised").isBlank())
            found.add(new Problem("advised", "Enter what you advised"));
        tooLong(found, "advised", "What you advised");
        return found;
    }

    AdviceDesk.Asking asking() {
        return new AdviceDesk.Asking(
                Objects.requireNonNullElse(Typed.in(SubjectKind.class, get("about")), SubjectKind.NOT_KNOWN),
                get("worksHere").equals("yes"), get("question"));
    }

    List<Question> questions(boolean own, List<Problem> problems) {
        var about = List.of(SubjectKind.CHILD, SubjectKind.ADULT, SubjectKind.NOT_KNOWN).stream()
                .map(k -> Choice.of(k.name(), k.words(), k.name().equals(get("about")))).toList();
        return List.of(
                new Question.Words(field("question", own ? "What would you like advice about?" : "What did they ask?",
                        "Say what you know. You do not have to give names.", problems), 6),
                new Question.Pick(field("about", "Who is it about?", null, problems), about, true),
                new Question.Pick(
                        field("worksHere", "Is it about someone who works or volunteers here?",
                                "If it is, only the people who handle that will read it.", problems),
                        List.of(Choice.of("no", "No", get("worksHere").equals("no")),
                                Choice.of("yes", "Yes", get("worksHere").equals("yes"))),
                        true));
    }

    /** The questions on an officer's record of a call. */
    List<Question> recorded(List<Choice> colleagues, List<Problem> problems) {
        var asked = new ArrayList<Question>();
        asked.add(new Question.Line(field("who", "Who asked?", "Their name.", problems)));
        if (!colleagues.isEmpty())
            asked.add(new Question.Pick(field("colleague", "Which of them?", null, problems), colleagues, false));
        asked.addAll(questions(false, problems));
        asked.add(new Question.Words(field("advised", "What did you advise?", null, problems), 6));
        return asked;
    }

    String get(String name) {
        return Typed.clean(sent.get(name)).replace("\r\n", "\n");
    }

    private Field field(String name, String label, @Nullable String hint, List<Problem> problems) {
        return new Field(name, label, hint, get(name), FormPage.problem(problems, name));
    }

    private void tooLong(List<Problem> found, String name, String what) {
        if (get(name).length() > TellingCheck.LONG)
            found.add(new Problem(name, "%s must be %,d characters or fewer".formatted(what, TellingCheck.LONG)));
    }
}
