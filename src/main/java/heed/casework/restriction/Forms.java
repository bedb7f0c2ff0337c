package heed.casework.restriction;

import heed.casework.ConcernRef;
import heed.casework.concern.TellingCheck;
import heed.platform.Actor;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the small pages that change who may see a concern have in common: its reference, the reasons, the way back. */
@Component
class Forms {
    static final String FORM = "layout/form";
    static final String WHY = "why";

    private final Frames frames;

    Forms(Frames frames) {
        this.frames = frames;
    }

    FormPage page(Actor by, ConcernRef ref, String title, String path, List<Question> questions,
            List<Problem> problems, String button, HttpServletRequest request) {
        var base = "/concerns/" + ref + "/access";
        return FormPage.of(frames.of(request, by, title), base + path, questions, problems, button, base)
                .withShown(List.of(SummaryRow.of("Concern", ref.value())));
    }

    /** Asks for reasons, with what was typed in it. */
    static Question why(String label, Map<String, String> sent, List<Problem> problems) {
        return new Question.Words(new Field(WHY, label, "Kept encrypted with the concern.",
                sent.getOrDefault(WHY, ""), FormPage.problem(problems, WHY)), 4);
    }

    /** Reads the reasons, and says what is wrong with them. */
    static String why(Map<String, String> sent, List<Problem> problems) {
        if (sent.getOrDefault(WHY, "").isBlank())
            problems.add(new Problem(WHY, "Enter your reasons"));
        return note(sent, problems);
    }

    /** Reads reasons that may be left out. */
    static String note(Map<String, String> sent, List<Problem> problems) {
        var why = sent.getOrDefault(WHY, "").replace("\r\n", "\n");
        if (why.length() > TellingCheck.LONG)
            problems.add(new Problem(WHY, "This must be %,d characters or fewer. It is %,d"
                    .formatted(TellingCheck.LONG, why.length())));
        return why;
    }
}
