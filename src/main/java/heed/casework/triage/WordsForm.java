package heed.casework.triage;

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
import org.jspecify.annotations.Nullable;

/** A page that asks for some words and does one thing with them. */
final class WordsForm {
    private WordsForm() {
    }

    static FormPage page(Frames frames, Actor by, ConcernRef ref, String title, String path, String button,
            String label,
            String hint, String words,
            @Nullable String problem, HttpServletRequest request) {
        var problems = problem == null ? List.<Problem>of() : List.of(new Problem("words", problem));
        return FormPage.of(frames.of(request, by, title), "/concerns/" + ref + path,
                List.of(new Question.Words(new Field("words", label, hint, words, problem), 8)), problems, button,
                "/concerns/" + ref)
                .withShown(List.of(SummaryRow.of("Concern", ref.value())));
    }

    static @Nullable String needed(String words, String message) {
        return words.isBlank() ? message : tooLong(words);
    }

    static @Nullable String tooLong(String words) {
        return words.length() <= TellingCheck.LONG
                ? null
                : "This must be %,d characters or fewer. It is %,d".formatted(TellingCheck.LONG, words.length());
    }
}
