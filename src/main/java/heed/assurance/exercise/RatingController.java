package heed.assurance.exercise;

import heed.platform.Actor;
import heed.platform.web.Choice;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The organisation's own rating of one question, and the reason why there is no action. */
@Controller
@RequestMapping("/assurance/returns/{ret}/questions/{question}")
class RatingController {
    private static final String SAYS = "says";
    private static final String LEVEL = "level";
    private static final String OVERRIDE = "override";
    private static final String REASON = "reason";
    private static final String AUDIENCE = "audience";
    private static final String APPLIES_NOT = "not_applicable";
    private static final String NOT_RATED = "not_rated";

    private final ReturnReading reading;
    private final ItemWriting writing;
    private final Frames frames;

    RatingController(ReturnReading reading, ItemWriting writing, Frames frames) {
        this.reading = reading;
        this.writing = writing;
        this.frames = frames;
    }

    @GetMapping("/rating")
    String ask(Actor by, @PathVariable UUID ret, @PathVariable String question, HttpServletRequest request,
            Model model) {
        var item = reading.forWriting(by, ret, question);
        return page(by, item, ReturnForm.begun(now(item)), request, model);
    }

    private static Map<String, String> now(ReturnReading.OpenedItem item) {
        var own = item.opened().own(item.item().code());
        var typed = new HashMap<String, String>();
        typed.put(AUDIENCE, Audience.ALL.name());
        if (own != null) {
            switch (own.verdict()) {
                case Verdict.Level level -> {
                    typed.put(SAYS, LEVEL);
                    typed.put(LEVEL, level.code());
                    var facets = level.facets();
                    if (facets != null) {
                        typed.put(RatingScale.ATTAINMENT, facets.attainment());
                        typed.put(RatingScale.EVIDENCED, facets.evidenced());
                    }
                }
                case Verdict.NotApplicable no -> {
                    typed.put(SAYS, APPLIES_NOT);
                    typed.put(REASON, no.reason());
                }
                case Verdict.NotRated said -> typed.put(SAYS, NOT_RATED);
                case Verdict.NotRecoverable said -> {
                    // Nothing to begin with.
                }
            }
            typed.put(AUDIENCE, own.audience().name());
            if (own.override() != null)
                typed.put(OVERRIDE, own.override());
        }
        return typed;
    }

    private String page(Actor by, ReturnReading.OpenedItem item, ReturnForm form, HttpServletRequest request,
            Model model) {
        var scale = item.opened().edition().scale();
        var level = new ArrayList<Question>();
        if (scale.derives()) {
            for (var facet : scale.asks())
                level.add(new Question.Pick(
                        form.field(facet.name(),
                                facet.name().equals(RatingScale.ATTAINMENT) ? "How far is it met?" : "Can you show it?",
                                null),
                        facet.answers().stream().map(a -> form.choice(facet.name(), a.code(), a.word(), null))
                                .toList(),
                        false));
        } else
            level.add(new Question.Pick(form.field(LEVEL, "Which level?", null),
                    scale.levels().stream().map(l -> form.choice(LEVEL, l.code(), l.shown(), l.meaning())).toList(),
                    false));
        if (scale.levels().stream().anyMatch(l -> l.requires().contains("evidence")))
            level.add(form.text(OVERRIDE, "Why does it stand without evidence from the window? (only where it does)",
                    "Everybody who reads the rating reads this, peers too.", 2));
        var choices = new ArrayList<Choice>();
        if (scale.rates())
            choices.add(form.choice(SAYS, LEVEL, "Rate it", null));
        choices.add(form.choice(SAYS, NOT_RATED, "Not rated", "Counted as not rated, on both bases"));
        choices.add(form.choice(SAYS, APPLIES_NOT, "Does not apply to us", null));
        var questions = new ArrayList<Question>();
        questions.add(new Question.Pick(form.field(SAYS, "Your rating", null), choices, false, Map.of(LEVEL, level,
                APPLIES_NOT, List.of(form.text(REASON, "Why does it not apply?", null, 2)))));
        if (item.opened().edition().both())
            questions.add(new Question.Select(form.field(AUDIENCE, "Whom is it about?", null),
                    Arrays.stream(Audience.values())
                            .map(a -> Choice.of(a.name(), a.words(), form.get(AUDIENCE).equals(a.name()))).toList()));
        var back = ItemController.href(item.opened().made().id(), item.item().code());
        model.addAttribute("page", FormPage.of(
                frames.of(request, by, "Rate " + item.item().code() + " " + item.asked().title()), back + "/rating",
                questions, form.problems(), "Keep this rating", back)
                .withShown(scale.levels().stream().map(l -> SummaryRow.of(l.shown(), l.meaning())).toList())
                .withIntro(scale.derives()
                        ? "On the scale “" + scale.title() + "”. The letter follows from two answers."
                        : "On the scale “" + scale.title() + "”."
                                + (scale.rates() ? "" : " It has no levels yet, so nothing can be rated on it.")));
        return "layout/form";
    }

    @PostMapping("/rating")
    String rate(Actor by, @PathVariable UUID ret, @PathVariable String question,
            @RequestParam Map<String, String> sent, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var item = reading.forWriting(by, ret, question);
        var form = new ReturnForm(sent);
        var scale = item.opened().edition().scale();
        var verdict = verdict(form, scale);
        var override = form.maybe(OVERRIDE, ReturnForm.LONG);
        var audience = Arrays.stream(Audience.values()).filter(a -> a.name().equals(form.get(AUDIENCE))).findFirst()
                .orElse(Audience.ALL);
        if (verdict != null && form.right()) {
            var faults = writing.rate(by, ret, question, audience, verdict,
                    override.isEmpty() || !form.get(SAYS).equals(LEVEL) ? null : override);
            faults.forEach(f -> form.wrong(field(f), f.words()));
        }
        if (!form.right()) {
            response.setStatus(422);
            return page(by, item, form, request, model);
        }
        frames.say(request, response, ReturnNotice.RATING_SAVED);
        return "redirect:" + ItemController.href(ret, question);
    }

    private static String field(RatingRules.Fault fault) {
        return switch (fault) {
            case NOT_EVIDENCED -> OVERRIDE;
            case NO_REASON -> REASON;
            case ONE_AUDIENCE -> AUDIENCE;
            default -> SAYS;
        };
    }

    private static @Nullable Verdict verdict(ReturnForm form, RatingScale scale) {
        var says = form.one(SAYS, List.of(LEVEL, NOT_RATED, APPLIES_NOT), "Choose a rating, or say why there is none");
        if (says == null)
            return null;
        if (says.equals(NOT_RATED))
            return new Verdict.NotRated();
        if (says.equals(APPLIES_NOT))
            return new Verdict.NotApplicable(form.words(REASON, "Say why this does not apply", ReturnForm.LONG));
        if (!scale.derives()) {
            var level = form.one(LEVEL, scale.levels().stream().map(RatingScale.Step::code).toList(),
                    "Choose a level");
            return level == null ? null : new Verdict.Level(level, null);
        }
        for (var facet : scale.asks())
            form.one(facet.name(), facet.answers().stream().map(RatingScale.Answer::code).toList(),
                    facet.name().equals(RatingScale.ATTAINMENT)
                            ? "Choose how far it is met"
                            : "Choose whether you can show it");
        if (!form.right())
            return null;
        var facets = new Facets(form.get(RatingScale.ATTAINMENT), form.get(RatingScale.EVIDENCED));
        return new Verdict.Level(scale.derive(facets).code(), facets);
    }

    @GetMapping("/no-action")
    String askNoAction(Actor by, @PathVariable UUID ret, @PathVariable String question, HttpServletRequest request,
            Model model) {
        var item = reading.forWriting(by, ret, question);
        var reason = item.item().noAction();
        return noAction(by, item, ReturnForm.begun(Map.of(REASON, reason == null ? "" : reason)), request, model);
    }

    private String noAction(Actor by, ReturnReading.OpenedItem item, ReturnForm form, HttpServletRequest request,
            Model model) {
        var back = ItemController.href(item.opened().made().id(), item.item().code());
        model.addAttribute("page", FormPage.of(frames.of(request, by, "No action for " + item.item().code()),
                back + "/no-action",
                List.of(form.text(REASON, "Why is there no action?",
                        "Empty it to take the reason back. Everybody who reads the return reads this.", 3)),
                form.problems(), "Keep the reason", back)
                .withHidden(Map.of("was", Integer.toString(item.item().version()))));
        return "layout/form";
    }

    @PostMapping("/no-action")
    String withoutAction(Actor by, @PathVariable UUID ret, @PathVariable String question,
            @RequestParam Map<String, String> sent, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var item = reading.forWriting(by, ret, question);
        var form = new ReturnForm(sent);
        var reason = form.maybe(REASON, ReturnForm.LONG);
        if (form.right() && ItemController.version(form.get("was")) != item.item().version())
            form.wrong(REASON, "Somebody changed this question meanwhile. Check it, then keep your reason again");
        if (!form.right()) {
            response.setStatus(422);
            return noAction(by, item, form, request, model);
        }
        writing.withoutAction(by, ret, question, item.item().version(), reason);
        frames.say(request, response, ReturnNotice.ANSWER_SAVED);
        return "redirect:" + ItemController.href(ret, question);
    }
}
