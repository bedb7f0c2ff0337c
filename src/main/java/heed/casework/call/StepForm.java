package heed.casework.call;

import heed.casework.coding.Vocabulary;
import heed.casework.concern.Moment;
import heed.casework.concern.SubjectKind;
import heed.casework.concern.TellingCheck;
import heed.casework.concern.Typed;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of a call, as an officer typed it, right or wrong. */
record StepForm(Map<String, String> sent) {
    private static final Map<Call.Kind, String> ASKED = new EnumMap<>(Map.of(Call.Kind.SENT,
            "We sent the written follow-up", Call.Kind.RECEIVED, "They told us that they received it",
            Call.Kind.ACKNOWLEDGED, "They acknowledged it", Call.Kind.DECIDED, "They told us their decision",
            Call.Kind.CHASED, "We chased them", Call.Kind.ESCALATED, "We escalated it to a named manager",
            Call.Kind.DUE, "The written follow-up is due at another time", Call.Kind.NOT_DUE,
            "No written follow-up is needed"));

    StepForm {
        sent = Map.copyOf(sent);
    }

    static StepForm blank(Instant now) {
        var at = Moment.of("made", now);
        return new StepForm(
                Map.of("made-day", at.day(), "made-month", at.month(), "made-year", at.year(), "made-time", at.time()));
    }

    List<Problem> problems(Instant now, SubjectKind about, Vocabulary lists) {
        var found = new ArrayList<Problem>();
        var kind = kind();
        if (kind == null)
            found.add(new Problem("what", "Select what happened"));
        if (kind == Call.Kind.DUE)
            Moment.of("due", sent).check(found, "The date it is due", null);
        else
            Moment.of("made", sent).check(found, "The date", now);
        if (kind == Call.Kind.ESCALATED && get("manager").isBlank())
            found.add(new Problem("manager", "Enter the manager’s name"));
        if (kind == Call.Kind.DECIDED && get("note").isBlank() && get("level").isEmpty())
            found.add(new Problem("note", "Enter what they decided"));
        if (!get("level").isEmpty() && lists.levels(about).stream().noneMatch(l -> l.code().equals(get("level"))))
            found.add(new Problem("level", "Select their level from the list"));
        if (get("manager").length() > TellingCheck.SHORT)
            found.add(new Problem("manager", "The name must be %,d characters or fewer".formatted(TellingCheck.SHORT)));
        if (get("note").length() > TellingCheck.LONG)
            found.add(new Problem("note", "The note must be %,d characters or fewer".formatted(TellingCheck.LONG)));
        return found;
    }

    Call.@Nullable Kind kind() {
        return Typed.in(Call.Kind.class, get("what"));
    }

    /** When it happened or is due. */
    @Nullable
    Instant at() {
        return Moment.of(kind() == Call.Kind.DUE ? "due" : "made", sent).at();
    }

    @Nullable
    String code() {
        return kind() == Call.Kind.DECIDED && !get("level").isEmpty() ? get("level") : null;
    }

    String note() {
        return kind() == Call.Kind.ESCALATED ? (get("manager").strip() + "\n" + get("note")).strip() : get("note");
    }

    List<Question> questions(Call call, SubjectKind about, Vocabulary lists, List<Problem> problems) {
        var follows = call.last(Call.Kind.DUE, Call.Kind.NOT_DUE).map(s -> s.kind() == Call.Kind.DUE).orElse(false);
        var choices = new ArrayList<Choice>();
        for (var kind : Call.Kind.values()) {
            if (kind == Call.Kind.NOT_DUE && !follows)
                continue;
            choices.add(Choice.of(kind.name(),
                    kind == Call.Kind.DUE && !follows
                            ? "A written follow-up is due"
                            : java.util.Objects.requireNonNull(ASKED.get(kind)),
                    kind == kind()));
        }
        choices.sort(java.util.Comparator.comparing(c -> c.value().equals("DUE") || c.value().equals("NOT_DUE")));
        var levels = new ArrayList<Choice>();
        levels.add(Choice.of("", "Not given", get("level").isEmpty()));
        lists.levels(about)
                .forEach(l -> levels.add(Choice.of(l.code(), l.shown(), l.code().equals(get("level")))));
        var opens = new LinkedHashMap<String, List<Question>>();
        opens.put(Call.Kind.ESCALATED.name(),
                List.of(new Question.Line(field("manager", "Who? Name and role", null, problems))));
        opens.put(Call.Kind.DECIDED.name(), List.of(new Question.Select(field("level", "Their level", null, problems),
                levels)));
        opens.put(Call.Kind.DUE.name(),
                Moment.of("due", sent).questions("Due on", null, "Due by (time)", problems));
        var asked = new ArrayList<Question>();
        asked.add(new Question.Pick(field("what", "What happened?", null, problems), choices, false, opens));
        asked.addAll(Moment.of("made", sent).questions("When did it happen?", null, "Time", problems));
        asked.add(new Question.Words(field("note", "Note", "How it was sent, who you spoke to, what they said.",
                problems), 3));
        return asked;
    }

    private Field field(String name, String label, @Nullable String hint, List<Problem> problems) {
        return new Field(name, label, hint, get(name), FormPage.problem(problems, name));
    }

    private String get(String name) {
        return Typed.clean(sent.get(name)).replace("\r\n", "\n");
    }
}
