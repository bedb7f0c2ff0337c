package heed.casework.allegation;

import heed.casework.ConcernRef;
import heed.casework.concern.TellingCheck;
import heed.platform.Actor;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.Notice;
import heed.platform.web.Notices;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What only an allegations recipient does with a concern. */
@Controller
@RequestMapping("/concerns/{ref}")
class ReceivingController {
    private static final String FORM = "layout/form";

    private final Receiving receiving;
    private final Frames frames;

    ReceivingController(Receiving receiving, Frames frames) {
        this.receiving = receiving;
        this.frames = frames;
    }

    @GetMapping("/summary")
    String summary(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        receiving.mustStand(by, ref);
        model.addAttribute("page", summaryPage(by, ref, "", UUID.randomUUID(), null, request));
        return FORM;
    }

    @PostMapping("/summary")
    String summarise(Actor by, @PathVariable ConcernRef ref, @RequestParam(defaultValue = "") String words,
            @RequestParam UUID submission,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var problem = problem(words, "Enter the summary");
        if (problem != null) {
            receiving.mustStand(by, ref);
            response.setStatus(422);
            model.addAttribute("page", summaryPage(by, ref, words, submission, problem, request));
            return FORM;
        }
        receiving.summarise(by, ref, submission, words.replace("\r\n", "\n"));
        frames.say(request, response, Said.SUMMARY_WRITTEN);
        return "redirect:/concerns/" + ref;
    }

    @GetMapping("/lifting")
    String lifting(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        receiving.mustStand(by, ref);
        model.addAttribute("page", liftPage(by, ref, "", null, request));
        return FORM;
    }

    @PostMapping("/lifting")
    String lift(Actor by, @PathVariable ConcernRef ref, @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var problem = problem(words, "Enter how you know");
        if (problem != null) {
            receiving.mustStand(by, ref);
            response.setStatus(422);
            model.addAttribute("page", liftPage(by, ref, words, problem, request));
            return FORM;
        }
        receiving.lift(by, ref, words.replace("\r\n", "\n"));
        frames.say(request, response, Said.LIFTED);
        return "redirect:/queue/waiting";
    }

    private FormPage summaryPage(Actor by, ConcernRef ref, String words, UUID submission, @Nullable String problem,
            HttpServletRequest request) {
        return page(by, ref, "Write a summary for the lead", "/summary", "Give to the lead",
                "What the lead needs to protect the person at risk",
                "Do not name, or describe so that they could be recognised, the person it is about.", words, problem,
                request)
                .withHidden(Map.of("submission", submission.toString()));
    }

    private FormPage liftPage(Actor by, ConcernRef ref, String words, @Nullable String problem,
            HttpServletRequest request) {
        return page(by, ref, "It is not about someone who works here", "/lifting", "Give it to the officers",
                "How do you know?", null, words, problem,
                request)
                .withWarning(
                        "The whole account goes to the designated safeguarding officers. You will no longer see it. This cannot be undone.");
    }

    private FormPage page(Actor by, ConcernRef ref, String title, String path, String button, String label,
            @Nullable String hint, String words,
            @Nullable String problem, HttpServletRequest request) {
        return FormPage.of(frames.of(request, by, title), "/concerns/" + ref + path,
                List.of(new Question.Words(new Field("words", label, hint, words, problem), 8)),
                problem == null ? List.of() : List.of(new Problem("words", problem)), button, "/concerns/" + ref)
                .withShown(List.of(SummaryRow.of("Concern", ref.value())));
    }

    private static @Nullable String problem(String words, String missing) {
        if (words.isBlank())
            return missing;
        return words.length() <= TellingCheck.LONG
                ? null
                : "This must be %,d characters or fewer".formatted(TellingCheck.LONG);
    }

    /** What the page after an act says. */
    enum Said implements Notice {
        SUMMARY_WRITTEN("The lead has your summary."), LIFTED("The officers have been told. It is theirs now.");

        private final String words;

        Said(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** Makes them known. */
    @Component
    static class All implements Notices {
        @Override
        public List<? extends Notice> notices() {
            return List.of(Said.values());
        }
    }
}
