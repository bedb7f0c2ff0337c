package heed.casework.triage;

import static heed.casework.concern.Typed.clean;

import heed.casework.CaseRef;
import heed.casework.coding.Vocabulary;
import heed.casework.concern.Decision;
import heed.casework.concern.TellingCheck;
import heed.casework.concern.Typed;
import heed.platform.Reference;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an officer typed on the decision page, right or wrong, so that it can be shown again. */
record DecisionForm(Map<String, String> sent, Vocabulary words) {

    DecisionForm {
        sent = Map.copyOf(sent);
    }

    /** Everything that has to be put right. {@code knowsCase} says whether there is such a case that the officer may see. */
    List<Problem> problems(Desk.Deciding deciding, java.util.function.Predicate<CaseRef> knowsCase) {
        var found = new ArrayList<Problem>();
        var outcome = outcome();
        if (outcome == null)
            found.add(new Problem("outcome", "Select what you decided"));
        else {
            if (deciding.reasons().stream()
                    .noneMatch(r -> r.outcome() == outcome && r.code().equals(get(reasonField(outcome)))))
                found.add(new Problem(reasonField(outcome), "Select the main reason"));
            switch (outcome) {
                case REFER -> {
                    if (words.routes(deciding.concern().subject()).stream()
                            .noneMatch(r -> r.code().equals(get("route"))))
                        found.add(new Problem("route", "Select where you referred it"));
                    tooLong(found, "toldWhom", "Who was told", TellingCheck.SHORT);
                }
                case OPEN_CASE -> {
                    if (lead(deciding) == null)
                        found.add(new Problem("lead", "Select who leads the case"));
                }
                case ADD_TO_CASE -> {
                    var typed = Reference.tidy('K', get("case"));
                    if (get("case").isBlank())
                        found.add(new Problem("case", "Enter the reference of the case"));
                    else if (!Reference.valid('K', typed))
                        found.add(
                                new Problem("case", "Enter a reference like K-7K2M-9Q. Check each letter and number"));
                    else if (!knowsCase.test(new CaseRef(typed)))
                        found.add(new Problem("case", "There is no case with that reference that you can open"));
                }
                case ADVICE_GIVEN -> tooLong(found, "advice", "The advice", TellingCheck.LONG);
                case SIGNPOST -> tooLong(found, "service", "The service", TellingCheck.SHORT);
                case NO_FURTHER_ACTION -> {
                }
            }
        }
        if (get("reasons").isBlank())
            found.add(new Problem("reasons", "Enter your reasons"));
        tooLong(found, "reasons", "Your reasons", TellingCheck.LONG);
        return found;
    }

    /** The decision, once there are no problems. */
    Decision decision(Desk.Deciding deciding) {
        var outcome = outcome();
        if (outcome == null)
            throw new IllegalStateException("checked before this");
        var code = get(reasonField(outcome));
        var why = get("reasons");
        return switch (outcome) {
            case NO_FURTHER_ACTION -> new Decision.NoFurtherAction(code, why);
            case ADVICE_GIVEN -> new Decision.AdviceGiven(code, why, get("advice"));
            case SIGNPOST -> new Decision.Signpost(code, why, get("service"));
            case REFER -> new Decision.Refer(code, why, get("route"), get("toldWhom"));
            case OPEN_CASE -> {
                var lead = lead(deciding);
                if (lead == null)
                    throw new IllegalStateException("checked before this");
                yield new Decision.OpenCase(code, why, lead);
            }
            case ADD_TO_CASE -> new Decision.AddToCase(code, why, CaseRef.of(get("case")));
        };
    }

    /** What is asked, with what was typed in it. */
    List<Question> questions(Desk.Deciding deciding, List<Problem> problems) {
        var opens = new LinkedHashMap<String, List<Question>>();
        for (var outcome : Decision.Outcome.values())
            opens.put(outcome.name(), under(outcome, deciding, problems));
        var outcomes = Arrays.stream(Decision.Outcome.values()).map(o -> Choice.of(o.name(), o.words(), o == outcome()))
                .toList();
        return List.of(
                new Question.Pick(field("outcome", "What did you decide?", null, problems), outcomes, false, opens),
                new Question.Words(field("reasons", "Your reasons",
                        "What you know, what you weighed, and why this is right. Deciding to do nothing needs reasons too.",
                        problems), 6));
    }

    private List<Question> under(Decision.Outcome outcome, Desk.Deciding deciding, List<Problem> problems) {
        var asked = new ArrayList<Question>();
        var name = reasonField(outcome);
        var codes = deciding.reasons()
                .stream()
                .filter(r -> r.outcome() == outcome)
                .map(r -> Choice.of(r.code(), r.label(), r.code().equals(get(name))))
                .toList();
        asked.add(new Question.Pick(field(name, "Main reason", null, problems), codes, false));
        switch (outcome) {
            case REFER -> {
                var routes = new ArrayList<Choice>();
                routes.add(Choice.of("", "Choose where", get("route").isEmpty()));
                words.routes(deciding.concern().subject())
                        .forEach(r -> routes.add(Choice.of(r.code(), r.label(), r.code().equals(get("route")))));
                asked.add(new Question.Select(field("route", "Referred to", null, problems), routes));
                asked.add(new Question.Line(field("toldWhom", "Who was told, when, and their reference",
                        "Leave empty if not done yet.", problems)));
            }
            case OPEN_CASE -> {
                var leads = new ArrayList<Choice>();
                leads.add(Choice.of("", "Choose who", get("lead").isEmpty()));
                deciding.leads()
                        .entrySet()
                        .stream()
                        .sorted(Map.Entry.comparingByValue())
                        .forEach(l -> leads.add(Choice.of(l.getKey().toString(), l.getValue(),
                                l.getKey().toString().equals(get("lead")))));
                asked.add(new Question.Select(field("lead", "Who leads the case?", null, problems), leads));
            }
            case ADD_TO_CASE ->
                asked.add(new Question.Line(field("case", "Reference of the case", "Like K-7K2M-9Q.", problems),
                        "govuk-input--width-10", "", "off"));
            case ADVICE_GIVEN ->
                asked.add(new Question.Words(field("advice", "What was the advice?", null, problems), 3));
            case SIGNPOST -> asked.add(new Question.Line(field("service", "Which service?", null, problems)));
            case NO_FURTHER_ACTION -> {
            }
        }
        return asked;
    }

    private Decision.@Nullable Outcome outcome() {
        return Typed.in(Decision.Outcome.class, get("outcome"));
    }

    private @Nullable UUID lead(Desk.Deciding deciding) {
        return deciding.leads().keySet().stream().filter(l -> l.toString().equals(get("lead"))).findFirst()
                .orElse(null);
    }

    private static String reasonField(Decision.Outcome outcome) {
        return "reason-" + outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private Field field(String name, String label, @Nullable String hint, List<Problem> problems) {
        return new Field(name, label, hint, get(name), FormPage.problem(problems, name));
    }

    private void tooLong(List<Problem> found, String name, String what, int most) {
        if (get(name).length() > most)
            found.add(new Problem(name, "%s must be %,d characters or fewer".formatted(what, most)));
    }

    private String get(String name) {
        return clean(sent.get(name)).replace("\r\n", "\n");
    }
}
