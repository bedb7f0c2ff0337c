package heed.casework.emergency;

import heed.casework.ConcernRef;
import heed.casework.concern.TellingCheck;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.StepUp;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opening a restricted concern in an emergency, and reviewing that somebody did. */
@Controller
class EmergencyController {
    private static final String REF = "ref";
    private static final String WHY = "why";
    private static final String FINDING = "finding";
    private static final String WORDS = "words";

    private final Emergency emergency;
    private final Frames frames;
    private final LondonTime time;
    private final Clock clock;

    EmergencyController(Emergency emergency, Frames frames, LondonTime time, Clock clock) {
        this.emergency = emergency;
        this.frames = frames;
        this.time = time;
        this.clock = clock;
    }

    @StepUp
    @GetMapping("/emergency")
    String ask(Actor by, HttpServletRequest request, Model model) {
        return asking(by, Map.of(), List.of(), request, model);
    }

    @StepUp
    @PostMapping("/emergency")
    String open(Actor by, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var stopped = emergency.stopped(by);
        var problems = new ArrayList<Problem>();
        var ref = ref(sent.getOrDefault(REF, ""));
        if (ref.isEmpty())
            problems.add(new Problem(REF, "Enter a reference, such as C-7K2M-9Q"));
        words(WHY, sent.getOrDefault(WHY, ""), "Enter what the emergency is", problems);
        if (stopped.isEmpty() && problems.isEmpty() && ref.isPresent()) {
            if (emergency.needsNone(by, ref.get()))
                return "redirect:/concerns/" + ref.get();
            try {
                emergency.open(by, ref.get(), sent.getOrDefault(WHY, "").replace("\r\n", "\n"));
                frames.say(request, response, EmergencyNotice.OPENED_FOR_AN_HOUR);
                return "redirect:/concerns/" + ref.get();
            } catch (Refused nothing) {
                if (nothing.kind() != Refusal.NOT_FOUND)
                    throw nothing;
                problems.add(new Problem(REF,
                        "Nothing was opened. Check the reference, or ring a designated safeguarding lead"));
            }
        }
        response.setStatus(422);
        return asking(by, sent, problems, request, model);
    }

    @PostMapping("/concerns/{ref}/closing")
    String close(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, HttpServletResponse response) {
        emergency.close(by, ref);
        frames.say(request, response, EmergencyNotice.CLOSED_EARLY);
        return "redirect:/opened";
    }

    @GetMapping("/emergency/reviews")
    String reviews(Actor by, HttpServletRequest request, Model model) {
        var reviewing = emergency.reviews(by);
        model.addAttribute("page", new EmergencyPage.Reviews(frames.of(request, by, "Emergency access to review"),
                rows(reviewing, false), rows(reviewing, true)));
        return "casework/emergency/reviews";
    }

    @GetMapping("/emergency/reviews/{id}")
    String review(Actor by, @PathVariable UUID id, HttpServletRequest request, Model model) {
        return reviewing(by, emergency.review(by, id), Map.of(), List.of(), null, request, model);
    }

    @PostMapping("/emergency/reviews/{id}")
    String keepReview(Actor by, @PathVariable UUID id, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var opened = emergency.review(by, id);
        var problems = new ArrayList<Problem>();
        var finding = Arrays.stream(EmergencyOpening.Finding.values())
                .filter(f -> f.name().equals(sent.getOrDefault(FINDING, ""))).findFirst();
        if (finding.isEmpty())
            problems.add(new Problem(FINDING, "Choose whether it was right"));
        words(WORDS, sent.getOrDefault(WORDS, ""), "Enter how you know", problems);
        if (!problems.isEmpty() || finding.isEmpty()) {
            response.setStatus(422);
            return reviewing(by, opened, sent, problems, null, request, model);
        }
        try {
            emergency.review(by, id, finding.get(), sent.getOrDefault(WORDS, "").replace("\r\n", "\n"));
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            response.setStatus(409);
            return reviewing(by, emergency.review(by, id), sent, List.of(),
                    "Somebody else reviewed it while you were writing, so yours was not kept. You had typed: "
                            + sent.getOrDefault(WORDS, ""),
                    request, model);
        }
        frames.say(request, response, EmergencyNotice.REVIEWED);
        return "redirect:/emergency/reviews";
    }

    private String asking(Actor by, Map<String, String> sent, List<Problem> problems, HttpServletRequest request,
            Model model) {
        var stopped = emergency.stopped(by).map(EmergencyController::words).orElse(null);
        List<Question> questions = stopped != null
                ? List.of()
                : List.of(new Question.Line(
                        new Field(REF, "Reference of the concern", "For example C-7K2M-9Q. It is in mail about it.",
                                sent.getOrDefault(REF, ""), FormPage.problem(problems, REF)),
                        "govuk-input--width-10", "", "off"),
                        new Question.Words(new Field(WHY, "What is the emergency?",
                                "Leads and the coordinator read this.", sent.getOrDefault(WHY, ""),
                                FormPage.problem(problems, WHY)), 4));
        model.addAttribute("page", new EmergencyPage(
                frames.of(request, by, "Open a restricted concern in an emergency").withBack("/"),
                stopped, questions, problems));
        return "casework/emergency/open";
    }

    private String reviewing(Actor by, Emergency.Reviewing reviewing, Map<String, String> sent,
            List<Problem> problems, @Nullable String warning, HttpServletRequest request, Model model) {
        var one = reviewing.openings().getFirst();
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of("Who opened it", name(reviewing, one.staff())));
        rows.add(SummaryRow.of("Concern", one.ref().value()));
        rows.add(SummaryRow.of("When", time.dayAndTime(one.openedAt()) + ", for an hour at most"));
        rows.add(SummaryRow.of("What they said the emergency was", one.why()));
        var review = one.review();
        if (review == null)
            rows.add(SummaryRow.of("Review by", time.dayAndTime(one.reviewBy())));
        else {
            rows.add(SummaryRow.of("Reviewed", name(reviewing, review.by()) + ", " + time.dayAndTime(review.at())));
            rows.add(SummaryRow.of("Found", review.finding().words()));
            rows.add(SummaryRow.of("Because", review.words()));
        }
        List<Question> questions = review != null || by.is(one.staff())
                ? List.of()
                : List.of(new Question.Pick(
                        Field.of(FINDING, "What do you find?").withProblem(FormPage.problem(problems, FINDING)),
                        Arrays.stream(EmergencyOpening.Finding.values())
                                .map(f -> new Choice(f.name(), f.words(),
                                        f == EmergencyOpening.Finding.NOT_RIGHT
                                                ? "They cannot use emergency access again until it is given to them anew."
                                                : null,
                                        f.name().equals(sent.getOrDefault(FINDING, ""))))
                                .toList(),
                        false),
                        new Question.Words(new Field(WORDS, "How do you know?", null, sent.getOrDefault(WORDS, ""),
                                FormPage.problem(problems, WORDS)), 4));
        model.addAttribute("page", new EmergencyPage.Review(
                frames.of(request, by, "Review an emergency opening").withBack("/emergency/reviews"), rows, warning,
                questions, problems, "/emergency/reviews/" + one.id()));
        return "casework/emergency/review";
    }

    private List<EmergencyPage.Row> rows(Emergency.Reviewing reviewing, boolean done) {
        return reviewing.openings().stream().filter(e -> (e.review() != null) == done).map(e -> {
            var review = e.review();
            var late = review == null && clock.instant().isAfter(e.reviewBy());
            var state = review != null
                    ? review.finding().words()
                    : (late ? "Late: was due " : "Due ") + time.dayAndTime(e.reviewBy());
            return new EmergencyPage.Row(name(reviewing, e.staff()), "/emergency/reviews/" + e.id(), e.ref().value(),
                    time.dayAndTime(e.openedAt()), state, late);
        }).toList();
    }

    private static String words(Emergency.Stopped stopped) {
        return switch (stopped) {
            case NOT_REVIEWED ->
                "You used emergency access before, and nobody has reviewed that within two working days. Until somebody does, it cannot be used again. Ring a designated safeguarding lead.";
            case FOUND_NOT_RIGHT ->
                "A review found that an earlier use was not right. You cannot use emergency access until it is given to you anew. Ring a designated safeguarding lead.";
            case TOO_MANY_TRIES ->
                "Several references in a row opened nothing. Emergency access is stopped for you for an hour. Ring a designated safeguarding lead.";
        };
    }

    private static void words(String field, String words, String missing, List<Problem> problems) {
        if (words.isBlank())
            problems.add(new Problem(field, missing));
        else if (words.length() > TellingCheck.LONG)
            problems.add(new Problem(field, "This must be %,d characters or fewer. It is %,d"
                    .formatted(TellingCheck.LONG, words.length())));
    }

    private static Optional<ConcernRef> ref(String typed) {
        try {
            return Optional.of(new ConcernRef(typed.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static String name(Emergency.Reviewing reviewing, UUID id) {
        return reviewing.names().getOrDefault(id, "Someone who has left");
    }
}
