package heed.casework.call;

import heed.casework.concern.Moment;
import heed.casework.concern.Telling;
import heed.casework.concern.TellingCheck;
import heed.casework.concern.Typed;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A call as an officer typed it, right or wrong. */
record CallForm(Map<String, String> sent) {
    CallForm {
        sent = Map.copyOf(sent);
    }

    /** One to begin with, for a call just made. */
    static CallForm blank(Instant now) {
        var made = Moment.of("made", now);
        return new CallForm(Map.of("made-day", made.day(), "made-month", made.month(), "made-year", made.year(),
                "made-time", made.time()));
    }

    /** One to begin with, as whoever told us says that it was made; when is in their words, so it is left to read and type. */
    static CallForm of(Telling.Elsewhere told) {
        var to = told.to().toLowerCase(Locale.ROOT);
        var whom = to.contains("999")
                ? Call.Whom.EMERGENCY
                : to.contains("police") || to.contains("101")
                        ? Call.Whom.POLICE
                        : to.contains("duty")
                                ? Call.Whom.DUTY
                                : to.contains("hub") || to.contains("mash")
                                        ? Call.Whom.CHILDREN
                                        : to.contains("adult") ? Call.Whom.ADULTS : Call.Whom.OTHER;
        var said = Stream.of(told.when().isBlank() ? "" : "When: " + told.when(), told.done())
                .filter(line -> !line.isBlank()).toList();
        return new CallForm(Map.of("whom", whom.name(), "spokeTo", told.to(), "reference", told.reference(), "said",
                String.join("\n", said)));
    }

    List<Problem> problems(Instant now) {
        var found = new ArrayList<Problem>();
        if (whom() == null)
            found.add(new Problem("whom", "Select who was rung"));
        made().check(found, "The date of the call", now);
        if (get("spokeTo").isBlank())
            found.add(new Problem("spokeTo", "Enter who you spoke to, or “not given”"));
        tooLong(found, "spokeTo", "Who you spoke to", TellingCheck.SHORT);
        tooLong(found, "reference", "Their reference", TellingCheck.SHORT);
        tooLong(found, "said", "What was said", TellingCheck.LONG);
        tooLong(found, "outcome", "What they will do", TellingCheck.LONG);
        switch (get("followUp")) {
            case "usual", "no" -> {
            }
            case "other" -> Moment.of("due", sent).check(found, "The date it is due", null);
            default -> found.add(new Problem("followUp", "Select whether a written follow-up is due"));
        }
        return found;
    }

    Call.@Nullable Whom whom() {
        return Typed.in(Call.Whom.class, get("whom"));
    }

    Moment made() {
        return Moment.of("made", sent);
    }

    Call.Details details() {
        return new Call.Details(get("spokeTo").strip(), get("reference").strip(), get("said"), get("outcome"));
    }

    /** By when a written follow-up is due; null where none is. */
    @Nullable
    Instant due(Instant usual) {
        return switch (get("followUp")) {
            case "usual" -> usual;
            case "other" -> Moment.of("due", sent).at();
            default -> null;
        };
    }

    List<Question> questions(Instant now, Instant usual, List<Problem> problems) {
        var asked = new ArrayList<Question>();
        var who = new ArrayList<Choice>();
        who.add(Choice.of("", "Choose who", whom() == null));
        Arrays.stream(Call.Whom.values()).forEach(w -> who.add(Choice.of(w.name(), w.words(), w == whom())));
        asked.add(new Question.Select(field("whom", "Who was rung?", null, problems), who));
        asked.addAll(made().questions("Date of the call", null, "Time", problems));
        asked.add(new Question.Line(field("spokeTo", "Who did you speak to?", "Name and role.", problems)));
        asked.add(new Question.Line(field("reference", "Their reference", null, problems), "govuk-input--width-20", "",
                "off"));
        asked.add(new Question.Words(field("said", "What was said?", null, problems), 4));
        asked.add(new Question.Words(field("outcome", "What will they do, and by when?", null, problems), 3));
        var follow = get("followUp");
        asked.add(new Question.Pick(field("followUp", "Is a written follow-up due?", null, problems), List.of(
                new Choice("usual", "Yes, by the usual time",
                        "The end of the same working day for a call made by 3pm, otherwise of the next. For a call now: "
                                + LondonTime.by(usual, now) + ".",
                        follow.equals("usual")),
                Choice.of("other", "Yes, by another time", follow.equals("other")),
                Choice.of("no", "No", follow.equals("no"))), false,
                Map.of("other", Moment.of("due", sent).questions("Due on", null, "Due by (time)", problems))));
        return asked;
    }

    private Field field(String name, String label, @Nullable String hint, List<Problem> problems) {
        return new Field(name, label, hint, get(name), FormPage.problem(problems, name));
    }

    private void tooLong(List<Problem> found, String name, String what, int most) {
        if (get(name).length() > most)
            found.add(new Problem(name, "%s must be %,d characters or fewer".formatted(what, most)));
    }

    private String get(String name) {
        return Typed.clean(sent.get(name)).replace("\r\n", "\n");
    }
}
