package heed.casework.restriction;

import heed.access.staff.Staff;
import heed.access.staff.StaffMember;
import heed.platform.Actor;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks for somebody on the staff by name, and which of them where several have one like it. */
@Component
class StaffPick {
    private static final String NAME = "name";
    private static final String WHO = "who";

    private final Staff staff;

    StaffPick(Staff staff) {
        this.staff = staff;
    }

    /** What a form asks, and whom it came to; empty while that is not known. */
    record Picked(List<Question> questions, Optional<UUID> staff, List<Problem> problems) {
    }

    /** The question, nothing typed yet. */
    List<Question> ask(String label) {
        return List.of(new Question.Line(Field.of(NAME, label).withHint("Their name, or part of it.")));
    }

    /**
     * Reads what was typed. A name that one person has is enough; where several have one like it, it is asked which.
     */
    Picked read(Actor by, String label, Map<String, String> sent) {
        var typed = sent.getOrDefault(NAME, "").strip();
        var problems = new ArrayList<Problem>();
        var found = typed.isEmpty()
                ? List.<StaffMember>of()
                : staff.matching(by, typed).stream().map(m -> staff.get(by, m.staff()))
                        .filter(m -> m.leftAt() == null).distinct().limit(12).toList();
        var exact = found.stream().filter(m -> m.name().equalsIgnoreCase(typed)).toList();
        var chosen = found.stream().filter(m -> m.id().toString().equals(sent.getOrDefault(WHO, ""))).findFirst()
                .or(() -> exact.size() == 1 ? Optional.of(exact.getFirst()) : Optional.empty());
        if (typed.isEmpty())
            problems.add(new Problem(NAME, "Enter a name"));
        else if (found.isEmpty())
            problems.add(new Problem(NAME, "Nobody who works here has a name like this. Check the spelling"));
        else if (chosen.isEmpty())
            problems.add(new Problem(WHO, "Choose who you mean"));
        var questions = new ArrayList<Question>();
        questions.add(new Question.Line(Field.of(NAME, label).withHint("Their name, or part of it.").withValue(typed)
                .withProblem(FormPage.problem(problems, NAME))));
        if (chosen.isEmpty() && !found.isEmpty())
            questions.add(new Question.Pick(
                    Field.of(WHO, "Who do you mean?").withProblem(FormPage.problem(problems, WHO)),
                    found.stream().map(m -> new Choice(m.id().toString(), m.name(), m.post(), false)).toList(),
                    false));
        else
            chosen.ifPresent(m -> questions.add(new Question.Pick(Field.of(WHO, "Who do you mean?"),
                    List.of(new Choice(m.id().toString(), m.name(), m.post(), true)), false)));
        return new Picked(questions, chosen.map(StaffMember::id), problems);
    }
}
